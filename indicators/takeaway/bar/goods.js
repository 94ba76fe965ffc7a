// All that can be taken from a card.

import { ZONE } from "clock";
import { described } from "../files/bytes.js";
import { pasted } from "../files/shown.js";
import { csv, tabbed, visible } from "../files/table.js";
import { workbook } from "../files/workbook.js";
import { SHAPES } from "../image/paper.js";
import { asPng, picture } from "../image/picture.js";

// 2026-11-24 in every language: the office's day, wherever the reader is.
export const today = () => new Date().toLocaleDateString("sv", { timeZone: ZONE });

// The view's address, short enough to be typed: its reader's browser knows the language.
export const address = () =>
  decodeURI(location.host + location.pathname + location.search)
    .replace(/([?&])lang=\w+&?/, "$1")
    .replace(/[?&]$/, "");

// The chart before a place; none where numbers stand for one.
export function chartBefore(place) {
  const host = place.getRootNode().host ?? place; // the bar stands in a shadow of its own
  const before = [...document.querySelectorAll(".js-plotly-plot, .numbers")].filter(
    (chart) => chart.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const last = before.at(-1);
  return last?.matches(".numbers") ? undefined : last;
}

// What the reader hid by a click on the legend stays hidden in what is taken away.
const hiddenSeries = (chart) =>
  (chart?._fullData ?? [])
    .filter((trace) => trace.visible === "legendonly")
    .map((trace) => ({ name: trace.name, columns: trace._input?.meta?.columns ?? [] }));

// A card's figure without its hidden series and without what is written for them.
function figureWithout(hidden, card) {
  const away = new Set(hidden.map((series) => series.name));
  const figure = JSON.parse(card.figure);
  const stays = ({ name }) => !away.has(name);
  figure.data = figure.data.filter(stays);
  figure.layout.annotations = figure.layout.annotations?.filter(stays);
  return figure;
}

// What the file of an image tells of itself.
const imageTexts = ({ caption, notes }, sentence) => ({
  Title: caption.title,
  Description: [sentence, `${caption.subtitle} · ${notes.sectors}`].filter(Boolean).join(" "),
  Source: `${caption.source} ${caption.as_of}`,
  "Creation Time": new Date().toISOString(),
  URL: location.href,
});

// { name, imageName(shape), image(shape, scale), vector(shape), table(), notes(), about(), … }. Images are kept, so that
// the preview is the file, until something on them changes.
export function goods(card, shared, place) {
  const { words } = shared;
  const kept = new Map();
  const hidden = () => hiddenSeries(chartBefore(place));
  const once = (key, make) => {
    const whole = [key, hidden().map((s) => s.name), location.href, today()].join("|");
    if (!kept.has(whole)) kept.set(whole, make());
    kept.get(whole).catch(() => kept.delete(whole));
    return kept.get(whole);
  };
  const now = () => ({ exported: words.exported + today(), address: address() });
  // The sentence may speak of what is hidden, and so does what is read out of the figures.
  const unlessHidden = (said, other) => (hidden().length ? other : said);
  const sentence = () => unlessHidden(card.caption.sentence, "");
  const alt = () => unlessHidden(card.alt, card.caption.subtitle);
  const caption = () => ({ ...card.caption, sentence: sentence(), alt: alt(), ...now() });
  const drawn = (shape) =>
    once(shape, () => picture(figureWithout(hidden(), card), caption(), SHAPES[shape], words.lang));
  const table = () => (card.figure ? visible(card.table, hidden()) : card.table);
  const notes = () => notesOf(card, sentence(), words, { sectors: card.notes.sectors, ...now() });
  return {
    name: card.fileName,
    imageName: (shape) => `${card.fileName}_${words[`file_${shape}`]}`,
    table,
    about: () => notesOf(card, sentence(), words, {}),
    notes,
    clip: () => ({
      "text/plain": tabbed(table()),
      "text/html": pasted(table(), card.caption, words, card.figure ? "" : words.missing_cell),
    }),
    image: (shape, scale) =>
      once(`${shape} ${scale}`, async () => {
        const { width, print } = SHAPES[shape];
        const png = await asPng(await drawn(shape), SHAPES[shape], scale);
        const bytes = new Uint8Array(await png.arrayBuffer());
        return described(bytes, imageTexts(card, sentence()), (width * scale * 100) / print);
      }),
    vector: async (shape) => new Blob([await drawn(shape)], { type: "image/svg+xml" }),
    data: async () => new Blob([csv(table())], { type: "text/csv;charset=utf-8" }),
    book: () => {
      const sheets = [{ title: card.caption.title, table: table() }];
      return workbook(shared.workbook, sheets, notes(), words.notes);
    },
  };
}

// What is to be known of a card, as [label, text, web address] rows; a row without a label goes
// on under the one before it. The last argument holds what all cards of the page have in common.
function notesOf({ caption, notes }, sentence, words, { sectors, exported, address: view }) {
  const under = (label, entries) => entries.map((entry, i) => [i ? "" : label, ...entry]);
  return [
    [words.note_title, caption.title],
    [words.note_filters, [caption.subtitle, sectors].filter(Boolean).join(" · ")],
    [words.note_sentence, sentence],
    [words.note_note, caption.note],
    ...under(words.note_definition, notes.definitions.map((text) => [text])),
    [words.note_source, caption.source.replace(/^[^：:]*[：:]\s*/, "")], // its label says it
    ...under(words.note_documents, notes.documents.map(([text, url], i) => [`${i + 1}. ${text}`, url])),
    [words.note_dates, [caption.as_of, exported].filter(Boolean).join("　")],
    [words.note_address, view],
  ].filter(([, text]) => text);
}
