"""Databases in the working folder: put there whole, and taken only as they were put there.

A disk that fills, a power cut or a flipped bit leaves one that opens and then fails at every
question; so its digest lies beside it.
"""

import hashlib
import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import duckdb

from indicators.publishing.kinds import Judged, Kind

log = logging.getLogger(__name__)


def opened(
    kind: Kind[Judged], files: Mapping[str, Path], database: Path, checked: Judged | None = None
) -> duckdb.DuckDBPyConnection:
    """Accepted files, sealed: from their database, made if need be, or in memory on a full disk.

    `checked` is given if they were just judged. Raises ValueError where they are no longer fit.
    """
    with suppress(duckdb.Error):
        if is_whole(database):
            return kind.connect(database)
    checked = checked or kind.check(files)
    if checked.refused:
        raise ValueError("accepted copies are missing or damaged")
    try:
        kind.save(checked, database)
        return kind.connect(database)
    except (OSError, duckdb.Error):
        log.warning("%s cannot be saved in the working folder; it is in memory", kind.name)
        return kind.in_memory(checked)


def put(unfinished: Path, database: Path) -> None:
    """Move a finished database into its place, after the note of what it is."""
    digest = _digest(unfinished)
    durable(unfinished)
    note(database).write_text(digest, encoding="ascii")
    os.replace(unfinished, database)
    durable(database.parent)


def is_whole(database: Path) -> bool:
    """Whether it is there as it was put there, to the last bit."""
    try:
        return note(database).read_text(encoding="ascii") == _digest(database)
    except (OSError, ValueError):
        return False


def note(database: Path) -> Path:
    """Where the digest of a database lies."""
    return database.with_suffix(".sha256")


def durable(path: Path) -> None:
    """Have a file, or what a folder lists, on the disk and not only on its way there."""
    with suppress(OSError):  # Windows opens no folder
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
