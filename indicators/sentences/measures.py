"""A figure with its unit, and how far it is from another, in words."""

import pandas as pd

from indicators.language import Language
from indicators.rounding import digits, half_up


def value(row: object, language: Language) -> str:
    """The figure by its indicator's decimals: 179.5, an estimate 约5, “more than” 11,000余."""
    number = language.number(row.value, row.decimals)
    if row.is_more_than:
        return language.text("headlines.more_than", number=number)
    return language.text("headlines.about", number=number) if row.obs_status == "E" else number


def published(figure: float, decimals: int, language: Language) -> str:
    """A figure with all the digits that were published, its indicator's usual ones at least."""
    return language.number(figure, max(decimals, digits(figure)))


def measured(number: str, row: object, language: Language) -> str:
    """A number with its unit: 179.5亿元, 4.6%, 179.5 × CNY 100 million."""
    unit = language.unit(row, number)
    if unit == "%":
        return number + unit
    # A unit that begins with or contains a number would read as a second figure in English.
    times = "_times" if any(sign.isdigit() for sign in unit) else ""
    return language.text(f"headlines.with_unit{times}", number=number, unit=unit)


def named_value(row: object, language: Language) -> str:
    """区级重点项目完成投资179.5亿元."""
    return language.text(
        "headlines.named",
        name=language.label(row, "name"),
        value=measured(value(row, language), row, language),
    )


def change(row: object, language: Language, since: str = "") -> str | None:
    """Against the previous figure, whose year or `since` is named; missing where none compares."""
    if pd.isna(row.previous_year):
        return None
    since = since or language.year(row.previous_year)
    if row.is_broken:
        return language.text("headlines.broken", year=since)
    if pd.isna(row.change):
        return None
    amount = half_up(row.change, row.decimals)
    if amount == 0:
        return language.text("headlines.same", year=since)
    said = difference(amount, row, language)
    return language.text(f"headlines.{_direction(row, amount)}", year=since, change=said)


def difference(amount: float, row: object, language: Language) -> str:
    """9.9亿元, 0.6个百分点, 3位: how far two figures of an indicator are apart."""
    number = language.number(abs(amount), row.decimals)
    if row.kind == "rank":
        return counted(number, "places", language)
    return (
        counted(number, "points", language)
        if row.unit_zh == "%"
        else measured(number, row, language)
    )


def counted(number: str, what: str, language: Language) -> str:
    """A number with a word of ours: 3位 and 1位, 3 places and 1 place."""
    return language.text(f"count.{what}{'_one' if number == '1' else ''}", number=number)


def _direction(row: object, amount: float) -> str:
    if row.kind == "rank":  # a smaller place number is a place gained
        return "rank_rise" if amount < 0 else "rank_fall"
    points = "points_" if row.unit_zh == "%" else ""
    return points + ("rise" if amount > 0 else "fall")


def growth(row: object, language: Language) -> str | None:
    """The published growth on the year before."""
    return None if pd.isna(row.growth_pct) else grown(row.growth_pct, 1, language)


def grown(pct: float, decimals: int, language: Language) -> str:
    """同比增长4.6%, 同比下降4.0%, 同比持平."""
    amount = half_up(pct, decimals)
    key = "same" if amount == 0 else "rise" if amount > 0 else "fall"
    return language.text(f"headlines.growth_{key}", growth=language.number(abs(amount), decimals))


def done(row: object, language: Language) -> str | None:
    """The share of the year's target that is done; of a limit also that it is exceeded."""
    if pd.isna(row.done_pct):
        return None
    if row.better == "lower" and row.state == "missed":
        words = [share_done(row, language), language.text("report.missed_lower")]
        return language.text("targets.comma").join(words)
    return share_done(row, language)


def share_done(row: object, language: Language) -> str:
    """完成年度目标94.0%, of what is to stay low 为年度控制目标的94.0%."""
    key = "report.done_lower" if row.better == "lower" else "report.done"
    return language.text(key, done=language.number(row.done_pct, 1))


def source(row: object, language: Language) -> str:
    """Publisher and date of publication, for the small print."""
    if pd.isna(row.publisher):
        return ""
    key = "headlines.source_undated" if pd.isna(row.published_on) else "headlines.source"
    return language.text(key, publisher=row.publisher, date=row.published_on)


def pace(row: object, language: Language) -> str:
    """超时间进度10.0个百分点, 慢于时间进度1.0个百分点, 与时间进度持平."""
    points = half_up(row.pace_points, 1)
    if points == 0:
        return language.text("targets.in_time")
    key = "targets.ahead" if points > 0 else "targets.slow"
    return language.text(key, points=language.number(abs(points), 1))
