// What an image writes at lines, for it has no hover: their names and last values, and the home
// area's other values. Each is put where it covers nothing, as the plot was really drawn. Pure.
//
// A line is { points: [{ x, y, value }], joins: [[a, b]], name: { lines, colour, ends }, colour }
// with places in the plot's own units; `ends` says that its name stands in the column at the end.
// A box is { left, top, right, bottom }.

import { GAP } from "./faults.js";
import { ROW, longest } from "./words.js";

export const ASIDE = 9; // from a point to what is written beside it
const BETWEEN = 3; // of names in a column where one is of two lines: which lines belong together
export const LEADER = 16; // room for the thin line from a point to a name that stands away from it
// What covering something costs, in units of distance.
const COST = { text: 1000, led: 200, point: 90, join: 30 }; // `led`: through a text, by its leader

function boxAt({ x, y }, anchor, lines, measure) {
  const width = longest(lines, measure);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  const half = (lines.length * ROW) / 2 - 1;
  return { left, right: left + width, top: y - half, bottom: y + half };
}

// Boxes of texts are higher than their ink: above each other they may share a little.
const overlaps = (a, b, gap, shared) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > -gap &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > shared;

// Whether a straight join between two points passes through a box (Liang and Barsky's clipping).
function passes([a, b], box) {
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [a.x - b.x, a.x - box.left], [b.x - a.x, box.right - a.x],
    [a.y - b.y, a.y - box.top], [b.y - a.y, box.bottom - a.y],
  ]) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}

function costOf(box, { texts, points, joins }, size) {
  const out = box.left < 0 || box.top < 0 || box.right > size.width || box.bottom > size.height;
  const count = (things, covers) => things.filter(covers).length;
  return (
    COST.text * (out + count(texts, (text) => overlaps(text, box, GAP, 3))) +
    COST.point * count(points, (point) => overlaps(point, box, 1, 1)) +
    COST.join * count(joins, (join) => passes(join, box))
  );
}

// Places around a point, the nearest first: beside it, above, below, and further out.
function around({ x, y }, lines) {
  const near = ASIDE + (lines.length * ROW) / 2 - 4;
  return [0, 14, 28, 44, 64].flatMap((far) => [
    { x: x + ASIDE + far, y, anchor: "start", far },
    { x: x + 2, y: y - near - far, anchor: "start", far: far + 1 },
    { x: x + 2, y: y + near + far, anchor: "start", far: far + 1 },
    { x, y: y - near - far, anchor: "middle", far: far + 2 },
    { x, y: y + near + far, anchor: "middle", far: far + 2 },
    { x: x - ASIDE - far, y, anchor: "end", far: far + 3 },
    { x: x - 2, y: y - near - far, anchor: "end", far: far + 3 },
    { x: x - 2, y: y + near + far, anchor: "end", far: far + 3 },
  ]);
}

// Heights as near as can be to those wanted, in their order, none closer than `gaps` asks: those
// that would touch are pooled around their middle.
function apart(wanted, gaps) {
  const pools = [];
  let reach = 0; // how far below the first one this one must stand
  wanted.forEach((at, i) => {
    reach += i ? gaps[i] : 0;
    pools.push({ sum: at - reach, count: 1 });
    while (pools.length > 1 && mean(pools.at(-1)) < mean(pools.at(-2))) {
      const { sum, count } = pools.pop();
      pools.at(-1).sum += sum;
      pools.at(-1).count += count;
    }
  });
  const bases = pools.flatMap((pool) => Array(pool.count).fill(mean(pool)));
  let below = 0;
  return bases.map((base, i) => base + (below += i ? gaps[i] : 0));
}

const mean = ({ sum, count }) => sum / count;

// Names in one column at the right, in the order of the lines' last values.
function inColumn(lines, size) {
  const sorted = [...lines].sort((a, b) => a.points.at(-1).y - b.points.at(-1).y);
  const heights = sorted.map(({ name }) => name.lines.length * ROW);
  const gaps = heights.map((high, i) => {
    const rows = i ? high + heights[i - 1] : 0;
    return rows / 2 + (rows > 2 * ROW ? BETWEEN : 0);
  });
  const places = apart(sorted.map(({ points }) => points.at(-1).y), gaps);
  const over = Math.max(0, places.at(-1) + heights.at(-1) / 2 - size.height);
  const edge = Math.max(...sorted.map(({ points }) => points.at(-1).x));
  const moved = sorted.some(({ points }, i) => {
    const { x, y } = points.at(-1);
    return x < edge - 1 || Math.abs(places[i] - over - y) > 3;
  });
  return sorted.map(({ name, points }, i) => {
    const point = points.at(-1);
    const at = { x: edge + ASIDE + (moved ? LEADER : 0), y: places[i] - over };
    const leader = moved && [point, { x: at.x - 3, y: at.y }];
    return { ...name, ...at, anchor: "start", leader };
  });
}

function leaderTo(point, place, box) {
  if (place.far < 14) return false;
  const at = { x: Math.min(Math.max(point.x, box.left), box.right), y: place.y };
  if (place.anchor === "middle" || Math.abs(place.y - point.y) > ROW) {
    at.y = place.y < point.y ? box.bottom : box.top;
  }
  return [point, at];
}

// All that is written: { labels: [{ lines, x, y, anchor, colour, leader, veil }], faults }. A veil
// is the box of a label that covers something; the faults are names without a place of their own.
export function written(lines, taken, size, measure) {
  const labels = [];
  const there = { ...taken, texts: [...taken.texts], joins: [...taken.joins] };
  let faults = 0;
  const put = (label, cost) => {
    const box = boxAt(label, label.anchor, label.lines, measure);
    labels.push({ ...label, veil: cost % COST.text >= COST.join && box });
    // As high as the browser says of the plot's own texts, which is more than their ink.
    there.texts.push({ ...box, top: box.top - 2, bottom: box.bottom + 2 });
    if (label.leader) there.joins.push(label.leader);
    if (cost >= COST.text) faults++;
  };
  for (const label of inColumn(lines.filter((line) => line.name?.ends), size)) {
    put(label, costOf(boxAt(label, label.anchor, label.lines, measure), there, size));
  }
  for (const { name, points } of lines.filter((line) => line.name && !line.name.ends)) {
    const best = cheapest(points.at(-1), name.lines, there, size, measure);
    put({ ...name, ...best.place, leader: leaderTo(points.at(-1), best.place, best.box) }, best.cost);
  }
  for (const line of lines) {
    for (const { value, ...point } of line.points.slice(0, line.name ? -1 : undefined).reverse()) {
      if (!value) continue;
      const { place, cost } = cheapest(point, [value], there, size, measure);
      // A value has its place beside its point, free of all else, or is left out.
      if (cost < 14) put({ lines: [value], colour: line.colour, ...place, leader: false }, 0);
    }
  }
  return { labels, faults };
}

function cheapest(point, lines, there, size, measure) {
  const found = around(point, lines).map((place) => {
    const box = boxAt(place, place.anchor, lines, measure);
    const leader = leaderTo(point, place, box);
    const led = leader && there.texts.some((text) => passes(leader, text));
    return { place, box, cost: place.far + costOf(box, there, size) + COST.led * led };
  });
  return found.reduce((best, other) => (other.cost < best.cost ? other : best));
}
