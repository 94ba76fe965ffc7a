"""The figures: every table of data/, in one database."""

import logging
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

import duckdb

from indicators import gate, warehouse
from indicators.publishing import changes, databases
from indicators.publishing.changes import Changes
from indicators.publishing.kinds import digest, sources

log = logging.getLogger(__name__)

GATE = Path(gate.__file__).parent


class Figures:
    """The kind of edition that the gate judges and the warehouse opens."""

    name = "data"
    # With nothing accepted before, leaving a file out would show its figures as missing.
    begins_whole = True

    def names(self, folder: Path) -> list[str]:
        """As the gate names them."""
        return gate.names(folder)

    def table_of(self, name: str) -> str | None:
        """As the gate knows it."""
        return gate.table_of(name)

    def has_lines(self, name: str) -> bool:
        """A workbook that is half written cannot be opened at all."""
        return not name.lower().endswith(gate.WORKBOOKS)

    def made_by(self) -> str:
        """The gate's code, the schema, DuckDB."""
        return digest((*sources(GATE, ".py", ".sql"), warehouse.SCHEMA))

    def shape(self) -> str:
        """The schema and DuckDB."""
        return digest(warehouse.MADE_BY)

    def check(self, files: Mapping[str, Path]) -> gate.Checked:
        """What the gate says of all files together."""
        return gate.check(files)

    def open(
        self, files: Mapping[str, Path], database: Path, checked: gate.Checked | None = None
    ) -> duckdb.DuckDBPyConnection:
        """The snapshot in `database`, made if need be; in memory where it cannot be saved."""
        with suppress(duckdb.Error):
            if databases.is_whole(database):
                return warehouse.open_file(database)
        checked = checked or gate.check(files)
        if checked.refused:
            raise ValueError("accepted copies are missing or damaged")
        try:
            _save(checked, database)
            return warehouse.open_file(database)
        except (OSError, duckdb.Error):
            log.warning("the figures cannot be saved in the working folder; they are in memory")
            return warehouse.build(checked.tables)

    def kept(self, files: Mapping[str, Path], database: Path) -> set[Path]:
        """The copies, for another version of the program, and the snapshot."""
        return {database, databases.note(database), *files.values()}

    def changes(self, before: Path, after: Path, files: Collection[str], at: str) -> Changes | None:
        """Figures and targets that are new, revised or gone, where both snapshots are there."""
        if not (before.is_file() and after.is_file()):
            return None
        return changes.between(before, after, files, at)


def _save(checked: gate.Checked, database: Path) -> None:
    """Save a snapshot, whole or not at all."""
    unfinished = database.with_suffix(f".{os.getpid()}.unfinished")
    try:
        warehouse.save(checked.tables, unfinished)
        databases.put(unfinished, database)
    finally:
        with suppress(OSError):
            unfinished.unlink()
