"""A report sentence that is taken away with one press; also on an address without https."""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from indicators import scripts
from indicators.language import Language

HERE = Path(__file__).parent


def show(sentence: str, *, key: str, language: Language) -> None:
    """Draw a sentence with its button."""
    _component()(key=key, data={"sentence": sentence, "words": words(language)})


def show_address(*, key: str, language: Language) -> None:
    """Draw buttons that copy the page's address, with all that is chosen on it, and print it."""
    ours = {"copy": "copy_address", "print": "print"}
    told = words(language) | {name: language.text(f"app.{key}") for name, key in ours.items()}
    _component()(key=key, data={"words": told})


def words(language: Language) -> dict[str, str]:
    """What the button says, before and after."""
    return {name: language.text(f"report.{name}") for name in ("copy", "copied", "failed_copy")}


def style() -> str:
    """How the button looks."""
    return (HERE / "copying.css").read_text(encoding="utf-8")


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "copying", js=scripts.joined(HERE / "copying.js"), css=style()
    )
