"""Horizontal bars, each with its value in words beside it."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import figure_of, folded, labels, pixels, remember
from indicators.language import Language
from indicators.rows import each
from indicators.style import Look

# Up to as many bars are drawn tall; more of them closer together.
MOST_TALL_BARS = 12
# Room for words at the left of negative bars, as part of the bars' own: a phone needs as much.
LEFT_OF_BARS = 0.8
# Longer names beside a bar are broken into lines, so that a phone shows them whole.
LONGEST_BAR_NAME = 20


def bars(names: list[str], values: list[float], words: list[str], look: Look) -> go.Figure:
    """Horizontal bars from the bottom up, each with its value in words beside it."""
    figure = figure_of(look, height=height_of(len(names)))
    figure.add_bar(
        x=values,
        y=[folded(name, LONGEST_BAR_NAME) for name in names],
        orientation="h",
        marker={"color": look.accent},
        text=words,
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    figure.update_layout(hovermode="closest")
    # The words beside the longest bar get their room in pixels, whatever the chart's width.
    figure.update_layout(margin={"r": 16 + max((pixels(word) for word in words), default=0)})
    figure.update_xaxes(visible=False, rangemode="tozero")
    known = [value for value in values if not pd.isna(value)]
    if known and min(known) < 0:  # what is said of them stands at the left of the bars
        low, high = min(known), max(0, *known)
        figure.update_xaxes(range=[low - LEFT_OF_BARS * (high - low), high])
    figure.update_yaxes(
        showgrid=False, tickfont={"color": look.ink}, type="category", tickmode="linear", dtick=1
    )
    return figure


def height_of(count: int) -> int:
    """How tall so many bars are, in pixels."""
    return 72 + (44 if count <= MOST_TALL_BARS else 28) * count


def values_by_breakdown(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int
) -> go.Figure:
    """The latest year's parts as ranked bars. They may overlap, so nothing is stacked."""
    latest = rows["year"].max()
    rows = rows[rows["year"] == latest].sort_values("value")
    names = [language.label(row, "name") for row in each(rows)]
    figure = bars(names, list(rows["value"]), labels(rows["value"], decimals, language), look)
    remember(figure, years=[int(latest), int(latest)])
    return figure
