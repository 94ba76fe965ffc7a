"""The charts of the livelihood orders: the published lists, and the ledger item by item."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.bars import LONGEST_BAR_NAME, bars, height_of
from indicators.charts.base import figure_of, folded, labels, say_beside
from indicators.language import Language
from indicators.rows import each
from indicators.style import Look

MOST_BARS = 30
ANSWERS = (1, 5)  # the least and the most that is answered
FEW_MONTHS = 8  # all are named; of more those that begin a half-year, or a year
HALF_YEARS, MOST_NAMED = ("-01", "-07"), 5


def completion_by_tier(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """The lists of the latest year: what is planned as a pale bar, what is completed over it."""
    rows = rows[rows["year"] == rows["year"].max()].iloc[::-1]
    names = [language.label(row, "name") for row in each(rows)]
    figure = bars(names, list(rows["items_planned"]), _done(rows, language), look)
    return _with_part(figure, list(rows["items_completed"]), look)


def orders_by_stage(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """The funnel, from raised at the top to on time at the bottom."""
    rows = rows.iloc[::-1]
    names = [language.text(f"orders.stage_{stage}") for stage in rows["stage"]]
    words = [
        language.text(
            "orders.items_and_share",
            items=language.number(row.items),
            share=language.number(row.raised_pct, 1),
        )
        for row in each(rows)
    ]
    return bars(names, list(rows["items"]), words, look)


def orders_by_group(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Orders raised, the completed part in the accent, by tier, sector or town."""
    rows = rows.head(MOST_BARS).iloc[::-1]
    names = list(rows["town"] if "town" in rows else rows[f"name_{language.code}"])
    words = [
        language.text("orders.none")
        if row.raised == 0
        else language.text(
            "orders.raised_and_closed",
            items=language.number(row.raised),
            share=language.number(row.closed_pct, 1),
        )
        for row in each(rows)
    ]
    figure = bars(names, list(rows["raised"]), words, look)
    return _with_part(figure, list(rows["closed"]), look)


def days_to_close_by_month(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Days within which half, and within which nine in ten of the orders were closed."""
    rows = rows[rows["month"].notna()]
    figure = figure_of(look)
    for column, colour in (("p90_days", look.context[1]), ("median_days", look.accent)):
        figure.add_scatter(
            x=list(rows["month"]),
            y=list(rows[column]),
            name=language.text(f"orders.{column}"),
            meta={"columns": [column]},
            mode="lines+markers",
            line={"color": colour, "width": 2},
            marker={"size": 6, "color": colour},
            hovertext=labels(rows[column], 0, language),
            hovertemplate="%{hovertext}",
        )
    named = {"tickmode": "array", "tickvals": _named_months(list(rows["month"]))}
    figure.update_xaxes(type="category", tickangle=0, **named)
    figure.update_yaxes(rangemode="tozero")
    return figure.update_layout(showlegend=True)


def _named_months(months: list[str]) -> list[str]:
    """Those that have room on a phone: half-years, else years, else every so many years."""
    if len(months) <= FEW_MONTHS:
        return months
    halves = [month for month in months if month.endswith(HALF_YEARS)]
    years = [month for month in halves if month.endswith(HALF_YEARS[0])]
    return halves if len(halves) <= MOST_NAMED else years[:: -(-len(years) // MOST_NAMED)]


def satisfaction_by_town(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """The mean answer town by town on the scale from 1 to 5, with the number of answers.

    As points: bars from zero would all look as long.
    """
    rows = rows[rows["satisfaction"].notna()].head(MOST_BARS).iloc[::-1]
    words = [
        language.text(
            "orders.mean_of_answers",
            mean=language.number(row.satisfaction, 2),
            answers=language.number(row.answers),
        )
        for row in each(rows)
    ]
    names = [folded(name, LONGEST_BAR_NAME) for name in rows["town"]]
    figure = figure_of(look, height=height_of(len(rows)))
    figure.add_scatter(
        x=list(rows["satisfaction"]),
        y=names,
        mode="markers",
        marker={"size": 11, "color": look.accent},
        text=words,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    say_beside(figure, names, words, [look.ink] * len(words))
    least, most = ANSWERS
    figure.update_xaxes(range=[least - 0.1, most + 0.1], tickvals=list(range(least, most + 1)))
    figure.update_xaxes(showgrid=True, zeroline=False)
    figure.update_yaxes(
        type="category", tickmode="linear", dtick=1, showgrid=True, tickfont={"color": look.ink}
    )
    return figure.update_layout(hovermode="closest")


def _with_part(figure: go.Figure, part: list[float], look: Look) -> go.Figure:
    """The bars in a pale colour, and what of each is done over them in the accent."""
    figure.data[0].marker.color = look.tint
    figure.add_bar(
        x=part,
        y=figure.data[0].y,  # as bars() has broken the names: others would be rows of their own
        orientation="h",
        marker={"color": look.accent},
        hoverinfo="skip",
    )
    return figure.update_layout(barmode="overlay")


def _done(rows: pd.DataFrame, language: Language) -> list[str]:
    """All of 62 completed; 80 of 100 completed; 62 planned, where nothing more is known."""
    words = []
    for row in each(rows):
        planned = language.number(row.items_planned) if pd.notna(row.items_planned) else ""
        if pd.isna(row.items_done_pct):
            words.append(language.text("orders.planned", planned=planned))
        elif row.items_completed == row.items_planned:
            words.append(language.text("orders.all_done", planned=planned))
        else:
            done = language.number(row.items_completed)
            words.append(language.text("orders.part_done", planned=planned, done=done))
    return words
