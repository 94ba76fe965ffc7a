"""How is the district doing, and what needs attention?"""

import streamlit as st

from indicators import charts, exhibits, filters, headlines, sentences, store

selection = filters.sidebar()
spoken = selection.language

known = headlines.figures(selection, sectors=selection.sectors)
focus = spoken.year(selection.last_year)
st.title(spoken.text("overview.heading", district=selection.district, year=focus), anchor=False)
st.markdown(store.kept(sentences.summary, known.rows, spoken, selection.last_year))

opened = headlines.show(known, selection, key="headlines")
if opened:
    st.switch_page("pages/indicator.py", query_params=selection.query | {"indicator": opened})

if selection.includes("economy"):
    exhibits.show(
        charts.values_by_area_and_year,
        store.query(
            "values_by_area_and_year",
            indicator="gdp_growth_pct",
            areas=list(selection.lineage),
            **selection.years,
        ),
        selection,
        name="gdp_growth_by_area",
        measures=["value"],
        columns={"year": "year", f"name_{spoken.code}": "area", "value": "pct", "note": "note"},
        indicators=["gdp_growth_pct"],
        says="gdp_growth_pct",
        areas=selection.lineage,
    )
