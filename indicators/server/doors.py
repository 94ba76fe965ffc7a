"""Who is let in and with how much, judged before Streamlit sees a request.

Streamlit asks an address on the internet who it is itself as soon as a page of another origin
knocks, and waits for the answer in the loop that serves everybody; it answers every unknown
address with its first page; and it takes files from every session, whatever the page.
"""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.exhibits import uploads
from indicators.server.crowds import address
from indicators.server.first_page import first_page
from indicators.server.journals import Refusals
from indicators.server.packed import STATIC
from indicators.server.settings import Settings
from indicators.server.signing_in import ROLE

LONGEST_QUERY = 2048  # as filters.address follows it
UPLOAD = "/_stcore/upload_file/"
METRICS = "/_stcore/metrics"  # names of functions, counts of sessions
LOCAL = ("127.0.0.1", "::1")
# Whoever watches over it on the machine itself; no foreign page is called so.
OWN_NAMES = ("localhost", "127.0.0.1")
# Where Streamlit's own routes begin.
STREAMLIT = ("_stcore", "component", "media", "static", *(file.name for file in STATIC.iterdir()))

Refusal = tuple[int, str]  # a status and words for whoever reads them
LOST: Refusal = (404, "not found")
# The only one that a reader may see, who got a link that was passed on too often.
TOO_LONG: Refusal = (
    414,
    "链接太长，请从首页重新选择 · the link is too long; begin at the first page",
)


class Doors:
    """Lets a request in, or refuses it with a status and a word.

    400 no Host or one that is not ours, 403 another origin or a file that nobody asked for, 404,
    405, 411 no size, 413 too much, 414 too long.
    """

    def __init__(
        self, app: ASGIApp, pages: Path, routes: Iterable[Route], settings: Settings
    ) -> None:
        """`pages` is their folder, `routes` are our own, as /ready."""
        self.app, self._refusals = app, Refusals()
        self.watchers = {*LOCAL, *settings.watchers}
        self.hosts = frozenset(host.lower() for host in settings.hosts)
        self.methods = {route.path.strip("/"): route.methods or set() for route in routes}
        self.first_parts = {
            "",
            *STREAMLIT,
            *(page.stem for page in pages.glob("*.py")),
            *self.methods,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = _stranger(headers, self.hosts) or self._lost(scope)
        if refusal is None and scope["type"] == "http" and _is_upload(scope):
            await self._take(scope, headers, receive, send)
        elif refusal is None:
            await self.app(scope, receive, send)
        elif refusal == LOST and "text/html" in headers.get("accept", ""):
            # Whoever mistyped a page's name gets the menu, and is told in the page.
            self._note(refusal, scope)
            await HTMLResponse(first_page(), 404)(scope, receive, send)
        else:
            await self._refuse(refusal, scope, receive, send)

    async def _take(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        """Pass an upload on, while it is counted among what is on its way."""
        session, size = scope["path"].removeprefix(UPLOAD).partition("/")[0], _size(headers)
        if size is None:
            await self._refuse((411, "the size of an upload has to be told"), scope, receive, send)
        elif not uploads.is_expected(session):
            await self._refuse((403, "no file is asked for here"), scope, receive, send)
        else:
            try:
                with uploads.taken(session, size):
                    await self.app(scope, receive, send)
            except uploads.TooMuch:
                await self._refuse((413, "too many or too large files"), scope, receive, send)

    def _lost(self, scope: Scope) -> Refusal | None:
        """A refusal of an address that is none of ours, or that no page would have made."""
        path, method = scope["path"], scope.get("method", "GET")  # a socket has none
        first, _, rest = path.removeprefix("/").partition("/")
        is_deep = first in STREAMLIT or not rest
        if "\0" in path or first not in self.first_parts or not is_deep:
            return LOST
        if path == METRICS and not self._watches(scope):
            return LOST
        if len(scope.get("query_string", b"")) > LONGEST_QUERY:
            return TOO_LONG
        if method not in self.methods.get(first, {method}):
            return 405, "not by this method"
        return None

    def _watches(self, scope: Scope) -> bool:
        role = Headers(scope=scope).get(ROLE)  # none where nobody signs in
        return role == "administrator" if role else address(scope) in self.watchers

    async def _refuse(self, refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
        status, words = refusal
        self._note(refusal, scope)
        if scope["type"] == "websocket":  # closed before it is accepted: the server answers 403
            await send({"type": "websocket.close", "code": 1008, "reason": words})
        else:
            await PlainTextResponse(words, status)(scope, receive, send)

    def _note(self, refusal: Refusal, scope: Scope) -> None:
        status, words = refusal
        self._refusals.note(address(scope), status, path=scope["path"], why=words)


def _stranger(headers: Headers, ours: frozenset[str]) -> Refusal | None:
    """A refusal of what a page of another origin asks for; who says no origin is no page.

    RFC 6454: a page's origin is its scheme, host and port; behind a proxy the scheme is not known.
    A page of a foreign name that leads here would be of our origin: hence the names that are ours.
    """
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    if len(hosts) != 1:
        return 400, "one Host has to be named"
    host = hosts[0].lower()
    if ours and host not in ours and host.partition(":")[0] not in OWN_NAMES:
        return 400, "not by this name"
    if any(urlsplit(origin).netloc.lower() != hosts[0].lower() for origin in origins):
        return 403, "only for pages of this address"
    return None


def _is_upload(scope: Scope) -> bool:
    return scope["method"] in ("PUT", "POST") and scope["path"].startswith(UPLOAD)


def _size(headers: Headers) -> int | None:
    told = headers.get("content-length", "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 16 else None
