// Once a page: draws the bar of every card, and offers all charts of the page in one ZIP.

function inOrder(places) {
  return [...places].filter((place) => place.isConnected).sort((a, b) => {
    const [one, other] = [a, b].map((place) => place.getRootNode().host ?? place);
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

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
    const file = bar.image ? `${bar.name}.png` : `${words.tables}.xlsx`;
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

// Every chart as PNG, all tables in one workbook, README.txt; `told` hears how many are done.
async function everything(bars, words, told) {
  const files = [];
  for (const [done, bar] of bars.filter((bar) => bar.image).entries()) {
    told(done);
    files.push({ name: `${bar.name}.png`, bytes: await bytesOf(await bar.image("slide", 2)) });
    await new Promise((go) => setTimeout(go)); // the page stays alive meanwhile
  }
  const sheets = bars.map((bar) => ({ title: bar.title, table: bar.table() }));
  const notes = bars.flatMap((bar) => [...bar.notes(), ["", ""]]);
  const book = workbook(sheets, notes, words.notes);
  files.push({ name: `${words.tables}.xlsx`, bytes: await bytesOf(book) });
  files.push({ name: "README.txt", bytes: UTF8.encode(readme(bars, words)) });
  return zip(files);
}

function zipName(bars) {
  const query = new URLSearchParams(location.search);
  const years = [query.get("from"), query.get("to")].filter(Boolean).join("-");
  const name = [bars[0].district, document.title, years].filter(Boolean).join("_");
  // As in card.py: what Windows does not allow has its full-width twin.
  const twin = (sign) => String.fromCodePoint(sign.codePointAt(0) + 0xfee0);
  return `${name.replace(/[\\/:*?"<>|]/g, twin)}.zip`;
}

export default function ({ data, parentElement }) {
  const { words, style } = JSON.parse(new TextDecoder().decode(data));
  const drawn = new Map(); // place → { text, bar, state }
  const take = button("all", "");
  const status = element("p", "status", "", { role: "status" });
  const line = element("div", "page");
  line.append(status, take);
  parentElement.replaceChildren(element("style", "", style), line);

  const look = () => {
    const cards = window.exhibitCards ?? new Map();
    for (const place of drawn.keys()) if (!cards.has(place)) drawn.delete(place);
    for (const [place, text] of cards) {
      const before = drawn.get(place);
      if (before?.text === text) continue;
      const card = JSON.parse(text);
      const state = before?.state ?? { shape: "slide", scale: SIZES[0], open: false };
      const bar = drawBar(place, card, words, style, state);
      drawn.set(place, { text, state, bar: { ...bar, ...card.caption, filters: card.notes } });
    }
    const count = [...drawn.values()].filter(({ bar }) => bar.image).length;
    line.hidden = count < 2;
    const said = words.all.replace("{count}", count);
    take.textContent = said;
    take.setAttribute("aria-label", said);
  };

  take.onclick = async () => {
    const bars = inOrder(drawn.keys()).map((place) => drawn.get(place).bar);
    take.disabled = true;
    try {
      const count = bars.filter((bar) => bar.image).length;
      const told = (done) => (status.textContent = `${words.working} ${done + 1}/${count}`);
      save(await everything(bars, words, told), zipName(bars));
      status.textContent = words.saved + zipName(bars);
    } catch (error) {
      console.warn(error);
      status.textContent = words.failed;
    } finally {
      take.disabled = false;
    }
  };

  look();
  window.addEventListener("exhibitcards", look);
  return () => window.removeEventListener("exhibitcards", look);
}
