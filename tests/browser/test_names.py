"""Every text from a file of data/ is shown character for character, wherever it is shown."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest

from tests import opened, orders
from tests.browser import pictures

ROOT = Path(__file__).resolve().parents[2]
# All that means something in Markdown, to Streamlit, to Plotly or in HTML; between marks by which
# it is found again.
WILD = r"⟦5*2*_a_~b~5~6~~c~~$d$US$1$[e](f)<i>g</i>&lt;#|h|\`i`:smile::red[j]: -> k⟧"
# The columns with texts that a reader sees.
SHOWN = re.compile(r"(name|unit|definition|reason|capacity)_(zh|en)|title|publisher|note|town")
# A page's address → where its texts must stand, besides wherever else they do.
PLACES = {
    "?lang=zh": ["h1", ".st-key-overview-opening", "h2", "[data-testid=stCaptionContainer]"],
    "investment?lang=zh": ["[data-testid=stTable] td", "svg text"],
    "investment?lang=zh&sector=education": ["[data-testid=stAlertContainer]"],
    "indicator?lang=en": ["[data-testid=stMarkdownContainer] li", "[data-testid=stDataFrame] td"],
    "comparison?lang=zh&indicator=census_population": ["[data-testid=stButton] button", "svg text"],
    "livelihood?lang=zh": ["svg text"],
    "learning?lang=zh": ["[data-testid=stTable] td"],
    "targets?lang=zh": [".targets td", "[data-testid=stExpander] .targets td"],
    "data?lang=zh&section=coverage": ["svg text", "h2"],
    "data?lang=zh&section=documents": ["[data-testid=stDataFrame] td"],
    "livelihood_orders?lang=zh": ["svg text", "[data-testid=stCaptionContainer]"],
}
# Lists, tables, lines and bars; the others in the sweep.
TYPICAL = ("indicator?lang=en", "targets?lang=zh")
# The text of a page in the order of the document, also within components, and what is read out.
READ = """(selector) => {
    const texts = [];
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return texts.push(node.nodeValue);
        if (["SCRIPT", "STYLE"].includes(node.tagName)) return;
        for (const name of ["aria-label", "title", "alt", "value"]) {
            if (node.getAttribute?.(name)?.includes("⟦")) texts.push(node.getAttribute(name));
        }
        if (node.tagName === "INPUT") texts.push(node.value);
        for (const child of node.shadowRoot?.childNodes ?? []) walk(child);
        for (const child of node.childNodes) walk(child);
    };
    for (const root of document.querySelectorAll(selector)) walk(root);
    return texts.join("");
}"""


def wild(folder: Path) -> None:
    """Put the signs after every text that a reader sees."""
    for path in [*folder.glob("*.csv"), *folder.glob("*/*.csv")]:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column, text in row.items():
                if text and SHOWN.fullmatch(column):
                    row[column] = text + WILD
        out = io.StringIO()
        writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        path.write_text(out.getvalue(), encoding="utf-8")


@pytest.fixture(scope="module")
def wild_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wild") / "data"
    shutil.copytree(ROOT / "data", folder)
    orders.write(folder / "orders", 200)
    wild(folder)
    return folder


@pytest.fixture(scope="module")
def of_wild_names(start_server, wild_folder) -> str:
    return start_server(wild_folder)


def changed(text: str) -> set[str]:
    """What stands between the marks and is not what stands between them in the files."""
    bare = re.sub(r"\s", "", text)
    found = {part.split("⟧")[0] for part in bare.split("⟦")[1:]}
    return found - {re.sub(r"\s", "", WILD).strip("⟦⟧")}


@pytest.mark.parametrize(
    "address",
    [
        place if place in TYPICAL else pytest.param(place, marks=pytest.mark.sweep)
        for place in PLACES
    ],
)
def test_names_are_shown_on_a_page_as_they_are_written(page, of_wild_names, visit, address):
    visit(page, f"{of_wild_names}/{address}")
    for place in PLACES[address]:
        page.wait_for_function(f"(selector) => ({READ})(selector).includes('⟧')", arg=place)
    assert changed(page.evaluate(READ, "body")) == set()


@pytest.mark.parametrize("query", [{"indicator": "gdp_growth_pct"}, {"lang": "en"}])
def test_names_are_printed_on_an_image_as_they_are_written(
    workshop, wild_folder, monkeypatch, query
):
    page = "comparison" if "indicator" in query else "targets"
    monkeypatch.setenv("INDICATORS_DATA", str(wild_folder))
    at = opened.opened(page, **query)
    for card in opened.charts(at):
        drawn = workshop.draw(card, opened.words(at), "slide")
        text = "".join(pictures.words(drawn.svg))
        assert "⟦" in text
        assert changed(text) == set(), drawn.title
