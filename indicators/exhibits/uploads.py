"""The files that visitors send: taken where a page asks for them, and never more than is kept.

Streamlit keeps every file in memory until its session ends, and takes one from any page.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.stats import CacheStat
from streamlit.runtime.uploaded_file_manager import UploadedFile

# A session may send so much in all; whoever needs more opens the page anew.
MOST_OF_A_SESSION = 60 << 20
# What all of them together have in memory, with what is on its way.
MOST_OF_ALL = 200 << 20
MOST_SESSIONS = 1000


class TooMuch(Exception):
    """One file more than a session may send, or than all may have in memory."""


class _Account:
    """Which sessions are asked for files, how much each sent, and what is on its way."""

    def __init__(self) -> None:
        self.sent: OrderedDict[str, int] = OrderedDict()
        self.under_way = 0
        self.lock = threading.Lock()


_account = _Account()


def ask(label: str, *, key: str, several: bool = False) -> list[UploadedFile]:
    """Draw an uploader, and take files of this session from now on."""
    context = get_script_run_ctx()
    if context:
        _expect(context.session_id)
    files = st.file_uploader(label, accept_multiple_files=several, key=key)
    return files if isinstance(files, list) else [files] if files else []


def is_expected(session: str) -> bool:
    """Whether a page of this session has asked for files."""
    return session in _account.sent


@contextmanager
def taken(session: str, size: int) -> Iterator[None]:
    """While a file of `size` bytes is on its way. Raises TooMuch where there is no room for it."""
    with _account.lock:
        sent = _account.sent.get(session, 0) + size
        if sent > MOST_OF_A_SESSION or _held() + _account.under_way + size > MOST_OF_ALL:
            raise TooMuch(f"{size} bytes")
        _account.sent[session] = sent
        _account.under_way += size
    try:
        yield
    finally:
        with _account.lock:
            _account.under_way -= size


def _expect(session: str) -> None:
    with _account.lock:
        _account.sent[session] = _account.sent.pop(session, 0)
        if len(_account.sent) > MOST_SESSIONS:
            _account.sent.popitem(last=False)


def _held() -> int:
    """What Streamlit keeps of the files that were sent, in bytes."""
    if not runtime.exists():
        return 0
    stats = runtime.get_instance().uploaded_file_mgr.get_stats()
    return sum(
        stat.byte_length
        for of_family in stats.values()
        for stat in of_family
        if isinstance(stat, CacheStat)
    )
