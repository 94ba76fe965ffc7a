"""The cached door between the pages and the warehouse."""

import os
from pathlib import Path

import pandas as pd
import streamlit as st
from duckdb import DuckDBPyConnection

from indicators import queries, warehouse

# Another district, or a test, points at its own folder.
FOLDER_VARIABLE = "INDICATORS_DATA"


def folder() -> Path:
    """The data folder: data/ beside dashboard.py unless the environment names another."""
    shipped = Path(__file__).resolve().parent.parent / "data"
    return Path(os.environ.get(FOLDER_VARIABLE, shipped))


def query(name: str, **parameters: object) -> pd.DataFrame:
    """The rows of queries/<name>.sql. Raises gate.Refused while data/ has a bad file."""
    return _rows(_version(folder()), name, **parameters)


def _version(data: Path) -> tuple:
    """Changes whenever a file in data/ does, so that a reload shows the new figures."""
    return tuple(
        (str(path), path.stat().st_mtime_ns, path.stat().st_size)
        for path in sorted(data.rglob("*.csv"))
    )


# The sentence of a progress sign is not wanted here: an answer takes a few milliseconds.
@st.cache_data(show_spinner=False, max_entries=2000)
def _rows(version: tuple, name: str, **parameters: object) -> pd.DataFrame:
    return queries.run(_warehouse(version), name, **parameters)


@st.cache_resource(show_spinner=False, max_entries=2)
def _warehouse(version: tuple) -> DuckDBPyConnection:
    return warehouse.open_folder(folder())
