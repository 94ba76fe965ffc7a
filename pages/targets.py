"""How much of each target is done, and does it keep pace with the time elapsed?"""

import streamlit as st

from indicators import exhibits, filters, sentences, store
from indicators.exhibits import targets
from indicators.gate import listing
from indicators.markdown import verbatim

selection = filters.sidebar()
language = selection.language
filters.heading(selection, "targets")

answer = targets.DONE.answer(selection)
if answer.rows.empty:
    st.info(verbatim(targets.nothing(selection)))
    st.stop()

if ours := store.kept(sentences.targets, answer, language, home=True):
    st.markdown(verbatim(ours))
    targets.show_table(answer, selection, home=True)
else:
    named = {"area": selection.district, "years": selection.years_in_words}
    st.info(verbatim(language.text("targets.none_home", **named)))

if others := store.kept(sentences.targets, answer, language, home=False):
    count = language.number((~answer.rows["is_home"].astype(bool)).sum())
    with st.expander(verbatim(language.text("targets.reference", count=count))):
        st.markdown(verbatim(others))
        targets.show_table(answer, selection, home=False)
        for exhibit in (targets.DONE, targets.DISTANCE):
            targets.above(exhibit, selection).show(selection)

cells = store.kept(sentences.target_list, answer, language, address=filters.indicator_page())
title = language.text("targets.list")
exhibits.offer(f"{title}.csv", lambda: listing.table_as_csv(cells), language.text("data.take_away"))
