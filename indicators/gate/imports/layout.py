"""Which cells of a sheet are figures, and which headings, names and titles belong to each."""

import csv
import io
import re
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from indicators.gate import encodings, files, headers, layouts, workbooks
from indicators.gate.characters import folded, is_footnote_mark
from indicators.gate.forms import MISSING, number
from indicators.gate.periods import squeezed
from indicators.gate.tables import columns
from indicators.gate.workbooks import Broken, Grid

LIKE_A_YEAR = re.compile(r"(?:19|20)\d\d(?:\.0)?")
UNIT_HEADING = re.compile(r"(?:计量)?单位")
# What stands below it says when, also where it is a bare 2021.
TIME_HEADING = re.compile(r"年份|年度|时间|时期|月份|报告期|统计时间|数据时间|期别")
UNIT_NOTE = re.compile(r"\s*(?:计量)?单位\s*[:：]")
# Marks of notes that are typed with usual signs.
TYPED_MARK = re.compile(r"\[[0-9]+\]|[*†‡]+")
TYPED_MARK_BEHIND = re.compile(rf"(?<=[0-9%])\s*(?:{TYPED_MARK.pattern})\Z")
# How many lines of titles and headings a table may have.
MOST_HEADINGS = 12
# Ten counties of thirty years in a hundred indicators are a third of it.
MOST_CELLS = 100_000


@dataclass(frozen=True)
class Place:
    """A figure's cell: row from 1, column from 0, its text, and the labels from far to near."""

    row: int
    column: int
    text: str
    labels: tuple[str, ...]

    @property
    def name(self) -> str:
        """B5, as spreadsheets name it."""
        return f"{column_name(self.column)}{self.row}"


@dataclass
class Layout:
    """A table taken apart. `passed_over` are lines below it, by row, with why they are no data."""

    titles: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    passed_over: dict[int, str] = field(default_factory=dict)
    footnotes: dict[str, str] = field(default_factory=dict)


def column_name(column: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    name = ""
    number = column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(65 + letter) + name
    return name


def grids(path: Path, name: str) -> list[Grid]:
    """The sheets of a workbook in sight, or a text as one sheet.

    Raises Broken with what is wrong where there is nothing to take in, OSError as opening does.
    """
    sheets = _of_workbook(path) if name.lower().endswith(workbooks.SUFFIXES) else [_of(path, name)]
    filled = [grid for grid in sheets if grid.cells]
    if not filled:
        raise Broken("表里没有内容", "a table with something in it")
    if all(map(_is_tidy, filled)):
        raise Broken(
            "已经是每行一个数的数据文件，不用导入：请用“检查文件”",
            "a table with figures side by side; this has one figure a line, use “Check files”",
        )
    if sum(len(cells) for grid in sheets for cells in grid.cells.values()) > MOST_CELLS:
        zh = f"表过大（超过{MOST_CELLS:,}格），应只留要导入的部分"
        raise Broken(zh, f"a table of at most {MOST_CELLS:,} cells; keep what is to be imported")
    return sheets


def _is_tidy(grid: Grid) -> bool:
    """Whether a sheet has the columns of data/observations/ already."""
    top = islice(grid.records(), headers.TITLES)
    return any(headers.has_most(cells, columns("observations")) for _, cells in top)


def _of_workbook(path: Path) -> list[Grid]:
    return [grid for grid in workbooks.read(path).grids if not grid.is_hidden]


def _of(path: Path, name: str) -> Grid:
    content = files.content(path)
    if words := files.disguise(content):
        raise Broken(*words)
    text, problems = encodings.as_utf8(content, name)
    if text is None:
        raise Broken(problems[0].expected_zh, problems[0].expected_en)
    return _of_text(text.decode(), name)


def _of_text(text: str, name: str) -> Grid:
    first = text[:4096]
    delimiter = max(",\t;", key=first.count)
    grid = Grid(name)
    for row, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
        filled = {column: cell for column, cell in enumerate(cells) if cell.strip()}
        if filled:
            grid.cells[row] = filled
    return grid


def without_mark(text: str) -> tuple[str, str]:
    """A figure and the footnote mark behind it: 15.2① is 15.2 and ①, 5,300 [1] is 5,300 and [1]."""
    meant = folded(text)
    bare = meant.rstrip("".join(filter(is_footnote_mark, set(meant))))
    if bare == meant:
        bare = TYPED_MARK_BEHIND.sub("", meant)
    return bare, meant[len(bare) :].strip()


def mark_before(text: str) -> str:
    """The footnote mark with which a line below a table begins; '' where it begins with none."""
    if text and is_footnote_mark(text[0]):
        return text[0]
    found = TYPED_MARK.match(text)
    return found[0] if found else ""


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, with a footnote mark or not, or says that there is none."""
    bare, _ = without_mark(text)
    if bare in MISSING:
        return True
    try:
        number(bare)
    except ValueError:
        return False
    return True


def layout(grid: Grid) -> Layout:
    """The sheet taken apart; without figures if there are none."""
    grid.fill_merged()
    parted = Layout()
    body = _first_row_of_figures(grid)
    if body is None:
        return parted
    rows = [row for row in grid.cells if row >= body]
    labels = _label_columns(grid, rows)
    above = [row for row in grid.cells if row < body]
    titles = [row for row in above if len(set(grid.cells[row].values())) == 1]
    headings = [row for row in above if row not in titles]
    parted.titles = [next(iter(grid.cells[row].values())) for row in titles]
    parted.titles += _units_in_headings(grid, headings)
    for row in rows:
        _take(grid, row, labels, headings, parted)
    return parted


def _headings_of(grid: Grid, column: int, labels: list[int], headings: list[int]) -> list[str]:
    """What stands above a column, from top to bottom.

    A heading over several columns may be written into the first of them alone: where a column
    has none in a line but one below, the nearest one to the left is meant.
    """
    stack: list[str] = []
    for nth, row in enumerate(headings):
        cells = {c: text for c, text in grid.cells[row].items() if not UNIT_NOTE.match(text)}
        text = cells.get(column, "")
        if not text and any(grid.cells[below].get(column) for below in headings[nth + 1 :]):
            left = [c for c in cells if c < column and c not in labels]
            text = cells[max(left)] if left else ""
        stack.append(text)
    return [text for text in stack if text]


def _units_in_headings(grid: Grid, headings: list[int]) -> list[str]:
    """单位：亿元 stands above the table at its right edge, and is said of all of it."""
    texts = [text for row in headings for text in grid.cells[row].values()]
    return [text for text in dict.fromkeys(texts) if UNIT_NOTE.match(text)]


def _first_row_of_figures(grid: Grid) -> int | None:
    of_time: set[int] = set()
    for row, cells in list(grid.cells.items())[:MOST_HEADINGS]:
        labels = {column for column, text in cells.items() if not is_figure(text)}
        labels |= of_time & cells.keys()
        figures = [folded(text) for column, text in cells.items() if column not in labels]
        years = [text for text in figures if LIKE_A_YEAR.fullmatch(text)]
        if figures and labels and not (len(years) == len(figures) and len(years) > 1):
            return row
        of_time |= {column for column, text in cells.items() if _says_when(text)}
    return None


def _says_when(heading: str) -> bool:
    return TIME_HEADING.fullmatch(squeezed(heading)) is not None


def _label_columns(grid: Grid, rows: list[int]) -> list[int]:
    """The columns of names, from the left, up to the first one that is mostly figures."""
    labels = []
    for column in range(grid.first_column, grid.first_column + grid.width):
        texts = [grid.cells[row][column] for row in rows if column in grid.cells[row]]
        figures = sum(map(is_figure, texts))
        heading = {grid.cells[row].get(column, "") for row in grid.cells if row not in rows}
        is_running_number = any(re.fullmatch(r"序号|编号", squeezed(text)) for text in heading)
        of_time = any(map(_says_when, heading))
        if figures > len(texts) / 2 and not is_running_number and not of_time:
            break
        if not is_running_number:
            labels.append(column)
    return labels


def _unit_columns(grid: Grid, labels: list[int], headings: list[int]) -> set[int]:
    """The columns of names that say the unit of each line."""
    return {
        column
        for column in labels
        if any(
            UNIT_HEADING.fullmatch(squeezed(grid.cells[row].get(column, ""))) for row in headings
        )
    }


def _take(grid: Grid, row: int, labels: list[int], headings: list[int], parted: Layout) -> None:
    cells = grid.cells[row]
    units = _unit_columns(grid, labels, headings)
    names = [
        f"单位：{cells[column]}" if column in units else cells[column]
        for column in labels
        if column in cells
    ]
    words = layouts.no_data([*names, *([""] * 3)], ("?",)) if names else None
    first = squeezed(names[0]) if names else ""
    has_figures = any(c not in labels and is_figure(text) for c, text in cells.items())
    mark = mark_before(first)
    if mark and not has_figures:
        parted.footnotes[mark] = first
        parted.passed_over[row] = "注释"
    elif first and layouts.TOTAL.fullmatch(first):
        parted.passed_over[row] = "合计"
    elif words and not has_figures:
        parted.passed_over[row] = "说明或落款"
    else:
        for column, text in cells.items():
            if column not in labels:
                stack = _headings_of(grid, column, labels, headings)
                parted.places.append(Place(row, column, text, (*stack, *names)))
