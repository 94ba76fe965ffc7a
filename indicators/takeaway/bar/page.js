// Once a page: draws the bar of every card, and offers all charts of the page in one ZIP.

import { button, element } from "../elements.js";
import { SIZES, USUAL } from "../image/paper.js";
import { archive, archiveName } from "./archive.js";
import { drawBar } from "./bar.js";
import { fitCharts } from "./fitting.js";
import { printCards } from "./printing.js";
import { save } from "./saving.js";

// Places in the order in which they stand on the page.
export function inOrder(places) {
  return [...places].filter((place) => place.isConnected).sort((a, b) => {
    const [one, other] = [a, b].map((place) => place.getRootNode().host ?? place);
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

export default function page({ data, parentElement }) {
  const shared = JSON.parse(new TextDecoder().decode(data)); // { words, style, workbook }
  const { words } = shared;
  const drawn = new Map(); // place → { text, card, bar, state }
  const take = button("all", "");
  const status = element("p", "status", "", { role: "status" });
  const line = element("div", "page");
  line.append(status, take);
  parentElement.replaceChildren(element("style", "", shared.style), line);

  const look = () => {
    const cards = window.exhibitCards ?? new Map();
    for (const place of drawn.keys()) if (!cards.has(place)) drawn.delete(place);
    for (const [place, text] of cards) {
      const before = drawn.get(place);
      if (before?.text === text) continue;
      const card = JSON.parse(text);
      const state = before?.state ?? { shape: USUAL, scale: SIZES[0], open: false };
      const bar = drawBar(place, card, shared, state);
      drawn.set(place, { text, card, state, bar: { ...bar, ...card.caption, owner: card.owner, filters: card.notes } });
    }
    const count = [...drawn.values()].filter(({ bar }) => bar.image).length;
    line.hidden = count < 2;
    take.textContent = words.all.replace("{count}", count);
    take.setAttribute("aria-label", take.textContent);
  };

  take.onclick = async () => {
    const bars = inOrder(drawn.keys()).map((place) => drawn.get(place).bar);
    take.disabled = true;
    try {
      const count = bars.filter((bar) => bar.image).length;
      const progress = (done) => (status.textContent = `${words.working} ${done + 1}/${count}`);
      save(await archive(bars, shared, progress), archiveName(bars));
      status.textContent = words.saved + archiveName(bars);
    } catch (error) {
      console.warn(error);
      status.textContent = words[error.word] ?? words.failed;
    } finally {
      take.disabled = false;
    }
  };

  look();
  window.addEventListener("exhibitcards", look);
  const leave = [fitCharts(), printCards(() => [...drawn].map(([place, { card }]) => [place, card]))];
  return () => {
    for (const end of leave) end();
    window.removeEventListener("exhibitcards", look);
  };
}
