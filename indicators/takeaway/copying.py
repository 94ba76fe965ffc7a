"""A report sentence that is taken away with one press; also on an address without https."""

from functools import cache
from pathlib import Path

import streamlit as st

from indicators.language import Language

HERE = Path(__file__).parent
_MOUNT = """
export default function ({ data, parentElement }) {
  const { sentence, words } = data;
  const line = document.createElement("div");
  line.className = "sentence";
  const text = document.createElement("p");
  text.textContent = sentence;
  line.append(text, ...copyButton(sentence, words.copy, words, false));
  parentElement.querySelector(".sentence")?.remove();
  parentElement.append(line);
}
"""


def show(sentence: str, *, key: str, language: Language) -> None:
    """Draw a sentence with its button."""
    _component()(key=key, data={"sentence": sentence, "words": words(language)})


def words(language: Language) -> dict[str, str]:
    """What the button says, before and after."""
    return {name: language.text(f"report.{name}") for name in ("copy", "copied", "failed_copy")}


def script() -> str:
    """What draws the button, for a component that has one on each of its cards."""
    return clipboard() + (HERE / "copying.js").read_text(encoding="utf-8")


def clipboard() -> str:
    """What puts text or a table onto the clipboard, also on an address without https."""
    return (HERE / "clipboard.js").read_text(encoding="utf-8")


def style() -> str:
    """How the button looks."""
    return (HERE / "copying.css").read_text(encoding="utf-8")


@cache
def _component():
    return st.components.v2.component("copying", js=script() + _MOUNT, css=style())
