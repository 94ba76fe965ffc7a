"""Which figures are drawn hollow or told as about, and which marks a note must explain.

What is not drawn is not explained.
"""

from collections.abc import Iterable
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import remember
from indicators.language import Language
from indicators.rows import Row, each
from indicators.style import DARK, LIGHT

TARGET = "line-ew"  # a short level tick across a column, or beside a line's point


# Status of a figure → what it is called where it is drawn hollow.
HOLLOW = {"P": "provisional", "E": "estimated"}


def are_hollow(rows: pd.DataFrame) -> list[bool]:
    """Which rows are drawn hollow: preliminary, estimated or from a copy (is_secondary)."""
    nothing = pd.Series(False, index=rows.index)
    preliminary = rows.get("obs_status", nothing).isin(HOLLOW)
    copied = rows.get("is_secondary", nothing).eq(True).fillna(False).astype(bool)
    return list(preliminary | copied)


def remember_hollow(figure: go.Figure, rows: pd.DataFrame, value: str) -> None:
    """Keep with a figure why rows with a figure are drawn hollow; copies have their own note."""
    statuses = rows.loc[rows[value].notna()].get("obs_status", pd.Series(dtype=str))
    remember(figure, hollow=[name for status, name in HOLLOW.items() if (statuses == status).any()])


def told(rows: pd.DataFrame, value: str, decimals: int, language: Language) -> list[str]:
    """Each figure as exact as it is known: 440.50, 约5, 11,000余; empty where there is none."""
    return [_told(row, value, decimals, language) for row in each(rows)]


def _told(row: Row, value: str, decimals: int, language: Language) -> str:
    figure = getattr(row, value)
    if pd.isna(figure):
        return ""
    written = language.number(float(figure), decimals)
    estimate = getattr(row, "estimate", None)
    if estimate == "about":
        return language.text("amount.about", amount=written)
    if estimate == "more_than":
        least = "at_least" if row.quoted.endswith("以上") else "more_than"
        return language.text(f"charts.{least}", amount=written)
    return written


def marks(figure: go.Figure, language: Language) -> list[str]:
    """The keys of the catalogue's [marks] that a note on this figure needs, in their order."""
    bars = list(figure.select_traces({"type": "bar"}))
    lines = list(figure.select_traces({"type": "scatter", "mode": "lines+markers"}))
    points = list(figure.select_traces({"type": "scatter", "mode": "markers"}))
    is_named = bool(figure.layout.showlegend)  # a legend says what the points are
    there = {
        "missing": _says_missing(figure, language.text("app.missing")),
        "part_of_year": any(bar.marker.pattern.shape for bar in bars),
        "gaps": any(_has_gap(line) for line in lines),
        "cut": bool(lines) and _is_cut_off(figure.layout.yaxis.range),
        "breaks": any(_is_cut(line) for line in lines),
        **{hollow: True for hollow in _hollow(figure)},
        "target": not is_named and any(TARGET in _symbols(trace) for trace in points),
        "behind": any(_is_in(bar, (LIGHT.behind, DARK.behind)) for bar in bars),
    }
    return [name for name, is_there in there.items() if is_there]


def _hollow(figure: go.Figure) -> list[str]:
    """One clause for one status, another one for both."""
    statuses = (figure.layout.meta or {}).get("hollow", [])
    return ["_or_".join(statuses)] if statuses else []


def _is_cut_off(scale: tuple[float, float] | None) -> bool:
    """Whether a scale that rises leaves out zero; one of ranks falls."""
    return scale is not None and scale[0] < scale[1] and not scale[0] <= 0 <= scale[1]


def _says_missing(figure: go.Figure, word: str) -> bool:
    words = [note.text for note in figure.layout.annotations]
    words += [text for bar in figure.select_traces({"type": "bar"}) for text in _list(bar.text)]
    return any(text == word or f"<b>{word}</b>" in text for text in words)


def _has_gap(line: go.Scatter) -> bool:
    """Whether a year without a figure lies between two that have one."""
    years = [year for year, value in _points(line) if value is not None]
    return any(after - before > 1 for before, after in pairwise(years))


def _is_cut(line: go.Scatter) -> bool:
    """Whether an empty point stands before the figure of its own year: see charts.lines."""
    points = _points(line)
    return any(
        before == after and value is None for (before, value), (after, _) in pairwise(points)
    )


def _points(line: go.Scatter) -> list[tuple[int, float | None]]:
    if not all(isinstance(x, int) for x in line.x):  # months are never cut
        return []
    return [(x, None if pd.isna(y) else y) for x, y in zip(line.x, line.y, strict=True)]


def _symbols(trace: go.Scatter) -> list[str]:
    return [str(symbol) for symbol in _list(trace.marker.symbol)]


def _is_in(bar: go.Bar, colours: tuple[str, ...]) -> bool:
    return any(colour in colours for colour in _list(bar.marker.color))


def _list(one_or_many: str | Iterable[str] | None) -> list[str]:
    if one_or_many is None or isinstance(one_or_many, str):
        return [one_or_many] if one_or_many else []
    return list(one_or_many)
