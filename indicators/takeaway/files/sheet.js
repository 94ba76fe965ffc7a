// Tables as an Excel workbook with a sheet of notes. Pure.

import { UTF8, zip } from "./bytes.js";
import { decimals, isYear, said } from "./table.js";

// oxlint-disable no-control-regex
const xml = (text) =>
  said(text)
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, "")
    .replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
// The styles below, by number.
const STYLE = { plain: 0, head: 1, year: 2, figure: [3, 4, 5], wrapped: 6, link: 7 };
const FORMATS = [0, 0, 1, 3, 164, 4, 0, 0];
const FONTS = { [STYLE.head]: 1, [STYLE.link]: 2 };
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1">` +
  `<numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>` +
  `<fonts count="3"><font><sz val="11"/><name val="Microsoft YaHei"/></font>` +
  `<font><b/><sz val="11"/><name val="Microsoft YaHei"/></font>` +
  `<font><u/><sz val="11"/><color rgb="FF0F5C8C"/><name val="Microsoft YaHei"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill>` +
  `<fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FORMATS.length}">` +
  FORMATS.map((format, style) => {
    const wrap = [STYLE.head, STYLE.wrapped, STYLE.link].includes(style)
      ? '<alignment vertical="top" wrapText="1"/>'
      : "";
    return (
      `<xf numFmtId="${format}" fontId="${FONTS[style] ?? 0}" fillId="0" borderId="0" ` +
      `xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${wrap}</xf>`
    );
  }).join("") +
  `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
  `</styleSheet>`;

function cell(value, style) {
  if (value === null || value === "") return `<c s="${style}"/>`;
  if (typeof value === "number") return `<c s="${style}"><v>${value}</v></c>`;
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
}

const line = (cells) => `<row>${cells.join("")}</row>`;

// About how many digits wide a text is; Chinese signs are two.
const wide = (text) => [...said(text)].reduce((sum, c) => sum + (c > "\u2e80" ? 2 : 1), 0);

// About how many digits stand beside each other on an upright A4 page.
const UPRIGHT = 80;

// `more` stands between the cells and how they are printed: all columns on the width of a page.
function worksheet(widths, lines, frozen, more = "") {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const turned = widths.reduce((sum, width) => sum + width, 0) > UPRIGHT ? "landscape" : "portrait";
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0">${frozen ? pane : ""}</sheetView></sheetViews>` +
    `<cols>${columns.join("")}</cols><sheetData>${lines.join("")}</sheetData>${more}` +
    `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${turned}" fitToWidth="1" fitToHeight="0"/>` +
    `</worksheet>`
  );
}

function dataSheet({ columns, rows }) {
  const styles = columns.map((column, i) =>
    isYear(column) ? STYLE.year : STYLE.figure[decimals(rows, i)],
  );
  const body = rows.map((row) =>
    line(row.map((v, i) => cell(v, typeof v === "number" ? styles[i] : STYLE.plain))),
  );
  const widths = columns.map((column, i) =>
    Math.min(40, Math.max(wide(column.header), ...rows.map((row) => wide(row[i]))) + 3),
  );
  const head = line(columns.map((column) => cell(column.header, STYLE.head)));
  return worksheet(widths, [head, ...body], true);
}

// The rows of notes that have a web address, as [row, address]; it stands in the third column.
const linked = (notes) => notes.flatMap(([, , url], i) => (url ? [[i + 1, url]] : []));

function notesSheet(notes) {
  const lines = notes.map(([label, text, url]) => {
    const link = url ? [cell(url, STYLE.link)] : [];
    return line([cell(label, STYLE.head), cell(text, STYLE.wrapped), ...link]);
  });
  const links = linked(notes).map(([row], i) => `<hyperlink ref="C${row}" r:id="rId${i + 1}"/>`);
  const more = links.length ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
  return worksheet([16, 70, 50], lines, false, more);
}

// What no address may hold is written as its code; Excel would call the workbook damaged.
const uri = (url) => encodeURI(url).replaceAll("%25", "%");

// Excel allows 31 signs in a sheet's name, none of []:*?/\ and no name twice.
function sheetNames(titles) {
  const taken = new Set();
  return titles.map((title) => {
    const base = title.replace(/[[\]:*?/\\']/g, "").slice(0, 31) || "1";
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base.slice(0, 27)} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

// sheets: [{ title, table }], notes: [[label, text, web address]] in the last sheet, notesTitle.
export function workbook(sheets, notes, notesTitle) {
  const names = sheetNames([...sheets.map((sheet) => sheet.title), notesTitle]);
  const bodies = [...sheets.map((sheet) => dataSheet(sheet.table)), notesSheet(notes)];
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const overrides = names.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  const listed = names.map(
    (name, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const relation = (id, kind, target, more = "") =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${xml(target)}"${more}/>`;
  const relations = (inner) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const parts = {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
      `${overrides.join("")}</Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      names.map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("") +
        relation(`rId${names.length + 1}`, "styles", "styles.xml"),
    ),
    "xl/styles.xml": STYLES,
  };
  const links = linked(notes).map(([, url], i) =>
    relation(`rId${i + 1}`, "hyperlink", uri(url), ' TargetMode="External"'),
  );
  if (links.length) {
    parts[`xl/worksheets/_rels/sheet${names.length}.xml.rels`] = relations(links.join(""));
  }
  bodies.forEach((body, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = body));
  const files = Object.entries(parts).map(([name, text]) => ({ name, bytes: UTF8.encode(text) }));
  return new Blob([zip(files)], { type: `${type}.sheet` });
}
