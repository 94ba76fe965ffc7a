"""Checked rows in a sealed DuckDB: a snapshot that only answers questions."""

from pathlib import Path

import duckdb
import pyarrow

from indicators import gate

SCHEMA = Path(__file__).with_name("schema.sql")
COUNTED = Path(__file__).with_name("ledger") / "counted.sql"

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
set global memory_limit = '1GB';
set global threads = 2;
set global max_execution_time = 20000; -- milliseconds
set global lock_configuration = true;
"""


def open_folder(folder: Path) -> duckdb.DuckDBPyConnection:
    """The data folder as a sealed snapshot; raises gate.Refused where the gate does."""
    return build(gate.read(folder))


def build(tables: dict[str, list[dict]]) -> duckdb.DuckDBPyConnection:
    """Checked rows, by table and column name, as a sealed in-memory database.

    The connection is for all; whoever asks takes a cursor() of it, for shared connections
    hand one caller the rows of another.
    """
    connection = duckdb.connect(":memory:")
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    for table, columns in _described(connection).items():
        _insert(connection, table, columns, tables.get(table, []))
    connection.execute(COUNTED.read_text(encoding="utf-8"))
    connection.execute(SEAL)
    return connection


def _described(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, pyarrow.DataType]]:
    """The columns of each table, tables in the order of schema.sql: what is referred to first."""
    described: dict[str, dict[str, pyarrow.DataType]] = {}
    for table, column, data_type in connection.execute(
        """
        select table_name, column_name, data_type
        from duckdb_columns()
        inner join duckdb_tables() using (table_oid, table_name)
        order by table_oid, column_index
        """
    ).fetchall():
        described.setdefault(table, {})[column] = TYPES[data_type]
    return described


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: dict[str, pyarrow.DataType],
    rows: pyarrow.Table | list[dict],
) -> None:
    """Adds rows to a table: by column name, and all at once, which is quick."""
    if isinstance(rows, list):
        rows = _as_arrow(table, columns, rows)
    if len(rows):
        missing = [name for name in columns if name not in rows.column_names]
        for name in missing:
            rows = rows.append_column(name, pyarrow.nulls(len(rows), columns[name]))
        connection.from_arrow(rows.select(list(columns))).insert_into(table)


def _as_arrow(table: str, columns: dict[str, pyarrow.DataType], rows: list[dict]) -> pyarrow.Table:
    strangers = {column for row in rows for column in row} - columns.keys()
    if strangers:
        raise ValueError(f"{table} has no column {', '.join(sorted(strangers))}")
    return pyarrow.table(
        {
            column: pyarrow.array([row.get(column) for row in rows], data_type)
            for column, data_type in columns.items()
        }
    )
