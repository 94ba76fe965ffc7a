"""What the overview begins with, and what a card says of a figure that is not of its year."""

import pandas as pd

from indicators.language import Language
from indicators.rows import Row, each
from indicators.sentences.periods import when
from indicators.sentences.report import area, is_said, said

MOST = 7  # as many as can be heard
LAST = (4, 8)  # projects and what no bulletin begins with are told where there is room


def stale(row: Row, language: Language, first_year: int, last_year: int) -> str:
    """What to know of a figure that is not the focus year's; empty where it is."""
    if pd.isna(row.year):
        return language.text("headlines.never", years=language.years(first_year, last_year))
    if row.is_focus_year:
        return ""
    return language.text(
        "headlines.stale", focus=language.year(last_year), year=language.year(row.year)
    )


def to_date(parts: Row, language: Language) -> str:
    """2023年1—11月区级重点项目完成投资177亿元（暂无全年数据）: beside an older year's figure."""
    words = language.text(
        "report.attention_to_date", period=when(parts, language), said=said(parts, language)
    )
    return language.text("headlines.to_date", said=words[:1].upper() + words[1:])


def not_reported(rows: pd.DataFrame, language: Language, last_year: int) -> str:
    """How many of the headline figures the focus year has not; empty if none, or if all.

    Where the year has none at all, the summary has said so.
    """
    count = int((~rows["is_focus_year"].astype(bool)).sum())
    if count in (0, len(rows)):
        return ""
    return language.text(
        "overview.not_reported",
        year=language.year(last_year),
        count=language.number(count),
        all=language.number(len(rows)),
    )


def summary(parts: pd.DataFrame, language: Language, last_year: int) -> str:
    """The overview's first sentence: the focus year in the order of every bulletin.

    `parts` are rows of sentence_parts_by_indicator. A level says its growth, so that the growth
    is not said again.
    """
    known = [row for row in each(parts) if _is_of_year(row, last_year)]
    levels = {row.indicator for row in known}
    told = [row for row in known if row.growth_of not in levels]
    if not told:
        return language.text("overview.nothing_in_focus", year=language.year(last_year))
    chosen = sorted(told, key=lambda row: (row.report_place in LAST, *_order(row)))[:MOST]
    chosen.sort(key=_order)
    clauses = [said(row, language) for row in chosen]
    return language.text(
        "overview.summary",
        year=language.year(last_year),
        area=area(chosen[0], language, whole=False),
        parts=language.series(clauses, "clauses"),
    )


def _order(row: Row) -> tuple[int, int]:
    return row.report_place, row.headline


def _is_of_year(row: Row, year: int) -> bool:
    return is_said(row) and row.year == year and row.elapsed_pct == 100
