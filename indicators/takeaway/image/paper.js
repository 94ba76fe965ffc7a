// What an image is made on: its shapes and fonts.

import { FONTS } from "palette";

// In Chinese fonts the curly quotes of an English text are as wide as a character.
const LATIN = "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',";
export const fontsOf = (lang) => (lang.startsWith("zh") ? FONTS : LATIN + FONTS);
export const LINE = 1.45; // height of a line of text, in its size
export const BAND = 6; // the blue rule at the top

// In units of which an image has two or four pixels each. `type` is the size of the text against
// the slide's, `foot` that of what stands below the plot besides: half a page is printed smaller
// than a slide is shown, a square is sent and seen on a phone. `print` is the width, in centimetres,
// at which it arrives in a document: a whole slide, the text's width of an A4 page. Of what is sent
// nobody types off an address (`isPrinted`).
export const SHAPES = {
  slide: { width: 1200, height: 675, type: 1, foot: 1, print: 33.867, isPrinted: true },
  page: { width: 1200, height: 848, type: 1.2, foot: 1, print: 16, isPrinted: true },
  square: { width: 900, height: 900, type: 1.35, foot: 1, print: 12 },
  phone: { width: 540, height: 960, type: 1, foot: 1.15, print: 7 },
};
export const USUAL = "page"; // documents are what most images are made for
export const SIZES = [2, 4];
