"""The cells of a workbook's sheets as they are shown, and what is to be remarked on them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal

from indicators.gate.workbooks import formats
from indicators.gate.workbooks.package import Attributes, Broken, Package, opened

# A sheet ends at column XFD and row 1,048,576; text that names others is no cell.
COLUMN = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True)
class Remark:
    """What is to be said of a cell, or of a row where `column` is None.

    `column` counts from 0. "refused": what is stored cannot be taken; "warning": it is taken.
    Remarks of one `cause` differ in what they quote alone.
    """

    row: int
    column: int | None
    severity: Literal["refused", "warning"]
    cause: str
    zh: str
    en: str


@dataclass
class Grid:
    """A sheet: its cells that are not empty, by row and column, and the remarks on them.

    `merged` has, of each merged area, its first and last row and column; rows count from 1 as
    the sheet does, columns from 0.
    """

    name: str
    is_hidden: bool = False
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    numbers: int = 0

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """The rows that are not empty, with their number, from the first column in use."""
        first, width = self.first_column, self.width
        for row, cells in self.cells.items():
            yield row, [cells.get(column, "") for column in range(first, first + width)]

    def fill_merged(self) -> None:
        """Let what stands in a merged area stand in each of its cells, as far as the sheet goes."""
        last, right = max(self.cells, default=0), self.first_column + self.width
        for top, bottom, left, end in self.merged:
            text = self.cells.get(top, {}).get(left, "")
            for row in range(top, min(bottom, last) + 1) if text else ():
                for column in range(left, min(end + 1, right)):
                    self.cells.setdefault(row, {})[column] = text
        self.cells, self.merged = dict(sorted(self.cells.items())), []

    @property
    def first_column(self) -> int:
        """The first column with any content: a table may begin anywhere."""
        return min((min(cells) for cells in self.cells.values()), default=0)

    @property
    def width(self) -> int:
        """Columns up to the last one with any content."""
        last = max((max(cells) for cells in self.cells.values()), default=-1)
        return last + 1 - self.first_column


@dataclass(frozen=True)
class Book:
    """A workbook's sheets that have cells, in their order; hidden ones too, which say so."""

    grids: tuple[Grid, ...]


def read(path: Path) -> Book:
    """The sheets of a workbook. Raises Broken where it is none, OSError where nothing is read."""
    with opened(path) as package:
        return _Reader(package).book()


@dataclass(frozen=True)
class Style:
    """What a cell's look says: its number format, and whether it is struck through."""

    code: str = "General"
    is_struck: bool = False


class _Reader:
    """Reads what belongs to the whole workbook first, then its sheets."""

    def __init__(self, package: Package) -> None:
        self._package = package
        named = [part for part in package.targets("").values() if "workbook" in part.lower()]
        root = named[0] if named else "xl/workbook.xml"
        if not package.has(root):
            zh = "这个 ZIP 文件不是 xlsx 工作簿，应放入工作簿本身"
            raise Broken(zh, "an xlsx workbook; this is another kind of ZIP file")
        self._root, self._targets = root, package.targets(root)
        self._sheets: list[Attributes] = []
        self.since_1904 = self.is_uncalculated = False
        package.parse(root, self._workbook)
        self.strings = _strings(package, self._beside("sharedStrings"))
        self.styles = _styles(package, self._beside("styles"))

    def _workbook(self, tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            self._sheets.append(attributes)
        elif tag == "workbookPr":
            self.since_1904 = _is_on(attributes.get("date1904"))
        elif tag == "calcPr":
            self.is_uncalculated = _is_on(attributes.get("fullCalcOnLoad"))

    def _beside(self, name: str) -> str | None:
        parts = [part for part in self._targets.values() if name.lower() in part.lower()]
        return parts[0] if parts and self._package.has(parts[0]) else None

    def book(self) -> Book:
        grids = [self._grid(sheet) for sheet in self._sheets]
        tables = tuple(grid for grid in grids if grid is not None)
        if not tables:
            zh, en = (
                "工作簿里没有表格，只有图表或空表，应换成有数据的工作簿",
                "a sheet with a table; there is none",
            )
            raise Broken(zh, en)
        return Book(tables)

    def _grid(self, sheet: Attributes) -> Grid | None:
        number = next((value for key, value in sheet.items() if key.endswith(":id")), "")
        part = self._targets.get(number, "")
        if "chartsheet" in part.lower() or not self._package.has(part):
            return None
        grid = Grid(sheet.get("name", ""), sheet.get("state", "visible") != "visible")
        cells = _Cells(self, grid)
        self._package.parse(part, cells.begin, cells.end, cells.text)
        return grid if grid.cells else None


def _is_on(value: str | None) -> bool:
    return value in ("1", "true", "on")


# _x000D_ stands for a character that XML cannot hold, _x005F_ for the underscore of such a text.
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _strings(package: Package, part: str | None) -> list[str]:
    """The texts that cells share; phonetic guides are no part of them."""
    texts: list[str] = []
    parts: list[str] = []
    depth = {"t": 0, "rPh": 0}

    def begin(tag: str, _: Attributes) -> None:
        if tag == "si":
            parts.clear()
        elif tag in depth:
            depth[tag] += 1

    def end(tag: str) -> None:
        if tag == "si":
            texts.append(_unescaped("".join(parts)))
        elif tag in depth:
            depth[tag] -= 1

    def text(content: str) -> None:
        if depth["t"] and not depth["rPh"]:
            parts.append(content)

    if part:
        package.parse(part, begin, end, text)
    return texts


def _styles(package: Package, part: str | None) -> list[Style]:
    """The styles that cells refer to by number."""
    codes = dict(formats.BUILT_IN)
    struck: list[bool] = []
    styles: list[Style] = []
    within: list[str] = []

    def begin(tag: str, attributes: Attributes) -> None:
        parent = within[-1] if within else ""
        within.append(tag)
        if tag == "numFmt" and parent == "numFmts":
            codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif tag == "font" and parent == "fonts":
            struck.append(False)
        elif tag == "strike" and parent == "font" and struck:
            struck[-1] = attributes.get("val", "1") not in ("0", "false")
        elif tag == "xf" and parent == "cellXfs":
            font = int(attributes.get("fontId", 0))
            code = codes.get(int(attributes.get("numFmtId", 0)), "General")
            styles.append(Style(code, font < len(struck) and struck[font]))

    def end(_tag: str) -> None:
        within.pop()

    if part:
        package.parse(part, begin, end)
    return styles


class _Cells:
    """Takes the cells of one sheet, element by element."""

    def __init__(self, reader: _Reader, grid: Grid) -> None:
        self._reader, self._grid = reader, grid
        self._row, self._column, self._is_row_hidden = 0, -1, False
        self._attributes: Attributes = {}
        self._into: list[str] | None = None
        self._value: list[str] = []
        self._has_formula = self._is_phonetic = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        match tag:
            case "c":
                self._begin_cell(attributes)
            case "v" | "t" if not self._is_phonetic:
                self._into = self._value
            case "f":
                self._has_formula = True
            case "rPh":
                self._is_phonetic = True
            case "row":
                self._row = int(attributes.get("r", self._row + 1))
                self._column = -1
                self._is_row_hidden = _is_on(attributes.get("hidden"))
            case "col" if _is_on(attributes.get("hidden")):
                columns = range(int(attributes["min"]) - 1, min(int(attributes["max"]), 1000))
                self._grid.hidden_columns.update(columns)
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def text(self, content: str) -> None:
        if self._into is not None:
            self._into.append(content)

    def end(self, tag: str) -> None:
        match tag:
            case "v" | "t":
                self._into = None
            case "rPh":
                self._is_phonetic = False
            case "c":
                self._end_cell("".join(self._value))

    def _begin_cell(self, attributes: Attributes) -> None:
        place = COLUMN.fullmatch(attributes.get("r", ""))
        if place:
            self._column, self._row = _number(place[1]), int(place[2])
        else:
            self._column += 1
        self._attributes, self._value, self._has_formula = attributes, [], False

    def _end_cell(self, value: str) -> None:
        kind = self._attributes.get("t", "n")
        if self._has_formula and self._lacks_result(kind, value):
            zh = "公式没有保存结果，应在 Excel、WPS 中打开后保存，再放回"
            en = "the formula's result; open the file in Excel and save it"
            self._remark("refused", "formula", zh, en)
        if not value:
            return
        text = self._text(kind, value)
        if not text:
            return
        row = self._grid.cells.setdefault(self._row, {})
        if not row and self._is_row_hidden:
            zh, en = (
                "这一行被筛选或隐藏，仍已读入，请核对",
                "this row is hidden, and yet it was read",
            )
            self._grid.remarks.append(Remark(self._row, None, "warning", "hidden row", zh, en))
        row[self._column] = text
        if self._style.is_struck:
            zh, en = "加了删除线，仍已读入，请核对", "it is struck through, and yet it was read"
            self._remark("warning", "struck", zh, en)

    def _lacks_result(self, kind: str, value: str) -> bool:
        return (kind != "str" and not value) or (self._reader.is_uncalculated and kind == "n")

    @property
    def _style(self) -> Style:
        nth = int(self._attributes.get("s", 0))
        styles = self._reader.styles
        return styles[nth] if nth < len(styles) else Style()

    def _text(self, kind: str, value: str) -> str:
        match kind:
            case "s":
                return self._reader.strings[int(value)]
            case "b":
                return "true" if value.strip() == "1" else "false"
            case "inlineStr" | "str":
                return _unescaped(value)
            case "d":
                return value.removesuffix("T00:00:00")
            case "n" if value.strip():
                return self._number(value)
        return value.strip()

    def _number(self, value: str) -> str:
        """As the sheet shows it: 15 digits, 12.3% and not 0.123, a month without its day."""
        self._grid.numbers += 1
        number, code = Decimal(f"{float(value):.15g}"), self._style.code
        if formats.section_for(code, number).is_date:
            return formats.day(float(value), code, since_1904=self._reader.since_1904)
        if code == "General":
            return formats.plain(number)
        shown = formats.shown(number, code)
        percent = formats.section_for(code, number).kinds() >= {"percent"}
        meant = number * 100 if percent else number
        self._compare(meant, shown, percent=percent)
        return formats.plain(meant) + ("%" if percent else "")

    def _compare(self, meant: Decimal, shown: str, *, percent: bool) -> None:
        """Remark where what is shown is not the number that is stored, however rounded."""
        seen, stored = formats.number_in(shown), formats.plain(meant)
        sign = "%" if percent else ""
        if seen == meant:
            return
        if seen is None:
            look = f"显示为“{shown}”" if shown else "被单元格格式隐藏"
            zh, en = (
                f"{look}，保存的是 {stored}{sign}",
                f"“{shown}” is shown, {stored}{sign} stored",
            )
            self._remark("warning", "hidden", f"{zh}，已按保存的读入，请核对", f"{en} and read")
        elif abs(seen - meant) <= Decimal("0.5").scaleb(int(seen.as_tuple().exponent)):
            zh = f"显示为 {shown}，保存的是 {stored}{sign}，已按保存的读入，请核对"
            en = f"{shown} is shown, {stored}{sign} is stored and read"
            self._remark("warning", "rounded", zh, en)
        else:
            zh = f"显示为 {shown}，保存的是 {stored}{sign}，应把单元格格式改为“常规”后核对"
            en = f"one number; {shown} is shown, {stored}{sign} stored: set the format to General"
            self._remark("refused", "scaled", zh, en)

    def _remark(
        self, severity: Literal["refused", "warning"], cause: str, zh: str, en: str
    ) -> None:
        self._grid.remarks.append(Remark(self._row, self._column, severity, cause, zh, en))

    def _merge(self, reference: str) -> None:
        place = re.fullmatch(rf"{COLUMN.pattern}:{COLUMN.pattern}", reference)
        if place:
            left, top, right, bottom = place.groups()
            area = (int(top), int(bottom), _number(left), _number(right))
            self._grid.merged.append(area)


def _number(letters: str) -> int:
    """A for 0, Z for 25, AA for 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
