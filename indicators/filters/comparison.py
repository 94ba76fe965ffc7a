"""What is looked at or compared: an indicator, a year in which counties published it, a view."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from indicators import store
from indicators.filters import visit, widgets
from indicators.filters.choice import Selection
from indicators.filters.fields import Code, OneOf, Text
from indicators.filters.sidebar import names_by_code
from indicators.language import Language
from indicators.markdown import verbatim
from indicators.rows import Row, each

INDICATOR = Code("indicator", "compared-indicator", table="indicators")
YEAR = Text("year", "compared-year")
VIEW = OneOf("view", "compared-view", options=("growth", "index"))
BASE = Text("base", "compared-base")  # the year that is 100
COUNTY = Code("county", "compared-county", table="areas")  # the one whose figures stand beside ours
FIELDS = (INDICATOR, YEAR, VIEW, BASE, COUNTY)


@dataclass(frozen=True)
class Compared:
    """An indicator, as a row of the query `indicators`, and a year."""

    indicator: Row
    year: int
    beside: Row | None  # what to show of city, province and country: levels would say nothing

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.indicator.indicator


def choose_compared(selection: Selection) -> Compared:
    """Draw the two filters above the charts; stops the page where nothing can be compared."""
    language = selection.language
    rows = _comparable(selection)
    if rows.empty:
        st.info(language.text("comparison.none"))
        st.stop()
    names = dict(zip(rows["indicator"], rows[f"name_{language.code}"], strict=True))
    code = _chosen(INDICATOR, names, language)
    years = _years(rows[rows["indicator"] == code], language)
    year = _chosen(YEAR, years, language)
    what, when = st.columns([2, 1])
    with what:
        widgets.select(INDICATOR, names, code, language.text("comparison.indicator"), language)
    with when:
        widgets.select(YEAR, years, year, language.text("comparison.year"), language)
    indicator = row_of(code)
    if indicator.kind in ("flow", "stock"):
        rows = store.query("indicators").rows
        growth = each(rows[rows["growth_of"] == code])
        return Compared(indicator, int(year), next(growth, None))
    return Compared(indicator, int(year), indicator)


def choose_indicator(selection: Selection) -> Row:
    """Draw the choice of one indicator of the district; returns its row of `indicators`."""
    language = selection.language
    reported = {"area": selection.home, "sectors": list(selection.sectors)}
    names = store.kept(names_by_code, store.query("reported_indicators", **reported), language)
    if not names:
        st.info(language.text("indicator.none"))
        st.stop()
    code = _chosen(INDICATOR, names, language)
    widgets.select(INDICATOR, names, code, language.text("comparison.indicator"), language)
    return row_of(code)


def choose_view(compared: Compared, bases: Mapping[str, str], language: Language) -> str:
    """Draw the switch between growth and index of the city, province and country.

    An index needs a base year that two areas share; empty where there is neither.
    """
    views = ["growth"] if compared.beside else []
    views += ["index"] if bases else []
    if len(views) < 2:
        return next(iter(views), "")
    labels = {view: language.text(f"comparison.view_{view}") for view in views}
    view = widgets.valid(VIEW, views, language)
    return widgets.switch(VIEW, labels, view, language.text("comparison.view"), language)


def base_years(compared: Compared, selection: Selection) -> dict[str, str]:
    """The years on which the compared level can be indexed; those of the district first."""
    if compared.indicator.kind not in ("flow", "stock"):
        return {}
    years = store.query(
        "base_years", indicator=compared.code, areas=list(selection.lineage), **selection.years
    )
    return {str(row.year): selection.language.year(row.year) for row in each(years.rows)}


def choose_base(bases: Mapping[str, str], language: Language) -> int:
    """Draw the choice of the year that is 100."""
    year = widgets.valid(BASE, list(bases), language)
    return int(widgets.select(BASE, bases, year, language.text("comparison.base"), language))


def choose_county(selection: Selection) -> str:
    """Draw the choice of another county of the city; empty where there is none."""
    language = selection.language
    rows = store.query("areas").rows
    sisters = rows[(rows["level"] == "county") & rows["parent"].isin(selection.lineage[1:2])]
    names = names_by_code(sisters[~sisters["is_home"].astype(bool)], language)
    if not names:
        return ""
    county = widgets.valid(COUNTY, list(names), language)
    return widgets.select(COUNTY, names, county, language.text("comparison.county"), language)


def is_comparable(indicator: str, selection: Selection) -> bool:
    """Whether two counties or more published the indicator in a year that is chosen."""
    return indicator in set(_comparable(selection)["indicator"])


def row_of(indicator: str) -> Row:
    """The row of the query `indicators` that defines one of them."""
    rows = store.query("indicators").rows
    return next(each(rows[rows["indicator"] == indicator]))


def _comparable(selection: Selection) -> pd.DataFrame:
    years = {"sectors": list(selection.sectors), **selection.years}
    return store.query("comparable_years", **years).rows


def _chosen(field: Text, names: Mapping[str, str], language: Language) -> str:
    """A link, or another page, may name what cannot be shown here: say what is shown instead."""
    code = visit.choice()[field]
    if code in names:
        return code
    first = next(iter(names))
    if code:
        asked = names_by_code(store.query("indicators").rows, language).get(code, code)
        words = language.text("comparison.fallback", asked=asked, name=names[first])
        st.caption(verbatim(words))
    return first


def _years(rows: pd.DataFrame, language: Language) -> dict[str, str]:
    """Year → 2020年（10个县区), the one with most counties first."""
    return {
        str(row.year): language.text(
            "comparison.choice", year=language.year(row.year), count=int(row.counties)
        )
        for row in each(rows)
    }
