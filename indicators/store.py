"""The cached door between the pages and the figures."""

import hashlib
import logging
import os
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from indicators import apart, clock, gate, ledger, warehouse
from indicators.gate import Problem, Refused, imports, mending, templates
from indicators.publishing import Edition, Figures, Publisher, watch
from indicators.warehouse import queries

log = logging.getLogger(__name__)

# Another district, or a test, points at its own folder.
FOLDER_VARIABLE = "INDICATORS_DATA"

# Bytes of a ledger in force beside which another file of it is checked.
MOST_BESIDE = 64 << 20
# Answers and what was made of them that are kept at a time.
MOST_MADE = 5000

Made = TypeVar("Made")
Parameters = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """The rows that a query gave, and the question that they answer.

    The question names the query, its parameters and the version of the data. Rows picked out of
    these, or added to, answer another one: they are a data frame without any.
    """

    question: str
    rows: pd.DataFrame = field(repr=False, compare=False)


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
    watching = Publisher(Figures(), Path(data), Path(beside), prepare=_ask_again)
    watching.start()
    watch(watching)
    return watching


def file_names() -> list[str]:
    """The files of data/ that are in force, by name."""
    return [file.name for file in edition().files]


def check(files: Mapping[str, bytes], *, instead_of: Collection[str]) -> tuple[Problem, ...]:
    """What the gate says of files, and through them of others, in the place of some in force.

    Raises apart.Exceeded where they take too long or too much memory.
    """
    shown = edition()

    def judged(paths: Mapping[str, Path]) -> tuple[Problem, ...]:
        others = publisher().paths(shown, without=instead_of)
        return apart.run(gate.news, publisher().paths(shown), {**others, **paths}, frozenset(files))

    # Some of it depends on the day: a figure of the future.
    about = f"check {sorted(instead_of)} {shown.version} {clock.today()}"
    return _once(f"{about} {_digests(files)}", judged, files)


def ledgers(files: Mapping[str, bytes]) -> frozenset[str]:
    """Which files have the columns of a ledger of orders. Raises apart.Exceeded as check() does."""

    def of_a_ledger(paths: Mapping[str, Path]) -> frozenset[str]:
        return apart.run(ledger.ledgers, paths)

    return _once(f"ledgers {_digests(files)}", of_a_ledger, files)


def check_orders(
    files: Mapping[str, bytes], *, instead_of: Collection[str]
) -> tuple[tuple[Problem, ...], bool]:
    """As check(), what the ledger's gate says; and whether beside the items in force.

    A ledger of millions of items takes longer to read than a person waits for.
    """
    watching, figures = _orders(str(folder()), str(working())), edition()
    shown = watching.edition if watching.is_open else None

    def judged(paths: Mapping[str, Path]) -> tuple[tuple[Problem, ...], bool]:
        others = watching.paths(shown, without=instead_of) if shown else {}
        beside = {**others, **paths}
        is_beside = sum(path.stat().st_size for path in beside.values()) < MOST_BESIDE
        labels = ledger.labels(figures)
        offered = beside if is_beside else paths
        return apart.run(ledger.judged, offered, labels, frozenset(files)), is_beside

    versions = f"{shown.version if shown else None} {figures.version}"
    about = f"orders {sorted(instead_of)} {versions} {clock.today()}"
    return _once(f"{about} {_digests(files)}", judged, files)


def order_files() -> list[str]:
    """The files of the ledger that are in force, by name."""
    watching = _orders(str(folder()), str(working()))
    return [file.name for file in watching.edition.files] if watching.is_open else []


def mended(files: Mapping[str, bytes], name: str, *, instead_of: Collection[str]) -> bytes | None:
    """One of the files as a CSV in which is mended what is certain; None if it cannot be read.

    Raises apart.Exceeded as check() does.
    """
    shown = edition()

    def made(paths: Mapping[str, Path]) -> bytes | None:
        others = publisher().paths(shown, without=instead_of)
        return apart.run(mending.mended, {**others, **paths}, name)

    about = f"mended {name!r} {sorted(instead_of)} {shown.version}"
    return _once(f"{about} {_digests(files)}", made, files)


def sheets(name: str, content: bytes) -> list[imports.Grid]:
    """The sheets of an office's table.

    Raises gate.Broken with what is wrong, in words, and apart.Exceeded as check() does.
    """
    files = {name: content}

    def read(paths: Mapping[str, Path]) -> list[imports.Grid]:
        return apart.run(imports.grids, paths[name], name)

    return _once(f"sheets {_digests(files)}", read, files)


# Each may be as large as a file that is sent, so no more than a few visitors look at.
@st.cache_resource(show_spinner=False, max_entries=8)
def _once(
    question: str, _ask: Callable[[Mapping[str, Path]], Made], _files: Mapping[str, bytes]
) -> Made:
    """What is asked of files that are sent: a page runs again for every other choice on it."""
    with _laid(_files) as paths:
        return _ask(paths)


def _digests(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """What tells files from others: their names, in their order, and what they hold."""
    return [(name, hashlib.sha256(content).hexdigest()) for name, content in files.items()]


@contextmanager
def _laid(files: Mapping[str, bytes]) -> Iterator[dict[str, Path]]:
    """Files in a folder that is gone afterwards, by their name in data/."""
    with tempfile.TemporaryDirectory() as place:
        paths = {}
        for number, (name, content) in enumerate(files.items()):
            paths[name] = Path(place) / f"{number}{PurePosixPath(name).suffix}"
            paths[name].write_bytes(content)
        yield paths


def vocabulary() -> imports.Vocabulary:
    """The names and codes of the figures in force, by which an office's table is understood."""
    return _vocabulary(edition().version, edition())


@st.cache_resource(show_spinner=False, max_entries=2)
def _vocabulary(_version: str, _shown: Edition) -> imports.Vocabulary:
    return imports.Vocabulary.of(warehouse.look_ups(_shown.connection))


def template(file: str, rows: Iterable[Mapping[str, str]] | None = None) -> bytes:
    """A workbook of these rows with lists of names; without rows, of those that are due."""
    tables = warehouse.look_ups(edition().connection, file)
    return templates.workbook(tables, templates.due(tables, file) if rows is None else rows)


def choices() -> imports.Choices:
    """What people chose for the names of earlier tables."""
    return imports.Choices.load(working())


def query(name: str, **parameters: object) -> Answer:
    """What queries/<name>.sql answers. Raises gate.Refused as begin_page() does."""
    _lately.note(name, parameters)
    return _answer(edition(), name, parameters)


def orders() -> Edition | None:
    """The ledger in force; None where there is none. A long one takes a while the first time.

    Raises gate.Refused while a file is bad and none was accepted before it.
    """
    opened = _orders(str(folder()), str(working())).edition
    return opened if opened.files else None


@st.cache_resource(show_spinner=False)
def _orders(data: str, beside: str) -> Publisher:
    kept_in, figures = Path(beside) / ledger.FOLDER, _publisher(data, beside)
    kind = ledger.Orders(kept_in, lambda: figures.edition)
    watching = Publisher(kind, Path(data), kept_in)
    watching.start()
    watch(watching)
    _opened[data] = watching
    return watching


def order_problems() -> tuple[Problem, ...]:
    """What is to be said of the ledger's files."""
    try:
        return _orders(str(folder()), str(working())).edition.problems
    except Refused as refused:
        return refused.problems


def order_years() -> tuple[int, ...]:
    """First and last year of the ledger: none before it was read, for no page waits for that."""
    watching = _opened.get(str(folder()))
    if watching is None or not watching.is_open:
        return ()
    return _years(watching.edition.version, watching.edition)


@st.cache_resource(show_spinner=False, max_entries=2)
def _years(version: str, _shown: Edition) -> tuple[int, ...]:
    return ledger.years(_shown.connection)


def query_orders(name: str, **parameters: object) -> Answer:
    """What a query about the ledger's orders answers, as query() does about the figures."""
    shown = orders()
    if shown is None:
        raise LookupError("there is no ledger to be asked")
    question = f"{name} {sorted(parameters.items())} {shown.version}"
    return Answer(question, _copy(_made(question, lambda: _of_orders(shown, name, parameters))))


def _of_orders(shown: Edition, name: str, parameters: Parameters) -> pd.DataFrame:
    if "as_of" in parameters:
        ledger.count(shown.connection, parameters["as_of"])
    return queries.run(shown.connection, name, **parameters)


def kept(make: Callable[..., Made], *parts: object, **more: object) -> Made:
    """make(*parts, **more), the rows of an answer in its place; made once for the same parts.

    An answer is told by its question, every other part by its repr. Raises TypeError for rows by
    themselves: those of the same look may answer something else.
    """
    for part in (*parts, *more.values()):
        if isinstance(part, pd.DataFrame):
            raise TypeError(f"{make.__name__} is given rows without a question: give the answer")
    in_words = f"{make.__module__}.{make.__name__} {parts} {more}"
    return _made(in_words, lambda: make(*map(_its_rows, parts), **more))


def _its_rows(part: object) -> object:
    return part.rows if isinstance(part, Answer) else part


# Streamlit would hash data frames and lists with every call, and looks each argument up: the
# question says it all.
@st.cache_resource(show_spinner=False, max_entries=MOST_MADE)
def _made(question: str, _make: Callable[[], Made]) -> Made:
    return _make()


def _answer(shown: Edition, name: str, parameters: Parameters) -> Answer:
    question = f"{name} {sorted(parameters.items())} {shown.version}"
    rows = _made(question, lambda: queries.run(shown.connection, name, **parameters))
    return Answer(question, _copy(rows))


def _copy(rows: pd.DataFrame) -> pd.DataFrame:
    """A shallow copy: pandas copies on write, so no reader can change another's rows."""
    return rows.copy(deep=False)


def _ask_again(new: Edition) -> None:
    """Ask a new edition what readers asked lately: once it is in force, none of them waits."""
    for name, parameters in _lately.questions():
        try:
            _answer(new, name, parameters)
        except Exception:
            log.exception("%s could not be asked of the new figures beforehand", name)


class _Lately:
    """The questions that were asked last, each once."""

    MOST = 300

    def __init__(self) -> None:
        self._questions: OrderedDict[str, tuple[str, Parameters]] = OrderedDict()
        self._lock = threading.Lock()

    def note(self, name: str, parameters: Parameters) -> None:
        question = f"{name} {sorted(parameters.items())}"
        with self._lock:
            self._questions[question] = (name, parameters)
            self._questions.move_to_end(question)
            if len(self._questions) > self.MOST:
                self._questions.popitem(last=False)

    def questions(self) -> list[tuple[str, Parameters]]:
        with self._lock:
            return list(self._questions.values())


_run = threading.local()
_lately = _Lately()
_opened: dict[str, Publisher] = {}  # the ledgers that were read, by data folder
