"""Targets: a bullet for what has a share done, a bar around zero for what has a distance."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from indicators import sentences
from indicators.charts.base import figure_of, folded
from indicators.language import Language
from indicators.rows import Row, each
from indicators.style import Look

# State → whether it is told in the colour of what is behind.
BEHIND = {"behind", "missed"}
BAR, LINE = 40, 19  # pixels of a bar, and of a line of its words
FEWEST = 2  # bars that there is room for: one alone would fill an image
LONGEST_LINE = {"zh": 30, "en": 48}  # as a phone shows it
# What a tick stands for → the column of the table that goes with it.
COLUMNS = {"target": "target", "elapsed": "elapsed_pct"}


def done_by_target(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Per cent done, the target as a dark tick at 100 and the time elapsed as a paler one."""
    rows = rows[rows["done_pct"].notna()].iloc[::-1]
    figure = _bars(rows, "done_pct", sentences.done_of_target, language, look)
    part = rows["elapsed_pct"] < 100
    _ticks(figure, [100.0] * len(rows), "target", look.ink, language)
    if part.any():
        paces = [x if late else None for x, late in zip(rows["elapsed_pct"], part, strict=True)]
        _ticks(figure, paces, "elapsed", look.context[1], language)
    longest = max(120.0, 1.05 * float(rows["done_pct"].max()))
    return _scale(figure, [0, longest], dtick=50, ticksuffix="%")


def distance_by_target(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """How far growth, rates and ranks are from their target; to the right is better."""
    rows = rows[rows["distance"].notna()].iloc[::-1]
    figure = _bars(rows, "distance", sentences.distance_of_target, language, look)
    widest = 1.1 * float(rows["distance"].abs().max()) or 1.0
    _ticks(figure, [0.0] * len(rows), "target", look.ink, language)
    return _scale(figure, [-widest, widest], nticks=7)


def _scale(figure: go.Figure, reach: list[float], **ticks: object) -> go.Figure:
    figure.update_xaxes(range=reach, showgrid=True, **ticks)
    # The names of the scale's ends stand in the middle of their ticks.
    return figure.update_layout(showlegend=True, margin={"l": 20, "r": 20})


def _bars(
    rows: pd.DataFrame,
    measure: str,
    sentence: Callable[[Row, Language], str],
    language: Language,
    look: Look,
) -> go.Figure:
    """A bar a target with its words above it: beside it they would not fit on a phone."""
    records = list(each(rows))
    words = [_words(row, sentence(row, language), language) for row in records]
    lines = max(text.count("<br") + 1 for text in words)
    thick = BAR / (BAR + lines * LINE) * 0.5  # of the room that a bar and its words have
    spare = max(FEWEST - len(records), 0) / 2
    figure = figure_of(look, height=90 + (BAR + lines * LINE) * max(len(records), FEWEST))
    figure.add_bar(
        x=list(rows[measure]),
        y=list(range(len(records))),
        orientation="h",
        width=thick,
        marker={"color": [_colour(row, look) for row in records]},
        showlegend=False,
        hoverinfo="skip",
    )
    for place, text in enumerate(words):
        figure.add_annotation(
            xref="paper",
            x=0,
            y=place + thick / 2,  # the bar's upper edge, however tall an image makes it
            yshift=3,
            text=text,
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            align="left",
            font={"color": look.ink},
            bgcolor=look.paper,  # over the lines of the scale
            borderpad=0,
        )
    room = lines * LINE / (BAR + lines * LINE)
    figure.update_yaxes(range=[-0.5 - spare, len(records) - 0.5 + room + spare], visible=False)
    figure.update_xaxes(zeroline=False)
    return figure


def _colour(row: Row, look: Look) -> str:
    if row.state in BEHIND:
        return look.behind
    return look.accent if row.is_home else look.context[1]


def _words(row: Row, sentence: str, language: Language) -> str:
    """汉滨区 2021年 新增就业<br>5,150人，完成103.0%（目标5,000人）, folded where it is long."""
    name = f"{language.label(row, 'area')} {language.year(row.year)} {language.label(row, 'name')}"
    aimed = sentence
    if not pd.isna(row.target):
        target = sentences.spoken(row.target, row, language)
        aimed = language.text("targets.aimed", said=sentence, target=target)
    longest = LONGEST_LINE[language.code]
    return "<br>".join([folded(name, longest), folded(aimed, longest)])


def _ticks(
    figure: go.Figure, at: list[float | None], what: str, colour: str, language: Language
) -> None:
    figure.add_scatter(
        x=at,
        y=list(range(len(at))),
        mode="markers",
        name=language.text(f"targets.{what}"),
        meta={"columns": [COLUMNS[what]]},
        marker={"symbol": "line-ns", "size": 22, "line": {"width": 3, "color": colour}},
        hoverinfo="skip",
    )
