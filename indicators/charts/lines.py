"""Stocks and rates as lines, an area or a scope each, named at their ends."""

import math
from collections.abc import Sequence
from html import unescape
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import (
    area_name,
    figure_of,
    pixels,
    remember,
    value_axis,
)
from indicators.charts.marks import are_hollow, remember_hollow, told
from indicators.charts.years import mark_breaks, year_axis
from indicators.language import Language
from indicators.style import Look

# Greys are told apart by the shape of their points too.
HOME_MARK, PEER_MARKS = "circle", ("square", "diamond", "triangle-up")
SIGNS = {"circle": "●", "square": "■", "diamond": "◆", "triangle-up": "▲"}
# As narrow as a year is drawn on a phone, in pixels: a name may reach over the years after it.
NARROWEST_YEAR = 12
WIDE_NAMES = 150  # pixels
TALL = 420  # pixels, where ten lines are named
LABEL = 17  # pixels that a name at a line's end is high
# Of a line and of its points: the home area's lies on top and is seen in grey print too.
HOME_WIDTH, PEER_WIDTH, COUNTY_WIDTH = 3.5, 1.5, 1
HOME_SIZE, PEER_SIZE, COUNTY_SIZE = 10, 8, 4
STEP_ASIDE = 0.2  # years from the last one to a name that stands away from its point
FURTHER = (1, -1, 2, -2, 3, -3)  # heights of a name, from its point to where it may stand
USUAL_YEAR = 24  # pixels of a year, where it is asked what a name would cover


def values_by_area_and_year(
    rows: pd.DataFrame,
    language: Language,
    look: Look,
    *,
    decimals: int,
    is_named: bool = True,
) -> go.Figure:
    """A line an area, the home area in the accent, each named at its last point.

    Only neighbouring years are joined; a year without a figure is a gap, and so is a break,
    which is named. Areas are told apart by their marks too; where a line has gaps, its name
    stands at its last part only, and the figure's meta has what the marks stand for. One that the
    title names already has but its last value written.
    """
    figure = figure_of(look)
    peers = [area for area in rows["ref_area"].unique() if not _is_home(rows, area)]
    greys = dict(zip(peers, zip(look.context, PEER_MARKS, strict=True), strict=False))
    first, last = int(rows["year"].min()), int(rows["year"].max())
    # The home area is drawn last, on top.
    for area in [*peers, *rows.loc[rows["is_home"], "ref_area"].unique()]:
        series = rows[rows["ref_area"] == area].set_index("year").reindex(range(first, last + 1))
        colour, mark = greys.get(area, (look.accent, HOME_MARK))
        line = {"colour": colour, "mark": mark, "name": area_name(rows, area, language)}
        _add_line(figure, series, look, **line, decimals=decimals, language=language)
    remember_hollow(figure, rows, "value")
    _explain_marks(figure)
    value_axis(figure, rows["value"])
    _name_ends(figure, language, look, is_named=is_named)
    mark_breaks(figure, rows, language, look)
    # The names take room from the years: fewer of them are labelled.
    most = 6 if figure.layout.margin.r < WIDE_NAMES else 3
    year_axis(figure, range(first, last + 1), most)
    return figure


def counties_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int
) -> go.Figure:
    """The home area among the other counties: its line in the accent, theirs thin and grey.

    All are named in a column at the end, those whose last year is another with that year.
    """
    figure = figure_of(look, height=TALL)
    peers = [area for area in rows["ref_area"].unique() if not _is_home(rows, area)]
    first, last = int(rows["year"].min()), int(rows["year"].max())
    for area in [*peers, *rows.loc[rows["is_home"], "ref_area"].unique()]:
        series = rows[rows["ref_area"] == area].set_index("year").reindex(range(first, last + 1))
        colour, mark = (look.context[2], "square") if area in peers else (look.accent, HOME_MARK)
        line = {"colour": colour, "mark": mark, "name": area_name(rows, area, language)}
        _add_line(figure, series, look, **line, decimals=decimals, language=language)
    thin = {"line_width": COUNTY_WIDTH, "marker_size": COUNTY_SIZE, "marker_line_width": 1}
    figure.update_traces(**thin, selector={"legendrank": 2})
    remember_hollow(figure, rows, "value")
    value_axis(figure, rows["value"])
    remember(figure, in_a_column=True)  # for an image, which finds its own places
    _name_ends(figure, language, look, in_a_column=True)
    mark_breaks(figure, rows[rows["is_home"]], language, look)
    year_axis(figure, range(first, last + 1), most=6)
    return figure


def values_by_scope_and_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int
) -> go.Figure:
    """A line a scope (rows of sentences.with_scope), the whole jurisdiction in the accent."""
    is_home = rows["scope"] != "excluding_zones"
    lines = rows.assign(ref_area=rows["scope"], is_home=is_home)
    return values_by_area_and_year(lines, language, look, decimals=decimals)


def _add_line(
    figure: go.Figure,
    series: pd.DataFrame,
    look: Look,
    *,
    colour: str,
    mark: str,
    name: str,
    decimals: int,
    language: Language,
) -> None:
    rows = _with_breaks(series)
    is_home = mark == HOME_MARK
    figure.add_scatter(
        x=[int(year) for year in rows["year"]],
        y=[None if pd.isna(value) else float(value) for value in rows["value"]],
        name=name,
        meta={"home": True} if is_home else None,
        legendrank=1 if is_home else 2,
        # Said on hover; an image, which has none, writes the home area's beside their points.
        text=told(rows, "value", decimals, language),
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": colour, "width": HOME_WIDTH if is_home else PEER_WIDTH},
        marker={
            "size": HOME_SIZE if is_home else PEER_SIZE,
            "symbol": mark,
            **_pointed(are_hollow(rows), colour, look),
        },
        hovertemplate="%{text}",
    )


def _with_breaks(series: pd.DataFrame) -> pd.DataFrame:
    """The rows by year; a break has an empty one before it, so that no line crosses."""
    rows = series.rename_axis("year").reset_index()
    if "is_break" not in rows or not rows["is_break"].eq(True).any():
        return rows
    empty = rows.loc[rows["is_break"].eq(True), ["year"]]
    # Sorted stably what is empty stays first.
    return pd.concat([empty, rows]).sort_values("year", kind="stable", ignore_index=True)


def _pointed(hollow: Sequence[bool], colour: str, look: Look) -> dict[str, object]:
    """Points in a colour within a rim of paper; hollow ones are paper within the colour."""
    return {
        "color": [look.paper if empty else colour for empty in hollow],
        "line": {
            "color": [colour if empty else look.paper for empty in hollow],
            "width": [1.5 if empty else 1 for empty in hollow],
        },
    }


def _explain_marks(figure: go.Figure) -> None:
    """What the marks stand for, where a part of a line stands apart from the name at its end."""
    if len(figure.data) > 1 and any(_parts(trace) > 1 for trace in figure.data):
        home_first = sorted(figure.data, key=lambda trace: trace.legendrank)
        marks = [[SIGNS[_mark(trace)], unescape(trace.name)] for trace in home_first]
        remember(figure, marks=marks)  # for a line of text, which prints no tags


def _mark(trace: go.Scatter) -> str:
    return trace.marker.symbol


def _parts(trace: go.Scatter) -> int:
    """Into how many parts its gaps cut a line."""
    before = [None, *trace.y[:-1]]
    return sum(y is not None and b is None for b, y in zip(before, trace.y, strict=True))


def _name_ends(
    figure: go.Figure,
    language: Language,
    look: Look,
    *,
    in_a_column: bool = False,
    is_named: bool = True,
) -> None:
    """Each line's name and last value: in a column beside the last year, else beside its point.

    `in_a_column`: all of them, where they are too many to stand beside their points.
    """
    lines = list(figure.data)
    last = max(_known(line)[-1][0] for line in lines)
    low, high = figure.layout.yaxis.range
    height = LABEL * (high - low) / (figure.layout.height - 70)
    column = _column(lines, last, height, everyone=in_a_column)
    names: dict[str, list[str]] = {}
    free: list[tuple[float, float, float]] = []  # from which year to which, how high a name stands
    room = 0
    for line in lines:
        x, y = _known(line)[-1]
        words = f"{line.name} {_last_words(line)}" if is_named else _last_words(line)
        if x < last:  # beside others of the last year it would pass for theirs
            words = language.text("charts.of_year", words=words, year=language.year(x))
        at = last if line.name in column else x
        place = column.get(line.name)
        if place is None:
            taken = [at for since, until, at in free if since <= _reach(x, words) and x <= until]
            taken += column.values() if _reach(x, words) > last else ()
            place = _free_place(line, lines, taken, height, words)
            free.append((x, _reach(x, words), place))
        room = max(room, pixels(words) - NARROWEST_YEAR * (last - at))
        names[line.name] = [words, words if _is_of_home(line) else line.name]
        _add_name(figure, line, words, (at, place), look)
    remember(figure, names=names)  # whole, and as they are where the page is too narrow
    figure.update_layout(margin={"r": 20 + room})


def _column(
    lines: list[go.Scatter], last: int, height: float, *, everyone: bool
) -> dict[str, float]:
    """Line → the height of its name beside the last year, none less than `height` apart."""
    places: dict[str, float] = {}
    below = -math.inf
    for line in sorted(lines, key=lambda line: _known(line)[-1][1]):
        x, y = _known(line)[-1]
        # A year before the last, a line that goes on would run through the name.
        runs_on = last - x == 1 and _covered(x, last, y, height, _others(line, lines))
        if x == last or runs_on or everyone:
            places[line.name] = below = max(y, below + height)
    return places


def _free_place(
    line: go.Scatter,
    lines: list[go.Scatter],
    taken: list[float],
    height: float,
    words: str,
) -> float:
    """Where a name beside its point covers least of the other lines and none of those `taken`.

    These are the heights of other names; further off only where each near place would cover one.
    """
    x, y = _known(line)[-1]

    def names(at: float) -> int:
        return sum(abs(at - there) < height for there in taken)

    def covered(at: float) -> int:
        return names(at) + _covered(x, _reach(x, words), at, height, _others(line, lines))

    near = min((y, y + height, y - height), key=covered)
    if not names(near):
        return near
    return min((y + steps * height for steps in FURTHER), key=lambda at: (names(at), covered(at)))


def _reach(x: int, words: str) -> float:
    """To which year a name reaches that begins beside its point."""
    return x + pixels(words) / USUAL_YEAR


def _others(line: go.Scatter, lines: list[go.Scatter]) -> list[go.Scatter]:
    return [other for other in lines if other is not line]


def _add_name(
    figure: go.Figure, line: go.Scatter, words: str, place: tuple[int, float], look: Look
) -> None:
    """The name at its place, and a thin line to it where that is away from the line's end."""
    x, y = _known(line)[-1]
    colour = line.line.color if _is_of_home(line) else look.muted
    away = {
        "showarrow": True,
        "ax": place[0] + STEP_ASIDE,
        "ay": place[1],
        "axref": "x",
        "ayref": "y",
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": look.context[2],
        "standoff": 4,
    }
    figure.add_annotation(
        x=x,
        y=y,
        name=line.name,  # an image finds its own place for it
        text=words,
        xanchor="left",
        font={"color": colour},
        bgcolor=look.veil,  # a name stays legible over another line, which shows through
        borderpad=0,
        **away if place != (x, y) else {"showarrow": False, "xshift": 8},
    )


def _last_words(line: go.Scatter) -> str:
    return [text for text, y in zip(line.text, line.y, strict=True) if y is not None][-1]


def _is_of_home(line: go.Scatter) -> bool:
    return bool((line.meta or {}).get("home"))


def _known(trace: go.Scatter) -> list[tuple[int, float]]:
    return [(x, y) for x, y in zip(trace.x, trace.y, strict=True) if y is not None]


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
        if y is not None and z is not None
        for part in range(1, 8)
    ]
    return [*_known(trace), *between]


def _is_home(rows: pd.DataFrame, area: str) -> bool:
    return bool(rows.loc[rows["ref_area"] == area, "is_home"].iloc[0])
