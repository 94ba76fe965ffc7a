"""What does the district take in and spend, and how much of it is its own?"""

import streamlit as st

from indicators import exhibits, filters, headlines
from indicators.exhibits import finance
from indicators.markdown import verbatim

selection = filters.sidebar()
filters.heading(selection, "finance")
filters.require(selection, "finance", exhibits.sectors(finance.ROWS, finance.CARDS))

st.markdown(verbatim(exhibits.own_sentence(finance.BUDGET, selection)))
answers = headlines.ask(selection, finance.CARDS, selection.sectors)
headlines.show(answers, selection, key="finance")
exhibits.lay(finance.ROWS, selection)
