"""What must hold between the cells of a row, between rows, and between tables.

Every rule reads the canonical texts, in which equal values are equal. A cell that was already
refused is not judged a second time, and a code counts as known even if another cell of its row
is wrong: one slip, one problem.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import numpy

from indicators.gate.cells import Cells, Line
from indicators.gate.forms import DAY, MONTH, QUARTER, TO_DATE, YEAR
from indicators.gate.problems import Problem, Report, with_the_nearest
from indicators.gate.tables import TABLES

Tables = Mapping[str, Cells]
Words = tuple[str, str]


def judge(tables: Tables, report: Report) -> None:
    """Reports all that a single cell does not show, of the tables that could be read."""
    for table, cells in tables.items():
        for columns in TABLES[table].unique:
            twice(cells, columns, report)
        for column, other in TABLES[table].known.items():
            if other in tables:
                unknown(cells, column, tables[other], report)
    for rule, needed in RULES.items():
        if needed <= tables.keys():
            rule(tables, report)


def twice(cells: Cells, columns: tuple[str, ...], report: Report) -> None:
    """Lines that repeat what only one line may have; all empty is not a repetition."""
    keys = _combined([cells.codes(column) for column in columns])
    empty = numpy.logical_and.reduce([cells.which(column, _is_empty) for column in columns])
    rows = numpy.flatnonzero(~empty & cells.sound(*columns))
    _, first, group = numpy.unique(keys[rows], return_index=True, return_inverse=True)
    if len(first) == len(rows):
        return
    first_of = rows[first][group]  # unique() gives the first place of each
    repeated = rows[first_of != rows]
    earlier = dict(zip(repeated.tolist(), first_of[first_of != rows].tolist(), strict=True))
    _say_repeated(cells, columns, repeated, earlier, report)


def _is_empty(text: str) -> bool:
    return not text


def _combined(codes: list[numpy.ndarray]) -> numpy.ndarray:
    """One number a row, equal where all of its numbers are."""
    combined, size = codes[0].astype(numpy.int64), int(codes[0].max(initial=0)) + 1
    for column in codes[1:]:
        many = int(column.max(initial=0)) + 1
        if size * many > 1 << 62:
            _, combined = numpy.unique(combined, return_inverse=True)
            size = int(combined.max(initial=0)) + 1
        combined, size = combined * many + column, size * many
    return combined


def _say_repeated(
    cells: Cells,
    columns: tuple[str, ...],
    repeated: numpy.ndarray,
    earlier: dict[int, int],
    report: Report,
) -> None:
    def has_it(row: int) -> Words:
        (file, line), (its_file, _) = cells.place(earlier[int(row)]), cells.place(row)
        zh, en = f"第 {line} 行", f"line {line}"
        return (zh, en) if file == its_file else (f"data/{file} {zh}", f"{en} of data/{file}")

    if len(columns) == 1:
        cells.say(
            report,
            columns[0],
            repeated,
            lambda row: (
                f"应各行不同，{has_it(row)[0]}已有",
                f"a value of its own; {has_it(row)[1]} has the same",
            ),
        )
        return

    def problem_at(row: int) -> Problem:
        zh, en = has_it(row)
        key = [cells.canonical[column][int(row)].as_py() for column in columns]
        return Problem(
            *cells.place(row),
            None,
            ",".join(part for part in key if part),
            f"{'、'.join(columns)} 合起来应各行不同，{zh}已有",
            f"{', '.join(columns)} to differ together; {en} has the same",
        )

    for number, file in enumerate(cells.files):
        here = repeated[cells.file_of[repeated] == number]
        report.add_each(file, "refused", here, problem_at)


def unknown(cells: Cells, column: str, other: Cells, report: Report) -> None:
    """Codes that the table they belong to does not have, with the nearest one that it has."""
    if not other.is_whole:
        return
    codes = set(other.meanings(TABLES[other.table].key)) - {""}
    zh, en = f"应填 data/{other.table}.csv 里有的代码", f"a code from data/{other.table}.csv"
    strange = cells.which(column, lambda code: bool(code) and code not in codes)
    cells.say(
        report,
        column,
        strange & cells.sound(column),
        lambda row: with_the_nearest(zh, en, cells.written(column, row), codes),
    )


PERIODS = {
    "year": (YEAR, "2021"),
    "quarter": (QUARTER, "2021-Q3"),
    "year_to_date": (MONTH, "2021-06"),
    "month": (MONTH, "2021-06"),
    "point": (f"{YEAR}|{MONTH}|{DAY}", "2021, 2021-06, 2020-11-01"),
}


def period_that_does_not_fit_its_coverage(tables: Tables, report: Report) -> None:
    """2021-Q3 is no year; a figure since January names the month it reaches."""
    cells = tables["observations"]
    for coverage, (form, example) in PERIODS.items():
        covered = cells.which("coverage", coverage.__eq__) & cells.sound("time_period", "coverage")
        fits = cells.which("time_period", re.compile(form).fullmatch)
        words = (
            f"coverage 为 {coverage} 时应填 {example.replace(', ', '、')} 这样的时间",
            f"a period such as {example} for the coverage {coverage}",
        )
        cells.say(report, "time_period", covered & ~fits, lambda _, words=words: words)


def part_of_a_year_that_is_not_called_so(tables: Tables, report: Report) -> None:
    """2021年1-3月 was read as 2021-03: right for a figure since January, wrong for March."""
    cells = tables["observations"]
    written = cells.texts["time_period"]
    to_date = [
        TO_DATE.fullmatch(re.sub(r"\s", "", text)) for text in written.dictionary.to_pylist()
    ]
    since_january = numpy.array([found is not None for found in to_date], dtype=bool)
    if not since_january.any():
        return
    called_so = cells.which("coverage", "year_to_date".__eq__)
    rows = since_january[written.indices.to_numpy()] & ~called_so
    zh = "是年初以来的累计数，coverage 应填 year_to_date"
    en = "year_to_date as its coverage, being a figure since January"
    cells.say(report, "time_period", rows & cells.sound("time_period"), lambda _: (zh, en))


def not_exactly_one_home(tables: Tables, report: Report) -> None:
    """The dashboard is about one area."""
    areas = tables["areas"]
    is_home = areas.which("is_home", lambda text: text.lower() == "true")
    homes = numpy.flatnonzero(is_home)
    if len(homes):
        first = areas.place(homes[0])[1]
        zh, en = (
            f"只应有一个本级地区，第 {first} 行已是",
            f"one home area only; line {first} is one",
        )
        areas.say(report, "is_home", homes[1:], lambda _: (zh, f"{en} already"))
    elif areas.is_whole and areas.sound("is_home").all():
        zh, en = "应有一个地区填 true，表示本级地区", "true for one area, the home area"
        report.add(Problem("areas.csv", None, "is_home", "", zh, en))


LEVELS = ("country", "province", "city", "county", "zone")


def parent_that_is_not_above(tables: Tables, report: Report) -> None:
    """A county belongs to a city, never the other way round and never to itself."""
    areas = tables["areas"]
    sound = areas.sound("level")
    levels = {
        line.cells["ref_area"]: LEVELS.index(line.cells["level"])
        for line in areas.rows
        if sound[line.row] and line.cells["ref_area"]
    }

    def is_wrong(line: Line) -> bool:
        level, parent = levels.get(line.cells["ref_area"]), levels.get(line.cells["parent"])
        return None not in (level, parent) and parent >= level

    words = "应填更高一级地区的代码", "the code of an area of a higher level"
    _say_where(areas, "parent", is_wrong, words, report)


def half_a_tile(tables: Tables, report: Report) -> None:
    """A place in the tile map has a row and a column."""
    for column, other in (("tile_row", "tile_column"), ("tile_column", "tile_row")):
        words = f"{other} 填了，这里也应填", f"a value here too, as {other} has one"
        _say_where(
            tables["areas"],
            column,
            lambda line, here=column, there=other: line.cells[there] and not line.cells[here],
            words,
            report,
        )


def growth_of_without_being_growth(tables: Tables, report: Report) -> None:
    """Only an indicator of the kind growth can be the growth of another one."""
    indicators = tables["indicators"]
    sound = indicators.sound("kind")

    def is_wrong(line: Line) -> bool:
        return line.cells["growth_of"] and line.cells["kind"] != "growth" and sound[line.row]

    words = "kind 不是 growth 时应留空", "nothing, as the kind is not growth"
    _say_where(indicators, "growth_of", is_wrong, words, report)


def part_of_something_else(tables: Tables, report: Report) -> None:
    """A part has the unit of its whole, for they are added up; and nothing is part of itself."""
    indicators = tables["indicators"]
    units = {line.cells["indicator"]: line.cells["unit_zh"] for line in indicators.rows}

    def is_wrong(line: Line) -> bool:
        whole = line.cells["part_of"]
        unit = units.get(whole)
        return unit is not None and (
            whole == line.cells["indicator"] or unit != line.cells["unit_zh"]
        )

    words = "应填另一个单位相同的指标", "another indicator with the same unit"
    _say_where(indicators, "part_of", is_wrong, words, report)


def _say_where(
    cells: Cells, column: str, is_wrong: Callable[[Line], object], words: Words, report: Report
) -> None:
    rows = [line.row for line in cells.rows if is_wrong(line)]
    found = numpy.array(rows, dtype=numpy.int64)
    cells.say(report, column, found[cells.sound(column)[found]], lambda _: words)


def percent_of_what_is_no_percentage(tables: Tables, report: Report) -> None:
    """12.3% is 12.3 where the unit is per cent; for an amount of money it is a slip."""
    units = {line.cells["indicator"]: line.cells for line in tables["indicators"].rows}
    for cells, column in _figures(tables):
        texts = cells.texts[column]
        signed = [text.rstrip().endswith(("%", "％")) for text in texts.dictionary.to_pylist()]
        if any(signed):
            rows = numpy.array(signed, dtype=bool)[texts.indices.to_numpy()]
            rows &= _of_indicators(tables, cells, lambda line: "%" not in line.cells["unit_zh"])
            words = partial(_unit_of, cells, units)
            cells.say(report, column, rows & cells.sound(column), words)


def _unit_of(cells: Cells, indicators: dict[str, dict[str, str]], row: int) -> Words:
    named = indicators[cells.canonical["indicator"][int(row)].as_py()]
    zh = f"单位是{named['unit_zh']}，应填不带百分号的数字"
    return zh, f"a number without a percent sign, the unit being {named['unit_en']}"


PART_OF_A_WHOLE = re.compile(r".*_(share|coverage|rate)(_of_[a-z]+)?_pct")


def value_out_of_range(tables: Tables, report: Report) -> None:
    """Values that cannot be, by what their indicator is.

    Growth, and flows of money, can be below zero; so can a count that is a balance, which has
    `net` in its code. A plan can be over-fulfilled: shares of a plan may exceed 100.
    """
    for cells, column in _figures(tables):
        values = cells.values[column].to_numpy(zero_copy_only=False)  # missing: NaN, in no range
        for is_of, is_impossible, words in RANGES:
            of = _of_indicators(tables, cells, is_of)
            if of.any():
                found = of & is_impossible(values) & cells.sound(column)
                cells.say(report, column, found, lambda _, words=words: words)


def _figures(tables: Tables) -> Iterator[tuple[Cells, str]]:
    yield tables["observations"], "obs_value"
    yield tables["targets"], "target_value"


def _of_indicators(tables: Tables, cells: Cells, wanted: Callable[[Line], bool]) -> numpy.ndarray:
    """Of each row, whether its indicator is wanted; not where the indicator itself is refused."""
    indicators = tables["indicators"]
    sound = indicators.sound("indicator", "kind", "decimals", "unit_zh")
    codes = {
        line.cells["indicator"] for line in indicators.rows if sound[line.row] and wanted(line)
    }
    return cells.which("indicator", codes.__contains__)


def _is_rank(line: Line) -> bool:
    return line.cells["kind"] == "rank"


def _is_part(line: Line) -> bool:
    return line.cells["kind"] == "rate" and bool(PART_OF_A_WHOLE.fullmatch(line.cells["indicator"]))


def _is_quantity(line: Line) -> bool:
    code, kind = line.cells["indicator"], line.cells["kind"]
    is_count = line.cells["decimals"] == "0" and "net" not in code.split("_")
    return kind == "stock" or (kind == "flow" and is_count)


RANGES: tuple[tuple[Callable, Callable, Words], ...] = (
    (
        _is_rank,
        lambda values: (values < 1) | (values % 1 > 0),
        ("是位次，应填从 1 起的整数", "a whole number from 1 up, being a rank"),
    ),
    (
        _is_part,
        lambda values: (values < 0) | (values > 100),
        ("是占比，应在 0 到 100 之间", "0 to 100, being a part of a whole in per cent"),
    ),
    (
        _is_quantity,
        lambda values: values < 0,
        ("是数量，不应为负", "no negative number, being a quantity"),
    ),
)

OF_FIGURES = {"indicators", "observations", "targets"}
RULES: dict[Callable[[Tables, Report], None], set[str]] = {
    period_that_does_not_fit_its_coverage: {"observations"},
    part_of_a_year_that_is_not_called_so: {"observations"},
    not_exactly_one_home: {"areas"},
    parent_that_is_not_above: {"areas"},
    half_a_tile: {"areas"},
    growth_of_without_being_growth: {"indicators"},
    part_of_something_else: {"indicators"},
    percent_of_what_is_no_percentage: OF_FIGURES,
    value_out_of_range: OF_FIGURES,
}
