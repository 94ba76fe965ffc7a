"""Years on an axis: which are shown and named, which are missing, where a series breaks."""

import math
from collections.abc import Collection, Sequence

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import area_name, remember
from indicators.language import Language
from indicators.style import Look

# Above this many years on the axis every second one is labelled, so that a phone can show them.
MOST_YEAR_LABELS = 9
BREAK = "break"  # by which an image knows the words of one
MOST_STEPS = 4  # words of breaks above each other


def since_first(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The rows from the first year that has a figure; later gaps stay, they are information."""
    known = rows[list(columns)].notna().any(axis=1)
    return rows.loc[known.idxmax() :] if known.any() else rows.iloc[0:0]


def year_axis(figure: go.Figure, years: Collection[int], most: int = MOST_YEAR_LABELS) -> None:
    """Whole years, level, at most `most` of them named: the latest always, the first if it can."""
    first, last = int(min(years)), int(max(years))
    step = _step(last - first, most)
    is_crowded = last - first >= MOST_YEAR_LABELS
    # The table shows the same years; on a narrow page fewer are named, and values are smaller.
    remember(figure, years=[first, last], step=step, size=11 if is_crowded else 13)
    figure.update_xaxes(
        tickmode="linear",
        tick0=last,
        dtick=step,
        tickformat="d",
        tickangle=0,
        range=[first - 0.6, last + 0.6],
    )
    if is_crowded:
        # Side by side on a phone, values of 13 pixels would run into each other.
        figure.update_traces(textfont={"size": 11}, selector={"type": "bar"})


def _step(span: int, most: int) -> int:
    """Years from one name to the next; a little longer where that names the first year too."""
    least = math.ceil((span + 1) / most)
    longest = least + least // 3
    return next((step for step in range(least, longest + 1) if span % step == 0), least)


def mark_missing(figure: go.Figure, years: pd.Series, language: Language, look: Look) -> None:
    """缺 at the foot of a year without a figure, so that nobody reads the gap as zero."""
    columns = [trace.name for trace in figure.data if trace.type == "bar"]
    for year in years:
        figure.add_annotation(
            name=columns[0] if columns else None,  # on an image it goes with what is missing
            x=int(year),
            y=0,
            text=language.text("app.missing"),
            showarrow=False,
            yanchor="bottom",
            font={"color": look.muted, "size": 12},
        )


def mark_breaks(figure: go.Figure, rows: pd.DataFrame, language: Language, look: Look) -> None:
    """A thin line before a year that starts a break after earlier figures, and whose it is."""
    if "is_break" not in rows:
        return
    since = rows.groupby("ref_area")["year"].transform("min")
    broken = rows[rows["is_break"].astype(bool) & (rows["year"] > since)]
    several = rows["ref_area"].nunique() > 1
    years = sorted(set(broken["year"]))
    steps = min(MOST_STEPS, len(years))
    line = {"color": look.muted, "width": 1, "dash": "dot"}
    # Words of neighbours stand above each other, the last one the highest: names are at the end.
    for turn, year in enumerate(years, start=steps - len(years)):
        areas = broken.loc[broken["year"] == year, "ref_area"] if several else ()
        names = [area_name(rows, area, language) for area in areas]
        figure.add_vline(x=year - 0.5, line=line, layer="below")
        figure.add_annotation(
            name=BREAK,
            x=year - 0.5,
            y=1,
            yref="y domain",
            yanchor="bottom",
            yshift=14 * (turn % steps),
            # Towards the middle, where there is room for it.
            xanchor="left" if year <= rows["year"].median() else "right",
            text=language.text("charts.broken", areas=language.listed(names)).strip(),
            showarrow=False,
            font={"color": look.muted, "size": 12},
        )
    if len(broken):
        figure.update_layout(margin={"t": 14 + 14 * steps})
