"""Which marks a figure has that its note must explain: what is not drawn is not explained."""

from collections.abc import Iterable
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from indicators.language import Language
from indicators.style import DARK, LIGHT

TARGET = "line-ew"  # a short level tick across a column, or beside a line's point


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
        "hollow": any(symbol.endswith("-open") for line in lines for symbol in _symbols(line)),
        "target": not is_named and any(TARGET in _symbols(trace) for trace in points),
        "behind": any(_is_in(bar, (LIGHT.behind, DARK.behind)) for bar in bars),
    }
    return [name for name, is_there in there.items() if is_there]


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
