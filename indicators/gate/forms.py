"""What a cell may hold: one form a column, with the words for what belongs there.

A form reads a text into its canonical writing. Where the two differ and only one meaning is
possible (1,234.5, ５１５０, 2021年一季度), the cell is let in and the report says how it was
read. Anything else is refused: answered with what the form expects, unless it knows better
what this very cell should hold and raises a Mistake.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from unicodedata import normalize

import pyarrow

from indicators.gate.problems import with_the_nearest


class Mistake(ValueError):
    """Says what belongs into this very cell, in both languages."""

    def __init__(self, zh: str, en: str):
        super().__init__(en)
        self.zh, self.en = zh, en


@dataclass(frozen=True)
class Form:
    """What a column's cells hold.

    `canonical` gives the plain writing of a text or raises ValueError; `plain` is an RE2 pattern
    of texts that are their own canonical writing, so that millions need not be asked about one
    by one; `convert` makes the value of a canonical text.
    """

    zh: str
    en: str
    canonical: Callable[[str], str]
    plain: str = r"\A\z"
    convert: Callable[[str], object] = str
    type: pyarrow.DataType = pyarrow.string()
    is_required: bool = True
    may_be_marked_missing: bool = True


def optional(form: Form) -> Form:
    """The form of a column that may be empty."""
    return replace(form, is_required=False)


# How bulletins and spreadsheets write that there is no figure.
MISSING = {"-", "－", "—", "——", "…", "……", "...", "暂无", "N/A", "n/a"}

# Characters that nobody sees and everybody stumbles over: zero-width, direction, BOM, soft hyphen.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

# A plain decimal number. Every figure is kept as a double: 15 digits come back as written.
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
EXPONENT = re.compile(r"-?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+")
MOST_DIGITS = 15

YEAR = r"(19|20)[0-9]{2}"
MONTH = YEAR + r"-(0[1-9]|1[0-2])"
QUARTER = YEAR + r"-Q[1-4]"
DAY = MONTH + r"-[0-3][0-9]"

# What office programs and bulletins write instead, after blanks are dropped and digits are
# half-width. A month after "1-" is one up to which is counted, from January.
_Y, _M, _D = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
YEARS = re.compile(_Y + r"年?度?")
QUARTERS = re.compile(_Y + r"(?:[-/]?[Qq](?P<q>[1-4])|年?第?(?P<n>[1-4一二三四])季度)")
MONTHS = re.compile(rf"{_Y}(?:[-/]{_M}|年{_M.replace('<m>', '<n>')}月份?)")
TO_DATE = re.compile(rf"{_Y}年?(?:0?1月?[-—–~至到]{_M}月份?|(?P<half>上半年)|(?P<three>前三季度))")
DAYS = re.compile(
    rf"{_Y}(?:-{_M}-{_D}|/{_M.replace('<m>', '<n>')}/{_D.replace('<d>', '<e>')}"
    rf"|年{_M.replace('<m>', '<o>')}月{_D.replace('<d>', '<f>')}日)(?:T?0?0:00(?::00)?)?"
)


def number(text: str) -> str:
    """1234.5 for 1,234.5, １２３４.５, “ 1234.5 ” and 1234.5%."""
    meant = normalize("NFKC", text).strip().replace("\u2212", "-")
    meant = meant.removesuffix("%").rstrip() if meant.endswith("%") else meant
    if THOUSANDS.fullmatch(meant):
        meant = meant.replace(",", "")
    if EXPONENT.fullmatch(meant):
        zh = "应填写全的数字，科学计数法可能已经丢了位数"
        raise Mistake(zh, "a number written out, for an exponent may have lost digits")
    if not NUMBER.fullmatch(meant) or (meant.startswith("-") and float(meant) == 0):
        raise ValueError(text)
    if len(re.sub("[-.]", "", meant).lstrip("0")) > MOST_DIGITS:
        zh, en = f"应填不超过 {MOST_DIGITS} 位的数字", f"a number of at most {MOST_DIGITS} digits"
        raise Mistake(zh, en)
    return meant


def plain_text(text: str) -> str:
    """The text without blanks around it, line breaks in it and characters nobody sees."""
    if CONTROL.search(text):
        raise ValueError(text)
    return re.sub(r"\s*[\r\n\t]+\s*", " ", INVISIBLE.sub("", text).strip())


def matching(pattern: str) -> Callable[[str], str]:
    """A canonical writing that fits a pattern, after what cannot be seen is dropped."""
    form = re.compile(pattern)

    def canonical(text: str) -> str:
        meant = normalize("NFKC", plain_text(text))
        if not form.fullmatch(meant):
            raise ValueError(text)
        return meant

    return canonical


def period(text: str) -> str:
    """2021, 2021-03, 2021-Q1 or 2021-03-05 for what is written in any of their forms."""
    meant = _compact(text)
    if found := QUARTERS.fullmatch(meant):
        nth = found["q"] or found["n"]
        return f"{found['y']}-Q{'一二三四'.find(nth) + 1 or nth}"
    if found := TO_DATE.fullmatch(meant):
        month = found["m"] or ("6" if found["half"] else "9")
        return f"{found['y']}-{int(month):02}"
    return day(text)


def day(text: str) -> str:
    """2025-04-15, 2025-04 or 2025 for what is written in any of their forms."""
    meant = _compact(text)
    if found := YEARS.fullmatch(meant):
        return found["y"]
    if found := MONTHS.fullmatch(meant):
        return f"{found['y']}-{int(found['m'] or found['n']):02}"
    if found := DAYS.fullmatch(meant):
        month, in_month = (found["m"] or found["n"] or found["o"]), found["d"] or found["e"]
        return date(int(found["y"]), int(month), int(in_month or found["f"])).isoformat()
    raise ValueError(text)


def year(text: str) -> str:
    """2021 for 2021 and 2021年."""
    found = YEARS.fullmatch(_compact(text))
    if not found:
        raise ValueError(text)
    return found["y"]


def _compact(text: str) -> str:
    return re.sub(r"\s", "", normalize("NFKC", INVISIBLE.sub("", text)))


def one_of(*codes: str) -> Form:
    """A form whose only values are these codes."""
    zh, en = f"应填 {'、'.join(codes)} 之一", f"one of {', '.join(codes)}"

    def canonical(text: str) -> str:
        meant = normalize("NFKC", plain_text(text))
        if meant not in codes:
            raise Mistake(*with_the_nearest(zh, en, text, codes))
        return meant

    return Form(zh, en, canonical, plain=_any_of(codes))


def _any_of(codes: Iterable[str]) -> str:
    return rf"\A(?:{'|'.join(map(re.escape, codes))})\z"


TEXT = Form(
    "应填文字",
    "text",
    plain_text,
    # No blank at either end, and within only what can be seen and takes one line.
    plain=r"\A[^\pZ\pC](?:[^\pC\x{2028}\x{2029}]*[^\pZ\pC])?\z",
    may_be_marked_missing=False,
)
CODE = Form(
    "应填代码，只用字母、数字、下划线和连字符，如 new_urban_jobs",
    "a code of letters, digits, underscores and hyphens, such as new_urban_jobs",
    matching(r"[A-Za-z0-9][A-Za-z0-9_-]*"),
    plain=r"\A[A-Za-z0-9][A-Za-z0-9_-]*\z",
)
VALUE = Form(
    "应填数字，如 1234.5",
    "a number, such as 1234.5",
    number,
    # At most 15 digits; a minus before nothing but zeros is left to `number`.
    plain=r"\A(?:(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?|-[1-9][0-9]{0,8}(?:\.[0-9]{1,6})?)\z",
    convert=float,
    type=pyarrow.float64(),
)
PLACE = Form(
    "应填从 1 起的整数，如 3",
    "a whole number from 1 up, such as 3",
    matching("[1-9][0-9]{0,3}"),
    convert=int,
    type=pyarrow.int32(),
)
DECIMALS = Form(
    "应填 0 到 6 的整数",
    "a whole number from 0 to 6",
    matching("[0-6]"),
    convert=int,
    type=pyarrow.int32(),
)
YES_OR_NO = Form(
    "应填 true（是）或 false（否）",
    "true or false",
    matching("true|false|TRUE|FALSE"),  # Excel writes them in capitals
    convert=lambda text: text.lower() == "true",
    type=pyarrow.bool_(),
)
PERIOD = Form(
    "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间",
    "a period such as 2021, 2021-06, 2021-Q3 or 2020-11-01",
    period,
)
THE_YEAR = Form("应填四位年份，如 2021", "a year, such as 2021", year)
DATE = Form(
    "应填日期，如 2025-04-15、2025-04 或 2025",
    "a date such as 2025-04-15, 2025-04 or 2025",
    day,
)
ADDRESS = Form(
    "应填网址，以 http:// 或 https:// 开头",
    "an address that begins with http:// or https://",
    matching(r"https?://[!-~]+"),
)
