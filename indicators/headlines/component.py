"""Figure cards and the overview, each drawn as one component: one message instead of thirty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from indicators import filters, scripts, sentences, store
from indicators.filters import Selection
from indicators.headlines import cards, overview
from indicators.language import Language
from indicators.store import Answer
from indicators.takeaway import copying

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Headlines:
    """What cards are made of: the answers of three queries about the same indicators."""

    rows: Answer  # headlines_by_indicator
    values: Answer  # values_by_year
    parts: Answer  # sentence_parts_by_indicator

    @property
    def latest_year(self) -> int | None:
        """The year of the newest figure; none where there is no figure at all."""
        known = self.rows.rows["year"].dropna()
        return None if known.empty else int(known.max())


@dataclass(frozen=True)
class Opened:
    """What the reader has just pressed: an indicator, or a field for its page; or neither."""

    indicator: str | None
    page: str | None


def ask(
    selection: Selection, indicators: Sequence[str] = (), sectors: Sequence[str] = ()
) -> Headlines:
    """What is published of these indicators of the district (none: those of the overview)."""
    here = {"area": selection.home, **selection.years}
    these = {"sectors": list(sectors), "indicators": list(indicators), **here}
    rows = store.query("headlines_by_indicator", **these)
    return Headlines(
        rows,
        store.query("values_by_year", indicators=list(rows.rows["indicator"]), **here),
        store.query("sentence_parts_by_indicator", **these),
    )


def show(headlines: Headlines, selection: Selection, *, key: str) -> None:
    """Draw the cards of a page's own list, each with its definition and its report sentence."""
    content = store.kept(_cards, *_answers(headlines), selection.years, selection.language)
    _component("cards")(key=key, data=content)


def open_overview(headlines: Headlines, selection: Selection) -> Opened:
    """Draw what the overview begins with: its judgement and the flagships."""
    city = "".join(selection.lineage[1:2])
    content = store.kept(
        _opening,
        *_answers(headlines),
        *_beside(headlines, selection),
        filters.names("areas", selection.language).get(city, ""),
        selection.years,
        selection.language,
    )
    return _overview(content, "opening")


def close_overview(headlines: Headlines, selection: Selection, pages: Mapping[str, str]) -> Opened:
    """Draw what follows its picture; `pages` has where a field's figure leads, by its sector."""
    content = store.kept(
        _whole, *_answers(headlines), dict(pages), selection.years, selection.language
    )
    return _overview(content, "whole")


def _answers(headlines: Headlines) -> tuple[Answer, Answer, Answer]:
    return headlines.rows, headlines.values, headlines.parts


def _beside(headlines: Headlines, selection: Selection) -> tuple[Answer, Answer, Answer]:
    """The growth of what a report begins with in larger areas, its places, and the land."""
    parts = headlines.parts.rows
    first = store.kept(sentences.leading, headlines.parts, selection.last_year)
    level = "" if first is None else first.indicator
    growth = next(iter(parts.loc[parts["growth_of"] == level, "indicator"]), level)
    years = selection.years
    return (
        store.query(
            "values_by_area_and_year", indicator=growth, areas=list(selection.lineage), **years
        ),
        store.query("ranks_by_area_and_year", indicator=level, **years),
        store.query("afforestation_by_year", area=selection.home, **years),
    )


# Thirty cards in words take longer than the rest of the page; the same question, the same words.
def _cards(
    rows: pd.DataFrame,
    values: pd.DataFrame,
    parts: pd.DataFrame,
    years: dict[str, int],
    language: Language,
) -> dict[str, object]:
    figures = cards.Figures(rows, values, parts)
    return {"groups": cards.of_page(figures, years, language), "words": _words(language)}


def _opening(
    rows: pd.DataFrame,
    values: pd.DataFrame,
    parts: pd.DataFrame,
    growths: pd.DataFrame,
    places: pd.DataFrame,
    land: pd.DataFrame,
    city: str,
    years: dict[str, int],
    language: Language,
) -> dict[str, object]:
    figures = cards.Figures(rows, values, parts)
    beside = overview.Beside(growths, places, land, city)
    opening = overview.opening(figures, beside, years, language)
    return {"opening": opening, "words": _words(language)}


def _whole(
    rows: pd.DataFrame,
    values: pd.DataFrame,
    parts: pd.DataFrame,
    pages: dict[str, str],
    years: dict[str, int],
    language: Language,
) -> dict[str, object]:
    figures = cards.Figures(rows, values, parts)
    words = _words(language) | {
        "all": language.text("overview.all", count=language.number(len(rows)))
    }
    return {"whole": overview.whole(figures, pages, years, language), "words": words}


def _words(language: Language) -> dict[str, str]:
    keys = ("flagships", "fields", "which", "no_other_year", "charts")
    columns = ("field", "name", "figure", "year", "change", "rank", "trend", "document")
    return {
        "missing": language.text("headlines.unpublished"),
        **{key: language.text(f"overview.{key}") for key in keys},
        **{f"column_{key}": language.text(f"overview.column_{key}") for key in columns},
        **copying.words(language),
    }


def _overview(content: Mapping[str, object], part: str) -> Opened:
    def ignored() -> None:
        """Streamlit reports a press only to who asks for it."""

    result = _component("overview")(
        key=f"overview-{part}", data=content, on_indicator_change=ignored, on_page_change=ignored
    )
    return Opened(result.indicator, result.page)


@cache
def _component(name: str) -> ComponentRenderer:
    style = [HERE / "headlines.css", HERE / f"{name}.css"]
    return st.components.v2.component(
        name,
        js=scripts.joined(HERE / f"{name}.js"),
        css=copying.style() + "".join(path.read_text(encoding="utf-8") for path in style),
    )
