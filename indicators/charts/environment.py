"""Afforestation."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.columns import series_by_year
from indicators.charts.years import since_first
from indicators.language import Language
from indicators.rows import Row, each
from indicators.style import Look


def afforestation_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, measure: str, names: Mapping[str, str]
) -> go.Figure:
    """Afforested area in 万亩, with hectares and the share of the district's land on hover."""
    figure = series_by_year(rows, language, look, measure=measure, names=names, decimals=1)
    shown = since_first(rows, [measure])
    figure.data[0].hovertext = [_afforested(row, language) for row in each(shown)]
    return figure


def _afforested(row: Row, language: Language) -> str:
    if pd.isna(row.afforested):
        return ""
    words = language.number(row.afforested, 1)
    if pd.isna(row.afforested_hectares) or pd.isna(row.share_of_land_pct):
        return words
    rest = language.text(
        "charts.hectares_and_share",
        hectares=language.number(row.afforested_hectares),
        share=language.number(row.share_of_land_pct, 2),
    )
    return f"{words}<br>{rest}"
