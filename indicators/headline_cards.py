"""Rows of headlines_by_indicator and values_by_year → cards in words."""

import pandas as pd

from indicators import sentences
from indicators.language import Language

FLAGSHIPS = 4  # the first headline positions are shown large


def arranged(
    rows: pd.DataFrame, values: pd.DataFrame, years: dict[str, int], language: Language
) -> tuple[list[dict], list[dict]]:
    """The overview's flagship cards, and its other cards in groups by sector."""
    cards = [_card(row, _of(values, row.indicator), years, language) for row in rows.itertuples()]
    large = set(rows.loc[rows["headline"] <= FLAGSHIPS, "indicator"])
    flagships = [card for card in cards if card["indicator"] in large]
    others = [card for card in cards if card["indicator"] not in large]
    return flagships, _groups(rows.sort_values("sector_position"), others, language)


def attention(rows: pd.DataFrame, last_year: int, language: Language) -> dict:
    """What calls for attention, in words: each with the indicator that it opens."""
    calling = rows[rows["attention"].isin(["missed", "falling"])]
    return {
        "items": [
            {"indicator": row.indicator, "text": sentences.attention(row, language)}
            for row in calling.itertuples()
        ],
        "rest": sentences.not_reported(rows, language, last_year),
    }


def explained(
    rows: pd.DataFrame, values: pd.DataFrame, years: dict[str, int], language: Language
) -> list[dict]:
    """The cards of a page's own list in groups by sector, each with its definition.

    A single group has no name: it would repeat the page's.
    """
    cards = [
        _card(row, _of(values, row.indicator), years, language)
        | {"definition": language.label(row, "definition")}
        for row in rows.itertuples()
    ]
    for card in cards:
        if card["value"] is not None:
            card["stale_text"] = ""  # the year stands beside the figure, and all are of one
    groups = _groups(rows, cards, language)
    return groups if len(groups) > 1 else [group | {"name": ""} for group in groups]


def _groups(rows: pd.DataFrame, cards: list[dict], language: Language) -> list[dict]:
    """The cards by sector, in the order of the rows; a sector without a card is left out."""
    names = {row.sector: language.label(row, "sector") for row in rows.itertuples()}
    groups = [
        {"sector": code, "name": name, "cards": [c for c in cards if c["sector"] == code]}
        for code, name in names.items()
    ]
    return [group for group in groups if group["cards"]]


def _of(values: pd.DataFrame, indicator: str) -> pd.DataFrame:
    return values[values["indicator"] == indicator]


def _card(row: object, series: pd.DataFrame, years: dict[str, int], language: Language) -> dict:
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
        "stale_text": sentences.stale(row, language, **years),
        "change": _change(row, language) if known else None,
        "growth": sentences.growth(row, language),
        "target": _target(row, language),
        "spark": _spark(series),
        "source": sentences.source(row, language),
        "marks": _marks(row, language) if known else [],
        "alt": sentences.headline(row, language, **years),
    }


def _change(row: object, language: Language) -> dict | None:
    text = sentences.change(row, language)
    if text is None:
        return None
    # As shown: a change that rounds to nothing is said to be the same, and drawn so.
    amount = 0 if pd.isna(row.change) else round(row.change, row.decimals)
    direction = "flat" if amount == 0 else "up" if amount > 0 else "down"
    return {"text": text, "direction": direction}


def _target(row: object, language: Language) -> dict | None:
    text = sentences.done(row, language)
    if text is None:
        return None
    status = "ahead" if row.done_pct >= 100 else "behind"
    return {"text": text, "done_pct": float(row.done_pct), "status": status}


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


def _marks(row: object, language: Language) -> list[str]:
    """What to know of the figure: how exact it is, and its scope where one is stated."""
    names = {"P": "headlines.provisional", "E": "headlines.estimated"}
    status = "headlines.exceeded" if row.is_more_than else names.get(row.obs_status)
    stated = row.scope in ("whole_jurisdiction", "excluding_zones")
    keys = [status, f"scopes.{row.scope}" if stated else None]
    return [language.text(key) for key in keys if key]
