"""The tables of data/, column by column: what a cell may hold, and how to say so.

One pydantic model a table, in the order of schema.sql. An empty cell is left out of the
model's input, so a column without a default must be filled. Whatever a cell is refused for,
its column's `Expected` tells the reader what belongs there, unless the check knows better
and raises `mistake(...)`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from math import inf
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from indicators.gate.files import Line
from indicators.gate.problems import Problem


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
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}([,，][0-9]{3})+(\.[0-9]+)?")
MOST_DIGITS = 15

# Characters that nobody sees and everybody stumbles over: control, zero-width, direction, BOM.
INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")

YEAR = r"(19|20)[0-9]{2}"
MONTH = YEAR + r"-(0[1-9]|1[0-2])"
QUARTER = YEAR + r"-Q[1-4]"
DAY = MONTH + r"-[0-3][0-9]"


def number(text: str) -> str:
    """The text of a plain number, or a mistake that says how this one would be written."""
    if THOUSANDS.fullmatch(text):
        plain = re.sub("[,，]", "", text)
        raise mistake(
            f"应填不带千分位的数字，如 {plain}",
            f"a number without thousands separators, such as {plain}",
        )
    if text.endswith(("%", "％")) and NUMBER.fullmatch(text[:-1]):
        raise mistake(
            f"应填不带百分号的数字，如 {text[:-1]}",
            f"a number without a percent sign, such as {text[:-1]}",
        )
    if not NUMBER.fullmatch(text) or float(text) == 0 and text.startswith("-"):
        raise ValueError(text)
    if len(re.sub("[-.]", "", text).lstrip("0")) > MOST_DIGITS:
        raise mistake(
            f"应填不超过 {MOST_DIGITS} 位的数字", f"a number of at most {MOST_DIGITS} digits"
        )
    return text


def matching(*patterns: str) -> BeforeValidator:
    """Lets through text that has one of these forms."""
    form = re.compile("|".join(patterns))

    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise ValueError(text)
        return text

    return BeforeValidator(check)


def between(least: float, most: float = inf) -> AfterValidator:
    """Lets through numbers from `least` to `most`."""

    def check(value: float) -> float:
        if not least <= value <= most:
            raise ValueError(value)
        return value

    return AfterValidator(check)


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

    def check(text: str) -> str:
        if text in codes:
            return text
        nearest = get_close_matches(text.lower(), codes, n=1)
        raise mistake(
            f"应填 {'、'.join(codes)} 之一" + "".join(f"，相近的是 {code}" for code in nearest),
            f"one of {', '.join(codes)}" + "".join(f"; the nearest is {code}" for code in nearest),
        )

    zh, en = f"应填 {'、'.join(codes)} 之一", f"one of {', '.join(codes)}"
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
    float, BeforeValidator(number), Expected("应填数字，如 1234.5", "a number, such as 1234.5")
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


class Row(BaseModel):
    """A row of a table, with what holds between the rows.

    `unique`: the columns that no two rows may share, all taken together; the key comes first.
    `known`: the columns whose code must be the key of another table.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    unique: ClassVar[tuple[tuple[str, ...], ...]] = ()
    known: ClassVar[dict[str, str]] = {}


class Sector(Row):
    sector: Code
    name_zh: Text
    name_en: Text
    position: Place

    unique = (("sector",), ("position",))


class Area(Row):
    ref_area: Code
    name_zh: Text
    name_en: Text
    level: one_of("country", "province", "city", "county", "zone")
    parent: Code = None
    is_home: YesOrNo
    tile_row: Place = None
    tile_column: Place = None

    unique = (("ref_area",), ("tile_row", "tile_column"))
    known = {"parent": "areas"}


class Source(Row):
    source: Code
    title: Text
    publisher: Text
    published_on: Date = None
    url: Address = None
    kind: one_of("official", "newspaper", "encyclopaedia", "other")

    unique = (("source",),)


class Indicator(Row):
    indicator: Code
    sector: Code
    name_zh: Text
    name_en: Text
    unit_zh: Text
    unit_en: Text
    decimals: Decimals
    better: one_of("higher", "lower", "neither")
    kind: one_of("flow", "stock", "rate", "growth", "rank")
    growth_of: Code = None
    headline: Place = None
    definition_zh: Text
    definition_en: Text

    unique = (("indicator",), ("headline",))
    known = {"sector": "sectors", "growth_of": "indicators"}


class Breakdown(Row):
    breakdown: Code
    dimension: Code
    name_zh: Text
    name_en: Text

    unique = (("breakdown",),)


class Observation(Row):
    indicator: Code
    ref_area: Code
    time_period: Period
    coverage: one_of("year", "quarter", "year_to_date", "month", "point")
    breakdown: Code = None
    obs_value: Number = None
    obs_status: one_of("A", "P", "E")
    scope: one_of("whole_jurisdiction", "excluding_zones", "unstated") = None
    source: Code
    note: Text = None

    unique = (
        ("indicator", "ref_area", "time_period", "coverage", "breakdown", "scope", "source"),
    )
    known = {
        "indicator": "indicators",
        "ref_area": "areas",
        "breakdown": "breakdowns",
        "source": "sources",
    }


class Target(Row):
    indicator: Code
    ref_area: Code
    time_period: Year
    target_value: Number
    source: Code
    note: Text = None

    unique = (("indicator", "ref_area", "time_period"),)
    known = {"indicator": "indicators", "ref_area": "areas", "source": "sources"}


class Break(Row):
    indicator: Code
    ref_area: Code
    time_period: Period
    reason_zh: Text
    reason_en: Text

    unique = (("indicator", "ref_area", "time_period"),)
    known = {"indicator": "indicators", "ref_area": "areas"}


class Project(Row):
    project: Code
    name_zh: Text
    name_en: Text
    sector: Code
    ref_area: Code
    status: one_of("planned", "under_construction", "completed")
    started_on: Date = None
    capacity_zh: Text = None
    source: Code
    note: Text = None

    unique = (("project",),)
    known = {"sector": "sectors", "ref_area": "areas", "source": "sources"}


class RedSite(Row):
    site: Code
    name_zh: Text
    name_en: Text
    source: Code
    note: Text = None

    unique = (("site",),)
    known = {"source": "sources"}


TABLES: dict[str, type[Row]] = {
    "sectors": Sector,
    "areas": Area,
    "sources": Source,
    "indicators": Indicator,
    "breakdowns": Breakdown,
    "observations": Observation,
    "targets": Target,
    "breaks": Break,
    "projects": Project,
    "red_sites": RedSite,
}


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table, in the order of its file."""
    return tuple(TABLES[table].model_fields)


def row(table: str, line: Line, found: list[Problem]) -> dict | None:
    """One checked row with its file and line; None, and the problems, where a cell is wrong."""
    filled = {column: text for column, text in line.cells.items() if text}
    try:
        checked = TABLES[table].model_validate(filled)
    except ValidationError as error:
        found.extend(_problems(table, line, error))
        return None
    return {**checked.model_dump(), "file": line.file, "line": line.line}


def _problems(table: str, line: Line, error: ValidationError) -> Iterator[Problem]:
    for details in error.errors():
        column = details["loc"][0]
        expected = _expected(table, column)
        said = details.get("ctx", {})
        yield Problem(
            line.file,
            line.line,
            column,
            line.cells[column],
            said.get("zh", expected.zh),
            said.get("en", expected.en),
        )


def _expected(table: str, column: str) -> Expected:
    metadata = TABLES[table].model_fields[column].metadata
    return next(item for item in metadata if isinstance(item, Expected))
