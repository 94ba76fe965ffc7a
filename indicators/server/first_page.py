"""Streamlit's first page in our language, and the headers that every answer carries."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.server.packed import STATIC
from indicators.server.settings import Settings

TITLE = "汉滨区发展指标看板"


# The parts of Streamlit that every page of ours shows; they and what they import are
# announced in the first page.
FIRST_SHOWN = ("PlotlyChart", "BidiComponent", "Selectbox", "Multiselect", "ButtonGroup")


class FirstPage:
    """Streamlit's index.html in our language, with what it needs announced, and the headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.headers = {scheme: security(settings, scheme) for scheme in ("http", "https")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        replaced = False

        async def rewritten(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers[scope["scheme"]])
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
    files: dict[str, None] = {}
    while wanted:
        part = manifest[wanted.pop()]
        if part["file"] not in files:
            files[part["file"]] = None
            wanted += part.get("imports", [])
    return tuple(file for file in files if file.endswith(".js"))


def _inline_scripts(page: str) -> Iterable[str]:
    for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
        digest = hashlib.sha256(script.encode()).digest()
        yield f"'sha256-{base64.b64encode(digest).decode()}'"


def _policy(frames: Iterable[str]) -> str:
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
            " ".join(("frame-ancestors 'self'", *frames)),
        )
    )


# What no page of ours uses: a script that got in could not either.
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "serial", "usb")


def security(settings: Settings, scheme: str = "http") -> dict[str, str]:
    """The headers of every answer; some are for https alone, and browsers complain elsewhere."""
    headers = {
        "content-security-policy": _policy(settings.frames),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": ", ".join(f"{name}=()" for name in UNUSED),
    }
    if scheme == "https":
        headers["cross-origin-opener-policy"] = "same-origin"
        if settings.hsts_days:
            headers["strict-transport-security"] = f"max-age={settings.hsts_days * 86_400}"
    return headers
