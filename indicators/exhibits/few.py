"""Where a series has one figure or two there is no chart: what is drawn follows from the rows.

A chart is drawn from three figures of one series on. Where the district has fewer and others
have more, it is theirs, and its subtitle says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from indicators import filters, sentences, store
from indicators.exhibits import wording
from indicators.exhibits.sparse import Series, few
from indicators.filters import Selection
from indicators.rows import Row, each

if TYPE_CHECKING:
    from indicators.exhibits.exhibit import Exhibit

# Amounts of a province dwarf a district's; what is of one person or in per cent compares.
_COMPARES = ("rate", "growth")


def content(
    exhibit: Exhibit, told: Sequence[Series], rows: pd.DataFrame, selection: Selection
) -> dict[str, Any]:
    """What the numbers say, in words: see sentences.numbers."""
    language = selection.language
    several = len(told) > 1
    years = sorted({year for one in told for year in one.figures})
    facts = [] if several else _facts(exhibit, told[0], rows, selection)
    return {
        "series": [_words(exhibit, one, selection, several=several) for one in told],
        "facts": facts,
        "only": sentences.only(years, (selection.first_year, selection.last_year), language),
    }


def beside_areas(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> tuple[str, ...]:
    """The areas above whose figures stand beside one number, and whose documents are named."""
    told = few(exhibit, rows, selection)
    return tuple(_others(exhibit, told[0], rows, selection)) if len(told) == 1 else ()


def _name(one: Series, selection: Selection) -> str:
    """What tells a series apart: its area or scope, else its indicator."""
    indicator = wording.defined().get(one.indicator)
    return one.name or (selection.language.label(indicator, "name") if indicator else "")


def _words(exhibit: Exhibit, one: Series, selection: Selection, *, several: bool) -> dict[str, Any]:
    language = selection.language
    numbers, found = [], []
    for year, figure in sorted(one.figures.items()):
        row = _row(one.indicator, one.area, year, figure)
        found.append(row)
        if row is None:  # computed, or from a series of another name
            defined = wording.defined().get(one.indicator)
            words = (
                sentences.spoken(figure, defined, language)
                if defined
                else language.number(figure, exhibit.decimals)
            )
            numbers.append(sentences.bare_number(year, words, language))
        else:
            numbers.append(sentences.number(row, language))
    return {
        "name": _name(one, selection) if several or len(exhibit.measured) > 1 else one.name,
        "numbers": numbers,
        "change": _change(found, selection),
    }


def _change(found: Sequence[Row | None], selection: Selection) -> str:
    match found:
        case [before, now] if before is not None and now is not None:
            return sentences.between(before, now, selection.language)
    return ""


def _facts(
    exhibit: Exhibit, one: Series, rows: pd.DataFrame, selection: Selection
) -> list[list[str]]:
    """What its rows say besides in the latest year, else what is known of larger areas too."""
    language, year = selection.language, max(one.figures)
    if more := _more(exhibit, rows[rows["year"] == year], selection):
        return more
    row = _row(one.indicator, one.area, year, one.figures[year])
    if row is None:
        return []
    names = filters.names("areas", language)
    others = [
        (names[area], other) for area, other in _others(exhibit, one, rows, selection).items()
    ]
    return sentences.beside_number(row, others, language)


def _more(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> list[list[str]]:
    """The figures of a year in further columns of its table, each under its header."""
    if len(rows) != 1:
        return []
    headers = wording.headers(exhibit, rows, selection.language)
    row, defined = next(each(rows)), wording.defined()
    further = [
        column
        for column in exhibit.contents
        if column in headers and column != "year" and column not in exhibit.measured
    ]
    ranks = [c for c, code in exhibit.series.items() if defined[code].kind == "rank"]
    return [
        sentences.under_header(
            headers[column],
            value,
            selection.language,
            is_rank=column in ranks,
        )
        for column in further
        if isinstance(value := getattr(row, column), int | float) and not pd.isna(value)
    ]


def _others(
    exhibit: Exhibit, one: Series, rows: pd.DataFrame, selection: Selection
) -> dict[str, Row]:
    """The same of the larger areas, of the latest of its years that they have.

    Where the rows have areas, of those; else of those whose figures compare.
    """
    if not one.indicator or not one.is_home:
        return {}
    drawn = set(rows["ref_area"]) if "ref_area" in rows else set()
    indicator = wording.defined()[one.indicator]
    compares = indicator.kind in _COMPARES or indicator.unit_zh == "元"
    wanted = [
        area
        for place, area in enumerate(selection.lineage[1:])
        if area in drawn or (not drawn and indicator.kind != "rank" and (compares or place == 0))
    ]
    latest = {area: _latest(one, area) for area in wanted}
    return {area: row for area, row in latest.items() if row is not None}


def _latest(one: Series, area: str) -> Row | None:
    years = sorted(one.figures, reverse=True)
    return next((row for year in years if (row := _row(one.indicator, area, year))), None)


def _row(indicator: str, area: str, year: int, figure: float | None = None) -> Row | None:
    """All that is known of a figure; none where it is another one, of a scope of its own."""
    if not indicator:
        return None
    rows = store.query(
        "headlines_by_indicator",
        area=area,
        first_year=year,
        last_year=year,
        sectors=[],
        indicators=[indicator],
    ).rows
    row = next(each(rows), None)
    if row is None or pd.isna(row.value) or (figure is not None and row.value != figure):
        return None
    return row
