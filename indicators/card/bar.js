// The bar under a chart: its source and date, and the buttons that take it away.

const SCALE = 2; // 1200 × 675 becomes 2400 × 1350
const PLOT_MARGIN = 8;

function measure(text, size, weight) {
  measure.pen ??= document.createElement("canvas").getContext("2d");
  measure.pen.font = `${weight} ${size}px ${FONTS}`;
  return measure.pen.measureText(text).width;
}

// What the reader hid by a click on the legend stays hidden on the image.
function hiddenSeries(bar) {
  const place = bar.getRootNode().host ?? bar; // the bar stands in a shadow of its own
  const charts = [...document.querySelectorAll(".js-plotly-plot")];
  const before = charts.filter(
    (chart) => chart.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const chart = before[before.length - 1];
  const hidden = (chart?._fullData ?? []).filter((trace) => trace.visible === "legendonly");
  return new Set(hidden.map((trace) => trace.name));
}

async function plotAsSvg(figure, hidden, box) {
  const data = figure.data.filter((trace) => !hidden.has(trace.name));
  const layout = { ...figure.layout, paper_bgcolor: "#FFFFFF", plot_bgcolor: "#FFFFFF" };
  for (const name of ["width", "height", "autosize"]) delete layout[name];
  const margin = layout.margin ?? {};
  layout.margin = {
    l: PLOT_MARGIN, t: PLOT_MARGIN, b: PLOT_MARGIN, ...margin, r: Math.max(margin.r ?? 0, PLOT_MARGIN),
  };
  const size = { width: box.width / ENLARGED, height: box.height / ENLARGED };
  const url = await window.Plotly.toImage({ data, layout }, { format: "svg", ...size });
  return decodeURIComponent(url.slice(url.indexOf(",") + 1));
}

async function imageAsSvg({ figure, caption, words }, bar) {
  const today = new Date().toLocaleDateString("sv"); // 2026-11-24 in every language
  const dates = `${caption.as_of}　${words.exported}${today}`;
  const shape = SHAPES.slide;
  const placed = frame({ ...caption, dates }, shape, measure);
  const plot = await plotAsSvg(JSON.parse(figure), hiddenSeries(bar), placed.plot);
  return compose(plot, placed, shape, words.lang);
}

async function asPng(svg) {
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = SHAPES.slide.width * SCALE;
    canvas.height = SHAPES.slide.height * SCALE;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

export default function ({ data, parentElement }) {
  const { caption, words, fileName } = data;
  parentElement.querySelector(".foot")?.remove();
  const foot = element("div", "foot");
  const said = element("div", "said");
  if (caption.note) said.append(element("p", "note", caption.note));
  said.append(element("p", "source", [caption.source, caption.as_of].filter(Boolean).join("　")));
  const buttons = element("div", "buttons");
  const status = element("p", "status");
  status.setAttribute("role", "status");

  const kinds = {
    image: { ending: "png", make: async () => asPng(await imageAsSvg(data, foot)) },
    vector: {
      ending: "svg",
      make: async () => new Blob([await imageAsSvg(data, foot)], { type: "image/svg+xml" }),
    },
    data: { ending: "csv", make: () => new Blob([data.csv], { type: "text/csv;charset=utf-8" }) },
  };
  if (!data.figure) { // a table: there is no image to take
    delete kinds.image;
    delete kinds.vector;
  }
  for (const [kind, { ending, make }] of Object.entries(kinds)) {
    const button = element("button", kind, words[kind]);
    button.type = "button";
    button.setAttribute("aria-label", `${words[kind]}: ${caption.title}`);
    button.onclick = async () => {
      button.disabled = true;
      status.textContent = words.working;
      try {
        save(await make(), `${fileName}.${ending}`);
        status.textContent = `${words.saved}${fileName}.${ending}`;
      } catch (error) {
        console.warn(error);
        status.textContent = words.failed;
      } finally {
        button.disabled = false;
      }
    };
    buttons.append(button);
  }
  foot.append(said, buttons, status);
  parentElement.append(foot);
}
