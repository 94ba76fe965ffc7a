"""How many key projects, how much was invested, and how far is it from the plan?"""

import streamlit as st

from indicators import charts, exhibits, filters, sentences, store

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("investment.title"), anchor=False)
st.markdown(spoken.text("investment.question"))
filters.require(selection, "investment", "investment")

investment = store.query("investment_by_year", area=selection.home, **selection.years)
exhibits.show(
    charts.investment_by_year,
    investment,
    selection,
    name="investment_by_year",
    measures=["completed", "completed_to_date", "planned"],
    columns={
        "year": "year",
        "completed": "completed",
        "planned": "planned",
        "completed_pct": "completed_pct",
        "published_completed_pct": "published_completed_pct",
        "completed_to_date": "completed_to_date",
        "to_date_month": "to_date_month",
    },
    indicators=["district_key_projects_investment", "district_key_projects_planned_investment"],
    says="district_key_projects_investment",
    extra_note=store.kept(sentences.printed_otherwise, investment, spoken),
)

left, right = st.columns(2, gap="large")
with left:
    exhibits.show(
        charts.projects_by_year,
        investment,
        selection,
        name="projects_by_year",
        measures=["projects"],
        columns={"year": "year", "projects": "projects"},
        indicators=["district_key_projects"],
        says="district_key_projects",
    )
with right:
    exhibits.show(
        charts.values_by_area_and_year,
        store.query(
            "values_by_area_and_year",
            indicator="fixed_asset_investment_growth_pct",
            areas=list(selection.lineage),
            **selection.years,
        ),
        selection,
        name="fixed_asset_investment_growth_by_area",
        measures=["value"],
        columns={"year": "year", f"name_{spoken.code}": "area", "value": "pct", "note": "note"},
        indicators=["fixed_asset_investment_growth_pct"],
        says="fixed_asset_investment_growth_pct",
        areas=selection.lineage,
    )

starts = store.query("project_starts_by_quarter", area=selection.home, **selection.years)
left, right = st.columns(2, gap="large")
with left:
    exhibits.show(
        charts.project_starts_by_quarter,
        starts,
        selection,
        name="project_starts_by_quarter",
        measures=["projects"],
        columns={
            "time_period": "time_period",
            "projects": "starts",
            "municipal_projects": "municipal_projects",
            "total_investment": "total_investment",
            "municipal_investment": "municipal_investment",
            "note": "note",
        },
        indicators=["quarterly_project_starts", "quarterly_project_starts_investment"],
        extra_note=store.kept(sentences.notes_by_period, starts, spoken),
    )
with right:
    exhibits.show(
        charts.planned_investment_by_category,
        store.query("planned_investment_by_category", area=selection.home, **selection.years),
        selection,
        name="planned_investment_by_category",
        measures=["planned_investment"],
        columns={
            "year": "year",
            f"name_{spoken.code}": "category",
            "planned_investment": "planned_investment",
            "planned_projects": "planned_projects",
            "share_pct": "share_pct",
        },
        indicators=[
            "district_key_projects_planned_investment",
            "district_key_projects_planned",
        ],
    )

exhibits.table(
    store.kept(
        sentences.projects,
        store.query("projects", area=selection.home, sectors=list(selection.sectors)),
        spoken,
    ),
    selection,
    name="projects",
    columns={
        f"name_{spoken.code}": "project",
        f"sector_{spoken.code}": "sector",
        "status_words": "status",
        "capacity_zh": "capacity",
        "note": "note",
        "source_words": "document",
    },
)
