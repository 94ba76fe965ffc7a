"""Rows of headlines, of values by year and of sentence parts → cards in words."""

from dataclasses import dataclass

import pandas as pd

from indicators import sentences
from indicators.language import Language
from indicators.rounding import half_up
from indicators.rows import Row, each

FLAGSHIPS = 4  # the first headline positions are shown large
# What is behind a plan comes before what fell, and that before a lost place.
CALLS = ("missed", "behind", "falling", "losing_rank")


@dataclass(frozen=True)
class Figures:
    """What cards are made of: rows of three queries about the same indicators."""

    rows: pd.DataFrame  # headlines_by_indicator
    values: pd.DataFrame  # values_by_year
    parts: pd.DataFrame  # sentence_parts_by_indicator


def overview(
    figures: Figures, years: dict[str, int], language: Language
) -> tuple[list[dict], list[dict]]:
    """The overview's flagship cards, and its other cards in groups by sector."""
    rows, cards = figures.rows, _cards(figures, years, language)
    large = set(rows.loc[rows["headline"] <= FLAGSHIPS, "indicator"])
    flagships = [card for card in cards if card["indicator"] in large]
    others = [card for card in cards if card["indicator"] not in large]
    return flagships, _groups(rows.sort_values("sector_position"), others, language)


def attention(figures: Figures, last_year: int, language: Language) -> dict:
    """What calls for attention, in words: each with the indicator that it opens."""
    calling = figures.parts[figures.parts["attention"].isin(CALLS)]
    order = calling["attention"].map(CALLS.index).sort_values(kind="stable").index
    return {
        "items": [
            {"indicator": row.indicator, "text": sentences.attention(row, language)}
            for row in each(calling.loc[order])
        ],
        "rest": sentences.not_reported(figures.rows, language, last_year),
    }


def of_page(figures: Figures, years: dict[str, int], language: Language) -> list[dict]:
    """The cards of a page's own list in groups by sector, each with its definition.

    A single group has no name: it would repeat the page's.
    """
    definitions = [language.label(row, "definition") for row in each(figures.rows)]
    cards = _cards(figures, years, language)
    for card, definition in zip(cards, definitions, strict=True):
        card["definition"] = definition
        if card["value"] is not None:
            card["stale_text"] = ""  # the year stands beside the figure, and all are of one
    groups = _groups(figures.rows, cards, language)
    return groups if len(groups) > 1 else [group | {"name": ""} for group in groups]


def _cards(figures: Figures, years: dict[str, int], language: Language) -> list[dict]:
    series = dict(tuple(figures.values.groupby("indicator", sort=False)))
    both = zip(each(figures.rows), each(figures.parts), strict=True)
    return [
        _card(row, series[row.indicator], language) | _sentences(row, parts, years, language)
        for row, parts in both
    ]


def _sentences(row: Row, parts: Row, years: dict[str, int], language: Language) -> dict:
    """The report sentence, and what to know of a figure that is not of the focus year."""
    report = sentences.report(parts, language, **years)
    stale = sentences.stale(row, language, **years)
    if parts.coverage == "year_to_date":
        stale = sentences.to_date(parts, language)
    return {
        "sentence": None if pd.isna(parts.value) else report,
        "stale_text": stale,
        "alt": f"{report} {stale}".strip(),
    }


def _groups(rows: pd.DataFrame, cards: list[dict], language: Language) -> list[dict]:
    """The cards by sector, in the order of the rows; a sector without a card is left out."""
    names = {row.sector: language.label(row, "sector") for row in each(rows)}
    groups = [
        {"sector": code, "name": name, "cards": [c for c in cards if c["sector"] == code]}
        for code, name in names.items()
    ]
    return [group for group in groups if group["cards"]]


def _card(row: Row, series: pd.DataFrame, language: Language) -> dict:
    known = not pd.isna(row.value)
    return {
        "indicator": row.indicator,
        "sector": row.sector,
        "kind": row.kind,
        "name": language.label(row, "name"),
        "value": sentences.value(row, language) if known else None,
        "unit": language.label(row, "unit"),
        "year": language.year(row.year) if known else "",
        "is_focus": known and bool(row.is_focus_year),
        "change": _change(row, language) if known else None,
        "growth": sentences.growth(row, language),
        "target": _target(row, language),
        "spark": _spark(series),
        "source": sentences.source(row, language),
        "marks": _marks(row, language) if known else [],
    }


def _change(row: Row, language: Language) -> dict | None:
    text = sentences.change(row, language)
    if text is None:
        return None
    # As shown: a change that rounds to nothing is said to be the same, and drawn so.
    amount = 0 if pd.isna(row.change) else half_up(row.change, row.decimals)
    direction = "flat" if amount == 0 else "up" if amount > 0 else "down"
    return {"text": text, "direction": direction}


def _target(row: Row, language: Language) -> dict | None:
    text = sentences.done(row, language)
    if text is None:
        return None
    return {"text": text, "done_pct": float(row.done_pct), "status": row.state}


def _spark(series: pd.DataFrame) -> list[list]:
    """[year, value or None] from the first year with a figure on; gaps stay gaps."""
    known = series["value"].notna()
    if not known.any():
        return []
    series = series.loc[known.idxmax() :]
    return [
        [int(year), None if pd.isna(v) else float(v)]
        for year, v in zip(series["year"], series["value"], strict=True)
    ]


def _marks(row: Row, language: Language) -> list[str]:
    """What to know of the figure: how exact it is, and its scope where one is stated."""
    names = {"P": "headlines.provisional", "E": "headlines.estimated"}
    status = "headlines.exceeded" if row.is_more_than else names.get(row.obs_status)
    stated = row.scope in ("whole_jurisdiction", "excluding_zones")
    keys = [status, f"scopes.{row.scope}" if stated else None]
    return [language.text(key) for key in keys if key]
