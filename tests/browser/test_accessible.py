"""What axe-core finds, the rules of WCAG 2 and its best practice: nothing, on any page."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from playwright.sync_api import Page

from indicators.filters.data import SECTIONS
from tests import opened

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# Each rule that is broken, and where.
BROKEN = """async () => (await axe.run()).violations.flatMap(
    ({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(" ")}`)
)"""
VIEWS = (
    *(page for page in opened.PAGES if page != "data"),
    *(f"data?section={section}" for section in SECTIONS),
)
WIDTHS = (1440, 390)


def broken(page: Page, width: int) -> list[str]:
    """What is wrong with a page that is drawn, at a width."""
    page.set_viewport_size({"width": width, "height": 900})
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(BROKEN)


def found(page: Page, visit: Callable[[Page, str], None], address: str) -> list[str]:
    """The same of an address, at every width, each with where it is."""
    visit(page, address)
    return [
        f"{address.rpartition('/')[2]} at {width}: {fault}"
        for width in WIDTHS
        for fault in broken(page, width)
    ]


def with_language(view: str, lang: str) -> str:
    return f"{view}{'&' if '?' in view else '?'}lang={lang}"


@pytest.mark.sweep
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_on_any_page(new_page, server, visit, lang, look):
    page = new_page(color_scheme=look)
    faults = [
        fault
        for view in VIEWS
        for fault in found(page, visit, f"{server}/{with_language(view, lang)}")
    ]
    assert faults == [], "\n".join(faults)


@pytest.mark.sweep
def test_axe_finds_nothing_on_the_charts_of_a_ledger(page, ledger_server, visit):
    assert found(page, visit, f"{ledger_server}/livelihood_orders?lang=zh") == []


# Charts and a table that scrolls on a phone; the field into which files are dropped.
@pytest.mark.parametrize(
    ("view", "look"), [("investment?lang=en", "dark"), ("data?section=check&lang=zh", "light")]
)
def test_axe_finds_nothing_where_there_is_most_to_find(new_page, server, visit, view, look):
    assert found(new_page(color_scheme=look), visit, f"{server}/{view}") == []
