"""Files in, checked tables out, or every problem that keeps them out, cell by cell.

* encodings.py, workbooks.py, headers.py, sheets.py: bytes to columns of texts
* forms.py, tables.py, cells.py: each cell against its column
* keys.py, ranges.py, rules.py: the cells of a row, the rows and the tables against each other
* doubts/: figures that are let in and look wrong beside their neighbours
* problems.py: what is said, in Chinese and English
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pyarrow

from indicators.gate import cells, doubts, rules, sheets, workbooks
from indicators.gate.problems import Problem, Refused, Report
from indicators.gate.tables import TABLES, columns

__all__ = ["Checked", "Problem", "Refused", "check", "names", "read", "table_of", "WORKBOOKS"]

WORKBOOKS = workbooks.SUFFIXES
SUFFIXES = (".csv", *WORKBOOKS)


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


def names(folder: Path) -> list[str]:
    """The files of all tables that there are in a data folder, such as observations/jobs.csv.

    Workbooks of other programs are among them, so that they are not passed over in silence.
    """
    # Names that begin with . or ~ are the lock and temporary files of office programs.
    found = [*folder.glob("[!.~]*"), *(folder / "observations").glob("[!.~]*")]
    in_data = sorted(path.relative_to(folder).as_posix() for path in found)
    return [name for name in in_data if table_of(name)]


def table_of(name: str) -> str | None:
    """The table that a file in data/ belongs to, by its name; None for a file of no table."""
    path = PurePosixPath(name)
    if path.suffix.lower() not in (*SUFFIXES, *workbooks.OTHER_SUFFIXES):
        return None
    in_folder = path.parent.as_posix()
    table = path.stem if in_folder == "." else in_folder
    is_folder = table == "observations"
    return table if table in TABLES and is_folder == (in_folder != ".") else None


def check(files: Mapping[str, Path]) -> Checked:
    """Read and check files: by their name in data/, where their bytes lie."""
    report = Report()
    tables = {}
    for table in TABLES:
        of_table = [name for name in files if table_of(name) == table]
        found = _sheets({name: files[name] for name in of_table}, table, report)
        if found:
            tables[table] = cells.read(table, found, report)
    rules.judge(tables, report)
    checked = {table: of_table.as_table() for table, of_table in tables.items()}
    doubts.raise_about(checked, report)
    return Checked(checked, report.problems())


def _sheets(files: Mapping[str, Path], table: str, report: Report) -> list[sheets.Sheet]:
    """The files of a table that can be read."""
    report.add(*_misplaced(files, table))
    refused = {name for name in files if report.refuses(name)}
    found = [
        sheets.read(path, name, columns(table), report)
        for name, path in files.items()
        if name not in refused
    ]
    return [sheet for sheet in found if sheet is not None]


def _misplaced(files: Iterable[str], table: str) -> list[Problem]:
    """Files that cannot be read as they are, or that are there twice or not at all."""
    found, stems = [], set()
    for name in files:
        path = PurePosixPath(name)
        if path.suffix.lower() in workbooks.OTHER_SUFFIXES:
            zh, en = "应另存为 xlsx 工作簿或“CSV UTF-8”文件", "an xlsx workbook or a CSV file"
            found.append(Problem(name, None, None, "", zh, en))
        elif path.stem in stems:
            zh, en = f"应只留一个，{path.stem}.csv 已有", f"one file; there is {path.stem}.csv too"
            found.append(Problem(name, None, None, "", zh, en))
        stems.add(path.stem)
    if stems:
        return found
    if table != "observations":
        return [sheets.missing(f"{table}.csv", columns(table))]
    zh, en = "这个文件夹里应至少有一个 CSV 文件", "at least one CSV file in this folder"
    return [Problem(table, None, None, "", zh, en)]
