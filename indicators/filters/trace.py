"""Whose run this is, for the journal: the page, what is chosen on it, and where it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from indicators import journal
from indicators.filters import role, visit

_PAGE, _NOTED = "journal-page", "journal-noted"


@contextmanager
def journaled(page: str) -> Iterator[None]:
    """A run of a page. It is noted where it shows something else than the run before."""
    st.session_state[_PAGE] = page
    try:
        yield
    finally:
        note_once("page", where())


def note_once(what: str, details: dict[str, object]) -> None:
    """Note something of this session, unless it is as it was noted last."""
    noted = st.session_state.setdefault(_NOTED, {})
    if noted.get(what) != details:
        noted[what] = details
        journal.note(what, **who(), **details)


def where() -> dict[str, object]:
    """The page of this run, and its address as a link would have it."""
    here = visit.current()
    chosen = urlencode(here.address, safe=",") if here else ""
    return {"page": st.session_state.get(_PAGE, ""), "query": chosen}


def who() -> dict[str, object]:
    """The address that reads, and the session, which is one open page."""
    context = get_script_run_ctx()
    session = context.session_id[:8] if context else ""
    address = st.context.ip_address if runtime.exists() else None
    named = {"name": role.name()} if role.name() else {}
    return {"address": address or "localhost", "session": session, **named}
