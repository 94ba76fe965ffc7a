// The lines of a figure with their names and values, for labels.js to write. Pure.

import { read } from "./text.js";
import { isLine, known } from "./traces.js";
import { folded } from "./words.js";

export const isNameOf = (line) => (note) => note.name === line.name;

// The names that charts/lines.py puts at lines: [{ of, lines, colour, ends }], no wider than a part
// of the plot. `ends` says of one that it stands in the column at the end: its line goes on to the
// plot's last year, the chart has all names there, or the plot has no place for it (`aside`).
export function namesOf(figure, size, measure, aside = []) {
  const lines = figure.data.filter(isLine);
  const last = Math.max(...lines.map((line) => known(line).at(-1)?.x));
  return lines.flatMap((line) =>
    (figure.layout.annotations ?? []).filter(isNameOf(line)).map((note) => ({
      of: line.name,
      lines: folded(note.text, size.width * 0.3, measure).split("<br>").map(read),
      colour: note.font.color,
      ends: figure.layout.meta?.in_a_column || note.x === last || aside.includes(line.name),
      aside: aside.includes(line.name),
    })),
  );
}

// The values that a line has written, the same in all shapes: its first and its last one, that of the
// year before, with which the last is compared, its lowest and its highest.
function told(points) {
  const [first, last] = [points[0], points.at(-1)];
  const kept = points.filter((p) => p === first || p === last || p.x === last.x - 1);
  for (const extreme of [Math.min, Math.max]) {
    const y = extreme(...points.map((point) => point.y));
    if (!kept.some((point) => point.y === y)) kept.push(points.find((point) => point.y === y));
  }
  return kept;
}

// The lines as they were drawn: `marks` has the places of each trace's points. The home area's
// values are written, and a lone line's.
export function drawnLines(data, marks, names) {
  const lines = data.filter(isLine);
  const drawn = data.filter((trace) => trace.type === "scatter");
  return lines.map((line) => {
    const boxes = marks[drawn.indexOf(line)] ?? [];
    const all = known(line);
    const says = line.meta?.home || lines.length === 1 ? told(all) : [];
    const points = all.map((point, i) => ({
      x: boxes[i].x,
      y: boxes[i].y,
      value: says.includes(point) ? point.value : "",
      joined: point.joined,
    }));
    const name = names.find((found) => found.of === line.name);
    const joins = points.flatMap((p, i) => (p.joined ? [[points[i - 1], p]] : []));
    return { points, joins, name, colour: name?.colour ?? line.line.color };
  });
}
