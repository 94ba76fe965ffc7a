"""How much of each target is done, and does it keep pace with the time elapsed?"""

import streamlit as st

from indicators import charts, exhibits, filters, sentences, store

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("targets.title"), anchor=False)
st.markdown(spoken.text("targets.question"))

rows = store.query(
    "progress_by_target",
    areas=list(selection.lineage),
    sectors=list(selection.sectors),
    **selection.years,
)
if rows.empty:
    st.info(spoken.text("targets.none", years=selection.years_in_words))
    st.stop()
st.markdown(store.kept(sentences.targets, rows, spoken))

columns = {
    f"area_{spoken.code}": "area",
    "year": "year",
    f"name_{spoken.code}": "name",
    f"unit_{spoken.code}": "unit",
    "target": "target",
    "value": "value",
    "time_period": "time_period",
}
names = store.kept(filters.names_by_code, store.query("sectors"), spoken)
asked = {"areas": list(selection.lineage), **selection.years}
for sector in rows["sector"].unique():
    of_sector = store.query("progress_by_target", sectors=[sector], **asked)
    for chart, measures in (
        (charts.done_by_target, ("done_pct", "elapsed_pct", "pace_points")),
        (charts.distance_by_target, ("distance",)),
    ):
        shown = of_sector[of_sector[measures[0]].notna()]
        if len(shown):
            exhibits.show(
                chart,
                of_sector,
                selection,
                name=chart.__name__,
                part=sector,
                title=spoken.text("comparison.before_title", name=names[sector]),
                measures=measures[:1],
                columns={**columns, **{measure: measure for measure in measures}},
                indicators=sorted(set(shown["indicator"])),
                areas=sorted(set(shown["ref_area"])),
            )
st.subheader(spoken.text("targets.list"), anchor=False)
listed = store.kept(sentences.target_list, rows, spoken, selection.indicator_page)
st.dataframe(listed, hide_index=True, column_config=exhibits.links(spoken))
