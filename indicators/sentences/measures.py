"""A figure with its unit, and how far it is from another, in words."""

import pandas as pd

from indicators.language import Language


def value(row: object, language: Language) -> str:
    """The figure by its indicator's decimals: 179.5, an estimate 约5, “more than” 11,000余."""
    number = language.number(row.value, row.decimals)
    if row.is_more_than:
        return language.text("headlines.more_than", number=number)
    return language.text("headlines.about", number=number) if row.obs_status == "E" else number


def measured(number: str, row: object, language: Language) -> str:
    """A number with its unit: 179.5亿元, 4.6%, 179.5 × CNY 100 million."""
    unit = language.label(row, "unit")
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


def change(row: object, language: Language) -> str | None:
    """Against the previous figure, whose year is always named; missing where none compares."""
    if pd.isna(row.previous_year):
        return None
    year = language.year(row.previous_year)
    if row.is_broken:
        return language.text("headlines.broken", year=year)
    if pd.isna(row.change):
        return None
    amount = round(row.change, row.decimals)
    if amount == 0:
        return language.text("headlines.same", year=year)
    number = language.number(abs(amount), row.decimals)
    points = row.kind == "rank" or row.unit_zh == "%"
    return language.text(
        f"headlines.{_direction(row, amount)}",
        year=year,
        change=number if points else measured(number, row, language),
    )


def _direction(row: object, amount: float) -> str:
    if row.kind == "rank":  # a smaller place number is a place gained
        return "rank_rise" if amount < 0 else "rank_fall"
    points = "points_" if row.unit_zh == "%" else ""
    return points + ("rise" if amount > 0 else "fall")


def growth(row: object, language: Language) -> str | None:
    """The published growth on the year before."""
    if pd.isna(row.growth_pct):
        return None
    if row.growth_pct == 0:
        return language.text("headlines.growth_same")
    key = "headlines.growth_rise" if row.growth_pct > 0 else "headlines.growth_fall"
    return language.text(key, growth=language.number(abs(row.growth_pct), 1))


def done(row: object, language: Language) -> str | None:
    """The share of the year's target that is done."""
    if pd.isna(row.done_pct):
        return None
    return language.text("headlines.target", done=language.number(row.done_pct, 1))


def source(row: object, language: Language) -> str:
    """Publisher and date of publication, for the small print."""
    if pd.isna(row.publisher):
        return ""
    key = "headlines.source_undated" if pd.isna(row.published_on) else "headlines.source"
    return language.text(key, publisher=row.publisher, date=row.published_on)
