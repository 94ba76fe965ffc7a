"""What a session knows of its reader: the choice, and which address the browser shows.

An address comes with every run, and most of them are our own: what the last run wrote there.
Only a link is followed, and only once, though a browser may send it again until it has shown
what the run wrote. The transitions:

    followed   the browser came with a link: its values are chosen
    chosen     a reader used a widget: the next address is a step that "back" undoes
    written    a run has written its address
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from indicators.filters.choice import Choice
from indicators.filters.fields import Field, Value

_KEY = "visit"


@dataclass(frozen=True)
class Visit:
    """A reader's session as it stands between two transitions."""

    choice: Choice
    address: Mapping[str, str] = field(default_factory=dict)  # as the last run wrote it
    link: Mapping[str, str] = field(default_factory=dict)  # the last one, until ours is shown
    is_step: bool = False  # whether the next address is one that "back" undoes

    def is_new(self, address: Mapping[str, str]) -> bool:
        """Whether the browser's address is a link to follow."""
        return bool(address) and address not in (self.address, self.link)

    def followed(self, link: Mapping[str, str], choice: Choice) -> "Visit":
        """After a link, of which `choice` was made."""
        return replace(self, choice=choice, link=link)

    def chosen(self, chosen: Field[Value], value: Value) -> "Visit":
        """After a widget got a value."""
        return replace(self, choice=self.choice.having(chosen, value), is_step=True)

    def written(self, address: Mapping[str, str]) -> "Visit":
        """After a run wrote an address; once the browser comes with it, the link is done with."""
        return replace(self, address=address, is_step=False)

    def arrived(self) -> "Visit":
        """After the browser came with the address that the last run wrote."""
        return replace(self, link={})


def current() -> Visit | None:
    """The session's visit; none before its first page."""
    return st.session_state.get(_KEY)


def keep(visit: Visit) -> None:
    """Let the session be as after a transition."""
    st.session_state[_KEY] = visit


def here() -> Visit:
    """The session's visit, once a page has begun."""
    return st.session_state[_KEY]


def choice() -> Choice:
    """What the reader of this run has chosen."""
    return here().choice


def take(chosen: Field[Any], key: str) -> None:
    """A widget's callback: put its new value into the choice."""
    value = st.session_state[key]
    keep(here().chosen(chosen, tuple(value) if isinstance(value, list) else value))
