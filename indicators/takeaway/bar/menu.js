// The menu of a bar: shape and size of the image, and a preview that is the very file.

import { element } from "../elements.js";
import { SHAPES, SIZES } from "../image/paper.js";
import { handheld } from "./saving.js";

let groups = 0; // radio buttons of one choice share a name of their own

// Radio buttons in a fieldset; `changed` hears the chosen value.
function choice(legend, options, chosen, changed) {
  const set = element("fieldset", "choice");
  const group = `choice-${++groups}`;
  set.append(element("legend", "", legend));
  const texts = options.map(([value, text]) => {
    const label = element("label", "");
    const radio = element("input", "", "", { type: "radio", name: group, value });
    radio.checked = value === chosen;
    radio.onchange = () => changed(value);
    const name = element("span", "", text);
    label.append(radio, name);
    set.append(label);
    return name;
  });
  return { set, rename: (names) => names.forEach((name, i) => (texts[i].textContent = name)) };
}

const pixels = (shape, scale) => `${SHAPES[shape].width * scale} × ${SHAPES[shape].height * scale}`;

// The very file, small: refresh() makes it again if what it shows has changed. The chart may come
// later than its bar, or anew, so it is looked for each time.
export function previewOf(name, words, state, current, chart) {
  const figure = element("figure", "preview");
  const image = element("img", "", "", { alt: name });
  const text = element("figcaption", "");
  figure.append(image, text);
  let followed; // the chart whose changes are heard
  let shown; // the image that is laid into the page
  const refresh = async () => {
    if (!state.open) return;
    if (chart() !== followed) {
      followed = chart();
      followed?.on("plotly_restyle", refresh);
    }
    figure.setAttribute("aria-busy", "true");
    try {
      const blob = await current();
      if (shown !== blob) {
        shown = blob;
        URL.revokeObjectURL(image.src);
        image.src = URL.createObjectURL(blob);
        await image.decode();
      }
      if (blob !== (await current())) return; // another shape was chosen meanwhile
      const advice = handheld() ? words.hold : words.preview_is_file;
      text.textContent = `${advice} ${pixels(state.shape, state.scale)}`;
      figure.setAttribute("aria-busy", "false");
    } catch (error) {
      console.warn(error);
      text.textContent = words.failed;
    }
  };
  return { figure, refresh };
}

// Which shape and which size; `changed` hears that one of them is another.
function choicesOf(words, state, changed) {
  const sizeNames = () => SIZES.map((scale) => `${words[`size_${scale}`]} ${pixels(state.shape, scale)}`);
  const sizes = choice(
    words.size, SIZES.map((scale, i) => [scale, sizeNames()[i]]), state.scale,
    (scale) => {
      state.scale = scale;
      changed();
    },
  );
  const names = Object.keys(SHAPES).map((shape) => [shape, words[`shape_${shape}`]]);
  const shapes = choice(words.shape, names, state.shape, (shape) => {
    state.shape = shape;
    sizes.rename(sizeNames());
    changed();
  });
  const choices = element("div", "choices");
  choices.append(shapes.set, sizes.set);
  return choices;
}

// The button that opens the menu, the menu, and what closes it by Escape.
export function menuOf(words, state, preview) {
  const panel = element("div", "menu", "", { role: "group", "aria-label": words.more });
  panel.id = "menu";
  const opener = element("button", "more", words.more, { type: "button", "aria-controls": "menu" });
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
  // Wherever in the bar its reader is.
  const escape = (event) => {
    if (event.key !== "Escape" || !state.open || event.target.closest("dialog")) return;
    open(false);
    opener.focus();
  };
  panel.append(preview.figure, choicesOf(words, state, preview.refresh));
  return { opener, panel, escape };
}
