// Lays the charts out for a sheet of paper while the page is printed, and back again afterwards: in the light
// look, as wide as the sheet, with their figures unfolded below them where these are few.

import { chartBefore } from "./goods.js";

const SHEET = 660; // pixels, within the margins of an upright A4: see @page in shell.css
const MOST_ROWS = 40; // of a table that is unfolded: a longer one belongs into a workbook

// A card's chart as it is shown, in light colours: what its reader has hidden stays hidden.
function onPaper(chart, card) {
  const { data, layout } = JSON.parse(card.figure);
  data.forEach((trace, i) => (trace.visible = chart.data[i]?.visible ?? true));
  const { height } = chart._fullLayout;
  window.Plotly.react(chart, data, { ...layout, width: SHEET, height, autosize: false });
}

function unfold(folded) {
  folded.open = true;
  folded.ontoggle?.(); // the browser tells it later, when the sheet is drawn already
}

// cards() gives [place, card] of every card of the page. Gives what ends the hearing.
export function printCards(cards) {
  let back = [];
  const end = () => {
    for (const undo of back.reverse()) undo();
    back = [];
  };
  const begin = () => {
    end(); // a browser that has not told the end of the last printing
    for (const [place, card] of cards()) {
      const few = card.table.rows.length <= MOST_ROWS;
      for (const folded of few ? place.querySelectorAll("details.table:not([open])") : []) {
        unfold(folded);
        back.push(() => (folded.open = false));
      }
      const chart = card.figure && chartBefore(place);
      if (!chart) continue;
      const { data, layout } = chart;
      onPaper(chart, card);
      back.push(() => window.Plotly.react(chart, data, layout));
    }
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}
