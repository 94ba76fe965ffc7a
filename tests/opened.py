"""The dashboard's pages as Streamlit runs them, without a browser, and what their cards bring.

A page that a test only reads is run once for all tests of a process: `shared`. One that a test
clicks in is its own: `opened`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
# As patient as a machine that is busy with other things may need.
PATIENCE = 60


def address(page: str, lang: str = "zh") -> str:
    """Where a page stands with all its years: the first one has no name."""
    return f"{'' if page == 'overview' else page}?from=2010&to=2025&lang={lang}"


def opened(page: str, **query: str) -> AppTest:
    """A page, run with an address: opened("investment", to="2021"); in Chinese if not said."""
    at = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=PATIENCE)
    for name, value in {"lang": "zh", **query}.items():
        at.query_params[name] = value
    return at.run()


def whole(page: str, **query: str) -> AppTest:
    """A page, run with an address, on which nothing broke."""
    at = opened(page, **query)
    assert [e.value for e in at.exception] == []
    return at


@cache
def shared(page: str, **query: str) -> AppTest:
    """The same, over the shipped data, for tests that do nothing but read it."""
    return opened(page, **query)


def part(at: AppTest, name: str) -> Any:
    """What a component that takes words is given by a name: opening, whole, groups."""
    given = [json.loads(c.proto.json) for c in at.get("bidi_component") if c.proto.json]
    return next(data[name] for data in given if name in data)


def charts(at: AppTest) -> list[dict]:
    """The cards of a page that have an image; a table has none."""
    return [card for card in cards(at) if card["figure"]]


def numbers(at: AppTest) -> list[str]:
    """What stands in the place of charts of one figure or two, as HTML, from the top."""
    found = [element.proto.body for element in at.get("html")]
    return [body for body in found if 'class="numbers"' in body]


def cards(at: AppTest) -> list[dict]:
    """What each card of a page hands to the browser, from the top: takeaway.card.prepare."""
    given = [element.proto.bytes for element in at.get("bidi_component")]
    return [json.loads(data) for data in given if b'"fileName"' in data]


def words(at: AppTest) -> dict:
    """The words that all bars of a page use."""
    given = [element.proto.bytes for element in at.get("bidi_component")]
    return next(json.loads(data)["words"] for data in given if data.startswith(b'{"words"'))
