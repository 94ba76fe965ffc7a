"""Targets: a bullet for what has a share done, a bar around zero for what has a distance.

In three columns: whose target and which, its bar, and how far it is.
"""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import figure_of, folded, say_beside
from indicators.language import Language
from indicators.rows import Row, each
from indicators.style import Look

# State → whether it is told in the colour of what is behind.
BEHIND = {"behind", "missed"}
ROW, AROUND = 40, 90  # pixels of a row, and of the scale and the legend
THICK = 0.45  # of a row
FEWEST = 2  # rows that there is room for: one alone would fill an image
LONGEST_NAME = {"zh": 11, "en": 22}  # in one line, as a phone shows it
# What a tick stands for → the column of the table that goes with it.
COLUMNS = {"target": "target", "elapsed": "elapsed_pct"}


def done_by_target(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Per cent done, the target as a dark tick at 100 and the time elapsed as a paler one."""
    rows = _from_below(rows[rows["done_pct"].notna()])
    figure = _bars(rows, "done_pct", "%", language, look)
    part = rows["elapsed_pct"] < 100
    _ticks(figure, [100.0] * len(rows), "target", look.ink, language)
    if part.any():
        paces = [x if late else None for x, late in zip(rows["elapsed_pct"], part, strict=True)]
        _ticks(figure, paces, "elapsed", look.context[1], language)
    longest = max(120.0, 1.05 * float(rows["done_pct"].max()))
    return _scale(figure, [0, longest], dtick=50, ticksuffix="%")


def distance_by_target(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """How far growth, rates and ranks are from their target; to the right is better."""
    rows = _from_below(rows[rows["distance"].notna()])
    figure = _bars(rows, "distance", "", language, look)
    widest = 1.1 * float(rows["distance"].abs().max()) or 1.0
    _ticks(figure, [0.0] * len(rows), "target", look.ink, language)
    return _scale(figure, [-widest, widest], nticks=5)


def _from_below(rows: pd.DataFrame) -> pd.DataFrame:
    """The district's first, at the top."""
    return rows.sort_values("is_home", ascending=False, kind="stable").iloc[::-1]


def _scale(figure: go.Figure, reach: list[float], **ticks: object) -> go.Figure:
    figure.update_xaxes(range=reach, showgrid=True, tickangle=0, **ticks)
    return figure.update_layout(showlegend=True)


def _bars(rows: pd.DataFrame, measure: str, unit: str, language: Language, look: Look) -> go.Figure:
    """A bar a target, its name at the left, what is said of it at the right."""
    records = list(each(rows))
    words = [_said(row, getattr(row, measure), unit, language) for row in records]
    spare = max(FEWEST - len(records), 0) / 2
    figure = figure_of(look, height=AROUND + ROW * max(len(records), FEWEST))
    figure.add_bar(
        x=list(rows[measure]),
        y=list(range(len(records))),
        orientation="h",
        width=THICK,
        marker={"color": [_colour(row, look) for row in records]},
        showlegend=False,
        hoverinfo="skip",
    )
    colours = [look.behind if row.state in BEHIND else look.ink for row in records]
    say_beside(figure, range(len(records)), words, colours)
    figure.update_yaxes(
        range=[-0.5 - spare, len(records) - 0.5 + spare],
        tickvals=list(range(len(records))),
        ticktext=[folded(_name(row, language), LONGEST_NAME[language.code]) for row in records],
        tickfont={"color": look.ink},
        showgrid=False,
        zeroline=False,
    )
    figure.update_xaxes(zeroline=False)
    return figure


def _colour(row: Row, look: Look) -> str:
    if row.state in BEHIND:
        return look.behind
    return look.accent if row.is_home else look.context[1]


def _name(row: Row, language: Language) -> str:
    """汉滨区2021年新增就业."""
    area, name = (language.label(row, label) for label in ("area", "name"))
    return language.text("targets.whose", area=area, year=language.year(row.year), name=name)


def _said(row: Row, figure: float, unit: str, language: Language) -> str:
    """103.0%, +0.7; ▼ 63.4% and ✕ −4.3 where it is behind, as its state is marked elsewhere."""
    written = language.number(figure, 1) + unit
    if not unit and figure > 0:
        written = f"+{written}"
    if row.state not in BEHIND:
        return written
    mark = language.text(f"targets.state_{row.state}").partition(" ")[0]
    return f"{mark} {written}"


def _ticks(
    figure: go.Figure, at: list[float | None], what: str, colour: str, language: Language
) -> None:
    figure.add_scatter(
        x=at,
        y=list(range(len(at))),
        mode="markers",
        name=language.text(f"targets.{what}"),
        meta={"columns": [COLUMNS[what]]},
        marker={"symbol": "line-ns", "size": 20, "line": {"width": 3, "color": colour}},
        hoverinfo="skip",
    )
