"""What would be said of a ledger's files that somebody sends; nothing of them is kept."""

from collections.abc import Collection, Mapping
from pathlib import Path

import duckdb
import pyarrow

from indicators.gate import Problem, sheets
from indicators.ledger.checking import check
from indicators.ledger.items import COLUMNS


def ledgers(files: Mapping[str, Path]) -> frozenset[str]:
    """Which of these files have the columns of a ledger."""
    return frozenset(
        name for name, path in files.items() if sheets.has_columns(path, name, COLUMNS)
    )


def judged(
    files: Mapping[str, Path], labels: Mapping[str, pyarrow.Table], about: Collection[str]
) -> tuple[Problem, ...]:
    """What the ledger's gate says of those `about` which it is asked, beside the others."""
    with duckdb.connect(":memory:") as connection:
        return tuple(p for p in check(files, labels, connection) if p.file in about)
