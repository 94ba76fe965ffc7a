"""Nothing is cut and nothing overlaps, in both languages, from a phone to a large screen."""

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Page

from tests import opened
from tests.browser import pictures

WIDTHS = (390, 768, 1024, 1280, 1440, 1920)
NARROWEST = 460  # pixels of a chart that stands beside another
# Every chart's own place on the screen, and its words, one for each line of them; a folded one is
# drawn for its width when it is unfolded.
DRAWN = """[...document.querySelectorAll(".js-plotly-plot")].filter(
    (chart) => !chart.closest("details:not([open])"))"""
CHARTS = f"""() => {DRAWN}.map((chart) => {{
    const place = chart.getBoundingClientRect();
    const seen = (text) => text.textContent.trim() && !text.closest(".hoverlayer")
        && getComputedStyle(text).visibility !== "hidden";
    const linesOf = (text) => {{
        const lines = [...text.querySelectorAll("tspan.line")];
        return lines.length ? lines : [text];
    }};
    const texts = [...chart.querySelectorAll(".main-svg text")].filter(seen);
    return {{
        width: place.width,
        height: place.height,
        texts: texts.flatMap((text, of) => linesOf(text).map((line) => {{
            const box = line.getBoundingClientRect();
            return {{
                of, text: line.textContent,
                left: box.left - place.left, right: box.right - place.left,
                top: box.top - place.top, bottom: box.bottom - place.top,
            }};
        }})),
    }};
}})"""
# Each chart is as wide as its place, and nothing moves any more, neither the menu nor a frame after
# the one before it.
SETTLED = f"""() => {{
    const charts = {DRAWN};
    const fits = (chart) => Math.abs(
        chart.querySelector(".main-svg").getBoundingClientRect().width
        - chart.closest("[data-testid=stPlotlyChart]").getBoundingClientRect().width
    ) <= 1;
    const menu = document.querySelector("[data-testid=stSidebar]").getBoundingClientRect();
    const now = innerWidth + JSON.stringify([menu, ({CHARTS})()]);
    const isStill = window.frameBefore === now;
    window.frameBefore = now;
    const moves = document.getAnimations().some((part) => part.playState === "running");
    return isStill && !moves && charts.every(fits);
}}"""
# What the page's own words lose to three dots, and whether it scrolls sideways.
CUT = """() => {
    const all = (root) => [...root.querySelectorAll("*")].flatMap(
        (part) => [part, ...(part.shadowRoot ? all(part.shadowRoot) : [])]);
    const named = "h1, h2, h3, button, summary, label, [data-testid=stSidebarNavLink]";
    // Folded, or on its way: unfolded the menu is 244 pixels wide and more.
    const menu = document.querySelector("[data-testid=stSidebar]");
    const isFolded = (part) => menu.contains(part) && menu.getBoundingClientRect().width < 240;
    const isCut = (part) => !isFolded(part) && getComputedStyle(part).textOverflow === "ellipsis"
        && part.scrollWidth > part.clientWidth + 1 && part.textContent.trim()
        && (part.closest(named) || part.matches("input[role=combobox]"));
    const main = document.querySelector("[data-testid=stMain]");
    return [
        ...all(document.body).filter(isCut).map((part) => `${part.textContent} ends in dots`),
        ...(main.scrollWidth > main.clientWidth ? ["the page scrolls sideways"] : []),
    ];
}"""


def faults(page: Page) -> Iterator[str]:
    """What is cut or touches on a page that is drawn."""
    page.wait_for_function(SETTLED)
    yield from page.evaluate(CUT)
    charts = page.evaluate(CHARTS)
    for chart in charts:
        for text in chart["texts"]:
            if pictures.outside(text, chart["width"] + 1, chart["height"] + 1):
                yield f"{text['text']} leaves its chart"
        for one, other in combinations(chart["texts"], 2):
            if one["of"] != other["of"] and pictures.overlap(one, other, air=0):
                yield f"{one['text']} touches {other['text']}"


def found(page: Page, visit: Callable, address: str, widths: tuple[int, ...]) -> list[str]:
    """The same at every width, each with where it is."""
    page.set_viewport_size({"width": widths[0], "height": 900})
    visit(page, address)
    wrong = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        view = address.rpartition("/")[2]
        wrong += [f"{view} at {width}: {fault}" for fault in faults(page)]
    return wrong


@pytest.mark.sweep
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", opened.PAGES)
def test_no_word_of_a_page_is_cut_and_none_touches_another(page, server, visit, name, lang):
    wrong = found(page, visit, f"{server}/{opened.address(name, lang)}", WIDTHS)
    assert wrong == [], "\n".join(wrong)


@pytest.mark.sweep
def test_no_word_of_a_ledgers_charts_is_cut(page, ledger_server, visit):
    address = f"{ledger_server}/{opened.address('livelihood_orders', 'en')}"
    assert found(page, visit, address, WIDTHS) == []


# Long names at many lines' ends; long names beside bars, and values above many columns.
@pytest.mark.parametrize("name", ["finance", "investment"])
def test_no_word_is_cut_where_there_is_least_room(page, server, visit, name):
    assert found(page, visit, f"{server}/{opened.address(name, 'en')}", (390, 1024)) == []
