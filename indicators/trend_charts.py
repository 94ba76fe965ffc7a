"""One indicator over the years: columns for flows, a line for what is a state or a rate."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts import (
    columns_by_year,
    mark_breaks,
    mark_missing,
    since_first,
    values_by_area_and_year,
)
from indicators.language import Language
from indicators.style import Look


def trend_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int, kind: str
) -> go.Figure:
    """Rows of values_by_year for one indicator, with its targets and its breaks."""
    rows = since_first(rows, ["value", "target"]).assign(ref_area="home", is_home=True)
    known = rows[rows["value"].notna()]
    if kind == "flow":
        name = language.label(rows.iloc[0], "name")
        figure = columns_by_year(rows, "value", decimals, name, look, language)
        mark_missing(figure, rows.loc[rows["value"].isna(), "year"], language, look)
        mark_breaks(figure, known, language, look)
    else:
        figure = values_by_area_and_year(known, language, look, decimals=decimals)
    aims = rows[rows["target"].notna()]
    if len(aims):
        figure.add_scatter(
            x=aims["year"],
            y=aims["target"],
            mode="markers",
            name=language.text("targets.target"),
            marker={"symbol": "line-ew", "size": 34, "line": {"width": 3, "color": look.ink}},
            hovertemplate=f"%{{y:,.{decimals}f}}",
        )
        figure.update_layout(showlegend=kind == "flow")
    return figure
