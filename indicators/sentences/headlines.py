"""What a card says, what the overview begins with, and what needs attention."""

import pandas as pd

from indicators.language import Language
from indicators.sentences.measures import change, done, growth, named_value


def stale(row: object, language: Language, first_year: int, last_year: int) -> str:
    """What to know of a figure that is not the focus year's; empty where it is."""
    if pd.isna(row.year):
        return language.text("headlines.never", years=language.years(first_year, last_year))
    if row.is_focus_year:
        return ""
    return language.text(
        "headlines.stale", focus=language.year(last_year), year=language.year(row.year)
    )


def headline(row: object, language: Language, first_year: int, last_year: int) -> str:
    """A whole card as one sentence, for those who listen instead of look."""
    if pd.isna(row.value):
        return f"{language.label(row, 'name')}: {stale(row, language, first_year, last_year)}"
    parts = [
        language.text(
            "headlines.in_year", year=language.year(row.year), named=named_value(row, language)
        ),
        growth(row, language),
        change(row, language),
        done(row, language),
    ]
    return language.text("targets.comma").join(part for part in parts if part)


def said_whole(rows: pd.DataFrame, language: Language, first_year: int, last_year: int) -> str:
    """All that is known of the only row of headlines_by_indicator, as one sentence."""
    (row,) = rows.itertuples()
    return headline(row, language, first_year, last_year) + language.text("orders.full_stop")


def attention(row: object, language: Language) -> str:
    """区级重点项目完成投资179.5亿元，比2024年减少9.9亿元: what falls behind, and by how much."""
    parts = [named_value(row, language)]
    parts += [done(row, language)] if row.attention == "missed" else []
    parts += [change(row, language)]
    return language.text("targets.comma").join(part for part in parts if part)


def not_reported(rows: pd.DataFrame, language: Language, last_year: int) -> str:
    """How many of the headline figures are not published for the focus year; empty if none."""
    count = int((rows["attention"] == "stale").sum())
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
