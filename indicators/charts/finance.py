"""The budget: revenue within expenditure, and how much of it is the district's own."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import figure_of, labels, printed
from indicators.charts.columns import filled, fit_labels
from indicators.charts.lines import counties_by_year
from indicators.charts.years import mark_missing, year_axis
from indicators.language import Language
from indicators.style import Look

SHARE_DECIMALS = 1


def budget_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, names: Mapping[str, str]
) -> go.Figure:
    """Expenditure as wide columns, and within each the revenue as a narrow one."""
    years = range(int(rows["year"].min()), int(rows["year"].max()) + 1)
    rows = rows.set_index("year").reindex(years).reset_index()
    figure = figure_of(look)
    for column, colour, width in (("expenditure", look.tint, 0.7), ("revenue", look.accent, 0.3)):
        figure.add_bar(
            x=list(years),
            y=rows[column],
            name=printed(names[column]),
            meta={"columns": [column]},
            width=width,
            marker=filled(rows, [colour] * len(rows), look),
            text=labels(rows[column], 1, language) if column == "expenditure" else None,
            textposition="outside",
            constraintext="none",
            cliponaxis=False,
            hovertext=labels(rows[column], 2, language),
            hovertemplate="%{hovertext}",
        )
    figure.update_layout(barmode="overlay", showlegend=True)
    known = rows[["expenditure", "revenue"]].notna().any(axis=1)
    mark_missing(figure, rows.loc[~known, "year"], language, look)
    year_axis(figure, years)
    return fit_labels(figure)


def self_sufficiency_by_county(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """What share of its expenditure each county's own revenue is, a line a county."""
    known = rows[rows["self_sufficiency_pct"].notna()]
    shares = known.assign(value=known["self_sufficiency_pct"])
    return counties_by_year(shares, language, look, decimals=SHARE_DECIMALS)
