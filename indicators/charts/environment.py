"""Afforestation."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.columns import columns_by_year
from indicators.charts.years import mark_missing, since_first
from indicators.language import Language
from indicators.style import Look


def afforestation_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Afforested area in 万亩, with hectares and the share of the district's land on hover."""
    rows = since_first(rows, ["afforested"])
    figure = columns_by_year(
        rows, "afforested", 1, language.text("charts.afforested"), look, language
    )
    figure.data[0].text = [_afforested(row, language) for row in rows.itertuples()]
    mark_missing(figure, rows.loc[rows["afforested"].isna(), "year"], language, look)
    return figure


def _afforested(row: object, language: Language) -> str:
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
