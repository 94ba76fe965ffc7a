"""Where does every figure come from, what is missing, and what is wrong in a file?"""

import streamlit as st

from indicators import exhibits, filters, sentences, store
from indicators.exhibits import data as shown
from indicators.exhibits import intake
from indicators.filters import data as chosen
from indicators.markdown import verbatim

selection = filters.sidebar(chosen.FIELDS)
language, edition, files = selection.language, store.edition(), store.file_names()
keeps = filters.is_keeper()
filters.heading(selection, "data", "question" if keeps else "question_of_readers")
section = chosen.choose_section(selection)

if section == "coverage":
    for grid in shown.coverage(chosen.choose_sector(selection), selection):
        grid.show(selection)

elif section == "observations":
    shown.observations(chosen.choose_area(selection), selection).show(selection)

elif section == "problems":
    st.markdown(verbatim(sentences.in_force(edition.files, edition.since, language)))
    exhibits.list_problems((*edition.problems, *store.order_problems()), selection)
    st.header(language.text("data.files"), anchor=False)
    st.dataframe(sentences.file_list(edition.files, language), hide_index=True)

elif section == "check":
    intake.check(files, selection)
    intake.describe(chosen.choose_place(files, selection), selection)

elif section == "import":
    intake.take_in(selection)

elif section == "changes" and edition.changes is None:
    since = sentences.moment(edition.since, language)
    st.info(verbatim(language.text("data.no_changes", since=since)))

elif section == "changes" and edition.changes:
    st.markdown(verbatim(sentences.changed(edition.changes, language)))
    indicators, areas = (filters.names(table, language) for table in ("indicators", "areas"))
    cells = sentences.change_list(edition.changes.rows, indicators, areas, language)
    if cells:
        exhibits.listed(cells, language.text("data.changes"), selection)

elif section == "documents":
    shown.DOCUMENTS.show(selection)
