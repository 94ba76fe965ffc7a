"""How many new enterprises, and how many jobs with them?"""

import streamlit as st

from indicators import charts, exhibits, filters, store

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("enterprises_and_jobs.title"), anchor=False)
st.markdown(spoken.text("enterprises_and_jobs.question"))
filters.require(selection, "enterprises_and_jobs", "enterprises", "jobs")

if selection.includes("enterprises"):
    enterprises = store.query("enterprises_by_year", area=selection.home, **selection.years)
    left, right = st.columns(2, gap="large")
    with left:
        exhibits.show(
            charts.market_entities_by_year,
            enterprises,
            selection,
            name="market_entities_by_year",
            measures=["new_market_entities"],
            columns={
                "year": "year",
                "new_market_entities": "new_market_entities",
                "city_new_market_entities": "city_new_market_entities",
                "share_of_city_pct": "share_of_city_pct",
            },
            indicators=["new_market_entities"],
            says="new_market_entities",
            areas=selection.lineage[:2],
        )
    with right:
        exhibits.show(
            charts.five_above_by_year,
            enterprises,
            selection,
            name="five_above_by_year",
            measures=["new_five_above_enterprises"],
            columns={
                "year": "year",
                "new_five_above_enterprises": "new_five_above_enterprises",
                "new_five_above_rank_in_city": "new_five_above_rank_in_city",
            },
            indicators=["new_five_above_enterprises", "new_five_above_rank_in_city"],
            says="new_five_above_enterprises",
        )

if selection.includes("jobs"):
    jobs = store.query("jobs_by_year", area=selection.home, **selection.years)
    left, right = st.columns(2, gap="large")
    with left:
        exhibits.show(
            charts.jobs_by_year,
            jobs,
            selection,
            name="jobs_by_year",
            measures=["new_urban_jobs", "skills_trained"],
            columns={
                "year": "year",
                "new_urban_jobs": "new_urban_jobs",
                "skills_trained": "skills_trained",
            },
            indicators=["new_urban_jobs", "skills_trained"],
        )
    with right:
        exhibits.show(
            charts.startup_loans_by_year,
            jobs,
            selection,
            name="startup_loans_by_year",
            measures=["startup_loans"],
            columns={"year": "year", "startup_loans": "startup_loans"},
            indicators=["startup_loans"],
            says="startup_loans",
        )
