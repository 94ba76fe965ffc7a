// Text in lines of a measured width. Pure.

// Where the browser knows Chinese words, a title and a name do not break within one.
const DICTIONARY = globalThis.Intl?.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
const inWords = (run) => (DICTIONARY ? [...DICTIONARY.segment(run)].map((s) => s.segment) : [...run]);

// Latin words and numbers stay whole; Chinese breaks between characters, or as `apart` says, but
// never before a closing mark, after an opening one, or between a number and what it counts; an
// address breaks before its & and after /.
export function pieces(text, apart = (run) => [...run]) {
  const found = (text.match(/[\p{Script=Latin}\d.,%+×²’'–—−:=-]+|\s+|\p{Script=Han}+|./gu) ?? [])
    .flatMap((run) => (/^\p{Script=Han}/u.test(run) ? apart(run) : [run]));
  const joined = [];
  for (const piece of found) {
    const last = joined[joined.length - 1];
    const sticks = /^[，。、；：！？）】》”’%,.;:!?)\]/]/u.test(piece) || /[（【《“‘(?&[]$/u.test(last ?? "");
    const counted = /\d$/.test(last ?? "") && /^[年月日季个户人名项位天元万亿公]/u.test(piece);
    if (last !== undefined && (sticks || counted)) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

// What is wider than a line by itself is broken anywhere.
function broken(piece, fits) {
  const parts = [""];
  for (const sign of piece) {
    if (parts.at(-1) && !fits(parts.at(-1) + sign)) parts.push(sign);
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

export function wrap(text, size, weight, width, measure, apart) {
  const fits = (line) => measure(line.trimEnd(), size, weight) <= width;
  const lines = [""];
  for (const piece of pieces(text, apart).flatMap((p) => (fits(p) ? [p] : broken(p, fits)))) {
    const longer = lines.at(-1) + piece;
    if (lines.at(-1) && !fits(longer)) lines.push(piece.trimStart());
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

// As many lines, but about equally long, of whole words: a title never ends in a lonely character.
export function balanced(text, size, weight, width, measure) {
  const inWidth = (most) => wrap(text, size, weight, most, measure, inWords);
  const count = inWidth(width).length;
  // Not so narrow that a word would be broken which the width holds whole.
  const words = pieces(text, inWords).map((piece) => measure(piece.trim(), size, weight));
  let [narrow, wide] = [Math.max(width / 2, ...words.filter((word) => word <= width)), width];
  while (count > 1 && wide - narrow > size / 2) {
    const middle = (narrow + wide) / 2;
    if (inWidth(middle).length > count) narrow = middle;
    else wide = middle;
  }
  return inWidth(wide);
}

// Full lines, the last of them no lonely word: the others give it some of theirs.
export function evenly(text, size, width, measure) {
  const inWidth = (most) => wrap(text, size, 400, most, measure, inWords);
  const full = inWidth(width);
  for (let most = width; full.length > 1 && most > width / 2; most -= size) {
    const lines = inWidth(most);
    if (lines.length > full.length) break;
    if (measure(lines.at(-1), size, 400) > width / 4) return lines;
  }
  return full;
}

// Short statements share a line where they fit, else each has its own.
export function shared(statements, size, width, measure) {
  const lines = [];
  for (const statement of statements) {
    const longer = lines.length ? `${lines.at(-1)}　${statement}` : statement;
    if (lines.length && measure(longer, size, 400) <= width) lines[lines.length - 1] = longer;
    else lines.push(statement);
  }
  return lines.flatMap((line) => wrap(line, size, 400, width, measure));
}

export function shortened(lines, most) {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

// As it stands in an SVG.
export const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

// A label of a chart as Plotly shows it: charts/base.py prints < and & as entities.
export const read = (label) => label.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
