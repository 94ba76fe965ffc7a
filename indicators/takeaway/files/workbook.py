"""Tables as an Excel workbook: a sheet a table, and one of notes with a link to each document."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from indicators.rounding import digits, written
from indicators.style import LIGHT
from indicators.takeaway.table import YEAR, Cell

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FONT = {"font_name": "Microsoft YaHei", "font_size": 11}
A4 = 9
# About how many digits stand beside each other on an upright page.
UPRIGHT = 80
WIDEST = 40  # digits; what is wider is cut on the screen and whole in its cell
AIR = 3  # digits beside the widest text of a column
NOTES = (16, 70, 50)  # widths of label, text and address
# Excel's own limits: of an address, and of a sheet's name in units of UTF-16.
LONGEST_ADDRESS = 2079
LONGEST_NAME = 31
# What no address may hold is written as its code; what is one already stays.
_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"


@dataclass(frozen=True)
class Sheet:
    """A table under its title: keys and headers of its columns, rows of cells as table() gives."""

    title: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Note:
    """What is to be known of the tables. Without a label it goes on under the note before it."""

    label: str
    text: str
    url: str = ""


def workbook(sheets: Sequence[Sheet], notes: Sequence[Note], notes_title: str) -> bytes:
    """The bytes of an .xlsx: every sheet, then the notes. Nothing is written to a disk."""
    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True, "default_format_properties": FONT})
    styles = _Styles(book)
    names = sheet_names([*(sheet.title for sheet in sheets), notes_title])
    for name, sheet in zip(names, sheets, strict=False):
        _write_table(book.add_worksheet(name), sheet, styles)
    _write_notes(book.add_worksheet(names[-1]), notes, styles)
    book.close()
    return content.getvalue()


class _Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._figures: dict[str, Format] = {}
        wrapped = {"text_wrap": True, "valign": "top"}
        self.head = book.add_format({"bold": True, **wrapped})
        self.text = book.add_format(wrapped)
        self.link = book.add_format({"underline": 1, "font_color": LIGHT.accent, **wrapped})

    def figure(self, pattern: str) -> Format:
        if pattern not in self._figures:
            self._figures[pattern] = self._book.add_format({"num_format": pattern})
        return self._figures[pattern]


def _write_table(into: Worksheet, sheet: Sheet, styles: _Styles) -> None:
    widths = []
    for column, (key, header) in enumerate(sheet.columns):
        cells = [row[column] for row in sheet.rows]
        words = [_words(cell, key) for cell in cells]
        into.write_string(0, column, header, styles.head)
        for line, (cell, shown) in enumerate(zip(cells, words, strict=True), 1):
            value = cell[0] if isinstance(cell, list) else cell
            if isinstance(value, str):
                into.write_string(line, column, value)
            elif value is not None:
                into.write_number(line, column, value, styles.figure(_pattern(key, shown)))
        widths.append(min(WIDEST, max(map(_width, [header, *words])) + AIR))
    into.freeze_panes(1, 0)
    _lay_out(into, widths)


def _words(cell: Cell, key: str) -> str:
    """What is shown of a cell."""
    if isinstance(cell, list):
        return str(cell[1])
    if cell is None or isinstance(cell, str):
        return cell or ""
    return str(cell) if key == YEAR else written(cell, digits(cell))


def _pattern(key: str, words: str) -> str:
    """How a figure is shown: as many decimals as in its words, thousands apart but for a year."""
    if key == YEAR:
        return "0"
    decimals = len(words.partition(".")[2])
    return "#,##0" + "." * bool(decimals) + "0" * decimals


def _width(words: str) -> int:
    """About how many digits wide a text is; Chinese signs are two."""
    return sum(2 if sign > "\u2e80" else 1 for sign in words)


def _write_notes(into: Worksheet, notes: Iterable[Note], styles: _Styles) -> None:
    for line, note in enumerate(notes):
        if note.label:
            into.write_string(line, 0, note.label, styles.head)
        if note.text:
            into.write_string(line, 1, note.text, styles.text)
        if note.url:
            _write_address(into, line, note.url, styles)
    _lay_out(into, NOTES)


def _write_address(into: Worksheet, line: int, url: str, styles: _Styles) -> None:
    """A link where the web has one of that address, else the address as text."""
    address = quote(url, safe=_IN_ADDRESSES)
    if re.match(r"https?://", url) and len(address) <= LONGEST_ADDRESS:
        into.write_url(line, 2, address, styles.link, string=url)
    else:
        into.write_string(line, 2, url, styles.text)


def _lay_out(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Widths of the columns, all printed on the width of a page, lying where they are wide."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    if sum(widths) > UPRIGHT:
        sheet.set_landscape()


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Names that Excel allows: 31 signs at the most, none of []:*?/\\', no name twice."""
    taken: set[str] = set()
    names = []
    for number, title in enumerate(titles, 1):
        base = _shortened(re.sub(r"[\[\]:*?/\\'\x00-\x1f]", "", title).strip()) or str(number)
        name, turn = base, 1
        while name.casefold() in taken:
            turn += 1
            name = f"{_shortened(base, LONGEST_NAME - 1 - len(str(turn)))} {turn}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _shortened(name: str, most: int = LONGEST_NAME) -> str:
    """A name in so many units of UTF-16, as Excel counts them."""
    return name.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
