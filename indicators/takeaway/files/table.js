// A chart's rows as CSV and as tab-separated text. Pure.
//
// A table is { columns: [{ key, header }], rows: [[cell]] }. A cell is null, a text, a figure, or
// [a figure, its words] where it is shown in others than its digits: see takeaway/table.py.

import { harmless } from "formulas";
import { read } from "../image/text.js";

export const BOM = "\ufeff";
export const valueOf = (cell) => (Array.isArray(cell) ? cell[0] : cell);
export const wordsOf = (cell) => (Array.isArray(cell) ? cell[1] : text(cell));
// A figure stays one; a text is nothing that a spreadsheet runs.
const text = (value) => (typeof value === "string" ? harmless(value) : String(value ?? ""));

export function csv({ columns, rows }) {
  const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = [columns.map((column) => column.header), ...rows];
  return BOM + lines.map((line) => line.map((cell) => quoted(text(valueOf(cell)))).join(",") + "\r\n").join("");
}

export function tabbed({ columns, rows }) {
  const plain = (cell) => text(valueOf(cell)).replace(/[\t\r\n]+/g, " ");
  return [columns.map((c) => c.header), ...rows].map((r) => r.map(plain).join("\t")).join("\r\n");
}

// The table without what the reader has hidden in the chart: a series is columns (its `meta` names
// them), or rows that carry its name.
export function visible(table, hidden) {
  const columns = new Set(hidden.flatMap((series) => series.columns));
  const names = new Set(hidden.filter((s) => !s.columns.length).map((series) => read(series.name)));
  const kept = table.columns.map((column) => !columns.has(column.key));
  return {
    columns: table.columns.filter((_, i) => kept[i]),
    rows: table.rows
      .filter((row) => !row.some((cell) => names.has(cell)))
      .map((row) => row.filter((_, i) => kept[i])),
  };
}
