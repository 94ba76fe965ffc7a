"""CSV in, checked rows out, or every problem that keeps them out, cell by cell.

* files.py: bytes to lines of named cells (encoding, quotes, header, width)
* forms.py and tables.py: each cell against its column
* rules.py: the cells of a row, the rows and the tables against each other
* problems.py: what is said, in Chinese and English
"""

from pathlib import Path

from indicators.gate.files import Line, lines
from indicators.gate.problems import Problem, Refused
from indicators.gate.rules import Tables, broken_rules
from indicators.gate.tables import TABLES, columns, row

__all__ = ["Problem", "Refused", "read"]

WORKBOOKS = (".xlsx", ".xls", ".et")


def read(folder: Path) -> dict[str, list[dict]]:
    """The checked rows of every table, each with its file and line; an empty cell is None.

    Raises Refused with all problems of all files, in the order of file and line.
    """
    found: list[Problem] = []
    read_lines = {table: _lines(folder, table, found) for table in TABLES}
    checked = {
        table: [row(table, line, found) for line in read_lines[table] or ()] for table in TABLES
    }
    tables = Tables(
        {table: of_table for table, of_table in read_lines.items() if of_table is not None}
    )
    tables.refused.update((problem.file, problem.line, problem.column) for problem in found)
    found.extend(broken_rules(tables))
    if found:
        raise Refused(tuple(sorted(found, key=_place)))
    return checked


def _lines(folder: Path, table: str, found: list[Problem]) -> list[Line] | None:
    """The lines of all files of a table that can be read; None where none can."""
    of_files = [lines(folder, file, columns(table), found) for file in _files(folder, table, found)]
    readable = [of_file for of_file in of_files if of_file is not None]
    return [line for of_file in readable for line in of_file] if readable else None


def _files(folder: Path, table: str, found: list[Problem]) -> list[str]:
    """Where a table is kept: one file, but for the observations one for each reporting office."""
    if table != "observations":
        return [f"{table}.csv"]
    # Names that begin with . or ~ are the lock and temporary files of office programs.
    names = sorted(path.name for path in (folder / table).glob("[!.~]*"))
    for name in names:
        if name.lower().endswith(WORKBOOKS):
            zh, en = "应另存为“CSV UTF-8”文件", "a file saved as “CSV UTF-8”"
            found.append(Problem(f"{table}/{name}", None, None, "", zh, en))
    files = [f"{table}/{name}" for name in names if name.lower().endswith(".csv")]
    if not files:
        zh, en = "这个文件夹里应至少有一个 CSV 文件", "at least one CSV file in this folder"
        found.append(Problem(table, None, None, "", zh, en))
    return files


def _place(problem: Problem) -> tuple[str, int]:
    return problem.file, problem.line or 0
