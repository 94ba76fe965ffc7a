"""Stocks and rates as lines, an area or a scope each, named at their ends."""

import math
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.figures import HEIGHT, area_name, figure_of, pixels
from indicators.charts.years import mark_breaks, year_axis
from indicators.language import Language
from indicators.style import Look

# As narrow as a year is drawn on a phone, in pixels: a name may reach over the years after it.
NARROWEST_YEAR = 12
WIDE_NAMES = 150  # pixels
LABEL = 17  # pixels that a name at a line's end is high
USUAL_YEAR = 24  # pixels of a year, where it is asked what a name would cover


def values_by_area_and_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int = 1, unit: str = ""
) -> go.Figure:
    """A line an area, the home area in the accent, each named at its last point.

    Only neighbouring years are joined; a year without a figure is a gap, and so is a break,
    which is named.
    """
    figure = figure_of(look)
    peers = [area for area in rows["ref_area"].unique() if not _is_home(rows, area)]
    greys = dict(zip(peers, look.context, strict=False))
    first, last = int(rows["year"].min()), int(rows["year"].max())
    # The home area is drawn last, on top.
    for area in [*peers, *rows.loc[rows["is_home"], "ref_area"].unique()]:
        series = rows[rows["ref_area"] == area].set_index("year").reindex(range(first, last + 1))
        colour = greys.get(area, look.accent)
        _add_line(figure, series, colour, area_name(rows, area, language), decimals, unit)
    _name_ends(figure, decimals, language, look)
    mark_breaks(figure, rows, language, look)
    # The names take room from the years: fewer of them are labelled.
    most = 6 if figure.layout.margin.r < WIDE_NAMES else 3
    year_axis(figure, range(first, last + 1), most)
    return figure


def values_by_scope_and_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int = 2
) -> go.Figure:
    """A line a scope (rows of sentences.with_scope), the whole jurisdiction in the accent."""
    is_home = rows["scope"] != "excluding_zones"
    lines = rows.assign(ref_area=rows["scope"], is_home=is_home)
    return values_by_area_and_year(lines, language, look, decimals=decimals)


def _add_line(
    figure: go.Figure, series: pd.DataFrame, colour: str, name: str, decimals: int, unit: str
) -> None:
    points = _points(series)
    figure.add_scatter(
        x=[year for year, _, _ in points],
        y=[value for _, value, _ in points],
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2},
        marker={"size": 8, "color": colour, "symbol": [symbol for _, _, symbol in points]},
        hovertemplate=f"%{{y:,.{decimals}f}}{unit}",
    )


def _points(series: pd.DataFrame) -> list[tuple]:
    """Year, value and symbol; a break has an empty point before it, so that no line crosses."""
    points = []
    for year, row in series.iterrows():
        if row.get("is_break") is True:
            points.append((year, None, "circle"))
        hollow = row.get("obs_status") in ("P", "E")
        points.append((year, row["value"], "circle-open" if hollow else "circle"))
    return points


def _name_ends(figure: go.Figure, decimals: int, language: Language, look: Look) -> None:
    """Each line's name and last value: beside the last year in a column, else beside its point."""
    ends = sorted(((_known(trace)[-1], trace) for trace in figure.data), key=lambda end: end[0][1])
    values = [y for trace in figure.data for _, y in _known(trace)]
    last = max(x for (x, _), _ in ends)
    pixel = (max(values) - min(values) or 1) / (HEIGHT - 70)
    high, room, below = LABEL * pixel, 0, -math.inf
    for (x, y), trace in ends:
        words = f"{trace.name} {language.number(y, decimals)}"
        if x < last:  # beside others of the last year it would pass for theirs
            words = language.text("charts.of_year", words=words, year=language.year(x))
        others = [other for other in figure.data if other is not trace]
        # A year before the last, a line that goes on would run through the name.
        runs_on = last - x == 1 and _covered(x, last, y, high, others)
        at = last if runs_on else x
        if at == last:
            place = below = max(y, below + high)
        else:
            reach = x + pixels(words) / USUAL_YEAR
            places = (y, y + high, y - high)
            place = min(places, key=lambda at: _covered(x, reach, at, high, others))
        room = max(room, pixels(words) - NARROWEST_YEAR * (last - at))
        figure.add_annotation(
            x=at,
            y=y,
            text=words,
            showarrow=False,
            xanchor="left",
            xshift=10,
            yshift=(place - y) / pixel,
            font={"color": trace.line.color if trace.line.color == look.accent else look.muted},
            bgcolor=look.veil,  # a name stays legible over another line, which shows through
            borderpad=0,
        )
    figure.update_layout(margin={"r": 16 + room})


def _known(trace: go.Scatter) -> list[tuple[int, float]]:
    return [(x, y) for x, y in zip(trace.x, trace.y, strict=True) if not pd.isna(y)]


def _covered(since: int, until: float, value: float, high: float, others: list[go.Scatter]) -> int:
    """How many other lines or points a name of this height would cover after a year."""
    return sum(
        any(since < x <= until and abs(y - value) < 0.7 * high for x, y in _along(other))
        for other in others
    )


def _along(trace: go.Scatter) -> list[tuple[float, float]]:
    """A line's points, and those between two that are joined."""
    points = list(zip(trace.x, trace.y, strict=True))
    between = [
        (a + (b - a) * part / 8, y + (z - y) * part / 8)
        for (a, y), (b, z) in pairwise(points)
        if not pd.isna(y) and not pd.isna(z)
        for part in range(1, 8)
    ]
    return [*_known(trace), *between]


def _is_home(rows: pd.DataFrame, area: str) -> bool:
    return bool(rows.loc[rows["ref_area"] == area, "is_home"].iloc[0])
