"""The documents that figures come from, and what an indicator means, in words."""

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from indicators.language import Language
from indicators.rows import Row

Source = Mapping[Hashable, Any]  # a row of sources
MOST_NAMED = 3  # publishers of a line
_KINDS = ("official", "newspaper", "other", "encyclopaedia")
_UNNAMED = ("未注明", "原发媒体未注明", "Medium not stated")
_AFTER = re.compile(r"(?:据|after (?:the )?)(.+)[）)]")
# What an editor writes behind a title that no one has seen.
_UNSEEN = re.compile(r"（[^（）]*(?:原题不详|标题未见)[^（）]*）")


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
    """One document by name; of several who published them, official publishers first.

    The publisher of the latest figure is always among those that are named, unless it is an
    encyclopaedia. What an editor remarks of a document stands in the list of them alone.
    """
    documents = sources.to_dict("records")
    if len(documents) == 1:
        return language.text("app.source", sources=_cited(documents[0], language))
    names = _publishers(documents, language)
    named = names[:MOST_NAMED]
    latest = _publisher(documents[0], language)
    if latest and latest not in named and _place(documents[0]) < len(_KINDS) - 1:
        named[-1] = latest
    is_whole = len(names) == len(named) and all(_publisher(one, language) for one in documents)
    key = "sources" if not named else "sources_all" if is_whole else "sources_more"
    words = language.text(
        f"app.{key}",
        publishers=language.series(named, "names") if is_whole else language.listed(named),
        count=language.number(len(documents)),
    )
    return language.text("app.source", sources=words + _copies(sources, language))


def _copies(sources: pd.DataFrame, language: Language) -> str:
    """How many of several documents are copies of others."""
    copies = int(sources["is_secondary"].sum())
    if not copies:
        return ""
    key = "sources_all_copies" if copies == len(sources) else "sources_copies"
    return language.text(f"app.{key}", copies=copies)


def _publishers(documents: Sequence[Source], language: Language) -> list[str]:
    """Each publisher once: official ones first, an encyclopaedia last, of one kind the latest."""
    in_order = sorted(documents, key=_place)
    return list(dict.fromkeys(filter(None, (_publisher(one, language) for one in in_order))))


def _place(source: Source) -> int:
    kind = source.get("source_kind")
    return _KINDS.index(kind) if kind in _KINDS else _KINDS.index("other")


def _publisher(source: Source, language: Language) -> str:
    """Who published it, without where it was reprinted: 国家统计局 of 国家统计局（中华网转载）.

    Of a medium that is not known whom it says to follow, if anybody.
    """
    name, _, remark = re.sub(" [(]|（", "\n", source[f"publisher_{language.code}"]).partition("\n")
    if not name.startswith(_UNNAMED):
        return name
    after = _AFTER.match(remark)
    return after[1] if after else ""


def _cited(source: Source, language: Language) -> str:
    """A document without an editor's remarks; a title that nobody saw is no title."""
    title = _UNSEEN.sub("", source["title"])
    key = "source" if title == source["title"] else "source_untitled"
    key += "_undated" if pd.isna(source["published_on"]) else "_dated"
    publisher = _publisher(source, language)
    if not publisher:
        key += "_alone"
    words = language.text(
        f"app.{key}", publisher=publisher, title=title, date=source["published_on"]
    )
    return language.text("app.secondary", document=words) if source["is_secondary"] else words


def as_of(sources: pd.DataFrame, language: Language) -> str:
    """The latest period that any of the figures describes."""
    latest = sources.iloc[0]
    period = language.period(latest["last_period"], latest["last_coverage"])
    return language.text("app.as_of", period=period)
