"""How is the district doing, and what needs attention?"""

import streamlit as st

from indicators import exhibits, filters, headlines
from indicators.exhibits import overview
from indicators.markdown import verbatim

selection = filters.sidebar()
language = selection.language

answers = headlines.ask(selection, sectors=selection.sectors)
focus = language.year(selection.last_year)
heading = language.text("overview.heading", district=selection.district, year=focus)
st.title(verbatim(heading), anchor=False)
filters.require_figures(selection, answers.latest_year)

picture, end = overview.rows(selection)
pressed = [headlines.open_overview(answers, selection)]
with st.container(key="overview-picture"):
    exhibits.lay(picture, selection)
pressed.append(headlines.close_overview(answers, selection, overview.pages()))
with st.container(key="overview-end"):
    exhibits.lay(end, selection)
for one in pressed:
    if one.indicator:
        st.switch_page("pages/indicator.py", query_params=filters.link(indicator=one.indicator))
    if one.page:
        st.switch_page(f"pages/{one.page}.py", query_params=filters.link())
