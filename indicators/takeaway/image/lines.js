// The lines of a figure with their names and values, for labels.js to write. Pure.

import { read } from "./text.js";
import { isLine, known } from "./traces.js";
import { folded } from "./words.js";

export const isNameOf = (line) => (note) => note.name === line.name;

// The names that charts/lines.py puts at lines: [{ of, lines, colour, ends }], no wider than a part
// of the plot. `ends` says of one that it stands in the column at the end: its line goes on to the
// plot's last year, or the chart has all names there.
export function namesOf(figure, size, measure) {
  const lines = figure.data.filter(isLine);
  const last = Math.max(...lines.map((line) => known(line).at(-1)?.x));
  return lines.flatMap((line) =>
    (figure.layout.annotations ?? []).filter(isNameOf(line)).map((note) => ({
      of: line.name,
      lines: folded(note.text, size.width * 0.3, measure).split("<br>").map(read),
      colour: note.font.color,
      ends: figure.layout.meta?.in_a_column || note.x === last,
    })),
  );
}
// The lines as they were drawn: `marks` has the boxes of each trace's points. The home area's
// values are written, and a lone line's.
export function drawnLines(data, marks, names) {
  const lines = data.filter(isLine);
  const drawn = data.filter((trace) => trace.type === "scatter");
  return lines.map((line) => {
    const boxes = marks[drawn.indexOf(line)] ?? [];
    const says = line.meta?.home || lines.length === 1;
    const points = known(line).map((point, i) => ({
      x: (boxes[i].left + boxes[i].right) / 2,
      y: (boxes[i].top + boxes[i].bottom) / 2,
      value: says ? point.value : "",
      joined: point.joined,
    }));
    const name = names.find((found) => found.of === line.name);
    const joins = points.flatMap((p, i) => (p.joined ? [[points[i - 1], p]] : []));
    return { points, joins, name, colour: name?.colour ?? line.line.color };
  });
}
