// What an image writes at lines, for it has no hover: their names and last values, and some of the
// home area's other values. Each is put where it covers nothing, as the plot was really drawn. Pure.
//
// A line is { points: [{ x, y, value }], joins: [[a, b]], name: { of, lines, colour, ends }, colour }
// with places in the plot's own units; `ends` says that its name stands in the column at the end, and
// `aside` that it does so away from its point, which has its value then.
// A box is { left, top, right, bottom }. What is taken is { texts, points, joins, breaks }: boxes of
// words and of marks, lines between two places, and where along the axis a series breaks.

import { GAP } from "./faults.js";
import { ROW, longest } from "./words.js";

export const ASIDE = 9; // from a point to what is written beside it
const BETWEEN = 3; // of names in a column where one is of two lines: which lines belong together
export const LEADER = 16; // room for the thin line from a point to a name that stands away from it
const CLEAR = 6; // from the middle of a point to where its leader begins: beside the mark
// What covering something costs, in units of distance. `false` is what would be read wrongly: a
// leader over another's mark, a name or a value beyond a break.
const COST = { text: 1000, false: 1000, led: 200, point: 90, join: 30 }; // `led`: through a text

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

const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const crosses = ([a, b], [c, d]) =>
  side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
const holds = (box, { x, y }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

// Whether a leader from a point runs over another mark or line, by which it would name that one.
function misleads(leader, from, { points, joins, breaks = [] }) {
  if (!leader) return false;
  const others = points.filter((box) => !holds(box, from));
  const lines = joins.filter((join) => !join.some((end) => end.x === from.x && end.y === from.y));
  return (
    others.some((box) => passes(leader, box)) ||
    lines.some((line) => crosses(leader, line)) ||
    breaks.some((at) => isBetween(at, from.x, leader[1].x))
  );
}

const isBetween = (at, a, b) => Math.min(a, b) < at && at < Math.max(a, b);
// Whether a box reaches into another half of a broken series than its point.
const isBeyond = (box, point, breaks = []) =>
  breaks.some((at) => isBetween(at, point.x, box.left) || isBetween(at, point.x, box.right));

const FAR = [0, 14, 28, 44, 64]; // how far from its point a name may stand
const NEAR = [0, 10]; // and a value, which has no leader

// Places around a point, the nearest first: beside it, above, below, and further out.
function around({ x, y }, lines, steps) {
  const near = ASIDE + (lines.length * ROW) / 2 - 4;
  return steps.flatMap((far) => [
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

// Names in one column at the right, in the order of the lines' last values. Where a leader would run
// over another line the name stands there without one: it says its year.
function inColumn(lines, size, taken) {
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
    const leader = moved && [{ x: point.x + CLEAR, y: point.y }, { x: at.x - 3, y: at.y }];
    return { ...name, ...at, anchor: "start", leader: !misleads(leader, point, taken) && leader };
  });
}

function leaderTo(point, place, box) {
  if (place.far < 14) return false;
  const at = { x: Math.min(Math.max(point.x, box.left), box.right), y: place.y };
  if (place.anchor === "middle" || Math.abs(place.y - point.y) > ROW) {
    at.y = place.y < point.y ? box.bottom : box.top;
  }
  const [wide, high] = [at.x - point.x, at.y - point.y];
  const part = CLEAR / Math.hypot(wide, high);
  return [{ x: point.x + wide * part, y: point.y + high * part }, at];
}

// All that is written: { labels: [{ lines, x, y, anchor, colour, leader, veil, covers }], faults,
// aside }. A veil is the box of a label, which `covers` a mark or a line or but the grid; the faults
// are names without a place of their own, and `aside` tells whose names found none in the plot: they
// belong into the column.
export function written(lines, taken, size, measure) {
  const labels = [];
  const aside = [];
  const named = []; // { point, y }: where names of the plot stand
  const there = { ...taken, texts: [...taken.texts], joins: [...taken.joins] };
  let faults = 0;
  const put = (label, cost) => {
    const veil = boxAt(label, label.anchor, label.lines, measure);
    labels.push({ ...label, veil, covers: cost % COST.text >= COST.join });
    // As high as the browser says of the plot's own texts, which is more than their ink.
    there.texts.push({ ...veil, top: veil.top - 2, bottom: veil.bottom + 2 });
    if (label.leader) there.joins.push(label.leader);
    if (cost >= COST.text) faults++;
  };
  const isInOrder = (point, place) =>
    named.every((other) => !isOneYear(other.point, point) || isAbove(other, { point, y: place.y }));
  const putName = ({ name, points }) => {
    const point = points.at(-1);
    const places = around(point, name.lines, FAR).filter((place) => isInOrder(point, place));
    const best = cheapest(point, name.lines, places, there, size, measure);
    if (!best || best.cost >= COST.point) return aside.push(name.of);
    named.push({ point, y: best.place.y });
    return put({ ...name, ...best.place, leader: best.leader }, best.cost);
  };
  for (const label of inColumn(lines.filter((line) => line.name?.ends), size, taken)) {
    put(label, costOf(boxAt(label, label.anchor, label.lines, measure), there, size));
  }
  const says = (line) => line.points.some(({ value }) => value);
  for (const line of [...lines].sort((a, b) => says(b) - says(a))) {
    const isNamed = line.name && !line.name.aside; // with its last value, beside its last point
    if (isNamed && !line.name.ends) putName(line);
    for (const { value, ...point } of line.points.slice(0, isNamed ? -1 : undefined).reverse()) {
      if (!value) continue;
      const places = around(point, [value], NEAR);
      const best = cheapest(point, [value], places, there, size, measure);
      // A value has its place beside its point, free of marks and words, or is left out.
      if (best.cost < COST.point) put({ lines: [value], colour: line.colour, ...best.place }, best.cost);
    }
  }
  return { labels, faults, aside };
}

const isOneYear = (a, b) => Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) > 1;
// Whether of two points of one year the higher one has the higher name.
const isAbove = (a, b) => (a.point.y - b.point.y) * (a.y - b.y) > 0;

function cheapest(point, lines, places, there, size, measure) {
  const found = places.map((place) => {
    const box = boxAt(place, place.anchor, lines, measure);
    const leader = leaderTo(point, place, box);
    const led = leader && there.texts.some((text) => passes(leader, text));
    const isFalse = misleads(leader, point, there) || isBeyond(box, point, there.breaks);
    const cost = place.far + costOf(box, there, size) + COST.led * led + COST.false * isFalse;
    return { place, leader, cost };
  });
  return found.reduce((best, other) => (other.cost < best.cost ? other : best), found[0]);
}
