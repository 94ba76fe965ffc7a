"""The series of an exhibit's rows, and which of them have so few figures that no chart is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from indicators import charts
from indicators.filters import Selection
from indicators.rows import each

if TYPE_CHECKING:
    from indicators.exhibits.exhibit import Exhibit

MOST = 2  # figures of a series that are told and not drawn
# What tells the rows of one series apart from another's, the first of them that the rows have.
_APART = ("ref_area", "indicator", "scope")


@dataclass(frozen=True)
class Series:
    """The figures of one measure of one area, by year."""

    name: str  # what tells it apart from the others; empty for one alone
    area: str
    indicator: str  # empty where it is computed from several
    is_home: bool
    figures: Mapping[int, float]


def few(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> tuple[Series, ...]:
    """The series that are told as numbers; none where there is a chart of them."""
    if exhibit.chart not in charts.OVER_YEARS or _has_parts(exhibit, rows):
        return ()
    found = list(_series(exhibit, rows, selection))
    if any(len(one.figures) > MOST for one in found):
        return ()
    home = [one for one in found if one.is_home]
    return tuple(home or found)


def _has_parts(exhibit: Exhibit, rows: pd.DataFrame) -> bool:
    """Whether a further measure is no indicator's: months of a year beside whole ones."""
    others = [column for column in exhibit.measured[1:] if not exhibit.series.get(column)]
    return bool(rows[others].notna().any(axis=None))


def years(told: tuple[Series, ...]) -> tuple[int, int]:
    """The first and the last year of the numbers."""
    known = [year for one in told for year in one.figures]
    return min(known), max(known)


def listed_years(rows: pd.DataFrame, told: tuple[Series, ...]) -> tuple[int, int]:
    """The years that the table has: from the first number on, with the years that have none.

    Of several areas up to the last number: what others have after it is not told.
    """
    first, last = years(told)
    return first, last if "ref_area" in rows else int(rows["year"].max())


def _series(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> Iterable[Series]:
    language = selection.language
    apart = next((column for column in _APART if column in rows), "")
    groups = [group for _, group in rows.groupby(apart, sort=False)] if apart else [rows]
    measures = [m for m in exhibit.measured if rows[m].notna().any()]
    for group in groups:
        first = next(each(group))
        area = str(getattr(first, "ref_area", selection.home))
        for measure in measures:
            known = group[group[measure].notna()]
            if known.empty:
                continue
            code = exhibit.series.get(measure, "")
            code = str(getattr(first, "indicator", code)) if measure == "value" else code
            name = language.label(first, "name") if len(groups) > 1 else ""
            figures = zip(known["year"], known[measure], strict=True)
            yield Series(
                name,
                area,
                code,
                bool(getattr(first, "is_home", area == selection.home)),
                {int(year): float(figure) for year, figure in figures},
            )
