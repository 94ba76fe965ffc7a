"""What there is to publish: the figures, and the ledger. One set of rules serves both."""

import hashlib
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

import duckdb
from duckdb import DuckDBPyConnection

from indicators.gate import Problem
from indicators.publishing.changes import Changes


class Checked(Protocol):
    """What files hold, and what is to be said of them."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Of all files, in the order of file and line."""

    @property
    def refused(self) -> frozenset[str]:
        """The files that hold something wrong, or that are missing."""


Judged = TypeVar("Judged", bound=Checked)


class Kind(Protocol[Judged]):
    """One kind of edition: which files it is made of, how they are judged and opened.

    Of two files that claim one key `check` refuses the one that is named later.
    """

    # What its databases are called in the working folder.
    name: str

    def names(self, folder: Path) -> list[str]:
        """The files that there are in a data folder, as they are named in data/."""

    def table_of(self, name: str) -> str | None:
        """Files of one table may take the place of each other."""

    def made_by(self) -> str:
        """Changes with the program that judges, and with what the files are judged against."""

    def shape(self) -> str:
        """Changes with what a kept database depends on, besides the files."""

    def check(self, files: Mapping[str, Path]) -> Judged:
        """Judge files: by their name in data/, where their bytes lie."""

    def save(self, checked: Judged, database: Path) -> None:
        """What accepted files hold, as a database that is there whole or not at all.

        Raises OSError or duckdb.Error where it cannot be kept.
        """

    def connect(self, database: Path) -> DuckDBPyConnection:
        """A database that was saved, sealed."""

    def in_memory(self, checked: Judged) -> DuckDBPyConnection:
        """What accepted files hold, sealed, where it cannot be kept."""

    def changes(self, before: Path, after: Path, files: Collection[str], at: str) -> Changes | None:
        """What differs between two of its databases; None where that is not told."""


@cache
def sources(folder: Path, *suffixes: str) -> tuple[Path, ...]:
    """The files of a room of the program with these endings, in one order."""
    return tuple(sorted(path for path in folder.rglob("*.*") if path.suffix in suffixes))


@lru_cache(maxsize=8)
def digest(made_by: tuple[Path, ...], more: bytes = b"") -> str:
    """Changes with what stands in these files of the program, and with DuckDB."""
    code = b"".join(path.read_bytes() for path in made_by)
    return hashlib.sha256(code + more + duckdb.__version__.encode()).hexdigest()[:16]
