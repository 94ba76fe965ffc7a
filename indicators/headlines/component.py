"""Figure cards, drawn as one component: one message a rerun instead of thirty elements."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import streamlit as st

from indicators import scripts, store
from indicators.filters import Selection
from indicators.headlines import cards as headline_cards
from indicators.headlines.cards import Figures
from indicators.language import Language
from indicators.takeaway import copying

HERE = Path(__file__).parent


def figures(
    selection: Selection, indicators: Sequence[str] = (), sectors: Sequence[str] = ()
) -> Figures:
    """What is known of these indicators of the district (none: those of the overview)."""
    here = {"area": selection.home, **selection.years}
    asked = {"sectors": list(sectors), "indicators": list(indicators), **here}
    rows = store.query("headlines_by_indicator", **asked)
    return Figures(
        rows,
        store.query("values_by_year", indicators=list(rows["indicator"]), **here),
        store.query("sentence_parts_by_indicator", **asked),
    )


def show(known: Figures, selection: Selection, *, key: str, opens: bool = True) -> str | None:
    """Draw what is known as cards, each with its report sentence to be copied.

    Returns the indicator of the card that the reader has just opened. Where `opens` is false, on
    the page that a card would open, cards are no buttons and tell their definition instead.
    """
    asked = f"{known.asked} {selection.language.code} {opens}"
    result = _component()(
        key=key,
        data=_prepared(asked, known, selection.years, selection.language, opens),
        on_opened_change=lambda: None,
    )
    return result.opened


# Thirty cards in words take longer than the rest of the page; the same question, the same words.
@st.cache_resource(show_spinner=False, max_entries=500)
def _prepared(
    asked: str, _known: Figures, _years: dict[str, int], _language: Language, _opens: bool
) -> dict:
    if _opens:
        flagships, sectors = headline_cards.arranged(_known, _years, _language)
        attention = headline_cards.attention(_known, _years["last_year"], _language)
    else:
        attention, flagships = None, []
        sectors = headline_cards.explained(_known, _years, _language)
    return {
        "opens": _opens,
        "attention": attention,
        "flagships": flagships,
        "sectors": sectors,
        "words": {
            "flagships": _language.text("overview.flagships"),
            "attention": _language.text("overview.attention"),
            "calm": _calm(_known, _language),
            "missing": _language.text("headlines.unpublished"),
            **copying.words(_language),
        },
    }


def _calm(known: Figures, language: Language) -> str:
    """Nothing to attend to, or nothing that could be judged: no figure is of the year."""
    judged = known.rows["value"].notna() & known.rows["is_focus_year"].astype("boolean")
    return language.text("overview.calm" if judged.any() else "overview.unjudged")


@cache
def _component():
    return st.components.v2.component(
        "headlines",
        js=scripts.joined(HERE / "cards.js"),
        css=copying.style() + (HERE / "cards.css").read_text(encoding="utf-8"),
    )
