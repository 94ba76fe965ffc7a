"""What is said of a place among the counties."""

from collections.abc import Mapping

import pandas as pd

from indicators.language import Language
from indicators.rows import Row, each
from indicators.sentences.amounts import ordinal, place_among, spoken
from indicators.sentences.measures import distance, published

FEW = 3  # counties among which nobody is first


def place(rows: pd.DataFrame, language: Language, *, indicator: Row) -> str:
    """2020年，汉滨区常住人口894853人，居全市10个县（市、区）首位，比第2位的旬阳市多536977人。"""
    known = rows[rows["rank"].notna()]
    home = next((row for row in each(known) if row.is_home), None)
    without = [row for row in each(rows[rows["value"].isna()]) if not row.is_home]
    missing = [language.label(row, "name") for row in without]
    words = []
    if home is None:
        (area,) = (language.label(row, "name") for row in each(rows) if row.is_home)
        words.append(language.text("comparison.home_missing", area=area))
    else:
        words.append(_standing(home, rows, indicator, language))
        words += _neighbours(home, rows, indicator, language)
    said = language.text("targets.comma").join(words) + language.text("orders.full_stop")
    if missing:
        said += language.text("comparison.missing", names=language.listed(missing))
    return said


def places(rows: pd.DataFrame, language: Language, *, indicator: Row) -> str:
    """2010—2024年中有各县数据的15年，汉滨区地区生产总值均居全市10个县（市、区）首位。

    `rows` are those of ranks_by_area_and_year. Where the place has changed, the last one and the
    first one.
    """
    home = list(each(rows[rows["is_home"]]))
    first, last = home[0], home[-1]
    key = "same_place" if len({row.rank for row in home}) == 1 else "other_place"
    places = {name: place_of(row, rows, language) for name, row in (("then", first), ("now", last))}
    return language.text(
        f"comparison.{key}",
        years=language.years(first.year, last.year),
        many=language.number(len(home)),
        first=language.year(first.year),
        last=language.year(last.year),
        area=language.label(last, "name"),
        name=language.label(indicator, "name"),
        count=language.number(last.ranked),
        **places,
    )


def place_of(row: Row, rows: pd.DataFrame, language: Language) -> str:
    """首位, 并列第2位: a place among those of its year."""
    tied = len(rows[(rows["year"] == row.year) & (rows["rank"] == row.rank)]) > 1
    return place_among(int(row.rank), language, tied=tied)


def _standing(home: Row, rows: pd.DataFrame, indicator: Row, language: Language) -> str:
    value = spoken(home.value, indicator, language)
    # Of some of the counties only it is said that these have data; among three there is no place.
    few = "standing_of_few" if home.ranked <= FEW else "standing_of_known"
    whole = "standing" if home.ranked == len(rows) else few
    return language.text(
        f"comparison.{whole}",
        year=language.year(home.year),
        area=language.label(home, "name"),
        name=language.label(indicator, "name"),
        value=value,
        count=language.number(home.ranked),
        place=_standing_of(home, rows, indicator, language),
    )


def _standing_of(home: Row, rows: pd.DataFrame, indicator: Row, language: Language) -> str:
    """首位, 并列第3位; the first among falls is 第1位, which is no praise."""
    if indicator.kind == "growth" and home.value < 0:
        return language.text("report.place_of", rank=ordinal(int(home.rank), language))
    return place_of(home, rows, language)


def _neighbours(home: Row, rows: pd.DataFrame, indicator: Row, language: Language) -> list[str]:
    """The next above and below, each with its distance, and its place where all have one."""
    known = rows[rows["rank"].notna()]
    above = known[known["rank"] < home.rank].tail(1)
    below = known[known["rank"] > home.rank].head(1)
    # What is counted is more or less, a rate or a growth higher or lower; of what is to stay low
    # the first has least.
    more, less = ("more", "less") if indicator.kind in ("flow", "stock") else ("higher", "lower")
    words = []
    for found, gap in ((above, home.gap_above), (below, home.gap_below)):
        for other in each(found):
            is_more = home.value > other.value
            words.append(
                language.text(
                    f"comparison.{more if is_more else less}",
                    place=_placed(other, language) if home.ranked == len(rows) else "",
                    area=language.label(other, "name"),
                    gap=distance(gap, indicator, language),
                )
            )
    return words


def _placed(other: Row, language: Language) -> str:
    """第2位的, second-placed; nothing where nobody has a place."""
    if other.ranked <= FEW:
        return ""
    return language.text("comparison.placed", rank=ordinal(int(other.rank), language))


def beside_home(rows: pd.DataFrame, language: Language) -> list[dict[str, object]]:
    """Rows of figures_beside_home in words: a figure and its place, ours and its place."""
    return [_beside(row, language) for row in each(rows)]


def _beside(row: Row, language: Language) -> dict[str, object]:
    def column(key: str) -> str:
        return language.text(f"columns.{key}")

    county, home = language.label(row, "area"), language.label(row, "home")
    place = column("rank")
    return {
        column("name"): language.label(row, "name"),
        column("unit"): language.label(row, "unit"),
        column("year"): language.year(row.year),
        county: _with_mark(row.value, row.is_secondary, row.decimals, language),
        home: _with_mark(row.home_value, row.is_home_copy, row.decimals, language),
        f"{county} {place}": _among(row.rank, row.ranked),
        f"{home} {place}": _among(row.home_rank, row.ranked),
    }


def _with_mark(value: float, is_copy: bool, decimals: int, language: Language) -> str:
    """375.82, or 78.8（二手资料）."""
    if pd.isna(value):
        return language.text("app.missing")
    figure = published(value, decimals, language)
    return language.text("app.secondary", document=figure) if is_copy else figure


def _among(rank: float, ranked: float) -> str:
    """3/10; empty where there is no place."""
    return "" if pd.isna(rank) else f"{int(rank)}/{int(ranked)}"


def not_indexed(rows: pd.DataFrame, language: Language, *, areas: Mapping[str, str]) -> str:
    """Which of the areas have no index beside the base year's; empty if all have one.

    `rows` are those of index_by_area_and_year, `areas` the names of all areas asked for.
    """
    counted = rows[rows["index_value"].notna()].groupby("ref_area").size()
    missing = [name for area, name in areas.items() if counted.get(area, 0) < 2]
    if not missing:
        return ""
    return language.text("comparison.not_indexed", names=language.listed(missing))
