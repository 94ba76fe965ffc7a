"""Where does every figure come from, what is missing, and what is wrong in a file?"""

import streamlit as st

from indicators import exhibits, filters, sentences, store
from indicators.exhibits import data as shown
from indicators.filters import data as chosen
from indicators.gate import table_of, templates
from indicators.markdown import verbatim

selection = filters.sidebar(chosen.FIELDS)
language, edition, files = selection.language, store.edition(), store.file_names()
filters.heading(selection, "data")
section = chosen.choose_section(shown.SECTIONS, selection)

if section == "coverage":
    for grid in shown.coverage(chosen.choose_sector(selection), selection):
        grid.show(selection)

elif section == "observations":
    shown.observations(chosen.choose_area(selection), selection).show(selection)

elif section == "problems":
    st.markdown(verbatim(sentences.in_force(edition.files, edition.since, language)))
    exhibits.list_problems((*edition.problems, *store.orders().problems), selection)
    st.subheader(language.text("data.files"), anchor=False)
    st.dataframe(sentences.file_list(edition.files, language), hide_index=True)

elif section == "check":
    upload = chosen.choose_upload(files, selection)
    place = chosen.choose_place(files, selection)
    if upload:
        with st.spinner(language.text("data.checking")):
            name = chosen.name_at(place, upload)
            problems = store.check(name, upload.getvalue(), instead_of=place)
        refused = any(problem.severity == "refused" for problem in problems)
        show = st.error if refused else st.success
        show(language.text(f"data.would_be_{'refused' if refused else 'accepted'}"))
        exhibits.list_problems(problems, selection)
    table = table_of(place)
    st.subheader(verbatim(language.text("data.columns_of", file=f"data/{place}")), anchor=False)
    st.dataframe(sentences.column_list(templates.columns(table), language), hide_index=True)
    exhibits.offer(f"{table}.csv", lambda: templates.as_csv(table), language.text("data.template"))

elif section == "changes" and edition.changes is None:
    since = sentences.moment(edition.since, language)
    st.info(verbatim(language.text("data.no_changes", since=since)))

elif section == "changes":
    st.markdown(verbatim(sentences.changed(edition.changes, language)))
    names = [filters.names(table, language) for table in ("indicators", "areas")]
    cells = sentences.change_list(edition.changes.rows, *names, language)
    if cells:
        exhibits.listed(cells, language.text("data.changes"), selection)

elif section == "documents":
    shown.DOCUMENTS.show(selection)
