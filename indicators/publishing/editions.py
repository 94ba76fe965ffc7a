"""An edition: all that readers see at one time, and what is said of the files in data/."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from duckdb import DuckDBPyConnection

from indicators.gate import Problem
from indicators.publishing.changes import Changes

State = Literal["in_force", "refused", "missing", "not_used"]


@dataclass(frozen=True)
class FileState:
    """A file of data/ and which of its versions is in force.

    "in_force": as it is now in data/. "refused": an older version is in force, since `since`.
    "missing": deleted or unreadable; the version of `since` stays in force. "not_used": refused,
    and there never was an accepted version.
    """

    name: str
    state: State
    content: str | None  # of the version in force; names its copy
    since: str | None  # when that version came into force, UTC
    lines: int = 0


@dataclass(frozen=True)
class Edition:
    """Figures that belong together. `problems` are those of the files as they are now."""

    connection: DuckDBPyConnection
    version: str
    since: str  # when these figures came into force, UTC
    problems: tuple[Problem, ...]
    files: tuple[FileState, ...]
    changes: Changes | None = None  # against the edition before; None for the first


def now() -> str:
    """The time as it is kept: 2026-11-24T08:30:00+00:00."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def contents(files: Iterable[FileState]) -> dict[str, str]:
    """The versions in force, by name in data/."""
    return {file.name: file.content for file in files if file.content}


def in_force(files: tuple[FileState, ...]) -> dict[str, FileState]:
    """The files with a version in force, as if every one was what stands in data/."""
    return {file.name: replace(file, state="in_force") for file in files if file.content}
