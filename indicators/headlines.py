"""The overview's cards, drawn as one component: one message a rerun instead of thirty elements."""

from functools import cache
from pathlib import Path

import streamlit as st

from indicators.language import Language

HERE = Path(__file__).parent


def show(flagships: list[dict], sectors: list[dict], *, key: str, language: Language) -> str | None:
    """Draw the cards of headline_cards.arranged; the sector of the card that was just opened."""
    result = _component()(
        key=key,
        data={
            "flagships": flagships,
            "sectors": sectors,
            "words": {
                "flagships": language.text("overview.flagships"),
                "missing": language.text("headlines.unpublished"),
            },
        },
        on_opened_change=lambda: None,
    )
    return result.opened


@cache
def _component():
    return st.components.v2.component(
        "headlines",
        js=(HERE / "headlines.js").read_text(encoding="utf-8"),
        css=(HERE / "headlines.css").read_text(encoding="utf-8"),
    )
