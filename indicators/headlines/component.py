"""Figure cards, drawn as one component: one message a rerun instead of thirty elements."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from indicators import scripts, store
from indicators.filters import Selection
from indicators.headlines import cards
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


def show(headlines: Headlines, selection: Selection, *, key: str, opens: bool = True) -> str | None:
    """Draw cards, each with its report sentence to be copied.

    Returns the indicator of the card that the reader has just opened. Where `opens` is false, on
    the page that a card would open, cards are no buttons and tell their definition instead.
    """
    content = store.kept(
        _content,
        headlines.rows,
        headlines.values,
        headlines.parts,
        selection.years,
        selection.language,
        opens,
    )
    return _component()(key=key, data=content, on_opened_change=lambda: None).opened


# Thirty cards in words take longer than the rest of the page; the same question, the same words.
def _content(
    rows: pd.DataFrame,
    values: pd.DataFrame,
    parts: pd.DataFrame,
    years: dict[str, int],
    language: Language,
    opens: bool,
) -> dict[str, object]:
    """All that the component draws."""
    figures = cards.Figures(rows, values, parts)
    if opens:
        flagships, sectors = cards.overview(figures, years, language)
        attention = cards.attention(figures, years["last_year"], language)
    else:
        attention, flagships = None, []
        sectors = cards.of_page(figures, years, language)
    return {
        "opens": opens,
        "attention": attention,
        "flagships": flagships,
        "sectors": sectors,
        "words": {
            "flagships": language.text("overview.flagships"),
            "attention": language.text("overview.attention"),
            "missing": language.text("headlines.unpublished"),
            **copying.words(language),
        },
    }


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "headlines",
        js=scripts.joined(HERE / "cards.js"),
        css=copying.style() + (HERE / "cards.css").read_text(encoding="utf-8"),
    )
