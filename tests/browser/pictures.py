"""What is wrong with an image, whatever it shows: what leaves it, touches, or is not printed."""

import io
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import dist

from PIL import Image

from tests.browser.workshop import ORIGIN, SHAPES, Drawn

TEXT = "{http://www.w3.org/2000/svg}text"
SVG = "{http://www.w3.org/2000/svg}svg"
SMALLEST = 7.5  # a label's size, in units of which an image has two or four pixels each
# Centimetres at which each shape is to arrive in a document: a slide's and a page's own width.
PRINTED = {"slide": 33.867, "page": 16, "square": 12, "phone": 7}
DOCUMENTS = ("slide", "page")  # shapes with an address; a square and a phone's image are sent
PARTS = ("masthead", "title", "sentence", "subtitle", "note", "source", "as_of")


def faults(drawn: Drawn, address: str) -> list[str]:
    """What is wrong with an image and its PNG of twice its size, in words."""
    return [*misplaced(drawn), *unprinted(drawn, address), *of_file(drawn)]


def misplaced(drawn: Drawn) -> list[str]:
    """What leaves an image, touches another word or lies on a point."""
    width, height = SHAPES[drawn.shape]
    texts = drawn.layout["texts"]
    leaving = [box for box in (*texts, *drawn.layout["marks"]) if outside(box, width, height)]
    left = [f"{box['text']} leaves it" for box in leaving]
    return [*left, *touching(texts), *covered(drawn), *struck(drawn), *misled(drawn)]


def unprinted(drawn: Drawn, address: str) -> Iterator[str]:
    """What an image does not say, or says too small to be read."""
    printed = "".join(words(drawn.svg)).replace(" ", "")
    for part in PARTS:
        if not is_printed(drawn.card["caption"][part], printed):
            yield f"{part} is not printed"
    if not re.search(r"(导出日期：|Exportedon)\d{4}-\d\d-\d\d", printed):
        yield "no export date"
    if (short_address(f"{ORIGIN}/{address}") in printed) != (drawn.shape in DOCUMENTS):
        yield "no address, or one where nobody types it off"
    yield from (f"{size:.1f} is too small" for size in sizes(drawn.svg) if size < SMALLEST)


def is_printed(said: str, printed: str) -> bool:
    """Whether words stand on an image; a headline ends without the comma of its sentence."""
    plain, there = (re.sub("[ ，,]", "", text).casefold() for text in (said, printed))
    return plain in there


def of_file(drawn: Drawn) -> Iterator[str]:
    """What is wrong with the PNG: its pixels, its size in print, its title, its margins."""
    width, height = SHAPES[drawn.shape]
    with Image.open(io.BytesIO(drawn.png)) as image:
        if image.size != (2 * width, 2 * height):
            yield f"{image.size} pixels"
        if image.text.get("Title") != drawn.title:
            yield "no title in the file"
        printed = image.width / image.info["dpi"][0] * 2.54
        if abs(printed - PRINTED[drawn.shape]) > 0.01:
            yield f"{printed:.2f} cm wide in print"
        if not is_white_around(image, pixels=2):
            yield "the margins are not white"


def is_white_around(image: Image.Image, pixels: int) -> bool:
    """Whether a picture's left, right and lower margins are white: nothing is cut at an edge."""
    grey = image.convert("L")
    width, height = grey.size
    top = 7 * pixels  # below the blue rule
    edges = [(0, top, pixels * 8, height), (width - pixels * 8, top, width, height)]
    edges.append((0, height - pixels * 4, width, height))
    return all(grey.crop(edge).getextrema() == (255, 255) for edge in edges)


def covered(drawn: Drawn) -> list[str]:
    """The words that lie on a line's point."""
    points = [p for series in drawn.layout["points"] for p in series if p["seen"]]
    return [
        f"{text['text']} lies on a point"
        for text in map(_inked, drawn.layout["texts"])
        if any(overlap(text, point, air=0) for point in points)
    ]


def struck(drawn: Drawn) -> Iterator[str]:
    """The words that lie on a bar."""
    bars = [bar for series in drawn.layout["bars"] for bar in series]
    for text in map(_inked, drawn.layout["texts"]):
        if text["inPlot"] and any(overlap(text, bar, air=-1) for bar in bars):
            yield f"{text['text']} lies on a bar"


def misled(drawn: Drawn) -> Iterator[str]:
    """The leaders that run over a mark or a line that is not their own, and so name that one."""
    marks = [p for series in drawn.layout["points"] for p in series if p["seen"]]
    joins = [
        join
        for series in drawn.layout["stretches"]
        for stretch in series
        for join in pairwise(stretch)
    ]
    for leader in drawn.layout["leaders"]:
        own = min(marks, key=lambda mark: dist(_place(mark), _place(leader[0])))
        # A mark on the leader's own point cannot be told apart by anything.
        others = [mark for mark in marks if not _holds(mark, own)]
        if any(_runs_over(leader, diagonal) for mark in others for diagonal in _diagonals(mark)):
            yield f"the leader from {_place(leader[0])} runs over a mark"
        if any(_runs_over(leader, join) for join in joins if not _touches(join, own)):
            yield f"the leader from {_place(leader[0])} runs over a line"


def _place(at: dict) -> tuple[float, float]:
    return at["x"], at["y"]


def _holds(box: dict, at: dict) -> bool:
    return box["left"] <= at["x"] <= box["right"] and box["top"] <= at["y"] <= box["bottom"]


def _diagonals(box: dict) -> Iterator[Sequence[dict]]:
    for first, last in (("top", "bottom"), ("bottom", "top")):
        yield {"x": box["left"], "y": box[first]}, {"x": box["right"], "y": box[last]}


def _touches(join: Sequence[dict], own: dict) -> bool:
    return any(_holds(own, end) for end in join)


def _runs_over(a: Sequence[dict], b: Sequence[dict]) -> bool:
    """Whether two straight lines cross."""

    def sides(line: Sequence[dict], ends: Sequence[dict]) -> float:
        (x, y), (to_x, to_y) = map(_place, line)
        one, other = ((to_x - x) * (e["y"] - y) - (to_y - y) * (e["x"] - x) for e in ends)
        return one * other

    return sides(a, b) < 0 and sides(b, a) < 0


def _inked(box: dict) -> dict:
    """A text's box without the air that its font leaves above and below."""
    air = (box["bottom"] - box["top"]) / 6
    return box | {"top": box["top"] + air, "bottom": box["bottom"] - air}


def short_address(url: str) -> str:
    """An address as it is printed, to be typed: its reader's browser knows the language."""
    return re.sub(r"&lang=\w+", "", url.split("//")[1])


def words(svg: str) -> list[str]:
    return ["".join(t.itertext()) for t in ElementTree.fromstring(svg).iter(TEXT)]


def sizes(svg: str) -> set[float]:
    """The sizes of the plot's labels, as they stand on the image."""
    inner = next(s for s in ElementTree.fromstring(svg).iter(SVG) if s.get("x"))
    enlarged = float(inner.get("width")) / float(inner.get("viewBox").split()[2])
    styles = [text.get("style", "") for text in inner.iter(TEXT)]
    return {
        float(size) * enlarged
        for style in styles
        for size in re.findall(r"font-size: ([\d.]+)", style)
    }


def outside(box: dict, width: float, height: float) -> bool:
    """Whether a part leaves the image, or a text may be cut at the plot's edge."""
    if box.get("clipped"):
        return True
    return box["left"] < 0 or box["top"] < 0 or box["right"] > width or box["bottom"] > height


def touching(boxes: list[dict]) -> list[str]:
    """The pairs of texts that lie on each other."""
    return [f"{a['text']} touches {b['text']}" for a, b in combinations(boxes, 2) if overlap(a, b)]


def overlap(a: dict, b: dict, air: int = 2) -> bool:
    """Whether two texts touch: beside each other they need air, above each other less."""
    shared_width = min(a["right"], b["right"]) - max(a["left"], b["left"])
    shared_height = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return shared_width > -air and shared_height > 0.3 * min(
        a["bottom"] - a["top"], b["bottom"] - b["top"]
    )
