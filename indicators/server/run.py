"""The server that `make run` starts: dashboard.py behind compression and security headers.

Streamlit serves 9 MB of scripts uncompressed, over some 120 requests that find each other one
by one. This serves them compressed from memory and names the ones that the first charts need in
the first page, so that the browser asks for all of them at once.
"""

import argparse
import logging
import os
import socket
import sys
import threading
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from streamlit import config as streamlit_config
from streamlit.runtime.pages_manager import PagesManager

from indicators import clock, gate, store
from indicators.server import ready, workbook
from indicators.server.doors import Doors
from indicators.server.first_page import FirstPage, needed_first
from indicators.server.packed import ENCODINGS, STATIC, Assets, compressed
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
    """A developer gets the traceback in the log; a reader one sentence with what to do."""
    log.error("A page failed", exc_info=error)
    st.error(
        "这一页没有显示出来。请刷新页面；仍不行时，请把时间和页面名称告诉看板管理员。\n\n"
        "This page could not be shown. Reload it; if that does not help, tell whoever keeps "
        "the dashboard the time and the page."
    )
    return True


def _to_the_root(request: Request) -> RedirectResponse:
    """The first page has no address of its own in Streamlit; whoever writes its name finds it."""
    return RedirectResponse(str(request.url.replace(path="/")))


# With a pages/ folder Streamlit first takes its files for the menu, and whoever comes by a
# deep link before anybody opened the main page would get a page without ours.
PagesManager.uses_pages_directory = False

ROUTES = [Route("/overview", _to_the_root), ready.ROUTE, workbook.route(workbooks.serve())]

app = st.App(
    ROOT / "dashboard.py",
    routes=ROUTES,
    middleware=[
        Middleware(FirstPage),
        Middleware(Doors, pages=ROOT / "pages", routes=ROUTES),
        Middleware(Assets),
    ],
    on_script_error=_tell,
)


def main() -> None:
    """Start the dashboard on a port that is free, or say that it is not."""
    parser = argparse.ArgumentParser(description="Start the dashboard.")
    parser.add_argument("--port", type=int, default=8501)
    port = parser.parse_args().port
    try:
        listener = listening(port)
    except OSError:
        sys.exit(
            f"端口{port}已被占用，请换一个：PORT={port + 1} make run\n"
            f"Port {port} is in use; choose another: PORT={port + 1} make run"
        )
    clock.keep_for_logs()
    print(f"http://localhost:{port} · {clock.now():%Y-%m-%d %H:%M %Z} ({clock.zone()})", flush=True)
    for task in (_warm_up, _read_orders):
        threading.Thread(target=task, daemon=True).start()
    uvicorn.Server(
        uvicorn.Config(app, ws="websockets-sansio", log_level="warning", access_log=False)
    ).run(sockets=[listener])


def listening(port: int) -> socket.socket:
    """A socket that phones and PCs of the office network reach too. Raises OSError if taken.

    Streamlit's own one leaves Nagle's algorithm on (its protocol is not named, and asyncio turns
    it off for TCP alone): the second packet of a rerun then waits 40 ms for the first one's
    acknowledgement.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":  # on Windows it would let two servers have one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((streamlit_config.get_option("server.address"), port))
    listener.listen(2048)
    return listener
