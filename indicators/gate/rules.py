"""What must hold between the cells of a row, between rows, and between tables.

Every rule reads the canonical texts, in which equal values are equal. A cell that was already
refused is not judged a second time, and a code counts as known even if another cell of its row
is wrong: one slip, one problem.
"""

import re
from collections.abc import Callable, Mapping

import numpy
import pyarrow.compute as compute

from indicators.gate.cells import Cells, Line
from indicators.gate.forms import SAID, TEXT
from indicators.gate.keys import twice, unknown
from indicators.gate.names import key_of
from indicators.gate.periods import DAY, MONTH, QUARTER, YEAR, is_to_date
from indicators.gate.problems import Report, Severity, statement
from indicators.gate.ranges import percent_of_what_is_no_percentage, value_out_of_range
from indicators.gate.tables import TABLES

Tables = Mapping[str, Cells]
Words = tuple[str, str]


def judge(tables: Tables, report: Report) -> None:
    """Reports all that a single cell does not show, of the tables that could be read."""
    for table, cells in tables.items():
        for columns in TABLES[table].unique:
            twice(cells, columns, report)
        for column, other in TABLES[table].references.items():
            if other in tables:
                unknown(cells, column, tables[other], report)
    for rule, needed in RULES.items():
        if needed <= tables.keys():
            rule(tables, report)


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
    for coverage, named in (TABLES["observations"].columns["coverage"].choices or {}).items():
        form, example = PERIODS[coverage]
        covered = cells.which("coverage", coverage.__eq__) & cells.sound("time_period", "coverage")
        fits = cells.which("time_period", re.compile(form).fullmatch)
        words = (
            f"coverage（时期类型）为 {coverage}（{named[0]}）时"
            f"应填 {example.replace(', ', '、')} 这样的时间",
            f"a period such as {example} for the coverage {coverage}",
        )
        cells.say(report, "time_period", covered & ~fits, words)


def part_of_a_year_that_is_not_called_so(tables: Tables, report: Report) -> None:
    """2021年1-3月 was read as 2021-03: right for a figure since January, wrong for March."""
    cells = tables["observations"]
    written = cells.texts["time_period"]
    since_january = numpy.array([is_to_date(text) for text in written.dictionary.to_pylist()], bool)
    if not since_january.any():
        return
    rows = since_january[written.indices.to_numpy()] & cells.sound("time_period")
    first = cells.which("time_period", lambda text: text.endswith("-03"))
    a_quarter = first & cells.which("coverage", "quarter".__eq__)
    called_so = cells.which("coverage", "year_to_date".__eq__)
    zh = "是年初以来的累计数，coverage 应填 year_to_date"
    en = "year_to_date as its coverage, being a figure since January"
    cells.say(report, "time_period", rows & ~called_so & ~a_quarter, (zh, en))
    cells.say(report, "time_period", rows & a_quarter, lambda row: _as_a_quarter(cells, row))


def _as_a_quarter(cells: Cells, row: int) -> Words:
    quarter = cells.canonical["time_period"][int(row)].as_py().replace("-03", "-Q1")
    return (
        f"是一季度的数应填 {quarter}，是年初以来的累计数则 coverage 应填 year_to_date",
        f"{quarter} for the first quarter, or year_to_date as its coverage",
    )


def not_exactly_one_home(tables: Tables, report: Report) -> None:
    """The dashboard is about one area."""
    areas = tables["areas"]
    is_home = areas.which("is_home", lambda text: text.lower() == "true")
    homes = numpy.flatnonzero(is_home)
    if len(homes):
        first = areas.place(homes[0])[1]
        zh, en = (
            f"只应有一个本级地区，第{first}行已是",
            f"one home area only; line {first} is one",
        )
        areas.say(report, "is_home", homes[1:], (zh, f"{en} already"))
    elif areas.is_whole and areas.sound("is_home").all():
        zh = "没有一行填 true，应有且只有一个本级地区"
        en = "true in exactly one row, that of the home area; no row has it"
        report.add(statement("areas.csv", zh, en, column="is_home"))


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
        return level is not None and parent is not None and parent >= level

    words = "应填更高一级地区的代码", "the code of an area of a higher level"
    _say_where(areas, "parent", is_wrong, words, report)


# Columns of which a row has both or none: a place in the tile map has a row and a column, and
# what is said in one language is said in the other.
PAIRS = (("areas", "tile_row", "tile_column"), ("indicators", "said_zh", "said_en"))


def half_a_pair(tables: Tables, report: Report) -> None:
    """Of two columns that are filled in together one alone says nothing."""
    for table, *pair in PAIRS:
        for column, other in (pair, reversed(pair)):

            def is_half(line: Line, here: str = column, there: str = other) -> bool:
                return bool(line.cells[there]) and not line.cells[here]

            words = f"{other} 填了，这里也应填", f"a value here too, as {other} has one"
            _say_where(tables[table], column, is_half, words, report)


def growth_of_itself_or_of_another_growth(tables: Tables, report: Report) -> None:
    """The growth of a growth is no rate that anybody publishes, and of itself it is none at all."""
    indicators = tables["indicators"]
    kinds = {line.cells["indicator"]: line.cells["kind"] for line in indicators.rows}

    def is_of_itself(line: Line) -> bool:
        return bool(line.cells["growth_of"]) and line.cells["growth_of"] == line.cells["indicator"]

    words = "应填另一个指标，不能是自己", "another indicator than itself"
    _say_where(indicators, "growth_of", is_of_itself, words, report)
    words = "这个指标本身也是增速，请核对", "an indicator that is a growth itself"

    def is_of_growth(line: Line) -> bool:
        return kinds.get(line.cells["growth_of"]) == "growth"

    _say_where(indicators, "growth_of", is_of_growth, words, report, "warning")


def parts_in_a_circle(tables: Tables, report: Report) -> None:
    """A whole that is a part of its own part: added up, it would be counted for ever."""
    for table in ("indicators", "breakdowns"):
        cells, key = tables[table], TABLES[table].key
        wholes = {line.cells[key]: line.cells["part_of"] for line in cells.rows}

        def is_within_itself(line: Line, wholes: dict[str, str] = wholes, key: str = key) -> bool:
            code, seen = wholes.get(line.cells["part_of"]), {line.cells["part_of"]}
            while code and code not in seen:
                seen.add(code)
                code = wholes.get(code)
            return line.cells["part_of"] != line.cells[key] and line.cells[key] in seen

        words = "互为对方的一部分，请核对", "two that are part of each other"
        _say_where(cells, "part_of", is_within_itself, words, report, "warning")


def one_name_for_two(tables: Tables, report: Report) -> None:
    """Two indicators of one name cannot be told apart, in a list or where a name is read."""
    for table, column in (
        ("indicators", "name_zh"),
        ("areas", "name_zh"),
        ("breakdowns", "name_zh"),
    ):
        cells = tables[table]
        first: dict[str, int] = {}
        for line in cells.rows:
            first.setdefault(key_of(line.cells[column]), line.line)

        def has_the_name_of_another(
            line: Line, first: dict[str, int] = first, column: str = column
        ) -> bool:
            name = key_of(line.cells[column])
            return bool(name) and first[name] != line.line

        words = "与另一行名称相同，读者分不清，请核对", "the name of another line too"
        _say_where(cells, column, has_the_name_of_another, words, report, "warning")


# What formulas and wrong encodings leave where a name or a note should be.
ERROR = r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)"
RUBBISH = (
    r"\x{FFFD}|锟斤拷|烫烫烫|屯屯屯|\?{3}|？{3}|^\?+$|Ã[\x{80}-\x{BF}]|[åæç][\x{80}-\x{BF}]{2}"
)


def text_that_is_none(tables: Tables, report: Report) -> None:
    """An error of a formula, or what a wrong encoding made of a text, is shown as it stands."""
    for cells in tables.values():
        for column, form in TABLES[cells.table].columns.items():
            if form.canonical in (TEXT.canonical, SAID.canonical):
                words = (
                    "是公式的错误，请改好公式或填文字",
                    "the error of a formula instead of a text",
                )
                _say_text(cells, column, ERROR, words, report)
                words = "像是乱码，请核对原文件的编码", "rubbish, as another encoding makes it"
                _say_text(cells, column, RUBBISH, words, report)


def _say_text(cells: Cells, column: str, pattern: str, words: Words, report: Report) -> None:
    texts = cells.canonical[column]
    found = compute.match_substring_regex(texts.dictionary, pattern)
    if compute.any(found).as_py():
        rows = found.to_numpy(zero_copy_only=False)[texts.indices.to_numpy()]
        cells.say(report, column, rows & cells.sound(column), words, "warning")


def growth_of_without_being_growth(tables: Tables, report: Report) -> None:
    """Only an indicator of the kind growth can be the growth of another one."""
    indicators = tables["indicators"]
    sound = indicators.sound("kind")

    def is_wrong(line: Line) -> bool:
        is_growth = line.cells["kind"] == "growth"
        return bool(line.cells["growth_of"]) and bool(sound[line.row]) and not is_growth

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
    cells: Cells,
    column: str,
    is_wrong: Callable[[Line], bool],
    words: Words,
    report: Report,
    severity: Severity = "refused",
) -> None:
    rows = [line.row for line in cells.rows if is_wrong(line)]
    places = numpy.array(rows, dtype=numpy.int64)
    cells.say(report, column, places[cells.sound(column)[places]], words, severity)


OF_FIGURES = {"indicators", "observations", "targets"}
RULES: dict[Callable[[Tables, Report], None], set[str]] = {
    part_of_a_year_that_is_not_called_so: {"observations"},
    period_that_does_not_fit_its_coverage: {"observations"},
    not_exactly_one_home: {"areas"},
    parent_that_is_not_above: {"areas"},
    half_a_pair: {"areas", "indicators"},
    growth_of_without_being_growth: {"indicators"},
    part_of_something_else: {"indicators"},
    growth_of_itself_or_of_another_growth: {"indicators"},
    parts_in_a_circle: {"indicators", "breakdowns"},
    one_name_for_two: {"indicators", "areas", "breakdowns"},
    text_that_is_none: set(),
    percent_of_what_is_no_percentage: OF_FIGURES,
    value_out_of_range: OF_FIGURES,
}
