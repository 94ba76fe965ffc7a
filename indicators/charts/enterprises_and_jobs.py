"""New enterprises, jobs and start-up loans."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import labels, printed
from indicators.charts.columns import columns_by_year, fit_labels, series_by_year
from indicators.charts.years import mark_missing, since_first
from indicators.language import Language
from indicators.rows import Row
from indicators.sentences.amounts import ordinal
from indicators.style import Look


def market_entities_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, measure: str, names: Mapping[str, str]
) -> go.Figure:
    """New market entities of the district, with its share of the city's in words."""
    return series_by_year(
        rows, language, look, measure=measure, names=names, decimals=0, words=_shared
    )


def five_above_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, measure: str, names: Mapping[str, str]
) -> go.Figure:
    """New five-above enterprises, with the district's published rank in the city in words."""
    return series_by_year(
        rows, language, look, measure=measure, names=names, decimals=0, words=_ranked
    )


def jobs_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, names: Mapping[str, str]
) -> go.Figure:
    """New urban jobs and people trained, side by side: both count people."""
    rows = since_first(rows, ["new_urban_jobs", "skills_trained"])
    figure = columns_by_year(
        rows, "new_urban_jobs", 0, printed(names["new_urban_jobs"]), look, language
    )
    figure.add_bar(
        x=rows["year"],
        y=rows["skills_trained"],
        name=printed(names["skills_trained"]),
        meta={"columns": ["skills_trained"]},
        marker={"color": look.context[1]},
        text=labels(rows["skills_trained"], 0, language),
        textposition="outside",
        constraintext="none",
        hovertext=labels(rows["skills_trained"], 0, language),
        hovertemplate="%{hovertext}",
    )
    figure.update_layout(barmode="group", showlegend=True, bargap=0.1, bargroupgap=0.25)
    nothing = rows["new_urban_jobs"].isna() & rows["skills_trained"].isna()
    mark_missing(figure, rows.loc[nothing, "year"], language, look)
    return fit_labels(figure)


def _ranked(row: Row, language: Language) -> str:
    if pd.isna(row.new_five_above_enterprises):
        return ""
    value = language.number(row.new_five_above_enterprises)
    if pd.isna(row.new_five_above_rank_in_city):
        return value
    place = ordinal(int(row.new_five_above_rank_in_city), language)
    rank = language.text("charts.rank_in_city", rank=place)
    return f"{value}<br>{rank}"


def _shared(row: Row, language: Language) -> str:
    if pd.isna(row.new_market_entities):
        return ""
    value = language.number(row.new_market_entities)
    if pd.isna(row.share_of_city_pct):
        return value
    share = language.text("charts.share_of_city", share=language.number(row.share_of_city_pct, 1))
    return f"{value}<br>{share}"
