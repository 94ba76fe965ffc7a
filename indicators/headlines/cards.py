"""Rows of headlines, of values by year and of sentence parts → cards in words."""

from dataclasses import dataclass

import pandas as pd

from indicators import sentences
from indicators.language import Language
from indicators.rows import Row, each


@dataclass(frozen=True)
class Figures:
    """What cards are made of: rows of three queries about the same indicators."""

    rows: pd.DataFrame  # headlines_by_indicator
    values: pd.DataFrame  # values_by_year
    parts: pd.DataFrame  # sentence_parts_by_indicator


def of_page(figures: Figures, years: dict[str, int], language: Language) -> list[dict[str, object]]:
    """The cards of a page's own list in groups by sector, each with its definition.

    A single group has no name: it would repeat the page's.
    """
    definitions = [language.label(row, "definition") for row in each(figures.rows)]
    made = cards(figures, years, language)
    for card, definition in zip(made, definitions, strict=True):
        card["definition"] = definition
        if card["value"] is not None:
            card["stale_text"] = ""  # the year stands beside the figure, and all are of one
    groups = _groups(figures.rows, made, language)
    return groups if len(groups) > 1 else [group | {"name": ""} for group in groups]


def cards(figures: Figures, years: dict[str, int], language: Language) -> list[dict[str, object]]:
    series = dict(tuple(figures.values.groupby("indicator", sort=False)))
    both = zip(each(figures.rows), each(figures.parts), strict=True)
    return [
        _card(row, series[row.indicator], language) | _sentences(row, parts, years, language)
        for row, parts in both
    ]


def _sentences(
    row: Row, parts: Row, years: dict[str, int], language: Language
) -> dict[str, object]:
    """The report sentence, and what to know of a figure that is not of the focus year.

    What is never said is read out by its name.
    """
    report = sentences.report(parts, language)
    stale = sentences.stale(row, language, **years)
    is_to_date = bool(report) and parts.coverage == "year_to_date"
    if is_to_date:
        stale = sentences.to_date(parts, language)
    named = (
        language.label(row, "name") if pd.isna(row.value) else sentences.named_value(row, language)
    )
    return {
        "sentence": report or None,
        "stale_text": stale,
        "is_to_date": is_to_date,
        "alt": f"{report or named} {stale}".strip(),
    }


def _groups(
    rows: pd.DataFrame, cards: list[dict[str, object]], language: Language
) -> list[dict[str, object]]:
    """The cards by sector, in the order of the rows; a sector without a card is left out."""
    names = {row.sector: language.label(row, "sector") for row in each(rows)}
    groups = [
        {"sector": code, "name": name, "cards": [c for c in cards if c["sector"] == code]}
        for code, name in names.items()
    ]
    return [group for group in groups if group["cards"]]


def _card(row: Row, series: pd.DataFrame, language: Language) -> dict[str, object]:
    known = not pd.isna(row.value)
    return {
        "indicator": row.indicator,
        "sector": row.sector,
        "kind": row.kind,
        "name": language.label(row, "name"),
        "value": sentences.value(row, language) if known else None,
        "unit": sentences.unit(row, language) if known else "",
        "year": language.year(row.year) if known else "",
        "is_focus": known and bool(row.is_focus_year),
        "change": _change(row, language) if known else None,
        "growth": sentences.growth(row, language),
        "target": _target(row, language),
        "spark": _spark(series),
        "source": sentences.source(row, language),
        "marks": _marks(row, language) if known else [],
    }


def _change(row: Row, language: Language) -> dict[str, object] | None:
    text = sentences.change(row, language)
    if text is None:
        return None
    direction = "flat" if row.change == 0 else "up" if row.change > 0 else "down"
    return {"text": text, "direction": direction}


def _target(row: Row, language: Language) -> dict[str, object] | None:
    text = sentences.done(row, language)
    if text is None:
        return None
    return {"text": text, "done_pct": float(row.done_pct), "status": row.state}


def _spark(series: pd.DataFrame) -> list[list[float | None]]:
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
    keys = [f"headlines.{row.estimate}"] if row.estimate else []
    keys += ["headlines.provisional"] if row.obs_status == "P" else []
    keys += (
        [f"scopes.{row.scope}"] if row.scope in ("whole_jurisdiction", "excluding_zones") else []
    )
    marks = [language.text(key) for key in keys]
    # Of a growth nothing older than the year before would be compared anyway.
    if row.is_broken and (row.kind != "growth" or row.previous_year == row.year - 1):
        marks.append(language.text("headlines.broken", year=language.year(row.previous_year)))
    return marks
