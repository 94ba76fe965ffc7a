// The official chart image, composed in one place: the texts of frame.js, the legend, the plot and
// what labels.js writes at its lines, as the text of one SVG. Pure.

import { ACCENT, HAIRLINE, MUTED, PAPER } from "palette";
import { drawnLegend } from "./legend.js";
import { BAND } from "./paper.js";
import { escaped } from "./text.js";
import { FONT, ROW } from "./words.js";

// The plot's SVG, put at its place and enlarged.
function setIn(plot, { x, y, width, height }, enlarged) {
  return plot.replace(/^[\s\S]*?<svg\b/, "<svg").replace(/<svg\b[^>]*>/, (tag) => {
    const kept = tag.replace(/\s(?:width|height|viewBox|x|y|style)="[^"]*"/g, "");
    const box = `0 0 ${width / enlarged} ${height / enlarged}`;
    const place = `x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box}"`;
    return kept.replace("<svg", `<svg ${place} overflow="visible"`);
  });
}

// The plot with paper behind the values of its columns, over the lines of the grid and of breaks.
export function veiledBehind(plot, boxes) {
  return plot.replace('<g class="plot"', `${boxes.map((box) => paper(box, 1)).join("")}<g class="plot"`);
}

// Its parts have ids, by which a drawing program's user finds them. Always in zh-CN: the sources are Chinese in English too, and must not get Japanese shapes.
export function compose({ svg, enlarged, labels }, placed, shape, caption, fonts) {
  const ids = new Set(placed.texts.map(({ part }) => part));
  const words = [...ids].map((part) => {
    const texts = placed.texts.filter((text) => text.part === part);
    return `<g id="${part}">${texts.map(drawnText).join("")}</g>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
    `lang="zh-CN" xml:lang="zh-CN" role="img" width="${shape.width}" height="${shape.height}" ` +
    `viewBox="0 0 ${shape.width} ${shape.height}" font-family="${fonts}">` +
    `<title>${escaped(caption.title)}</title><desc>${escaped(caption.alt)}</desc>` +
    `<rect width="100%" height="100%" fill="${PAPER}"/>` +
    `<rect x="0" y="0" width="${shape.width}" height="${BAND}" fill="${ACCENT}"/>` +
    words.join("") +
    `<line x1="${placed.pad}" x2="${shape.width - placed.pad}" y1="${placed.rule}" ` +
    `y2="${placed.rule}" stroke="${HAIRLINE}" stroke-width="1"/>` +
    `<g id="chart-area">` +
    drawnLegend(placed.legend) +
    setIn(svg, placed.plot, enlarged) +
    `<g transform="translate(${placed.plot.x} ${placed.plot.y}) scale(${enlarged})">` +
    [drawnLeader, drawnVeil, drawnLabel].flatMap((draw) => labels.map(draw)).join("") +
    `</g></g></svg>`
  );
}

const drawnText = ({ text, x, y, size, weight, colour }) =>
  `<text x="${x}" y="${y.toFixed(1)}" font-size="${+size.toFixed(2)}" ` +
  `font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`;

function drawnLeader({ leader }) {
  if (!leader) return "";
  const [from, to] = leader.map(({ x, y }) => ({ x: x.toFixed(1), y: y.toFixed(1) }));
  return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${MUTED}" stroke-width="0.75"/>`;
}

// A line of the grid ends at a label; a mark that is covered shows through a little.
const drawnVeil = ({ veil, covers }) => paper(veil, covers ? 0.75 : 1);

function paper(box, opacity) {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return (
    `<rect x="${box.left.toFixed(1)}" y="${box.top.toFixed(1)}" width="${width.toFixed(1)}" ` +
    `height="${height.toFixed(1)}" fill="${PAPER}" fill-opacity="${opacity}"/>`
  );
}

function drawnLabel({ lines, x, y, anchor, colour }) {
  const first = y - ((lines.length - 1) * ROW) / 2 + FONT * 0.36;
  const texts = lines.map(
    (line, i) =>
      `<text x="${x.toFixed(1)}" y="${(first + i * ROW).toFixed(1)}" text-anchor="${anchor}" ` +
      `font-size="${FONT}" fill="${colour}">${escaped(line)}</text>`,
  );
  return `<g>${texts.join("")}</g>`;
}
