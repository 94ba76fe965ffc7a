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


def lines(
    folder: Path, file: str, columns: tuple[str, ...], found: list[Problem]
) -> list[Line] | None:
    """The records of one file; None where it cannot be read as the table. Adds to `found`."""
    text = _text(folder, file, columns, found)
    if text is None:
        return None
    records = _records(text, file, found)
    first, header = next(records, (1, []))
    mistakes = _header_mistakes(file, first, header, columns)
    found.extend(mistakes)
    if mistakes:
        return None
    return [
        Line(file, number, dict(zip(header, cells, strict=True)))
        for number, cells in records
        if _has_the_width(file, number, cells, len(header), found)
    ]


def _text(folder: Path, file: str, columns: tuple[str, ...], found: list[Problem]) -> str | None:
    try:
        content = (folder / file).read_bytes()
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        names = ", ".join(columns)
        found.append(
            Problem(file, None, None, "", f"应有这个文件，列名为 {names}",
                    f"this file, with the columns {names}")
        )  # fmt: skip
    except OSError as error:
        found.append(
            Problem(file, None, None, error.strerror or "", "应是一个可以读取的文件",
                    "a file that can be read")
        )  # fmt: skip
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found.append(
            Problem(file, line, None, f"0x{content[error.start]:02X}",
                    "文件应存为 UTF-8 编码，在 Excel、WPS 中另存为“CSV UTF-8”",
                    "the file in UTF-8; in Excel or WPS save it as “CSV UTF-8”")
        )  # fmt: skip
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
    except csv.Error as error:
        found.append(
            Problem(file, begins, None, str(error), "引号应成对，并把有逗号或换行的整格括起来",
                    "quotation marks in pairs, around the whole of a cell with commas or breaks")
        )  # fmt: skip


def _header_mistakes(
    file: str, line: int, header: list[str], columns: tuple[str, ...]
) -> list[Problem]:
    missing = [name for name in columns if name not in header]
    return [
        *(Problem(file, line, name, "", "应有这一列", "this column") for name in missing),
        *(
            Problem(file, line, name, name, *_instead_of(name, missing, columns))
            for name in dict.fromkeys(header)
            if name not in columns
        ),
        *(
            Problem(file, line, name, name, f"这一列应只有一个，现有 {times} 个",
                    f"this column once, not {times} times")
            for name, times in Counter(header).items()
            if times > 1 and name in columns
        ),
    ]  # fmt: skip


def _instead_of(name: str, missing: list[str], columns: tuple[str, ...]) -> tuple[str, str]:
    """What to do about a column that is not one of the table's."""
    if name.startswith("unit"):
        return (
            "应删去这一列：一个指标只有一个单位，写在 data/indicators.csv",
            "no such column: an indicator has one unit, kept in data/indicators.csv",
        )
    nearest = get_close_matches(name, missing, n=1)
    if nearest:
        return f"列名应写作 {nearest[0]}", f"the column name {nearest[0]}"
    names = ", ".join(columns)
    return f"应只有这些列：{names}", f"only the columns {names}"


def _has_the_width(
    file: str, line: int, cells: list[str], width: int, found: list[Problem]
) -> bool:
    if len(cells) == width:
        return True
    found.append(
        Problem(file, line, None, ",".join(cells), f"这一行应有 {width} 格，现有 {len(cells)} 格",
                f"{width} cells in this line, not {len(cells)}")
    )  # fmt: skip
    return False
