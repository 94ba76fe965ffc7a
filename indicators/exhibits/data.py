"""What is published and what is missing, as a grid; and the lists of the data page."""

from dataclasses import replace
from functools import partial

import pandas as pd

from indicators import charts, filters, sentences
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.named import Listing
from indicators.filters import Selection
from indicators.language import Language

# Indicators in one grid: more would not stand whole on a slide.
MOST_ROWS = 14

COVERAGE = Exhibit(
    "coverage_by_indicator_and_year",
    chart=charts.coverage_by_indicator_and_year,
    measures="published",
    columns="name year availability",
    sentence=sentences.coverage,
)
OBSERVATIONS = Listing("observations", columns="", cells=sentences.observation_list)
DOCUMENTS = Listing("documents", columns="", query="sources", cells=sentences.document_list)
ROWS = ((COVERAGE,), (OBSERVATIONS,), (DOCUMENTS,))


def coverage(sector: str, selection: Selection) -> list[Exhibit]:
    """The grids of a sector, as many as it needs; one where nothing of it is published."""
    grid = replace(COVERAGE, asks={"sectors": [sector]})
    rows = grid.answer(selection).rows
    codes = list(dict.fromkeys(rows["indicator"]))
    if not rows["published"].any():  # one empty state, not one for each part
        codes = codes[:MOST_ROWS]
    parts = [codes[at : at + MOST_ROWS] for at in range(0, len(codes), MOST_ROWS)]
    return [
        replace(
            grid,
            about=" ".join(part),
            worded=partial(_of, indicators=tuple(part)),
            words=_words(sector, number, len(parts), selection.language),
            part=f"{sector}-{number}",
        )
        for number, part in enumerate(parts, start=1)
    ]


def _of(rows: pd.DataFrame, language: Language, indicators: tuple[str, ...]) -> pd.DataFrame:
    """The rows of some of the indicators, with their availability in words too."""
    part = rows[rows["indicator"].isin(indicators)]
    words = [language.text(f"data.{state}") for state in part["availability"]]
    return part.assign(**{f"availability_{language.code}": words})


def _words(sector: str, number: int, parts: int, language: Language) -> dict[str, str]:
    """农业农村（1/2）: the sector, and which part of its grid, where that has several."""
    name = filters.names("sectors", language)[sector]
    key = "of_part" if parts > 1 else "of_sector"
    return {"of": language.text(f"data.{key}", sector=name, number=number, parts=parts)}


def observations(area: str, selection: Selection) -> Exhibit:
    """Every figure of an area."""
    words = {"area": filters.names("areas", selection.language)[area]}
    return replace(OBSERVATIONS, asks={"area": area}, words=words)
