"""A workbook that the browser asks for: the tables as they are shown, without what is hidden.

As JSON: {"sheets": [{"title": …, "table": {"columns": [{"key", "header"}], "rows": [[cell]]}}],
"notes": [[label, text] or [label, text, web address]], "title": that of the sheet of notes}.
"""

import json
import math
from typing import NoReturn

from indicators.takeaway.files.workbook import Note, Sheet, workbook
from indicators.takeaway.table import Cell

MOST_BYTES = 4_000_000
MOST_CELLS = 200_000  # some two seconds' work
MOST_SHEETS = 100
MOST_NOTES = 20_000
LONGEST_TEXT = 32_767  # signs of a cell, in Excel


class BadRequest(Exception):
    """Not a workbook that can be made; the message says why, for whoever wrote the request."""


class TooLarge(BadRequest):
    """More than a workbook is made of."""


def book(request: bytes) -> bytes:
    """The workbook that is asked for. Raises BadRequest."""
    if len(request) > MOST_BYTES:
        raise TooLarge(f"more than {MOST_BYTES} bytes")
    wanted = _object(_parsed(request), "sheets", "notes", "title")
    sheets = [_sheet(sheet) for sheet in _list(wanted["sheets"], MOST_SHEETS)]
    if sum(len(sheet.columns) * (1 + len(sheet.rows)) for sheet in sheets) > MOST_CELLS:
        raise TooLarge(f"more than {MOST_CELLS} cells")
    notes = [_note(note) for note in _list(wanted["notes"], MOST_NOTES)]
    return workbook(sheets, notes, _text(wanted["title"]))


def _parsed(request: bytes) -> object:
    try:
        return json.loads(request.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadRequest("not JSON in UTF-8") from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _sheet(sheet: object) -> Sheet:
    sheet = _object(sheet, "title", "table")
    table = _object(sheet["table"], "columns", "rows")
    columns = [
        (_text(column["key"]), _text(column["header"]))
        for column in (_object(one, "key", "header") for one in _list(table["columns"]))
    ]
    rows = [[_cell(cell) for cell in _list(row)] for row in _list(table["rows"])]
    if any(len(row) != len(columns) for row in rows):
        raise BadRequest("a row has other cells than there are columns")
    return Sheet(_text(sheet["title"]), columns, rows)


def _note(note: object) -> Note:
    texts = [_text(text or "") for text in _list(note, 3)]
    if len(texts) < 2:
        raise BadRequest("a note is a label, a text and perhaps an address")
    return Note(*texts)


def _cell(cell: object) -> Cell:
    if cell is None:
        return None
    if isinstance(cell, str):
        return _text(cell)
    if isinstance(cell, list) and len(cell) == 2 and isinstance(cell[1], str):
        return [_figure(cell[0]), _text(cell[1])]
    return _figure(cell)


def _figure(figure: object) -> float:
    if isinstance(figure, bool) or not isinstance(figure, int | float):
        raise BadRequest("a cell is a text, a figure or null")
    try:
        if math.isfinite(float(figure)):
            return figure
    except OverflowError:
        pass
    raise BadRequest("a figure is larger than a spreadsheet's")


def _text(text: object) -> str:
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise BadRequest(f"a text of at most {LONGEST_TEXT} signs is wanted")
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise BadRequest("half a sign stands in a text")
    return text


def _list(value: object, most: int = MOST_CELLS) -> list[object]:
    if not isinstance(value, list):
        raise BadRequest("a list is wanted")
    if len(value) > most:
        raise TooLarge(f"more than {most} in a list")
    return value


def _object(value: object, *keys: str) -> dict[str, object]:
    if not isinstance(value, dict) or not set(keys) <= value.keys():
        raise BadRequest(f"an object with {', '.join(keys)} is wanted")
    return value
