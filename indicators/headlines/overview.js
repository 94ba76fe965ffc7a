// The overview: what it begins with, and what follows its picture. Every text comes ready from
// Python; this draws and lays out.

import { copyButton } from "../takeaway/copying.js";
import { button, element } from "../takeaway/elements.js";
import { sparkline } from "./spark.js";

const MARKS = { up: "▲", down: "▼", slower: "▽" };
const LAST = 1000; // what has no place comes after all that have one
const PHONE = 640; // pixels, below which the list of all figures is folded

function heading(text, ...rest) {
  const line = element("div", "heading");
  line.append(element("h2", "", text), ...rest);
  return line;
}

// Value, unit and year, in one line; the year stands out where it is not the focus year.
function figureOf(card, words) {
  const figure = element("span", "figure");
  if (card.value === null) {
    figure.append(element("span", "missing", words.missing));
    return figure;
  }
  figure.append(element("span", "value", card.value));
  if (card.unit) figure.append(element("span", "unit", card.unit));
  figure.append(element("span", card.is_focus ? "year" : "year old", card.year));
  return figure;
}

function judgementOf({ judgement, summary, sentence, fresh }, words) {
  const section = element("section", "judgement");
  section.append(element("p", "lead", judgement));
  if (summary) section.append(element("p", "summary", summary));
  const line = element("div", "fresh");
  const which = button("link", words.which, `${words.which}: ${fresh}`);
  which.onclick = showAll;
  line.append(element("span", "", fresh), which);
  if (sentence) line.append(...copyButton(sentence, words.copy, words, false));
  section.append(line);
  return section;
}

// The list of all figures is drawn by the overview's other part, in a shadow of its own.
function showAll() {
  const parts = document.querySelectorAll(".st-key-overview-whole *");
  const all = [...parts].map((part) => part.shadowRoot?.querySelector("details.all")).find(Boolean);
  if (!all) return;
  all.open = true;
  all.scrollIntoView({ block: "start" });
  all.querySelector("summary").focus({ preventScroll: true });
}

function flagshipOf(card, words, open) {
  const made = button("flagship", "", card.alt);
  made.dataset.indicator = card.indicator;
  made.onclick = () => open(card.indicator);
  made.append(element("span", "name", card.name), figureOf(card, words));
  if (card.fact) made.append(element("span", "fact", card.fact));
  const spark = sparkline(card.spark, card.kind);
  if (spark) made.append(spark);
  else if (card.value !== null) made.append(element("span", "quiet", words.no_other_year));
  if (card.marks.length) made.append(element("span", "quiet", card.marks.join(" · ")));
  return made;
}

function itemOf({ indicator, text, mark }, open) {
  const made = button("item", "", text);
  const sign = element("span", `mark ${mark}`, MARKS[mark], { "aria-hidden": "true" });
  made.append(sign, element("span", "", text));
  made.onclick = () => open(indicator);
  const item = element("li", "");
  item.append(made);
  return item;
}

// What calls, or what goes well; the first are seen, the others are unfolded.
function listOf({ name, items, others, more, nothing }, open) {
  const section = element("section", "list");
  section.append(heading(name));
  if (!items.length) section.append(element("p", "quiet", nothing));
  const list = element("ul", "");
  list.append(...items.map((item) => itemOf(item, open)));
  section.append(list);
  if (others.length) {
    const fold = element("details", "others");
    const rest = element("ul", "");
    rest.append(...others.map((item) => itemOf(item, open)));
    fold.append(element("summary", "", more), rest);
    section.append(fold);
  }
  return section;
}

function fieldOf(card, words, open, turn) {
  const made = button("field", "", `${card.field}: ${card.alt}`);
  made.onclick = () => (card.page ? turn(card.page) : open(card.indicator));
  made.append(element("span", "of", card.field), element("span", "name", card.name), figureOf(card, words));
  const facts = [card.place, card.growth ?? card.change?.text].filter(Boolean);
  if (facts.length) made.append(element("span", "fact", facts[0]));
  const spark = sparkline(card.spark, card.kind);
  if (spark) made.append(spark);
  return made;
}

// The columns by which the list can be sorted, and how two cards compare in them.
const ORDERS = {
  field: null, // the order of the fields, in which they come
  name: (a, b) => a.name.localeCompare(b.name),
  year: (a, b) => b.year.localeCompare(a.year),
  rank: (a, b) => (a.rank ?? LAST) - (b.rank ?? LAST),
};
const COLUMNS = ["field", "name", "figure", "year", "change", "rank", "trend", "document"];

function cellsOf(card, words, open) {
  const name = button("link", card.name, card.alt);
  name.dataset.indicator = card.indicator;
  name.onclick = () => open(card.indicator);
  const figure = element("span", card.value === null ? "missing" : "value", card.value ?? words.missing);
  const whole = element("span", "");
  whole.append(figure, card.unit ? ` ${card.unit}` : "");
  const change = [card.growth, card.change?.text, card.target?.text].filter(Boolean).join(" · ");
  const notes = [...card.marks, card.source].filter(Boolean).join(" · ");
  const source = element("span", "source", notes);
  return {
    field: card.field, name, figure: whole, year: element("span", card.is_focus ? "" : "old", card.year),
    change: change || (card.is_to_date ? card.stale_text : ""),
    rank: card.place, trend: sparkline(card.spark, card.kind) ?? "", document: source,
  };
}

function rowOf(card, words, open) {
  const row = element("tr", "");
  const cells = cellsOf(card, words, open);
  for (const column of COLUMNS) {
    const [tag, scope] = column === "name" ? ["th", { scope: "row" }] : ["td", {}];
    const cell = element(tag, "", "", { "data-column": column, ...scope });
    cell.append(cells[column]);
    row.append(cell);
  }
  if (card.sentence) {
    row.lastChild.append(...copyButton(card.sentence, `${words.copy}: ${card.name}`, words, true));
  }
  return row;
}

function tableOf(cards, words, open) {
  const table = element("table", "");
  const [head, body] = [element("thead", ""), element("tbody", "")];
  const line = element("tr", "");
  const fill = (order) => {
    const sorted = ORDERS[order] ? [...cards].sort(ORDERS[order]) : cards;
    body.replaceChildren(...sorted.map((card) => rowOf(card, words, open)));
    for (const cell of line.children) {
      if (cell.dataset.order) cell.ariaSort = cell.dataset.order === order ? "ascending" : "none";
    }
  };
  for (const column of COLUMNS) {
    const cell = element("th", "", "", { scope: "col", "data-column": column });
    const label = words[`column_${column}`];
    if (column in ORDERS) {
      cell.dataset.order = column;
      const sort = button("sort", label, label);
      sort.onclick = () => fill(column);
      cell.append(sort);
    } else cell.textContent = label;
    line.append(cell);
  }
  head.append(line);
  fill("field");
  table.append(head, body);
  return table;
}

function allOf(cards, without, words, open) {
  const fold = element("details", "all");
  fold.open = innerWidth > PHONE;
  fold.append(element("summary", "", words.all), tableOf(cards, words, open));
  if (without) fold.append(element("p", "quiet", without));
  return fold;
}

function openingOf(opening, words, open) {
  const flagships = element("section", "flagships", "", { "aria-label": words.flagships });
  flagships.append(...opening.flagships.map((card) => flagshipOf(card, words, open)));
  return [judgementOf(opening, words), ...(opening.flagships.length ? [flagships] : [])];
}

function wholeOf({ attention, credit, fields, all, without }, words, open, turn) {
  const lists = element("div", "lists");
  lists.append(listOf(attention, open), listOf(credit, open));
  const tiles = element("section", "fields", "", { "aria-label": words.fields });
  tiles.append(...fields.map((card) => fieldOf(card, words, open, turn)));
  return [chartsButton(words), lists, ...(fields.length ? [tiles] : []), allOf(all, without, words, open)];
}

// On a phone the first chart is seen at once, the others by this button: shell.css folds them.
function chartsButton(words) {
  const made = button("charts", words.charts, words.charts);
  const page = document.documentElement;
  const tell = () => made.setAttribute("aria-expanded", String(page.dataset.charts === "all"));
  made.onclick = () => {
    page.dataset.charts = page.dataset.charts === "all" ? "first" : "all";
    tell();
  };
  tell();
  return made;
}

export default function mount({ data, parentElement, setTriggerValue }) {
  const open = (indicator) => setTriggerValue("indicator", indicator);
  const turn = (page) => setTriggerValue("page", page);
  const root = element("div", "overview");
  const { opening, whole, words } = data;
  root.append(...(opening ? openingOf(opening, words, open) : wholeOf(whole, words, open, turn)));
  parentElement.querySelector(".overview")?.remove();
  parentElement.append(root);
}
