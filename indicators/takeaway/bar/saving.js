// How a file reaches its reader: saved, or as a picture over the page that a finger can hold.

import { button, element } from "../elements.js";

// Where a finger points, a file ends where nobody finds it: a picture can be held and saved.
export const handheld = () => matchMedia("(pointer: coarse), (max-width: 640px)").matches;

export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// A data: address and not a blob: one, because WeChat saves only those when a picture is held.
export const asAddress = (blob) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });

// The finished picture over the page, to be held and saved or copied by its own menu.
export async function lay(place, blob, alt, advice, words) {
  const dialog = element("dialog", "picture", "", { "aria-label": advice });
  const image = element("img", "", "", { src: await asAddress(blob), alt });
  const close = button("close", words.close);
  close.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();
  dialog.append(element("p", "advice", advice), image, close);
  place.append(dialog);
  dialog.showModal();
}
