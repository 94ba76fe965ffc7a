"""The filters of the data page: its part, and in it a sector, an area or a file."""

from collections.abc import Sequence

from indicators.filters import widgets
from indicators.filters.choice import Selection
from indicators.filters.fields import Code, OneOf, Text
from indicators.filters.role import is_keeper
from indicators.filters.sidebar import names

SECTIONS = ("coverage", "observations", "problems", "check", "import", "changes", "documents")
# What whoever keeps the data sees, where readers sign in.
OF_KEEPERS = ("problems", "check", "import")
SECTION = OneOf("section", "section", options=SECTIONS)
GRID = Code("grid", "data-sector", table="sectors")  # of the coverage: one grid a sector
AREA = Code("area", "data-area", table="areas")
FILE = Text("file", "data-place")
FIELDS = (SECTION, GRID, AREA, FILE)


def choose_section(selection: Selection) -> str:
    """Draw the row of the page's parts, of which one is shown."""
    language = selection.language
    sections = [one for one in SECTIONS if is_keeper() or one not in OF_KEEPERS]
    labels = {section: language.text(f"data.{section}") for section in sections}
    section = widgets.valid(SECTION, sections, language)
    label = language.text("data.section")
    return widgets.switch(SECTION, labels, section, label, language, is_labelled=False)


def choose_sector(selection: Selection) -> str:
    """Draw the choice of one of the sectors that are chosen."""
    language = selection.language
    labels = {c: n for c, n in names("sectors", language).items() if selection.includes(c)}
    sector = widgets.valid(GRID, list(labels), language)
    return widgets.select(GRID, labels, sector, language.text("data.sector"), language)


def choose_area(selection: Selection) -> str:
    """Draw the choice of an area, the district before any other is chosen."""
    language = selection.language
    labels = names("areas", language)
    area = widgets.valid(AREA, [selection.home, *labels], language)
    return widgets.select(AREA, labels, area, language.text("columns.area"), language)


def choose_place(files: Sequence[str], selection: Selection) -> str:
    """Draw the choice of the file of data/ that is described."""
    language = selection.language
    labels = {file: f"data/{file}" for file in files}
    place = widgets.valid(FILE, files, language)
    return widgets.select(FILE, labels, place, language.text("intake.describe"), language)
