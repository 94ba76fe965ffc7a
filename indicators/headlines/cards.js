// Figure cards. Every text comes ready from Python; this draws and lays out.

import { copyButton } from "../takeaway/copying.js";
import { element } from "../takeaway/elements.js";

const SVG = "http://www.w3.org/2000/svg";
const ARROWS = { up: "▲", down: "▼", flat: "─" };

function drawn(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// Columns for flows, a line with points for the rest; a missing year keeps its empty place.
function sparkline(points, kind) {
  const known = points.filter(([, value]) => value !== null);
  if (known.length < 2) return null;
  const [width, height, pad] = [132, 36, 4];
  const values = known.map(([, value]) => value);
  const flow = kind === "flow";
  const low = flow || kind === "growth" ? Math.min(0, ...values) : Math.min(...values);
  const high = flow || kind === "growth" ? Math.max(0, ...values) : Math.max(...values);
  const step = (width - 2 * pad) / points.length;
  const x = (i) => pad + step * (i + 0.5);
  const y = (value) => height - pad - ((value - low) / (high - low || 1)) * (height - 2 * pad);
  const svg = drawn("svg", {
    viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", class: "spark",
  });
  const last = points.findLastIndex(([, value]) => value !== null);
  if (low <= 0 && high >= 0) {
    svg.append(drawn("line", { x1: 0, x2: width, y1: y(0), y2: y(0), class: "zero" }));
  }
  points.forEach(([year, value], i) => {
    if (value === null) return;
    const role = i === last ? "latest" : "earlier";
    if (flow) {
      const bar = Math.max(Math.min(step * 0.6, 10), 2);
      svg.append(drawn("rect", {
        x: x(i) - bar / 2, width: bar, y: Math.min(y(value), y(0)),
        height: Math.max(Math.abs(y(value) - y(0)), 1), class: role, "data-year": year,
      }));
      return;
    }
    const next = points[i + 1]?.[1];
    if (next !== null && next !== undefined) {
      svg.append(drawn("line", {
        x1: x(i), y1: y(value), x2: x(i + 1), y2: y(next), class: "joined", "data-year": year,
      }));
    }
    svg.append(drawn("circle", {
      cx: x(i), cy: y(value), r: i === last ? 3 : 2, class: role, "data-year": year,
    }));
  });
  return svg;
}

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

// What opens its indicator's page, or, on a page of its own, only tells; beside it, not within
// it, the button that copies its sentence.
function cardOf(card, large, words, open) {
  const made = element(open ? "button" : "div", "opens");
  if (open) {
    made.type = "button";
    made.onclick = () => open(card.indicator);
    made.setAttribute("aria-label", card.alt);
  }
  made.dataset.indicator = card.indicator;
  made.append(element("span", "name", card.name));
  const figure = element("span", "figure");
  if (card.value === null) figure.append(element("span", "missing", words.missing));
  else {
    figure.append(element("span", "value", card.value));
    if (card.unit) figure.append(element("span", "unit", card.unit));
    figure.append(element("span", card.is_focus ? "year" : "year old", card.year));
  }
  made.append(figure);
  if (card.definition) made.append(element("p", "definition", card.definition));
  if (card.stale_text) made.append(element("p", "stale", `○ ${card.stale_text}`));
  if (card.growth) made.append(element("p", "growth", card.growth));
  if (card.change) made.append(changeLine(card.change));
  if (card.target) made.append(doneBar(card.target));
  const spark = sparkline(card.spark, card.kind);
  if (spark) made.append(spark);
  const small = [...card.marks, card.source].filter(Boolean).join(" · ");
  if (small) made.append(element("span", "source", small));
  const whole = element("article", large ? "card large" : "card");
  whole.append(made);
  if (card.sentence) {
    whole.append(...copyButton(card.sentence, `${words.copy}: ${card.name}`, words, true));
  }
  return whole;
}

function grid(cards, large, words, open) {
  const list = element("div", large ? "grid flagships" : "grid");
  list.append(...cards.map((card) => cardOf(card, large, words, open)));
  return list;
}

// What falls behind, each a button to its page; and in a line how much there is no figure of.
function attentionOf({ items, others, calm, rest }, words, open) {
  const section = element("section", "attention");
  section.append(element("h2", "", words.attention));
  if (!items.length) section.append(element("p", "calm", calm));
  const list = element("ul", "");
  for (const { indicator, text, mark: sign } of items) {
    const button = element("button", "", "");
    button.type = "button";
    const mark = element("span", sign === "▽" ? "mark slower" : "mark", sign);
    mark.setAttribute("aria-hidden", "true");
    button.append(mark, text);
    button.onclick = () => open(indicator);
    const item = element("li", "");
    item.append(button);
    list.append(item);
  }
  section.append(list);
  if (others) section.append(element("p", "rest", others));
  if (rest) section.append(element("p", "rest", `○ ${rest}`));
  return section;
}

export default function mount({ data, parentElement, setTriggerValue }) {
  const { flagships, attention, sectors, words, opens } = data;
  const open = opens ? (indicator) => setTriggerValue("opened", indicator) : null;
  const root = element("div", "headlines");
  if (flagships.length) {
    const section = element("section", "");
    section.setAttribute("aria-label", words.flagships);
    section.append(grid(flagships, true, words, open));
    root.append(section);
  }
  if (attention) root.append(attentionOf(attention, words, open));
  const rows = element("div", "sectors");
  for (const { name, cards } of sectors) {
    const section = element("section", "sector");
    // As wide as its cards: small sectors share a row.
    section.style.setProperty("--cards", cards.length);
    if (name) section.append(element("h2", "", name));
    section.append(grid(cards, false, words, open));
    rows.append(section);
  }
  root.append(rows);
  parentElement.querySelector(".headlines")?.remove();
  parentElement.append(root);
}
