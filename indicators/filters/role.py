"""What whoever reads may do, where readers sign in; where they do not, everybody may all."""

import streamlit as st

# Data keepers check files and see what is wrong in them; administrators also see the service.
KEEPERS = (None, "keeper", "administrator")


def is_keeper() -> bool:
    """Whether this run is for one who keeps the data."""
    return st.user.get("role") in KEEPERS


def name() -> str:
    """Who reads, by the name that signing in gave; empty where nobody signs in."""
    return str(st.user.get("name") or "") if st.user.get("role") else ""
