"""The study programme: who took part."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.bars import bars
from indicators.language import Language
from indicators.rows import Row, each
from indicators.style import Look


def party_members_by_group(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """The latest year's groups of Party members, largest first, with their share of all."""
    rows = rows[rows["year"] == rows["year"].max()].sort_values("members")
    names = [language.label(row, "name") for row in each(rows)]
    words = [_members(row, language) for row in each(rows)]
    return bars(names, list(rows["members"]), words, look)


def _members(row: Row, language: Language) -> str:
    if pd.isna(row.members):
        return language.text("app.missing_cell")
    value = language.number(row.members)
    if pd.isna(row.share_pct):
        return value
    share = language.number(row.share_pct, 1)
    return language.text("charts.value_and_share", value=value, share=share)
