// A figure made fit for its place on an image. Pure.

import { MUTED, PAPER } from "palette";
import { ASIDE, LEADER } from "./labels.js";
import { isNameOf } from "./lines.js";
import { isColumns, isLine, numbers, textsOf, valuesOf } from "./traces.js";
import { FONT, ROW, folded, longest } from "./words.js";

export const USUAL_SIZE = 1.2; // of labels; below it they are small

// What the plot tries, one after the other, until no two of its texts touch: first large labels,
// so that they stay legible in a report, then values written upwards, then smaller labels.
export function attempts(figure, shape) {
  const upright = hasColumnLabels(figure) ? [false, true] : [false];
  return [1.35, USUAL_SIZE, 1.05, 0.9, 0.8, 0.7, 0.6]
    .flatMap((enlarged) => upright.map((up) => ({ enlarged: enlarged * shape.type, upright: up })))
    .filter((_, i) => upright.length === 1 || i !== 1); // at the largest, upwards is no gain
}

function hasColumnLabels(figure) {
  return figure.data.some((trace) => isColumns(trace) && trace.text !== undefined);
}
// The figure for a plot of a size, in the plot's own units: long names and values take a second
// line, bars are no thicker than they look good, marks no wider than their column, with `upright`
// values are written upwards, and `names` of lines have room in the margin.
export function fitted(figure, size, upright, measure, names) {
  const data = figure.data.map((trace) => ({ ...trace }));
  const layout = { ...figure.layout, paper_bgcolor: PAPER, plot_bgcolor: PAPER, showlegend: false };
  for (const name of ["width", "height", "autosize"]) delete layout[name];
  layout.margin = { l: 2, t: 12, b: 8, ...layout.margin };
  layout.margin.r = Math.max(layout.margin.r ?? 0, 8);
  const bars = data.filter((trace) => trace.type === "bar");
  const isName = (note) => data.filter(isLine).some((line) => isNameOf(line)(note));
  layout.annotations = (layout.annotations ?? []).filter((note) => !isName(note)).map((n) => ({ ...n }));
  if (bars.length && isColumns(bars[0])) fitColumns(data, bars, layout, size, upright, measure);
  else if (bars.length) fitBars(bars, layout, size, measure);
  else fitLines(layout, names, size, measure);
  if (layout.meta?.across) fitTiles(layout, size, measure);
  fitYears(layout, data, size, measure);
  return { data, layout };
}
function fitColumns(data, bars, layout, size, upright, measure) {
  const range = layout.xaxis?.range;
  const places = range ? range[1] - range[0] : bars[0].x?.length || 1;
  const slot = (size.width - 50) / places;
  const sets = layout.barmode === "group" ? bars.length : 1;
  layout.bargap = Math.max(layout.bargap ?? 0.45, 1 - (72 * sets) / slot);
  const thick = slot * (1 - layout.bargap);
  for (const trace of data.filter((t) => t.marker?.symbol === "line-ew")) {
    trace.marker = { ...trace.marker, size: Math.min(trace.marker.size, thick) };
  }
  const labelled = bars.filter((trace) => textsOf(trace).length);
  for (const trace of labelled) {
    trace.cliponaxis = false;
    trace.textfont = { ...trace.textfont, size: FONT }; // smaller on a screen, for phones
    trace.textangle = upright ? -90 : 0; // on a screen upright wherever a phone has no room
    if (!upright) trace.text = foldedOver(textsOf(trace), slot / sets, measure);
  }
  const labels = labelled.flatMap(textsOf);
  const rows = Math.max(0, ...labels.map((label) => String(label).split("<br>").length));
  if (labels.length) leaveAbove(upright ? longest(labels, measure) : rows * ROW, data, layout, size);
}

// Labels of columns: one with nothing beside it may reach over its neighbours' places.
function foldedOver(labels, slot, measure) {
  const free = (i) => labels[i] === "";
  return labels.map((label, i) => {
    const beside = 0.3 * (free(i - 1) + free(i + 1));
    return folded(label, slot * (0.95 + beside), measure);
  });
}

// Room above the tallest column for what is written there, in pixels.
function leaveAbove(pixels, data, layout, size) {
  const values = data.flatMap((trace) => numbers(trace.y));
  const [above, below] = [Math.max(0, ...values), Math.min(0, ...values)];
  const part = Math.min(0.6, (pixels + 10) / Math.max(size.height - 60, 1));
  const top = below + (above - below) / (1 - part);
  const asked = layout.yaxis?.range ?? [below && below - (top - above), 0];
  layout.yaxis = { ...layout.yaxis, range: [asked[0], Math.max(asked[1], top)] };
}

function fitBars(bars, layout, size, measure) {
  const slot = (size.height - 20) / (bars[0].y?.length || 1);
  layout.bargap = Math.max(layout.bargap ?? 0.45, 1 - 34 / slot);
  for (const trace of bars) {
    trace.cliponaxis = false;
    trace.y = Array.from(trace.y, (name) => folded(name, size.width * 0.36, measure));
    trace.text = textsOf(trace).map((text) => folded(text, size.width * 0.36, measure));
  }
  // What is said of a bar stands beside it, or in a column at the right.
  const room = longest(bars.flatMap(textsOf), measure);
  const column = longest(layout.annotations.filter(isBeside).map((note) => note.text), measure);
  layout.margin.r = 14 + Math.max(room, column);
  if (layout.yaxis?.ticktext) nameRows(layout, size, measure);
  const values = bars.flatMap((trace) => numbers(trace.x));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  // What is said of a negative bar stands at its left.
  const left = low < 0 && room ? ((high - low) * (room + 14)) / (size.width * 0.45) : 0;
  const range = room || !layout.xaxis?.range ? [low - left, high] : layout.xaxis.range;
  if (layout.barmode !== "stack") layout.xaxis = { ...layout.xaxis, range };
  if (layout.yaxis?.range) layout.yaxis = { ...layout.yaxis, range: widened(layout.yaxis.range, size) };
}

const TALLEST_ROW = 84; // of a bar with its words above it

// Few bars stay together in the middle instead of growing with the image.
function widened([low, high], size) {
  const more = Math.max(0, size.height / TALLEST_ROW - (high - low)) / 2;
  return [low - more, high + more];
}

// Names beside rows of marks take their lines; those of lines are written afterwards, the ones
// at the last year in the margin.
function fitLines(layout, names, size, measure) {
  if (layout.yaxis?.ticktext) nameRows(layout, size, measure);
  const said = longest(layout.annotations.filter(isBeside).map((note) => note.text), measure);
  if (said) layout.margin.r = 14 + said;
  if (!names.length) return;
  const column = names.filter((name) => name.ends).flatMap((name) => name.lines);
  layout.margin.r = ASIDE + LEADER + longest(column, measure);
}
// Names of tiles take as many lines as a tile is wide; their values stand below.
function fitTiles(layout, size, measure) {
  for (const note of layout.annotations) {
    const [name, ...value] = note.text.split("<br><b>");
    if (!value.length) continue;
    const lines = folded(name, (0.8 * size.width) / layout.meta.across, measure);
    note.text = [lines, ...value].join("<br><b>");
  }
}

const isBeside = (note) => note.xref === "paper" && note.x === 1;

function nameRows(layout, size, measure) {
  const names = layout.yaxis.ticktext.map((name) => folded(name, size.width * 0.36, measure));
  layout.yaxis = { ...layout.yaxis, ticktext: names };
}

// As many years are named as have room, the latest first, then those of which something is drawn, of
// the home area before others; each has its tick.
function fitYears(layout, data, size, measure) {
  const { range, tickformat, dtick } = layout.xaxis ?? {};
  if (tickformat !== "d" || !range) return;
  const room = size.width - (layout.margin.r ?? 0) - 60;
  const year = room / (range[1] - range[0]);
  const apart = Math.min(Math.ceil((measure("2025", FONT, 400) + 16) / year), dtick);
  const [first, last] = [Math.ceil(range[0]), Math.floor(range[1])];
  const all = Array.from({ length: last - first + 1 }, (_, i) => last - i);
  const drawn = (traces) => {
    const years = new Set(traces.flatMap(yearsOf));
    return all.filter((at) => years.has(at));
  };
  const order = [last, ...drawn(data.filter((trace) => trace.meta?.home)), ...drawn(data), ...all];
  const named = [];
  for (const at of order) if (named.every((other) => Math.abs(at - other) >= apart)) named.push(at);
  const minor = { tickmode: "linear", tick0: last, dtick: 1, ticks: "outside", ticklen: 4, tickcolor: MUTED };
  layout.xaxis = { ...layout.xaxis, tickmode: "array", tickvals: named, ...(apart > 1 && { minor }) };
}

const yearsOf = (trace) => {
  const values = valuesOf(trace.y);
  return valuesOf(trace.x).filter((_, i) => values[i] !== null && !Number.isNaN(values[i]));
};
