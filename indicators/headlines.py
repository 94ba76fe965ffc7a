"""Figure cards, drawn as one component: one message a rerun instead of thirty elements."""

from functools import cache
from pathlib import Path

import pandas as pd
import streamlit as st

from indicators import headline_cards
from indicators.language import Language

HERE = Path(__file__).parent


def show(
    rows: pd.DataFrame,
    values: pd.DataFrame,
    years: dict[str, int],
    *,
    key: str,
    language: Language,
    opens: bool = True,
) -> str | None:
    """Draw rows of headlines_by_indicator, with values_by_year for their sparklines.

    Returns the indicator of the card that the reader has just opened. Where `opens` is false, on
    the page that a card would open, cards are no buttons and tell their definition instead.
    """
    asked = f"{rows.attrs['asked']} {values.attrs['asked']} {language.code} {opens}"
    result = _component()(
        key=key,
        data=_prepared(asked, rows, values, years, language, opens),
        on_opened_change=lambda: None,
    )
    return result.opened


# Thirty cards in words take longer than the rest of the page; the same question, the same words.
@st.cache_resource(show_spinner=False, max_entries=500)
def _prepared(
    asked: str,
    _rows: pd.DataFrame,
    _values: pd.DataFrame,
    _years: dict[str, int],
    _language: Language,
    _opens: bool,
) -> dict:
    if _opens:
        flagships, sectors = headline_cards.arranged(_rows, _values, _years, _language)
        attention = headline_cards.attention(_rows, _years["last_year"], _language)
    else:
        attention, flagships = None, []
        sectors = headline_cards.explained(_rows, _values, _years, _language)
    return {
        "opens": _opens,
        "attention": attention,
        "flagships": flagships,
        "sectors": sectors,
        "words": {
            "flagships": _language.text("overview.flagships"),
            "attention": _language.text("overview.attention"),
            "calm": _language.text("overview.calm"),
            "missing": _language.text("headlines.unpublished"),
        },
    }


@cache
def _component():
    return st.components.v2.component(
        "headlines",
        js=(HERE / "headlines.js").read_text(encoding="utf-8"),
        css=(HERE / "headlines.css").read_text(encoding="utf-8"),
    )
