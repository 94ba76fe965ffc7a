// Draws the charts for a sheet of paper in the moment before the page is printed, each in its card's own place
// and in the light look, with its figures unfolded where these are few; afterwards they go. The page's own
// charts are not printed (shell.css): what is done to them Streamlit would remember.

import { element } from "../elements.js";
import { fitted } from "./fitting.js";
import { chartBefore } from "./goods.js";

const SHEET = 660; // pixels, within the margins of an upright A4: see @page in shell.css
const MOST_ROWS = 40; // of a table that is unfolded: a longer one belongs into a workbook

// A card's chart as it is shown: what its reader has hidden stays hidden.
function onPaper(shown, card) {
  const { data, layout } = JSON.parse(card.figure);
  data.forEach((trace, i) => (trace.visible = shown.data[i]?.visible ?? true));
  const { height } = shown._fullLayout;
  const sheet = element("div", "on-paper");
  return [sheet, () => {
    window.Plotly.newPlot(sheet, data, { ...layout, width: SHEET, height }, { staticPlot: true });
    fitted(sheet);
  }];
}

function unfold(folded) {
  folded.open = true;
  folded.ontoggle?.(); // the browser tells it later, when the sheet is drawn already
}

// cards() gives [place, card] of every card of the page. Gives what ends the hearing.
export function printCards(cards) {
  let back = [];
  const end = () => {
    for (const undo of back) undo();
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
      const shown = card.figure && chartBefore(place);
      if (!shown) continue;
      const [sheet, draw] = onPaper(shown, card);
      place.querySelector(".on-paper")?.remove(); // while a page changes, two hear that it is printed
      place.prepend(sheet);
      draw();
      back.push(() => sheet.remove());
    }
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}
