"""The cached door between the pages and the figures."""

import logging
import os
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd
import streamlit as st

from indicators import ledger
from indicators.gate import Problem
from indicators.ledger.watching import Watched
from indicators.publishing import Edition, Figures, Publisher
from indicators.warehouse import queries

log = logging.getLogger(__name__)

# Another district, or a test, points at its own folder.
FOLDER_VARIABLE = "INDICATORS_DATA"

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
    found = Publisher(Figures(), Path(data), Path(beside), prepare=_ask_again)
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
    _lately.note(name, parameters)
    # A shallow copy: pandas copies on write, so no reader can change another's rows.
    return _answer(edition(), name, parameters).copy(deep=False)


def orders() -> ledger.Ledger:
    """The ledger of livelihood orders; a long one takes a while the first time it is read.

    A changed one is read beside the one that is open, so no reader waits for it.
    """
    return _orders.get(folder(), working(), edition())


def order_years() -> tuple[int, ...]:
    """First and last year of the ledger that was opened last: no page waits for a long one."""
    return _orders.opened.years


def query_orders(name: str, **parameters: object) -> pd.DataFrame:
    """The rows of a query about the ledger's orders, as query() gives the others'."""
    opened = orders()
    asked = f"{name} {sorted(parameters.items())} {opened.name}"
    return _order_rows(asked, opened, name, parameters).copy(deep=False)


@st.cache_resource(show_spinner=False, max_entries=2000)
def _order_rows(asked: str, _opened: ledger.Ledger, _name: str, _parameters: dict) -> pd.DataFrame:
    if "as_of" in _parameters:
        ledger.count(_opened.connection, _parameters["as_of"])
    rows = queries.run(_opened.connection, _name, **_parameters)
    rows.attrs["asked"] = asked
    return rows


def kept(make: Callable[..., Made], rows: pd.DataFrame, *arguments: object) -> Made:
    """make(rows, *arguments), made once for the question that these rows answer.

    `rows` come from query(); the arguments tell themselves apart by their repr.
    """
    question = f"{make.__module__}.{make.__name__} {rows.attrs['asked']} {arguments}"
    return _kept(question, make, rows, arguments)


@st.cache_resource(show_spinner=False, max_entries=2000)
def _kept(question: str, _make: Callable, _rows: pd.DataFrame, _arguments: tuple) -> object:
    return _make(_rows, *_arguments)


def _answer(shown: Edition, name: str, parameters: dict) -> pd.DataFrame:
    asked = f"{name} {sorted(parameters.items())} {shown.version}"
    return _rows(asked, shown, name, parameters)


def _ask_again(new: Edition) -> None:
    """Ask a new edition what readers asked lately: once it is in force, none of them waits."""
    for name, parameters in _lately.questions():
        try:
            _answer(new, name, parameters)
        except Exception:
            log.exception("%s could not be asked of the new figures beforehand", name)


# Streamlit would hash data frames and lists with every call; the sentence says it all.
@st.cache_resource(show_spinner=False, max_entries=2000)
def _rows(asked: str, _shown: Edition, _name: str, _parameters: dict) -> pd.DataFrame:
    rows = queries.run(_shown.connection, _name, **_parameters)
    rows.attrs["asked"] = asked
    return rows


class _Lately:
    """The questions that were asked last, each once."""

    MOST = 300

    def __init__(self) -> None:
        self._asked: OrderedDict[str, tuple[str, dict]] = OrderedDict()
        self._lock = threading.Lock()

    def note(self, name: str, parameters: dict) -> None:
        question = f"{name} {sorted(parameters.items())}"
        with self._lock:
            self._asked[question] = (name, parameters)
            self._asked.move_to_end(question)
            if len(self._asked) > self.MOST:
                self._asked.popitem(last=False)

    def questions(self) -> list[tuple[str, dict]]:
        with self._lock:
            return list(self._asked.values())


_run = threading.local()
_lately = _Lately()
_orders = Watched()
