"""One figure or two, of which there is no chart: a figure without axes that carries its words."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from indicators.charts.base import figure_of, remember
from indicators.style import Look


def numbers(content: Mapping[str, Any], years: tuple[int, int], look: Look) -> go.Figure:
    """What is said of them (sentences.numbers), and the years of which the table has rows."""
    figure = figure_of(look)
    remember(figure, numbers=dict(content), years=list(years))
    return figure
