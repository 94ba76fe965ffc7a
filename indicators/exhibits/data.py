"""The data page's sections: coverage, figures, problems, a check, changes, documents."""

from pathlib import PurePosixPath

import streamlit as st

from indicators import charts, exhibits, filters, sentences, store
from indicators.filters import Selection
from indicators.gate import listing, table_of, templates

# Indicators in one grid: more would not stand whole on a slide.
MOST_ROWS = 14


def coverage(selection: Selection) -> None:
    """The grid of one sector's indicators and the years."""
    spoken = selection.language
    names = store.kept(filters.names_by_code, store.query("sectors"), spoken)
    offered = [code for code in names if selection.includes(code)]
    sector = st.selectbox(
        spoken.text("data.sector"), offered, format_func=names.get, key=f"data-sector-{spoken.code}"
    )
    rows = store.query(
        "coverage_by_indicator_and_year", area=selection.home, sectors=[sector], **selection.years
    )
    label = f"name_{spoken.code}"
    codes = list(dict.fromkeys(rows["indicator"]))
    if not rows["published"].any():  # one empty state, not one for each part
        codes = codes[:MOST_ROWS]
    parts = [codes[at : at + MOST_ROWS] for at in range(0, len(codes), MOST_ROWS)]
    for number, part in enumerate(parts, start=1):
        key = "of_part" if len(parts) > 1 else "of_sector"
        exhibits.show(
            charts.coverage_by_indicator_and_year,
            rows[rows["indicator"].isin(part)],
            selection,
            name="coverage_by_indicator_and_year",
            part=f"{sector}-{number}",
            measures=["published"],
            columns={label: "name", "year": "year", "availability": "availability"},
            indicators=part,
            title=spoken.text(f"data.{key}", sector=names[sector], number=number, parts=len(parts)),
        )


def observations(selection: Selection) -> None:
    """Every figure of an area, to be searched, sorted and taken away."""
    spoken = selection.language
    names = store.kept(filters.names_by_code, store.query("areas"), spoken)
    area = st.selectbox(
        spoken.text("columns.area"),
        names,
        index=list(names).index(selection.home),
        format_func=names.get,
        key=f"data-area-{spoken.code}",
    )
    rows = store.query(
        "observations", area=area, sectors=list(selection.sectors), **selection.years
    )
    listed = store.kept(sentences.observation_list, rows, spoken, selection.indicator_page)
    if not listed:
        st.info(spoken.text("app.nothing", years=selection.years_in_words))
        return
    st.caption(spoken.text("data.listed", count=spoken.number(len(listed)), area=names[area]))
    st.dataframe(listed, hide_index=True, column_config=exhibits.links(spoken))
    _take_away(listed, spoken.text("data.observations_file", area=names[area]), selection)


def problems(selection: Selection) -> None:
    """What there is to say of the files in data/, and which version of each is in force."""
    spoken, shown = selection.language, store.edition()
    st.markdown(sentences.in_force(shown.files, shown.since, spoken))
    found = (*shown.problems, *store.orders().problems)
    _list_problems(found, selection, spoken.text("data.problems_file"))
    st.subheader(spoken.text("data.files"), anchor=False)
    st.dataframe(sentences.file_list(shown.files, spoken), hide_index=True)


def check(selection: Selection) -> None:
    """A file as it would be judged in data/; it is not kept."""
    spoken, names = selection.language, store.file_names()
    uploaded = st.file_uploader(spoken.text("data.upload"), type=["csv", "xlsx"])
    asked = uploaded.name if uploaded else None
    place = st.selectbox(
        spoken.text("data.instead_of"),
        names,
        index=_guess(asked, names),
        format_func=lambda name: f"data/{name}",
        key=f"data-place-{asked}",
    )
    if uploaded:
        name = str(PurePosixPath(place).with_suffix(PurePosixPath(asked).suffix.lower()))
        with st.spinner(spoken.text("data.checking")):
            found = store.check(name, uploaded.getvalue(), instead_of=place)
        refused = any(problem.severity == "refused" for problem in found)
        (st.error if refused else st.success)(
            spoken.text("data.would_be_refused" if refused else "data.would_be_accepted")
        )
        _list_problems(found, selection, spoken.text("data.problems_file"))
    table = table_of(place)
    st.subheader(spoken.text("data.columns_of", file=f"data/{place}"), anchor=False)
    st.dataframe(sentences.column_list(templates.columns(table), spoken), hide_index=True)
    st.download_button(
        spoken.text("data.template"),
        lambda: templates.as_csv(table),
        file_name=f"{table}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def changes(selection: Selection) -> None:
    """What the last change of the files changed in the figures."""
    spoken, shown = selection.language, store.edition()
    if shown.changes is None:
        st.info(spoken.text("data.no_changes", since=sentences.moment(shown.since, spoken)))
        return
    st.markdown(sentences.changed(shown.changes, spoken))
    names = [
        store.kept(filters.names_by_code, store.query(table), spoken)
        for table in ("indicators", "areas")
    ]
    listed = sentences.change_list(shown.changes.rows, *names, spoken)
    if listed:
        st.dataframe(listed, hide_index=True)
        _take_away(listed, spoken.text("data.changes_file"), selection)


def documents(selection: Selection) -> None:
    """Every document that figures are taken from."""
    spoken = selection.language
    rows = store.kept(sentences.document_list, store.query("sources"), spoken)
    st.caption(spoken.text("data.documents_count", count=spoken.number(len(rows))))
    st.dataframe(rows, hide_index=True, column_config=exhibits.links(spoken))
    _take_away(rows, spoken.text("data.documents_file"), selection)


def _list_problems(found: tuple, selection: Selection, file: str) -> None:
    spoken = selection.language
    if not found:
        st.success(spoken.text("data.no_problems"))
        return
    st.dataframe(listing.rows(found, spoken.code), hide_index=True)
    st.download_button(
        spoken.text("data.take_away"),
        lambda: listing.as_csv(found, spoken.code),
        file_name=f"{selection.district}_{file}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _take_away(rows: list[dict], file: str, selection: Selection) -> None:
    st.download_button(
        selection.language.text("data.take_away"),
        lambda: listing.table_as_csv(rows),
        file_name=f"{selection.district}_{file}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"take-{file}",
    )


def _guess(uploaded: str | None, names: list[str]) -> int:
    """The place of the file whose name, without its folder and ending, is that of the uploaded."""
    stems = [PurePosixPath(name).stem for name in names]
    stem = PurePosixPath(uploaded).stem if uploaded else None
    return stems.index(stem) if stem in stems else 0
