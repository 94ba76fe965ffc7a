"""The server that `make run` starts: dashboard.py behind compression and security headers.

Streamlit serves 9 MB of scripts uncompressed, over some 120 requests that find each other one
by one. This serves them compressed from memory and names the ones that the first charts need in
the first page, so that the browser asks for all of them at once.
"""

import argparse
import base64
import gzip
import hashlib
import json
import logging
import os
import re
import socket
import sys
import threading
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import brotli
import streamlit as st
import uvicorn
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config as streamlit_config
from streamlit import file_util
from streamlit.runtime.pages_manager import PagesManager

from indicators import gate, store

ROOT = Path(__file__).resolve().parent.parent
TITLE = "汉滨区发展指标看板"
STATIC = Path(file_util.get_static_dir()).resolve()  # behind a link too

# The parts of Streamlit that every page of ours shows; they and what they import are
# announced in the first page.
FIRST_SHOWN = ("PlotlyChart", "BidiComponent", "Selectbox", "Multiselect", "ButtonGroup")
COMPRESSIBLE = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
# The best first. Browsers offer br only over https and on localhost: a reader in the office, at
# http://<name>:8501, gets gzip. Quality 11 packs the chart library 12 % smaller than 9, but takes
# 12 s instead of 1 on its first use.
ENCODINGS = {
    "br": lambda raw: brotli.compress(raw, quality=9),
    "gzip": lambda raw: gzip.compress(raw, compresslevel=9, mtime=0),
}

log = logging.getLogger(__name__)


class Assets:
    """Streamlit's scripts and styles, compressed once. Their names contain their hash."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        asset = _asset(path) if scope["type"] == "http" and scope["method"] == "GET" else None
        encoding = _encoding(Headers(scope=scope)) if asset else None
        if asset is None or encoding is None:
            await self.app(scope, receive, send)
            return
        response = Response(
            await to_thread.run_sync(compressed, asset, encoding),
            media_type=COMPRESSIBLE[asset.suffix],
            headers={
                "content-encoding": encoding,
                "vary": "accept-encoding",
                "cache-control": "public, immutable, max-age=31536000",
            },
        )
        await response(scope, receive, send)


class FirstPage:
    """Streamlit's index.html in our language, with what it needs announced, and the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        replaced = False

        async def rewritten(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(SECURITY)
                if headers.get("content-type", "").startswith("text/html"):
                    replaced = message["status"] == 200 and scope["method"] == "GET"
                if replaced:
                    headers["content-length"] = str(len(first_page()))
                    for name in ("etag", "last-modified", "content-encoding"):
                        del headers[name]
                await send(message)
            elif not replaced:
                await send(message)
            elif not message.get("more_body", False):
                await send({"type": "http.response.body", "body": first_page()})

        await self.app(scope, receive, rewritten)


def _asset(path: str) -> Path | None:
    """The file of a request for one of Streamlit's scripts or styles."""
    if not path.startswith("/static/"):
        return None
    file = (STATIC / path.lstrip("/")).resolve()
    inside = file.is_relative_to(STATIC / "static")
    return file if inside and file.suffix in COMPRESSIBLE and file.is_file() else None


def _encoding(headers: Headers) -> str | None:
    """The best encoding that the browser offers; None when it can read neither."""
    offered = {part.split(";")[0].strip() for part in headers.get("accept-encoding", "").split(",")}
    return next((encoding for encoding in ENCODINGS if encoding in offered), None)


@cache
def compressed(asset: Path, encoding: str) -> bytes:
    """The asset's bytes packed; some 6 MB an encoding if all that Streamlit has is asked for."""
    return ENCODINGS[encoding](asset.read_bytes())


@cache
def first_page() -> bytes:
    """index.html with our title and language, without the web font, with what is needed first."""
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    page = page.replace('<html lang="en">', '<html lang="zh-CN">')
    page = re.sub(r"<title>.*?</title>", f"<title>{TITLE}</title>", page)
    page = re.sub(r'<link\s+rel="preload"[^>]*as="font"[^>]*/>', "", page)
    announced = "".join(
        f'<link rel="modulepreload" crossorigin href="./{file}">'
        for file in needed_first()
        if file not in page
    )
    return page.replace("</head>", f"{announced}</head>").encode()


@cache
def needed_first() -> tuple[str, ...]:
    """The scripts of FIRST_SHOWN and all that they import, as Streamlit's manifest lists them."""
    manifest = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    wanted = [key for key, part in manifest.items() if part.get("name") in FIRST_SHOWN]
    found: dict[str, None] = {}
    while wanted:
        part = manifest[wanted.pop()]
        if part["file"] not in found:
            found[part["file"]] = None
            wanted += part.get("imports", [])
    return tuple(file for file in found if file.endswith(".js"))


def _inline_scripts(page: str) -> Iterable[str]:
    for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
        digest = hashlib.sha256(script.encode()).digest()
        yield f"'sha256-{base64.b64encode(digest).decode()}'"


def _policy() -> str:
    """Nothing from anywhere else; scripts of our own, and components' through blob:."""
    scripts = " ".join(_inline_scripts((STATIC / "index.html").read_text(encoding="utf-8")))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


SECURITY = {
    "content-security-policy": _policy(),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}


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

app = st.App(
    ROOT / "dashboard.py",
    routes=[Route("/overview", _to_the_root)],
    middleware=[Middleware(FirstPage), Middleware(Assets)],
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
    print(f"http://localhost:{port}", flush=True)
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


if __name__ == "__main__":
    main()
