// One figure or two in the place of a chart: its words set in the plot's place, as large as they
// have room. Pure.

import { ACCENT, INK, MUTED } from "palette";
import { escaped, wrap } from "./text.js";

// The steps of sizes that are tried, and of each how what there is can stand.
const SIZES = Array.from({ length: 30 }, (_, i) => 2 - i * 0.06);
const WAYS = [
  { numbers: "beside", facts: "beside" },
  { numbers: "beside", facts: "below" },
  { numbers: "below", facts: "below" },
];
const TALLEST = 0.82; // part of the place's height that is filled at most

// { texts, width, height } of words in one line.
function line(text, size, weight, colour, measure) {
  if (!text) return { texts: [], width: 0, height: 0 };
  const width = measure(text, size, weight);
  return { texts: [{ text, x: 0, y: size, size, weight, colour }], width, height: size * 1.35 };
}

const lines = (text, size, width, colour, measure) =>
  stacked((text ? wrap(text, size, 400, width, measure) : []).map((l) => line(l, size, 400, colour, measure)), 0);

const moved = (box, x, y) => box.texts.map((text) => ({ ...text, x: text.x + x, y: text.y + y }));
const widest = (boxes) => Math.max(0, ...boxes.map((box) => box.width));
const filled = (boxes) => boxes.filter((box) => box.texts.length);

function stacked(boxes, gap) {
  let y = 0;
  const texts = filled(boxes).flatMap((box, i) => {
    const at = y + (i ? gap : 0);
    y = at + box.height;
    return moved(box, 0, at);
  });
  return { texts, width: widest(boxes), height: y };
}

function inRow(boxes, gap, middle = false) {
  let x = 0;
  const height = Math.max(0, ...boxes.map((box) => box.height));
  const texts = filled(boxes).flatMap((box, i) => {
    const at = x + (i ? gap : 0);
    x = at + box.width;
    return moved(box, at, middle ? (height - box.height) / 2 : 0);
  });
  return { texts, width: x, height };
}

function numberBox({ when, value, unit, marks }, colour, size, measure) {
  const [large, small] = [value, unit].map((text, i) => line(text, (i ? 26 : 76) * size, i ? 400 : 600, i ? INK : colour, measure));
  const beside = moved(small, large.width + 10 * size, (76 - 26) * size);
  const figure = {
    texts: [...large.texts, ...beside],
    width: large.width + (unit ? 10 * size + small.width : 0),
    height: 96 * size,
  };
  return stacked([line(when, 22 * size, 400, MUTED, measure), figure, line(marks, 18 * size, 400, MUTED, measure)], 2 * size);
}

function seriesBox(series, way, size, width, measure) {
  const boxes = series.numbers.map((number, i, all) =>
    numberBox(number, i === all.length - 1 ? ACCENT : INK, size, measure),
  );
  const numbers = way === "beside" ? inRow(boxes, 60 * size) : stacked(boxes, 22 * size);
  return stacked(
    [line(series.name, 22 * size, 600, INK, measure), numbers, lines(series.change, 22 * size, width, INK, measure)],
    10 * size,
  );
}

// Names in a column, in lines where they are long, and beside them what they say.
function factsBox(facts, size, width, measure) {
  const gap = 26 * size;
  const said = facts.map((fact) => line(fact[1], 21 * size, 400, INK, measure));
  const room = Math.max(width - gap - widest(said), width / 3);
  const names = facts.map((fact) => lines(fact[0], 21 * size, Math.min(room, 420 * size), MUTED, measure));
  const column = widest(names) + gap;
  const rows = names.map((name, i) => ({
    texts: [...name.texts, ...moved(said[i], column, 0)],
    width: column + said[i].width,
    height: name.height,
  }));
  return stacked(rows, 6 * size);
}

function whole({ series, facts, only }, way, size, width, measure) {
  const boxes = series.map((one) => seriesBox(one, way.numbers, size, width, measure));
  const numbers = way.numbers === "beside" ? inRow(boxes, 80 * size) : stacked(boxes, 34 * size);
  const beside = factsBox(facts, size, width, measure);
  const both = way.facts === "beside" ? inRow([numbers, beside], 90 * size, true) : stacked([numbers, beside], 30 * size);
  return stacked([both, lines(only, 17 * size, width, MUTED, measure)], 26 * size);
}

// The numbers as the SVG of a plot of a size.
export function numbersPlot(numbers, { width, height }, measure) {
  const tried = SIZES.flatMap((size) => WAYS.map((way) => whole(numbers, way, size, width, measure)));
  const fits = (box) => box.width <= width && box.height <= height * TALLEST;
  const box = tried.find(fits) ?? tried.at(-1);
  const texts = moved(box, 0, Math.max(0, (height - box.height) / 2.2));
  const words = texts.map(
    (t) =>
      `<text x="${t.x.toFixed(1)}" y="${t.y.toFixed(1)}" font-size="${t.size.toFixed(2)}" ` +
      `font-weight="${t.weight}" fill="${t.colour}">${escaped(t.text)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${words.join("")}</svg>`;
}
