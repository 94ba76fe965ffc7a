"""What the comparison is about: an indicator and a year that two or more counties published."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from indicators import filters, store
from indicators.filters import Selection
from indicators.language import Language


@dataclass(frozen=True)
class Compared:
    """An indicator, as a row of the query `indicators`, and a year."""

    indicator: object
    year: int
    beside: object | None  # what to show of city, province and country: levels would say nothing

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.indicator.indicator


def draw(selection: Selection) -> Compared:
    """Draw the two filters above the charts; stops the page where nothing can be compared."""
    spoken = selection.language
    known = store.query("comparable_years", sectors=list(selection.sectors), **selection.years)
    if known.empty:
        st.info(spoken.text("comparison.none"))
        st.stop()
    asked = st.session_state["choice"]
    names = dict(zip(known["indicator"], known[f"name_{spoken.code}"], strict=True))
    indicator = asked.indicator if asked.indicator in names else next(iter(names))
    _say_fallback(asked.indicator, indicator, names[indicator], spoken)
    years = _years(known, indicator, spoken)
    year = asked.year if asked.year in years else next(iter(years))
    what, when = st.columns([2, 1])
    with what:
        _choose("indicator", names, indicator, spoken)
    with when:
        _choose("year", years, year, spoken)
    rows = store.query("indicators")
    chosen = _first(rows[rows["indicator"] == indicator])
    if chosen.kind in ("flow", "stock"):
        return Compared(chosen, int(year), _first(rows[rows["growth_of"] == indicator]))
    return Compared(chosen, int(year), chosen)


def choose_view(compared: Compared, bases: dict[str, str], spoken: Language) -> str:
    """Draw the switch between growth and index of the city, province and country.

    An index needs a base year that two areas share; empty where there is neither.
    """
    views = ["growth"] if compared.beside else []
    views += ["index"] if bases else []
    if len(views) < 2:
        return next(iter(views), "")
    return st.segmented_control(
        spoken.text("comparison.view"),
        views,
        format_func=lambda view: spoken.text(f"comparison.view_{view}"),
        default=views[0],
        key=f"compared-view-{spoken.code}",
        required=True,
    )


def base_years(compared: Compared, selection: Selection) -> dict[str, str]:
    """The years on which the compared level can be indexed; those of the district first."""
    if compared.indicator.kind not in ("flow", "stock"):
        return {}
    rows = store.query(
        "base_years", indicator=compared.code, areas=list(selection.lineage), **selection.years
    )
    return {str(row.year): selection.language.year(row.year) for row in rows.itertuples()}


def choose_base(bases: dict[str, str], spoken: Language) -> int:
    """Draw the choice of the year that is 100."""
    return int(
        st.selectbox(
            spoken.text("comparison.base"),
            list(bases),
            format_func=bases.__getitem__,
            key=f"compared-base-{spoken.code}",
        )
    )


def is_comparable(indicator: str, selection: Selection) -> bool:
    """Whether two counties or more published the indicator in a year that is chosen."""
    known = store.query("comparable_years", sectors=list(selection.sectors), **selection.years)
    return indicator in set(known["indicator"])


def choose_indicator(selection: Selection) -> object:
    """Draw the choice of one indicator of the district; returns its row of `indicators`."""
    spoken = selection.language
    reported = {"area": selection.home, "sectors": list(selection.sectors)}
    names = store.kept(
        filters.names_by_code, store.query("reported_indicators", **reported), spoken
    )
    if not names:
        st.info(spoken.text("indicator.none"))
        st.stop()
    asked = st.session_state["choice"].indicator
    code = asked if asked in names else next(iter(names))
    _say_fallback(asked, code, names[code], spoken)
    _choose("indicator", names, code, spoken)
    rows = store.query("indicators")
    return _first(rows[rows["indicator"] == code])


def _say_fallback(asked: str, shown: str, name: str, spoken: Language) -> None:
    """A link, or another page, may ask for what cannot be shown here: say what is shown instead."""
    if asked and asked != shown:
        st.caption(spoken.text("comparison.fallback", asked=asked, name=name))


def _first(rows: pd.DataFrame) -> object | None:
    return next(rows.itertuples(), None)


def _years(known: pd.DataFrame, indicator: str, spoken: Language) -> dict[str, str]:
    """Year → 2020年（10个县区), the one with most counties first."""
    rows = known[known["indicator"] == indicator]
    return {
        str(row.year): spoken.text(
            "comparison.choice", year=spoken.year(row.year), count=int(row.counties)
        )
        for row in rows.itertuples()
    }


def _choose(field: str, names: dict[str, str], chosen: str, spoken: Language) -> None:
    key = f"compared-{field}-{spoken.code}"
    st.session_state[key] = chosen
    st.selectbox(
        spoken.text(f"comparison.{field}"),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=filters.take,
        args=(field, key),
    )
