"""Which place among the ten counties of the city, and how far from the next?"""

import streamlit as st

from indicators import exhibits, filters
from indicators.exhibits import comparison
from indicators.filters import comparison as chosen
from indicators.markdown import verbatim

selection = filters.sidebar(chosen.FIELDS)
language = selection.language
filters.heading(selection, "comparison")

compared = chosen.choose_compared(selection)
ranks, tiles = (
    comparison.ranked(exhibit, compared.code, compared.year)
    for exhibit in (comparison.RANKS, comparison.TILES)
)
st.markdown(verbatim(exhibits.own_sentence(ranks, selection)))
name = language.label(compared.indicator, "name")
if st.button(verbatim(language.text("comparison.open", name=name))):
    st.switch_page("pages/indicator.py", query_params=filters.link(indicator=compared.code))
exhibits.beside(selection, [ranks, tiles])
for exhibit in (comparison.COUNTIES, comparison.PLACES):
    exhibit.of(compared.code).show(selection)

bases = chosen.base_years(compared, selection)
view = chosen.choose_view(compared, bases, language)
if view == "growth" and compared.beside:
    comparison.LINEAGE.of(compared.beside.indicator).show(selection)
elif view == "index":
    base = chosen.choose_base(bases, language)
    comparison.indexed(compared.code, base, language).show(selection)
else:
    st.info(language.text("comparison.levels"))

if county := chosen.choose_county(selection):
    comparison.beside_home(county, selection).show(selection)
