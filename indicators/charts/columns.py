"""Flows of a year as columns, the latest one in the accent."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import figure_of, labels
from indicators.charts.years import MOST_YEAR_LABELS, mark_missing, since_first, year_axis
from indicators.language import Language
from indicators.style import Look

# Signs of a label that has room beside its neighbour's where there are many years.
LONGEST_BESIDE = 5
# What may stand beside a column and be taller than it.
BESIDE = ("planned", "completed_to_date", "skills_trained", "target")


def columns_by_year(
    rows: pd.DataFrame, value: str, decimals: int, name: str, look: Look, language: Language
) -> go.Figure:
    """Columns in the quiet accent, the latest one that has a figure in the accent itself."""
    figure = figure_of(look)
    latest = rows.loc[rows[value].notna(), "year"].max()
    figure.add_bar(
        x=list(rows["year"]),
        y=rows[value],
        name=name,
        meta=[value],
        marker={"color": [look.accent if y == latest else look.tint for y in rows["year"]]},
        text=labels(rows[value], decimals, language),
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        hovertext=labels(rows[value], decimals, language),
        hovertemplate="%{hovertext}",
    )
    if len(rows):
        year_axis(figure, rows["year"])
        crowded = _is_crowded(figure.data[0].text)
        if crowded:
            figure.update_traces(textangle=-90)
        figure.update_yaxes(range=[0, _ceiling(rows, value) * (1.12 if crowded else 1)])
    return figure


def series_by_year(
    rows: pd.DataFrame,
    value: str,
    decimals: int,
    language: Language,
    look: Look,
    words: Callable[[object, Language], str] | None = None,
) -> go.Figure:
    """One measure from its first year on, gaps named; `words` says more of a row than its value."""
    rows = since_first(rows, [value])
    name = language.text(f"charts.{value}")
    figure = columns_by_year(rows, value, decimals, name, look, language)
    if words:
        figure.data[0].text = [words(row, language) for row in rows.itertuples()]
    mark_missing(figure, rows.loc[rows[value].isna(), "year"], language, look)
    return figure


def _is_crowded(words: Sequence[str]) -> bool:
    """Whether long labels of neighbours would touch on a phone: then they are written upwards."""
    long = [len(word) > LONGEST_BESIDE for word in words]
    return len(words) > MOST_YEAR_LABELS and any(a and b for a, b in pairwise(long))


def pair_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int = 1
) -> go.Figure:
    """Two indicators of one unit side by side (rows of values_by_year)."""
    figure = figure_of(look)
    colours = (look.accent, look.second)
    with_value = rows[rows["value"].notna()]
    years = range(int(with_value["year"].min()), int(rows["year"].max()) + 1)
    for colour, (name, part) in zip(
        colours, rows.groupby(f"name_{language.code}", sort=False), strict=False
    ):
        series = part.set_index("year").reindex(years)
        figure.add_bar(
            x=list(years),
            y=series["value"],
            name=name,
            marker={"color": colour},
            text=labels(series["value"], decimals, language),
            textposition="outside",
            constraintext="none",
            hovertext=labels(series["value"], decimals, language),
            hovertemplate="%{hovertext}",
        )
    figure.update_layout(barmode="group", showlegend=True, bargap=0.1, bargroupgap=0.25)
    known = set(with_value["year"])
    mark_missing(figure, pd.Series([y for y in years if y not in known]), language, look)
    year_axis(figure, years)
    return figure


def _ceiling(rows: pd.DataFrame, value: str) -> float:
    """Room above the tallest column for its label, also beside a plan or a part of a year."""
    beside = [c for c in (value, *BESIDE) if c in rows]
    return float(rows[beside].astype("float64").max().max()) * 1.18
