"""Which place among the ten counties of the city, and how far from the next?"""

import streamlit as st

from indicators import charts, exhibits, filters, sentences, store
from indicators.filters import comparison as comparison_filters

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("comparison.title"), anchor=False)
st.markdown(spoken.text("comparison.question"))

compared = comparison_filters.draw(selection)
rows = store.query("ranks_by_area", indicator=compared.code, year=compared.year)
name, unit = spoken.label(compared.indicator, "name"), spoken.label(compared.indicator, "unit")
areas = store.kept(filters.names_by_code, store.query("areas"), spoken)
city = areas[selection.lineage[1]]
year = spoken.year(compared.year)
place = store.kept(sentences.place, rows, compared.indicator, spoken)
st.markdown(place)
if st.button(spoken.text("comparison.open", name=name)):
    st.switch_page(
        "pages/indicator.py", query_params=selection.query | {"indicator": compared.code}
    )

left, right = st.columns([3, 2], gap="large")
for column, chart in ((left, charts.ranks_by_area), (right, charts.tiles_by_area)):
    with column:
        exhibits.show(
            chart,
            rows,
            selection,
            name=chart.__name__,
            columns={
                "year": "year",
                f"name_{spoken.code}": "county",
                "value": "measured",
                "rank": "rank",
                "note": "note",
            },
            areas=tuple(rows["ref_area"]),
            place=spoken.text("comparison.place", unit=unit, city=city, year=year),
            unit=unit if unit == "%" else "",
            measures=["value"],
            indicators=[compared.code],
            sentence=place,
            title=spoken.text("comparison.before_title", name=name),
            decimals=int(compared.indicator.decimals),
        )

shown = {"measures": ["value"], "areas": selection.lineage}
columns = {"year": "year", f"name_{spoken.code}": "area", "value": "measured", "note": "note"}
there = {"areas": list(selection.lineage), **selection.years}
bases = comparison_filters.base_years(compared, selection)
view = comparison_filters.choose_view(compared, bases, spoken)
if view == "growth":
    beside = compared.beside
    exhibits.show(
        charts.values_by_area_and_year,
        store.query("values_by_area_and_year", indicator=beside.indicator, **there),
        selection,
        name="lineage_by_year",
        columns=columns,
        indicators=[beside.indicator],
        place=spoken.label(beside, "unit"),
        title=spoken.text("comparison.before_title", name=spoken.label(beside, "name")),
        decimals=int(beside.decimals),
        **shown,
    )
elif view == "index":
    base = comparison_filters.choose_base(bases, spoken)
    indexed = store.query(
        "index_by_area_and_year", indicator=compared.code, base_year=base, **there
    )
    names = {area: areas[area] for area in selection.lineage}
    exhibits.show(
        charts.index_by_area_and_year,
        indexed,
        selection,
        name="index_by_area_and_year",
        columns={**columns, "index_value": "index_value"},
        indicators=[compared.code],
        place=spoken.text("comparison.based", year=spoken.year(base)),
        title=spoken.text("comparison.before_title", name=name),
        extra_note=store.kept(sentences.not_indexed, indexed, names, spoken),
        measures=["index_value"],
        areas=tuple(indexed.loc[indexed["index_value"].notna(), "ref_area"].unique()),
    )
else:
    st.info(spoken.text("comparison.levels"))
