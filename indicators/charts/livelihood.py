"""Urban and rural incomes."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import labels, value_axis
from indicators.charts.lines import values_by_area_and_year
from indicators.language import Language
from indicators.style import Look


def urban_rural_ratio_by_area_and_year(
    rows: pd.DataFrame, language: Language, look: Look
) -> go.Figure:
    """The ratio of the two incomes, a line an area; published ratios as diamonds beside it."""
    known = rows[rows["urban_rural_ratio"].notna()].rename(columns={"urban_rural_ratio": "value"})
    figure = values_by_area_and_year(known, language, look, decimals=2)
    published = rows[rows["published_ratio"].notna()]
    if len(published):
        figure.add_scatter(
            x=published["year"],
            y=published["published_ratio"],
            name=language.text("charts.published_ratio"),
            meta={"columns": ["published_ratio"]},
            mode="markers",
            marker={"symbol": "diamond-open", "size": 11, "color": look.ink},
            hovertext=labels(published["published_ratio"], 2, language),
            hovertemplate="%{hovertext}",
        )
        figure.update_layout(showlegend=True)
        value_axis(figure, pd.concat([known["value"], published["published_ratio"]]))
    return figure
