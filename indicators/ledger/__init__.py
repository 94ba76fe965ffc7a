"""The ledger of livelihood orders: data/orders/*.csv, checked, as a sealed DuckDB of its own.

Ten million items take a while to read, so the checked ledger is kept as a DuckDB file in a
working folder, named by what it was made from; a restart with unchanged files opens it at once.
"""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from indicators.gate import Problem
from indicators.ledger import checking as orders
from indicators.warehouse import SCHEMA, VOCABULARY

HERE = Path(__file__).parent
FOLDER = orders.FOLDER
COLUMNS = orders.COLUMNS
# What labels and codes are looked up in.
LOOKUPS = ("sectors", "breakdowns")
MEMORY = "2GB"


@dataclass(frozen=True)
class Ledger:
    """An open ledger, and what keeps a newer one from being opened. Neither: there is none."""

    connection: duckdb.DuckDBPyConnection | None = None
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0  # also of those that are not listed
    years: tuple[int, ...] = ()  # the first and the last in which an order was raised
    name: str = ""  # of what is kept; changes with the orders


def open_folder(
    folder: Path, working: Path, warehouse: duckdb.DuckDBPyConnection, version: str
) -> Ledger:
    """The ledger of a data folder, whose look-up tables are in `warehouse`.

    `version` changes with the files; `working` keeps what was made of them. Where it cannot be
    written to, the folder for temporary files serves. While the files are refused, the last
    ledger that was accepted stays open.
    """
    files = orders.names(folder)
    if not files:
        return Ledger()
    working = _writable(working)
    kept = working / f"ledger-{_name(version)}.duckdb"
    if not kept.exists():
        unfinished = kept.with_suffix(f".{os.getpid()}.unfinished")
        unfinished.unlink(missing_ok=True)
        found, count = _build(unfinished, folder, files, warehouse)
        if found:
            unfinished.unlink(missing_ok=True)
            return replace(_last_accepted(working), problems=tuple(found), problem_count=count)
        os.replace(unfinished, kept)
    _forget_others(kept)
    return _opened(kept)


def _opened(kept: Path) -> Ledger:
    connection = connect(kept)
    years = connection.cursor().execute(YEARS).fetchone()
    return Ledger(connection, years=years if years[0] else (), name=kept.stem)


def _last_accepted(working: Path) -> Ledger:
    """The newest ledger that was kept and can be opened; else none."""
    kept = sorted(working.glob("ledger-*.duckdb"), key=lambda path: path.stat().st_mtime)
    for path in reversed(kept):
        with suppress(duckdb.Error):  # damaged, or of another version of the program
            return _opened(path)
    return Ledger()


def connect(file: Path) -> duckdb.DuckDBPyConnection:
    """A checked ledger, sealed: it only answers questions and keeps counts."""
    connection = duckdb.connect(":memory:")
    quoted = str(file).replace("'", "''")
    connection.execute(f"attach '{quoted}' as ledger (read_only)")
    for table in ("orders", *LOOKUPS):
        connection.execute(f"create view {table} as from ledger.{table}")
    connection.execute(VOCABULARY.read_text(encoding="utf-8"))
    connection.execute(_sql("counted"))
    connection.execute(f"set global memory_limit = '{MEMORY}'; set global threads = 2;")
    connection.execute("set global temp_directory = ''; set global enable_external_access = false;")
    connection.execute("set global lock_configuration = true;")
    return connection


def count(connection: duckdb.DuckDBPyConnection, as_of: date) -> None:
    """Count the orders as they stood at the end of a day, unless they are counted already."""
    with connection.cursor() as cursor:
        asked = {"as_of": as_of}
        known = "select count(*) from counted.order_counts where as_of = $as_of"
        cursor.execute("begin")
        if cursor.execute(known, asked).fetchone() == (0,):
            cursor.execute(_sql("count"), asked)
        cursor.execute("commit")


def _build(
    file: Path, folder: Path, files: list[str], warehouse: duckdb.DuckDBPyConnection
) -> tuple[list[Problem], int]:
    """Load all files into a new DuckDB file; the problems that forbid to use it."""
    found: list[Problem] = []
    with duckdb.connect(str(file)) as connection:
        connection.execute(f"set memory_limit = '{MEMORY}'; set enable_progress_bar = false")
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        for table in LOOKUPS:
            rows = warehouse.cursor().sql(f"from {table}").to_arrow_table()
            connection.from_arrow(rows).insert_into(table)
        connection.execute(_sql("words"))
        with tempfile.TemporaryDirectory(dir=file.parent) as other:
            homes = {name: orders.in_utf8(folder, name, Path(other)) for name in files}
            loaded = [name for name in files if _load(connection, homes[name], name, found)]
            found += _mistakes(connection, {name: homes[name] for name in loaded})
        count = len(found) if len(found) < orders.MOST_PROBLEMS else _wrong(connection, len(found))
    return found[: orders.MOST_PROBLEMS], count


def _load(
    connection: duckdb.DuckDBPyConnection, folder: Path, name: str, found: list[Problem]
) -> bool:
    """Add one file to `orders`; False, and why, where it cannot be read."""
    columns = orders.header(folder, name, found)
    if columns is None:
        return False
    asked = {
        "file": name,
        "path": str(folder / name),
        "columns": dict.fromkeys(columns, "VARCHAR"),
    }
    try:
        connection.execute(_sql("load"), asked)
    except duckdb.InvalidInputException as error:
        # DuckDB names no cell; the gate reads the file once more and does.
        form = orders.form(folder, name)
        first_line = str(error).splitlines()[0]
        found += form or [
            Problem(name, None, None, first_line, "应是能读的 CSV 文件", "a CSV file")
        ]
        return False
    return True


def _mistakes(connection: duckdb.DuckDBPyConnection, homes: Mapping[str, Path]) -> list[Problem]:
    """Cells that are wrong and numbers that are given twice, in the order of file and line.

    `homes` are the folders in which the files lie that could be read.
    """
    known = {
        kind: [word for (word,) in connection.execute(WORDS, {"kind": kind}).fetchall()]
        for kind in ("tier", "sector")
    }
    found: list[Problem] = []
    for name, folder in homes.items():
        wrong = dict(connection.execute(WRONG, {"file": name}).fetchall())
        found += orders.wrong_cells(folder, name, wrong, known)
        twice = connection.execute(TWICE, {"file": name}).fetchall()
        places = {place: _where(homes, *first) for place, *first in twice}
        found += orders.repeated(folder, name, places)
    return sorted(found, key=lambda problem: (problem.file, problem.line or 0))


def _where(homes: Mapping[str, Path], file: str, place: int) -> str:
    return f"data/{file}:{orders.line_of(homes[file], file, place)}"


YEARS = "select min(raised_year), max(raised_year) from orders"
WORDS = "select word from words where kind = $kind order by word"
# An item's place in its file, from 0: what is inserted keeps its order.
PLACED = """
with placed as (
    select *, rowid - min(rowid) over (partition by file) as place
    from orders
)
"""
WRONG = f"{PLACED} select place, wrong from placed where file = $file and wrong <> 0 limit 200"
TWICE = f"""
{PLACED},

numbered as (
    select *, row_number() over (partition by order_id order by file, place) as nth
    from placed
    where order_id in (
        select order_id from orders where order_id is not null group by order_id having count(*) > 1
    )
)

select other.place, first.file, first.place
from numbered as other
inner join numbered as first on other.order_id = first.order_id and first.nth = 1
where other.nth > 1 and other.file = $file
limit 200
"""


def _wrong(connection: duckdb.DuckDBPyConnection, listed: int) -> int:
    items = connection.execute("select count(*) from orders where wrong <> 0").fetchone()[0]
    return max(items, listed)


def _sql(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def _name(version: str) -> str:
    """Changes with the data's version and with what is made of it."""
    made_by = "".join(_sql(name) for name in ("words", "load")) + SCHEMA.read_text(encoding="utf-8")
    return hashlib.sha256(f"{version}{made_by}{duckdb.__version__}".encode()).hexdigest()[:16]


def _writable(working: Path) -> Path:
    try:
        working.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=working):
            return working
    except OSError:
        other = Path(tempfile.gettempdir()) / "indicators-working"
        other.mkdir(exist_ok=True)
        return other


def _forget_others(kept: Path) -> None:
    """Earlier ledgers are of no use; one that is still open elsewhere stays."""
    for other in kept.parent.glob("ledger-*.duckdb"):
        if other != kept:
            with suppress(OSError):
                other.unlink()
