// Draws what compose.js composes: the plot by Plotly, the picture by the browser itself.

import { compose, veiledBehind } from "./compose.js";
import { faults } from "./faults.js";
import { USUAL_SIZE, attempts, fitted } from "./fit.js";
import { frame } from "./frame.js";
import { written } from "./labels.js";
import { drawnLines, namesOf } from "./lines.js";
import { numbersPlot } from "./numbers.js";
import { fontsOf } from "./paper.js";

// How wide a text is in these fonts.
export function measureIn(fonts) {
  const pen = document.createElement("canvas").getContext("2d");
  return (text, size, weight) => {
    pen.font = `${weight} ${size}px ${fonts}`;
    return pen.measureText(text).width;
  };
}

// Streamlit brings Plotly with the first chart of the page.
async function plotly() {
  for (let tries = 0; !window.Plotly && tries < 100; tries++) {
    await new Promise((go) => setTimeout(go, 50));
  }
  return window.Plotly;
}

async function plotAsSvg(figure, size) {
  const url = await (await plotly()).toImage(figure, { format: "svg", ...size });
  return decodeURIComponent(url.slice(url.indexOf(",") + 1));
}

// The boxes of a drawn plot's texts, bars, points (a list a trace) and rules, in its own units.
function boxesOf(svg) {
  const host = document.createElement("div");
  host.style.cssText = "position:fixed;left:0;top:0;visibility:hidden;pointer-events:none";
  host.lang = "zh-CN";
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = svg;
  document.body.append(host);
  const origin = root.querySelector("svg").getBoundingClientRect();
  const boxes = (selector, within = root) =>
    [...within.querySelectorAll(selector)].map((part) => {
      const box = part.getBoundingClientRect();
      const { e, f } = part.getScreenCTM(); // a mark's own place: a triangle's box lies higher
      return {
        x: e - origin.left,
        y: f - origin.top,
        left: box.left - origin.left,
        right: box.right - origin.left,
        top: box.top - origin.top,
        bottom: box.bottom - origin.top,
        point: part.closest(".point"),
        said: part.textContent.trim(),
        lines: part.querySelectorAll("tspan.line").length,
      };
    });
  const found = {
    texts: boxes("text").filter((box) => box.said),
    bars: boxes(".bars .point path"),
    marks: [...root.querySelectorAll(".scatterlayer .trace")].map((t) => boxes(".points path", t)),
    rules: boxes(".shapelayer path, .zerolinelayer path"),
  };
  host.remove();
  return found;
}

const straight = (box) => [{ x: box.left, y: box.top }, { x: box.right, y: box.bottom }];

// The plot of a size with what is written at its lines: { svg, labels, faults }. Names that find no
// place in it (`aside`: whose) are written in the column beside it, and the plot drawn anew.
async function plotAt(figure, size, upright, measure, aside = []) {
  const names = namesOf(figure, size, measure, aside);
  const fit = fitted(figure, size, upright, measure, names);
  const svg = await plotAsSvg(fit, size);
  const found = boxesOf(svg);
  const lines = drawnLines(fit.data, found.marks, names);
  const isUpright = (rule) => rule.bottom - rule.top > rule.right - rule.left;
  const breaks = found.rules.filter(isUpright).map((rule) => (rule.left + rule.right) / 2);
  const joins = [...lines.flatMap((line) => line.joins), ...found.rules.map(straight)];
  const taken = { texts: found.texts, points: found.marks.flat(), joins, breaks };
  const { labels, faults: unplaced, aside: homeless } = written(lines, taken, size, measure);
  if (homeless.length) return plotAt(figure, size, upright, measure, [...aside, ...homeless]);
  const veiled = veiledBehind(svg, found.texts.filter((text) => text.point));
  return { svg: veiled, labels, faults: faults(found, size) + unplaced };
}

// Numbers in the place of a chart; else the plot at the largest labels of which no two touch; else
// the attempt with the fewest faults.
async function bestPlot(figure, place, shape, measure) {
  const { numbers } = figure.layout.meta ?? {};
  if (numbers) return { svg: numbersPlot(numbers, place, measure), labels: [], enlarged: 1 };
  let best = { faults: Infinity };
  for (const { enlarged, upright } of attempts(figure, shape)) {
    const size = { width: place.width / enlarged, height: place.height / enlarged };
    const plot = await plotAt(figure, size, upright, measure);
    if (plot.faults < best.faults) best = { ...plot, enlarged };
    if (!plot.faults) break;
  }
  return best;
}

// Words of breaks as signs, with what they stand for in the note: what has too many of them.
function withSigns(figure, caption) {
  const isBreak = (note) => note.name === "break";
  const breaks = (figure.layout.annotations ?? []).filter(isBreak);
  const words = [...new Set(breaks.map((note) => note.text))]; // two of one area are one
  const signs = words.map((_, i) => String.fromCodePoint(0x2460 + i)); // ①
  const annotations = figure.layout.annotations?.map((note) =>
    isBreak(note) ? { ...note, text: signs[words.indexOf(note.text)] } : note,
  );
  const said = signs.map((sign, i) => `${sign} ${words[i]}`);
  return {
    count: breaks.length,
    figure: { ...figure, layout: { ...figure.layout, annotations } },
    caption: { ...caption, note: [caption.note, ...said].filter(Boolean).join("　") },
  };
}

// figure and caption → the text of the image's SVG.
export async function picture(figure, caption, shape, lang) {
  const fonts = fontsOf(lang);
  const measure = measureIn(fonts);
  figure.layout.font = { ...figure.layout.font, family: fonts };
  const drawn = async (chart, said) => {
    const placed = frame(said, chart, shape, measure);
    return { placed, said, ...(await bestPlot(chart, placed.plot, shape, measure)) };
  };
  let best = await drawn(figure, caption);
  // Before a plot shrinks, the words of its breaks give way.
  const signed = withSigns(figure, caption);
  if (signed.count > 1 && best.enlarged < USUAL_SIZE * shape.type) {
    const other = await drawn(signed.figure, signed.caption);
    if (other.enlarged > best.enlarged) best = other;
  }
  return compose(best, best.placed, shape, best.said, fonts);
}

export async function asPng(svg, shape, scale) {
  const drawn = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    drawn.src = address;
    await drawn.decode();
    const canvas = document.createElement("canvas");
    canvas.width = shape.width * scale;
    canvas.height = shape.height * scale;
    canvas.getContext("2d", { alpha: false }).drawImage(drawn, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
