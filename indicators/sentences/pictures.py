"""What a picture's rows say where no indicator's report does: its largest part, its latest ratio.

Each takes rows and a language, and is empty where nothing can be said.
"""

from collections.abc import Mapping

import pandas as pd

from indicators.language import Language
from indicators.rounding import half_up
from indicators.rows import Row, each
from indicators.sentences.amounts import counted, number, place_among, spoken


def largest_part(rows: pd.DataFrame, language: Language, *, measure: str, indicator: Row) -> str:
    """2021年，林业分项作业面积中森林抚育最多（3万亩）。 Of the latest year; empty of a tie."""
    return _largest("largest_part", rows, measure, indicator, language)


def largest_group(rows: pd.DataFrame, language: Language, *, measure: str, indicator: Row) -> str:
    """2021年，学习教育覆盖的党员群体中离退休党员最多（4147人）。 Groups that may overlap."""
    return _largest("largest_group", rows, measure, indicator, language)


def _largest(key: str, rows: pd.DataFrame, measure: str, indicator: Row, language: Language) -> str:
    first = _alone_at_the_top(rows[rows["year"] == rows["year"].max()], measure)
    if first is None:
        return ""
    return language.text(
        f"pictures.{key}",
        year=language.year(first.year),
        name=_within(language.label(indicator, "name"), language),
        part=_within(language.label(first, "name"), language),
        value=spoken(getattr(first, measure), indicator, language),
    )


def _alone_at_the_top(rows: pd.DataFrame, measure: str) -> Row | None:
    """The row with the most of at least two, none where two have as much."""
    known = rows[rows[measure].notna()]
    top = known[known[measure] == known[measure].max()]
    return next(each(top)) if len(known) > len(top) == 1 else None


def _within(name: str, language: Language) -> str:
    """A name within an English sentence: forest tending, but GDP."""
    if language.code == "zh" or name[1:2].isupper():
        return name
    return name[:1].lower() + name[1:]


def income_ratio(rows: pd.DataFrame, language: Language) -> str:
    """2017年，汉滨区城乡居民收入比为3.07（农村＝1），比上年缩小0.03。

    Of a year without both incomes the ratio that is published; the two kinds are not compared.
    """
    ratios = rows.assign(ratio=rows["urban_rural_ratio"].fillna(rows["published_ratio"]))
    home = list(each(ratios[ratios["is_home"].astype(bool) & ratios["ratio"].notna()]))
    if not home:
        return ""
    *before, last = home
    said = language.text(
        "pictures.income_ratio",
        year=language.year(last.year),
        area=language.label(last, "name"),
        ratio=number(last.ratio, language, 2),
    )
    if before and _compares(before[-1], last):
        by = half_up(last.ratio, 2) - half_up(before[-1].ratio, 2)
        key = "same" if by == 0 else "wider" if by > 0 else "narrower"
        said += language.text(f"pictures.ratio_{key}", by=number(abs(by), language))
    return said + language.text("orders.full_stop")


def _compares(before: Row, last: Row) -> bool:
    computed = [not pd.isna(row.urban_rural_ratio) for row in (before, last)]
    return bool(before.year == last.year - 1 and not last.is_break and len(set(computed)) == 1)


def self_sufficiency(rows: pd.DataFrame, language: Language, *, areas: Mapping[str, str]) -> str:
    """2023年，汉滨区财政自给率7.3%，居全市10个县（市、区）第5位。

    A place among all of them alone.
    """
    known = rows[rows["self_sufficiency_pct"].notna()]
    home = known[known["is_home"].astype(bool)].tail(1)
    if home.empty:
        return ""
    last = next(each(home))
    said = language.text(
        "pictures.self_sufficiency",
        year=language.year(last.year),
        area=language.label(last, "name"),
        share=number(last.self_sufficiency_pct, language, 1),
    )
    others = known[known["year"] == last.year]["self_sufficiency_pct"]
    if len(others) == len(areas):
        rank = int((others > last.self_sufficiency_pct).sum()) + 1
        tied = int((others == last.self_sufficiency_pct).sum()) > 1
        place = place_among(rank, language, tied=tied)
        said += language.text("pictures.among", count=len(areas), place=place)
    return said + language.text("orders.full_stop")


def starts(rows: pd.DataFrame, language: Language) -> str:
    """2023年四季度，集中开工项目39个，总投资44.5亿元。"""
    last = list(each(rows))[-1]
    period = language.period(last.time_period, "quarter")
    many = counted(number(last.projects, language), "projects", language)
    said = language.text("pictures.starts", period=period, projects=many)
    if not pd.isna(last.total_investment):
        large = {"zh": 1, "en": 10}[language.code]
        amount = number(half_up(last.total_investment / large, 2), language)
        said += language.text("pictures.starts_cost", amount=amount)
    return said + language.text("orders.full_stop")


def reached(rows: pd.DataFrame, language: Language, *, measure: str) -> str:
    """10项有完成数的目标中，达到目标的有6项。"""
    known = rows[rows[measure].notna()]
    met = int((known["state"] == "achieved").sum())
    count = counted(str(len(known)), "targets", language)
    return language.text("pictures.reached", count=count, reached=met)


def index(rows: pd.DataFrame, language: Language, *, indicator: Row) -> str:
    """2024年，汉滨区地区生产总值为2015年的185.2%。 Nothing of the base year alone."""
    home = rows[rows["is_home"].astype(bool) & rows["index_value"].notna()]
    bases = home[home["index_value"] == 100]
    if home.empty or bases.empty:
        return ""
    last, base = list(each(home))[-1], next(each(bases))
    if last.year == base.year:
        return ""
    return language.text(
        "pictures.index",
        year=language.year(last.year),
        base=language.year(base.year),
        area=language.label(last, "name"),
        name=_within(language.label(indicator, "name"), language),
        share=number(last.index_value, language, 1),
    )


def coverage(rows: pd.DataFrame, language: Language) -> str:
    """14项指标中，5项有2025年数据。"""
    latest = rows[rows["year"] == rows["year"].max()]
    return language.text(
        "pictures.coverage",
        count=len(latest),
        known=int((latest["published"] > 0).sum()),
        year=language.year(int(rows["year"].max())),
    )


def raised_most(rows: pd.DataFrame, language: Language) -> str:
    """县级部门提出最多，1200项，其中办结1180项。 Empty of a tie."""
    row = _alone_at_the_top(rows, "raised")
    if row is None:
        return ""
    named = language.label(row, "name") if f"name_{language.code}" in rows else row.town
    return language.text(
        "pictures.raised_most",
        name=named,
        raised=number(row.raised, language),
        closed=number(row.closed, language),
    )


def stages(rows: pd.DataFrame, language: Language) -> str:
    """提出10项，派出9项，办结8项，办结率80%，其中按期办结6项。"""
    items = {row.stage: number(row.items, language) for row in each(rows)}
    share = rows.loc[rows["stage"] == "completed", "raised_pct"].iloc[0]
    if pd.isna(share):
        return ""
    said = language.text("orders.so_far", **items, share=number(share, language, 1))
    return said + language.text("orders.full_stop")


def days(rows: pd.DataFrame, language: Language) -> str:
    """半数在12天内办结，九成在30天内办结。 Of all months together, the last row."""
    whole = list(each(rows))[-1]
    if pd.isna(whole.median_days) or pd.isna(whole.p90_days):
        return ""
    half, most = (
        counted(number(many, language, 0), "days", language)
        for many in (whole.median_days, whole.p90_days)
    )
    said = language.text("orders.took", median=half, p90=most)
    return said[:1].upper() + said[1:] + language.text("orders.full_stop")


def most_satisfied(rows: pd.DataFrame, language: Language) -> str:
    """12个镇（街道）中，建民街道评分最高（4.2分）。 Empty of a tie."""
    row = _alone_at_the_top(rows, "satisfaction")
    if row is None:
        return ""
    return language.text(
        "pictures.most_satisfied",
        count=int(rows["satisfaction"].notna().sum()),
        town=row.town,
        score=number(row.satisfaction, language, 2),
    )
