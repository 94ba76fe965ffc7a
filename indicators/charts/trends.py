"""One indicator over the years: columns for flows and growth, a line for a state or a rate."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.base import labels, printed, value_axis
from indicators.charts.columns import columns_by_year, fit_labels
from indicators.charts.lines import values_by_area_and_year
from indicators.charts.years import mark_breaks, mark_missing, since_first
from indicators.language import Language
from indicators.style import Look


def trend_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int, kind: str
) -> go.Figure:
    """Rows of values_by_year for one indicator, with its targets and its breaks."""
    rows = since_first(rows, ["value", "target"]).assign(ref_area="home", is_home=True)
    known = _with_breaks(rows)
    is_columns = kind in ("flow", "growth")
    if is_columns:
        name = printed(language.label(rows.iloc[0], "name"))
        figure = columns_by_year(rows, "value", decimals, name, look, language)
        if kind == "growth":
            _around_zero(figure, rows[["value", "target"]].astype("float64"), look)
        mark_missing(figure, rows.loc[rows["value"].isna(), "year"], language, look)
        mark_breaks(figure, known, language, look)
    else:
        figure = values_by_area_and_year(known, language, look, decimals=decimals, is_named=False)
        _scale(figure, pd.concat([rows["value"], rows["target"]]).dropna(), kind)
    aims = rows[rows["target"].notna()]
    if len(aims):
        _add_targets(figure, aims, decimals, language, look)
        figure.update_layout(showlegend=is_columns)
    return fit_labels(figure) if is_columns and kind != "growth" else figure


def _with_breaks(rows: pd.DataFrame) -> pd.DataFrame:
    """The years with a figure, and those between them in which the series breaks."""
    if "is_break" not in rows:
        return rows[rows["value"].notna()]
    known = rows.loc[rows["value"].notna(), "year"]
    between = rows["year"].between(known.min(), known.max())
    return rows[rows["value"].notna() | (between & rows["is_break"].astype(bool))]


def _add_targets(
    figure: go.Figure, rows: pd.DataFrame, decimals: int, language: Language, look: Look
) -> None:
    figure.add_scatter(
        x=rows["year"],
        y=rows["target"],
        mode="markers",
        name=language.text("targets.target"),
        marker={"symbol": "line-ew", "size": 34, "line": {"width": 3, "color": look.ink}},
        hovertext=labels(rows["target"], decimals, language),
        hovertemplate="%{hovertext}",
    )


def _scale(figure: go.Figure, values: pd.Series, kind: str) -> None:
    """Room for the targets too; the first place at the top and not at the bottom."""
    value_axis(figure, values)
    if kind == "rank":
        step = max(1.0, figure.layout.yaxis.dtick)
        worst, best = values.max() + step / 2, values.min() - step / 2
        figure.update_yaxes(range=[worst, best], tick0=1, dtick=step, tickformat=",d")


def _around_zero(figure: go.Figure, values: pd.DataFrame, look: Look) -> None:
    """Growth and decline from one line of zero, with room beyond the columns for their labels."""
    low, high = min(0.0, values.min().min()), max(0.0, values.max().max())
    room = 0.18 * ((high - low) or 1)
    figure.update_yaxes(range=[low - room * (low < 0), high + room])
    figure.add_hline(y=0, line={"color": look.muted, "width": 1})
