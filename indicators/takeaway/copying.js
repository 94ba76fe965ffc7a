// A button that copies a sentence, and the line that tells whether it did.

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
    const done = await toClipboard({ "text/plain": sentence });
    button.focus();
    if (!done) status.textContent = repeats ? `${words.failed_copy} ${sentence}` : words.failed_copy;
    else status.textContent = repeats ? `✓ ${words.copied} · ${sentence}` : `✓ ${words.copied}`;
  };
  return [button, status];
}
