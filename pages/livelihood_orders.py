"""What people asked for: who has it in hand, how much is done, and are they satisfied?"""

import streamlit as st

from indicators import exhibits, filters, sentences
from indicators.exhibits import livelihood_orders as shown
from indicators.filters import orders as chosen
from indicators.markdown import verbatim

selection = filters.sidebar(chosen.FIELDS)
language = selection.language
filters.heading(selection, "livelihood_orders")
st.markdown(verbatim(language.text("livelihood_orders.how")))

if shown.LISTS.includes(selection):
    st.markdown(verbatim(exhibits.own_sentence(shown.LISTS, selection)))
    shown.LISTS.show(selection)

st.header(language.text("livelihood_orders.ledger"), anchor=False, divider="gray")
orders = chosen.draw(selection)
stages, days, overdue = (
    exhibit.among(orders).answer(selection).rows
    for exhibit in (shown.STAGES, shown.DAYS, shown.OVERDUE)
)
st.markdown(verbatim(sentences.ledger(stages, days, overdue, language)))
exhibits.lay(shown.ledger(orders), selection)
