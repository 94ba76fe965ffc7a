"""The server that `make run` starts: dashboard.py behind compression and security headers.

Streamlit serves 9 MB of scripts uncompressed, over some 120 requests that find each other one
by one. This serves them compressed from memory and names the ones that the first charts need in
the first page, so that the browser asks for all of them at once.
"""

import errno
import logging
import os
import secrets
import socket
import sys
import threading
import traceback
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from streamlit import config as streamlit_config
from streamlit.runtime.pages_manager import PagesManager
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from indicators import clock, gate, journal, store
from indicators.filters import trace
from indicators.markdown import verbatim
from indicators.server import journals, ready, workbook
from indicators.server.below import Below
from indicators.server.crowds import Crowd, connection, files_to_open, within
from indicators.server.doors import Doors
from indicators.server.first_page import FirstPage, needed_first
from indicators.server.packed import ENCODINGS, STATIC, Assets, compressed
from indicators.server.settings import Settings, Unfit, read
from indicators.server.signing_in import HANDED_ON, SignIn
from indicators.takeaway import workbooks

ROOT = Path(__file__).resolve().parents[2]


log = logging.getLogger(__name__)


def _read_orders() -> None:
    """A long ledger takes a while: better now than while its first reader waits."""
    try:
        store.orders()
    except gate.Refused:
        log.warning("data/ is refused; python -m indicators.gate tells why")


def _warm_up() -> None:
    for encoding in reversed(ENCODINGS):  # gzip takes a third of the time
        for file in needed_first():
            compressed(STATIC / file, encoding)


def _tell(error: Exception) -> bool:
    """A developer gets the traceback in the log; a reader a number by which it is found there."""
    number = secrets.token_hex(3).upper()
    log.error("A page failed, number %s", number, exc_info=error)
    # Where and of what kind, and not in its own words: those may have a cell of a file in them.
    *_, last = traceback.extract_tb(error.__traceback__) or [None]
    at = f"{Path(last.filename).name}:{last.lineno}" if last else ""
    kind = type(error).__name__
    journal.note("failure", number=number, error=kind, at=at, **trace.who(), **trace.where())
    told = (
        f"这一页没有显示出来。请刷新页面；仍不行时，请把编号 {number} 告诉看板管理员。\n\n"
        "This page could not be shown. Reload it; if that does not help, tell whoever keeps "
        f"the dashboard the number {number}."
    )
    st.error(verbatim(told))
    return True


def _to_the_root(request: Request) -> RedirectResponse:
    """The first page has no address of its own in Streamlit; whoever writes its name finds it."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


# With a pages/ folder Streamlit first takes its files for the menu, and whoever comes by a
# deep link before anybody opened the main page would get a page without ours.
PagesManager.uses_pages_directory = False

ROUTES = [Route("/overview", _to_the_root), ready.ROUTE, workbook.ROUTE]


def application(settings: Settings) -> st.App:
    """The dashboard and all that stands before it, the outermost first."""
    workbooks.serve(settings.base_path)
    return st.App(
        ROOT / "dashboard.py",
        routes=ROUTES,
        middleware=[
            Middleware(SignIn, settings=settings),
            Middleware(ProxyHeadersMiddleware, trusted_hosts=list(settings.proxies)),
            Middleware(Below, base_path=settings.base_path),
            Middleware(FirstPage, settings=settings),
            Middleware(Doors, pages=ROOT / "pages", routes=ROUTES, settings=settings),
            Middleware(Crowd, settings=settings),
            Middleware(Assets),
        ],
        on_script_error=_tell,
    )


def main() -> None:
    """Start the dashboard on a port that is free, or say that it is not."""
    try:
        settings = within(read(), files_to_open())
        listener = listening(settings.address, settings.port)
    except Unfit as unfit:
        sys.exit(f"设置不能用 · These settings cannot be followed: {unfit}")
    except OSError as error:
        sys.exit(_why_not(settings, error))
    _hand_on(settings)
    clock.keep_for_logs()
    journals.keep(settings)
    told = f"{clock.now():%Y-%m-%d %H:%M %Z} ({clock.zone()})"
    print(f"http://localhost:{settings.port}{settings.base_path} · {told}", flush=True)
    for task in (_warm_up, _read_orders):
        threading.Thread(target=task, daemon=True).start()
    uvicorn.Server(served(settings)).run(sockets=[listener])


def served(settings: Settings) -> uvicorn.Config:
    """How uvicorn serves it: within bounds, without saying who it is."""
    return uvicorn.Config(
        application(settings),
        http=connection(settings),
        ws="websockets-sansio",
        proxy_headers=False,  # application() follows them, after SignIn
        server_header=False,
        log_level="warning",
        access_log=False,
    )


def _why_not(settings: Settings, error: OSError) -> str:
    """What is to be done about a port that cannot be had."""
    port = settings.port
    if error.errno != errno.EADDRINUSE:
        return f"{settings.address}:{port}: {error.strerror}"
    return (
        f"端口{port}已被占用，请换一个：PORT={port + 1} make run\n"
        f"Port {port} is in use; choose another: PORT={port + 1} make run"
    )


def _hand_on(settings: Settings) -> None:
    """Tell the rooms that know no settings, and Streamlit, what concerns them."""
    if settings.data:
        os.environ[store.FOLDER_VARIABLE] = settings.data
    os.environ[clock.VARIABLE] = settings.zone
    for option, value in (
        ("maxUploadSize", settings.upload_mb),
        ("disconnectedSessionTTL", settings.left_session_seconds),
        ("trustedUserHeaders", HANDED_ON if settings.user_header else {}),
    ):
        streamlit_config.set_option(f"server.{option}", value)


def listening(address: str, port: int) -> socket.socket:
    """A socket that those who reach the address reach too. Raises OSError if the port is taken.

    Streamlit's own one leaves Nagle's algorithm on (its protocol is not named, and asyncio turns
    it off for TCP alone): the second packet of a rerun then waits 40 ms for the first one's
    acknowledgement.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":  # on Windows it would let two servers have one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((address, port))
    listener.listen(2048)
    return listener
