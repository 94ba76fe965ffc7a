"""One indicator whole: how did it go, what does it mean, and where does every figure come from?"""

import streamlit as st

from indicators import exhibits, filters, sentences, shell, store
from indicators.exhibits import indicator as shown
from indicators.filters import comparison as chosen
from indicators.markdown import verbatim
from indicators.takeaway import copying

selection = filters.sidebar([chosen.INDICATOR])
language = selection.language
heading = st.empty()

indicator = chosen.choose_indicator(selection)
code, unit = indicator.indicator, language.label(indicator, "unit")
name = language.label(indicator, "name")
heading.title(verbatim(name), anchor=False)
shell.name(name, selection.product)
if said := exhibits.report(code, selection):
    copying.show(said, key="sentence", language=language)

for exhibit in (shown.TREND.of(code), *shown.beside(indicator, selection)):
    exhibit.show(selection)
if chosen.is_comparable(code, selection) and st.button(language.text("indicator.compare")):
    st.switch_page("pages/comparison.py", query_params=filters.link(indicator=code))

figures = store.query("figures_by_indicator", indicator=code, area=selection.home)
st.header(language.text("indicator.card"), anchor=False)
sector = filters.names("sectors", language)[indicator.sector]
st.markdown(store.kept(sentences.definition, figures, indicator, sector, language))

for part, words in (("figures", sentences.whole_figures), ("parts", sentences.part_figures)):
    cells = store.kept(words, figures, indicator, language)
    if cells:
        place = {"unit": unit, "area": selection.district}
        st.header(language.text(f"indicator.{part}"), anchor=False)
        st.caption(verbatim(language.text(f"indicator.{part}_note", **place)))
        st.dataframe(cells, hide_index=True)
