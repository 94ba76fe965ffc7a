"""Where a page has its workbooks made: by a route of the server, else by itself.

`streamlit run dashboard.py` has no route of ours. There a component without anything to see hands
the visible tables back to Python, and the page's next run brings the workbook.
"""

import base64
from contextlib import suppress
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer
from streamlit.errors import StreamlitDuplicateElementKey

from indicators import scripts
from indicators.takeaway.files.request import BadRequest, TooLarge, book

ADDRESS = "/workbook"
_KEY, _ANSWER = "workbooks", "workbook"
_served_at: list[str] = []


def serve(base_path: str = "") -> None:
    """Tell pages that this process has a route at ADDRESS, and below which path."""
    _served_at[:] = [base_path + ADDRESS]


def address() -> str:
    """Where a page sends its tables; empty where only the page itself can make a workbook."""
    return _served_at[0] if _served_at else ""


def mount() -> None:
    """Have the page make workbooks where there is no route; once a run is enough."""
    if address():
        return
    with suppress(StreamlitDuplicateElementKey):
        _component()(key=_KEY, data=st.session_state.pop(_ANSWER, None), on_request_change=_make)


def _make() -> None:
    """The answer to the request that the browser has just sent."""
    request = st.session_state[_KEY].request
    try:
        answer = {"workbook": base64.b64encode(book(request["tables"].encode())).decode()}
    except BadRequest as error:
        answer = {"fault": "too_large" if isinstance(error, TooLarge) else "failed"}
    st.session_state[_ANSWER] = {"id": request["id"], **answer}


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "workbooks", js=scripts.joined(Path(__file__).with_name("workbooks.js"))
    )
