// The words in a plot: their size, and long ones in lines of a width. Pure.

import { balanced, pieces } from "./text.js";

export const FONT = 13; // of labels, in the plot's own units
export const ROW = 17; // height of one of their lines

// charts/base.py breaks long names for a narrow screen; an image knows its width.
const unfolded = (name) => String(name).replaceAll("<br soft space>", " ").replaceAll("<br soft>", "");

// A label in lines of a width, first clause by clause; a number is never broken.
export function folded(label, width, measure) {
  const fits = (text) => measure(text.trim(), FONT, 400) <= width;
  const fold = (text) =>
    fits(text) || !pieces(text).every(fits) ? [text] : balanced(text, FONT, 400, width, measure);
  const clauses = (line) => (fits(line) ? [line] : line.split(/(?<=，|, )/));
  return unfolded(label).split("<br>").flatMap(clauses).flatMap(fold).map((l) => l.trim()).join("<br>");
}

const linesOf = (labels) => labels.flatMap((label) => String(label).split("<br>"));
export const longest = (labels, measure) =>
  Math.max(0, ...linesOf(labels).map((line) => measure(line, FONT, 400)));
