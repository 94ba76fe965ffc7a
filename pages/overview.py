"""How is the district doing, and what needs attention?"""

import streamlit as st

from indicators import exhibits, filters, headlines, sentences, store
from indicators.exhibits import overview
from indicators.markdown import verbatim

selection = filters.sidebar()
language = selection.language

answers = headlines.ask(selection, sectors=selection.sectors)
focus = language.year(selection.last_year)
heading = language.text("overview.heading", district=selection.district, year=focus)
st.title(verbatim(heading), anchor=False)
summary = store.kept(sentences.summary, answers.parts, language, selection.last_year)
st.markdown(verbatim(summary))

opened = headlines.show(answers, selection, key="headlines")
if opened:
    st.switch_page("pages/indicator.py", query_params=filters.link(indicator=opened))

exhibits.lay(overview.ROWS, selection)
