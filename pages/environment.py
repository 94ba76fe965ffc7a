"""How do afforestation, air, forestry and public works stand?"""

import streamlit as st

from indicators import charts, exhibits, filters, store

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("environment.title"), anchor=False)
st.markdown(spoken.text("environment.question"))
filters.require(selection, "environment", "ecology", "transport", "water")
areas = store.query("areas")
by_area = {"year": "year", f"name_{spoken.code}": "area"}

if selection.includes("ecology"):
    left, right = st.columns(2, gap="large")
    with left:
        exhibits.show(
            charts.afforestation_by_year,
            store.query("afforestation_by_year", area=selection.home, **selection.years),
            selection,
            name="afforestation_by_year",
            measures=["afforested"],
            columns={
                "year": "year",
                "afforested": "afforested",
                "afforested_hectares": "afforested_hectares",
                "share_of_land_pct": "share_of_land_pct",
            },
            indicators=["afforestation_area", "land_area"],
            says="afforestation_area",
        )
    with right:
        exhibits.show(
            charts.values_by_breakdown,
            store.query(
                "values_by_breakdown",
                indicator="forestry_work_area",
                area=selection.home,
                **selection.years,
            ),
            selection,
            name="forestry_work",
            measures=["value"],
            columns={
                "year": "year",
                f"name_{spoken.code}": "category",
                "value": "area_10k_mu",
                "note": "note",
            },
            indicators=["forestry_work_area"],
        )
    left, right = st.columns(2, gap="large")
    with left:
        exhibits.show(
            charts.values_by_area_and_year,
            store.query(
                "values_by_area_and_year",
                indicator="forest_coverage_pct",
                areas=list(selection.lineage),
                **selection.years,
            ),
            selection,
            name="forest_coverage_by_area",
            measures=["value"],
            columns={**by_area, "value": "pct", "note": "note"},
            indicators=["forest_coverage_pct"],
            says="forest_coverage_pct",
            areas=selection.lineage,
        )
    with right:
        # Air is measured in the built-up area: a zone of the areas table, not the district.
        zones = list(areas.loc[areas["level"] == "zone", "ref_area"])
        air = store.query(
            "values_by_area_and_year", indicator="good_air_days", areas=zones, **selection.years
        )
        exhibits.show(
            charts.values_by_area_and_year,
            air,
            selection,
            name="good_air_days_by_area",
            measures=["value"],
            columns={**by_area, "value": "days", "note": "note"},
            indicators=["good_air_days"],
            areas=zones,
            place=spoken.listed(list(air[f"name_{spoken.code}"].unique())),
            decimals=0,
        )

if selection.includes("transport", "water"):
    exhibits.show(
        charts.pair_by_year,
        store.query(
            "values_by_year",
            area=selection.home,
            indicators=["transport_investment", "water_investment"],
            **selection.years,
        ),
        selection,
        name="transport_and_water",
        measures=["value"],
        columns={"year": "year", f"name_{spoken.code}": "name", "value": "investment"},
        indicators=["transport_investment", "water_investment"],
    )
