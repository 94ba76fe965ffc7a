"""When a figure holds, and the earlier one that it is compared with, as a sentence begins."""

from datetime import date

import pandas as pd

from indicators.language import Language
from indicators.rows import Row


def when(row: Row, language: Language) -> str:
    """2025年, 2017年末, 截至2021年11月, 2020年1—6月; in 2025, at the end of 2017, …"""
    return _when(row.time_period, row.coverage, row.kind, language)


def since(row: Row, language: Language) -> str:
    """上年, 上年末, 上年同期, 2019年, 2010年11月1日: the period of the previous figure."""
    if row.previous_year != row.year - 1:
        return _when(row.previous_period, row.previous_coverage, row.kind, language)
    if is_part_of_year(row):
        return language.text("when.same_months_before")
    is_state = row.coverage == "point" and row.kind != "flow"
    return language.text("when.end_of_year_before" if is_state else "when.year_before")


def is_part_of_year(row: Row) -> bool:
    """Of such a figure growth is said to be 同比, year on year."""
    return row.coverage in ("year_to_date", "quarter", "month")


def _when(time_period: str, coverage: str, kind: str, language: Language) -> str:
    year, _, rest = time_period.partition("-")
    if coverage != "point":
        key = f"in_quarter_{rest[1]}" if coverage == "quarter" else "in_period"
        named = year if coverage == "quarter" else language.period(time_period, coverage)
        return language.text(f"when.{key}", period=named)
    if not rest:
        # What flows has added up until then; a stock or a rate is as it is on that day.
        key = "until_end_of_year" if kind == "flow" else "end_of_year"
        return language.text(f"when.{key}", year=year)
    if len(rest) == 2:
        return language.text("when.until_month", period=language.period(time_period, coverage))
    return language.text("when.on_day", day=language.day(date.fromisoformat(time_period)))


def has_previous(row: Row) -> bool:
    """Whether there is an earlier figure that it compares with."""
    return not (pd.isna(row.previous_year) or row.is_broken or pd.isna(row.change))
