"""Runs queries/<name>.sql with bound parameters, and reads the contract in its header."""

import difflib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

QUERIES = Path(__file__).resolve().parents[2] / "queries"

# What is computed has its formula in the header: completed_pct = 100 * completed / planned.
_FORMULA = re.compile(r"(?<![\w$])(\w+) = ")
_PARAMETER = re.compile(r"--   \$(\w+)\s+(\S+)")
_COLUMN = re.compile(r"--   (\w+)\s+([A-Z]+(?:\[\])?)(?:\s+(.+))?$")
# What can be missing stays missing: pd.NA for whole numbers, NaN for doubles, None for texts.
_PANDAS = {"INTEGER": "Int64", "BIGINT": "Int64", "BOOLEAN": "boolean", "DOUBLE": "float64"}


@dataclass(frozen=True)
class Header:
    """What a query promises, as its first comment says it."""

    title: str
    parameters: dict[str, str]  # name → DuckDB type
    columns: dict[str, str]  # name → DuckDB type
    units: dict[str, str]  # name → unit or meaning, as written after the type
    formulas: frozenset[str]  # the names on the left of what is said to be equal


def run(connection: duckdb.DuckDBPyConnection, name: str, **parameters: object) -> pd.DataFrame:
    """The rows of a query: missing integers are pd.NA, missing doubles NaN, missing texts None.

    Raises KeyError for an unknown query and TypeError for parameters that it does not take.
    """
    sql = text(name)
    wanted = set(header(name).parameters)
    if wanted != set(parameters):
        raise TypeError(
            f"{name} takes {sorted(wanted)}, was given {sorted(parameters)}: "
            f"missing {sorted(wanted - set(parameters))}, "
            f"unknown {sorted(set(parameters) - wanted)}"
        )
    # A cursor of its own: callers that share a connection get each other's rows.
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        columns = [(column[0], str(column[1])) for column in cursor.description]
        rows = cursor.fetchall()
    return _frame(columns, rows)


def _frame(columns: list[tuple[str, str]], rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    """Rows as pandas knows them. For a page's few rows this is quicker than DuckDB's own df()."""
    values = zip(*rows, strict=True) if rows else ((),) * len(columns)
    return pd.DataFrame(
        {
            name: pd.Series(list(column), dtype=_PANDAS.get(kind, "object"))
            for (name, kind), column in zip(columns, values, strict=True)
        }
    )


@cache
def text(name: str) -> str:
    """The SQL of a query."""
    queries = names()
    if name not in queries:
        near = difflib.get_close_matches(name, queries, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise KeyError(f"there is no queries/{name}.sql{hint}")
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


@cache
def header(name: str) -> Header:
    """The contract of a query: title, parameters and columns."""
    comment = []
    for line in text(name).splitlines():
        if not line.startswith("--"):
            break
        comment.append(line)
    start = next(i for i, line in enumerate(comment) if line.startswith("-- Returns"))
    columns = [column for line in comment[start:] if (column := _COLUMN.match(line))]
    return Header(
        title=comment[0].removeprefix("-- "),
        parameters={m[1]: m[2] for line in comment[:start] if (m := _PARAMETER.match(line))},
        columns={column[1]: column[2] for column in columns},
        units={column[1]: column[3] or "" for column in columns},
        formulas=frozenset(_FORMULA.findall("\n".join(comment[:start]))),
    )


@cache
def computed() -> frozenset[str]:
    """The columns for which a header has a formula: a name means one thing in every query."""
    headers = [header(name) for name in names()]
    return frozenset().union(*(each.formulas & each.columns.keys() for each in headers))


@cache
def names() -> tuple[str, ...]:
    """All queries, by name."""
    return tuple(sorted(path.stem for path in QUERIES.glob("*.sql")))
