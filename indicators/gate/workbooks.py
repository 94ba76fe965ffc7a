"""The first sheet of a workbook, as the records of a CSV would be."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from indicators.gate.problems import Problem, Report

SUFFIXES = (".xlsx",)
# What other programs save; they can save as one that is read.
OTHER_SUFFIXES = (".xls", ".et", ".ods", ".numbers")


def records(path: Path, file: str, report: Report) -> Iterator[tuple[int, list[str]]] | None:
    """The rows that are not empty, with their number; None where it cannot be opened."""
    try:
        with path.open("rb") as content:
            sheet = load_workbook(content, read_only=True, data_only=True).worksheets[0]
            sheet.reset_dimensions()  # what a file says of its size is often wrong
            rows = [[_text(cell) for cell in row] for row in sheet.iter_rows()]
    except OSError:
        zh, en = "应是能打开的文件", "a file that can be opened"
        report.add(Problem(file, None, None, "", zh, en))
        return None
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError):
        zh, en = "应是没有密码、没有损坏的 xlsx 工作簿", "an undamaged workbook without a password"
        report.add(Problem(file, None, None, "", zh, en))
        return None
    width = _width(rows)
    return (
        (number, row[:width] + [""] * (width - len(row)))
        for number, row in enumerate(rows, start=1)
        if any(row)
    )


def _width(rows: list[list[str]]) -> int:
    """Columns up to the last one with any content: formats reach further than what is written."""
    return max((n for row in rows for n, cell in enumerate(row, start=1) if cell), default=0)


def _text(cell: object) -> str:
    """A cell as the sheet shows it: 15 digits, 12.3% and not 0.123, a month without its day."""
    value, shown = cell.value, cell.number_format or ""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            percent = "%" in shown
            number = Decimal(f"{value:.15g}") * (100 if percent else 1)
            return _plain(number) + ("%" if percent else "")
        case datetime() | date():
            return _day(value, shown.lower())
    return str(value)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(value: date, shown: str) -> str:
    if isinstance(value, datetime) and value.time() != datetime.min.time():
        return value.isoformat(" ")
    only_month = "y" in shown and "m" in shown and "d" not in shown and value.day == 1
    return f"{value:%Y-%m}" if only_month else f"{value:%Y-%m-%d}"
