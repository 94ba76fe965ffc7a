"""A CSV file as lines of named cells, still as text, with what is wrong in its form."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from pathlib import Path

from indicators.gate.problems import Problem


@dataclass(frozen=True)
class Line:
    """One record of a file: where it stands and its cells, by column name, as they are written."""

    file: str
    line: int
    cells: dict[str, str]

    def problem(self, column: str, zh: str, en: str) -> Problem:
        """A problem of one of the cells."""
        return Problem(self.file, self.line, column, self.cells[column], zh, en)


def lines(
    path: Path, file: str, columns: tuple[str, ...], found: list[Problem]
) -> list[Line] | None:
    """The records of a file that is called `file` in data/; None where it is not the table.

    Adds to `found`.
    """
    text = _text(path, file, columns, found)
    if text is None:
        return None
    records = _records(text, file, found)
    begins, header = next(records, (1, []))
    mistakes = list(_header_mistakes(file, begins, header, columns))
    found.extend(mistakes)
    if mistakes:
        return None
    return [
        Line(file, number, dict(zip(header, cells, strict=True)))
        for number, cells in records
        if has_the_width(file, number, cells, len(header), found)
    ]


def header_of(
    path: Path, file: str, columns: tuple[str, ...], found: list[Problem]
) -> list[str] | None:
    """The columns of a file that is too large to be read here whole. Adds to `found`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as content:
            header = next(csv.reader(content, strict=True), [])
    except (OSError, UnicodeDecodeError, csv.Error):
        lines(path, file, columns, found)  # says what is the matter with the whole file
        return None
    mistakes = list(_header_mistakes(file, 1, header, columns))
    found.extend(mistakes)
    return None if mistakes else header


def _text(path: Path, file: str, columns: tuple[str, ...], found: list[Problem]) -> str | None:
    line, wrong = None, ""
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        names = ", ".join(columns)
        zh, en = f"应有这个文件，列名为 {names}", f"this file, with the columns {names}"
    except OSError:
        zh = "应是能打开的文件，不是文件夹，也没有被别的程序占用"
        en = "a file that can be opened, not a folder and not locked by another program"
    except UnicodeDecodeError as error:
        line, wrong = content.count(b"\n", 0, error.start) + 1, f"0x{content[error.start]:02X}"
        zh = "文件应存为 UTF-8 编码（在 Excel、WPS 中另存为“CSV UTF-8”）"
        en = "the file in UTF-8 (in Excel or WPS, save it as “CSV UTF-8”)"
    found.append(Problem(file, line, None, wrong, zh, en))
    return None


def _records(text: str, file: str, found: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The records with the line each begins on; lines without any content are passed over."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        quoted = list(StringIO(text, newline=""))[begins - 1].strip()
        zh = "引号应成对，把有逗号、引号或换行的整格括起来，格内的引号写两遍"
        en = "quotation marks in pairs around the whole cell, and doubled inside it"
        found.append(Problem(file, begins, None, quoted, zh, en))


def _header_mistakes(
    file: str, line: int, header: list[str], columns: tuple[str, ...]
) -> Iterator[Problem]:
    missing = [name for name in columns if name not in header]
    for name in missing:
        yield Problem(file, line, name, "", "应有这一列", "this column")
    for name, times in Counter(header).items():
        if not name:
            where = header.index("") + 1
            zh, en = (
                f"第 {where} 列应有列名，或者删去",
                f"a name for column {where}, or no such column",
            )
            yield Problem(file, line, None, ",".join(header), zh, en)
        elif name not in columns:
            yield Problem(file, line, name, name, *_instead_of(name, missing, columns))
        elif times > 1:
            zh, en = f"这一列应只有一个，现有 {times} 个", f"this column once, not {times} times"
            yield Problem(file, line, name, name, zh, en)


def _instead_of(name: str, missing: list[str], columns: tuple[str, ...]) -> tuple[str, str]:
    """What to do about a column that is not one of the table's."""
    if name.startswith("unit") and "unit_zh" not in columns:
        return (
            "应删去这一列：一个指标只有一个单位，写在 data/indicators.csv",
            "no such column: an indicator has one unit, kept in data/indicators.csv",
        )
    nearest = get_close_matches(name.lower(), missing, n=1)
    if nearest:
        return f"列名应写作 {nearest[0]}", f"the column name {nearest[0]}"
    names = ", ".join(columns)
    return f"应删去这一列，这个文件的列是 {names}", f"no such column; the columns are {names}"


def has_the_width(file: str, line: int, cells: list[str], width: int, found: list[Problem]) -> bool:
    if len(cells) == width:
        return True
    zh = f"这一行应有 {width} 格，现有 {len(cells)} 格"
    en = f"{width} cells in this line, not {len(cells)}"
    found.append(Problem(file, line, None, ",".join(cells), zh, en))
    return False
