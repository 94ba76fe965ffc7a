"""Checked rows in a sealed DuckDB: a snapshot that only answers questions."""

from pathlib import Path
from typing import Any

import duckdb
import pyarrow

from indicators import gate

HERE = Path(__file__).parent
SCHEMA = HERE / "schema.sql"
VOCABULARY = HERE / "vocabulary.sql"
STANDING = HERE / "standing.sql"
VIEWS = (HERE / "figures.sql", HERE / "judgements.sql")
# What a saved snapshot is made by: where one of these changes, it has to be made anew.
MADE_BY = (SCHEMA, VOCABULARY, STANDING)
COUNTED = HERE.parent / "ledger" / "counted.sql"

FEW_ROWS = 100_000

TYPES = {
    "VARCHAR": pyarrow.string(),
    "INTEGER": pyarrow.int32(),
    "DOUBLE": pyarrow.float64(),
    "BOOLEAN": pyarrow.bool_(),
    "DATE": pyarrow.date32(),
}

# `global`, for a cursor does not inherit what is set for the connection alone. Files are shut
# out after the folder for temporary files is given up; the last line locks all the others.
SEAL = """
set global autoinstall_known_extensions = false;
set global autoload_known_extensions = false;
set global temp_directory = '';
set global enable_external_access = false;
set global memory_limit = '{memory}';
set global threads = 2;
set global max_execution_time = 20000; -- milliseconds
set global lock_configuration = true;
"""


def open_folder(folder: Path) -> duckdb.DuckDBPyConnection:
    """The data folder as a sealed snapshot; raises gate.Refused where the gate does."""
    return build(gate.read(folder))


def build(tables: dict[str, pyarrow.Table | list[dict[str, Any]]]) -> duckdb.DuckDBPyConnection:
    """Checked rows, by table and column name, as a sealed in-memory database.

    The connection is for all; whoever asks takes a cursor() of it, for shared connections
    hand one caller the rows of another.
    """
    connection = duckdb.connect(":memory:")
    _run(connection, VOCABULARY)
    _fill(connection, tables)
    _run(connection, *VIEWS, COUNTED)
    seal(connection)
    return connection


def save(tables: dict[str, pyarrow.Table], file: Path) -> None:
    """Checked rows as a DuckDB file, which `open_file` opens without reading any CSV."""
    # A column of a few rows takes a whole block: small ones make a file of 0.7 MB, not of 9.
    block = 262_144 if len(tables["observations"]) > FEW_ROWS else 16_384
    with duckdb.connect(":memory:") as connection:
        connection.execute("set memory_limit = '1GB'; set enable_progress_bar = false")
        _run(connection, VOCABULARY)
        attach(connection, file, "kept", f"block_size {block}")
        # Tables go into the file, words are found in memory: no file keeps them.
        connection.execute("set search_path = 'kept,memory'")
        _fill(connection, tables)
        # Closing writes too, and says nothing where there is no room: a full disk is told here.
        connection.execute("checkpoint kept")


def open_file(file: Path) -> duckdb.DuckDBPyConnection:
    """A saved snapshot, sealed, opened for reading only."""
    connection = duckdb.connect(":memory:")
    attach(connection, file, "kept")
    for (table,) in connection.execute(TABLES_OF, {"database": "kept"}).fetchall():
        connection.execute(f"create view {table} as from kept.{table}")
    _run(connection, VOCABULARY, *VIEWS)
    seal(connection)
    return connection


def attach(
    connection: duckdb.DuckDBPyConnection, file: Path, name: str, options: str = "read_only"
) -> None:
    """Let a connection reach the tables of a DuckDB file by a name."""
    quoted = str(file).replace("'", "''")
    connection.execute(f"attach '{quoted}' as {name} ({options})")


def seal(connection: duckdb.DuckDBPyConnection, memory: str = "1GB") -> None:
    """Let a connection only answer, within a time and a memory."""
    connection.execute(SEAL.format(memory=memory))


def look_ups(
    connection: duckdb.DuckDBPyConnection, file: str | None = None
) -> dict[str, pyarrow.Table]:
    """The tables of a snapshot as the gate gave them; of the observations those of one file.

    Without a file the annual ones, each series once: what an indicator's figures are called.
    """
    cursor = connection.cursor()
    tables = {name: cursor.sql(f"from {name}").to_arrow_table() for name in LOOK_UPS}
    wanted = cursor.sql(OF_FILE, params={"file": file}) if file else cursor.sql(SERIES)
    return {**tables, "observations": wanted.to_arrow_table()}


LOOK_UPS = ("sectors", "areas", "sources", "indicators", "breakdowns")
OF_FILE = "select * from observations where file = $file order by line"
SERIES = """
select distinct indicator, time_period, coverage
from observations
where length(time_period) = 4
order by all
"""


def figures(connection: duckdb.DuckDBPyConnection) -> int:
    """How many published figures a snapshot has. Raises Unanswered where it answers nothing."""
    try:
        [[count]] = connection.cursor().execute("select count(*) from observations").fetchall()
    except duckdb.Error as error:
        raise Unanswered(str(error)) from error
    return count


class Unanswered(Exception):
    """A snapshot that does not answer even a trivial query."""


TABLES_OF = "select table_name from duckdb_tables() where database_name = $database"


def _fill(
    connection: duckdb.DuckDBPyConnection, tables: dict[str, pyarrow.Table | list[dict[str, Any]]]
) -> None:
    _run(connection, SCHEMA)
    for table, columns in _described(connection).items():
        _insert(connection, table, columns, tables.get(table, []))
    _run(connection, STANDING)


def _run(connection: duckdb.DuckDBPyConnection, *files: Path) -> None:
    for file in files:
        connection.execute(file.read_text(encoding="utf-8"))


def _described(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, pyarrow.DataType]]:
    """The columns of each table, tables in the order of schema.sql: what is referred to first.

    Columns with a default are not read, they follow from the others.
    """
    described: dict[str, dict[str, pyarrow.DataType]] = {}
    for table, column, data_type in connection.execute(
        """
        select table_name, column_name, data_type
        from duckdb_columns()
        inner join duckdb_tables() using (table_oid, table_name)
        where column_default is null
        order by table_oid, column_index
        """
    ).fetchall():
        described.setdefault(table, {})[column] = TYPES[data_type]
    return described


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: dict[str, pyarrow.DataType],
    rows: pyarrow.Table | list[dict[str, Any]],
) -> None:
    """Adds rows to a table: by column name, and all at once, which is quick."""
    arrow = _as_arrow(table, columns, rows) if isinstance(rows, list) else rows.select(columns)
    if len(arrow):
        connection.execute(f"insert into {table} by name select * from arrow")


def _as_arrow(
    table: str, columns: dict[str, pyarrow.DataType], rows: list[dict[str, Any]]
) -> pyarrow.Table:
    strangers = {column for row in rows for column in row} - columns.keys()
    if strangers:
        raise ValueError(f"{table} has no column {', '.join(sorted(strangers))}")
    return pyarrow.table(
        {
            column: pyarrow.array([row.get(column) for row in rows], data_type)
            for column, data_type in columns.items()
        }
    )
