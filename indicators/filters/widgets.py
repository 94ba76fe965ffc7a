"""Widgets that draw a field's value and put a new one into the choice.

Each is set to the choice on every run, for Streamlit drops a widget's own state on a change of
page.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict

import streamlit as st

from indicators.filters import visit
from indicators.filters.fields import Field, Value
from indicators.language import Language
from indicators.markdown import verbatim

# Of a link that means nothing is quoted what tells its sender which part it is.
MOST_BAD = 3
LONGEST_BAD = 40


def select(
    field: Field[Value], names: Mapping[Value, str], value: Value, label: str, language: Language
) -> Value:
    """A list of which one is chosen; `names` are what its values are called."""
    return st.selectbox(
        label, list(names), format_func=names.__getitem__, **bound(field, value, language)
    )


def several(
    field: Field[tuple[Value, ...]],
    names: Mapping[Value, str],
    values: Sequence[Value],
    labels: tuple[str, str],
    language: Language,
) -> list[Value]:
    """A list of which any number is chosen; `labels` are its own and that of none chosen."""
    label, everything = labels
    return st.multiselect(
        label,
        list(names),
        format_func=names.__getitem__,
        placeholder=everything,
        **bound(field, [value for value in values if value in names], language),
    )


def switch(
    field: Field[Value],
    names: Mapping[Value, str],
    value: Value,
    label: str,
    language: Language,
    *,
    is_labelled: bool = True,
) -> Value:
    """A row of buttons of which one is pressed."""
    pressed = st.segmented_control(
        label,
        list(names),
        format_func=lambda each: verbatim(names[each]),
        required=True,
        label_visibility="visible" if is_labelled else "collapsed",
        **bound(field, value, language),
    )
    return value if pressed is None else pressed  # one always is; its type does not know


def valid(field: Field[Value], options: Sequence[Value], language: Language) -> Value:
    """What is chosen of a field, the first option where that is none; of a link, this is said."""
    value = visit.choice()[field]
    if value in options:
        return value
    if value and visit.here().link.get(field.name) == field.write(value):
        say_bad_link([(field.name, field.write(value))], language)
    return options[0]


def say_bad_link(pairs: Sequence[tuple[str, str]], language: Language) -> None:
    """Say which parts of a link mean nothing here: one sentence, however many there are."""
    if not pairs:
        return
    if [name for name, _ in pairs] == ["indicator"]:
        asked = _shortened(pairs[0][1])
        st.warning(verbatim(language.text("filters.no_indicator", asked=asked)))
        return
    shown = [f"{name}={_shortened(text)}" for name, text in pairs[:MOST_BAD]]
    words = {"parts": language.listed(shown), "more": language.number(len(pairs) - MOST_BAD)}
    key = "filters.bad_link" if len(pairs) <= MOST_BAD else "filters.bad_links"
    st.warning(verbatim(language.text(key, **words)))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_BAD else f"{text[:LONGEST_BAD]}…"


class Binding(TypedDict):
    """What binds a widget to a field, as Streamlit's widgets take it."""

    key: str
    on_change: Callable[..., None]
    args: tuple[Field[Any], str]


def bound(field: Field[Any], value: object, language: Language) -> Binding:
    """What binds a widget to a field, set to a value."""
    key = field.widget_key(language.code)
    st.session_state[key] = value
    return {"key": key, "on_change": visit.take, "args": (field, key)}
