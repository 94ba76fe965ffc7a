"""Exhibits on a page: in rows, each where its reader wants to see its sectors."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from indicators.exhibits import wording
from indicators.exhibits.exhibit import Exhibit
from indicators.filters import Selection
from indicators.gate import Problem, listing
from indicators.language import Language
from indicators.takeaway import card

Rows = Sequence[Sequence[Exhibit]]


def lay(rows: Rows, selection: Selection) -> None:
    """Draw the exhibits of a page; those of other sectors leave their place to the next ones."""
    for row in rows:
        included = [exhibit for exhibit in row if exhibit.includes(selection)]
        if included:
            beside(selection, included, widths=[1] * len(row))


def beside(
    selection: Selection, exhibits: Sequence[Exhibit], widths: Sequence[int] = (1, 1)
) -> None:
    """Draw some exhibits side by side; one that has a row for itself is as wide as the page."""
    if len(widths) == 1:
        exhibits[0].show(selection)
        return
    for place, exhibit in zip(st.columns(widths, gap="large"), exhibits, strict=False):
        with place:
            exhibit.show(selection)


def sectors(rows: Rows, indicators: Iterable[str] = ()) -> set[str]:
    """The sectors that the exhibits of a page are about, and those of some indicators."""
    about = [code for row in rows for exhibit in row for code in exhibit.indicators]
    return wording.sectors_of([*about, *indicators])


def listed(cells: Sequence[Mapping[str, object]], title: str, selection: Selection) -> None:
    """A list in words, to be searched, sorted and taken away as CSV under its title."""
    st.dataframe(cells, hide_index=True, column_config=links(selection.language))
    label = selection.language.text("data.take_away")
    name = card.safe(f"{selection.district}_{title}")
    offer(f"{name}.csv", lambda: listing.table_as_csv(cells), label)


def offer(file: str, make: Callable[[], bytes], label: str) -> None:
    """A button that takes a CSV away, which is made on the click."""
    st.download_button(
        label, make, file_name=file, mime="text/csv", on_click="ignore", key=f"take-{file}"
    )


def list_problems(problems: Sequence[Problem], selection: Selection) -> None:
    """What there is to say of files; that there is nothing, where that is so."""
    language = selection.language
    if problems:
        cells = listing.rows(problems, language.code)
        listed(cells, language.text("data.problems"), selection)
    else:
        st.success(language.text("data.no_problems"))


def links(language: Language) -> dict[str, ColumnConfig]:
    """How a list shows addresses: an indicator's page, and a document's."""
    opens = st.column_config.LinkColumn(display_text=language.text("data.open"))
    return {language.text(f"columns.{key}"): opens for key in ("page", "url")}
