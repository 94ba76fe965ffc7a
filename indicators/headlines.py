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
                "sectors": language.text("overview.sectors"),
                "missing": language.text("headlines.unpublished"),
                "better": language.text("headlines.better"),
                "worse": language.text("headlines.worse"),
            },
        },
        on_opened_change=lambda: None,
    )
    return result.opened


@cache
def _component():  # noqa: ANN202 - Streamlit does not name the type of a renderer
    return st.components.v2.component(
        "headlines",
        js=(HERE / "headlines.js").read_text(encoding="utf-8"),
        css=(HERE / "headlines.css").read_text(encoding="utf-8"),
    )
