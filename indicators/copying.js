// What is taken to the clipboard: a text, and of a table its HTML too. And a button that copies a
// sentence, with the line that tells whether it did.

// Whether a text is on the clipboard now; Word takes the HTML beside it, where there is one.
async function toClipboard(text, html = "") {
  const kinds = { "text/plain": text, ...(html && { "text/html": html }) };
  if (navigator.clipboard?.write && window.isSecureContext) {
    try {
      const blobs = Object.entries(kinds).map(([type, part]) => [type, new Blob([part], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      // refused by the reader's settings: the other way may still be open
    }
  }
  return byCommand(text, kinds);
}

// Without https a browser has no clipboard of its own; but what is selected can be copied, and
// whoever hears of it may say what that is.
function byCommand(text, kinds) {
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.style.cssText = "position:fixed;top:0;left:0;opacity:0";
  field.oncopy = (event) => {
    event.preventDefault();
    for (const [type, part] of Object.entries(kinds)) event.clipboardData.setData(type, part);
  };
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

function twoSheets() {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" })) {
    icon.setAttribute(name, value);
  }
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3");
  icon.append(path);
  return icon;
}

// The button and its line. Where the sentence is not to be read beside it, the line repeats it.
function copyButton(sentence, label, words, repeats) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.title = repeats ? `${words.copy} · ${sentence}` : "";
  button.setAttribute("aria-label", label);
  const word = document.createElement("span");
  word.textContent = words.copy;
  button.append(twoSheets(), word);
  const status = document.createElement("p");
  status.className = "copied";
  status.setAttribute("role", "status");
  button.onclick = async () => {
    const done = await toClipboard(sentence);
    button.focus();
    if (!done) status.textContent = repeats ? `${words.failed_copy} ${sentence}` : words.failed_copy;
    else status.textContent = repeats ? `✓ ${words.copied} · ${sentence}` : `✓ ${words.copied}`;
  };
  return [button, status];
}
