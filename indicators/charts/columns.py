"""Flows of a year as columns, the latest one in the accent."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import figure_of, labels, printed
from indicators.charts.marks import are_hollow, remember_hollow, told
from indicators.charts.years import MOST_YEAR_LABELS, mark_missing, since_first, year_axis
from indicators.language import Language
from indicators.rows import Row, each
from indicators.style import Look

# Signs of a label that has room beside its neighbour's where there are many years.
LONGEST_BESIDE = 5


def columns_by_year(
    rows: pd.DataFrame, value: str, decimals: int, name: str, look: Look, language: Language
) -> go.Figure:
    """Columns in the quiet accent, the latest one that has a figure in the accent itself.

    Those of rows that are preliminary, estimated or from a copy are hollow.
    """
    figure = figure_of(look)
    latest = max(rows.loc[rows[value].notna(), "year"], default=None)
    colours = [look.accent if year == latest else look.tint for year in rows["year"]]
    words = told(rows, value, decimals, language)
    figure.add_bar(
        x=list(rows["year"]),
        y=rows[value],
        name=name,
        meta={"columns": [value]},
        marker=filled(rows, colours, look),
        text=words,
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        hovertext=words,
        hovertemplate="%{hovertext}",
    )
    remember_hollow(figure, rows, value)
    if len(rows):
        year_axis(figure, list(rows["year"]))
        if _is_crowded(figure.data[0].text):
            figure.update_traces(textangle=-90)
    return fit_labels(figure)


def series_by_year(
    rows: pd.DataFrame,
    language: Language,
    look: Look,
    *,
    measure: str,
    names: Mapping[str, str],
    decimals: int,
    words: Callable[[Row, Language], str] | None = None,
) -> go.Figure:
    """One measure from its first year on, gaps named; `words` says more of a row than its value.

    `names` has the measure's name.
    """
    rows = since_first(rows, [measure])
    figure = columns_by_year(rows, measure, decimals, printed(names[measure]), look, language)
    if words:
        figure.data[0].text = [words(row, language) for row in each(rows)]
    mark_missing(figure, rows.loc[rows[measure].isna(), "year"], language, look)
    return figure


def filled(rows: pd.DataFrame, colours: list[str], look: Look) -> dict[str, object]:
    """The marker of bars in these colours; paper within a line where a row is drawn hollow."""
    hollow = are_hollow(rows)
    if not any(hollow):
        return {"color": colours}
    fill = [look.paper if empty else own for empty, own in zip(hollow, colours, strict=True)]
    return {"color": fill, "line": {"color": colours, "width": 2}}


def fit_labels(figure: go.Figure) -> go.Figure:
    """Columns from zero, with room beyond the longest for its label: more where that is upright."""
    ends = [float(y) for trace in figure.data for y in trace.y if not pd.isna(y)]
    upright = any(trace.textangle == -90 for trace in figure.select_traces({"type": "bar"}))
    room = 1.18 * (1.12 if upright else 1)
    if ends:
        figure.update_yaxes(range=[min(0, *ends) * room, max(0, *ends) * room])
    return figure


def _is_crowded(words: Sequence[str]) -> bool:
    """Whether long labels of neighbours would touch on a phone: then they are written upwards."""
    long = [len(word) > LONGEST_BESIDE for word in words]
    return len(words) > MOST_YEAR_LABELS and any(a and b for a, b in pairwise(long))


def pair_by_year(rows: pd.DataFrame, language: Language, look: Look, *, decimals: int) -> go.Figure:
    """Two indicators of one unit side by side (rows of values_by_year)."""
    figure = figure_of(look)
    colours = (look.accent, look.second)
    with_value = rows[rows["value"].notna()]
    years = range(int(with_value["year"].min()), int(rows["year"].max()) + 1)
    label = f"name_{language.code}"
    for colour, name in zip(colours, rows[label].unique(), strict=False):
        series = rows[rows[label] == name].set_index("year").reindex(years)
        figure.add_bar(
            x=list(years),
            y=series["value"],
            name=printed(name),
            marker=filled(series, [colour] * len(series), look),
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
