// What an image is made on: its shapes and fonts.

import { FONTS } from "palette";

// In Chinese fonts the curly quotes of an English text are as wide as a character.
const LATIN = "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',";
export const fontsOf = (lang) => (lang.startsWith("zh") ? FONTS : LATIN + FONTS);
export const LINE = 1.45; // height of a line of text, in its size
export const BAND = 6; // the blue rule at the top

// In units of which an image has two or four pixels each. `type` is the size of the text against
// the slide's: half a page is printed smaller than a slide is shown. `print` is the width, in
// centimetres, at which it arrives in a document: a whole slide, the text's width of an A4 page.
export const SHAPES = {
  slide: { width: 1200, height: 675, type: 1, print: 33.867 },
  page: { width: 1200, height: 848, type: 1.2, print: 16 },
  square: { width: 900, height: 900, type: 1, print: 12 },
  phone: { width: 540, height: 960, type: 1, print: 7 },
};
export const SIZES = [2, 4];
