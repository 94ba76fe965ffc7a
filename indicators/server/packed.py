"""Streamlit's scripts and styles, compressed once and served from memory."""

import gzip
import re
from collections.abc import Callable
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
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda raw: brotli.compress(raw, quality=9),
    "gzip": lambda raw: gzip.compress(raw, compresslevel=9, mtime=0),
}


IDENTITY = "identity"  # not packed
LEAST = 0.0001  # less than any weight that a header can name
_PART = re.compile(
    r"(?P<name>[\w*-]+)(?:\s*;\s*q\s*=\s*(?P<weight>0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?"
)


class Assets:
    """Streamlit's scripts and styles, compressed once. Their names contain their hash."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        asset = _asset(path) if scope["type"] == "http" and scope["method"] == "GET" else None
        encoding = encoding_for(Headers(scope=scope).get("accept-encoding")) if asset else None
        if asset is None or encoding == IDENTITY:
            await self.app(scope, receive, send)
            return
        if encoding is None:
            await Response(status_code=406, headers={"vary": "accept-encoding"})(
                scope, receive, send
            )
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


def encoding_for(accepted: str | None) -> str | None:
    """The encoding that an Accept-Encoding weighs highest, of equal ones our best; None: none.

    RFC 9110, 12.5.3: what weighs 0 is refused, `*` stands for all that are not named, and what
    is not packed ("identity") is taken, after everything else, unless it is refused.
    """
    weights = _weights(accepted or "")
    others = weights.get("*")
    unpacked = weights.get(IDENTITY, 0 if others == 0 else LEAST)
    offers = {name: weights.get(name, others or 0) for name in ENCODINGS} | {IDENTITY: unpacked}
    best = max(offers, key=offers.__getitem__)
    return best if offers[best] else None


def _weights(accepted: str) -> dict[str, float]:
    """Each name of the header with its weight. One whose weight is none is not offered."""
    parts = (_PART.fullmatch(part.strip()) for part in accepted.lower().split(","))
    return {part["name"]: float(part["weight"] or 1) for part in parts if part}


@cache
def compressed(asset: Path, encoding: str) -> bytes:
    """The asset's bytes packed; some 6 MB an encoding if all that Streamlit has is asked for."""
    return ENCODINGS[encoding](asset.read_bytes())
