"""The figures: every table of data/, in one database."""

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

import duckdb

from indicators import gate, warehouse
from indicators.publishing import changes, databases
from indicators.publishing.changes import Changes
from indicators.publishing.kinds import digest, sources

GATE = Path(gate.__file__).parent


class Figures:
    """The kind of edition that the gate judges and the warehouse opens."""

    name = "data"

    def names(self, folder: Path) -> list[str]:
        """As the gate names them."""
        return gate.names(folder)

    def table_of(self, name: str) -> str | None:
        """As the gate knows it."""
        return gate.table_of(name)

    def made_by(self) -> str:
        """The gate's code, the schema, DuckDB."""
        return digest((*sources(GATE, ".py", ".sql"), warehouse.SCHEMA))

    def shape(self) -> str:
        """The schema and DuckDB."""
        return digest(warehouse.MADE_BY)

    def check(self, files: Mapping[str, Path]) -> gate.Checked:
        """What the gate says of all files together."""
        return gate.check(files)

    def save(self, checked: gate.Checked, database: Path) -> None:
        """The snapshot."""
        unfinished = database.with_suffix(f".{os.getpid()}.unfinished")
        try:
            warehouse.save(checked.tables, unfinished)
            databases.put(unfinished, database)
        finally:
            with suppress(OSError):
                unfinished.unlink()

    def connect(self, database: Path) -> duckdb.DuckDBPyConnection:
        """The snapshot, opened without reading any CSV."""
        return warehouse.open_file(database)

    def in_memory(self, checked: gate.Checked) -> duckdb.DuckDBPyConnection:
        """The same tables."""
        return warehouse.build(checked.tables)

    def changes(self, before: Path, after: Path, files: Collection[str], at: str) -> Changes | None:
        """Figures and targets that are new, revised or gone, where both snapshots are there."""
        if not (before.is_file() and after.is_file()):
            return None
        return changes.between(before, after, files, at)
