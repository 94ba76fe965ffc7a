"""The filters of the livelihood orders alone: whose, where, and as of which day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from indicators import gate, ledger, store
from indicators.filters import visit, widgets
from indicators.filters.choice import Selection
from indicators.filters.fields import Codes, Day, Texts
from indicators.filters.sidebar import list_problems, names
from indicators.language import Language
from indicators.markdown import verbatim

TIER = Codes("tier", "tiers", table="tiers")
TOWN = Texts("town", "towns")
AS_OF = Day("as_of", "as_of")
FIELDS = (TIER, TOWN, AS_OF)


@dataclass(frozen=True)
class Orders:
    """What is chosen of a ledger."""

    parameters: dict[str, Any]  # as its queries take it
    is_generated: bool


def draw(selection: Selection) -> Orders:
    """Draw the filters above the ledger's charts, and return what is chosen.

    Stops the page where there is no ledger, or one that is refused, after saying what to do.
    """
    language = selection.language
    try:
        with st.spinner(language.text("orders.reading")):
            opened = store.orders()
    except gate.Refused as refused:
        _say_what_to_mend(refused.problems, language)
        opened = None
    else:
        if opened is None:
            st.info(language.text("orders.no_ledger"))
            with st.expander(language.text("orders.keeper")):
                st.markdown(language.text("orders.how_to_keep"))
    if opened is None:
        _offer_template(language)
        st.stop()
    facts = store.query_orders("order_ledger").rows.iloc[0]
    last_day: date = facts["last_day"]
    as_of = min(visit.choice()[AS_OF] or last_day, last_day)
    towns = list(store.query_orders("order_towns", as_of=as_of).rows["town"])
    whose, where, when = st.columns([2, 3, 1])
    with whose:
        _several(TIER, names("tiers", language), language)
    with where:
        _several(TOWN, {town: town for town in towns}, language)
    with when:
        _choose_day(as_of, date(int(facts["first_year"]), 1, 1), last_day, language)
    choice = visit.choice()
    parameters = {
        **selection.years,
        "sectors": list(selection.sectors),
        "tiers": [*choice[TIER]],
        "towns": [town for town in choice[TOWN] if town in towns],
        "as_of": as_of,
    }
    _say_what_is_left_out(facts, parameters, language)
    return Orders(parameters, bool(facts["is_generated"]))


def _say_what_is_left_out(facts: pd.Series, parameters: dict[str, Any], language: Language) -> None:
    """That a ledger is generated; and how many orders the years and the day leave out."""
    everything = parameters | {"sectors": [], "tiers": [], "towns": []}
    counted = store.query_orders("orders_by_stage", **everything).rows.iloc[0]["items"]
    outside = int(facts["orders"] - counted)
    if facts["is_generated"]:
        st.warning(language.text("orders.generated_warning"))
    if outside:
        count = language.number(outside)
        st.caption(verbatim(language.text("orders.outside", count=count)))


def _say_what_to_mend(problems: tuple[gate.Problem, ...], language: Language) -> None:
    to_mend = tuple(p for p in problems if p.severity == "refused")
    count = language.number(sum(problem.places for problem in to_mend))
    st.error(verbatim(language.text("orders.refused", count=count)))
    list_problems(to_mend, language)


def _offer_template(language: Language) -> None:
    st.download_button(
        language.text("orders.template"),
        "\ufeff" + ",".join(ledger.COLUMNS) + "\r\n",
        file_name=language.text("orders.template_file"),
        mime="text/csv",
        on_click="ignore",
    )


def _several(field: Texts, options: dict[str, str], language: Language) -> None:
    labels = (language.text(f"orders.{field.key}"), language.text(f"orders.all_{field.key}"))
    chosen = visit.choice()[field]
    widgets.several(field, options, chosen, labels, language)


def _choose_day(as_of: date, first: date, last: date, language: Language) -> None:
    st.date_input(
        language.text("orders.as_of"),
        min_value=first,
        max_value=last,
        help=language.text("orders.as_of_help"),
        **widgets.bound(AS_OF, as_of, language),
    )
