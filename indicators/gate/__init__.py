"""CSV in, checked rows out, or every problem that keeps them out, cell by cell.

* files.py: bytes to lines of named cells (encoding, quotes, header, width)
* forms.py and tables.py: each cell against its column
* rules.py: the cells of a row, the rows and the tables against each other
* problems.py: what is said, in Chinese and English
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.gate.files import Line, lines
from indicators.gate.problems import Problem, Refused
from indicators.gate.rules import Tables, broken_rules
from indicators.gate.tables import TABLES, columns, row

__all__ = ["Checked", "Problem", "Refused", "check", "names", "read"]

WORKBOOKS = (".xlsx", ".xls", ".et")


@dataclass(frozen=True)
class Checked:
    """What the files hold, and what is to be said of them.

    `tables` are the checked rows by table, each with its file and line; an empty cell is None.
    They are fit to be shown only if no file is refused.
    """

    tables: dict[str, list[dict]]
    problems: tuple[Problem, ...]  # of all files, in the order of file and line

    @property
    def refused(self) -> frozenset[str]:
        """The files that hold something wrong, or that are missing."""
        return frozenset(p.file for p in self.problems if p.severity == "refused")


def read(folder: Path) -> dict[str, list[dict]]:
    """The checked rows of every table of a data folder.

    Raises Refused with all problems of all files.
    """
    checked = check({name: folder / name for name in names(folder)})
    if checked.refused:
        raise Refused(checked.problems)
    return checked.tables


def names(folder: Path) -> list[str]:
    """The files of all tables that there are in a data folder, such as observations/jobs.csv."""
    # Names that begin with . or ~ are the lock and temporary files of office programs.
    offices = sorted((folder / "observations").glob("[!.~]*"))
    found = [folder / f"{table}.csv" for table in TABLES if table != "observations"]
    found += [path for path in offices if path.suffix.lower() in (".csv", *WORKBOOKS)]
    return [path.relative_to(folder).as_posix() for path in found if path.exists()]


def check(files: Mapping[str, Path]) -> Checked:
    """Read and check files: by their name in data/, where their bytes lie."""
    found: list[Problem] = []
    read_lines = {table: _lines(files, table, found) for table in TABLES}
    checked = {
        table: [row(table, line, found) for line in read_lines[table] or ()] for table in TABLES
    }
    tables = Tables(
        {table: of_table for table, of_table in read_lines.items() if of_table is not None}
    )
    tables.refused.update((problem.file, problem.line, problem.column) for problem in found)
    found.extend(broken_rules(tables))
    return Checked(checked, tuple(sorted(found, key=_place)))


def _lines(files: Mapping[str, Path], table: str, found: list[Problem]) -> list[Line] | None:
    """The lines of all files of a table that can be read; None where none can."""
    of_files = [
        lines(files.get(file, Path(file)), file, columns(table), found)
        for file in _files(files, table, found)
    ]
    readable = [of_file for of_file in of_files if of_file is not None]
    return [line for of_file in readable for line in of_file] if readable else None


def _files(files: Iterable[str], table: str, found: list[Problem]) -> list[str]:
    """Where a table is kept: one file, but for the observations one for each reporting office."""
    if table != "observations":
        return [f"{table}.csv"]
    offices = [name for name in files if name.startswith(f"{table}/")]
    for name in offices:
        if name.lower().endswith(WORKBOOKS):
            zh, en = "应另存为“CSV UTF-8”文件", "a file saved as “CSV UTF-8”"
            found.append(Problem(name, None, None, "", zh, en))
    readable = [name for name in offices if not name.lower().endswith(WORKBOOKS)]
    if not readable:
        zh, en = "这个文件夹里应至少有一个 CSV 文件", "at least one CSV file in this folder"
        found.append(Problem(table, None, None, "", zh, en))
    return readable


def _place(problem: Problem) -> tuple[str, int]:
    return problem.file, problem.line or 0
