"""What names its own source: tables and lists of named things, and a text about some figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from indicators import store
from indicators.exhibits import wording
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.layout import listed
from indicators.filters import Selection
from indicators.markdown import verbatim
from indicators.sentences.documents import as_of, documents_of, source_line
from indicators.takeaway.card import Caption, Notes


@dataclass(frozen=True)
class Table(Exhibit):
    """A list of named things, each with its own source, as a table in words."""

    draws = False

    def has_figures(self, rows: pd.DataFrame) -> bool:
        """Whether anything is listed."""
        return not rows.empty

    def drawn(self, rows: pd.DataFrame, selection: Selection) -> tuple[pd.DataFrame, None]:
        """Its cells in words; there is no image of a table."""
        language = selection.language
        columns = wording.headers(self, rows, language)
        cells = rows[list(columns)].astype(object).rename(columns=columns)
        return cells.where(cells.notna(), language.text("app.missing_cell")), None

    def words_around(
        self, rows: pd.DataFrame, selection: Selection, marks: Sequence[str]
    ) -> tuple[Caption, Notes, str]:
        """What is said around it; the documents are those that its rows name."""
        language, sources = selection.language, documents_of(rows)
        title = wording.title(self, selection)
        listed = rows[list(wording.headers(self, rows, language))]
        explained = ["not_stated"] if listed.isna().any(axis=None) else []
        notes = [wording.text(self, "note", language), wording.explained(explained, language)]
        caption = Caption(
            masthead=wording.masthead(selection),
            title=title,
            sentence="",
            subtitle=wording.text(self, "subtitle", language, area=selection.district),
            note=" ".join(filter(None, notes)),
            source=source_line(sources, language),
            as_of="",
            district=selection.district,
            years="",
        )
        return caption, wording.notes(self, rows, sources, selection), title

    def say_empty(self, selection: Selection) -> None:
        """That nothing is listed of the sectors that are chosen."""
        st.header(verbatim(wording.title(self, selection)), anchor=False)
        st.info(verbatim(selection.language.text("app.nothing_listed")))


@dataclass(frozen=True)
class Text(Exhibit):
    """What is said of some figures of the district, with its source."""

    draws = False

    def show(self, selection: Selection) -> None:
        """Write it under its title."""
        language = selection.language
        subtitle = wording.text(self, "subtitle", language, area=selection.district)
        st.header(verbatim(wording.title(self, selection)), anchor=False)
        st.caption(verbatim(subtitle))
        st.markdown(verbatim(wording.own_sentence(self, selection)))
        sources = store.query(
            "sources_by_indicator",
            indicators=list(self.indicators),
            areas=[selection.home],
            **selection.years,
        ).rows
        if not sources.empty:
            line = f"{source_line(sources, language)}　{as_of(sources, language)}"
            st.caption(verbatim(line))


@dataclass(frozen=True)
class Listing(Exhibit):
    """All that a query answers, in words: to be searched, sorted and taken away as CSV.

    The title names the file.
    """

    draws = False

    cells: Callable[..., list[dict[str, object]]] = field(kw_only=True)  # rows, language → in words

    def show(self, selection: Selection) -> None:
        """List it under its subtitle."""
        language = selection.language
        wanted = wording.options(self, self.cells, selection)
        cells = store.kept(self.cells, self.answer(selection), language, **wanted)
        if not cells:
            st.info(verbatim(language.text("app.nothing", years=selection.years_in_words)))
            return
        named = {"count": language.number(len(cells)), **self.words}
        st.caption(verbatim(wording.text(self, "subtitle", language, **named)))
        listed(cells, wording.text(self, "title", language, **named), selection)
