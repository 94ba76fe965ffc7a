"""The documents that figures come from, and what an indicator means, in words."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from indicators.language import Language
from indicators.rows import Row


def documents_of(rows: pd.DataFrame) -> pd.DataFrame:
    """The documents that the rows of a list name, newest publication first."""
    sources = rows.drop_duplicates("source").rename(columns={"source_title": "title"})
    return sources.sort_values("published_on", ascending=False, na_position="last")


def definition(row: Row, spoken: Language) -> str:
    parts = {part: spoken.label(row, part) for part in ("name", "unit", "definition")}
    return spoken.text("app.defined", **parts)


def document(source: Mapping[Hashable, Any], language: Language) -> str:
    """Publisher, title and date of a row of sources, and whether it is a copy of others."""
    key = "app.source_undated" if pd.isna(source["published_on"]) else "app.source_dated"
    words = language.text(
        key,
        publisher=source[f"publisher_{language.code}"],
        title=source["title"],
        date=source["published_on"],
    )
    return language.text("app.secondary", document=words) if source["is_secondary"] else words


def source_line(sources: pd.DataFrame, language: Language) -> str:
    """The document of the latest figure by name, and how many there are in all."""
    first = document(sources.to_dict("records")[0], language)
    if len(sources) > 1:
        copies = int(sources["is_secondary"].sum())
        key = "app.sources_more_copies" if copies else "app.sources_more"
        first = language.text(key, first=first, count=len(sources), copies=copies)
    return language.text("app.source", sources=first)


def as_of(sources: pd.DataFrame, language: Language) -> str:
    """The latest period that any of the figures describes."""
    latest = sources.iloc[0]
    period = language.period(latest["last_period"], latest["last_coverage"])
    return language.text("app.as_of", period=period)
