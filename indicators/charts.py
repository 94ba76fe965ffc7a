"""One chart a function: the rows of a query in, a figure out. No chart fetches or shows.

Every function takes `rows` (as its query returns them), the reader's `language` and the `look`,
and draws missing figures as gaps with a word, never as zero.
"""

import math
from collections.abc import Sequence
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from indicators.language import Language
from indicators.style import Look, template

HEIGHT = 300
# Above this many years on the axis every second one is labelled, so that a phone can show them.
MOST_YEAR_LABELS = 9
# Up to as many bars are drawn tall; more of them closer together.
MOST_TALL_BARS = 12
# As narrow as a year is drawn on a phone, in pixels: a name may reach over the years after it.
NARROWEST_YEAR = 12
# What may stand beside a column and be taller than it.
BESIDE = ("planned", "completed_to_date", "skills_trained", "target")
WIDE_NAMES = 150  # pixels
# Longer names beside a bar are broken into lines, so that a phone shows them whole.
LONGEST_BAR_NAME = 20


def investment_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Investment completed as columns, the year's plan as a short dark tick across them.

    A year of which only some months are published is a hatched column with those months' name.
    """
    rows = since_first(rows, ["completed", "planned", "completed_to_date"])
    figure = columns_by_year(
        rows, "completed", 1, language.text("charts.completed"), look, language
    )
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
            meta=["planned", "completed_pct", "published_completed_pct"],
            marker={"symbol": "line-ew", "size": 34, "line": {"width": 3, "color": look.ink}},
            hovertemplate="%{y:,.1f}",
        )
    figure.update_layout(barmode="overlay", showlegend=bool(len(part) or len(plan)))
    known = rows["completed"].notna() | rows["completed_to_date"].notna()
    mark_missing(figure, rows.loc[~known & rows["planned"].isna(), "year"], language, look)
    return figure


def projects_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """The number of key projects as columns (rows of investment_by_year)."""
    rows = since_first(rows, ["projects"])
    figure = columns_by_year(rows, "projects", 0, language.text("charts.projects"), look, language)
    mark_missing(figure, rows.loc[rows["projects"].isna(), "year"], language, look)
    return figure


def project_starts_by_quarter(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Projects of each joint start, one bar a quarter, with their total investment in words."""
    names = [language.period(p, "quarter") for p in rows["time_period"]]
    words = [_starts(row, language) for row in rows.itertuples()]
    figure = bars(names[::-1], list(rows["projects"])[::-1], words[::-1], look)
    figure.update_traces(hovertemplate="%{y}: %{text}<extra></extra>")
    return figure


def planned_investment_by_category(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """The plan of the latest year that has one, by category, largest first."""
    latest = rows["year"].max()
    rows = rows[rows["year"] == latest].sort_values("planned_investment")
    words = [
        language.text(
            "charts.value_and_share",
            value=language.number(row.planned_investment, 2),
            share=language.number(row.share_pct, 1),
        )
        for row in rows.itertuples()
    ]
    names = [language.label(row, "name") for row in rows.itertuples()]
    figure = bars(names, list(rows["planned_investment"]), words, look)
    return figure.update_layout(meta=[int(latest), int(latest)])


def market_entities_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """New market entities of the district, with its share of the city's in words."""
    rows = since_first(rows, ["new_market_entities"])
    figure = columns_by_year(
        rows, "new_market_entities", 0, language.text("charts.new_market_entities"), look, language
    )
    figure.data[0].text = [_shared(row, language) for row in rows.itertuples()]
    mark_missing(figure, rows.loc[rows["new_market_entities"].isna(), "year"], language, look)
    return figure


def five_above_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """New five-above enterprises, with the district's published rank in the city in words."""
    value = "new_five_above_enterprises"
    rows = since_first(rows, [value])
    figure = columns_by_year(rows, value, 0, language.text(f"charts.{value}"), look, language)
    figure.data[0].text = [_ranked(row, language) for row in rows.itertuples()]
    mark_missing(figure, rows.loc[rows[value].isna(), "year"], language, look)
    return figure


def jobs_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """New urban jobs and people trained, side by side: both count people."""
    rows = since_first(rows, ["new_urban_jobs", "skills_trained"])
    figure = columns_by_year(
        rows, "new_urban_jobs", 0, language.text("charts.new_urban_jobs"), look, language
    )
    figure.add_bar(
        x=rows["year"],
        y=rows["skills_trained"],
        name=language.text("charts.skills_trained"),
        meta=["skills_trained"],
        marker={"color": look.context[1]},
        text=_labels(rows["skills_trained"], 0, language),
        textposition="outside",
        constraintext="none",
        hovertemplate="%{y:,.0f}",
    )
    figure.update_layout(barmode="group", showlegend=True, bargap=0.1, bargroupgap=0.25)
    nothing = rows["new_urban_jobs"].isna() & rows["skills_trained"].isna()
    mark_missing(figure, rows.loc[nothing, "year"], language, look)
    return figure


def startup_loans_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Guaranteed start-up loans as columns (rows of jobs_by_year)."""
    rows = since_first(rows, ["startup_loans"])
    figure = columns_by_year(
        rows, "startup_loans", 0, language.text("charts.startup_loans"), look, language
    )
    mark_missing(figure, rows.loc[rows["startup_loans"].isna(), "year"], language, look)
    return figure


def afforestation_by_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """Afforested area in 万亩, with hectares and the share of the district's land on hover."""
    rows = since_first(rows, ["afforested"])
    figure = columns_by_year(
        rows, "afforested", 1, language.text("charts.afforested"), look, language
    )
    figure.data[0].text = [_afforested(row, language) for row in rows.itertuples()]
    mark_missing(figure, rows.loc[rows["afforested"].isna(), "year"], language, look)
    return figure


def party_members_by_group(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """The latest year's groups of Party members, largest first, with their share of all."""
    rows = rows[rows["year"] == rows["year"].max()].sort_values("members")
    names = [language.label(row, "name") for row in rows.itertuples()]
    words = [_members(row, language) for row in rows.itertuples()]
    return bars(names, list(rows["members"]), words, look)


def values_by_breakdown(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """The latest year's parts as ranked bars. They may overlap, so nothing is stacked."""
    latest = rows["year"].max()
    rows = rows[rows["year"] == latest].sort_values("value")
    names = [language.label(row, "name") for row in rows.itertuples()]
    figure = bars(names, list(rows["value"]), _labels(rows["value"], 1, language), look)
    return figure.update_layout(meta=[int(latest), int(latest)])


def values_by_area_and_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int = 1, unit: str = ""
) -> go.Figure:
    """A line an area, the home area in the accent, each named at its last point.

    Only neighbouring years are joined; a year without a figure is a gap, and so is a break,
    which is named.
    """
    figure = figure_of(look)
    peers = [area for area in rows["ref_area"].unique() if not _is_home(rows, area)]
    greys = dict(zip(peers, look.context, strict=False))
    first, last = int(rows["year"].min()), int(rows["year"].max())
    # The home area is drawn last, on top.
    for area in [*peers, *rows.loc[rows["is_home"], "ref_area"].unique()]:
        series = rows[rows["ref_area"] == area].set_index("year").reindex(range(first, last + 1))
        colour = greys.get(area, look.accent)
        _add_line(figure, series, colour, _name(rows, area, language), decimals, unit)
    _name_ends(figure, decimals, language, look)
    mark_breaks(figure, rows, language, look)
    # The names take room from the years: fewer of them are labelled.
    most = 6 if figure.layout.margin.r < WIDE_NAMES else 3
    _year_axis(figure, range(first, last + 1), most)
    return figure


def values_by_scope_and_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int = 2
) -> go.Figure:
    """A line a scope (rows of sentences.with_scope), the whole jurisdiction in the accent."""
    is_home = rows["scope"] != "excluding_zones"
    lines = rows.assign(ref_area=rows["scope"], is_home=is_home)
    return values_by_area_and_year(lines, language, look, decimals=decimals)


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
            mode="markers",
            marker={"symbol": "diamond-open", "size": 11, "color": look.ink},
            hovertemplate="%{y:,.2f}",
        )
    return figure


def pair_by_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int = 1
) -> go.Figure:
    """Two indicators of one unit side by side (rows of values_by_year)."""
    figure = figure_of(look)
    colours = (look.accent, look.second)
    with_value = rows[rows["value"].notna()]
    years = range(int(with_value["year"].min()), int(rows["year"].max()) + 1)
    for colour, (name, part) in zip(
        colours, rows.groupby(f"name_{language.code}", sort=False), strict=False
    ):
        series = part.set_index("year").reindex(years)
        figure.add_bar(
            x=list(years),
            y=series["value"],
            name=name,
            marker={"color": colour},
            text=_labels(series["value"], decimals, language),
            textposition="outside",
            constraintext="none",
            hovertemplate=f"%{{y:,.{decimals}f}}",
        )
    figure.update_layout(barmode="group", showlegend=True, bargap=0.1, bargroupgap=0.25)
    known = set(with_value["year"])
    mark_missing(figure, pd.Series([y for y in years if y not in known]), language, look)
    _year_axis(figure, years)
    return figure


def figure_of(look: Look, height: int = HEIGHT) -> go.Figure:
    return go.Figure(layout={"template": template(look), "height": height, "showlegend": False})


def since_first(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The rows from the first year that has a figure; later gaps stay, they are information."""
    known = rows[list(columns)].notna().any(axis=1)
    return rows.loc[known.idxmax() :] if known.any() else rows.iloc[0:0]


def columns_by_year(
    rows: pd.DataFrame, value: str, decimals: int, name: str, look: Look, language: Language
) -> go.Figure:
    """Columns in the quiet accent, the latest one that has a figure in the accent itself."""
    figure = figure_of(look)
    latest = rows.loc[rows[value].notna(), "year"].max()
    figure.add_bar(
        x=list(rows["year"]),
        y=rows[value],
        name=name,
        meta=[value],
        marker={"color": [look.accent if y == latest else look.tint for y in rows["year"]]},
        text=_labels(rows[value], decimals, language),
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        hovertemplate=f"%{{y:,.{decimals}f}}",
    )
    if len(rows):
        _year_axis(figure, rows["year"])
        figure.update_yaxes(range=[0, _ceiling(rows, value)])
    return figure


def _ceiling(rows: pd.DataFrame, value: str) -> float:
    """Room above the tallest column for its label, also beside a plan or a part of a year."""
    beside = [c for c in (value, *BESIDE) if c in rows]
    return float(rows[beside].astype("float64").max().max()) * 1.18


def _add_part_years(figure: go.Figure, rows: pd.DataFrame, language: Language, look: Look) -> None:
    months = [
        language.text("charts.to_month", month=int(m), name=language.month(int(m)))
        for m in rows["to_date_month"]
    ]
    values = _labels(rows["completed_to_date"], 1, language)
    figure.add_bar(
        x=rows["year"],
        y=rows["completed_to_date"],
        name=language.text("charts.completed_to_date", months=language.listed(months)),
        meta=["completed_to_date", "to_date_month"],
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
        hovertemplate="%{y:,.1f} (%{customdata})",
    )


def bars(names: list[str], values: list, words: list[str], look: Look) -> go.Figure:
    """Horizontal bars from the bottom up, each with its value in words beside it."""
    figure = figure_of(look, height=72 + (44 if len(names) <= MOST_TALL_BARS else 28) * len(names))
    figure.add_bar(
        x=values,
        y=["<br>".join(wrap(name, LONGEST_BAR_NAME, break_long_words=False)) for name in names],
        orientation="h",
        marker={"color": look.accent},
        text=words,
        textposition="outside",
        constraintext="none",
        cliponaxis=False,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    figure.update_layout(hovermode="closest")
    # The words beside the longest bar get their room in pixels, whatever the chart's width.
    figure.update_layout(margin={"r": 16 + max((_pixels(word) for word in words), default=0)})
    figure.update_xaxes(visible=False, rangemode="tozero")
    figure.update_yaxes(
        showgrid=False, tickfont={"color": look.ink}, type="category", tickmode="linear", dtick=1
    )
    return figure


def _pixels(words: str) -> int:
    """About how wide a text is drawn at 13 pixels: Chinese is square, the rest is half of it."""
    return sum(13 if ord(sign) > 0x2E80 else 8 for sign in words)


def _add_line(
    figure: go.Figure, series: pd.DataFrame, colour: str, name: str, decimals: int, unit: str
) -> None:
    points = _points(series)
    figure.add_scatter(
        x=[year for year, _, _ in points],
        y=[value for _, value, _ in points],
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2},
        marker={"size": 8, "color": colour, "symbol": [symbol for _, _, symbol in points]},
        hovertemplate=f"%{{y:,.{decimals}f}}{unit}",
    )


def _points(series: pd.DataFrame) -> list[tuple]:
    """Year, value and symbol; a break has an empty point before it, so that no line crosses."""
    points = []
    for year, row in series.iterrows():
        if row.get("is_break") is True:
            points.append((year, None, "circle"))
        hollow = row.get("obs_status") in ("P", "E")
        points.append((year, row["value"], "circle-open" if hollow else "circle"))
    return points


def mark_breaks(figure: go.Figure, rows: pd.DataFrame, language: Language, look: Look) -> None:
    """A thin line before a year that starts a break after earlier figures, and whose it is."""
    if "is_break" not in rows:
        return
    since = rows.groupby("ref_area")["year"].transform("min")
    broken = rows[rows["is_break"].astype(bool) & (rows["year"] > since)]
    several = rows["ref_area"].nunique() > 1
    for turn, (year, part) in enumerate(broken.groupby("year")):
        areas = [_name(rows, area, language) for area in part["ref_area"]] if several else []
        figure.add_vline(x=year - 0.5, line={"color": look.muted, "width": 1, "dash": "dot"})
        figure.add_annotation(
            x=year - 0.5,
            y=1,
            yref="y domain",
            yanchor="bottom",
            yshift=14 * (turn % 2),  # two words of neighbours stand above each other
            # Towards the middle, where there is room for it.
            xanchor="left" if year <= rows["year"].median() else "right",
            text=language.text("charts.broken", areas=language.listed(areas)).strip(),
            showarrow=False,
            font={"color": look.muted, "size": 12},
        )
    if len(broken):
        figure.update_layout(margin={"t": 28 + 14 * (broken["year"].nunique() > 1)})


def _name_ends(figure: go.Figure, decimals: int, language: Language, look: Look) -> None:
    """Each line's name and last value beside its last point, pushed apart where they touch."""
    ends = []
    for trace in figure.data:
        known = [(x, y) for x, y in zip(trace.x, trace.y, strict=True) if not pd.isna(y)]
        ends.append((*known[-1], trace))
    values = [y for trace in figure.data for y in trace.y if not pd.isna(y)]
    pixel = (max(values) - min(values) or 1) / (HEIGHT - 70)
    last, room, shown = max(x for x, _, _ in ends), 0, None
    for x, y, trace in sorted(ends, key=lambda end: end[1]):
        words = f"{trace.name} {language.number(y, decimals)}"
        # A line that ends a year before the last would have its name under the others' points.
        at = last if last - x == 1 else x
        room = max(room, _pixels(words) - NARROWEST_YEAR * (last - at))
        shown = y if shown is None else max(y, shown + 17 * pixel)
        figure.add_annotation(
            x=at,
            y=y,
            text=words,
            showarrow=False,
            xanchor="left",
            xshift=10,
            yshift=(shown - y) / pixel,
            font={"color": trace.line.color if trace.line.color == look.accent else look.muted},
        )
    figure.update_layout(margin={"r": 16 + room})


def _year_axis(figure: go.Figure, years: Sequence[int], most: int = MOST_YEAR_LABELS) -> None:
    """Whole years, level; the latest always labelled, and at most `most` of them."""
    first, last = int(min(years)), int(max(years))
    figure.update_layout(meta=[first, last])  # the table shows the same years
    figure.update_xaxes(
        tickmode="linear",
        tick0=last,
        dtick=math.ceil((last - first + 1) / most),
        tickformat="d",
        tickangle=0,
        range=[first - 0.6, last + 0.6],
    )
    if last - first >= MOST_YEAR_LABELS:
        # Side by side on a phone, values of 13 pixels would run into each other.
        figure.update_traces(textfont={"size": 11}, selector={"type": "bar"})


def mark_missing(figure: go.Figure, years: pd.Series, language: Language, look: Look) -> None:
    """缺 at the foot of a year without a figure, so that nobody reads the gap as zero."""
    for year in years:
        figure.add_annotation(
            x=int(year),
            y=0,
            text=language.text("app.missing"),
            showarrow=False,
            yanchor="bottom",
            font={"color": look.muted, "size": 12},
        )


def _labels(values: pd.Series, decimals: int, language: Language) -> list[str]:
    return ["" if pd.isna(v) else language.number(float(v), decimals) for v in values]


def _starts(row: object, language: Language) -> str:
    count = language.text("charts.project_count", count=language.number(row.projects))
    if pd.isna(row.total_investment):
        return count
    investment = language.number(row.total_investment, 2)
    return language.text("charts.starts", count=count, investment=investment)


def _members(row: object, language: Language) -> str:
    if pd.isna(row.members):
        return language.text("app.missing_cell")
    value = language.number(row.members)
    if pd.isna(row.share_pct):
        return value
    share = language.number(row.share_pct, 1)
    return language.text("charts.value_and_share", value=value, share=share)


def _ranked(row: object, language: Language) -> str:
    if pd.isna(row.new_five_above_enterprises):
        return ""
    value = language.number(row.new_five_above_enterprises)
    if pd.isna(row.new_five_above_rank_in_city):
        return value
    rank = language.text("charts.rank_in_city", rank=int(row.new_five_above_rank_in_city))
    return f"{value}<br>{rank}"


def _shared(row: object, language: Language) -> str:
    if pd.isna(row.new_market_entities):
        return ""
    value = language.number(row.new_market_entities)
    if pd.isna(row.share_of_city_pct):
        return value
    share = language.text("charts.share_of_city", share=language.number(row.share_of_city_pct, 1))
    return f"{value}<br>{share}"


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


def _is_home(rows: pd.DataFrame, area: str) -> bool:
    return bool(rows.loc[rows["ref_area"] == area, "is_home"].iloc[0])


def _name(rows: pd.DataFrame, area: str, language: Language) -> str:
    return str(rows.loc[rows["ref_area"] == area, f"name_{language.code}"].iloc[0])
