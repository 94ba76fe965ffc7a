// A button that copies a sentence, and the line that tells whether it did.

import { toClipboard } from "./clipboard.js";
import { button, element } from "./elements.js";

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
// A sentence that only the press knows is a function.
export function copyButton(sentence, label, words, repeats) {
  const copy = button("copy", "", label);
  copy.title = repeats ? `${words.copy} · ${sentence}` : "";
  copy.append(twoSheets(), element("span", "", words.copy));
  const status = element("p", "copied", "", { role: "status" });
  copy.onclick = async () => {
    const text = typeof sentence === "function" ? sentence() : sentence;
    const done = await toClipboard({ "text/plain": text });
    copy.focus();
    if (!done) status.textContent = repeats ? `${words.failed_copy} ${sentence}` : words.failed_copy;
    else status.textContent = repeats ? `✓ ${words.copied} · ${sentence}` : `✓ ${words.copied}`;
  };
  return [copy, status];
}

// A sentence with its button, as a component of its own.
export default function mount({ data, parentElement }) {
  const { sentence, words } = data;
  // Without a sentence it is the page's address, as it is when the button is pressed.
  const line = element("div", sentence ? "sentence" : "address");
  if (sentence) line.append(element("p", "", sentence));
  const text = sentence || (() => location.href);
  line.append(...copyButton(text, words.copy, words, false));
  if (words.print) {
    const print = button("copy", words.print);
    print.onclick = () => window.print();
    line.append(print);
  }
  parentElement.querySelector(".sentence, .address")?.remove();
  parentElement.append(line);
}
