"""Periods and days in the forms of bulletins and spreadsheets → 2021, 2021-03, 2021-Q1, …"""

import re
from datetime import date
from typing import NamedTuple

from indicators.gate.characters import folded
from indicators.gate.mistakes import Mistake

YEAR = r"(19|20)[0-9]{2}"
MONTH = YEAR + r"-(0[1-9]|1[0-2])"
QUARTER = YEAR + r"-Q[1-4]"
DAY = MONTH + r"-[0-3][0-9]"

# All that is typed for "to" and for the hyphen of a date.
DASHES = re.compile("[-‐‑‒–—―−─━~〜∼]+")
# Midnight behind a date: what Excel writes where a cell holds a date.
CLOCK = re.compile(r"(?P<day>.*\S)(?:[ \t\xa0]+|(?<=[0-9])T)(?P<clock>[0-9]{1,2}:[0-9:.]+)")
MIDNIGHT = re.compile(r"0?0:00(?::00(?:\.0+)?)?")

# What is written, after blanks are dropped and digits are half-width.
_Y, _M, _D = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
YEARS = re.compile(_Y + r"(?:\.0|年?度?)")  # 2021.0, as pandas saves a year
QUARTERS = re.compile(_Y + r"(?:[-/]?[Qq](?P<q>[1-4])|年?第?(?P<n>[1-4一二三四])季度)")
MONTHS = re.compile(rf"{_Y}(?:[-/]{_M}|年{_M.replace('<m>', '<n>')}月份?)")
TO_DATE = re.compile(rf"{_Y}年?(?:0?1月?[-至到]{_M}月份?|(?P<half>上半年)|(?P<three>前三季度))")
DAYS = re.compile(
    rf"{_Y}(?:-{_M}-{_D}|/{_M.replace('<m>', '<n>')}/{_D.replace('<d>', '<e>')}"
    rf"|年{_M.replace('<m>', '<o>')}月{_D.replace('<d>', '<f>')}日)"
)


class Period(NamedTuple):
    """A period in its plain writing, and whether it was written as January up to its month."""

    text: str
    is_to_date: bool


def reading(text: str) -> Period:
    """The one meaning of a written period; raises ValueError where it has none."""
    meant = _compact(text)
    if match := QUARTERS.fullmatch(meant):
        nth = match["q"] or match["n"]
        return Period(f"{match['y']}-Q{'一二三四'.find(nth) + 1 or nth}", False)
    if match := TO_DATE.fullmatch(meant):
        month = match["m"] or ("6" if match["half"] else "9")
        return Period(f"{match['y']}-{int(month):02}", True)
    return Period(day(text), False)


def is_to_date(text: str) -> bool:
    """Whether a text is a period from January up to some month: 2021年1-3月."""
    try:
        return reading(text).is_to_date
    except ValueError:
        return False


def period(text: str) -> str:
    """2021, 2021-03, 2021-Q1 or 2021-03-05 for what is written in any of their forms."""
    return reading(text).text


def day(text: str) -> str:
    """2025-04-15, 2025-04 or 2025 for what is written in any of their forms."""
    meant = _compact(text)
    if match := YEARS.fullmatch(meant):
        return match["y"]
    if match := MONTHS.fullmatch(meant):
        return f"{match['y']}-{int(match['m'] or match['n']):02}"
    if match := DAYS.fullmatch(meant):
        month, in_month = (match["m"] or match["n"] or match["o"]), match["d"] or match["e"]
        return date(int(match["y"]), int(month), int(in_month or match["f"])).isoformat()
    raise ValueError(text)


def year(text: str) -> str:
    """2021 for 2021 and 2021年."""
    match = YEARS.fullmatch(_compact(text))
    if not match:
        raise ValueError(text)
    return match["y"]


def squeezed(text: str) -> str:
    """Half-width, with one kind of dash, and without blanks but those between two digits.

    2021/3/1 0 is not 2021/3/10.
    """
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", DASHES.sub("-", folded(text)))


def _compact(text: str) -> str:
    """Squeezed, and without midnight."""
    match = CLOCK.fullmatch(folded(text))
    if match and not MIDNIGHT.fullmatch(match["clock"]):
        raise Mistake("是带钟点的时间，应只填日期", "a day without a time of the clock")
    return squeezed(match["day"] if match else text)
