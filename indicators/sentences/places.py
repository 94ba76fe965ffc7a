"""What is said of a place among the counties."""

from collections.abc import Mapping

import pandas as pd

from indicators.language import Language
from indicators.rows import Row, each
from indicators.sentences.amounts import spoken
from indicators.sentences.measures import distance


def place(rows: pd.DataFrame, language: Language, *, indicator: Row) -> str:
    """2020年，汉滨区常住人口89.49万人，居10个县（市、区）第1位，比第2位的旬阳市高53.70万人。"""
    known = rows[rows["rank"].notna()]
    home = next((row for row in each(known) if row.is_home), None)
    missing = [language.label(row, "name") for row in each(rows[rows["value"].isna()])]
    words = []
    if home is None:
        words.append(language.text("comparison.home_missing"))
    else:
        words.append(_standing(home, rows, indicator, language))
        words += _neighbours(home, known, indicator, language)
    said = language.text("targets.comma").join(words) + language.text("orders.full_stop")
    if missing:
        said += language.text("comparison.missing", names=language.listed(missing))
    return said


def _standing(home: Row, rows: pd.DataFrame, indicator: Row, language: Language) -> str:
    value = spoken(home.value, indicator, language)
    tied = len(rows[rows["rank"] == home.rank]) > 1
    return language.text(
        "comparison.standing_tied" if tied else "comparison.standing",
        year=language.year(home.year),
        area=language.label(home, "name"),
        name=language.label(indicator, "name"),
        value=value,
        count=language.number(home.ranked),
        rank=int(home.rank),
    )


def _neighbours(home: Row, known: pd.DataFrame, indicator: Row, language: Language) -> list[str]:
    """The next above and the next below, each with its distance."""
    above = known[known["rank"] < home.rank].tail(1)
    below = known[known["rank"] > home.rank].head(1)
    words = []
    for found, gap, key in ((above, home.gap_above, "behind_of"), (below, home.gap_below, "ahead")):
        if len(found):
            words.append(
                language.text(
                    f"comparison.{key}",
                    area=language.label(next(each(found)), "name"),
                    gap=distance(gap, indicator, language),
                )
            )
    return words


def not_indexed(rows: pd.DataFrame, language: Language, *, areas: Mapping[str, str]) -> str:
    """Which of the areas have no index beside the base year's; empty if all have one.

    `rows` are those of index_by_area_and_year, `areas` the names of all areas asked for.
    """
    counted = rows[rows["index_value"].notna()].groupby("ref_area").size()
    missing = [name for area, name in areas.items() if counted.get(area, 0) < 2]
    if not missing:
        return ""
    return language.text("comparison.not_indexed", names=language.listed(missing))
