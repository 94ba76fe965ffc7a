// The official chart image, composed in one place, of figure and caption and shape.
//
// frame() says where everything goes: district, title and subtitle above, note, source and dates
// below, the plot in what is left. fitted() makes a figure fit for that place, compose() writes
// the SVG. Text is wrapped by its measured width and the plot gives way; where the plot would
// become too small, all text shrinks by a step. Pure: no document, no Plotly.

const CHINESE = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
// In Chinese fonts the curly quotes of an English text are as wide as a character.
const LATIN = "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',";
const fontsOf = (lang) => (lang.startsWith("zh") ? CHINESE : LATIN + CHINESE);
const INK = "#1B2733";
const MUTED = "#5B6B7A";
const HAIRLINE = "#DDE3E8";
const ACCENT = "#0F5C8C";
const PAPER = "#FFFFFF";
const LINE = 1.45; // height of a line of text, in its size
const BAND = 6; // the blue rule at the top

// In units of which an image has two or four pixels each. `type` is the size of the text against
// the slide's: half a page is printed smaller than a slide is shown. `print` is the width, in
// centimetres, at which it arrives in a document: a whole slide, the text's width of an A4 page.
const SHAPES = {
  slide: { width: 1200, height: 675, type: 1, print: 33.867 },
  page: { width: 1200, height: 848, type: 1.2, print: 16 },
  square: { width: 900, height: 900, type: 1, print: 12 },
  phone: { width: 540, height: 960, type: 1, print: 7 },
};
const SIZES = [2, 4];

// The steps by which text gives way so that the plot keeps this part of the image's height.
const SHRINK = [1, 0.9, 0.8, 0.7];
const PLOT_PART = 0.45;
const LEAST_PART = 0.3;

// Where the browser knows Chinese words, a title and a name do not break within one.
const DICTIONARY = globalThis.Intl?.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
const inWords = (run) => (DICTIONARY ? [...DICTIONARY.segment(run)].map((s) => s.segment) : [...run]);

// Latin words and numbers stay whole; Chinese breaks between characters, or as `apart` says, but
// never before a closing mark, after an opening one, or between a number and what it counts; an
// address breaks before its & and after /.
function pieces(text, apart = (run) => [...run]) {
  const found = (text.match(/[\p{Script=Latin}\d.,%+×²’'–—:=-]+|\s+|\p{Script=Han}+|./gu) ?? [])
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

function wrap(text, size, weight, width, measure, apart) {
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
function balanced(text, size, weight, width, measure) {
  const inWidth = (most) => wrap(text, size, weight, most, measure, inWords);
  const count = inWidth(width).length;
  let [narrow, wide] = [width / 2, width];
  while (count > 1 && wide - narrow > size / 2) {
    const middle = (narrow + wide) / 2;
    if (inWidth(middle).length > count) narrow = middle;
    else wide = middle;
  }
  return inWidth(wide);
}

// Full lines, the last of them no lonely word: the others give it some of theirs.
function evenly(text, size, width, measure) {
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
function shared(statements, size, width, measure) {
  const lines = [];
  for (const statement of statements) {
    const longer = lines.length ? `${lines.at(-1)}　${statement}` : statement;
    if (lines.length && measure(longer, size, 400) <= width) lines[lines.length - 1] = longer;
    else lines.push(statement);
  }
  return lines.flatMap((line) => wrap(line, size, 400, width, measure));
}

function shortened(lines, most) {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

// Where everything goes: { texts, rule, legend, plot: { x, y, width, height }, pad }.
function frame(caption, figure, shape, measure) {
  let placed;
  for (const shrink of SHRINK) {
    placed = layOut(caption, figure, shape, shape.type * shrink, Infinity, measure);
    if (placed.plot.height >= shape.height * PLOT_PART) return placed;
  }
  // Only what nobody writes comes here: a note of a dozen lines. It ends in an ellipsis.
  for (let most = 6; most > 1 && placed.plot.height < shape.height * LEAST_PART; most--) {
    placed = layOut(caption, figure, shape, shape.type * SHRINK.at(-1), most, measure);
  }
  return placed;
}

function layOut(caption, figure, shape, type, most, measure) {
  const pad = Math.round(12 + shape.width * 0.0267);
  const width = shape.width - 2 * pad;
  const texts = [];
  let y = BAND + 22 * type;
  const add = (lines, size, weight, colour, gap) => {
    for (const text of lines) {
      texts.push({ text, x: pad, y: y + size, size, weight, colour });
      y += size * LINE;
    }
    if (lines.length) y += gap;
  };
  const [tiny, title, second, small] = [15, 32, 19, 15].map((size) => size * type);
  const lines = (text, size) => shortened(evenly(text, size, width, measure), most);
  add(lines(caption.masthead, tiny), tiny, 400, ACCENT, 4);
  add(shortened(balanced(caption.title, title, 600, width, measure), most), title, 600, INK, 4);
  add(lines(caption.sentence, second), second, 400, INK, 4);
  add(lines(caption.subtitle, second * 0.9), second * 0.9, 400, MUTED, 8 * type);
  const legend = { x: pad, y, size: small * 1.05 };
  legend.rows = legendOf(figure, legend.size, width, measure);
  const top = y + legend.rows.length * ENTRY * legend.size + 6 * type;

  const foot = [
    lines(caption.note, small),
    lines(caption.source, small),
    shared([caption.as_of, caption.exported, caption.address], small, width, measure),
  ].flat();
  y = shape.height - pad * 0.6 - foot.length * small * LINE;
  const rule = y - 8 * type;
  add(foot, small, 400, MUTED, 0);
  const plot = { x: pad, y: top, width, height: rule - 12 * type - top };
  return { texts, rule, legend, pad, plot };
}

// What the plot tries, one after the other, until no two of its texts touch: first large labels,
// so that they stay legible in a report, then values written upwards, then smaller labels.
function attempts(figure, shape) {
  const upright = hasColumnLabels(figure) ? [false, true] : [false];
  return [1.35, 1.2, 1.05, 0.9, 0.8, 0.7, 0.6]
    .flatMap((enlarged) => upright.map((up) => ({ enlarged: enlarged * shape.type, upright: up })))
    .filter((_, i) => upright.length === 1 || i !== 1); // at the largest, upwards is no gain
}

const isColumns = (trace) => trace.type === "bar" && trace.orientation !== "h";

function hasColumnLabels(figure) {
  return figure.data.some((trace) => isColumns(trace) && trace.text !== undefined);
}

// plotly.py packs numbers into base64; missing ones are null or NaN.
function valuesOf(values) {
  if (!values?.bdata) return Array.from(values ?? []);
  const raw = Uint8Array.from(atob(values.bdata), (c) => c.charCodeAt(0)).buffer;
  const kinds = {
    f8: Float64Array, f4: Float32Array, i4: Int32Array, i2: Int16Array, i1: Int8Array,
    u4: Uint32Array, u2: Uint16Array, u1: Uint8Array,
  };
  return Array.from(new kinds[values.dtype](raw));
}

const numbers = (values) => valuesOf(values).filter(Number.isFinite);

// The figure for a plot of a size, in the plot's own units: long names and values take a second
// line, bars are no thicker than they look good, marks no wider than their column, and with
// `upright` values are written upwards.
function fitted(figure, size, upright, measure) {
  const data = figure.data.map((trace) => ({ ...trace }));
  const layout = { ...figure.layout, paper_bgcolor: PAPER, plot_bgcolor: PAPER, showlegend: false };
  for (const name of ["width", "height", "autosize"]) delete layout[name];
  layout.margin = { l: 2, t: 12, b: 8, ...layout.margin };
  layout.margin.r = Math.max(layout.margin.r ?? 0, 8);
  const bars = data.filter((trace) => trace.type === "bar");
  const isName = (note) => data.filter(isLine).some((line) => isNameOf(line)(note));
  layout.annotations = (layout.annotations ?? []).filter((note) => !isName(note)).map((n) => ({ ...n }));
  if (bars.length && isColumns(bars[0])) fitColumns(data, bars, layout, size, upright, measure);
  else if (bars.length) fitBars(bars, layout, size, measure);
  else fitLines(layout, namesOf(figure, size, measure), size, measure);
  fitYears(layout, size, measure);
  return { data, layout };
}

const FONT = 13; // of labels, in the plot's own units
const ROW = 17; // height of one of their lines

// charts/figures.py breaks long names for a narrow screen; an image knows its width.
const unfolded = (name) => String(name).replaceAll("<br soft space>", " ").replaceAll("<br soft>", "");

// A label in lines of a width, first clause by clause; a number is never broken.
function folded(label, width, measure) {
  const fits = (text) => measure(text.trim(), FONT, 400) <= width;
  const fold = (text) =>
    fits(text) || !pieces(text).every(fits) ? [text] : balanced(text, FONT, 400, width, measure);
  const clauses = (line) => (fits(line) ? [line] : line.split(/(?<=，|, )/));
  return unfolded(label).split("<br>").flatMap(clauses).flatMap(fold).map((l) => l.trim()).join("<br>");
}

const linesOf = (labels) => labels.flatMap((label) => String(label).split("<br>"));
const longest = (labels, measure) =>
  Math.max(0, ...linesOf(labels).map((line) => measure(line, FONT, 400)));
const textsOf = (trace) => (Array.isArray(trace.text) ? trace.text : []);

function fitColumns(data, bars, layout, size, upright, measure) {
  const range = layout.xaxis?.range;
  const places = range ? range[1] - range[0] : bars[0].x?.length || 1;
  const slot = (size.width - 50) / places;
  const sets = layout.barmode === "group" ? bars.length : 1;
  layout.bargap = Math.max(layout.bargap ?? 0.45, 1 - (72 * sets) / slot);
  const thick = slot * (1 - layout.bargap);
  for (const trace of data.filter((t) => t.marker?.symbol === "line-ew")) {
    trace.marker = { ...trace.marker, size: Math.min(trace.marker.size, thick) };
  }
  const labelled = bars.filter((trace) => textsOf(trace).length);
  for (const trace of labelled) {
    trace.cliponaxis = false;
    trace.textfont = { ...trace.textfont, size: FONT }; // smaller on a screen, for phones
    trace.textangle = upright ? -90 : 0; // on a screen upright wherever a phone has no room
    if (!upright) trace.text = foldedOver(textsOf(trace), slot / sets, measure);
  }
  const labels = labelled.flatMap(textsOf);
  const rows = Math.max(0, ...labels.map((label) => String(label).split("<br>").length));
  if (labels.length) leaveAbove(upright ? longest(labels, measure) : rows * ROW, data, layout, size);
}

// Labels of columns: one with nothing beside it may reach over its neighbours' places.
function foldedOver(labels, slot, measure) {
  const free = (i) => labels[i] === "";
  return labels.map((label, i) => {
    const beside = 0.3 * (free(i - 1) + free(i + 1));
    return folded(label, slot * (0.95 + beside), measure);
  });
}

// Room above the tallest column for what is written there, in pixels.
function leaveAbove(pixels, data, layout, size) {
  const values = data.flatMap((trace) => numbers(trace.y));
  const [above, below] = [Math.max(0, ...values), Math.min(0, ...values)];
  const part = Math.min(0.6, (pixels + 10) / Math.max(size.height - 60, 1));
  const top = below + (above - below) / (1 - part);
  const asked = layout.yaxis?.range ?? [below && below - (top - above), 0];
  layout.yaxis = { ...layout.yaxis, range: [asked[0], Math.max(asked[1], top)] };
}

function fitBars(bars, layout, size, measure) {
  const slot = (size.height - 20) / (bars[0].y?.length || 1);
  layout.bargap = Math.max(layout.bargap ?? 0.45, 1 - 34 / slot);
  for (const trace of bars) {
    trace.cliponaxis = false;
    trace.y = Array.from(trace.y, (name) => folded(name, size.width * 0.36, measure));
    trace.text = textsOf(trace).map((text) => folded(text, size.width * 0.36, measure));
  }
  // What is said above a bar has the plot's whole width.
  for (const note of layout.annotations) note.text = folded(note.text, size.width * 0.95, measure);
  const room = longest(bars.flatMap(textsOf), measure);
  layout.margin.r = 14 + room;
  const values = bars.flatMap((trace) => numbers(trace.x));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  // What is said of a negative bar stands at its left.
  const left = low < 0 && room ? ((high - low) * (room + 14)) / (size.width * 0.45) : 0;
  const range = room || !layout.xaxis?.range ? [low - left, high] : layout.xaxis.range;
  if (layout.barmode !== "stack") layout.xaxis = { ...layout.xaxis, range };
  if (layout.yaxis?.range) layout.yaxis = { ...layout.yaxis, range: widened(layout.yaxis.range, size) };
}

const TALLEST_ROW = 84; // of a bar with its words above it

// Few bars stay together in the middle instead of growing with the image.
function widened([low, high], size) {
  const more = Math.max(0, size.height / TALLEST_ROW - (high - low)) / 2;
  return [low - more, high + more];
}

// Names beside rows of marks take their lines; those of lines are written afterwards, the ones
// at the last year in the margin.
function fitLines(layout, names, size, measure) {
  if (layout.yaxis?.ticktext) {
    const ticks = layout.yaxis.ticktext.map((name) => folded(name, size.width * 0.36, measure));
    layout.yaxis = { ...layout.yaxis, ticktext: ticks };
  }
  if (!names.length) return;
  const column = names.filter((name) => name.ends).flatMap((name) => name.lines);
  layout.margin.r = ASIDE + LEADER + longest(column, measure);
}

const isLine = (trace) => trace.type === "scatter" && trace.mode === "lines+markers";
const isNameOf = (line) => (note) => note.name === line.name;

// The names that charts/lines.py puts at lines: [{ of, lines, colour, ends }], no wider than a part
// of the plot. `ends` says of one that its line goes on to the plot's last year.
function namesOf(figure, size, measure) {
  const lines = figure.data.filter(isLine);
  const last = Math.max(...lines.map((line) => known(line).at(-1)?.x));
  return lines.flatMap((line) =>
    (figure.layout.annotations ?? []).filter(isNameOf(line)).map((note) => ({
      of: line.name,
      lines: folded(note.text, size.width * 0.3, measure).split("<br>"),
      colour: note.font.color,
      ends: note.x === last,
    })),
  );
}

// A line's points that have a figure, with the year, what its figure says and its neighbour's place.
function known(line) {
  const point = (y, i) => ({ i, x: line.x[i], value: line.text?.[i] ?? "", joined: line.y[i - 1] !== null && i > 0 });
  return line.y.flatMap((y, i) => (y === null ? [] : [point(y, i)]));
}

// The lines as they were drawn: `marks` has the boxes of each trace's points. The home area's
// values are written, and a lone line's.
function drawnLines(data, marks, names) {
  const lines = data.filter(isLine);
  const drawn = data.filter((trace) => trace.type === "scatter");
  return lines.map((line) => {
    const boxes = marks[drawn.indexOf(line)] ?? [];
    const says = line.line.color === ACCENT || lines.length === 1;
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

// As many years are named as have room, the latest always.
function fitYears(layout, size, measure) {
  const { range, tickformat, dtick } = layout.xaxis ?? {};
  if (tickformat !== "d" || !range) return;
  const room = size.width - (layout.margin.r ?? 0) - 60;
  const year = room / (range[1] - range[0]);
  const named = Math.ceil((measure("2025", FONT, 400) + 16) / year);
  layout.xaxis = { ...layout.xaxis, dtick: Math.min(named, dtick) };
}

const MOST_LINES = 3; // of a label at a column: a column of words is no label
const GAP = 4; // between two texts beside each other, else two values read as one

// How many of a plot's texts leave it, touch another or are cut by a bar. A box is { left, top,
// right, bottom }, higher than its ink; texts and bars carry the `point` that they belong to, texts
// how many lines they have.
function faults({ texts, bars }, size) {
  const out = texts.filter(
    (b) => b.left < -1 || b.top < -1 || b.right > size.width + 1 || b.bottom > size.height + 1,
  );
  const touching = (a, b, gap) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > -gap && high > 4;
  };
  const count = (text, others, gap) => others.filter((other) => touching(text, other, gap)).length;
  const cut = texts.map((t) => count(t, bars.filter((bar) => t.point && bar.point !== t.point), -1));
  const tall = texts.filter((text) => text.point && text.lines > MOST_LINES);
  const pairs = texts.map((text, i) => count(text, texts.slice(i + 1), GAP));
  return [out.length, tall.length, ...cut, ...pairs].reduce((sum, found) => sum + found);
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

// The plot's SVG, put at its place and enlarged.
function setIn(plot, { x, y, width, height }, enlarged) {
  return plot.replace(/^[\s\S]*?<svg\b/, "<svg").replace(/<svg\b[^>]*>/, (tag) => {
    const kept = tag.replace(/\s(?:width|height|viewBox|x|y|style)="[^"]*"/g, "");
    const box = `0 0 ${width / enlarged} ${height / enlarged}`;
    const place = `x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box}"`;
    return kept.replace("<svg", `<svg ${place} overflow="visible"`);
  });
}

// Always in zh-CN: the sources are Chinese in English too, and must not get Japanese shapes.
function compose({ svg, enlarged, labels }, placed, shape, caption, fonts) {
  const words = placed.texts.map(
    (t) =>
      `<text x="${t.x}" y="${t.y.toFixed(1)}" font-size="${+t.size.toFixed(2)}" ` +
      `font-weight="${t.weight}" fill="${t.colour}">${escaped(t.text)}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
    `lang="zh-CN" xml:lang="zh-CN" width="${shape.width}" height="${shape.height}" ` +
    `viewBox="0 0 ${shape.width} ${shape.height}" font-family="${fonts}">` +
    `<title>${escaped(caption.title)}</title><desc>${escaped(caption.source)}</desc>` +
    `<rect width="100%" height="100%" fill="${PAPER}"/>` +
    `<rect x="0" y="0" width="${shape.width}" height="${BAND}" fill="${ACCENT}"/>` +
    words.join("") +
    `<line x1="${placed.pad}" x2="${shape.width - placed.pad}" y1="${placed.rule}" ` +
    `y2="${placed.rule}" stroke="${HAIRLINE}" stroke-width="1"/>` +
    drawnLegend(placed.legend) +
    setIn(svg, placed.plot, enlarged) +
    `<g transform="translate(${placed.plot.x} ${placed.plot.y}) scale(${enlarged})">` +
    [leader, veil, label].flatMap((draw) => labels.map(draw)).join("") +
    `</g></svg>`
  );
}

function leader({ leader }) {
  if (!leader) return "";
  const [from, to] = leader.map(({ x, y }) => ({ x: x.toFixed(1), y: y.toFixed(1) }));
  return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${MUTED}" stroke-width="0.75"/>`;
}

// What is covered shows through a little, and the label stays legible.
function veil({ veil }) {
  if (!veil) return "";
  const [width, height] = [veil.right - veil.left, veil.bottom - veil.top];
  return (
    `<rect x="${veil.left.toFixed(1)}" y="${veil.top.toFixed(1)}" width="${width.toFixed(1)}" ` +
    `height="${height.toFixed(1)}" fill="${PAPER}" fill-opacity="0.75"/>`
  );
}

function label({ lines, x, y, anchor, colour }) {
  const first = y - ((lines.length - 1) * ROW) / 2 + FONT * 0.36;
  return lines
    .map(
      (line, i) =>
        `<text x="${x.toFixed(1)}" y="${(first + i * ROW).toFixed(1)}" text-anchor="${anchor}" ` +
        `font-size="${FONT}" fill="${colour}">${escaped(line)}</text>`,
    )
    .join("");
}
