"""One figure or two in the place of a chart: large, with its year and what it is compared with.

Rows are those of headlines_by_indicator for one year of one area.
"""

import re
from collections.abc import Sequence

import pandas as pd

from indicators.language import Language
from indicators.rounding import digits, half_up
from indicators.rows import Row
from indicators.sentences.amounts import ordinal, spoken
from indicators.sentences.measures import change, grown, unit, value

# In English the figure is one with its unit: 10,553 entities, CNY 17.95 and billion.
_WITH_UNIT = re.compile(r"(?P<value>.*\d) (?P<unit>\D+)")
_TWO = 2
_HEADER = re.compile(r"(?P<name>.+?)(?:（(?P<zh>[^（），\d]+)）| \((?P<en>[^(),\dA-Z]+)\))")
COMPUTED = 2  # decimals of what is computed


def number(row: Row, language: Language) -> dict[str, str]:
    """A figure as it stands large, its unit beside it, and under it what kind of figure it is."""
    whole, beside = _parted(row, language)
    marks = ["provisional"] if row.obs_status == "P" else []
    marks += [row.estimate] if row.estimate in ("forecast", "projected") else []
    marks += ["excluding_zones"] if row.scope == "excluding_zones" else []
    return {
        "when": language.period(row.time_period, row.coverage),
        "value": whole,
        "unit": beside,
        "marks": language.listed([language.text(f"report.{mark}") for mark in marks]),
    }


def bare_number(year: int, words: str, language: Language) -> dict[str, str]:
    """A figure in words that say its unit, or that was computed and has none: a ratio."""
    return {"when": language.year(year), "value": words, "unit": "", "marks": ""}


def _parted(row: Row, language: Language) -> tuple[str, str]:
    whole, beside = value(row, language), unit(row, language)
    if beside == "%":  # not apart from its number
        return whole + beside, ""
    named = language.label(row, "unit")
    if not beside and language.code == "zh" and whole.endswith(named):
        return whole.removesuffix(named), named
    if not beside and (found := _WITH_UNIT.fullmatch(whole)):
        return found["value"], found["unit"]
    return whole, beside


def between(before: Row, now: Row, language: Language) -> str:
    """How the later of two figures differs from the earlier; that it is no comparison, if so."""
    if now.previous_year != before.year:
        return ""
    if now.is_broken:
        return language.text("numbers.broken")
    said = change(now, language) or ""
    return said[:1].upper() + said[1:]


def under_header(
    header: str, figure: float, language: Language, *, is_rank: bool = False
) -> list[str]:
    """A figure of a table with its name: 占全市 18.51%, 全市位次 第1位.

    To two decimals at most, without false zeros. A unit that is itself a number stays in the name.
    """
    rounded = half_up(figure, COMPUTED)
    words = language.number(rounded, digits(rounded))
    name, unit = _header_parts(header)
    if is_rank:
        return [name, language.text("amount.rank", rank=ordinal(int(figure), language))]
    if not unit:
        return [header, words]
    space = " " if language.code == "en" and unit != "%" else ""
    return [name, f"{words}{space}{unit}"]


def _header_parts(header: str) -> tuple[str, str]:
    found = _HEADER.fullmatch(header)
    return (found["name"], found["zh"] or found["en"]) if found else (header, "")


def beside(row: Row, others: Sequence[tuple[str, Row]], language: Language) -> list[list[str]]:
    """What a figure is compared with, each with its name: growth, share, target, larger areas."""
    facts = []
    if not pd.isna(row.growth_pct):
        by = grown(row.growth_pct, language, to_date=False)
        facts.append([language.text("numbers.growth"), by[:1].upper() + by[1:]])
    if not pd.isna(row.city_share_pct):
        share = language.text("amount.percent", number=language.number(row.city_share_pct, 1))
        facts.append([language.text("numbers.share"), share])
    if not pd.isna(row.target):
        aim = spoken(row.target, row, language)
        facts.append([language.text(f"numbers.{row.planned_by}"), aim])
    return facts + [_of_area(name, other, row, language) for name, other in others]


def _of_area(name: str, row: Row, home: Row, language: Language) -> list[str]:
    """The same of an area, with its year where that is another."""
    if row.year != home.year:
        name = language.text("charts.of_year", words=name, year=language.year(row.year))
    whole, beside = _parted(row, language)
    return [name, f"{whole} {beside}" if beside and language.code == "en" else whole + beside]


def only(years: Sequence[int], chosen: tuple[int, int], language: Language) -> str:
    """That no other year of those chosen has an annual figure."""
    if len(years) > _TWO or chosen[1] - chosen[0] + 1 <= len(years):
        return ""
    key = "only_one" if len(years) == 1 else "only_two"
    return language.text(f"numbers.{key}", years=language.years(*chosen))
