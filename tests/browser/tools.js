// What tests and the gallery reach of the page's own scripts, and how they look at an SVG.

import { goods } from "../../indicators/takeaway/bar/goods.js";
import { inOrder } from "../../indicators/takeaway/bar/page.js";
import { asAddress } from "../../indicators/takeaway/bar/saving.js";
import { SHAPES, fontsOf } from "../../indicators/takeaway/image/paper.js";
import { asPng, picture } from "../../indicators/takeaway/image/picture.js";

export const reached = { SHAPES, asAddress, asPng, fontsOf, picture };

// The parts of an SVG that a selector finds and that have a size, with their boxes.
export function laidOut(svg, selector) {
  const host = document.createElement("div");
  host.style.cssText = "position:fixed;left:0;top:0;z-index:9999";
  host.innerHTML = svg;
  document.body.append(host);
  const boxes = [...host.querySelectorAll(selector)].map((part) => {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    return { part, left, top, right, bottom };
  });
  host.remove();
  return boxes.filter((box) => box.right > box.left || box.bottom > box.top);
}

// The image of the page's chart of a number, as SVG and as PNG.
export async function take(number, shape, scale) {
  const { lang } = document.documentElement;
  const words = { lang, exported: lang === "en" ? "Exported on " : "导出于" };
  const [place, card] = inOrder(window.exhibitCards.keys())
    .map((one) => [one, JSON.parse(window.exhibitCards.get(one))])
    .filter(([, { figure }]) => figure)[number]; // a table has no image
  const all = goods(card, { words }, place);
  const svg = await (await all.vector(shape)).text();
  const png = await asAddress(await all.image(shape, scale));
  return {
    title: card.caption.title, name: all.name, shape, svg, png: png.slice(png.indexOf(",") + 1),
  };
}
