"""Figures that are let in and look wrong beside their neighbours: doubts/*.sql select them.

Each query returns one row a doubt: file, line, the text or number that stands there (`found`),
and what its words below need. Nothing is refused for a doubt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow

from indicators import clock
from indicators.gate.problems import Problem, Report, Severity
from indicators.rows import Row, each

QUERIES = Path(__file__).parent
# Joins run as they are written, the smaller table on the right: of tables that it does not keep
# DuckDB knows too little to choose, and once built its hash table of ten million rows.
LIMITS = """
set memory_limit = '1500MB';
set threads = 2;
set enable_progress_bar = false;
set temp_directory = '';
set disabled_optimizers = 'join_order,build_side_probe_side';
"""
# Half a unit of the last digit that is written: 0.5 of 81, 0.005 of 19.93.
ROUNDING = """
create macro rounding_of(value) as
0.5 * pow(10, -length(regexp_extract(cast(value as varchar), '[.]([0-9]*[1-9])', 1)))
"""
# The month with which a quarter begins: 01, 04, 07, 10.
QUARTERS = """
create macro quarter_begins(nth) as lpad(cast(3 * cast(nth as integer) - 2 as varchar), 2, '0')
"""
TABLES = ("observations", "indicators", "sources", "breakdowns", "breaks", "areas")

Words = tuple[str, str]


@dataclass(frozen=True)
class Doubt:
    """What a query's rows are about: a column, and the words in both languages."""

    column: str
    words: Callable[[Row], Words]
    severity: Severity = "warning"


def raise_about(tables: dict[str, pyarrow.Table], report: Report) -> None:
    """Report what the queries select, once all tables that they read could be read."""
    if not tables.keys() >= set(TABLES):
        return
    with duckdb.connect(":memory:") as connection:
        connection.execute(LIMITS)
        connection.execute(ROUNDING)
        connection.execute(QUARTERS)
        connection.execute(f"create macro this_day() as '{clock.today():%Y-%m-%d}'")
        for table in TABLES:
            connection.register(table, tables[table])
        for name, doubt in DOUBTS.items():
            sql = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
            tell(connection.execute(sql), doubt, report)


def tell(result: duckdb.DuckDBPyConnection, doubt: Doubt, report: Report) -> None:
    """Report the rows of a query, each as one doubt."""
    columns = [column[0] for column in result.description]
    refused = report.refused_lines()  # one slip, one problem
    while rows := result.fetchmany(10_000):
        by_file: dict[str, list[Row]] = {}
        doubtful = [row for row in rows if row[:2] not in refused]
        for row in each(pd.DataFrame(doubtful, columns=columns, dtype=object)):
            by_file.setdefault(row.file, []).append(row)
        for file, of_file in by_file.items():
            report.add_each(
                file, doubt.severity, of_file, lambda row: _problem(row, doubt), cause=doubt
            )


def _problem(row: Row, doubt: Doubt) -> Problem:
    found = row.found if isinstance(row.found, str) else number(row.found)
    return Problem(row.file, row.line, doubt.column, found, *doubt.words(row), doubt.severity)


def number(value: float) -> str:
    """A number as it would be written in a file."""
    text = f"{value:.10g}"
    return text if "e" not in text else f"{value:.0f}"


# Power of ten → how many times the neighbour's value.
TIMES = {
    1: ("10倍", "10 times"),
    2: ("100倍", "100 times"),
    4: ("1万倍", "10,000 times"),
    8: ("1亿倍", "100,000,000 times"),
    -1: ("十分之一", "a tenth of"),
    -2: ("百分之一", "a hundredth of"),
    -4: ("万分之一", "a 10,000th of"),
    -8: ("亿分之一", "a 100,000,000th of"),
}


def _unit_slip(row: Row) -> Words:
    zh, en = TIMES[row.power]
    is_point = abs(row.power) <= 2
    why_zh = "小数点" if is_point else "单位"
    why_en = "the decimal point may have slipped" if is_point else "perhaps in another unit"
    near = number(row.neighbour)
    return (
        f"约为相邻一期（{row.neighbour_period}，{near}）的{zh}，请核对{why_zh}",
        f"about {en} its neighbour, {near} of {row.neighbour_period}; {why_en}",
    )


def _sum_of_parts(row: Row) -> Words:
    total, difference = number(row.total), number(abs(round(row.difference, 6)))
    return (
        f"各分项之和为 {total}，相差 {difference}，请核对",
        f"its parts add up to {total}, a difference of {difference}",
    )


def _within_the_year(row: Row) -> Words:
    total, difference = number(row.total), number(abs(round(row.difference, 6)))
    zh = {"month": "各月之和", "quarter": "各季之和", "year_to_date": "年内累计数"}
    en = {"month": "its months add up to", "quarter": "its quarters add up to"}
    beginning = en.get(row.coverage, "the year to date had already reached")
    reached = "已达" if row.coverage == "year_to_date" else "为"
    return (
        f"{zh[row.coverage]}{reached} {total}，相差 {difference}，请核对",
        f"{beginning} {total}, a difference of {difference}",
    )


def _growth(row: Row) -> Words:
    earlier, later, computed = number(row.earlier), number(row.later), f"{row.computed:.1f}"
    return (
        f"按总量 {earlier} 和 {later} 推算应约为 {computed}%，相差超过 10 个百分点，请核对",
        f"the levels {earlier} and {later} give {computed}%, "
        "more than 10 percentage points from it",
    )


def _undated(_row: Row) -> Words:
    zh = "没有发布日期，与其他来源的数不一致时视为最早发布，以其他来源为准"
    return zh, "no date of publication; beside other sources it counts as the oldest"


def _too_early(row: Row) -> Words:
    return (
        f"来源发布于 {row.published_on}，早于数据所属时间，请核对",
        f"its source was published on {row.published_on}, before that time began",
    )


def _not_begun(row: Row) -> Words:
    zh = f"这个时期还没有开始（今天是 {row.today}），请核对年份"
    return zh, f"that time has not begun, today being {row.today}; perhaps another year"


def _far(row: Row) -> Words:
    zh = f"与其他数的年份相隔十年以上（最近的是 {row.neighbour} 年），请核对年份"
    return zh, f"more than ten years from all other figures, {row.neighbour} being the nearest year"


def _steep(_row: Row) -> Words:
    zh = "增速超过 300%，请核对是否多乘了 100"
    return zh, "growth of more than 300%, perhaps a hundred times too much"


def _fraction(row: Row) -> Words:
    meant = number(row.meant)
    zh = f"像是小数而不是百分数，如为 {meant}% 应填 {meant}，请核对"
    return zh, f"this looks like a fraction; {meant}% is written {meant}"


def _from_the_future(row: Row) -> Words:
    zh = f"发布日期晚于今天（{row.today}），请核对年份"
    return zh, f"a day after today, {row.today}; perhaps another year"


def _foreign(_row: Row) -> Words:
    zh = "这个分组通常用于别的领域的指标，请核对"
    return zh, "this breakdown usually divides indicators of another sector"


def _counties(row: Row) -> Words:
    total, difference = number(round(row.total, 6)), number(abs(round(row.difference, 6)))
    return (
        f"所辖各县（市、区）之和为 {total}，相差 {difference}，请核对",
        f"its counties add up to {total}, a difference of {difference}",
    )


DOUBTS = {
    "unit_slips": Doubt("obs_value", _unit_slip),
    "parts": Doubt("obs_value", _sum_of_parts),
    "months_and_years": Doubt("obs_value", _within_the_year),
    "growth_and_levels": Doubt("obs_value", _growth),
    "sources_without_date": Doubt("source", _undated),
    "published_before_their_period": Doubt("time_period", _too_early),
    "future_periods": Doubt("time_period", _not_begun),
    "far_years": Doubt("time_period", _far),
    "steep_growth": Doubt("obs_value", _steep),
    "fractions": Doubt("obs_value", _fraction),
    "sources_of_the_future": Doubt("published_on", _from_the_future),
    "foreign_breakdowns": Doubt("breakdown", _foreign),
    "counties_and_city": Doubt("obs_value", _counties),
}
