"""Files in, checked tables out, or every problem that keeps them out, cell by cell.

* files.py, encodings.py, workbooks/: bytes of plain files, texts, what a workbook shows
* headers.py, layouts.py, sheets.py: the columns and rows of a file
* characters.py, periods.py, mistakes.py, forms.py, tables.py, names.py, cells.py: each cell
  against its column
* keys.py, ranges.py, rules.py: the cells of a row, the rows and the tables against each other
* doubts/: figures that are let in and look wrong beside their neighbours
* problems.py: what is said, in Chinese and English
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow

from indicators.gate import cells, doubts, places, rules, sheets, workbooks
from indicators.gate.files import opened
from indicators.gate.places import is_copy, is_read, names, table_of
from indicators.gate.problems import Problem, Refused, Report
from indicators.gate.tables import TABLES, columns

__all__ = [
    "WORKBOOKS",
    "Checked",
    "Problem",
    "Refused",
    "check",
    "is_copy",
    "is_read",
    "names",
    "news",
    "opened",
    "read",
    "table_of",
]

WORKBOOKS = workbooks.SUFFIXES


@dataclass(frozen=True)
class Checked:
    """What the files hold, and what is to be said of them.

    `tables` are the checked rows by table, each with its file and line; what is missing is null.
    They are fit to be shown only if no file is refused.
    """

    tables: dict[str, pyarrow.Table]
    problems: tuple[Problem, ...]  # of all files, in the order of file and line

    @property
    def refused(self) -> frozenset[str]:
        """The files that hold something wrong, or that are missing."""
        return frozenset(p.file for p in self.problems if p.severity == "refused")


def read(folder: Path) -> dict[str, pyarrow.Table]:
    """The checked rows of every table of a data folder.

    Raises Refused with all problems of all files.
    """
    checked = check({name: folder / name for name in names(folder)})
    if checked.refused:
        raise Refused(checked.problems)
    return checked.tables


def check(files: Mapping[str, Path]) -> Checked:
    """Read and check files: by their name in data/, where their bytes lie.

    Of two that claim one key the one that is named first is right.
    """
    report = Report()
    report.add(*places.strangers(files))
    tables = read_cells(files, report)
    rules.judge(tables, report)
    checked = {table: of_table.as_table() for table, of_table in tables.items()}
    doubts.raise_about(checked, report)
    return Checked(checked, report.problems())


def news(
    files: Mapping[str, Path], changed: Mapping[str, Path], about: Collection[str]
) -> tuple[Problem, ...]:
    """What is to be said of `changed` files: all of those `about` which it is asked.

    Of the others only what was not to be said of `files`, as they were.
    """
    before = set(check(files).problems)
    return tuple(p for p in check(changed).problems if p.file in about or p not in before)


def read_cells(
    files: Mapping[str, Path], report: Report, *, mend: str | None = None
) -> dict[str, cells.Cells]:
    """The cells of all tables; to `mend` a file is to read on below its titles."""
    tables: dict[str, cells.Cells] = {}
    for table in TABLES:
        of_table = {name: files[name] for name in files if table_of(name) == table}
        readable = _sheets(of_table, table, report, mend)
        if readable:
            tables[table] = cells.read(table, readable, report, tables)
    return tables


def _sheets(
    files: Mapping[str, Path], table: str, report: Report, mend: str | None
) -> list[sheets.Sheet]:
    """The files of a table that can be read."""
    report.add(*places.misplaced(files, table, columns(table)))
    refused = {name for name in files if report.refuses(name)}
    readable = [
        sheets.read(path, name, columns(table), report, mend=name == mend)
        for name, path in files.items()
        if name not in refused
    ]
    return [sheet for sheet in readable if sheet is not None]
