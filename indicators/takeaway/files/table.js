// A chart's rows as CSV and as tab-separated text. Pure.
//
// A table is { columns: [{ key, header }], rows: [[…]] } with numbers, texts and null.

export const BOM = "\ufeff";
export const said = (cell) => (cell === null ? "" : String(cell));

export function csv({ columns, rows }) {
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns.map((column) => column.header), ...rows];
  return BOM + lines.map((line) => line.map((cell) => quoted(said(cell))).join(",") + "\r\n").join("");
}

export function tabbed({ columns, rows }) {
  const plain = (cell) => said(cell).replace(/[\t\r\n]+/g, " ");
  return [columns.map((c) => c.header), ...rows].map((r) => r.map(plain).join("\t")).join("\r\n");
}

// The table without what the reader has hidden in the chart: a series is a column (its `meta`
// names the columns), or rows that carry its name.
export function visible(table, hidden) {
  const columns = new Set(hidden.flatMap((series) => series.columns));
  const names = new Set(hidden.filter((s) => !s.columns.length).map((series) => series.name));
  const kept = table.columns.map((column) => !columns.has(column.key));
  return {
    columns: table.columns.filter((_, i) => kept[i]),
    rows: table.rows
      .filter((row) => !row.some((cell) => names.has(cell)))
      .map((row) => row.filter((_, i) => kept[i])),
  };
}

// A year is a number that is never grouped; other figures show the decimals that they have.
export const isYear = (column) => column.key === "year";

export function decimals(rows, index) {
  const found = rows.map((row) => (typeof row[index] === "number" ? String(row[index]) : ""));
  return Math.min(2, Math.max(0, ...found.map((text) => (text.split(".")[1] ?? "").length)));
}
