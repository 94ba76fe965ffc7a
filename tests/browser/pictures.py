"""The images of a page's cards, made by the page's own script, every shape of them."""

import base64
import io
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from indicators import scripts, style
from indicators.takeaway import card

SHAPES = {"slide": (1200, 675), "page": (1200, 848), "square": (900, 900), "phone": (540, 960)}
TEXT = "{http://www.w3.org/2000/svg}text"
SVG = "{http://www.w3.org/2000/svg}svg"
SMALLEST = 7.5  # a label's size, in units of which an image has two or four pixels each
TOOLS = scripts.joined(Path(__file__).with_name("tools.js"), style.MODULES)


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
    shows = re.compile(r"exhibits\.show\(|data_sections\.coverage")
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
        """async (text) => {
            const script = new Blob([text], { type: "text/javascript" });
            const { reached, ...more } = await import(URL.createObjectURL(script));
            window.tools = { ...reached, ...more };
        }""",
        TOOLS,
    )


def boxes(page: Page, svg: str) -> list[dict]:
    """Every text of an SVG with its box, as the browser lays it out."""
    return page.evaluate(
        """(svg) => window.tools.laidOut(svg, "text").map(({ part, ...box }) => {
            const clipped = part.classList.contains("bartext") && part.closest("[clip-path]");
            return { text: part.textContent, clipped: !!clipped, ...box };
        }).filter((box) => box.text.trim())""",
        svg,
    )


def shapes(page: Page, svg: str) -> list[dict]:
    """Every line, bar, point and area of an SVG that is seen, with its box and its element."""
    return page.evaluate(
        """(svg) => window.tools.laidOut(svg, "path, rect, line, circle, polygon")
            .filter(({ part }) => !part.closest("defs, clipPath") && part.style.opacity !== "0"
                && [part.style.fill, part.style.stroke, part.getAttribute("fill"),
                    part.getAttribute("stroke")].some((paint) => paint && paint !== "none"))
            .map(({ part, ...box }) => ({ text: part.outerHTML.slice(0, 80), ...box }))""",
        svg,
    )


def covered(page: Page, svg: str) -> list[str]:
    """The words that lie on a line's point."""
    points = page.evaluate(
        """(svg) => window.tools.laidOut(svg, ".scatterlayer .points path.point")
            .filter(({ part }) => part.style.opacity !== "0").map(({ part, ...box }) => box)""",
        svg,
    )
    return [
        f"{text['text']} lies on a point"
        for text in map(_inked, boxes(page, svg))
        if any(overlap(text, point, air=0) for point in points)
    ]


def _inked(box: dict) -> dict:
    """A text's box without the air that its font leaves above and below."""
    air = (box["bottom"] - box["top"]) / 6
    return box | {"top": box["top"] + air, "bottom": box["bottom"] - air}


def margin(png: bytes, pixels: int) -> bool:
    """Whether a picture's left, right and lower margins are white: nothing is cut at an edge."""
    with Image.open(io.BytesIO(png)) as image:
        grey = image.convert("L")
    width, height = grey.size
    top = 7 * pixels  # below the blue rule
    edges = [(0, top, pixels * 8, height), (width - pixels * 8, top, width, height)]
    edges.append((0, height - pixels * 4, width, height))
    return all(grey.crop(edge).getextrema() == (255, 255) for edge in edges)


def faults(page: Page, made: Picture) -> list[str]:
    """What is wrong with an image, in words."""
    width, height = SHAPES[made.shape]
    found = []
    with Image.open(io.BytesIO(made.png)) as image:
        if image.size != (2 * width, 2 * height):
            found.append(f"{image.size} pixels")
        if image.text.get("Title") != made.title:
            found.append("no title in the file")
    found += misplaced(page, made.svg, made.shape)
    if not margin(made.png, pixels=2):
        found.append("the margins are not white")
    printed = "".join(words(made.svg)).replace(" ", "")
    caption = page.evaluate(
        "title => [...window.exhibitCards.values()].map(t => JSON.parse(t).caption)"
        ".find(c => c.title === title)",
        made.title,
    )
    for part in ("masthead", "title", "sentence", "subtitle", "note", "source", "as_of"):
        if caption[part].replace(" ", "") not in printed:
            found.append(f"{part} is not printed")
    if not re.search(r"(导出于|Exportedon)\d{4}-\d\d-\d\d", printed):
        found.append("no export date")
    if short_address(page.url) not in printed:
        found.append("no address")
    found += [f"{size:.1f} is too small" for size in sizes(made.svg) if size < SMALLEST]
    return found


def misplaced(page: Page, svg: str, shape: str) -> list[str]:
    """What leaves an image, touches another word or lies on a point."""
    width, height = SHAPES[shape]
    printed = boxes(page, svg)
    leaving = [box for box in (*printed, *shapes(page, svg)) if outside(box, width, height)]
    return [*(f"{b['text']} leaves it" for b in leaving), *touching(printed), *covered(page, svg)]


def short_address(url: str) -> str:
    """An address as it is printed, to be typed: its reader's browser knows the language."""
    return re.sub(r"&lang=\w+", "", url.split("//")[1])


def words(svg: str) -> list[str]:
    return ["".join(t.itertext()) for t in ElementTree.fromstring(svg).iter(TEXT)]


def sizes(svg: str) -> set[float]:
    """The sizes of the plot's labels, as they stand on the image."""
    inner = next(s for s in ElementTree.fromstring(svg) if s.tag == SVG)
    enlarged = float(inner.get("width")) / float(inner.get("viewBox").split()[2])
    styles = [text.get("style", "") for text in inner.iter(TEXT)]
    return {
        float(size) * enlarged
        for style in styles
        for size in re.findall(r"font-size: ([\d.]+)", style)
    }


def outside(box: dict, width: float, height: float) -> bool:
    """Whether a text leaves the image, or may be cut at the plot's edge."""
    if box.get("clipped"):
        return True
    return box["left"] < 0 or box["top"] < 0 or box["right"] > width or box["bottom"] > height


def touching(boxes: list[dict]) -> list[str]:
    """The pairs of texts that lie on each other."""
    return [
        f"{a['text']} touches {b['text']}"
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if overlap(a, b)
    ]


def overlap(a: dict, b: dict, air: int = 2) -> bool:
    """Whether two texts touch: beside each other they need air, above each other less."""
    shared_width = min(a["right"], b["right"]) - max(a["left"], b["left"])
    shared_height = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return shared_width > -air and shared_height > 0.3 * min(
        a["bottom"] - a["top"], b["bottom"] - b["top"]
    )
