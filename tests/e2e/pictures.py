"""The images of a page's cards, made by the page's own script, every shape of them."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

from indicators import card

SHAPES = {"slide": (1200, 675), "page": (1200, 848), "square": (900, 900), "phone": (540, 960)}
_TOOLS = "\n".join((card.HERE / name).read_text(encoding="utf-8") for name in card.SCRIPTS).replace(
    "export default function", "const mount = function"
)


@dataclass(frozen=True)
class Picture:
    """One image of one card, as SVG and as PNG."""

    title: str
    name: str  # of the file, without an ending
    shape: str
    svg: str
    png: bytes


def made(page: Page, shapes: tuple[str, ...] = tuple(SHAPES), scale: int = 2) -> Iterator[Picture]:
    """Every card of an open page in these shapes."""
    bring_tools(page)
    for number in range(cards(page)):
        for shape in shapes:
            found = page.evaluate(
                "([number, shape, scale]) => window.tools.take(number, shape, scale)",
                [number, shape, scale],
            )
            yield Picture(**(found | {"png": base64.b64decode(found["png"])}))


def with_charts() -> list[str]:
    """The pages that show charts."""
    pages = sorted((card.HERE.parent.parent / "pages").glob("*.py"))
    shows = re.compile(r"exhibit\.show\(|data_sections\.coverage")
    return [page.stem for page in pages if shows.search(page.read_text(encoding="utf-8"))]


def cards(page: Page) -> int:
    """How many charts an open page has, once all of them have handed over what they bring."""
    for _ in range(2):
        page.wait_for_function(
            """() => window.exhibitCards?.size &&
                [...window.exhibitCards.values()].filter((text) => JSON.parse(text).figure).length
                === document.querySelectorAll('[data-testid="stPlotlyChart"]').length"""
        )
        page.wait_for_timeout(200)  # what was not on the page yet is by now
    return page.locator('[data-testid="stPlotlyChart"]').count()


def bring_tools(page: Page) -> None:
    """Put the script's functions where a test reaches them."""
    page.wait_for_function("() => window.Plotly")
    page.evaluate(
        f"""() => {{ {_TOOLS}
        const lang = document.documentElement.lang;
        const words = {{ lang, exported: lang === "en" ? "Exported on " : "导出于" }};
        window.tools = {{
            SHAPES, picture, asPng, asAddress, fontsOf,
            take: async (number, shape, scale) => {{
                const drawn = inOrder(window.exhibitCards.keys())
                    .map((place) => [place, JSON.parse(window.exhibitCards.get(place))])
                    .filter(([, card]) => card.figure); // a table has no image
                const [place, card] = drawn[number];
                const all = goods(card, words, place);
                const svg = await (await all.vector(shape)).text();
                const png = await asAddress(await all.image(shape, scale));
                return {{
                    title: card.caption.title, name: all.name, shape, svg,
                    png: png.slice(png.indexOf(",") + 1),
                }};
            }},
        }}; }}"""
    )


def boxes(page: Page, svg: str) -> list[dict]:
    """Every text of an SVG with its box, as the browser lays it out."""
    return page.evaluate(
        """(svg) => {
            const host = document.createElement("div");
            host.style.cssText = "position:fixed;left:0;top:0;z-index:9999";
            host.innerHTML = svg;
            document.body.append(host);
            const found = [...host.querySelectorAll("text")].map((text) => {
                const { left, top, right, bottom } = text.getBoundingClientRect();
                const clipped = text.classList.contains("bartext") && text.closest("[clip-path]");
                return { text: text.textContent, left, top, right, bottom, clipped: !!clipped };
            }).filter((box) => box.text.trim() && box.right > box.left);
            host.remove();
            return found;
        }""",
        svg,
    )
