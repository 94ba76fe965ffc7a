"""The sentence of a work report (报告句): one row of sentence_parts_by_indicator → one sentence.

In the order in which leaders read: the figure, what is done of the target, the pace, the year
before, the figure before, the city, the place. A part of which nothing is known is left out.
"""

import pandas as pd

from indicators.language import Language
from indicators.rounding import half_up
from indicators.sentences.measures import (
    change,
    counted,
    difference,
    grown,
    named_value,
    pace,
    share_done,
    value,
)


def report(row: object, language: Language, first_year: int, last_year: int) -> str:
    """2025年，汉滨区区级重点项目完成投资179.5亿元，同比下降5.2%（按现价计算）。"""
    if pd.isna(row.value):
        return language.text(
            "report.never",
            years=language.years(first_year, last_year),
            area=language.label(row, "area"),
            name=language.label(row, "name"),
        )
    said = (_figure, _target, _year_before, _before, _city, _rank)
    parts = [part for say in said if (part := say(row, language))]
    return language.text("targets.comma").join(parts) + language.text("orders.full_stop")


def reports(
    rows: pd.DataFrame, language: Language, first_year: int, last_year: int
) -> dict[str, str]:
    """Indicator → its report sentence, for rows of sentence_parts_by_indicator."""
    return {
        row.indicator: report(row, language, first_year, last_year) for row in rows.itertuples()
    }


def _figure(row: object, language: Language) -> str:
    """2025年，汉滨区地区生产总值445.28亿元（全辖区）; a growth is said as one: 同比增长4.6%."""
    said = _said(row, language)
    marks = (
        [f"report.{row.scope}"] if row.scope in ("whole_jurisdiction", "excluding_zones") else []
    )
    marks += ["report.provisional"] if row.obs_status == "P" else []
    noted = language.listed([language.text(mark) for mark in marks])
    return language.text(
        "report.figure",
        period=language.period(row.time_period, row.coverage),
        area=language.label(row, "area"),
        said=language.text("report.noted", said=said, noted=noted) if noted else said,
    )


def _said(row: object, language: Language) -> str:
    """地区生产总值445.28亿元, 空气质量全省位次第2位."""
    if by := _grown_by(row, language):
        return by
    if row.kind != "rank":
        return named_value(row, language)
    name = language.label(row, "name")
    return language.text("report.place", name=name, value=value(row, language))


def _grown_by(row: object, language: Language) -> str | None:
    """地区生产总值同比增长4.6%; missing for what is no growth of a level, or only estimated."""
    level = language.label(row, "level")
    if row.kind != "growth" or row.unit_zh != "%" or pd.isna(level) or row.obs_status == "E":
        return None
    by = grown(row.value, row.decimals, language)
    return language.text("report.grown", name=level, growth=by)


def _target(row: object, language: Language) -> str | None:
    """完成年度目标94.0%，超时间进度2.3个百分点; 低于年度目标4.3个百分点; and that it is missed."""
    if pd.isna(row.target) or row.state == "broken":
        return None
    if pd.isna(row.done_pct):
        return None if pd.isna(row.distance) else _from_target(row, language)
    words = [share_done(row, language)]
    if row.elapsed_pct < 100 and not pd.isna(row.pace_points):
        words.append(pace(row, language))
    elif row.state == "missed":
        key = "report.missed_lower" if row.better == "lower" else "report.missed"
        words.append(language.text(key))
    return language.text("targets.comma").join(words)


def _from_target(row: object, language: Language) -> str:
    amount = half_up(row.distance, row.decimals)
    if amount == 0:
        return language.text("report.on_target")
    # The distance counts what is better; what is said is which of the two is the higher.
    key = "over" if (amount > 0) == (row.better != "lower") else "under"
    if row.kind == "rank":
        key = "places_better" if amount > 0 else "places_worse"
    return language.text(f"report.{key}", distance=difference(amount, row, language))


def _year_before(row: object, language: Language) -> str | None:
    """同比增长4.6% as published, else 同比下降5.2%（按现价计算）, computed from the two levels."""
    if not pd.isna(row.growth_pct):
        return grown(row.growth_pct, 1, language)
    if pd.isna(row.change_pct):
        return None
    at_prices = "at_prices" if row.unit_zh.endswith("元") else "from_levels"
    return language.text(
        "report.noted",
        said=grown(row.change_pct, 1, language),
        noted=language.text(f"report.{at_prices}"),
    )


def _before(row: object, language: Language) -> str | None:
    """比2021年增加20.9亿元; nothing where it would repeat the year before."""
    if row.is_broken:
        period = language.period(row.previous_period, row.previous_coverage)
        known = not pd.isna(row.growth_pct)
        return language.text("report.broken_level" if known else "headlines.broken", year=period)
    is_said = not (pd.isna(row.growth_pct) and pd.isna(row.change_pct))
    if pd.isna(row.previous_year) or (is_said and row.previous_year == row.year - 1):
        return None
    period = language.period(row.previous_period, row.previous_coverage)
    return _of_growth(row, language, change(row, language, period))


def _of_growth(row: object, language: Language, said: str | None) -> str | None:
    """增速比2024年回落0.8个百分点: of a growth, that it is the growth that changed."""
    if not said or row.kind != "growth":
        return said
    return language.text("report.growth_itself", said=said)


def _city(row: object, language: Language) -> str | None:
    """高于全市0.4个百分点; that nothing is published of the city, where it could be compared."""
    if row.is_city_missing:
        return language.text("report.city_missing")
    if pd.isna(row.city_points):
        return None
    of_level = row.kind in ("flow", "stock")  # then it is their growths that are compared
    points = half_up(row.city_points, 1 if of_level else row.decimals)
    number = language.number(abs(points), 1 if of_level else row.decimals)
    key = "city_same" if points == 0 else "city_above" if points > 0 else "city_below"
    said = language.text(f"report.{key}", points=counted(number, "points", language))
    return language.text("report.growth_itself", said=said) if of_level else said


def _rank(row: object, language: Language) -> str | None:
    """居全市10个县（市、区）首位, 居有公布数的7个县（市、区）并列第3位."""
    if pd.isna(row.rank) or row.ranked < 2:
        return None
    place = "first" if row.rank == 1 else "place"
    place = language.text(f"report.{'tied_' if row.is_tied else ''}{place}_of", rank=int(row.rank))
    whole = "ranked" if row.ranked == row.counties_in_city else "ranked_of_known"
    return language.text(f"report.{whole}", count=language.number(row.ranked), place=place)


def attention(row: object, language: Language) -> str:
    """区级重点项目完成投资179.5亿元，比2024年减少9.9亿元: what falls behind, and by how much."""
    words = [_said(row, language)]
    if row.coverage == "year_to_date":
        period = language.period(row.time_period, row.coverage)
        words = [language.text("report.to_date", period=period, said=words[0])]
    if row.attention in ("missed", "behind"):
        words.append(_target(row, language))
    if row.attention == "losing_rank":
        places = {"now": int(row.rank), "before": int(row.previous_rank)}
        year = language.year(row.year - 1)
        words.append(language.text("report.losing_rank", year=year, **places))
    else:
        words.append(_of_growth(row, language, change(row, language)))
    return language.text("targets.comma").join(word for word in words if word)
