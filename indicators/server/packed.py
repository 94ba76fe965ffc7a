"""Streamlit's scripts and styles, compressed once and served from memory."""

import gzip
from functools import cache
from pathlib import Path

import brotli
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

STATIC = Path(file_util.get_static_dir()).resolve()  # behind a link too


COMPRESSIBLE = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


# The best first. Browsers offer br only over https and on localhost: a reader in the office, at
# http://<name>:8501, gets gzip. Quality 11 packs the chart library 12 % smaller than 9, but takes
# 12 s instead of 1 on its first use.
ENCODINGS = {
    "br": lambda raw: brotli.compress(raw, quality=9),
    "gzip": lambda raw: gzip.compress(raw, compresslevel=9, mtime=0),
}


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
