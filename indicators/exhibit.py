"""One exhibit of a page: a chart, its caption, its sources, and what to say when it is empty."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from indicators import card, store
from indicators.filters import Selection
from indicators.language import Language
from indicators.style import LIGHT, Look

Chart = Callable[[pd.DataFrame, Language, Look], go.Figure]


def show(
    chart: Chart,
    rows: pd.DataFrame,
    selection: Selection,
    *,
    name: str,
    measures: Sequence[str],
    columns: dict[str, str],
    indicators: Sequence[str],
    areas: Sequence[str] = (),
    place: str = "",
    extra_note: str = "",
    **options: object,
) -> None:
    """Draw `chart(rows)` as the exhibit `name` of the catalogue.

    `measures` are the columns that hold its figures (the first one is read out); `columns` maps
    the columns of the downloaded CSV to keys of the catalogue's [columns]; `indicators` and
    `areas` (default: the district) are those whose sources are named. `place` is the area's name
    where it is not the district; `extra_note` is what the rows themselves give reason to say.
    Where no measure has a figure, a sentence says so and names the latest period that has one.
    """
    spoken = selection.language
    areas = list(areas) or [selection.home]
    if rows.empty or rows[list(measures)].isna().all(axis=None):
        _say_empty(name, selection, indicators, areas)
        return
    first, last = _span(rows, measures)
    sources = store.query(
        "sources_by_indicator",
        indicators=list(indicators),
        areas=areas,
        first_year=first,
        last_year=last,
    )
    title = spoken.text(f"exhibits.{name}.title")
    card.show(
        _figure(chart, rows, spoken, selection.look, **options),
        rows,
        card.Caption(
            title=title,
            subtitle=_subtitle(name, place, selection),
            note=" ".join([spoken.text(f"exhibits.{name}.note"), extra_note]).strip(),
            source=_source_line(sources, spoken),
            as_of=_as_of(sources, spoken),
            district=selection.district,
            years=str(last) if first == last else f"{first}-{last}",
        ),
        key=name,
        language=spoken,
        alt=_alt(title, rows, measures[0], spoken),
        columns={column: spoken.text(f"columns.{key}") for column, key in columns.items()},
        image_figure=_figure(chart, rows, spoken, LIGHT, **options),
    )


def _figure(
    chart: Chart, rows: pd.DataFrame, language: Language, look: Look, **options: object
) -> go.Figure:
    """The figure, built once for the same rows: building is the dearest part of a rerun."""
    draw = partial(chart, rows, language, look, **options)
    kind = f"{chart.__name__}-{sorted(options.items())}"
    return _drawn(kind, language.code, look.name, rows, draw)


@st.cache_resource(show_spinner=False, max_entries=500)
def _drawn(
    chart: str, language: str, look: str, rows: pd.DataFrame, _draw: Callable[[], go.Figure]
) -> go.Figure:
    return _draw()


def _say_empty(
    name: str, selection: Selection, indicators: Sequence[str], areas: list[str]
) -> None:
    spoken = selection.language
    ever = store.query(
        "sources_by_indicator",
        indicators=list(indicators),
        areas=areas,
        first_year=1900,
        last_year=2999,
    )
    years = spoken.years(selection.first_year, selection.last_year)
    st.subheader(spoken.text(f"exhibits.{name}.title"), anchor=False)
    if ever.empty:
        st.info(spoken.text("app.nothing", years=years))
        return
    last = spoken.year(int(str(ever["last_period"].max())[:4]))
    st.info(spoken.text("app.nothing_but", years=years, last=last))


def _subtitle(name: str, place: str, selection: Selection) -> str:
    years = selection.language.years(selection.first_year, selection.last_year)
    return selection.language.text(
        f"exhibits.{name}.subtitle", area=place or selection.district, years=years
    )


def _source_line(sources: pd.DataFrame, language: Language) -> str:
    """The newest document by name, and how many there are in all."""
    newest = sources.iloc[0]
    key = "app.source_undated" if pd.isna(newest["published_on"]) else "app.source_dated"
    first = language.text(
        key, publisher=newest["publisher"], title=newest["title"], date=newest["published_on"]
    )
    if len(sources) > 1:
        first = language.text("app.sources_more", first=first, count=len(sources))
    return language.text("app.source", sources=first)


def _as_of(sources: pd.DataFrame, language: Language) -> str:
    """The latest period that any of the figures describes."""
    last = sources.sort_values("last_period").iloc[-1]
    period = language.period(last["last_period"], last["last_coverage"])
    return language.text("app.as_of", period=period)


def _span(rows: pd.DataFrame, measures: Sequence[str]) -> tuple[int, int]:
    """The first and the last year that has a figure."""
    years = rows.loc[rows[list(measures)].notna().any(axis=1), "year"]
    return int(years.min()), int(years.max())


def _alt(title: str, rows: pd.DataFrame, measure: str, language: Language) -> str:
    """The chart read out: its title and every figure of its first measure."""
    label = f"name_{language.code}"
    parts = []
    for row in rows[rows[measure].notna()].to_dict("records"):
        who = f"{row[label]} " if label in row else ""
        parts.append(f"{who}{language.year(row['year'])} {row[measure]:g}")
    return f"{title}: {language.listed(parts)}"
