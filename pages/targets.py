"""How much of each target is done, and does it keep pace with the time elapsed?"""

import streamlit as st

from indicators import exhibits, filters, sentences, store
from indicators.exhibits import targets
from indicators.markdown import verbatim

selection = filters.sidebar()
language = selection.language
filters.heading(selection, "targets")

answer = targets.DONE.answer(selection)
if answer.rows.empty:
    st.info(verbatim(language.text("targets.none", years=selection.years_in_words)))
    st.stop()
st.markdown(verbatim(store.kept(sentences.targets, answer, language)))

names = filters.names("sectors", language)
for sector in answer.rows["sector"].unique():
    for exhibit in (targets.DONE, targets.DISTANCE):
        targets.of_sector(exhibit, sector, names[sector]).show(selection)

st.subheader(language.text("targets.list"), anchor=False)
address = filters.indicator_page()
cells = store.kept(sentences.target_list, answer, language, address=address)
st.dataframe(cells, hide_index=True, column_config=exhibits.links(language))
