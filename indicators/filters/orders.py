"""The filters of the livelihood orders alone: whose, where, and as of which day."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from indicators import filters, ledger, store
from indicators.filters import Selection
from indicators.language import Language


@dataclass(frozen=True)
class Orders:
    """What is chosen of a ledger, as its queries take it."""

    parameters: dict[str, object]
    is_generated: bool

    @property
    def as_of(self) -> date:
        """The day of reference."""
        return self.parameters["as_of"]


def draw(selection: Selection) -> Orders:
    """Draw the filters above the ledger's charts, and return what is chosen.

    Stops the page where there is no ledger, or one that is refused, after saying what to do.
    """
    spoken = selection.language
    with st.spinner(spoken.text("orders.reading")):
        found = store.orders()
    if found.connection is None:
        _say_why(found, spoken)
        st.stop()
    facts = store.query_orders("order_ledger").iloc[0]
    last_day: date = facts["last_day"]
    tiers = store.kept(filters.names_by_code, store.query("tiers"), spoken)
    asked = st.session_state["choice"]
    as_of = min(date.fromisoformat(asked.as_of), last_day) if asked.as_of else last_day
    towns = list(store.query_orders("order_towns", as_of=as_of)["town"])
    whose, where, when = st.columns([2, 3, 1])
    with whose:
        _several("tiers", list(tiers), asked.tiers, selection, tiers.__getitem__)
    with where:
        _several("towns", towns, asked.towns, selection, str)
    with when:
        key = f"as_of-{spoken.code}"
        st.session_state[key] = as_of
        st.date_input(
            spoken.text("orders.as_of"),
            max_value=last_day,
            min_value=date(int(facts["first_year"]), 1, 1),
            key=key,
            on_change=filters.take,
            args=("as_of", key),
            help=spoken.text("orders.as_of_help"),
        )
    parameters = {
        **selection.years,
        "sectors": list(selection.sectors),
        "tiers": list(asked.tiers),
        "towns": [town for town in asked.towns if town in towns],
        "as_of": as_of,
    }
    everything = parameters | {"sectors": [], "tiers": [], "towns": []}
    counted = store.query_orders("orders_by_stage", **everything).iloc[0]["items"]
    outside = int(facts["orders"] - counted)
    if facts["is_generated"]:
        st.warning(spoken.text("orders.generated_warning"))
    if outside:
        st.caption(spoken.text("orders.outside", count=spoken.number(outside)))
    return Orders(parameters, bool(facts["is_generated"]))


def _say_why(found: ledger.Ledger, spoken: Language) -> None:
    """No ledger: what one would show. A refused one: which cells to mend. And the template."""
    if found.problems:
        st.error(spoken.text("orders.refused", count=spoken.number(found.problem_count)))
        if found.problem_count > len(found.problems):
            st.caption(spoken.text("orders.refused_first", shown=len(found.problems)))
        filters.list_problems(found.problems, spoken)
    else:
        st.info(spoken.text("orders.no_ledger"))
    st.download_button(
        spoken.text("orders.template"),
        "\ufeff" + ",".join(ledger.COLUMNS) + "\r\n",
        file_name=spoken.text("orders.template_file"),
        mime="text/csv",
        on_click="ignore",
    )


def _several(field: str, options: list[str], chosen: tuple, selection: Selection, label) -> None:
    spoken = selection.language
    key = f"{field}-{spoken.code}"
    st.session_state[key] = [code for code in chosen if code in options]
    st.multiselect(
        spoken.text(f"orders.{field}"),
        options,
        format_func=label,
        placeholder=spoken.text(f"orders.all_{field}"),
        key=key,
        on_change=filters.take,
        args=(field, key),
    )
