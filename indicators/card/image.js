// The official chart image, composed in one place.
//
// compose(plot, caption, shape, measure) → the text of an SVG: district, title and subtitle
// above, note, source and dates below, the plot in what is left. Text is wrapped by its
// measured width and the plot gives way, so nothing is ever cut. Pure: no document, no Plotly.

const FONTS =
  "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
const INK = "#1B2733";
const MUTED = "#5B6B7A";
const HAIRLINE = "#DDE3E8";
const ACCENT = "#0F5C8C";
const PAPER = "#FFFFFF";
const PAD = 44;
const LINE = 1.4; // height of a line of text, in its size
// The plot is drawn smaller and enlarged, so that its labels stay legible in a report.
const ENLARGED = 1.35;

const SHAPES = { slide: { width: 1200, height: 675 } };

// Latin words and numbers stay whole; Chinese breaks between characters, but never before
// a closing mark or after an opening one.
function pieces(text) {
  const found = text.match(/[\w.,%+×²–—-]+|\s+|./gu) ?? [];
  const joined = [];
  for (const piece of found) {
    const last = joined[joined.length - 1];
    const sticks = /^[，。、；：！？）】》”’%,.;:!?)\]]/u.test(piece) || /[（【《“‘([]$/u.test(last ?? "");
    if (last !== undefined && sticks) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

function wrap(text, size, weight, width, measure) {
  const lines = [""];
  for (const piece of pieces(text)) {
    const longer = lines[lines.length - 1] + piece;
    if (lines[lines.length - 1] && measure(longer.trimEnd(), size, weight) > width) {
      lines.push(piece.trimStart());
    } else {
      lines[lines.length - 1] = longer;
    }
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

// Lays lines out from y downwards; returns the boxes and the y below them.
function block(lines, x, y, size, weight, colour) {
  const texts = lines.map((text, i) => ({
    text, x, y: y + size + i * size * LINE, size, weight, colour,
  }));
  return { texts, below: y + lines.length * size * LINE };
}

// Where everything goes: { texts, rule, plot: { x, y, width, height } }.
function frame(caption, shape, measure) {
  const width = shape.width - 2 * PAD;
  const texts = [];
  let y = PAD - 14;
  const add = (text, size, weight, colour, gap) => {
    if (!text) return;
    const part = block(wrap(text, size, weight, width, measure), PAD, y, size, weight, colour);
    texts.push(...part.texts);
    y = part.below + gap;
  };
  add(caption.district, 17, 400, ACCENT, 2);
  add(caption.title, 32, 600, INK, 2);
  add(caption.subtitle, 19, 400, MUTED, 14);
  const top = y;

  const small = 15;
  const foot = [
    ...wrap(caption.note, small, 400, width, measure),
    ...wrap(caption.source, small, 400, width, measure),
    ...wrap(caption.dates, small, 400, width, measure),
  ];
  const footTop = shape.height - PAD + 16 - foot.length * small * LINE;
  texts.push(...block(foot, PAD, footTop, small, 400, MUTED).texts);
  const rule = footTop - 10;
  return { texts, rule, plot: { x: PAD, y: top, width, height: rule - 12 - top } };
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

function compose(plot, placed, shape, lang) {
  const { x, y, width, height } = placed.plot;
  const inner = plot
    .replace(/^[\s\S]*?<svg\b/, "<svg")
    .replace(/<svg\b[^>]*>/, (tag) => {
      const kept = tag.replace(/\s(?:width|height|viewBox|x|y|style)="[^"]*"/g, "");
      const box = `0 0 ${width / ENLARGED} ${height / ENLARGED}`;
      const place = `x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box}"`;
      return kept.replace("<svg", `<svg ${place}`);
    });
  const words = placed.texts
    .map(
      (t) =>
        `<text x="${t.x}" y="${t.y.toFixed(1)}" font-size="${t.size}" ` +
        `font-weight="${t.weight}" fill="${t.colour}">${escaped(t.text)}</text>`,
    )
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
    `lang="${lang}" xml:lang="${lang}" width="${shape.width}" height="${shape.height}" ` +
    `viewBox="0 0 ${shape.width} ${shape.height}" font-family="${FONTS}">` +
    `<rect width="100%" height="100%" fill="${PAPER}"/>` +
    `<rect x="0" y="0" width="${shape.width}" height="6" fill="${ACCENT}"/>` +
    words +
    `<line x1="${PAD}" x2="${shape.width - PAD}" y1="${placed.rule}" y2="${placed.rule}" ` +
    `stroke="${HAIRLINE}" stroke-width="1"/>` +
    inner +
    `</svg>`
  );
}
