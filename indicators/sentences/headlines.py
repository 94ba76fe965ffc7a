"""What the overview begins with, and what a card says of a figure that is not of its year."""

import pandas as pd

from indicators.language import Language
from indicators.rows import Row, each
from indicators.sentences.measures import beside
from indicators.sentences.periods import when
from indicators.sentences.places import place_of
from indicators.sentences.report import area, is_said, joined, said, target

MOST = 6  # as many as can be heard after the judgement
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


def freshness(rows: pd.DataFrame, language: Language, last_year: int) -> str:
    """30项主要指标：9项为2025年数，21项为较早年份数: of which years the headline figures are."""
    of_year = int(rows["is_focus_year"].sum())
    of_none = int(rows["value"].isna().sum())
    counts = {
        "of_year": of_year,
        "of_earlier_years": len(rows) - of_year - of_none,
        "of_no_year": of_none,
    }
    parts = [
        language.text(
            f"overview.{key}", count=language.number(count), year=language.year(last_year)
        )
        for key, count in counts.items()
        if count or key == "of_year"
    ]
    return language.text(
        "overview.fresh", all=language.number(len(rows)), parts=language.series(parts)
    )


def judgement(
    parts: pd.DataFrame, growths: pd.DataFrame, places: pd.DataFrame, language: Language, year: int
) -> str:
    """2025年，全区地区生产总值445.28亿元、增长4.6%，增速低于陕西省0.5个百分点；2021年总量居全市……首位。

    How large, how fast beside the city, province and country, what of the plan, and which place
    among the counties, of what a work report begins with. `parts` are rows of
    sentence_parts_by_indicator, `growths` those of values_by_area_and_year for its published
    growth, `places` those of ranks_by_area_and_year for its level; both may be empty.
    """
    first = leading(parts, year)
    if first is None:
        return language.text("overview.nothing_in_focus", year=language.year(year))
    compared = _beside(first, growths, language)
    following = [part for part in (target(first, language), compared) if part]
    opening = language.text(
        "report.sentence",
        period=when(first, language),
        area=area(first, language),
        said=joined(first, language, following),
    )
    opening += _place(places, language, year)
    return opening[:1].upper() + opening[1:] + language.text("orders.full_stop")


def summary(parts: pd.DataFrame, language: Language, year: int) -> str:
    """What else is of the focus year, in the order of every bulletin; empty where nothing is.

    A level says its growth, so that the growth is not said again.
    """
    told = _told(parts, year)[1:]
    chosen = sorted(told, key=lambda row: (row.report_place in LAST, *_order(row)))[:MOST]
    if not chosen:
        return ""
    chosen.sort(key=_order)
    clauses = language.series([said(row, language) for row in chosen], "clauses")
    return language.text("overview.summary", parts=clauses[:1].upper() + clauses[1:])


def leading(parts: pd.DataFrame, year: int) -> Row | None:
    """What a work report of the year begins with; none where nothing is of it."""
    return next(iter(_told(parts, year)), None)


def _told(parts: pd.DataFrame, year: int) -> list[Row]:
    """What has a figure of the whole focus year, in the order of a work report."""
    known = [row for row in each(parts) if _is_of_year(row, year)]
    levels = {row.indicator for row in known}
    return sorted((row for row in known if row.growth_of not in levels), key=_order)


def _beside(row: Row, growths: pd.DataFrame, language: Language) -> str | None:
    """增速低于陕西省0.5个百分点、低于全国0.4个百分点; of a level without its zones nothing."""
    ours = row.value if row.kind == "growth" else row.growth_pct
    if pd.isna(ours) or row.scope == "excluding_zones" or growths.empty:
        return None
    others = growths[(growths["year"] == row.year) & ~growths["is_home"].astype(bool)]
    named = [(other.value, language.label(other, "name")) for other in each(others)]
    return beside(ours, named, language, of_level=row.kind != "growth") or None


def _place(places: pd.DataFrame, language: Language, year: int) -> str:
    """；2021年总量居全市10个县（市、区）首位: the last place that there is."""
    home = [row for row in each(places) if row.is_home]
    if not home:
        return ""
    last = home[-1]
    place = place_of(last, places, language)
    ranked = language.text("report.ranked_level", count=last.ranked, place=place)
    key = "overview.ranked" if last.year == year else "overview.ranked_then"
    return language.text(key, said=ranked, year=language.year(last.year))


def _order(row: Row) -> tuple[int, int]:
    return row.report_place, row.headline


def _is_of_year(row: Row, year: int) -> bool:
    return is_said(row) and row.year == year and row.elapsed_pct == 100
