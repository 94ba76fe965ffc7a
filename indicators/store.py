"""The cached door between the pages and the warehouse."""

import hashlib
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd
import streamlit as st
from duckdb import DuckDBPyConnection

from indicators import ledger, queries, warehouse

# Another district, or a test, points at its own folder.
FOLDER_VARIABLE = "INDICATORS_DATA"
# A run asks a dozen questions; the files are looked at once for all of them.
LOOK_EVERY_SECONDS = 0.5

Made = TypeVar("Made")


def folder() -> Path:
    """The data folder: data/ beside dashboard.py unless the environment names another."""
    shipped = Path(__file__).resolve().parent.parent / "data"
    return Path(os.environ.get(FOLDER_VARIABLE, shipped))


def query(name: str, **parameters: object) -> pd.DataFrame:
    """The rows of queries/<name>.sql. Raises gate.Refused while data/ has a bad file.

    `attrs["asked"]` of the rows names the question and the version of the data, so that what
    is made of them can be kept without reading them again.
    """
    asked = f"{name} {sorted(parameters.items())} {_seen.version(folder())}"
    # A shallow copy: pandas copies on write, so no reader can change another's rows.
    return _rows(asked, name, parameters).copy(deep=False)


def orders() -> ledger.Ledger:
    """The ledger of livelihood orders; a long one takes a while the first time it is read."""
    data = folder()
    lookups = _seen.version(data)
    return _ledger(f"{lookups} {_seen.version(data / ledger.FOLDER)}")


def order_years() -> tuple[int, ...]:
    """First and last year of the ledger that was opened last: no page waits for a long one."""
    return _opened[-1].years


def query_orders(name: str, **parameters: object) -> pd.DataFrame:
    """The rows of a query about the ledger's orders, as query() gives the others'."""
    asked = f"{name} {sorted(parameters.items())} {_seen.version(folder() / ledger.FOLDER)}"
    return _order_rows(asked, name, parameters).copy(deep=False)


@st.cache_resource(show_spinner=False, max_entries=2000)
def _order_rows(asked: str, _name: str, _parameters: dict) -> pd.DataFrame:
    connection = orders().connection
    if "as_of" in _parameters:
        ledger.count(connection, _parameters["as_of"])
    rows = queries.run(connection, _name, **_parameters)
    rows.attrs["asked"] = asked
    return rows


@st.cache_resource(show_spinner=False, max_entries=2)
def _ledger(version: str) -> ledger.Ledger:
    data = folder()
    warehouse_of_labels = _warehouse(_seen.version(data))
    found = ledger.open_folder(data, data.parent / ".working", warehouse_of_labels, version)
    _opened.append(found)
    return found


def kept(make: Callable[..., Made], rows: pd.DataFrame, *arguments: object) -> Made:
    """make(rows, *arguments), made once for the question that these rows answer.

    `rows` come from query(); the arguments tell themselves apart by their repr.
    """
    question = f"{make.__module__}.{make.__name__} {rows.attrs['asked']} {arguments}"
    return _kept(question, make, rows, arguments)


@st.cache_resource(show_spinner=False, max_entries=2000)
def _kept(question: str, _make: Callable, _rows: pd.DataFrame, _arguments: tuple) -> object:
    return _make(_rows, *_arguments)


# Streamlit would hash data frames and lists with every call; the sentence says it all.
@st.cache_resource(show_spinner=False, max_entries=2000)
def _rows(asked: str, _name: str, _parameters: dict) -> pd.DataFrame:
    rows = queries.run(_warehouse(_seen.version(folder())), _name, **_parameters)
    rows.attrs["asked"] = asked
    return rows


@st.cache_resource(show_spinner=False, max_entries=2)
def _warehouse(version: str) -> DuckDBPyConnection:
    return warehouse.open_folder(folder())


class _Files:
    """Remembers for a moment what the files in a folder look like."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: dict[Path, tuple[float, str]] = {}

    def version(self, folder: Path) -> str:
        """Changes whenever a file in the folder does, so that a reload shows the new figures.

        The ledger has a version of its own: new orders do not touch the other figures.
        """
        now = time.monotonic()
        with self._lock:
            until, version = self._seen.get(folder, (0.0, ""))
            if now < until:
                return version
            stamps = [
                (str(path), path.stat().st_mtime_ns, path.stat().st_size)
                for path in sorted(folder.rglob("*.csv"))
                if path.parent.name != ledger.FOLDER or path.parent == folder
            ]
            version = hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]
            self._seen[folder] = (now + LOOK_EVERY_SECONDS, version)
            return version


_seen = _Files()
_opened: deque[ledger.Ledger] = deque([ledger.Ledger()], maxlen=1)
