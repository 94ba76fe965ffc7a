"""The ledger as one of the kinds of edition that a publisher keeps."""

import logging
import os
import tempfile
import weakref
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import pyarrow

from indicators import gate
from indicators.gate import Problem, places
from indicators.ledger import checking, counting
from indicators.ledger.items import FOLDER
from indicators.publishing import Edition, databases, kinds
from indicators.publishing.copies import writable
from indicators.warehouse import SCHEMA, VOCABULARY

log = logging.getLogger(__name__)

# In what the codes of a ledger are looked up.
LABELS = ("sectors", "breakdowns")
Labels = dict[str, pyarrow.Table]
GATE = Path(gate.__file__).parent


@dataclass(frozen=True)
class Checked:
    """What the files hold, in a `database` that is gone with this, unless it was moved away.

    In the memory of a connection where nothing can be written.
    """

    problems: tuple[Problem, ...]
    database: Path | duckdb.DuckDBPyConnection

    @property
    def refused(self) -> frozenset[str]:
        """The files that hold something wrong."""
        return frozenset(p.file for p in self.problems if p.severity == "refused")


class Orders:
    """The kind of edition that is made of data/orders/, in a database of its own."""

    name = "orders"

    def __init__(self, working: Path, figures: Callable[[], Edition]) -> None:
        """`working` is where databases are made; sectors and tiers are those of the figures."""
        self._working, self._figures = working, figures
        self._known: tuple[str, bytes] = ("", b"")  # the version of the figures, and their names

    def names(self, folder: Path) -> list[str]:
        """All that lies in the ledger's folder and looks like a table."""
        return places.names_in(folder, FOLDER)

    def table_of(self, _name: str) -> str:
        """All of them are one ledger."""
        return FOLDER

    def made_by(self) -> str:
        """The gate's and the ledger's code, DuckDB, and the names of sectors and tiers."""
        made = (*kinds.sources(GATE, ".py", ".sql"), *_sources(".py", ".sql"))
        return kinds.digest(made, self._labels())

    def shape(self) -> str:
        """The ledger's SQL, DuckDB, and the names of sectors and tiers."""
        return kinds.digest(_sources(".sql"), self._labels())

    def check(self, files: Mapping[str, Path]) -> Checked:
        """Read the files into a new database."""
        looked_up = labels(self._figures())
        try:
            return self._in_a_file(files, looked_up)
        except (OSError, duckdb.IOException):
            log.warning("the ledger cannot be saved in the working folder; it is in memory")
        connection = duckdb.connect(":memory:")
        return Checked(checking.check(files, looked_up, connection), connection)

    def _in_a_file(self, files: Mapping[str, Path], looked_up: Labels) -> Checked:
        handle, place = tempfile.mkstemp(suffix=".unfinished", dir=writable(self._working))
        os.close(handle)
        database = Path(place)
        database.unlink()  # DuckDB makes it
        try:
            with duckdb.connect(place) as connection:
                checked = Checked(checking.check(files, looked_up, connection), database)
        except BaseException:
            _remove(database)
            raise
        weakref.finalize(checked, _remove, database)
        return checked

    def save(self, checked: Checked, database: Path) -> None:
        """The database into which they were read, moved to its place."""
        if not isinstance(checked.database, Path):
            raise OSError("the ledger was read in memory, for nothing could be written")
        databases.put(checked.database, database)

    def connect(self, database: Path) -> duckdb.DuckDBPyConnection:
        """The database, opened without reading any file of the ledger."""
        return counting.connect(database)

    def in_memory(self, checked: Checked) -> duckdb.DuckDBPyConnection:
        """The database into which they were read, wherever it is."""
        if isinstance(checked.database, Path):
            return counting.connect(checked.database)
        return counting.sealed(checked.database)

    def changes(self, _before: Path, _after: Path, _files: Collection[str], _at: str) -> None:
        """Not told: a ledger changes every day."""

    def _labels(self) -> bytes:
        edition = self._figures()
        version, written = self._known
        if version != edition.version:
            rows = {table: of_table.to_pylist() for table, of_table in labels(edition).items()}
            version, written = self._known = (edition.version, repr(rows).encode())
        return written


def labels(edition: Edition) -> Labels:
    """The tables of an edition of the figures in which a ledger's codes are looked up."""
    cursor = edition.connection.cursor()
    return {table: cursor.sql(f"from {table}").to_arrow_table() for table in LABELS}


@cache
def _sources(*suffixes: str) -> tuple[Path, ...]:
    here = Path(__file__).parent
    return (*kinds.sources(here, *suffixes), SCHEMA, VOCABULARY)


def _remove(database: Path) -> None:
    for path in (database, database.with_name(f"{database.name}.wal")):
        with suppress(OSError):
            path.unlink()
