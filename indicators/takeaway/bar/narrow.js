// What a chart of the page changes where it stands narrow: charts/ draws it for every width, and can
// but estimate how wide words are. Pure: a chart in, changes of it out, none where all is well.

import { isColumns, textsOf } from "../image/traces.js";

const FONT = 13; // of names, years and values, in pixels
const SMALL = 11; // of names that leave the plot too little
const SMALLEST = 9; // of values above columns
const PLOT = 0.42; // of the chart's width, at least, where words stand beside it
const AIR = 8; // pixels between two years
const EDGE = 20; // pixels beside a name
const YEAR = 12; // pixels that a year has at least: a name may reach over those after it

const linesOf = (text) => String(text).split("<br>");
const widthOf = (text, size, measure) =>
  Math.max(...linesOf(text).map((line) => measure(line.replace(/<[^>]*>/g, ""), size, 400)));
const notesOf = (layout) => (layout.annotations ?? []).map((note, at) => ({ ...note, at }));
const sizeOf = (note) => note.font?.size ?? FONT;

// What is written at lines' ends, and the margin that it takes: whole if the plot keeps its part, else
// shorter, as charts/ says, else smaller too.
function endsOf(layout, notes, { width, left }, measure) {
  const { names, years } = layout.meta;
  const laid = (short, size) => {
    const words = notes.map((note) => ({ note, size, text: names[note.name][short] }));
    const reach = ({ note, text }) =>
      widthOf(text, size, measure) - (note.showarrow ? 0 : YEAR * (years[1] - note.x));
    return { words, margin: Math.ceil(EDGE + Math.max(0, ...words.map(reach))) };
  };
  const tries = [laid(0, FONT), laid(1, FONT), laid(1, SMALL)];
  return tries.find(({ margin }) => width - left - margin >= PLOT * width) ?? tries.at(-1);
}

// What is said of a break stays within the chart and off its scale: at the other side of its line,
// or moved.
function breakOf(note, layout, { width, left, right }, measure) {
  const [first, last] = layout.xaxis.range;
  const x = left + ((note.x - first) / (last - first)) * (width - left - right);
  const wide = widthOf(note.text, sizeOf(note), measure) + 4;
  const over = { left: Math.max(0, x + wide - width), right: Math.max(0, left + wide - x) };
  const other = { left: "right", right: "left" }[note.xanchor];
  const xanchor = over[note.xanchor] > over[other] ? other : note.xanchor;
  return { xanchor, xshift: Math.round(xanchor === "left" ? -over.left : over.right) };
}

// The size of values above columns, each no wider than its place.
function sizeOfValues(columns, layout, year, measure) {
  const { size } = layout.meta;
  const words = columns.filter((trace) => trace.textangle !== -90).flatMap(textsOf);
  const wide = Math.max(0, ...words.map((text) => widthOf(text, size, measure)));
  const place = year / (layout.barmode === "group" ? columns.length : 1) - 1;
  return Math.min(size, Math.max(SMALLEST, Math.floor((2 * size * place) / wide) / 2));
}

// chart: { data, layout, width, left }, `left` the pixels before its plot. Gives what Plotly.update
// takes: changes of the columns, and of the layout.
export function changes({ data, layout, width, left }, measure) {
  const wanted = {};
  const want = (path, value, is) => {
    if (value !== is) wanted[path] = value;
  };
  let right = layout.margin?.r ?? AIR;
  const isTight = width - left - right < PLOT * width;
  const bars = data.filter((trace) => trace.type === "bar" && !isColumns(trace));
  const { names = {}, years, step } = layout.meta ?? {};
  if (isTight && bars.length) {
    const words = bars.flatMap(textsOf).map((text) => widthOf(text, FONT, measure));
    want("margin.r", Math.ceil(16 + Math.max(0, ...words)), right);
  }
  if (!step) return [{}, wanted];
  const ends = notesOf(layout).filter((note) => names[note.name]);
  if (ends.length && (isTight || ends.some((note) => note.text !== names[note.name][0]))) {
    const { words, margin } = endsOf(layout, ends, { width, left }, measure);
    want("margin.r", margin, right);
    right = margin;
    for (const { note, text, size } of words) {
      want(`annotations[${note.at}].text`, text, note.text);
      want(`annotations[${note.at}].font.size`, size, sizeOf(note));
    }
  }
  const year = (width - left - right) / (layout.xaxis.range[1] - layout.xaxis.range[0]);
  // As many years are named as have room, the latest always.
  const apart = Math.ceil((measure(String(years[1]), FONT, 400) + AIR) / year);
  want("xaxis.dtick", Math.max(step, apart), layout.xaxis.dtick);
  for (const note of notesOf(layout).filter(({ yref }) => yref === "y domain")) {
    const { xanchor, xshift } = breakOf(note, layout, { width, left, right }, measure);
    want(`annotations[${note.at}].xanchor`, xanchor, note.xanchor);
    want(`annotations[${note.at}].xshift`, xshift, note.xshift ?? 0);
  }
  const columns = data.filter((trace) => isColumns(trace) && textsOf(trace).some(Boolean));
  if (!columns.length) return [{}, wanted];
  const size = sizeOfValues(columns, layout, year, measure);
  return [size === (columns[0].textfont?.size ?? FONT) ? {} : { "textfont.size": size }, wanted];
}
