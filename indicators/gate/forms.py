"""What a cell may hold: one type a form, each with the words for what belongs there.

A cell that is refused is answered with its column's `Expected`, unless the check knows better
what this very cell should hold and raises a `mistake`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, NoReturn
from unicodedata import normalize

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from indicators.gate.problems import with_the_nearest


@dataclass(frozen=True)
class Expected:
    """What belongs into a cell, in both languages."""

    zh: str
    en: str


def mistake(zh: str, en: str) -> PydanticCustomError:
    """An error that says what belongs into this very cell."""
    return PydanticCustomError("mistake", "{en}", {"zh": zh, "en": en})


# A plain decimal number. Every figure is kept as a double: 15 digits come back as written.
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
MOST_DIGITS = 15

# Characters that nobody sees and everybody stumbles over: control, zero-width, direction, BOM.
INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")

YEAR = r"(19|20)[0-9]{2}"
MONTH = YEAR + r"-(0[1-9]|1[0-2])"
QUARTER = YEAR + r"-Q[1-4]"
DAY = MONTH + r"-[0-3][0-9]"


def plain_number(text: str) -> str:
    """The text of a plain number; for another, a mistake that says how it would be written."""
    meant = normalize("NFKC", text).strip()
    if THOUSANDS.fullmatch(meant):
        _rewrite(
            "不带千分位的数字", "a number without thousands separators", meant.replace(",", "")
        )
    if NUMBER.fullmatch(meant.removesuffix("%")) and meant.endswith("%"):
        _rewrite("不带百分号的数字", "a number without a percent sign", meant.removesuffix("%"))
    if NUMBER.fullmatch(meant) and meant != text:
        _rewrite("前后没有空格的半角数字", "a number in plain digits, without blanks", meant)
    if not NUMBER.fullmatch(text) or (text.startswith("-") and float(text) == 0):
        raise ValueError(text)
    if len(re.sub("[-.]", "", text).lstrip("0")) > MOST_DIGITS:
        zh, en = f"应填不超过 {MOST_DIGITS} 位的数字", f"a number of at most {MOST_DIGITS} digits"
        raise mistake(zh, en)
    return text


def _rewrite(zh: str, en: str, plain: str) -> NoReturn:
    raise mistake(f"应填{zh}，如 {plain}", f"{en}, such as {plain}")


def matching(*patterns: str) -> BeforeValidator:
    """Lets through text that has one of these forms."""
    form = re.compile("|".join(patterns))

    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise ValueError(text)
        return text

    return BeforeValidator(check)


def text_without_surprises(text: str) -> str:
    """Text that is what it looks like: no blanks around it, no invisible characters in it."""
    if text != text.strip() or INVISIBLE.search(text):
        raise ValueError(text)
    return text


def day_of_the_calendar(text: str) -> str:
    """A year, a month or a quarter as it is; a day only if the calendar has it."""
    if re.fullmatch(DAY, text):
        date.fromisoformat(text)
    return text


def one_of(*codes: str):
    """A type whose only values are these codes."""
    zh, en = f"应填 {'、'.join(codes)} 之一", f"one of {', '.join(codes)}"

    def check(text: str) -> str:
        if text not in codes:
            raise mistake(*with_the_nearest(zh, en, text, codes))
        return text

    return Annotated[str, BeforeValidator(check), Expected(zh, en)]


Text = Annotated[
    str,
    BeforeValidator(text_without_surprises),
    Expected(
        "应填文字，前后没有空格，中间没有换行和看不见的字符",
        "text without blanks around it and without line breaks or invisible characters",
    ),
]
Code = Annotated[
    str,
    matching(r"[A-Za-z0-9][A-Za-z0-9_-]*"),
    Expected(
        "应填代码，只用字母、数字、下划线和连字符，如 new_urban_jobs",
        "a code of letters, digits, underscores and hyphens, such as new_urban_jobs",
    ),
]
Number = Annotated[
    float,
    BeforeValidator(plain_number),
    Expected("应填数字，如 1234.5", "a number, such as 1234.5"),
]
Place = Annotated[
    int,
    matching("[1-9][0-9]{0,3}"),
    Expected("应填从 1 起的整数，如 3", "a whole number from 1 up, such as 3"),
]
Decimals = Annotated[
    int, matching("[0-6]"), Expected("应填 0 到 6 的整数", "a whole number from 0 to 6")
]
YesOrNo = Annotated[
    bool,
    matching("true", "false", "TRUE", "FALSE"),  # Excel writes them in capitals
    Expected("应填 true（是）或 false（否）", "true or false"),
]
Period = Annotated[
    str,
    matching(YEAR, QUARTER, MONTH, DAY),
    AfterValidator(day_of_the_calendar),
    Expected(
        "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间",
        "a period such as 2021, 2021-06, 2021-Q3 or 2020-11-01",
    ),
]
Year = Annotated[str, matching(YEAR), Expected("应填四位年份，如 2021", "a year, such as 2021")]
Date = Annotated[
    str,
    matching(YEAR, MONTH, DAY),
    AfterValidator(day_of_the_calendar),
    Expected(
        "应填日期，如 2025-04-15、2025-04 或 2025",
        "a date such as 2025-04-15, 2025-04 or 2025",
    ),
]
Address = Annotated[
    str,
    matching(r"https?://[!-~]+"),
    Expected(
        "应填网址，以 http:// 或 https:// 开头",
        "an address that begins with http:// or https://",
    ),
]
