// The legend of an image: what each colour and mark stands for, in rows above the plot. Pure.

import { MUTED, PAPER } from "palette";
import { escaped, read } from "./text.js";
import { isLine, valuesOf } from "./traces.js";

// Marks as charts/ name them: their corners around their middle, in halves of their size.
const CORNERS = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
  "triangle-up": [[0, -1.15], [1.15, 0.85], [-1.15, 0.85]],
  star: Array.from({ length: 10 }, (_, i) => {
    const [far, turn] = [i % 2 ? 0.5 : 1.25, (i * Math.PI) / 5 - Math.PI / 2];
    return [far * Math.cos(turn), far * Math.sin(turn)];
  }),
};
const STROKES = { "line-ew": [-1, 0, 1, 0], "line-ns": [0, -1, 0, 1] };

function mark(symbol, x, y, size, colour) {
  const [name, half] = [symbol.replace(/-open$/, ""), size / 2];
  if (STROKES[name]) {
    const [x1, y1, x2, y2] = STROKES[name].map((part, i) => (i % 2 ? y : x) + part * size * 0.8);
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="3"/>`;
  }
  const hollow = `fill="${PAPER}" stroke="${colour}" stroke-width="1.5"`;
  const paint = name === symbol ? `fill="${colour}"` : hollow;
  if (!CORNERS[name]) return `<circle cx="${x}" cy="${y}" r="${half}" ${paint}/>`;
  const at = ([a, b]) => `${(x + a * half).toFixed(2)},${(y + b * half).toFixed(2)}`;
  return `<polygon points="${CORNERS[name].map(at).join(" ")}" ${paint}/>`;
}

// A column's sample: hatched where it is, half in the latest year's colour where it has its own.
function column({ marker, y: values }, x, y, size) {
  const [left, top] = [x - size / 2, y - size / 2];
  const part = (from, width, paint) =>
    `<rect x="${from}" y="${top}" width="${width}" height="${size}" ${paint}/>`;
  if (marker.pattern?.shape) {
    const lines = [0.5, 1, 1.5].map((along) => {
      const [near, far] = [Math.min(along, 1) * size, Math.max(along - 1, 0) * size];
      return `M${left + far} ${top + near}L${left + near} ${top + far}`;
    });
    const stroke = `stroke="${marker.line.color}" stroke-width="1.5"`;
    return part(left, size, `fill="${PAPER}" ${stroke}`) + `<path d="${lines.join("")}" ${stroke}/>`;
  }
  const known = valuesOf(values).map(Number.isFinite);
  // Hollow columns have their colour around them.
  const drawn = [marker.line?.color ?? marker.color].flat().filter((_, i, all) => all.length === 1 || known[i]);
  const colours = [...new Set(drawn)].slice(0, 2);
  return colours
    .map((colour, i) => part(left + (i * size) / 2, size / (i ? 2 : 1), `fill="${colour}"`))
    .join("");
}

const sampleWidth = (trace, size) => (isLine(trace) ? 2 : 1) * size;

function sample(trace, x, y, size) {
  const { marker } = trace;
  const middle = x + sampleWidth(trace, size) / 2;
  if (trace.type === "bar") return column(trace, middle, y, size * 0.8);
  const symbol = marker.symbol ?? "circle";
  if (!isLine(trace)) return mark(symbol, middle, y, size * 0.65, marker.color ?? marker.line.color);
  const { color, width } = trace.line; // a point's own tells whether it is hollow
  const along = `<line x1="${x}" y1="${y}" x2="${x + 2 * size}" y2="${y}" stroke="${color}" stroke-width="${width}"/>`;
  return along + mark(symbol, middle, y, size * 0.6, color);
}

export const ENTRY = 1.6; // height of a row and air after an entry, in the text's size

// A legend's rows of entries within a width: [[{ trace, x, name }]]; the home area comes first.
export function legendOf(figure, size, width, measure) {
  const is = figure.layout.showlegend || figure.layout.meta?.marks;
  const shown = is ? figure.data.filter((trace) => trace.showlegend !== false) : [];
  const rows = [];
  let x = 0;
  for (const trace of [...shown].sort((a, b) => (a.legendrank ?? 1000) - (b.legendrank ?? 1000))) {
    const name = sampleWidth(trace, size) + size * 0.5;
    const wide = name + measure(read(trace.name), size, 400);
    if (!rows.length || x + wide > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1).push({ trace, x, name: x + name });
    x += wide + ENTRY * size;
  }
  return rows;
}

export function drawnLegend({ rows, x, y, size }) {
  return rows
    .flatMap((row, i) => {
      const middle = y + (i + 0.5) * ENTRY * size;
      return row.map(
        (entry) =>
          sample(entry.trace, x + entry.x, middle, size) +
          `<text x="${(x + entry.name).toFixed(1)}" y="${(middle + size * 0.36).toFixed(1)}" ` +
          `font-size="${+size.toFixed(2)}" fill="${MUTED}">${escaped(read(entry.trace.name))}</text>`,
      );
    })
    .join("");
}
