"""The cached door between the pages and the figures."""

import hashlib
import os
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd
import streamlit as st

from indicators import ledger, queries
from indicators.gate import Problem
from indicators.publishing import Edition, Publisher

# Another district, or a test, points at its own folder.
FOLDER_VARIABLE = "INDICATORS_DATA"
# A run asks a dozen questions; the ledger's files are looked at once for all of them.
LOOK_EVERY_SECONDS = 0.5

Made = TypeVar("Made")


def folder() -> Path:
    """The data folder: data/ beside dashboard.py unless the environment names another."""
    shipped = Path(__file__).resolve().parent.parent / "data"
    return Path(os.environ.get(FOLDER_VARIABLE, shipped))


def working() -> Path:
    """What the dashboard keeps for itself, beside the data folder."""
    return folder().parent / ".working"


def begin_page() -> None:
    """Take the edition in force for all that this run of a page asks: never two in one page.

    Raises gate.Refused while data/ has a bad file and nothing was accepted before it.
    """
    _run.edition = publisher().edition


def edition() -> Edition:
    """What this run of a page shows; outside of one, what is in force."""
    taken = getattr(_run, "edition", None)
    return taken or publisher().edition


def publisher() -> Publisher:
    """The one that watches the data folder for this process."""
    return _publisher(str(folder()), str(working()))


@st.cache_resource(show_spinner=False)
def _publisher(data: str, beside: str) -> Publisher:
    found = Publisher(Path(data), Path(beside))
    found.start()
    found.watch()
    return found


def file_names() -> list[str]:
    """The files of data/ that are in force, by name."""
    return [file.name for file in edition().files]


def check(name: str, content: bytes, *, instead_of: str) -> tuple[Problem, ...]:
    """What the gate says of a file, and through it of others, in the place of one in force.

    Nothing of it is kept.
    """
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / Path(name).name
        path.write_bytes(content)
        return publisher().check({name: path}, without=instead_of)


def query(name: str, **parameters: object) -> pd.DataFrame:
    """The rows of queries/<name>.sql. Raises gate.Refused as begin_page() does.

    `attrs["asked"]` of the rows names the question and the version of the data, so that what
    is made of them can be kept without reading them again.
    """
    shown = edition()
    asked = f"{name} {sorted(parameters.items())} {shown.version}"
    # A shallow copy: pandas copies on write, so no reader can change another's rows.
    return _rows(asked, shown, name, parameters).copy(deep=False)


def orders() -> ledger.Ledger:
    """The ledger of livelihood orders; a long one takes a while the first time it is read."""
    shown = edition()
    return _ledger(f"{shown.version} {_seen.version(folder() / ledger.FOLDER)}", shown)


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
def _ledger(version: str, _labels: Edition) -> ledger.Ledger:
    found = ledger.open_folder(folder(), working(), _labels.connection, version)
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
def _rows(asked: str, _shown: Edition, _name: str, _parameters: dict) -> pd.DataFrame:
    rows = queries.run(_shown.connection, _name, **_parameters)
    rows.attrs["asked"] = asked
    return rows


class _Files:
    """Remembers for a moment what the files in a folder look like."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: dict[Path, tuple[float, str]] = {}

    def version(self, folder: Path) -> str:
        """Changes whenever a file in the folder does, so that a reload shows the new orders."""
        now = time.monotonic()
        with self._lock:
            until, version = self._seen.get(folder, (0.0, ""))
            if now < until:
                return version
            stamps = [
                (str(path), path.stat().st_mtime_ns, path.stat().st_size)
                for path in sorted(folder.glob("*.csv"))
            ]
            version = hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]
            self._seen[folder] = (now + LOOK_EVERY_SECONDS, version)
            return version


_run = threading.local()
_seen = _Files()
_opened: deque[ledger.Ledger] = deque([ledger.Ledger()], maxlen=1)
