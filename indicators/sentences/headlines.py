"""What a card says, what the overview begins with, and what needs attention."""

import pandas as pd

from indicators.language import Language
from indicators.sentences.measures import measured, named_value, value


def stale(row: object, language: Language, first_year: int, last_year: int) -> str:
    """What to know of a figure that is not the focus year's; empty where it is."""
    if pd.isna(row.year):
        return language.text("headlines.never", years=language.years(first_year, last_year))
    if row.is_focus_year:
        return ""
    return language.text(
        "headlines.stale", focus=language.year(last_year), year=language.year(row.year)
    )


def to_date(parts: object, language: Language) -> str:
    """2023年1—11月为177.0亿元，全年数未公布: beside a figure of an earlier year."""
    return language.text(
        "headlines.to_date",
        period=language.period(parts.time_period, parts.coverage),
        value=measured(value(parts, language), parts, language),
    )


def not_reported(rows: pd.DataFrame, language: Language, last_year: int) -> str:
    """How many of the headline figures are not published for the focus year; empty if none."""
    count = int((~rows["is_focus_year"].astype(bool)).sum())
    if not count:
        return ""
    return language.text(
        "overview.not_reported",
        year=language.year(last_year),
        count=language.number(count),
        all=language.number(len(rows)),
    )


def summary(rows: pd.DataFrame, language: Language, last_year: int, most: int = 4) -> str:
    """The overview's first sentence: the first figures published for the focus year."""
    year = language.year(last_year)
    known = rows[rows["is_focus_year"].fillna(False)]
    if known.empty:
        return language.text("overview.nothing_in_focus", year=year)
    parts = [named_value(row, language) for row in known.head(most).itertuples()]
    return language.text("overview.summary", year=year, parts=language.listed(parts))
