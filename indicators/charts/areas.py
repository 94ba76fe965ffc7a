"""Counties side by side: ranked bars, and a map of equal tiles that draws no border."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.bars import bars
from indicators.charts.base import (
    SOFT_SPACE,
    area_name,
    figure_of,
    pixels,
    printed,
    remember,
)
from indicators.charts.columns import filled
from indicators.charts.lines import WIDE_NAMES, values_by_area_and_year
from indicators.charts.marks import remember_hollow
from indicators.charts.years import year_axis
from indicators.language import Language
from indicators.rows import Row, each
from indicators.sentences.amounts import ordinal
from indicators.style import Look

TILE_HEIGHT = 92
MOST_CLASSES = 5
SHADES = (0.1, 0.2, 0.3, 0.42, 0.56)  # of the accent, on which the ink is still read
INDEX_DECIMALS = 1


def ranks_by_area(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int, unit: str
) -> go.Figure:
    """Best first, the home area in the accent, the rest in grey; only those with a figure.

    What is preliminary, estimated or from a copy is hollow.
    """
    rows = rows[rows["value"].notna()].iloc[::-1]
    words = [_value_and_rank(row, language, decimals, unit) for row in each(rows)]
    names = [language.label(row, "name") for row in each(rows)]
    figure = bars(names, list(rows["value"]), words, look)
    colours = [look.accent if home else look.context[2] for home in rows["is_home"]]
    remember_hollow(figure, rows, "value")
    return figure.update_traces(marker=filled(rows, colours, look))


def ranks_by_area_and_year(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int
) -> go.Figure:
    """A line of places a county, the first at the top, each named with its last one.

    The home area in the accent and drawn last, the rest in grey. Years that do not compare are not
    joined.
    """
    figure = figure_of(look)
    names = {area: area_name(rows, area, language) for area in rows["ref_area"].unique()}
    for area in reversed(names):  # the home area comes first
        _add_places(figure, rows[rows["ref_area"] == area], names[area], language, look, decimals)
    ends = [f"{int(trace.y[-1])} {trace.name}" for trace in figure.data]
    for trace, words in zip(figure.data, ends, strict=True):
        figure.add_annotation(
            x=trace.x[-1],
            y=trace.y[-1],
            name=trace.name,  # an image finds its own place for it
            text=words,
            showarrow=False,
            xanchor="left",
            xshift=8,
            font={"color": look.accent if trace.meta else look.muted},
        )
    remember(
        figure, names={t.name: [words, words] for t, words in zip(figure.data, ends, strict=True)}
    )
    figure.update_layout(margin={"r": 16 + max(map(pixels, ends))}, hovermode="closest")
    figure.update_yaxes(range=[rows["ranked"].max() + 0.5, 0.5], tick0=1, dtick=1, showgrid=False)
    # The names take room from the years: fewer of them are labelled.
    year_axis(figure, sorted(set(rows["year"])), 6 if figure.layout.margin.r < WIDE_NAMES else 3)
    return figure


def _add_places(
    figure: go.Figure, rows: pd.DataFrame, name: str, language: Language, look: Look, decimals: int
) -> None:
    """One county's places."""
    points = list(_points(rows))
    is_home = bool(rows["is_home"].iloc[0])
    figure.add_scatter(
        x=[year for year, _ in points],
        y=[row and row.rank for _, row in points],
        name=name,
        meta={"home": True} if is_home else None,
        legendrank=1 if is_home else 2,
        text=["" if row is None else str(row.rank) for _, row in points],
        hovertext=["" if row is None else _on_hover(row, language, decimals) for _, row in points],
        hovertemplate="%{x} %{hovertext}<extra></extra>",
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": look.accent if is_home else look.context[2], "width": 4 if is_home else 1.5},
        marker={"size": 10 if is_home else 5},
    )


def _points(rows: pd.DataFrame) -> Iterator[tuple[int, Row | None]]:
    """Each year with its row; an empty point stands before a year that does not compare."""
    for row in each(rows):
        if row.is_break:
            yield row.year, None
        yield row.year, row


def tiles_by_area(
    rows: pd.DataFrame, language: Language, look: Look, *, decimals: int, unit: str
) -> go.Figure:
    """One equal tile a county, roughly where it lies; the darker, the higher its value.

    In classes of values that lie together, with a key below the tiles.
    """
    rows = rows[rows["tile_row"].notna()]
    down = int(rows["tile_row"].max())
    across = int(rows["tile_column"].max())
    figure = figure_of(look, height=24 + TILE_HEIGHT * (down + 1))
    classes = _classes(rows["value"].dropna())
    for row in each(rows):
        _tile(figure, row, _shade(row.value, classes), language, look, decimals)
    remember(figure, across=across)  # by which an image knows how wide a tile is
    _key(figure, classes, (across, down), language, look, decimals)
    figure.add_scatter(
        x=list(rows["tile_column"]),
        y=list(rows["tile_row"]),
        mode="markers",
        marker={"size": 60, "opacity": 0},
        text=[_on_hover(row, language, decimals, unit) for row in each(rows)],
        hovertemplate="%{text}<extra></extra>",
    )
    figure.update_xaxes(range=[0.45, across + 0.55], visible=False)
    figure.update_yaxes(range=[down + 1.4, 0.45], visible=False)
    return figure.update_layout(hovermode="closest")


def _classes(values: pd.Series) -> list[list[float]]:
    """At most five groups of values, from the lowest, cut where they lie farthest apart.

    That is where the squared distances within the groups are least (Jenks).
    """
    known = sorted(set(map(float, values)))

    def cut(at: tuple[int, ...]) -> list[list[float]]:
        ends = (0, *at, len(known))
        return [known[a:b] for a, b in pairwise(ends)]

    def spread(groups: list[list[float]]) -> float:
        return sum((v - sum(group) / len(group)) ** 2 for group in groups for v in group)

    cuts = combinations(range(1, len(known)), min(MOST_CLASSES, len(known)) - 1)
    return min(map(cut, cuts), key=spread) if known else []


def _shade(value: float, classes: list[list[float]]) -> float | None:
    """How dark the tile of a value is; none where there is no value."""
    if pd.isna(value):
        return None
    place = next(n for n, group in enumerate(classes) if value in group)
    return SHADES[place + MOST_CLASSES - len(classes)]


def _key(
    figure: go.Figure,
    classes: list[list[float]],
    size: tuple[int, int],
    language: Language,
    look: Look,
    decimals: int,
) -> None:
    """A strip of the classes from pale to dark, the values of each below it."""
    across, down = size
    wide = across / MOST_CLASSES
    for place, group in enumerate(classes):
        left = 0.54 + place * wide
        figure.add_shape(
            type="rect",
            x0=left,
            x1=left + wide - 0.08,
            y0=down + 0.7,
            y1=down + 0.84,
            fillcolor=look.accent,
            opacity=_shade(group[0], classes),
            line={"width": 0},
            layer="below",
        )
        ends = dict.fromkeys(language.number(value, decimals) for value in (group[0], group[-1]))
        figure.add_annotation(
            x=left,
            y=down + 0.88,
            text=f"{language.text('charts.span')}<br>".join(ends),
            showarrow=False,
            xanchor="left",
            yanchor="top",
            align="left",
            font={"size": 12, "color": look.muted},
        )


def index_by_area_and_year(rows: pd.DataFrame, language: Language, look: Look) -> go.Figure:
    """A line an area around the base year's 100; what cannot be compared is not drawn."""
    known = rows[rows["index_value"].notna()].assign(value=rows["index_value"])
    figure = values_by_area_and_year(known, language, look, decimals=INDEX_DECIMALS)
    return figure.add_hline(y=100, line={"color": look.muted, "width": 1, "dash": "dash"})


def _tile(
    figure: go.Figure,
    row: Row,
    shade: float | None,
    language: Language,
    look: Look,
    decimals: int,
) -> None:
    x, y = int(row.tile_column), int(row.tile_row)
    tile = {"x0": x - 0.46, "x1": x + 0.46, "y0": y - 0.44, "y1": y + 0.44}
    known = shade is not None
    figure.add_shape(
        type="rect",
        **tile,
        fillcolor=look.accent if known else look.paper,
        opacity=shade if known else 1,
        line={"width": 0 if known else 1, "color": look.hairline, "dash": "dot"},
        layer="below",
    )
    if row.is_home:
        figure.add_shape(
            type="rect",
            **tile,
            line={"width": 3, "color": look.accent},
        )
    value = language.number(row.value, decimals) if known else language.text("app.missing")
    figure.add_annotation(
        x=x,
        y=y,
        text=f"{printed(language.label(row, 'name')).replace(' ', SOFT_SPACE)}<br><b>{value}</b>",
        showarrow=False,
        font={"size": 13, "color": look.ink},
    )


def _value_and_rank(row: Row, language: Language, decimals: int, unit: str) -> str:
    """89.49，第1; of the units only the sign of per cent stands at every bar."""
    value = language.number(row.value, decimals) + (unit if unit == "%" else "")
    if pd.isna(row.rank):
        return language.text("comparison.value_unranked", value=value)
    return language.text(
        "comparison.value_ranked", value=value, rank=ordinal(int(row.rank), language)
    )


def _on_hover(row: Row, language: Language, decimals: int, unit: str = "") -> str:
    name = printed(language.label(row, "name"))
    if pd.isna(row.value):
        return f"{name}: {language.text('app.missing')}"
    return f"{name}: {_value_and_rank(row, language, decimals, unit)}"
