"""What must hold between the cells of a row, between rows, and between tables.

Every rule reads the cells as text: the forms in forms.py are canonical (no 01, no 1.0), so
equal values are equal texts. A cell that was already refused is not judged a second time, and
a code counts as known even if another cell of its row is wrong: one slip, one problem.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from indicators.gate.files import Line
from indicators.gate.forms import DAY, MONTH, QUARTER, YEAR
from indicators.gate.problems import Problem, with_the_nearest
from indicators.gate.tables import TABLES


@dataclass
class Tables:
    """The lines of all tables that could be read, and the cells that are refused already."""

    lines: dict[str, list[Line]]
    refused: set[tuple[str, int | None, str | None]] = field(default_factory=set)

    def sound(self, line: Line, *columns: str) -> bool:
        """Whether none of these cells is refused."""
        return not any((line.file, line.line, column) in self.refused for column in columns)

    def is_whole(self, table: str) -> bool:
        """Whether every line of a one-file table could be read, so that its codes are all known."""
        cut = any(file == f"{table}.csv" and column is None for file, _, column in self.refused)
        return table in self.lines and not cut

    def by_key(self, table: str) -> dict[str, Line]:
        """The lines of a table by the code that names them."""
        (key,) = TABLES[table].unique[0]
        return {line.cells[key]: line for line in self.lines[table] if line.cells[key]}


def broken_rules(tables: Tables) -> Iterator[Problem]:
    """All problems that a single cell does not show."""
    for table in tables.lines:
        for columns in TABLES[table].unique:
            yield from twice(tables, table, columns)
        for column, other in TABLES[table].known.items():
            yield from unknown(tables, table, column, other)
    for rule, needed in RULES.items():
        if needed <= tables.lines.keys():
            yield from rule(tables)


def twice(tables: Tables, table: str, columns: tuple[str, ...]) -> Iterator[Problem]:
    """Lines that repeat what only one line may have; all empty is not a repetition."""
    first: dict[tuple[str, ...], Line] = {}
    for line in tables.lines[table]:
        key = tuple(line.cells[column] for column in columns)
        if not any(key) or not tables.sound(line, *columns):
            continue
        earlier = first.setdefault(key, line)
        if earlier is not line:
            yield _repetition(line, columns, key, earlier)


def _repetition(
    line: Line, columns: tuple[str, ...], key: tuple[str, ...], earlier: Line
) -> Problem:
    where_zh, where_en = f"第 {earlier.line} 行", f"line {earlier.line}"
    if earlier.file != line.file:
        where_zh, where_en = f"data/{earlier.file} {where_zh}", f"{where_en} of data/{earlier.file}"
    if len(columns) == 1:
        return line.problem(
            columns[0],
            f"应各行不同，{where_zh}已有",
            f"a value of its own; {where_en} has the same",
        )
    found = ",".join(part for part in key if part)
    zh = f"{'、'.join(columns)} 合起来应各行不同，{where_zh}已有"
    en = f"{', '.join(columns)} to differ together; {where_en} has the same"
    return Problem(line.file, line.line, None, found, zh, en)


def unknown(tables: Tables, table: str, column: str, other: str) -> Iterator[Problem]:
    """Codes that the table they belong to does not have, with the nearest one that it has."""
    if not tables.is_whole(other):
        return
    codes = tables.by_key(other)
    zh, en = f"应填 data/{other}.csv 里有的代码", f"a code from data/{other}.csv"
    for line in tables.lines[table]:
        code = line.cells[column]
        if code and code not in codes and tables.sound(line, column):
            yield line.problem(column, *with_the_nearest(zh, en, code, codes))


PERIODS = {
    "year": (YEAR, "2021"),
    "quarter": (QUARTER, "2021-Q3"),
    "year_to_date": (MONTH, "2021-06"),
    "month": (MONTH, "2021-06"),
    "point": (f"{YEAR}|{MONTH}|{DAY}", "2021, 2021-06, 2020-11-01"),
}


def period_that_does_not_fit_its_coverage(tables: Tables) -> Iterator[Problem]:
    """2021-Q3 is no year; a figure since January names the month it reaches."""
    for line in tables.lines["observations"]:
        if not tables.sound(line, "time_period", "coverage"):
            continue
        coverage = line.cells["coverage"]
        form, example = PERIODS[coverage]
        if not re.fullmatch(form, line.cells["time_period"]):
            yield line.problem(
                "time_period",
                f"coverage 为 {coverage} 时应填 {example.replace(', ', '、')} 这样的时间",
                f"a period such as {example} for the coverage {coverage}",
            )


def not_exactly_one_home(tables: Tables) -> Iterator[Problem]:
    """The dashboard is about one area."""
    areas = tables.lines["areas"]
    homes = [line for line in areas if line.cells["is_home"].lower() == "true"]
    for line in homes[1:]:
        yield line.problem(
            "is_home",
            f"只应有一个本级地区，第 {homes[0].line} 行已是",
            f"one home area only; line {homes[0].line} is one already",
        )
    if (
        not homes
        and tables.is_whole("areas")
        and all(tables.sound(line, "is_home") for line in areas)
    ):
        zh, en = "应有一个地区填 true，表示本级地区", "true for one area, the home area"
        yield Problem("areas.csv", None, "is_home", "", zh, en)


LEVELS = ("country", "province", "city", "county", "zone")


def parent_that_is_not_above(tables: Tables) -> Iterator[Problem]:
    """A county belongs to a city, never the other way round and never to itself."""
    areas = tables.by_key("areas")
    for line in tables.lines["areas"]:
        parent = areas.get(line.cells["parent"])
        if parent is None or not (tables.sound(line, "level") and tables.sound(parent, "level")):
            continue
        if LEVELS.index(parent.cells["level"]) >= LEVELS.index(line.cells["level"]):
            zh, en = "应填更高一级地区的代码", "the code of an area of a higher level"
            yield line.problem("parent", zh, en)


def half_a_tile(tables: Tables) -> Iterator[Problem]:
    """A place in the tile map has a row and a column."""
    for line in tables.lines["areas"]:
        for column, other in (("tile_row", "tile_column"), ("tile_column", "tile_row")):
            if line.cells[other] and not line.cells[column]:
                zh, en = f"{other} 填了，这里也应填", f"a value here too, as {other} has one"
                yield line.problem(column, zh, en)


def growth_of_without_being_growth(tables: Tables) -> Iterator[Problem]:
    """Only an indicator of the kind growth can be the growth of another one."""
    for line in tables.lines["indicators"]:
        is_growth = line.cells["kind"] == "growth" or not tables.sound(line, "kind")
        if line.cells["growth_of"] and not is_growth:
            zh, en = "kind 不是 growth 时应留空", "nothing, as the kind is not growth"
            yield line.problem("growth_of", zh, en)


PART_OF_A_WHOLE = re.compile(r".*_(share|coverage|rate)(_of_[a-z]+)?_pct")


def value_out_of_range(tables: Tables) -> Iterator[Problem]:
    """Values that cannot be, by what their indicator is."""
    indicators = tables.by_key("indicators")
    for table, column in (("observations", "obs_value"), ("targets", "target_value")):
        for line in tables.lines[table]:
            indicator = indicators.get(line.cells["indicator"])
            text = line.cells[column]
            if indicator is None or not text or not tables.sound(line, column):
                continue
            if tables.sound(indicator, "kind", "decimals"):
                for zh, en in _impossible(indicator.cells, float(text)):
                    yield line.problem(column, zh, en)


def _impossible(indicator: dict[str, str], value: float) -> Iterator[tuple[str, str]]:
    """Why an indicator cannot have a value: nothing, or one reason in both languages.

    Growth, and flows of money, can be below zero; so can a count that is a balance, which has
    `net` in its code. A plan can be over-fulfilled: shares of a plan may exceed 100.
    """
    code, kind = indicator["indicator"], indicator["kind"]
    is_count = kind == "flow" and indicator["decimals"] == "0" and "net" not in code.split("_")
    if kind == "rank" and (value < 1 or not value.is_integer()):
        yield "是位次，应填从 1 起的整数", "a whole number from 1 up, being a rank"
    elif kind == "rate" and PART_OF_A_WHOLE.fullmatch(code) and not 0 <= value <= 100:
        yield "是占比，应在 0 到 100 之间", "0 to 100, being a part of a whole in per cent"
    elif (is_count or kind == "stock") and value < 0:
        yield "是数量，不应为负", "no negative number, being a quantity"


RULES: dict[Callable[[Tables], Iterator[Problem]], set[str]] = {
    period_that_does_not_fit_its_coverage: {"observations"},
    not_exactly_one_home: {"areas"},
    parent_that_is_not_above: {"areas"},
    half_a_tile: {"areas"},
    growth_of_without_being_growth: {"indicators"},
    value_out_of_range: {"indicators", "observations", "targets"},
}
