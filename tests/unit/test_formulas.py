"""What a spreadsheet would run is made harmless in every way out, and numbers stay numbers."""

import csv
import io
import json
import re

import pytest

from indicators import formulas
from indicators.gate import listing

RUN = [
    '=HYPERLINK("http://example.org","看")',
    "=1+1",
    "+86 0915 1234567",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "-",
    "-5.2.1",
    "+5.2",
]
PLAIN = ["-5.2", "-5", "-1,234.5", "-4.5%", "5.2", "关家镇", "a=1", "10%", "", "2021-03", "−5.2"]


@pytest.mark.parametrize("text", RUN)
def test_a_text_that_would_be_run_stands_behind_an_apostrophe(text):
    assert formulas.harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_a_number_with_a_minus_and_every_other_text_stay_as_they_are(text):
    assert formulas.harmless(text) == text


def test_a_list_that_is_taken_away_has_none_that_would_be_run():
    content = listing.table_as_csv([{"=name": "=1+1", "value": -5.2, "text": "-5.2"}])
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["'=name", "value", "text"],
        ["'=1+1", "-5.2", "-5.2"],
    ]


def test_scripts_are_handed_the_same_pattern():
    pattern = re.search(r"FORMULA = /(.*)/;", formulas.MODULES["formulas"])[1]
    assert pattern == formulas.PATTERN
    assert "/" not in json.dumps(pattern)
