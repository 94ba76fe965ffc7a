// All charts of a page in one ZIP, with a workbook of all tables and README.txt.

import { UTF8, zip } from "../files/bytes.js";
import { BOM } from "../files/table.js";
import { workbook } from "../files/workbook.js";
import { SIZES, USUAL } from "../image/paper.js";
import { address, today } from "./goods.js";

const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

// As wide as a text: a Chinese sign is as wide as two spaces.
const blank = (text) => [...text].map((sign) => (sign > "\u2e80" ? "　" : " ")).join("");

// Notes as lines of text; what goes on under a label stands as far in as what is beside it.
function asLines(notes, words) {
  let label = "";
  return notes.map(([name, text, url]) => {
    label = name ? name + words.colon : blank(label);
    return [label + text, url].filter(Boolean).join("　");
  });
}

// What was taken, of what, and where it comes from: for whoever opens the folder in a year.
function readme(bars, words) {
  const parts = bars.map((bar) => {
    const file = bar.image ? `${bar.imageName(USUAL)}.png` : `${words.tables}.xlsx`;
    return [file, ...asLines(bar.about(), words)].join("\r\n");
  });
  const { district, filters } = bars[0];
  const chosen = [district, filters.years, filters.sectors].join(" · ");
  const first = [
    document.title,
    address(),
    words.note_filters + words.colon + chosen,
    words.exported + today(),
  ].join("\r\n");
  return BOM + [first, ...parts].join("\r\n\r\n") + "\r\n";
}

// `progress` hears how many images are done.
export async function archive(bars, shared, progress) {
  const { words } = shared;
  const files = [];
  for (const [done, bar] of bars.filter((one) => one.image).entries()) {
    progress(done);
    const image = await bytesOf(await bar.image(USUAL, SIZES[0]));
    files.push({ name: `${bar.imageName(USUAL)}.png`, bytes: image });
    await new Promise((go) => setTimeout(go)); // the page stays alive meanwhile
  }
  const sheets = bars.map((bar) => ({ title: bar.title, table: bar.table() }));
  const notes = bars.flatMap((bar) => [...bar.notes(), ["", ""]]);
  const book = await workbook(shared.workbook, sheets, notes, words.notes);
  files.push({ name: `${words.tables}.xlsx`, bytes: await bytesOf(book) });
  files.push({ name: "README.txt", bytes: UTF8.encode(readme(bars, words)) });
  return zip(files);
}

// Of parts that Windows allows in a file's name: a page's title is one of ours, years are digits.
export function archiveName(bars) {
  const query = new URLSearchParams(location.search);
  const years = [query.get("from"), query.get("to")].filter(Boolean).join("-");
  return `${[bars[0].owner, document.title, years].filter(Boolean).join("_")}.zip`;
}
