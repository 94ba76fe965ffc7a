"""What an edition changed against the one before it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from indicators import warehouse

COMPARE = Path(__file__).with_name("changes.sql")
MOST_LISTED = 10_000


@dataclass(frozen=True)
class Changes:
    """Figures and targets that are new, revised or gone; all are counted, the first are listed."""

    at: str  # when they came into force, UTC
    added: int
    revised: int
    removed: int
    rows: list[dict[str, Any]]  # the columns of changes.sql


def between(before: Path, after: Path, files: Collection[str], at: str) -> Changes:
    """Compare two saved snapshots; `files` are those that changed."""
    with duckdb.connect(":memory:") as connection:
        for name, path in (("before", before), ("after", after)):
            warehouse.attach(connection, path, name)
        sql = COMPARE.read_text(encoding="utf-8")
        result = connection.execute(sql, {"files": sorted(files)})
        columns = [column[0] for column in result.description]
        rows: list[dict[str, Any]] = []
        count: Counter[str] = Counter()
        while part := result.fetchmany(10_000):
            count.update(row[columns.index("what")] for row in part)
            rows += [
                dict(zip(columns, row, strict=True)) for row in part[: MOST_LISTED - len(rows)]
            ]
    return Changes(at, count["added"], count["revised"], count["removed"], rows)
