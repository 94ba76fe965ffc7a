// The bar under a chart: its source and date, the image in one click, everything else in a
// menu that shows the very file, and the table of the figures.

function element(tag, className, text = "", more = {}) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  for (const [name, value] of Object.entries(more)) made.setAttribute(name, value);
  return made;
}

const button = (className, text, label) =>
  element("button", className, text, { type: "button", "aria-label": label ?? text });

// Where a finger points, a file ends where nobody finds it: a picture can be held and saved.
const handheld = () => matchMedia("(pointer: coarse), (max-width: 640px)").matches;

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// A data: address and not a blob: one, because WeChat saves only those when a picture is held.
const asAddress = (blob) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });

// The finished picture over the page, to be held and saved or copied by its own menu.
async function lay(place, blob, alt, advice, words) {
  const dialog = element("dialog", "picture", "", { "aria-label": advice });
  const image = element("img", "", "", { src: await asAddress(blob), alt });
  const close = button("close", words.close);
  close.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();
  dialog.append(element("p", "advice", advice), image, close);
  place.append(dialog);
  dialog.showModal();
}

// What the reader hid by a click on the legend, in the chart before a place: it stays hidden.
function chartBefore(place) {
  const host = place.getRootNode().host ?? place; // the bar stands in a shadow of its own
  const before = [...document.querySelectorAll(".js-plotly-plot")].filter(
    (chart) => chart.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return before.at(-1);
}

function hiddenSeries(chart) {
  return (chart?._fullData ?? [])
    .filter((trace) => trace.visible === "legendonly")
    .map((trace) => ({ name: trace.name, columns: [trace._input?.meta ?? []].flat() }));
}

// All that can be taken from a card: image(shape, scale), vector(shape), table(), notes(), about(), …
// Images are kept, so that the preview is the file, until something on them changes.
function goods(card, words, place) {
  const kept = new Map();
  const hidden = () => hiddenSeries(chartBefore(place));
  const once = (key, make) => {
    const whole = [key, hidden().map((s) => s.name), location.href, today()].join("|");
    if (!kept.has(whole)) kept.set(whole, make());
    kept.get(whole).catch(() => kept.delete(whole));
    return kept.get(whole);
  };
  const now = () => ({ exported: words.exported + today(), address: address() });
  // The sentence may speak of what is hidden.
  const sentence = () => (hidden().length ? "" : card.caption.sentence);
  const caption = () => ({ ...card.caption, sentence: sentence(), ...now() });
  const drawn = (shape) =>
    once(shape, () => {
      const away = new Set(hidden().map((series) => series.name));
      const figure = JSON.parse(card.figure);
      const stays = ({ name }) => !away.has(name);
      figure.data = figure.data.filter(stays);
      figure.layout.annotations = figure.layout.annotations?.filter(stays);
      return picture(figure, caption(), SHAPES[shape], words.lang);
    });
  const texts = () => ({
    Title: card.caption.title,
    Description: `${card.caption.subtitle} · ${card.notes.sectors}`,
    Source: `${card.caption.source} ${card.caption.as_of}`,
    "Creation Time": new Date().toISOString(),
    URL: location.href,
  });
  const table = () => (card.figure ? visible(card.table, hidden()) : card.table);
  const about = () => notesOf(card, sentence(), words, {});
  const notes = () => notesOf(card, sentence(), words, { sectors: card.notes.sectors, ...now() });
  return {
    name: card.fileName,
    table,
    about,
    notes,
    clip: () => ({
      "text/plain": tabbed(table()),
      "text/html": pasted(table(), card.caption, words, card.figure ? "" : words.missing_cell),
    }),
    image: (shape, scale) =>
      once(`${shape} ${scale}`, async () => {
        const { width, print } = SHAPES[shape];
        const png = await asPng(await drawn(shape), SHAPES[shape], scale);
        const bytes = new Uint8Array(await png.arrayBuffer());
        return described(bytes, texts(), (width * scale * 100) / print);
      }),
    vector: async (shape) => new Blob([await drawn(shape)], { type: "image/svg+xml" }),
    data: async () => new Blob([csv(table())], { type: "text/csv;charset=utf-8" }),
    book: async () => workbook([{ title: card.caption.title, table: table() }], notes(), words.notes),
  };
}

const today = () => new Date().toLocaleDateString("sv"); // 2026-11-24 in every language
// The view's address, short enough to be typed: its reader's browser knows the language.
const address = () =>
  decodeURI(location.host + location.pathname + location.search)
    .replace(/([?&])lang=\w+&?/, "$1")
    .replace(/[?&]$/, "");

// What is to be known of a card, as [label, text, web address] rows; a row without a label goes
// on under the one before it. The last argument holds what all cards of the page have in common.
function notesOf({ caption, notes }, sentence, words, { sectors, exported, address }) {
  const under = (label, entries) => entries.map((entry, i) => [i ? "" : label, ...entry]);
  return [
    [words.note_title, caption.title],
    [words.note_filters, [caption.subtitle, sectors].filter(Boolean).join(" · ")],
    [words.note_sentence, sentence],
    [words.note_note, caption.note],
    ...under(words.note_definition, notes.definitions.map((text) => [text])),
    [words.note_source, caption.source.replace(/^[^：:]*[：:]\s*/, "")], // its label says it
    ...under(words.note_documents, notes.documents.map(([text, url], i) => [`${i + 1}. ${text}`, url])),
    [words.note_dates, [caption.as_of, exported].filter(Boolean).join("　")],
    [words.note_address, address],
  ].filter(([, text]) => text);
}

// Radio buttons in a fieldset; `changed` hears the chosen value.
function choice(legend, options, chosen, changed) {
  const set = element("fieldset", "choice");
  const group = `choice-${choice.count = (choice.count ?? 0) + 1}`;
  set.append(element("legend", "", legend));
  const texts = options.map(([value, text]) => {
    const label = element("label", "");
    const radio = element("input", "", "", { type: "radio", name: group, value });
    radio.checked = value === chosen;
    radio.onchange = () => changed(value);
    const said = element("span", "", text);
    label.append(radio, said);
    set.append(label);
    return said;
  });
  return { set, rename: (names) => names.forEach((name, i) => (texts[i].textContent = name)) };
}

const pixels = (shape, scale) =>
  `${SHAPES[shape].width * scale} × ${SHAPES[shape].height * scale}`;

// What a part of a bar is called where its words alone would be those of every card.
const entitled = (said, card) => `${said}: ${card.caption.title}`;

// Draws a card's bar into its place. `state` outlives the drawing: { shape, scale, open }.
function drawBar(place, card, words, style, state) {
  const foot = element("div", "foot");
  const status = element("p", "status", "", { role: "status" });
  const all = goods(card, words, place);
  const named = (kind) => entitled(words[kind], card);

  const doing = (pressed, work) => async () => {
    pressed.disabled = true;
    status.textContent = words.working;
    try {
      status.textContent = (await work()) ?? "";
    } catch (error) {
      console.warn(error);
      status.textContent = words.failed;
    } finally {
      pressed.disabled = false;
      pressed.focus();
    }
  };
  const saved = (ending, make) => async () => {
    save(await make(), `${all.name}.${ending}`);
    return `${words.saved}${all.name}.${ending}`;
  };
  const press = (kind, work) => {
    const made = button(kind, words[kind], named(kind));
    made.onclick = doing(made, work);
    return made;
  };
  const copyTable = press("copy_table", async () =>
    (await toClipboard(all.clip())) ? words.copied_table : words.failed_copy,
  );
  const book = press("book", saved("xlsx", all.book));
  const data = press("data", saved("csv", all.data));
  if (!card.figure) return drawTableBar(place, foot, card, style, status, [copyTable, book, data], all);
  const current = () => all.image(state.shape, state.scale);

  const image = press("image", async () => {
    preview.refresh();
    if (!handheld()) return saved("png", current)();
    await lay(foot, await current(), card.caption.title, words.hold, words);
  });
  const preview = previewOf(card, words, state, current, () => chartBefore(place));
  const others = element("div", "others");
  others.append(
    press("vector", saved("svg", () => all.vector(state.shape))),
    press("copy_image", async () => {
      if (!navigator.clipboard?.write) {
        return void (await lay(foot, await current(), card.caption.title, words.by_hand, words));
      }
      await navigator.clipboard.write([new ClipboardItem({ "image/png": current() })]);
      return words.copied;
    }),
    book,
    data,
  );
  const menu = menuOf(words, state, preview);
  menu.panel.append(others);
  const buttons = element("div", "buttons");
  buttons.append(image, menu.opener);
  menu.opener.setAttribute("aria-label", named("more"));
  foot.append(...sentenceOf(card, words), saidOf(card.caption), buttons, status, menu.panel);
  foot.append(tableOf(card, words, all, copyTable));
  putInto(place, foot, style);
  preview.refresh();
  return all;
}

// A table stands on the page already; it is copied, or taken along as a workbook or as CSV.
function drawTableBar(place, foot, card, style, status, buttons, all) {
  const line = element("div", "buttons");
  line.append(...buttons);
  foot.append(saidOf(card.caption), line, status);
  putInto(place, foot, style);
  return { ...all, image: null };
}

// The report sentence with its button, where the page does not say it already.
function sentenceOf(card, words) {
  const { sentence } = card.caption;
  if (!card.tells || !sentence) return [];
  const line = element("div", "sentence");
  line.append(element("p", "", sentence));
  line.append(...copyButton(sentence, entitled(words.sentence.copy, card), words.sentence, false));
  return [line];
}

function saidOf({ note, source, as_of }) {
  const said = element("div", "said");
  if (note) said.append(element("p", "note", note));
  said.append(element("p", "source", [source, as_of].filter(Boolean).join("　")));
  return said;
}

function putInto(place, foot, style) {
  place.querySelector(".foot")?.remove();
  place.querySelector("style") ?? place.append(element("style", "", style));
  place.append(foot);
}

// The very file, small: refresh() makes it again if what it shows has changed. The chart may come
// later than its bar, or anew, so it is looked for each time.
function previewOf(card, words, state, current, chart) {
  const figure = element("figure", "preview");
  const image = element("img", "", "", { alt: entitled(words.preview, card) });
  const said = element("figcaption", "");
  figure.append(image, said);
  const refresh = async () => {
    if (!state.open) return;
    if (chart() !== refresh.follows) {
      refresh.follows = chart();
      refresh.follows?.on("plotly_restyle", refresh);
    }
    figure.setAttribute("aria-busy", "true");
    try {
      const blob = await current();
      if (refresh.shown !== blob) {
        refresh.shown = blob;
        URL.revokeObjectURL(image.src);
        image.src = URL.createObjectURL(blob);
        await image.decode();
      }
      if (blob !== (await current())) return; // another shape was chosen meanwhile
      const advice = handheld() ? words.hold : words.preview_is_file;
      said.textContent = `${advice} ${pixels(state.shape, state.scale)}`;
      figure.setAttribute("aria-busy", "false");
    } catch (error) {
      console.warn(error);
      said.textContent = words.failed;
    }
  };
  return { figure, refresh };
}

// The button that opens the menu, and the menu: shape, size, preview. Escape closes it.
function menuOf(words, state, preview) {
  const panel = element("div", "menu", "", { role: "group", "aria-label": words.more });
  panel.id = "menu";
  const opener = element("button", "more", words.more, { type: "button", "aria-controls": "menu" });
  const sizeNames = () => SIZES.map((scale) => `${words[`size_${scale}`]} ${pixels(state.shape, scale)}`);
  const shapes = Object.keys(SHAPES).map((shape) => [shape, words[`shape_${shape}`]]);
  const sizes = choice(
    words.size, SIZES.map((scale, i) => [scale, sizeNames()[i]]), state.scale,
    (scale) => (state.scale = scale, preview.refresh()),
  );
  const shape = choice(words.shape, shapes, state.shape, (chosen) => {
    state.shape = chosen;
    sizes.rename(sizeNames());
    preview.refresh();
  });
  const open = (yes) => {
    state.open = yes;
    panel.hidden = !yes;
    opener.setAttribute("aria-expanded", String(yes));
    preview.refresh();
  };
  open(state.open);
  opener.onclick = () => {
    open(!state.open);
    if (state.open) panel.querySelector("input:checked").focus();
  };
  panel.onkeydown = (event) => {
    if (event.key !== "Escape" || event.target.closest("dialog")) return;
    open(false);
    opener.focus();
  };
  const choices = element("div", "choices");
  choices.append(shape.set, sizes.set);
  panel.append(preview.figure, choices);
  return { opener, panel };
}

// The figures as a table, folded; drawn when it is opened, so that hidden series are left out.
function tableOf(card, words, all, copy) {
  const folded = element("details", "table");
  const named = entitled(words.show_table, card);
  folded.append(element("summary", "", words.show_table, { "aria-label": named }));
  const body = element("div", "rows", "", {
    role: "region", tabindex: "0", "aria-label": card.caption.title,
  });
  folded.append(copy, body);
  folded.ontoggle = () => folded.open && body.replaceChildren(tableElement(all.table(), words));
  return folded;
}
