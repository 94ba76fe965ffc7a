"""The overview in words: its judgement, the flagships, what calls, what goes well, the fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators import sentences
from indicators.headlines.cards import Figures, cards
from indicators.language import Language
from indicators.rows import Row, each
from indicators.sentences.amounts import ordinal

FLAGSHIPS = 4  # the first headlines that have a figure are shown large
FIELDS = 6
# What calls for attention, the gravest first: what is behind a plan, what shrank or fell, what is
# below the city, a lost place; growth that is only slower comes last and has a mark of its own.
ATTENTION = (
    {"missed", "behind"},
    {"shrinking", "falling"},
    {"below_city"},
    {"losing_rank"},
    {"slowing"},
)
# What goes well, in the same order.
CREDIT = (
    {"achieved", "on_pace"},
    {"above_city"},
    {"gaining_rank"},
    {"quickening"},
    {"rising"},
)
MARKS = {"slowing": "slower"}  # else what calls is down, and what goes well up
FIRST = 3  # of each that are seen at once; the others are unfolded

Words = Callable[[Row, Language], str]


@dataclass(frozen=True)
class Beside:
    """What the judgement and the flagships are set beside; each may be empty."""

    growths: pd.DataFrame  # values_by_area_and_year: what a report begins with, in larger areas
    places: pd.DataFrame  # ranks_by_area_and_year of the same
    land: pd.DataFrame  # afforestation_by_year
    city: str  # name of the area above


def opening(
    figures: Figures, beside: Beside, years: dict[str, int], language: Language
) -> dict[str, object]:
    """What is seen first: the judgement, of which years the figures are, and the flagships."""
    year = years["last_year"]
    judgement = sentences.judgement(figures.parts, beside.growths, beside.places, language, year)
    summary = sentences.summary(figures.parts, language, year)
    large = _flagships(figures, year)
    both = zip(each(figures.rows), cards(figures, years, language), strict=True)
    return {
        "judgement": judgement,
        "summary": summary,
        "sentence": _sentence(figures, judgement, summary, year, language),
        "fresh": sentences.freshness(figures.rows, language, year),
        "flagships": [
            card | {"fact": _fact(row, card, beside, language)}
            for row, card in both
            if row.indicator in large
        ],
    }


def _sentence(figures: Figures, judgement: str, summary: str, year: int, language: Language) -> str:
    """What can be copied; empty where nothing is of the year: that is no report's sentence."""
    if sentences.leading(figures.parts, year) is None:
        return ""
    return language.text("overview.both", judgement=judgement, summary=summary).strip()


def whole(
    figures: Figures, pages: Mapping[str, str], years: dict[str, int], language: Language
) -> dict[str, object]:
    """What follows: what calls beside what goes well, a figure a field, and all of them.

    `pages` has the page that a field's figure leads to, by its sector.
    """
    parts = {row.indicator: row for row in each(figures.parts)}
    rows = sorted(
        zip(each(figures.rows), cards(figures, years, language), strict=True),
        key=lambda pair: (pair[0].sector_position, pair[0].headline),
    )
    listed = [
        card
        | {
            "field": language.label(row, "sector"),
            "page": pages.get(row.sector, ""),
            "place": _place(parts[row.indicator], language),
            "rank": _rank(parts[row.indicator]),
        }
        for row, card in rows
    ]
    return {
        "attention": attention(figures, language),
        "credit": _credit(figures, language),
        "fields": _fields(listed, figures, years["last_year"]),
        "all": [card for card in listed if card["value"] is not None],
        "without": _without(figures, language),
    }


def _without(figures: Figures, language: Language) -> str:
    """Which headline indicators have no figure in the years that are chosen; empty if all have."""
    rows = figures.rows[figures.rows["value"].isna()]
    if rows.empty:
        return ""
    names = language.listed([language.label(row, "name") for row in each(rows)])
    return language.text("overview.without", count=language.number(len(rows)), names=names)


def _fact(row: Row, card: Mapping[str, object], beside: Beside, language: Language) -> str | None:
    """The second fact of a flagship: its change, what is done of its plan, its share.

    Else what is known of a part of the focus year.
    """
    if row.is_focus_year and (told := sentences.change(row, language)):
        return told
    if told := sentences.done(row, language):
        return told
    if not pd.isna(row.city_share_pct):
        share = language.number(row.city_share_pct, 1)
        return language.text("overview.share_of_city", city=beside.city, share=share)
    if told := _share_of_land(row, beside.land, language):
        return told
    return str(card["stale_text"]) if card["is_to_date"] else None


def _share_of_land(row: Row, land: pd.DataFrame, language: Language) -> str | None:
    if row.indicator != "afforestation_area":
        return None
    known = land[(land["year"] == row.year) & land["share_of_land_pct"].notna()]
    if known.empty:
        return None
    share = language.number(known["share_of_land_pct"].iloc[0], 2)
    return language.text("overview.share_of_land", share=share)


def attention(figures: Figures, language: Language) -> dict[str, object]:
    """What calls for attention, or that nothing does, of how many that could have."""
    items = _singled_out(figures.parts, "attention", ATTENTION, sentences.attention, language)
    return _list("attention", items, "calm", figures, language)


def _credit(figures: Figures, language: Language) -> dict[str, object]:
    items = _singled_out(figures.parts, "credit", CREDIT, sentences.credit, language)
    return _list("credit", items, "uncredited", figures, language)


def _list(
    name: str, items: list[dict[str, str]], nothing: str, figures: Figures, language: Language
) -> dict[str, object]:
    """The first items, the others, and what is said where there are none, of how many judged."""
    more, judged = len(items) - FIRST, int(figures.parts["is_judged"].sum())
    key = nothing if judged else "unjudged"
    return {
        "name": language.text(f"overview.{name}"),
        "items": items[:FIRST],
        "others": items[FIRST:],
        "more": language.text("overview.more", count=more) if more > 0 else "",
        "nothing": language.text(f"overview.{key}", count=judged),
    }


def _singled_out(
    parts: pd.DataFrame, column: str, grades: Sequence[set[str]], words: Words, language: Language
) -> list[dict[str, str]]:
    """Those of a column in words, each with the indicator that it opens, and its mark.

    Within a grade in the order of a work report: GDP first.
    """
    rows = [row for row in each(parts) if not pd.isna(getattr(row, column))]

    def grade(row: Row) -> int:
        return next(i for i, whys in enumerate(grades) if getattr(row, column) in whys)

    rows.sort(key=lambda row: (grade(row), row.report_place, row.headline))
    return [
        {
            "indicator": row.indicator,
            "text": words(row, language),
            "mark": MARKS.get(getattr(row, column), "up" if column == "credit" else "down"),
        }
        for row in rows
    ]


def _place(row: Row, language: Language) -> str:
    """全市第2位, where every county has a figure."""
    if pd.isna(row.rank):
        return ""
    return language.text("charts.rank_in_city", rank=ordinal(int(row.rank), language))


def _rank(row: Row) -> int | None:
    return None if pd.isna(row.rank) else int(row.rank)


def _fields(
    listed: Sequence[dict[str, object]], figures: Figures, year: int
) -> list[dict[str, object]]:
    """A figure a field: of each its newest one, the one with most years, in the order of fields.

    Without the flagships, and without the field that the judgement and the picture tell of.
    """
    told = _told(figures, year) | set(_flagships(figures, year))
    of_fields: dict[object, dict[str, object]] = {}
    for card in listed:
        if card["value"] is None or card["indicator"] in told:
            continue
        best = of_fields.get(card["field"])
        if best is None or _weight(card) > _weight(best):
            of_fields[card["field"]] = card
    chosen = sorted(of_fields.values(), key=_weight, reverse=True)[:FIELDS]
    return [card for card in listed if card in chosen]


def _flagships(figures: Figures, year: int) -> list[str]:
    """The first headlines that have a figure, besides what the judgement tells of."""
    known = figures.rows[figures.rows["value"].notna()].sort_values("headline")
    others = known[~known["indicator"].isin(_told(figures, year))]
    return list(others["indicator"][:FLAGSHIPS])


def _told(figures: Figures, year: int) -> set[str]:
    """What the judgement tells of: a level and its growth."""
    first = sentences.leading(figures.parts, year)
    if first is None:
        return set()
    growths = figures.parts.loc[figures.parts["growth_of"] == first.indicator, "indicator"]
    return {first.indicator, *growths}


def _weight(card: Mapping[str, object]) -> tuple[bool, bool, int]:
    """Whether it is of the focus year, whether it has a place, and of how many years it is."""
    spark = card["spark"]
    years = sum(value is not None for _, value in spark) if isinstance(spark, list) else 0
    return bool(card["is_focus"]), card["rank"] is not None, years
