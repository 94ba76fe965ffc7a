// What is wrong with a plot that was drawn. Pure.

const MOST_LINES = 3; // of a label at a column: a column of words is no label
export const GAP = 4; // between two texts beside each other, else two values read as one

// How many of a plot's texts leave it, touch another or are cut by a bar. A box is { left, top,
// right, bottom }, higher than its ink; texts and bars carry the `point` that they belong to, texts
// how many lines they have.
export function faults({ texts, bars }, size) {
  const out = texts.filter(
    (b) => b.left < -1 || b.top < -1 || b.right > size.width + 1 || b.bottom > size.height + 1,
  );
  const touching = (a, b, gap) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > -gap && high > 4;
  };
  const count = (text, others, gap) => others.filter((other) => touching(text, other, gap)).length;
  const cut = texts.map((t) => count(t, bars.filter((bar) => !bar.point || bar.point !== t.point), 0));
  const tall = texts.filter((text) => text.point && text.lines > MOST_LINES);
  const pairs = texts.map((text, i) => count(text, texts.slice(i + 1), GAP));
  return [out.length, tall.length, ...cut, ...pairs].reduce((sum, found) => sum + found);
}
