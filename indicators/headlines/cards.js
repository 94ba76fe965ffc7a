// The cards of a page's own list. Every text comes ready from Python; this draws and lays out.

import { copyButton } from "../takeaway/copying.js";
import { element } from "../takeaway/elements.js";
import { sparkline } from "./spark.js";

const ARROWS = { up: "▲", down: "▼", flat: "─" };

function doneBar({ text, done_pct, status }) {
  const part = element("div", `target ${status}`);
  const track = element("div", "track");
  const fill = element("div", "fill");
  // The track reaches to 120 %, so that more than the plan can be seen beside its mark.
  fill.style.width = `${Math.min(done_pct, 120) / 1.2}%`;
  track.append(fill, element("div", "mark"));
  part.append(element("div", "text", text), track);
  return part;
}

function changeLine({ text, direction }) {
  const line = element("p", "change");
  const arrow = element("span", "arrow", ARROWS[direction]);
  arrow.setAttribute("aria-hidden", "true");
  line.append(arrow, element("span", "", text));
  return line;
}

// A figure with what it is, and the button that copies its sentence.
function cardOf(card, words) {
  const made = element("div", "told");
  made.dataset.indicator = card.indicator;
  made.append(element("span", "name", card.name));
  const figure = element("span", "figure");
  if (card.value === null) figure.append(element("span", "missing", words.missing));
  else {
    figure.append(element("span", "value", card.value));
    if (card.unit) figure.append(element("span", "unit", card.unit));
    figure.append(element("span", card.is_focus ? "year" : "year old", card.year));
  }
  made.append(figure, element("p", "definition", card.definition));
  if (card.stale_text) made.append(element("p", "stale", `○ ${card.stale_text}`));
  if (card.growth) made.append(element("p", "growth", card.growth));
  if (card.change) made.append(changeLine(card.change));
  if (card.target) made.append(doneBar(card.target));
  const spark = sparkline(card.spark, card.kind);
  if (spark) made.append(spark);
  const small = [...card.marks, card.source].filter(Boolean).join(" · ");
  if (small) made.append(element("span", "source", small));
  const whole = element("article", "card");
  whole.append(made);
  if (card.sentence) {
    whole.append(...copyButton(card.sentence, `${words.copy}: ${card.name}`, words, true));
  }
  return whole;
}

export default function mount({ data, parentElement }) {
  const { groups, words } = data;
  const rows = element("div", "groups");
  for (const { name, cards } of groups) {
    const section = element("section", "group");
    // As wide as its cards: small groups share a row.
    section.style.setProperty("--cards", cards.length);
    if (name) section.append(element("h2", "", name));
    const grid = element("div", "grid");
    grid.append(...cards.map((card) => cardOf(card, words)));
    section.append(grid);
    rows.append(section);
  }
  parentElement.querySelector(".groups")?.remove();
  parentElement.append(rows);
}
