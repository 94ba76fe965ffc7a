"""Values that cannot be, by what their indicator is."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import numpy
import pyarrow.compute as compute

from indicators.gate.cells import Cells, Line
from indicators.gate.forms import PERCENT_SIGN
from indicators.gate.problems import Report

Tables = Mapping[str, Cells]
Words = tuple[str, str]


def percent_of_what_is_no_percentage(tables: Tables, report: Report) -> None:
    """12.3% is 12.3 where the unit is per cent; for an amount of money it is a slip."""
    units = {line.cells["indicator"]: line.cells for line in tables["indicators"].rows}
    for cells, column in _figures(tables):
        texts = cells.texts[column]
        signed = compute.match_substring_regex(texts.dictionary, PERCENT_SIGN)
        if compute.any(signed).as_py():
            rows = signed.to_numpy(zero_copy_only=False)[texts.indices.to_numpy()]
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
                impossible = of & is_impossible(values) & cells.sound(column)
                cells.say(report, column, impossible, words)


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


RANGES: tuple[
    tuple[Callable[[Line], bool], Callable[[numpy.ndarray], numpy.ndarray], Words], ...
] = (
    (
        _is_rank,
        lambda values: (values < 1) | (values % 1 > 0),
        ("是位次，应填从 1 起的整数", "a whole number from 1 up, being a rank"),
    ),
    (
        _is_part,
        lambda values: (values < 0) | (values > 100),
        ("是占比，应在 0 到 100 之间", "a share between 0 and 100"),
    ),
    (
        _is_quantity,
        lambda values: values < 0,
        ("是数量，不应为负", "no negative number, being a quantity"),
    ),
)
