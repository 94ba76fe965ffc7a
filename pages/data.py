"""Where does every figure come from, what is missing, and what is wrong in a file?"""

import streamlit as st

from indicators import filters
from indicators.exhibits import data as data_sections

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

section = filters.choose(
    "section",
    list(SECTIONS),
    name_of=lambda name: spoken.text(f"data.{name}"),
    label=spoken.text("data.section"),
)
SECTIONS[section](selection)
