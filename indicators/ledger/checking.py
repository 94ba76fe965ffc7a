"""What a ledger of livelihood orders must look like, and what is said where it does not.

The ledger may have millions of items, so DuckDB judges the cells (ledger/load.sql) and only the
items with a mistake are read here, to be quoted with file, line and column.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.gate import encodings, headers, sheets
from indicators.gate.problems import Problem, Report, with_the_nearest

FOLDER = "orders"
COLUMNS = (
    "order_id",
    "tier",
    "sector",
    "town",
    "title",
    "raised_on",
    "dispatched_on",
    "due_on",
    "completed_on",
    "satisfaction",
)
# A file with every cell wrong would fill a book; the first ones show what is the matter.
MOST_PROBLEMS = 200


@dataclass(frozen=True)
class Line:
    """One item of a file: where it stands and its cells as they are written."""

    file: str
    line: int
    cells: dict[str, str]

    def problem(self, column: str, zh: str, en: str) -> Problem:
        """A problem of one of the cells."""
        return Problem(self.file, self.line, column, self.cells[column], zh, en)


@dataclass(frozen=True)
class Rule:
    """What belongs into a cell, and its bit in `orders.wrong`."""

    bit: int
    column: str
    zh: str
    en: str


_DATE_ZH = "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日"
_DATE_EN = "a date such as 2021-03-05, 2021/3/5 or 2021年3月5日"
RULES = (
    Rule(1, "order_id", "应填事项编号", "the number of the item"),
    Rule(2, "tier", "应填层级的代码或名称", "the code or the Chinese name of a tier"),
    Rule(4, "sector", "应填领域的代码或名称", "the code or the Chinese name of a sector"),
    Rule(8, "town", "应填承办镇办", "the town or subdistrict in charge"),
    Rule(16, "title", "应填事项名称", "what the item is about"),
    Rule(32, "raised_on", _DATE_ZH, _DATE_EN),
    Rule(64, "dispatched_on", _DATE_ZH, _DATE_EN),
    Rule(128, "due_on", _DATE_ZH, _DATE_EN),
    Rule(256, "completed_on", _DATE_ZH, _DATE_EN),
    Rule(
        512, "satisfaction", "应填 1 到 5 的整数，没有评价的留空", "1 to 5, or empty for no answer"
    ),
    Rule(1024, "dispatched_on", "派单不应早于点单", "a day not before raised_on"),
    Rule(2048, "due_on", "限办日期不应早于点单", "a day not before raised_on"),
    Rule(4096, "completed_on", "办结不应早于点单", "a day not before raised_on"),
)


def names(folder: Path) -> list[str]:
    """The files of the ledger, as they are named in data/; none where there is no ledger."""
    found = sorted((folder / FOLDER).glob("[!.~]*.csv"))
    return [f"{FOLDER}/{path.name}" for path in found]


def in_utf8(folder: Path, file: str, other: Path) -> Path:
    """The folder in which the file lies in UTF-8: its own, or `other`, into which it is copied.

    What is no text in any encoding of the ladder stays where it is; `form` says so.
    """
    path = folder / file
    try:
        if encodings.is_utf8(path):
            return folder
        text, _ = encodings.as_utf8(path.read_bytes(), file)
    except OSError:
        return folder
    if text is None:
        return folder
    (other / file).parent.mkdir(exist_ok=True)
    (other / file).write_bytes(text)
    return other


def header(folder: Path, file: str, found: list[Problem]) -> list[str] | None:
    """The columns in the order of the file; None, and what is wrong with them."""
    try:
        with (folder / file).open(encoding="utf-8-sig", newline="") as content:
            names = next(csv.reader(content, strict=True), [])
    except (OSError, UnicodeDecodeError, csv.Error):
        found += form(folder, file)
        return None
    mistakes = headers.header_mistakes(file, 1, names, COLUMNS)
    found += mistakes
    return None if mistakes else names


def form(folder: Path, file: str) -> list[Problem]:
    """What keeps a file from being read at all: its encoding, its quotes, the width of a line."""
    report = Report()
    sheets.read(folder / file, file, COLUMNS, report)
    return [problem for problem in report.problems() if problem.severity == "refused"]


def wrong_cells(
    folder: Path, file: str, wrong: Mapping[int, int], known: Mapping[str, list[str]]
) -> list[Problem]:
    """The problems of the items with a mistake, in the order of the file.

    `wrong` has the bits of RULES by the place of the item in its file, from 0; `known` what may
    be written as a tier and as a sector.
    """
    found: list[Problem] = []
    for place, line in _at(folder, file, wrong, found):
        found += [_problem(line, rule, known) for rule in RULES if wrong[place] & rule.bit]
    return found


def repeated(folder: Path, file: str, places: Mapping[int, str]) -> list[Problem]:
    """Items whose number another item has; `places` says by place where the first one stands."""
    found: list[Problem] = []
    for place, line in _at(folder, file, places, found):
        zh, en = (
            f"编号应各项不同，{places[place]} 已有",
            f"a number of its own; {places[place]} has it",
        )
        found.append(line.problem("order_id", zh, en))
    return found


def line_of(folder: Path, file: str, place: int) -> int:
    """The line on which the item at this place begins."""
    return next(line.line for _, line in _at(folder, file, {place: 0}, []))


def _problem(line: Line, rule: Rule, known: Mapping[str, list[str]]) -> Problem:
    written = line.cells[rule.column]
    if written and rule.column in known:
        words = with_the_nearest(rule.zh, rule.en, written, known[rule.column])
        return line.problem(rule.column, *words)
    return line.problem(rule.column, rule.zh, rule.en)


def _at(
    folder: Path, file: str, places: Mapping[int, object], found: list[Problem]
) -> Iterator[tuple[int, Line]]:
    """The items at these places, with the line on which each begins.

    DuckDB lets an empty cell too many at the end of a line pass; such a line goes to `found`.
    """
    last = max(places, default=-1)
    with (folder / file).open(encoding="utf-8-sig", newline="") as content:
        reader = csv.reader(content, strict=True)
        columns = next(reader)
        begins, place = reader.line_num + 1, 0
        for cells in reader:
            if any(cells):
                if place in places and len(cells) != len(columns):
                    found.append(sheets.width(file, begins, cells, len(columns)))
                elif place in places:
                    yield place, Line(file, begins, dict(zip(columns, cells, strict=True)))
                if place == last:
                    return
                place += 1
            begins = reader.line_num + 1
