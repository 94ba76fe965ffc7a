"""How a figure grew, how far it is from another, and what is done of a plan, in words."""

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd

from indicators.language import Language
from indicators.rounding import digits, half_up
from indicators.rows import Row
from indicators.sentences.amounts import (
    alone,
    counted,
    heard,
    number,
    ordinal,
    percent,
    points,
    spoken,
)
from indicators.sentences.periods import has_previous, since

FEW = 1000  # a count below is compared by its difference only: 比上年减少4个


def published(figure: float, decimals: int, language: Language) -> str:
    """A figure with all the digits that were published, its indicator's usual ones at least."""
    return language.number(figure, max(decimals, digits(figure)))


def value(row: Row, language: Language) -> str:
    """The figure alone: 20万余人, 11,000, CNY 44.53 billion; with `unit` it is whole."""
    return _figure(row, language)[0]


def unit(row: Row, language: Language) -> str:
    """The unit beside the figure, empty where the figure says it already."""
    return _figure(row, language)[1]


def _figure(row: Row, language: Language) -> tuple[str, str]:
    """What a card shows large, and the unit beside it. Long numbers keep their separators."""
    if row.kind == "rank":
        return language.text("amount.rank", rank=ordinal(int(row.value), language)), ""
    if language.code == "en" or row.estimate == "more_than":
        return told(row, language), ""
    amount = heard(row.value, row)
    written = language.number(amount, digits(amount))
    if row.estimate == "about":
        written = language.text("amount.about", amount=written)
    return written, language.label(row, "unit")


def told(row: Row, language: Language) -> str:
    """The figure with its unit, as exact as it is known: 440.5亿元, 约5分钟, 20万余人."""
    if row.estimate != "more_than":
        whole = spoken(row.value, row, language)
        return language.text("amount.about", amount=whole) if row.estimate == "about" else whole
    if language.code == "zh":
        return row.quoted
    return more_than(row, spoken(row.value, row, language), language)


def more_than(row: Row, amount: str, language: Language) -> str:
    """More than 200,000 people; of 以上 at least 9,000 tonnes, for it includes the number."""
    key = "at_least" if row.quoted.endswith("以上") else "more_than"
    return language.text(f"amount.{key}", amount=amount)


def named_value(row: Row, language: Language) -> str:
    """区级重点项目完成投资179.5亿元: a column's name with its figure, where no sentence is made."""
    return language.text(
        "headlines.named", name=language.label(row, "name"), value=told(row, language)
    )


def change(row: Row, language: Language) -> str | None:
    """Against the previous figure: 比上年减少9.9亿元、下降5.2%; missing where none compares."""
    if not has_previous(row):
        return None
    then = since(row, language)
    amount = _as_exact(row)
    if amount == 0:
        same = "same_growth" if row.kind == "growth" else "same"
        return language.text(f"change.{same}", since=then)
    if row.kind == "growth":
        return faster(row.value, amount, then, language)
    if row.kind == "rank":
        key = "gained" if amount < 0 else "lost"
        return language.text(
            f"change.{key}", since=then, change=counted(str(abs(int(amount))), "places", language)
        )
    if row.kind == "rate":
        key = "higher" if amount > 0 else "lower"
        return language.text(f"change.{key}", since=then, change=distance(amount, row, language))
    key = "more" if amount > 0 else "fewer" if is_counted(row) else "less"
    said = distance(amount, row, language, row.value)
    if not _tells_pct(row):
        return language.text(f"change.{key}", since=then, change=said)
    by = percent(abs(row.change_pct), language, 1)
    return language.text(f"change.{key}_pct", since=then, change=said, pct=by)


def _tells_pct(row: Row) -> bool:
    return not (pd.isna(row.change_pct) or row.kind == "stock" or _is_few(row))


def nominal(row: Row, language: Language) -> str:
    """That a change of money in per cent is computed at the prices of its years; else nothing."""
    is_money = row.unit_zh.endswith(("元", "美元"))
    tells = row.kind == "flow" and is_money and has_previous(row) and _tells_pct(row)
    return language.text("report.nominal") if tells and pd.isna(row.growth_pct) else ""


def _as_exact(row: Row) -> Decimal:
    """The change, as exact as the less exact of the two figures, or as figures of it usually are.

    102.6116 after 102.58 is 0.03 more: of which single people, 102.58 does not say.
    """
    before = half_up(Decimal(str(row.value)) - Decimal(str(row.change)), 10)
    return heard(
        half_up(row.change, max(row.decimals, min(digits(row.value), digits(before)))), row
    )


def _is_few(row: Row) -> bool:
    return is_counted(row) and max(abs(row.value), abs(row.value - row.change)) < FEW


def is_counted(row: Row) -> bool:
    """Things counted one by one, of which there are fewer and not less."""
    is_whole = row.decimals == 0 and not row.unit_zh.endswith(("元", "吨", "%", "亩", "公里"))
    return is_whole or row.unit_zh.endswith("人")


def faster(now: float, by: float | Decimal, then: str, language: Language) -> str:
    """增速比上年回落0.8个百分点; of two falls, that the fall grew wider or narrower."""
    if by == 0:
        return language.text("change.same_growth", since=then)
    falls = now < 0 and now < float(by)  # and now - by, what it was before, is below zero
    key = ("narrower", "wider") if falls else ("faster", "slower")
    return language.text(
        f"change.{key[0] if by > 0 else key[1]}", since=then, change=points(by, language)
    )


def distance(
    amount: float | Decimal, row: Row, language: Language, beside: float | None = None
) -> str:
    """9.9亿元, 0.6个百分点, 3位: how far two figures of an indicator are apart."""
    size = abs(Decimal(str(amount)))
    if row.kind == "rank":
        return counted(number(size, language), "places", language)
    if row.unit_zh == "%":
        return points(size, language)
    # Ratios and indices have no unit in a sentence, and what is counted names it already.
    if row.unit_zh in ("比值", "指数") or (language.code == "en" and is_counted(row)):
        return alone(size, row, language)
    return spoken(size, row, language, beside=beside)


def apart(ours: float, theirs: float, area: str, language: Language) -> str:
    """低于全省0.5个百分点: how far one growth or share lies from an area's, in points."""
    by = half_up(Decimal(str(ours)) - Decimal(str(theirs)), 10)
    higher, lower = ("fell_less", "fell_more") if both_fell(ours, theirs) else ("above", "below")
    key = "same" if by == 0 else higher if by > 0 else lower
    return language.text(f"report.city_{key}", points=points(by, language), area=area)


def both_fell(ours: float, theirs: float) -> bool:
    """Of two growths, whether the falls are compared and not the growths."""
    return ours < 0 and theirs < 0 and ours != theirs


def beside(
    ours: float, others: Sequence[tuple[float, str]], language: Language, *, of_level: bool
) -> str:
    """降幅小于全市5.1个百分点、增速低于全省6.2个百分点: a growth beside those of some areas.

    Of a level it is said that its growth is compared.
    """
    falls = [apart(ours, *other, language) for other in others if both_fell(ours, other[0])]
    rest = [apart(ours, *other, language) for other in others if not both_fell(ours, other[0])]
    told = language.series(rest, "names")
    if told and of_level:
        told = language.text("report.growth_itself", said=told)
    return language.series([*falls, *filter(None, [told])], "names")


def growth(row: Row, language: Language) -> str | None:
    """The published growth on the year before."""
    if pd.isna(row.growth_pct):
        return None
    return grown(row.growth_pct, language, to_date=False)


def grown(pct: float, language: Language, *, to_date: bool, verb: bool = False) -> str:
    """增长4.6%, 下降4%, of a part of a year 同比增长; up 4.6% or, as a verb, grew by …"""
    key = "same" if pct == 0 else "rise" if pct > 0 else "fall"
    key += ("_to_date" if to_date else "") + ("_verb" if verb else "")
    return language.text(f"growth.{key}", growth=percent(abs(pct), language))


def done(row: Row, language: Language) -> str | None:
    """完成年度计划的94%, of what is to stay low 为年度控制目标的94%."""
    if pd.isna(row.done_pct):
        return None
    # A printed share has two digits at most, which stay; a computed one is told to one.
    share = percent(row.done_pct, language, None if digits(row.done_pct) <= 2 else 1)
    key = "lower" if row.better == "lower" else row.planned_by
    return language.text(f"report.done_{key}", done=share)


def pace(row: Row, language: Language) -> str:
    """快于时间进度10个百分点, 慢于时间进度1个百分点, 与时间进度持平."""
    ahead = half_up(row.pace_points, 1)
    if ahead == 0:
        return language.text("targets.in_time")
    key = "targets.ahead" if ahead > 0 else "targets.slow"
    return language.text(key, points=points(ahead, language))


def source(row: Row, language: Language) -> str:
    """Publisher and date of publication, for the small print."""
    if pd.isna(row.publisher_zh):
        return ""
    key = "headlines.source_undated" if pd.isna(row.published_on) else "headlines.source"
    words = language.text(key, publisher=language.label(row, "publisher"), date=row.published_on)
    return language.text("app.secondary", document=words) if row.is_secondary else words
