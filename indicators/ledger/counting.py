"""A checked ledger that is open: it only answers questions and keeps counts."""

from datetime import date
from pathlib import Path

import duckdb

from indicators import warehouse
from indicators.ledger.checking import MEMORY, sql

TABLES = ("orders", "sectors", "breakdowns")


def connect(database: Path) -> duckdb.DuckDBPyConnection:
    """A database that was made of checked files, sealed."""
    connection = duckdb.connect(":memory:")
    warehouse.attach(connection, database, "ledger")
    for table in TABLES:
        connection.execute(f"create view {table} as from ledger.{table}")
    return sealed(connection)


def sealed(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A connection that knows the tables, as one that only answers."""
    connection.execute(warehouse.VOCABULARY.read_text(encoding="utf-8"))
    connection.execute(sql("counted"))
    warehouse.seal(connection, MEMORY)
    return connection


def count(connection: duckdb.DuckDBPyConnection, as_of: date) -> None:
    """Count the orders as they stood at the end of a day, unless they are counted already."""
    with connection.cursor() as cursor:
        parameters = {"as_of": as_of}
        counted = "select count(*) from counted.order_counts where as_of = $as_of"
        cursor.execute("begin")
        if cursor.execute(counted, parameters).fetchone() == (0,):
            cursor.execute(sql("count"), parameters)
        cursor.execute("commit")


def years(connection: duckdb.DuckDBPyConnection) -> tuple[int, ...]:
    """The first and the last year in which an order was raised; none without an order."""
    with connection.cursor() as cursor:
        [(first, last)] = cursor.execute(YEARS).fetchall()
    return (first, last) if first else ()


YEARS = "select min(raised_year), max(raised_year) from orders where known_until is not null"
