"""Every figure is rounded half up, of the decimal as it was published."""

import re
from decimal import Decimal
from pathlib import Path

import numpy
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from indicators import charts
from indicators.language import Language
from indicators.rounding import digits, half_up, written
from indicators.style import LIGHT

zh, en = Language("zh"), Language("en")


@pytest.mark.parametrize(
    ("figure", "decimals", "words"),
    [
        (2.125, 2, "2.13"),
        (-2.125, 2, "−2.13"),
        (1.005, 2, "1.01"),  # its double is 1.00499999999999989…
        (10033.05, 1, "10,033.1"),  # 10,033.049999999999272…
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-0.5, 0, "−1"),
        (0.49999999999999994, 0, "0"),
        (0.05, 1, "0.1"),
        (0.15, 1, "0.2"),
        (-0.04, 1, "0.0"),  # what rounds to nothing has no sign
        (-0.0, 1, "0.0"),
        (-0.049999, 1, "0.0"),
        (9.995, 2, "10.00"),
        (999999.5, 0, "1,000,000"),
        (1e21, 1, "1,000,000,000,000,000,000,000.0"),
        (5e-324, 2, "0.00"),
        (1234567, 0, "1,234,567"),
        (numpy.float64(2.125), 2, "2.13"),
        (numpy.int64(2500), 0, "2,500"),
        (Decimal("2.125"), 2, "2.13"),
    ],
)
def test_a_figure_is_rounded_half_up_as_it_was_published(figure, decimals, words):
    assert written(figure, decimals) == words
    assert zh.number(figure, decimals) == en.number(figure, decimals) == words


def test_a_sign_is_that_of_the_rounded_figure():
    assert zh.number(0.04, 1, signed=True) == "0.0"
    assert zh.number(0.05, 1, signed=True) == "+0.1"
    assert zh.number(-0.05, 1, signed=True) == "−0.1"


@pytest.mark.parametrize(
    ("figure", "count"),
    [(158.0, 0), (445.28, 2), (12.345678, 6), (1e-7, 7), (100.0, 0), (1e22, 0), (0.0, 0)],
)
def test_the_digits_of_a_figure_are_those_that_it_was_published_with(figure, count):
    assert digits(figure) == count


# Counted by hand on the digits as they are written: the first one left out, from 5, lifts the last.
def by_hand(published: str, decimals: int) -> str:
    whole, _, part = published.partition(".")
    part = part.ljust(decimals + 1, "0")
    count = int(whole + part[:decimals]) + (part[decimals] >= "5")
    return str(count)


@pytest.mark.sampled
@given(
    whole=some.integers(0, 10**9), part=some.integers(0, 999_999), decimals=some.integers(0, 4)
)  # fmt: skip
def test_what_is_published_is_rounded_digit_by_digit(whole, part, decimals):
    published = f"{whole}.{part:06d}"  # at most 15 digits, as the gate lets in
    amount = half_up(float(published), decimals)
    assert str(amount).replace(".", "").lstrip("0") == by_hand(published, decimals).lstrip("0")
    assert half_up(-float(published), decimals) == -amount


CHARTS = sorted(Path(charts.__file__).parent.glob("*.py"))
SCRIPTS = sorted(Path(charts.__file__).parents[1].rglob("*.js"))


def test_no_chart_and_no_script_rounds_a_figure_by_itself():
    # d3 and JavaScript round the double: 1.005 would be 1.00 on hover and 1.01 beside it.
    texts = {path: path.read_text("utf-8") for path in (*CHARTS, *SCRIPTS)}
    assert len(CHARTS) > 10 and len(SCRIPTS) > 20
    formats = re.compile(r"%\{{1,2}\w+:|NumberFormat|toLocaleString|toPrecision|d3format")
    assert [path.name for path, text in texts.items() if formats.search(text)] == []


def test_what_a_chart_says_on_hover_is_written_as_everywhere_else():
    rows = pd.DataFrame(
        {"year": [2020, 2021], "name_zh": "甲", "value": [1.005, 2.125], "target": [1.115, None]}
    )
    figure = charts.trend_by_year(rows, zh, LIGHT, decimals=2, kind="flow")
    assert list(figure.data[0].hovertext) == ["1.01", "2.13"]
    assert list(figure.data[1].hovertext) == ["1.12"]
    assert {trace.hovertemplate for trace in figure.data} == {"%{hovertext}"}
