"""Texts, names, numbers and periods in the reader's language, Chinese or English."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date, get_timezone_name

from indicators.rounding import written
from indicators.rows import Row

TEXTS = Path(__file__).parent / "texts"
CODES = ("zh", "en")
_LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB"}


@dataclass(frozen=True)
class Language:
    """One of CODES, with everything that is said in it."""

    code: str

    def text(self, key: str, **values: object) -> str:
        """The catalogue's text under a dotted key, with its {placeholders} filled in."""
        return catalogue(self.code)[key].format(**values)

    def label(self, row: Row, column: str) -> str:
        """The name_zh or name_en (unit_zh or unit_en, …) of a row from the data."""
        return getattr(row, f"{column}_{self.code}")

    def number(self, value: float | Decimal, decimals: int = 0, *, signed: bool = False) -> str:
        """1234.5 as 1,234.5; a real minus sign in front of what is negative once it is rounded."""
        return written(value, decimals, signed=signed)

    def year(self, year: int) -> str:
        """2021 as 2021年 or 2021."""
        return self.text("period.year", year=int(year))

    def years(self, first: int, last: int) -> str:
        """2017 and 2021 as 2017—2021年 or 2017–2021."""
        if first == last:
            return self.year(last)
        return self.text("period.years", first=int(first), last=int(last))

    def period(self, time_period: str, coverage: str) -> str:
        """An observation's period as a bulletin names it: 2023年1—11月, 2021年三季度."""
        year, _, rest = time_period.partition("-")
        if not rest:
            return self.year(int(year))
        if coverage == "quarter":
            return self.text(f"period.quarter_{rest[1]}", year=year)
        month = int(rest[:2])
        # January alone is a month, not a stretch from January to January.
        key = "period.to_date" if coverage == "year_to_date" and month > 1 else "period.month"
        return self.text(key, year=year, month=month, name=self.month(month))

    def month(self, number: int) -> str:
        """11 as 11月 or November."""
        return self.text(f"month.{number}")

    def day(self, day: date) -> str:
        """2025年12月31日 or 31 December 2025."""
        return format_date(day, format="long", locale=_LOCALES[self.code])

    def zone(self, moment: datetime) -> str:
        """The name of a moment's zone: 北京时间 or Beijing time."""
        name = str(moment.tzinfo)
        if f"zone.{name}" in catalogue(self.code):
            return self.text(f"zone.{name}")
        return get_timezone_name(moment, locale=_LOCALES[self.code])

    def listed(self, names: list[str]) -> str:
        """甲、乙、丙 or A, B, C."""
        return self.text("app.list_comma").join(names)

    def series(self, parts: list[str], of: str = "parts") -> str:
        """Parts of a sentence: 甲，乙，丙 or A, B and C; names and clauses by their own commas."""
        *before, last = parts or [""]
        if not before:
            return last
        return self.text(f"series.{of}").join(before) + self.text(f"series.last_{of}") + last


@cache
def catalogue(code: str) -> dict[str, str]:
    """All texts of a language by dotted key."""
    with (TEXTS / f"{code}.toml").open("rb") as file:
        return dict(_flat(tomllib.load(file)))


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs = []
    for key, value in table.items():
        if isinstance(value, dict):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((prefix + key, value))
    return pairs


def of_browser(locale: str | None) -> Language:
    """Chinese for a browser that asks for Chinese or says nothing, else English."""
    return Language("zh" if not locale or locale.lower().startswith("zh") else "en")
