// The bar under a chart: its source and date, the image in one click, everything else in a
// menu that shows the very file, and the table of the figures.

import { toClipboard } from "../clipboard.js";
import { copyButton } from "../copying.js";
import { button, element } from "../elements.js";
import { tableElement } from "../files/shown.js";
import { chartBefore, goods } from "./goods.js";
import { menuOf, previewOf } from "./menu.js";
import { handheld, lay, save } from "./saving.js";

// What a part of a bar is called where its words alone would be those of every card.
const entitled = (words, card) => `${words}: ${card.caption.title}`;

// Draws a card's bar into its place; gives what can be taken from it. `shared` is what all bars of a
// page use: { words, style, workbook }; `state` outlives the drawing: { shape, scale, open }.
export function drawBar(place, card, shared, state) {
  const { words } = shared;
  const all = goods(card, shared, place);
  const foot = element("div", "foot");
  const status = element("p", "status", "", { role: "status" });
  const pressing = buttonsOf(card, words, status, all.name);
  const parts = card.figure
    ? ofChart(place, card, words, state, all, pressing, foot)
    : { buttons: ofTable(words, all, pressing) };
  const buttons = element("div", "buttons");
  buttons.append(...parts.buttons);
  foot.append(...sentenceOf(card, words), about(card), buttons, status);
  foot.append(...(parts.below ?? []));
  place.querySelector(".foot")?.remove();
  if (!place.querySelector("style")) place.append(element("style", "", shared.style));
  place.append(foot);
  parts.refresh?.();
  return card.figure ? all : { ...all, image: null };
}

// How a card's buttons are made: press(kind, work) is one that does some work and tells in the
// status how it goes, saving(ending, make) the work of saving a file; an image's is `called` by its shape.
function buttonsOf(card, words, status, name) {
  const doing = (pressed, work) => async () => {
    pressed.disabled = true;
    status.textContent = words.working;
    try {
      status.textContent = (await work()) ?? "";
    } catch (error) {
      console.warn(error);
      status.textContent = words[error.word] ?? words.failed;
    } finally {
      pressed.disabled = false;
      pressed.focus();
    }
  };
  const press = (kind, work) => {
    const made = button(kind, words[kind], entitled(words[kind], card));
    made.onclick = doing(made, work);
    return made;
  };
  const saving = (ending, make, called = () => name) => async () => {
    const file = `${called()}.${ending}`;
    save(await make(), file);
    return `${words.saved}${file}`;
  };
  return { press, saving };
}

// A table stands on the page already; it is copied, or taken along as a workbook or as CSV.
const ofTable = (words, all, { press, saving }) => [
  press("copy_table", async () =>
    (await toClipboard(all.clip())) ? words.copied_table : words.failed_copy,
  ),
  press("book", saving("xlsx", all.book)),
  press("data", saving("csv", all.data)),
];

// The image in one click, the menu with everything else, and the table to unfold.
function ofChart(place, card, words, state, all, pressing, foot) {
  const { press, saving } = pressing;
  const current = () => all.image(state.shape, state.scale);
  const called = () => all.imageName(state.shape);
  const preview = previewOf(entitled(words.preview, card), words, state, current, () => chartBefore(place));
  const image = press("image", async () => {
    preview.refresh();
    if (!handheld()) return saving("png", current, called)();
    await lay(foot, await current(), card.caption.title, words.hold, words);
  });
  const copyImage = press("copy_image", async () => {
    if (!navigator.clipboard?.write) {
      return void (await lay(foot, await current(), card.caption.title, words.by_hand, words));
    }
    await navigator.clipboard.write([new ClipboardItem({ "image/png": current() })]);
    return words.copied;
  });
  const vector = press("vector", saving("svg", () => all.vector(state.shape), called));
  const [copyTable, book, data] = ofTable(words, all, pressing);
  const menu = menuOf(words, state, preview);
  menu.opener.setAttribute("aria-label", entitled(words.more, card));
  foot.onkeydown = menu.escape;
  const others = element("div", "others");
  others.append(vector, copyImage, book, data);
  menu.panel.append(others);
  const below = [menu.panel, tableOf(card, words, all, copyTable)];
  return { buttons: [image, menu.opener], below, refresh: preview.refresh };
}

// The report sentence with its button, where the page does not say it already.
function sentenceOf(card, words) {
  const { sentence } = card.caption;
  if (!card.tells || !sentence) return [];
  const line = element("div", "sentence");
  line.append(element("p", "", sentence));
  line.append(...copyButton(sentence, entitled(words.sentence.copy, card), words.sentence, false));
  return [line];
}

// The note, and the line of the source, which opens every document with its address.
function about({ caption: { note, source, as_of }, notes: { documents } }) {
  const lines = element("div", "said");
  if (note) lines.append(element("p", "note", note));
  const folded = element("details", "documents");
  folded.append(element("summary", "source", [source, as_of].filter(Boolean).join("　")));
  const list = element("ol", "");
  list.append(...documents.map(([name, address]) => documentOf(name, address)));
  folded.append(list);
  lines.append(documents.length ? folded : element("p", "source", folded.textContent));
  return lines;
}

// An address that is not one of the web is text and no link.
function documentOf(name, address) {
  const item = element("li", "");
  const attributes = { href: address, target: "_blank", rel: "noopener noreferrer" };
  const isLink = /^https?:/.test(address);
  item.append(isLink ? element("a", "", name, attributes) : element("span", "", name));
  return item;
}

// The figures as a table, folded; drawn when it is opened, so that hidden series are left out.
function tableOf(card, words, all, copy) {
  const folded = element("details", "table");
  const name = entitled(words.show_table, card);
  folded.append(element("summary", "", words.show_table, { "aria-label": name }));
  const body = element("div", "rows", "", {
    role: "region", tabindex: "0", "aria-label": card.caption.title,
  });
  folded.append(copy, body);
  folded.ontoggle = () => folded.open && body.replaceChildren(tableElement(all.table(), words));
  return folded;
}
