// Draws what image.js composes: the plot by Plotly, the picture by the browser itself.

function measure(text, size, weight) {
  measure.pen ??= document.createElement("canvas").getContext("2d");
  measure.pen.font = `${weight} ${size}px ${FONTS}`;
  return measure.pen.measureText(text).width;
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

// The boxes of a drawn plot's texts, in its own units.
function textBoxes(svg) {
  const host = document.createElement("div");
  host.style.cssText = "position:fixed;left:0;top:0;visibility:hidden;pointer-events:none";
  host.lang = "zh-CN";
  host.attachShadow({ mode: "open" }).innerHTML = svg;
  document.body.append(host);
  const origin = host.shadowRoot.querySelector("svg").getBoundingClientRect();
  const boxes = [...host.shadowRoot.querySelectorAll("text")]
    .filter((text) => text.textContent.trim())
    .map((text) => text.getBoundingClientRect())
    .map((box) => ({
      left: box.left - origin.left,
      right: box.right - origin.left,
      top: box.top - origin.top,
      bottom: box.bottom - origin.top,
    }));
  host.remove();
  return boxes;
}

// The plot at the largest labels of which no two touch; else the attempt with the fewest that do.
async function bestPlot(figure, place, shape) {
  let best = { faults: Infinity };
  for (const { enlarged, upright } of attempts(figure, shape)) {
    const size = { width: place.width / enlarged, height: place.height / enlarged };
    const svg = await plotAsSvg(fitted(figure, size, upright, measure), size);
    const found = faults(textBoxes(svg), size);
    if (found < best.faults) best = { svg, enlarged, faults: found };
    if (!found) break;
  }
  return best;
}

// figure and caption → the text of the image's SVG.
async function picture(figure, caption, shape) {
  const placed = frame(caption, shape, measure);
  const { svg, enlarged } = await bestPlot(figure, placed.plot, shape);
  return compose(svg, enlarged, placed, shape, caption);
}

async function asPng(svg, shape, scale) {
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
