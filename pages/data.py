"""Where does every figure come from, what is missing, and what is wrong in a file?"""

import streamlit as st

from indicators import data_sections, filters

SECTIONS = {
    "coverage": data_sections.coverage,
    "observations": data_sections.observations,
    "problems": data_sections.problems,
    "check": data_sections.check,
    "changes": data_sections.changes,
    "documents": data_sections.documents,
}

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("data.title"), anchor=False)
st.markdown(spoken.text("data.question"))

section = st.segmented_control(
    spoken.text("data.section"),
    list(SECTIONS),
    default="coverage",
    required=True,
    format_func=lambda name: spoken.text(f"data.{name}"),
    label_visibility="collapsed",
    key=f"data-section-{spoken.code}",
)
SECTIONS[section](selection)
