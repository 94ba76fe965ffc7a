"""Key projects: investment against plan, their number, starts and categories."""

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.bars import bars
from indicators.charts.base import labels, remember
from indicators.charts.columns import columns_by_year, fit_labels
from indicators.charts.years import mark_missing, since_first
from indicators.language import Language
from indicators.rows import Row, each
from indicators.sentences.amounts import counted
from indicators.style import Look

# How much of the plan is done, as computed and as published: of a plan and of what is completed.
OF_PLAN = ("completed_pct", "published_completed_pct")


def investment_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Investment completed as columns, the year's plan as a short dark tick across them.

    A year of which only some months are published is a hatched column with those months' name.
    """
    rows = since_first(rows, ["completed", "planned", "completed_to_date"])
    figure = columns_by_year(
        rows, "completed", 1, language.text("charts.completed"), look, language
    )
    figure.data[0].meta = {"columns": ["completed", *OF_PLAN]}
    part = rows[rows["completed_to_date"].notna()]
    if len(part):
        _add_part_years(figure, part, language, look)
    plan = rows[rows["planned"].notna()]
    if len(plan):
        figure.add_scatter(
            x=plan["year"],
            y=plan["planned"],
            mode="markers",
            name=language.text("charts.planned"),
            meta={"columns": ["planned", *OF_PLAN]},
            marker={"symbol": "line-ew", "size": 34, "line": {"width": 3, "color": look.ink}},
            hovertext=labels(plan["planned"], 1, language),
            hovertemplate="%{hovertext}",
        )
    figure.update_layout(barmode="overlay", showlegend=bool(len(part) or len(plan)))
    known = rows["completed"].notna() | rows["completed_to_date"].notna()
    mark_missing(figure, rows.loc[~known & rows["planned"].isna(), "year"], language, look)
    return fit_labels(figure)


def project_starts_by_quarter(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Projects of each joint start, one bar a quarter, with their total investment in words."""
    names = [language.period(p, "quarter") for p in rows["time_period"]]
    words = [_starts(row, language) for row in each(rows)]
    figure = bars(names[::-1], list(rows["projects"])[::-1], words[::-1], look)
    figure.update_traces(hovertemplate="%{y}: %{text}<extra></extra>")
    return figure


def planned_investment_by_category(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int
) -> go.Figure:
    """The plan of the latest year that has one, by category, largest first."""
    latest = rows["year"].max()
    rows = rows[rows["year"] == latest].sort_values("planned_investment")
    words = [
        language.text(
            "charts.value_and_share",
            value=language.number(row.planned_investment, decimals),
            share=language.number(row.share_pct, 1),
        )
        for row in each(rows)
    ]
    names = [language.label(row, "name") for row in each(rows)]
    figure = bars(names, list(rows["planned_investment"]), words, look)
    remember(figure, years=[int(latest), int(latest)])
    return figure


def _add_part_years(figure: go.Figure, rows: pd.DataFrame, language: Language, look: Look) -> None:
    months = [
        language.text("charts.to_month", month=int(m), name=language.month(int(m)))
        for m in rows["to_date_month"]
    ]
    values = labels(rows["completed_to_date"], 1, language)
    figure.add_bar(
        x=rows["year"],
        y=rows["completed_to_date"],
        name=language.text("charts.completed_to_date", months=language.listed(months)),
        meta={"columns": ["completed_to_date", "to_date_month"]},
        textfont=figure.data[0].textfont,
        marker={
            "color": look.paper,
            "line": {"color": look.tint, "width": 1},
            "pattern": {"shape": "/", "fgcolor": look.tint, "size": 6, "solidity": 0.25},
        },
        text=values,
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        customdata=months,
        hovertext=values,
        hovertemplate="%{hovertext} (%{customdata})",
    )


def _starts(row: Row, language: Language) -> str:
    count = counted(language.number(row.projects), "projects", language)
    if pd.isna(row.total_investment):
        return count
    # In the language's own large unit: 19.93亿元, CNY 1.99 billion.
    large = {"zh": 1, "en": 10}[language.code]
    investment = language.number(row.total_investment / large, 2)
    return language.text("charts.starts", count=count, investment=investment)
