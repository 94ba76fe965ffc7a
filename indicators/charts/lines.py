"""Stocks and rates as lines, an area or a scope each, named at their ends."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.figures import HEIGHT, area_name, figure_of, pixels
from indicators.charts.years import mark_breaks, year_axis
from indicators.language import Language
from indicators.style import Look

# As narrow as a year is drawn on a phone, in pixels: a name may reach over the years after it.
NARROWEST_YEAR = 12
WIDE_NAMES = 150  # pixels


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
    """Each line's name and last value beside its last point, pushed apart where they touch."""
    ends = []
    for trace in figure.data:
        known = [(x, y) for x, y in zip(trace.x, trace.y, strict=True) if not pd.isna(y)]
        ends.append((*known[-1], trace))
    values = [y for trace in figure.data for y in trace.y if not pd.isna(y)]
    pixel = (max(values) - min(values) or 1) / (HEIGHT - 70)
    last, room, shown = max(x for x, _, _ in ends), 0, None
    for x, y, trace in sorted(ends, key=lambda end: end[1]):
        words = f"{trace.name} {language.number(y, decimals)}"
        # A line that ends a year before the last would have its name under the others' points.
        at = last if last - x == 1 else x
        room = max(room, pixels(words) - NARROWEST_YEAR * (last - at))
        shown = y if shown is None else max(y, shown + 17 * pixel)
        figure.add_annotation(
            x=at,
            y=y,
            text=words,
            showarrow=False,
            xanchor="left",
            xshift=10,
            yshift=(shown - y) / pixel,
            font={"color": trace.line.color if trace.line.color == look.accent else look.muted},
        )
    figure.update_layout(margin={"r": 16 + room})


def _is_home(rows: pd.DataFrame, area: str) -> bool:
    return bool(rows.loc[rows["ref_area"] == area, "is_home"].iloc[0])
