"""Rows of a list with their codes in words, and what is noted under a chart."""

import pandas as pd

from indicators.language import Language
from indicators.rounding import half_up
from indicators.rows import each
from indicators.sentences.measures import source


def with_scope(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of values_by_scope_and_year with the scope's name in the reader's language."""
    names = [language.text(f"scopes.{scope}") for scope in rows["scope"]]
    return rows.assign(**{f"name_{language.code}": names})


def projects(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of projects with source_words, and status_words, a mark and a word: ✓ 已完成."""
    words = [language.text(f"status.{code}") for code in rows["status"]]
    return with_source(rows, language).assign(status_words=words)


def with_source(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of a list with source_words, the publisher and the date."""
    return rows.assign(source_words=[source(row, language) for row in each(rows)])


def home_breaks(rows: pd.DataFrame, language: Language) -> str:
    """What rows of breaks_by_year say of the district's series."""
    return " ".join(
        language.text(
            f"breaks.{'unknown' if pd.isna(row.break_kind) else row.break_kind}",
            area=language.label(row, "name"),
            year=language.year(row.year),
            reason=language.label(row, "reason"),
        )
        for row in each(rows)
    )


def printed_otherwise(rows: pd.DataFrame, language: Language) -> str:
    """The years whose printed share of the plan is not what its own figures give."""
    known = rows[rows["completed_pct"].notna() & rows["published_completed_pct"].notna()]
    return " ".join(
        language.text(
            "exhibits.investment_by_year.mismatch",
            year=language.year(row.year),
            completed=language.number(row.completed, 1),
            planned=language.number(row.planned, 1),
            computed=language.number(row.completed_pct, 1),
            published=language.number(row.published_completed_pct, 1),
        )
        for row in each(known)
        if half_up(row.completed_pct, 1) != half_up(row.published_completed_pct, 1)
    )


def notes_by_period(rows: pd.DataFrame, language: Language) -> str:
    """What the sources say of single periods. Notes are kept as published, in Chinese."""
    if language.code != "zh":
        return ""
    return "".join(
        f"{language.period(row.time_period, 'quarter')}：{row.note}。"
        for row in each(rows[rows["note"].notna()])
    )
