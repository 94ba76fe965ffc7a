// A workbook of tables as they are shown, made by Python: see files/workbook.py.

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// A workbook that is not made; `word` names what is said of it to the reader.
export class Refused extends Error {
  constructor(word, reason) {
    super(reason);
    this.word = word;
  }
}

// sheets: [{ title, table }], notes: [[label, text, web address]] in the last sheet, whose title
// is given. `address` is the server's; without one the page itself makes it.
export async function workbook(address, sheets, notes, title) {
  const tables = JSON.stringify({ sheets, notes, title });
  if (!address) return new Blob([await window.exhibitWorkbooks(tables)], { type: TYPE });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(address, { method: "POST", headers, body: tables });
  if (answer.ok) return answer.blob();
  throw new Refused(answer.status === 413 ? "too_large" : "failed", await answer.text());
}
