// A chart's rows as a table: on the page, and as a document or a spreadsheet takes it.

import { harmless } from "formulas";
import { element } from "../elements.js";
import { valueOf, wordsOf } from "./table.js";

// `unknown` is said where a text is missing; of a figure it is always words.missing.
export function tableElement({ columns, rows }, words, unknown = "") {
  const table = element("table", "");
  const head = table.createTHead().insertRow();
  // A year is a number that stands as a text does.
  const figures = columns.map(
    ({ key }, i) => key !== "year" && rows.some((row) => typeof valueOf(row[i]) === "number"),
  );
  columns.forEach(({ header }, i) => {
    head.append(element("th", figures[i] ? "figure" : "", header, { scope: "col" }));
  });
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    row.forEach((cell, i) => {
      const kind = figures[i] ? `figure${cell === null ? " missing" : ""}` : "";
      const absent = figures[i] ? words.missing : unknown;
      line.append(element("td", kind, cell === null ? absent : wordsOf(cell)));
    });
  }
  return table;
}

// The table between its caption and its source. Word, WPS and Excel keep what stands in the tags
// themselves; classes and style sheets mean nothing to them.
export function pasted(table, { title, subtitle, source, as_of }, words, unknown) {
  const whole = document.createElement("div");
  const drawn = tableElement(table, words, unknown);
  drawn.border = 1;
  drawn.style.borderCollapse = "collapse";
  for (const cell of drawn.querySelectorAll(".figure")) {
    cell.style.textAlign = "right";
    cell.textContent = cell.textContent.replace("−", "-"); // with the other it is text to Excel
  }
  for (const cell of drawn.querySelectorAll("td:not(.figure), th")) {
    cell.textContent = harmless(cell.textContent);
    // The period 2023-11 stays one: Excel would make a day of it.
    if (/^\d+[-/]\d/.test(cell.textContent)) cell.setAttribute("style", "mso-number-format:'\\@'");
  }
  const above = element("p", "");
  above.append(element("b", "", title), document.createElement("br"), subtitle);
  whole.append(above, drawn, element("p", "", [source, as_of].filter(Boolean).join("　")));
  for (const part of whole.querySelectorAll("[class]")) part.removeAttribute("class");
  return whole.innerHTML;
}
