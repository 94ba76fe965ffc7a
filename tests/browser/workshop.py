"""One blank page in which the cards' own script draws their images: no Streamlit, no server.

What is drawn is what a page of the dashboard hands over (tests/opened.py), by the Plotly that
Streamlit brings its readers. That a bar in the dashboard saves the same image is proved in
test_download.py and test_image.py.
"""

import base64
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from indicators import scripts
from indicators.server.packed import STATIC
from indicators.takeaway.card import MODULES

SHAPES = {"slide": (1200, 675), "page": (1200, 848), "square": (900, 900), "phone": (540, 960)}
# In `make test` each image in one shape, the next in the next; in `make sweep` each in all.
IN_TURN = ["in turn", *(pytest.param(shape, marks=pytest.mark.sweep) for shape in SHAPES)]
ORIGIN = "http://kanban.test"
BLANK = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>汉滨区发展指标看板</title>'
SCRIPT = Path(__file__).with_name("workshop.js")


@dataclass(frozen=True)
class Drawn:
    """One image: as SVG, as PNG if that was asked for, and as the browser lays it out."""

    title: str
    name: str  # of the file, without an ending
    shape: str
    svg: str
    png: bytes
    layout: dict  # workshop.js: texts, marks, ticks, bars, points, stretches, …
    card: dict  # what it was drawn of


@cache
def plotly() -> str:
    """The Plotly that a reader's browser gets, taken out of Streamlit's part that draws charts."""
    (part,) = (STATIC / "static" / "js").glob("PlotlyChart.*.js")
    found = re.search(
        r"\(function\(\w+,\w+\)\{typeof (\w+)==`object`&&\1\.exports\?.*"
        r"return window\.Plotly=(\w+),\2\}\)",
        part.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert found, "Streamlit packs Plotly in another way now, which tests/browser/workshop.py reads"
    return f"((e, {found[1]}, n) => {{ {found[0]} }})({{}}, {{ exports: {{}} }}, {{}});"


def without(figure: str, hidden: tuple[str, ...]) -> str:
    """A figure's JSON without the series of these names."""
    whole = json.loads(figure)
    stays = [trace for trace in whole["data"] if trace.get("name") not in hidden]
    return json.dumps(whole | {"data": stays})


def shape_of(wanted: str, number: int) -> str:
    """The shape of the image of this number: the one that is wanted, or its turn's."""
    return wanted if wanted in SHAPES else list(SHAPES)[number % len(SHAPES)]


class Workshop:
    """Draws images of cards on a blank page of a browser."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.route(
            f"{ORIGIN}/**",
            lambda route: route.fulfill(body=BLANK, content_type="text/html; charset=utf-8"),
        )
        page.goto(ORIGIN)
        page.add_script_tag(content=plotly())
        page.evaluate(
            """async (text) => {
                const script = new Blob([text], { type: "text/javascript" });
                window.workshop = await import(URL.createObjectURL(script));
            }""",
            scripts.joined(SCRIPT, MODULES),
        )

    def stand_at(self, address: str, lang: str) -> None:
        """Have the page's address be that of a view: investment?from=2010&to=2025&lang=zh."""
        self.page.evaluate(
            """([address, lang]) => {
                history.replaceState(null, "", address);
                document.documentElement.lang = lang;
            }""",
            [f"/{address}", lang],
        )

    def draw(
        self,
        card: dict,
        words: dict,
        shape: str,
        *,
        scale: int = 0,
        hidden: tuple[str, ...] = (),
    ) -> Drawn:
        """The image of a card; with a `scale` as PNG too. `hidden` are names of its series."""
        made = self.call("drawnCard", card, words, shape, scale, list(hidden))
        png = base64.b64decode(made["png"])
        title, name = card["caption"]["title"], card["fileName"]
        shown = card | {"table": made["table"], "figure": without(card["figure"], hidden)}
        return Drawn(title, name, shape, made["svg"], png, made["layout"], shown)

    def picture(self, figure: dict, caption: dict, shape: str, lang: str = "zh-CN") -> Drawn:
        """The image of a figure that no page has, without a file."""
        said = caption | {"alt": caption["subtitle"]}
        made = self.call("drawnFigure", figure, said, shape, lang)
        card = {"caption": caption}
        return Drawn(caption["title"], "", shape, made["svg"], b"", made["layout"], card)

    def call(self, name: str, *arguments: object) -> Any:
        """What a function of workshop.js gives."""
        return self.page.evaluate(
            "([name, asked]) => window.workshop[name](...asked)", [name, list(arguments)]
        )

    def pure(self, name: str, *arguments: object) -> Any:
        """What a pure function of the cards' script gives, in a millisecond."""
        return self.page.evaluate(
            "([name, asked]) => window.workshop.pure[name](...asked)", [name, list(arguments)]
        )
