"""The sentence of a work report (报告句): one row of sentence_parts_by_indicator → one sentence.

In the order in which leaders read: the figure and its growth, what is done of the plan and the
pace, the city, the place among the counties. A part of which nothing is known is left out, and
so is what nobody would read out: breaks and how a figure was computed stand in notes.
"""

import re
from decimal import Decimal

import pandas as pd

from indicators.language import Language
from indicators.rounding import half_up
from indicators.rows import Row, each
from indicators.sentences.amounts import alone, ordinal, place_among
from indicators.sentences.measures import (
    beside,
    both_fell,
    change,
    distance,
    done,
    faster,
    grown,
    more_than,
    pace,
    told,
)
from indicators.sentences.periods import is_part_of_year, when

_OWN_YEARS = re.compile(r"\d{4}[—–]\d{4}")  # what says its years is not told of one year
DOMESTIC = "国内生产总值"
AMOUNTS = ("flow", "stock")
_PLACE = "第{n}位"  # of the first place it is 首位
# A city is compared with its province, the province with the country.
_ABOVE = {"county": "city", "zone": "above", "city": "province", "province": "country"}


def report(row: Row, language: Language) -> str:
    """2025年，全区区级重点项目完成投资179.5亿元，比上年减少9.9亿元、下降5.2%。

    Empty where there is no figure, and for an indicator that is never said (said_zh).
    """
    if not is_said(row):
        return ""
    begin = "report.sentence"
    if _OWN_YEARS.search(language.label(row, "said")):
        begin = "report.sentence_of_own_years"
    whole = joined(row, language, list(parts(row, language).values()))
    opening = language.text(begin, period=when(row, language), area=area(row, language), said=whole)
    return opening[:1].upper() + opening[1:] + language.text("orders.full_stop")


def together(rows: pd.DataFrame, language: Language) -> str:
    """2021年，全区城镇新增就业5150人，开展技能培训6190人次。 Several indicators of one period.

    Of rows of sentence_parts_by_indicator those of the first one's period, the figures alone.
    """
    known = [row for row in each(rows) if is_said(row)]
    if not known:
        return ""
    first = known[0]
    figures = [said(row, language) for row in known if row.time_period == first.time_period]
    whole = language.text(
        "report.sentence",
        period=when(first, language),
        area=area(first, language),
        said=language.series(figures),
    )
    return whole[:1].upper() + whole[1:] + language.text("orders.full_stop")


def reports(rows: pd.DataFrame, language: Language) -> dict[str, str]:
    """Indicator → its report sentence, for rows of sentence_parts_by_indicator."""
    return {row.indicator: report(row, language) for row in each(rows)}


def is_said(row: Row) -> bool:
    """Whether there is a figure of an indicator that is said at all."""
    return not (pd.isna(row.value) or pd.isna(row.said_zh) or pd.isna(row.said_en))


def joined(row: Row, language: Language, following: list[str]) -> str:
    """The figure and what follows it, with “and” before the last where English has several."""
    figure = said(row, language)
    if not following:
        return figure
    return language.text("targets.comma").join([figure, language.series(following)])


def said(row: Row, language: Language) -> str:
    """地区生产总值445.28亿元、增长4.6%; 规模以上工业增加值下降14.1%（不含高新区、恒口示范区）."""
    figure = _filled(row, language)
    if not pd.isna(row.growth_pct):
        to_date = is_part_of_year(row)
        key = "report.grown_to_date" if to_date else "report.grown"
        by = grown(row.growth_pct, language, to_date=to_date)
        figure = language.text(key, figure=figure, growth=by)
    marks = [f"report.{row.scope}"] if row.scope == "excluding_zones" else []
    marks += ["report.provisional"] if row.obs_status == "P" else []
    marks += [f"report.{row.estimate}"] if row.estimate in ("forecast", "projected") else []
    if not marks:
        return figure
    noted = language.listed([language.text(mark) for mark in marks])
    return language.text("report.noted", said=figure, noted=noted)


def _filled(row: Row, language: Language) -> str:
    """The spoken name with its figure: 实施区级重点项目154个, 空气质量居全省第2位."""
    spoken_as = _spoken(row, language)
    if language.code == "zh" and row.kind == "rank" and row.value == 1:
        return spoken_as.replace(_PLACE, language.text("report.first_of"))
    if row.kind == "growth":
        by = grown(row.value, language, to_date=is_part_of_year(row), verb=True)
        return spoken_as.format(v=by)
    if "{n}" not in spoken_as:
        return spoken_as.format(v=told(row, language))
    return spoken_as.format(n=_bare(row, spoken_as, language))


def _spoken(row: Row, language: Language) -> str:
    """The spoken name; of the country, 地区生产总值 is called 国内生产总值."""
    name = language.label(row, "said")
    return name.replace("地区生产总值", DOMESTIC) if row.area_level == "country" else name


def _bare(row: Row, spoken_as: str, language: Language) -> str:
    """The figure without its unit, which the spoken name says."""
    if row.kind == "rank":
        return ordinal(int(row.value), language)
    bare = alone(row.value, row, language)
    if row.estimate != "more_than":
        return language.text("amount.about", amount=bare) if row.estimate == "about" else bare
    if language.code == "zh":
        return row.quoted.removesuffix(spoken_as.partition("{n}")[2])
    return more_than(row, bare, language)


def area(row: Row, language: Language, *, whole: bool = True) -> str:
    """全区 in the district's own sentence, 辖区 with its zones; others by their name."""
    name = language.label(row, "area")
    if language.code == "zh" and _says_its_area(row, language):
        return ""
    if row.is_home and whole and row.scope == "whole_jurisdiction":
        jurisdiction = language.text("report.jurisdiction")
        return jurisdiction if language.code == "zh" else jurisdiction + name
    if not row.is_home and row.area_level in ("county", "zone"):
        return name
    return language.text("report.whole_area", area=name[-1] if language.code == "zh" else name)


def _says_its_area(row: Row, language: Language) -> bool:
    """Whether a Chinese name says how far it reaches: 全区区级重点项目, 全国国内生产总值."""
    name = _spoken(row, language)
    return name.startswith((DOMESTIC, "全社会")) or (row.is_home and name.startswith("区"))


def parts(row: Row, language: Language) -> dict[str, str]:
    """All that is known and follows the figure, in the order of a work report."""
    before, city, plan = _before(row, language), _city(row, language), target(row, language)
    joins = language.code == "zh" and _is_of_growth(row) and not _fell_both(row)
    if before and city and not plan and joins:
        alone = _city(row, language, of_level=False) or ""
        before, city = f"{before}{language.listed(['', alone])}", None  # 增速比上年……、低于全市……
    if plan and not pd.isna(row.growth_pct):
        plan = language.text("report.plan_after_growth", said=plan)
    found = {"before": before, "plan": plan, "city": city, "rank": _rank(row, language)}
    return {name: part for name, part in found.items() if part}


def _is_of_growth(row: Row) -> bool:
    return row.kind == "growth" or not pd.isna(row.growth_change)


def _before(row: Row, language: Language) -> str | None:
    """比上年减少4个; of a level with a published growth, how that growth changed."""
    if pd.isna(row.growth_change):
        return change(row, language)
    then = _year_before(row, language)
    return faster(row.growth_pct, row.growth_change, then, language)


def _year_before(row: Row, language: Language) -> str:
    """上年, 上年同期: what a published growth is compared with."""
    key = "same_months_before" if is_part_of_year(row) else "year_before"
    return language.text(f"when.{key}")


def target(row: Row, language: Language) -> str | None:
    """完成年度计划的82%，慢于时间进度9.7个百分点; 低于年度目标4.3个百分点."""
    if row.state == "broken":
        return None
    if pd.isna(row.done_pct):
        return None if pd.isna(row.distance) else _from_target(row, language)
    words = [done(row, language)]
    if row.elapsed_pct < 100 and not pd.isna(row.pace_points):
        words.append(pace(row, language))
    return language.text("targets.comma").join(filter(None, words))


def _from_target(row: Row, language: Language) -> str:
    if row.distance == 0:
        return language.text("report.on_target")
    # The distance counts what is better; what is said is which of the two is the higher.
    key = "over" if (row.distance > 0) == (row.better != "lower") else "under"
    if row.kind == "rank":
        key = "places_better" if row.distance > 0 else "places_worse"
    return language.text(f"report.{key}", distance=distance(row.distance, row, language))


def _city(row: Row, language: Language, *, of_level: bool = True) -> str | None:
    """高于全市0.4个百分点, of a level 增速高于…; of two falls 降幅小于全市5.1个百分点."""
    if pd.isna(row.city_points):
        return None
    ours, theirs = _growths(row)
    area_above = language.text(f"report.{_ABOVE[row.area_level]}")
    is_level = of_level and not pd.isna(row.growth_pct)
    return beside(ours, [(theirs, area_above)], language, of_level=is_level)


def _growths(row: Row) -> tuple[float, float]:
    """The growth, or the rate, that is compared, and that of the area above."""
    ours = row.value if pd.isna(row.growth_pct) else row.growth_pct
    return ours, float(Decimal(str(ours)) - half_up(row.city_points, 10))


def _fell_both(row: Row) -> bool:
    return not pd.isna(row.city_points) and both_fell(*_growths(row))


def _rank(row: Row, language: Language) -> str | None:
    """总量居全市10个县（市、区）首位, 增速居全市10个县（市、区）并列第3位."""
    if pd.isna(row.rank):
        return None
    if row.kind == "rate":
        return _of_rate(row, language)
    # After a growth or a fall it is said that the place is not of that.
    is_of_level = not pd.isna(row.growth_pct) or (row.kind in AMOUNTS and row.change < 0)
    of = "growth" if row.kind == "growth" else "level" if is_of_level else "value"
    return language.text(
        f"report.ranked_{of}",
        count=row.ranked,
        place=place_among(int(row.rank), language, tied=bool(row.is_tied)),
    )


def _of_rate(row: Row, language: Language) -> str:
    """The second-highest among …; of what is to stay low 由低到高居……第2位, the second-lowest."""
    place = place_among(int(row.rank), language, tied=bool(row.is_tied))
    if language.code == "en":
        place = f"{place}-".replace("joint first-", "joint ").replace("first-", "")
    key = "low" if row.better == "lower" else "high"
    return language.text(f"report.ranked_{key}", count=row.ranked, place=place)


def attention(row: Row, language: Language) -> str:
    """区级重点项目完成投资179.5亿元，比上年减少9.9亿元、下降5.2%: what calls, and its size."""
    return _singled_out(row, row.attention, language)


def credit(row: Row, language: Language) -> str:
    """固定资产投资增长7.1%，增速比上年加快0.6个百分点: what goes well, and by how much."""
    return _singled_out(row, row.credit, language)


def _singled_out(row: Row, why: str, language: Language) -> str:
    """The figure with the one part for which it is singled out."""
    if why in ("missed", "behind", "achieved", "on_pace"):
        part = target(row, language)
    elif why in ("below_city", "above_city"):
        part = _city(row, language)
    elif why in ("losing_rank", "gaining_rank"):
        part = language.text(
            f"report.{why}",
            now=ordinal(int(row.rank), language),
            before=ordinal(int(row.previous_rank), language),
        )
    else:
        part = None if why == "shrinking" else _before(row, language)
    words = joined(row, language, [part] if part else [])
    if is_part_of_year(row):
        words = language.text("report.attention_to_date", period=when(row, language), said=words)
    return words[:1].upper() + words[1:]
