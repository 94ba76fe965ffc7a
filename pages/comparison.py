"""Which place among the ten counties of the city, and how far from the next?"""

import streamlit as st

from indicators import area_charts, charts, comparison_filters, exhibit, filters, sentences, store

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("comparison.title"), anchor=False)
st.markdown(spoken.text("comparison.question"))

compared = comparison_filters.draw(selection)
rows = store.query("ranks_by_area", indicator=compared.code, year=compared.year)
name, unit = spoken.label(compared.indicator, "name"), spoken.label(compared.indicator, "unit")
city = store.kept(filters.names_by_code, store.query("areas"), spoken)[selection.lineage[1]]
year = spoken.year(compared.year)
st.markdown(store.kept(sentences.place, rows, compared.indicator, spoken))

left, right = st.columns([3, 2], gap="large")
for column, chart in ((left, area_charts.ranks_by_area), (right, area_charts.tiles_by_area)):
    with column:
        exhibit.show(
            chart,
            rows,
            selection,
            name=chart.__name__,
            columns={
                "year": "year",
                f"name_{spoken.code}": "county",
                "value": "value",
                "rank": "rank",
                "note": "note",
            },
            areas=tuple(rows["ref_area"]),
            place=spoken.text("comparison.place", unit=unit, city=city, year=year),
            unit=unit if unit == "%" else "",
            measures=["value"],
            indicators=[compared.code],
            title=spoken.text("comparison.before_title", name=name),
            decimals=int(compared.indicator.decimals),
        )

if compared.beside:
    exhibit.show(
        charts.values_by_area_and_year,
        store.query(
            "values_by_area_and_year",
            indicator=compared.beside.indicator,
            areas=list(selection.lineage),
            **selection.years,
        ),
        selection,
        name="lineage_by_year",
        measures=["value"],
        columns={"year": "year", f"name_{spoken.code}": "area", "value": "value", "note": "note"},
        indicators=[compared.beside.indicator],
        areas=selection.lineage,
        place=spoken.label(compared.beside, "unit"),
        title=spoken.text("comparison.before_title", name=spoken.label(compared.beside, "name")),
        decimals=int(compared.beside.decimals),
    )
else:
    st.info(spoken.text("comparison.levels"))
