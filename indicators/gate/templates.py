"""Files to be filled in: a header alone, or a workbook with lists to choose from."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from indicators.gate.forms import Form
from indicators.gate.headers import ASIDE
from indicators.gate.headings import named
from indicators.gate.tables import TABLES
from indicators.style import LIGHT

Tables = Mapping[str, pyarrow.Table]
Row = Mapping[str, str]

# Lines of a template that can be filled in besides those that are.
SPARE = 200
WIDTHS = {"indicator": 30, "source": 40, "note": 30, "ref_area": 14, "breakdown": 16}
LISTS = "名单"
# What helps to fill in a line, and is not read: the unit, the figure before and its period.
ASIDES = {
    "unit": f"{ASIDE}：单位",
    "last_period": f"{ASIDE}：上期",
    "last_value": f"{ASIDE}：上期数",
}


def columns(table: str) -> dict[str, Form]:
    """The columns of a table in the order of its file, and their forms."""
    return TABLES[table].columns


def as_csv(table: str) -> bytes:
    """The header alone, in UTF-8 with a mark, so that Excel and WPS keep the encoding."""
    out = io.StringIO()
    csv.writer(out).writerow(TABLES[table].columns)
    return out.getvalue().encode("utf-8-sig")


def workbook(tables: Tables, rows: Iterable[Row] = ()) -> bytes:
    """A workbook of data/observations/ with these rows, in names that are chosen from lists.

    Rows have codes by column, and may have what ASIDES name. `tables` are checked ones, as
    gate.check gives them.
    """
    content = io.BytesIO()
    names = _names(tables)
    with Workbook(content, {"in_memory": True}) as book:
        sheet, lists = book.add_worksheet("填报"), book.add_worksheet(LISTS)
        filled = [_with_names(row, names) for row in rows]
        _write(book, sheet, filled)
        _offer(book, sheet, lists, names, len(filled) + SPARE)
        lists.hide()
    return content.getvalue()


def _names(tables: Tables) -> dict[str, dict[str, str]]:
    """What is written for a code, by column: its name, or the code where two share a name."""
    named = {
        column: _by_code(tables[table].to_pylist(), TABLES[table].key)
        for column, table in TABLES["observations"].references.items()
    }
    for column, form in TABLES["observations"].columns.items():
        if form.choices:
            named[column] = {code: words[0] for code, words in form.choices.items()}
    return named


def _by_code(rows: list[dict[str, Any]], key: str) -> dict[str, str]:
    names = [row.get("title") or row["name_zh"] for row in rows]
    return {
        row[key]: name if names.count(name) == 1 else row[key]
        for row, name in zip(rows, names, strict=True)
    }


def _with_names(row: Row, names: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {column: names.get(column, {}).get(text, text) for column, text in row.items()}


def _write(book: Workbook, sheet: Worksheet, rows: list[dict[str, str]]) -> None:
    font = {"font_name": "Microsoft YaHei", "font_size": 11}
    head = book.add_format(font | {"bold": True, "bottom": 1})
    # Text, so that no program makes a date of 2024-06 or drops a zero.
    text, grey = (
        book.add_format(font | {"num_format": "@"}),
        book.add_format(font | {"font_color": LIGHT.muted}),
    )
    number = book.add_format(font)
    heads = [*(named(name) for name in columns("observations")), *ASIDES.values()]
    for column, (name, words) in enumerate(
        zip([*columns("observations"), *ASIDES], heads, strict=True)
    ):
        look = grey if name in ASIDES else number if name == "obs_value" else text
        sheet.set_column(column, column, WIDTHS.get(name, 12), look)
        sheet.write_string(0, column, words, grey if name in ASIDES else head)
        for line, row in enumerate(rows, start=1):
            cell = row.get(name, "")
            if cell and name in ("obs_value", "last_value"):
                sheet.write_number(line, column, float(cell), look)
            elif cell:
                sheet.write_string(line, column, cell, look)
    sheet.freeze_panes(1, 1)


def _offer(
    book: Workbook,
    sheet: Worksheet,
    lists: Worksheet,
    names: Mapping[str, Mapping[str, str]],
    lines: int,
) -> None:
    """Lists to choose from, on a sheet of their own; a name that is not on one can be typed."""
    for column, name in enumerate(columns("observations")):
        if name == "obs_value":
            sheet.data_validation(
                1, column, lines, column, {"validate": "decimal", "criteria": "between",
                 "minimum": -1e12, "maximum": 1e12, "error_type": "warning",
                 "error_title": "数值", "error_message": "只填数字，不带单位和注释"},
            )  # fmt: skip
        if name in names:
            offered = list(names[name].values())
            for line, word in enumerate(offered):
                lists.write_string(line, column, word)
            letter = chr(ord("A") + column)
            source = f"={LISTS}!${letter}$1:${letter}${len(offered)}"
            choice = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(1, column, lines, column, choice)


def due(tables: Tables, file: str) -> list[dict[str, str]]:
    """The rows that an office's file is to get next: each series' next period, to be filled in."""
    units = {row["indicator"]: row["unit_zh"] for row in tables["indicators"].to_pylist()}
    last: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in tables["observations"].to_pylist():
        if row["file"] == file and row["obs_value"] is not None:
            series = tuple(
                row[each] for each in ("indicator", "ref_area", "breakdown", "coverage", "scope")
            )
            if series not in last or last[series]["time_period"] <= row["time_period"]:
                last[series] = row
    return [_next(row, units) for row in last.values()]


def _next(row: Mapping[str, Any], units: Mapping[str, str]) -> dict[str, str]:
    kept = ("indicator", "ref_area", "coverage", "breakdown", "scope")
    return {
        **{name: row[name] or "" for name in kept},
        "time_period": next_period(row["time_period"]),
        "obs_status": "A",
        "unit": units[row["indicator"]],
        "last_period": row["time_period"],
        "last_value": f"{row['obs_value']:.15g}",
    }


def next_period(period: str) -> str:
    """2022 after 2021, 2022-Q1 after 2021-Q4, 2022-01 after 2021-12; '' after a day."""
    year, _, rest = period.partition("-")
    if not rest:
        return str(int(year) + 1)
    if "-" in rest:
        return ""
    nth, most = (int(rest[1]), 4) if rest[0] == "Q" else (int(rest), 12)
    later = (int(year) + 1, 1) if nth == most else (int(year), nth + 1)
    return f"{later[0]}-Q{later[1]}" if rest[0] == "Q" else f"{later[0]}-{later[1]:02}"
