// In the blank page of workshop.py: draws a card's image by the cards' own modules, and says how the
// browser lays an image out, all of it in one pass.

import { goods } from "../../indicators/takeaway/bar/goods.js";
import { changes } from "../../indicators/takeaway/bar/narrow.js";
import { asAddress } from "../../indicators/takeaway/bar/saving.js";
import { described, zip } from "../../indicators/takeaway/files/bytes.js";
import { csv, tabbed, visible } from "../../indicators/takeaway/files/table.js";
import { faults } from "../../indicators/takeaway/image/faults.js";
import { legendOf } from "../../indicators/takeaway/image/legend.js";
import { written } from "../../indicators/takeaway/image/labels.js";
import { SHAPES, fontsOf } from "../../indicators/takeaway/image/paper.js";
import { asPng, picture } from "../../indicators/takeaway/image/picture.js";
import { statement } from "../../indicators/takeaway/image/statement.js";
import { balanced, evenly, pieces, shared, wrap } from "../../indicators/takeaway/image/text.js";

const boxOf = (part) => {
  const { left, top, right, bottom } = part.getBoundingClientRect();
  return { left, top, right, bottom };
};
const isSeen = (box) => box.right > box.left || box.bottom > box.top;
// A text in several lines is several words.
const wordsOf = (text) => {
  const lines = [...text.querySelectorAll("tspan.line")].map((line) => line.textContent);
  return lines.length ? lines.join("\n") : text.textContent;
};
const paintOf = (part, name) => part.style[name] || part.getAttribute(name) || "none";
const isPainted = (part) =>
  part.style.opacity !== "0" && ["fill", "stroke"].some((name) => paintOf(part, name) !== "none");
// Every way of writing a colour in one: rgb(15, 92, 140).
const colourOf = (part, name = "fill") => getComputedStyle(part)[name];
// Where a part's own origin lies: a tick's label is shifted to its tick.
const originOf = (part) => {
  const { e, f } = part.getScreenCTM();
  return { x: e, y: f };
};

function ticks(plot, selector) {
  return [...plot.querySelectorAll(selector)].map((text) => ({ ...originOf(text), text: wordsOf(text) }));
}

function barsOf(plot) {
  return [...plot.querySelectorAll(".barlayer .trace")].map((trace) =>
    [...trace.querySelectorAll(".point")]
      .map((point) => {
        const [path, text] = ["path", "text"].map((tag) => point.querySelector(tag));
        return { ...boxOf(path), colour: colourOf(path), stroke: colourOf(path, "stroke"), label: text ? wordsOf(text) : "" };
      })
      .filter(isSeen),
  );
}

function placeOf(matrix, x, y) {
  const place = new DOMPoint(Number(x), Number(y)).matrixTransform(matrix);
  return { x: place.x, y: place.y };
}

// The thin lines from points to their names, each from its point on.
function leadersOf(root) {
  return [...root.querySelectorAll("#chart-area > g > line")].map((line) =>
    [1, 2].map((end) => placeOf(line.getScreenCTM(), line.getAttribute(`x${end}`), line.getAttribute(`y${end}`))),
  );
}

function pointsOf(plot) {
  return [...plot.querySelectorAll(".scatterlayer .trace")].map((trace) =>
    [...trace.querySelectorAll(".points path.point")].map((path) => ({
      ...originOf(path), ...boxOf(path), seen: path.style.opacity !== "0",
      colour: colourOf(path), stroke: colourOf(path, "stroke"), outline: path.getAttribute("d"),
    })),
  );
}

// The places that a line joins, a list a stretch without a gap.
function stretchesOf(plot) {
  return [...plot.querySelectorAll(".scatterlayer .trace")].map((trace) =>
    [...trace.querySelectorAll(".lines path.js-line")].map((path) => {
      const matrix = path.getScreenCTM();
      const corners = [...path.getAttribute("d").matchAll(/([\d.-]+),([\d.-]+)/g)];
      return corners.map(([, x, y]) => placeOf(matrix, x, y));
    }),
  );
}

// The legend stands before the plot: marks, then their name.
function legendOfImage(root) {
  const entries = [];
  let marks = [];
  for (const part of root.querySelector("#chart-area").children) {
    if (part.localName === "svg") break;
    if (part.localName === "text") {
      entries.push({ name: part.textContent, colours: marks });
      marks = [];
    } else {
      marks.push(...["fill", "stroke"].map((paint) => paintOf(part, paint)).filter((c) => c !== "none"));
    }
  }
  return entries;
}

// What is written at lines, each in as many lines as it was folded into.
function labelsOf(root) {
  return [...root.querySelectorAll("#chart-area > g > g")].map((label) => {
    const texts = [...label.querySelectorAll("text")];
    return { ...boxOf(label), text: texts.map((text) => text.textContent).join("\n"), colour: colourOf(texts[0]) };
  });
}

// What an image's SVG shows, with the box of each part in the image's own units.
export function laidOut(svg) {
  const host = document.createElement("div");
  host.style.cssText = "position:fixed;left:0;top:0;z-index:9999";
  host.innerHTML = svg;
  document.body.append(host);
  const root = host.querySelector("svg");
  const plot = root.querySelector("svg");
  const boxes = (selector, is = () => true) =>
    [...root.querySelectorAll(selector)].filter(is).map((part) => [part, boxOf(part)]).filter(([, box]) => isSeen(box));
  const found = {
    texts: boxes("text", (text) => text.textContent.trim()).map(([text, box]) => ({
      text: wordsOf(text), inPlot: plot.contains(text), colour: colourOf(text),
      clipped: text.classList.contains("bartext") && !!text.closest("[clip-path]"), ...box,
    })),
    marks: boxes("path, rect, line, circle, polygon", (part) => !part.closest("defs, clipPath") && isPainted(part))
      .map(([part, box]) => ({ text: part.outerHTML.slice(0, 80), ...box })),
    ticks: { x: ticks(plot, ".xtick text"), y: ticks(plot, ".ytick text") },
    bars: barsOf(plot),
    points: pointsOf(plot),
    stretches: stretchesOf(plot),
    leaders: leadersOf(root),
    labels: labelsOf(root),
    legend: legendOfImage(root),
  };
  host.remove();
  return found;
}

const base64 = async (blob) => {
  const address = await asAddress(blob);
  return address.slice(address.indexOf(",") + 1);
};

// A chart that stands before a card's place, as on a page, with some of its series hidden.
async function chartWithout(hidden, figure) {
  const chart = document.createElement("div");
  document.body.append(chart);
  const shown = (trace) => ({ ...trace, visible: hidden.includes(trace.name) ? "legendonly" : true });
  await window.Plotly.newPlot(chart, figure.data.map(shown), figure.layout);
  return chart;
}

// A card's image as a reader would save it; `scale` 0 makes no PNG.
export async function drawnCard(card, words, shape, scale, hidden) {
  const chart = hidden.length ? await chartWithout(hidden, JSON.parse(card.figure)) : null;
  const place = document.createElement("div");
  document.body.append(place);
  const all = goods(card, { words }, place);
  const svg = await (await all.vector(shape)).text();
  const png = scale ? await base64(await all.image(shape, scale)) : "";
  const table = all.table();
  place.remove();
  chart?.remove();
  return { svg, png, table, layout: laidOut(svg) };
}

export async function drawnFigure(figure, caption, shape, lang) {
  const svg = await picture(figure, caption, SHAPES[shape], lang);
  return { svg, layout: laidOut(svg) };
}

// 直 骨 门 角 as an image writes them in a language, or in one named edition of the font.
export async function drawnSigns(lang, edition) {
  const fonts = edition ? `'Noto Sans CJK ${edition}'` : fontsOf(lang);
  const print = edition === "JP" ? "ja" : "zh-CN"; // an image is in zh-CN, whatever it speaks
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" lang="${print}" xml:lang="${print}"
    width="200" height="60" font-family="${fonts}"><rect width="200" height="60" fill="white"/>
    <text y="50" font-size="48">直骨门角</text></svg>`;
  return base64(await asPng(svg, { width: 200, height: 60 }, 2));
}

// A pen whose Chinese signs are square and whose others are half as wide: widths can be counted.
const pen = (text, size) =>
  [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? size : size / 2), 0);

// Functions of the script that need neither a page nor Plotly, with what JSON can carry.
export const pure = {
  changes: (chart) => changes(chart, pen),
  pieces: (text) => pieces(text),
  wrap: (text, size, width) => wrap(text, size, 400, width, pen),
  balanced: (text, size, width) => balanced(text, size, 400, width, pen),
  evenly: (text, size, width) => evenly(text, size, width, pen),
  shared: (statements, size, width) => shared(statements, size, width, pen),
  statement: (sentence) => Object.values(statement(sentence)),
  faults,
  written: (lines, taken, size) => written(lines, taken, size, pen),
  legendOf: (figure, size, width) =>
    legendOf(figure, size, width, pen).map((row) => row.map(({ x, name, trace }) => [trace.name, x, name])),
  csv,
  tabbed,
  visible,
  zip: (files) => base64(zip(files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })))),
  described: async (png, texts, pixels) =>
    base64(described(Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0)), texts, pixels)),
};
