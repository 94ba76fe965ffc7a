"""Exhibits of a ledger: it names itself as the source, and a generated one says so everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import pandas as pd
import streamlit as st

from indicators import filters, store
from indicators.exhibits import wording
from indicators.exhibits.exhibit import Exhibit
from indicators.filters import Selection
from indicators.filters.orders import Orders
from indicators.language import Language
from indicators.markdown import verbatim
from indicators.takeaway.card import Caption, Notes


@dataclass(frozen=True)
class LedgerChart(Exhibit):
    """A chart of the orders that a reader chose of a ledger: see among()."""

    is_generated: bool = False  # whether the ledger is

    def among(self, orders: Orders) -> Self:
        """This of the orders that are chosen."""
        asks = {**orders.parameters, **self.asks}
        return replace(self, asks=asks, is_generated=orders.is_generated)

    def answer(self, selection: Selection) -> store.Answer:
        """What its query answers of the orders that are chosen."""
        return store.query_orders(self.source, **self.asks)

    def has_figures(self, rows: pd.DataFrame) -> bool:
        """Whether its rows count any order."""
        return bool(rows[self.measured[0]].fillna(0).ne(0).any())

    def words_around(
        self, rows: pd.DataFrame, selection: Selection, marks: Sequence[str]
    ) -> tuple[Caption, Notes, str]:
        """What is said around it: the choice in its note, for a picture stands by itself."""
        language, years = selection.language, selection.years_in_words
        named = {"area": selection.district, "years": years}
        caption = Caption(
            masthead=wording.masthead(selection),
            title=self.title(selection),
            sentence="" if self.is_generated else wording.own_sentence(self, selection),
            subtitle=wording.text(self, "subtitle", language, **named),
            note=" ".join(
                [wording.text(self, "note", language), _only(self.asks, language)]
            ).strip(),
            source=language.text("orders.source", district=selection.district),
            as_of=language.text("orders.as_of_day", day=language.day(self.asks["as_of"])),
            district=selection.district,
            years=f"{selection.first_year}-{selection.last_year}",
        )
        alt = f"{caption.title}: {caption.subtitle}"
        return caption, Notes(years=years, sectors=selection.sector_names), alt

    def say_empty(self, selection: Selection) -> None:
        """That the choice holds no order."""
        st.header(verbatim(self.title(selection)), anchor=False)
        st.info(verbatim(selection.language.text("orders.nothing")))

    def title(self, selection: Selection) -> str:
        """Its title, with a mark where the ledger is generated."""
        title = wording.title(self, selection)
        if not self.is_generated:
            return title
        return selection.language.text("orders.generated", title=title)


@dataclass(frozen=True)
class LedgerList(LedgerChart):
    """A list of single orders, to be searched and sorted; nothing of it is taken away."""

    draws = False

    def show(self, selection: Selection) -> None:
        """List them under their title."""
        language, rows = selection.language, self.answer(selection).rows
        st.header(verbatim(self.title(selection)), anchor=False)
        if rows.empty:
            st.info(verbatim(language.text(f"orders.{self.name}_none")))
            return
        counts = {"count": rows["in_all"].iloc[0], "shown": len(rows)}
        numbers = {name: language.number(count) for name, count in counts.items()}
        st.caption(verbatim(language.text(f"orders.{self.name}_shown", **numbers)))
        named = wording.headers(self, rows, language)
        cells = rows[list(named)]
        words = cells.astype(str).where(cells.notna(), language.text("app.missing"))
        # A number stays one, so that it can be sorted by.
        numeric = cells.select_dtypes("number")
        st.dataframe(words.assign(**numeric).rename(columns=named), hide_index=True)


def _only(chosen: Mapping[str, Any], language: Language) -> str:
    """The sectors, tiers and towns chosen, so that a picture by itself says what it shows."""
    names = {
        "sectors": filters.names("sectors", language),
        "tiers": filters.names("tiers", language),
        "towns": {town: town for town in chosen["towns"]},
    }
    groups = [[names[kind][code] for code in chosen[kind]] for kind in names]
    words = language.listed([language.listed(group) for group in groups if group])
    return language.text("orders.only", chosen=words) if words else ""
