"""How many Party members did the study programme reach, and what was done?"""

import streamlit as st

from indicators import charts, exhibits, filters, headlines, sentences, store

FIGURES = [
    "books_distributed",
    "joint_study_sessions",
    "home_teaching_visits",
    "party_lectures",
    "film_screenings",
    "film_audience",
    "film_cost_saved",
    "arts_activities",
    "contests_and_shows",
    "themed_campaigns",
]
REQUIREMENTS = [
    "required_topic_discussions",
    "required_group_study_sessions",
    "required_designated_books",
]

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("learning.title"), anchor=False)
st.markdown(spoken.text("learning.question"))
filters.require(selection, "learning", "learning")
here = {"area": selection.home, **selection.years}

headlines.show(headlines.figures(selection, FIGURES), selection, key="learning", opens=False)

members = store.query("party_members_by_group", **here)
required = store.query("headlines_by_indicator", sectors=[], indicators=REQUIREMENTS, **here)
left, right = st.columns(2, gap="large")
with left:
    exhibits.show(
        charts.party_members_by_group,
        members,
        selection,
        name="party_members_by_group",
        measures=["members"],
        columns={
            "year": "year",
            f"name_{spoken.code}": "group",
            "members": "members",
            "all_members": "all_members",
            "share_pct": "share_of_members_pct",
        },
        indicators=["party_members"],
        extra_note=store.kept(sentences.share_of_more_than, members, spoken),
    )
with right:
    exhibits.say(
        store.kept(sentences.study_method, required, spoken),
        selection,
        name="study_method",
        indicators=REQUIREMENTS,
    )

exhibits.table(
    store.kept(sentences.with_source, store.query("red_sites"), spoken),
    selection,
    name="red_sites",
    columns={f"name_{spoken.code}": "site", "note": "note", "source_words": "document"},
)
