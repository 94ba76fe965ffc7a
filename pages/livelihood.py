"""Schools, health, insurance, jobs and incomes: what has reached the people?"""

import streamlit as st

from indicators import charts, exhibits, filters, headlines, sentences, store

SECTORS = ("education", "health", "public_service", "jobs", "income", "population")
FIGURES = [
    "new_school_places",
    "medical_consortium_groups",
    "new_community_health_centres",
    "medical_insurance_window_visits",
    "insurance_registration_minutes",
    "monitored_households",
    "risk_removed_households",
    "village_first_secretaries",
    "skills_trained",
    "startup_loans",
    "urban_disposable_income_growth_pct",
    "rural_disposable_income",
]
# Exhibit, indicator, the CSV's column, decimals.
INCOMES = (
    ("urban_income_by_area", "urban_disposable_income", "cny", 0),
    ("rural_income_by_area", "rural_disposable_income", "cny", 0),
    ("urban_income_growth_by_area", "urban_disposable_income_growth_pct", "pct", 1),
    ("rural_income_growth_by_area", "rural_disposable_income_growth_pct", "pct", 1),
)

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("livelihood.title"), anchor=False)
st.markdown(spoken.text("livelihood.question"))
filters.require(selection, "livelihood", *SECTORS)
here = {"area": selection.home, **selection.years}
there = {"areas": list(selection.lineage), **selection.years}
by_area = {"year": "year", f"name_{spoken.code}": "area"}

figures = headlines.figures(selection, FIGURES, selection.sectors)
headlines.show(figures, selection, key="livelihood", opens=False)

if selection.includes("income"):
    places = [*st.columns(2, gap="large"), *st.columns(2, gap="large")]
    for place, (name, indicator, unit, decimals) in zip(places, INCOMES, strict=True):
        with place:
            exhibits.show(
                charts.values_by_area_and_year,
                store.query("values_by_area_and_year", indicator=indicator, **there),
                selection,
                name=name,
                measures=["value"],
                columns={**by_area, "value": unit, "note": "note"},
                indicators=[indicator],
                says=indicator,
                areas=selection.lineage,
                extra_note=exhibits.breaks(indicator, selection),
                decimals=decimals,
            )

left, right = st.columns(2, gap="large")
if selection.includes("income"):
    with left:
        exhibits.show(
            charts.urban_rural_ratio_by_area_and_year,
            store.query("incomes_by_area_and_year", **there),
            selection,
            name="urban_rural_ratio_by_area",
            measures=["urban_rural_ratio"],
            columns={
                **by_area,
                "urban_income": "urban_income",
                "rural_income": "rural_income",
                "urban_rural_ratio": "urban_rural_ratio",
                "published_ratio": "published_ratio",
            },
            indicators=["urban_disposable_income", "rural_disposable_income"],
            areas=selection.lineage,
        )
if selection.includes("population"):
    with right if selection.includes("income") else left:
        exhibits.show(
            charts.values_by_scope_and_year,
            store.kept(
                sentences.with_scope,
                store.query("values_by_scope_and_year", indicator="resident_population", **here),
                spoken,
            ),
            selection,
            name="resident_population",
            measures=["value"],
            columns={
                "year": "year",
                f"name_{spoken.code}": "scope",
                "value": "residents",
                "note": "note",
            },
            indicators=["resident_population"],
            says="resident_population",
            extra_note=exhibits.breaks("resident_population", selection),
        )
