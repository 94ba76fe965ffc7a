// Where everything on an image goes: district, topic and statement above, note, source and dates
// below, the plot in what is left. Text is wrapped by its measured width and the plot gives
// way; where the plot would become too small, all text shrinks by a step. Pure.

import { ACCENT, INK, MUTED } from "palette";
import { ENTRY, legendOf } from "./legend.js";
import { BAND, LINE } from "./paper.js";
import { statement } from "./statement.js";
import { balanced, evenly, shared, shortened } from "./text.js";

// The steps by which text gives way so that the plot keeps this part of the image's height.
const SHRINK = [1, 0.9, 0.8, 0.7];
const PLOT_PART = 0.45;
const LEAST_PART = 0.3;

// Where everything goes: { texts, rule, legend, plot: { x, y, width, height }, pad }.
export function frame(caption, figure, shape, measure) {
  let placed;
  for (const shrink of SHRINK) {
    placed = layOut(caption, figure, shape, shape.type * shrink, Infinity, measure);
    if (placed.plot.height >= shape.height * PLOT_PART) return placed;
  }
  // Only what nobody writes comes here: a note of a dozen lines. It ends in an ellipsis.
  for (let most = 6; most > 1 && placed.plot.height < shape.height * LEAST_PART; most--) {
    placed = layOut(caption, figure, shape, shape.type * SHRINK.at(-1), most, measure);
  }
  return placed;
}

function layOut(caption, figure, shape, type, most, measure) {
  const pad = Math.round(12 + shape.width * 0.0267);
  const width = shape.width - 2 * pad;
  const texts = [];
  let y = BAND + 22 * type;
  const add = (part, lines, size, weight, colour, gap) => {
    for (const text of lines) {
      texts.push({ part, text, x: pad, y: y + size, size, weight, colour });
      y += size * LINE;
    }
    if (lines.length) y += gap;
  };
  const [tiny, title, second, small] = [15, 30, 19, 15].map((size) => size * type);
  const lines = (text, size) => shortened(evenly(text, size, width, measure), most);
  add("masthead", lines(caption.masthead, tiny), tiny, 400, ACCENT, 4);
  const large = (text) =>
    add("title", shortened(balanced(text, title, 600, width, measure), most), title, 600, INK, 4);
  const muted = (text, gap) =>
    add("subtitle", lines(text, second * 0.9), second * 0.9, 400, MUTED, gap);
  // The statement is the headline and the topic small above it; without one the topic is.
  if (caption.sentence) {
    const { head, rest } = statement(caption.sentence);
    muted(`${caption.title} · ${caption.subtitle}`, 3);
    large(head);
    add("sentence", lines(rest, second), second, 400, INK, 0);
    y += 8 * type;
  } else {
    large(caption.title);
    muted(caption.subtitle, 8 * type);
  }
  const legend = { x: pad, y, size: small * 1.05 };
  legend.rows = legendOf(figure, legend.size, width, measure);
  const top = y + legend.rows.length * ENTRY * legend.size + 6 * type;

  const low = small * shape.foot;
  const said = [caption.as_of, caption.exported, shape.isPrinted ? caption.address : ""];
  const foot = [
    lines(caption.note, low),
    lines(caption.source, low),
    shared(said.filter(Boolean), low, width, measure),
  ].flat();
  y = shape.height - pad * 0.6 - foot.length * low * LINE;
  const rule = y - 8 * type;
  add("footer", foot, low, 400, MUTED, 0);
  const plot = { x: pad, y: top, width, height: rule - 12 * type - top };
  return { texts, rule, legend, pad, plot };
}
