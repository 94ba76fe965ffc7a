"""Exhibits on a page: in rows, each where its reader wants to see its sectors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from indicators.exhibits import wording
from indicators.exhibits.exhibit import Exhibit
from indicators.filters import Selection
from indicators.gate import Problem, listing
from indicators.gate.listing import MARKS
from indicators.language import Language
from indicators.markdown import verbatim
from indicators.takeaway import card

# Of a thousand nobody reads each; the table has them all.
MOST_CAUSES, MOST_PLACES = 50, 5
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
    """What there is to say of files; that there is nothing, where that is so.

    Each cause is told once, the gravest first, in lines that wrap, with some of its places; all
    of them are in a table.
    """
    language = selection.language
    if not problems:
        st.success(language.text("data.no_problems"))
        return
    by_cause: dict[str, list[Problem]] = {}
    for problem in sorted(problems, key=lambda problem: list(MARKS).index(problem.severity)):
        said = replace(problem, more=0) if problem.expected_zh else problem
        cause = f"{MARKS[problem.severity]} {said.advice(language.code)}"
        by_cause.setdefault(cause, []).append(problem)
    causes = list(by_cause.items())[:MOST_CAUSES]
    st.markdown("\n".join(_cause(cause, places, language) for cause, places in causes))
    with st.expander(language.text("data.as_table", count=language.number(len(problems)))):
        cells = listing.rows(problems, language.code)
        listed(cells, language.text("data.problems"), selection)


def _cause(cause: str, problems: Sequence[Problem], language: Language) -> str:
    """A cause with the first of its places; how many more there are, listed or not."""
    places = [_place(problem, language) for problem in problems[:MOST_PLACES]]
    if more := sum(problem.more or 1 for problem in problems[MOST_PLACES:]):
        places.append(language.text("data.more_places", count=language.number(more)))
    return "\n".join(
        [f"- **{verbatim(cause)}**", *(f"    - {verbatim(place)}" for place in places)]
    )


def _place(problem: Problem, language: Language) -> str:
    place = problem.place(language.code)
    if not problem.found:
        return place
    return language.text("data.place_and_found", place=place, found=problem.found)


def links(language: Language) -> dict[str, ColumnConfig]:
    """How a list shows addresses: an indicator's page, and a document's."""
    opens = st.column_config.LinkColumn(display_text=language.text("data.open"))
    return {language.text(f"columns.{key}"): opens for key in ("page", "url")}
