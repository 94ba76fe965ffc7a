// Makes every chart of the page fit for its width, each time that Plotly has drawn it.

import { measureIn } from "../image/picture.js";
import { isColumns } from "../image/traces.js";
import { changes } from "./narrow.js";

// Charts of the page: what Plotly draws for an image stands in the document too, for a moment, and
// is fitted by image/fit.js.
const CHARTS = ".stPlotlyChart .js-plotly-plot";
const heard = new WeakSet(); // the charts whose drawing is heard

// Fits a chart for its width.
export function fitted(chart) {
  const { data, layout, _fullLayout: full } = chart;
  if (!full?._size || !layout) return;
  const measure = measureIn(layout.font?.family ?? full.font.family);
  const place = { data, layout, width: full.width, left: full._size.l };
  const [ofColumns, ofLayout] = changes(place, measure);
  const columns = data.flatMap((trace, i) => (isColumns(trace) ? [i] : []));
  if (Object.keys(ofColumns).length) window.Plotly.update(chart, ofColumns, ofLayout, columns);
  else if (Object.keys(ofLayout).length) window.Plotly.relayout(chart, ofLayout);
}

// Hears the charts that are there and those to come; gives what ends that.
export function fitCharts() {
  const look = () => {
    for (const chart of document.querySelectorAll(CHARTS)) {
      if (!chart.on || heard.has(chart)) continue;
      heard.add(chart);
      chart.on("plotly_afterplot", () => fitted(chart));
      fitted(chart);
    }
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
