"""What is published and what is missing, as a grid of indicators and years."""

import math

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import figure_of, folded, printed
from indicators.charts.years import year_axis
from indicators.language import Language
from indicators.style import Look

ROW_HEIGHT = 30
# Longer names are broken: the marks need room on a phone.
LONGEST_NAME = {"zh": 10, "en": 24}
# The names take room from the years.
MOST_YEAR_LABELS = 6
# A state is told by its shape first, and by its colour second.
MARKS = {
    "present": ("square", 10),
    "provisional": ("square-open", 9),
    "estimated": ("diamond", 10),
    "revised": ("star", 12),
    "secondary": ("diamond-open", 9),
    "part_of_year": ("triangle-up-open", 9),
    "missing": ("circle-open", 4),
}


def coverage_by_indicator_and_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """One mark an indicator and year; a legend says what the shapes mean."""
    codes = list(dict.fromkeys(rows["indicator"]))
    names = dict(zip(rows["indicator"], rows[f"name_{language.code}"], strict=True))
    place = {code: -n for n, code in enumerate(codes)}
    figure = figure_of(look, height=110 + ROW_HEIGHT * len(codes))
    for state, (symbol, size) in MARKS.items():
        of_state = rows[rows["availability"] == state]
        if len(of_state):
            word = language.text(f"data.{state}")
            figure.add_scatter(
                x=list(of_state["year"]),
                y=[place[code] for code in of_state["indicator"]],
                customdata=[printed(names[code]) for code in of_state["indicator"]],
                mode="markers",
                name=word,
                marker={"symbol": symbol, "size": size, "color": _colour(state, look)},
                hovertemplate=f"%{{customdata}} %{{x}}: {word}<extra></extra>",
            )
    year_axis(figure, list(rows["year"]), MOST_YEAR_LABELS)
    figure.update_xaxes(side="top")
    figure.update_yaxes(
        tickvals=list(place.values()),
        ticktext=_in_two_lines([names[code] for code in codes], LONGEST_NAME[language.code]),
        tickfont={"color": look.ink, "size": 12},
        range=[-len(codes) + 0.4, 0.6],
        zeroline=False,
    )
    return figure.update_layout(
        hovermode="closest", showlegend=True, legend={"y": -0.01, "yanchor": "top"}
    )


def _in_two_lines(names: list[str], longest: int) -> list[str]:
    """Two lines at the most: a third would lie on the next row's name."""
    longest = max(longest, *(math.ceil(len(name) / 2) for name in names))
    return [folded(name, longest) for name in names]


def _colour(state: str, look: Look) -> str:
    return {"missing": look.context[2], "part_of_year": look.context[1]}.get(state, look.accent)
