"""One indicator whole: how did it go, what does it mean, and where does every figure come from?"""

import streamlit as st

from indicators import charts, exhibits, filters, sentences, store
from indicators.filters import comparison as comparison_filters
from indicators.takeaway import copying

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("indicator.title"), anchor=False)

indicator = comparison_filters.choose_indicator(selection)
code, kind = indicator.indicator, indicator.kind
name, unit = spoken.label(indicator, "name"), spoken.label(indicator, "unit")
here = {"area": selection.home, **selection.years}
parts = store.query("sentence_parts_by_indicator", sectors=[], indicators=[code], **here)
said = store.kept(sentences.reports, parts, spoken, *selection.years.values())[code]
copying.show(said, key="sentence", language=spoken)

shared = {
    "columns": {"year": "year", "value": "measured", "note": "note"},
    "indicators": [code],
    "sentence": said,
}
shown = {"measures": ["value"], "decimals": int(indicator.decimals), "title": name}
exhibits.show(
    charts.trend_by_year,
    store.query("values_by_year", indicators=[code], **here),
    selection,
    name="trend_by_year",
    place=spoken.text("indicator.place", unit=unit, area=selection.district),
    kind=kind,
    **shared,
    **shown,
)
beside = store.query(
    "values_by_area_and_year", indicator=code, areas=list(selection.lineage), **selection.years
)
several = beside.loc[beside["value"].notna(), "ref_area"].nunique() > 1
if kind in ("rate", "growth") and several:
    exhibits.show(
        charts.values_by_area_and_year,
        beside,
        selection,
        name="lineage_by_year",
        areas=selection.lineage,
        place=unit,
        **{**shared, "columns": {**shared["columns"], f"name_{spoken.code}": "area"}},
        **{**shown, "title": spoken.text("comparison.before_title", name=name)},
    )

comparable = comparison_filters.is_comparable(code, selection)
if comparable and st.button(spoken.text("indicator.compare")):
    st.switch_page("pages/comparison.py", query_params=selection.query | {"indicator": code})

figures = store.query("figures_by_indicator", indicator=code, area=selection.home)
st.subheader(spoken.text("indicator.card"), anchor=False)
names = store.kept(filters.names_by_code, store.query("sectors"), spoken)
st.markdown(store.kept(sentences.definition, figures, indicator, names[indicator.sector], spoken))

for part, listed in (("figures", sentences.whole_figures), ("parts", sentences.part_figures)):
    cells = store.kept(listed, figures, indicator, spoken)
    if cells:
        st.subheader(spoken.text(f"indicator.{part}"), anchor=False)
        st.caption(spoken.text(f"indicator.{part}_note", unit=unit, area=selection.district))
        st.dataframe(cells, hide_index=True)
