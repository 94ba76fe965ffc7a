"""A printed page: each chart whole on one sheet, with its words and figures, upright or across."""

import io
import re
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from indicators.style import LIGHT
from tests import opened

# What a chart says on paper: its title, and the words of its plot.
ON_PAPER = """() => {
    window.dispatchEvent(new Event("beforeprint"));
    const isSeen = (place) => !(place.getRootNode().host ?? place).closest("details:not([open])");
    const places = [...(window.exhibitCards ?? [])].filter(([place]) => isSeen(place));
    const said = places.map(([place, card]) => [place.querySelector(".on-paper"), card])
        .filter(([chart]) => chart).map(([chart, card]) => ({
        title: JSON.parse(card).caption.title,
        words: [...chart.querySelectorAll(".main-svg text")].filter(
            (text) => getComputedStyle(text).visibility !== "hidden"
        ).flatMap((text) => {
            const lines = [...text.querySelectorAll("tspan.line")];
            return (lines.length ? lines : [text]).map((line) => line.textContent);
        }),
        ink: chart._fullLayout.font.color + chart._fullLayout.width,
    }));
    window.dispatchEvent(new Event("afterprint"));
    return said;
}"""


# The bars of all charts are there: what draws them on paper comes with them.
READY = """() => {
    const places = [...(window.exhibitCards ?? new Map()).keys()];
    return places.length >= document.querySelectorAll("[data-testid=stPlotlyChart]").length
        && places.every((place) => place.querySelector(".foot"));
}"""
INK = "(chart) => chart._fullLayout.font.color + chart._fullLayout.width"


def bare(text: str) -> str:
    """Without blanks, which a PDF puts where it likes; a font's radicals are signs again."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).replace("―", "—"))


def figures(text: str) -> str:
    """The Latin letters and digits of a text: not every radical is a sign again."""
    return re.sub(r"[^0-9A-Za-z.%+−-]", "", text)


def sheets(page: Page, *, landscape: bool = False) -> list[str]:
    """The words of each sheet of a printed page."""
    pdf = page.pdf(format="A4", landscape=landscape)
    return [bare(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(pdf)).pages]


def faults(page: Page, *, landscape: bool) -> Iterator[str]:
    """What a printed page lost, and the charts that are on no sheet as a whole."""
    page.wait_for_function(READY)
    charts = page.evaluate(ON_PAPER)
    printed = sheets(page, landscape=landscape)
    for number, sheet in enumerate(printed, 1):
        if f"{number}/{len(printed)}" not in sheet:
            yield f"sheet {number} of {len(printed)} has no number: {sheet[:120]}"
    for chart in charts:
        words = [figures(text) for text in chart["words"]]
        if not any(all(word in figures(sheet) for word in words) for sheet in printed):
            yield f"{chart['title']} is whole on no sheet: {words}"


@pytest.mark.sweep
@pytest.mark.parametrize(("lang", "landscape"), [("zh", False), ("zh", True), ("en", False)])
@pytest.mark.parametrize("name", opened.PAGES)
def test_every_page_is_whole_on_paper(page, server, visit, name, lang, landscape):
    visit(page, f"{server}/{opened.address(name, lang)}")
    assert list(faults(page, landscape=landscape)) == []


def test_a_printed_page_has_its_figures_and_says_whose_it_is(new_page, server, visit):
    page = new_page(color_scheme="dark")
    visit(page, f"{server}/investment?from=2010&to=2025&lang=zh")
    before = page.locator(".js-plotly-plot").first.evaluate(INK)
    assert list(faults(page, landscape=False)) == []
    first, *_ = sheets(page)
    assert first.startswith("汉滨区发展指标看板·2010—2025年·全部领域")
    # the chart's latest value, its sentence, and the row of the table that is folded on the screen
    assert "2025年,区级重点项目完成投资179.5亿元" in first
    assert "2021158.6" in first
    assert "下载图片" not in "".join(sheets(page))
    assert "/investment?from=2010&to=2025" in first
    # On paper a chart is light; on the screen it is as it was.
    assert page.evaluate(ON_PAPER)[0]["ink"] == f"{LIGHT.ink}660"
    assert page.locator(".js-plotly-plot").first.evaluate(INK) == before
    assert page.locator(".on-paper").count() == 0
    assert page.locator("details.table[open]").count() == 0
