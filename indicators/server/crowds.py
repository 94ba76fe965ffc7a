"""How many may be here at a time, how long a request may take to arrive, and how fast changes come.

An office may come from one address, that of its proxy: who is named as one in the settings is
believed when it says whom it asks for, and is not counted as one reader itself.
"""

import logging
import time
from asyncio import Transport
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, cast

import anyio
import h11
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from indicators.server.journals import Refusals
from indicators.server.settings import Settings

log = logging.getLogger(__name__)

BUSY = "人太多，请稍后再试 · too many at a time, try again later"
_BUSY_LINES = (
    "HTTP/1.1 503 Service Unavailable\r\n"
    "content-type: text/plain; charset=utf-8\r\n"
    f"content-length: {len(BUSY.encode())}\r\n"
    "retry-after: 10\r\n"
    "connection: close\r\n\r\n"
    f"{BUSY}"
).encode()
# Of the connections that are refused in words, how many beside each that is not.
TOLD = 0.25
# An open page has its socket and three more in its thread; Streamlit keeps 128 pages that were
# left; the rest is for figures, scripts and what Python itself opens.
FILES_OF_A_PAGE = 4
OTHER_FILES = 128 * 3 + 256
MOST_FILES = 65_536


class Places:
    """Those who are here, counted in all and by address."""

    def __init__(self, most: int, most_of_one: int, uncounted: Collection[str] = ()) -> None:
        """`uncounted` are addresses that stand for many, a proxy's."""
        self.most, self.most_of_one, self.uncounted = most, most_of_one, uncounted
        self._taken: Counter[str] = Counter()
        self._refused = 0

    def take(self, who: str) -> bool:
        """Whether there is a place; it is taken then, until who has it leaves."""
        if self.is_full(who):
            self._refuse(who)
            return False
        self._taken[who] += 1
        return True

    def is_full(self, who: str) -> bool:
        """Whether there is no place for this address."""
        of_one = who not in self.uncounted and self._taken[who] >= self.most_of_one
        return of_one or self._taken.total() >= self.most

    def leave(self, who: str) -> None:
        """Give a place back that was taken."""
        self._taken[who] -= 1
        if not self._taken[who]:
            del self._taken[who]

    def _refuse(self, who: str) -> None:
        """Say so in the log, the less often the more there are: 1, 2, 4, 8 …"""
        self._refused += 1
        if self._refused & (self._refused - 1) == 0:
            log.warning(
                "refused for the %s. time: too many at once, now from %s", self._refused, who
            )


class Pace:
    """When the next change of an address is followed, so that one does not take all the time.

    A burst is followed at once, then so many a second (GCRA: each address has the time at which
    all that it asked would be done at that rate).
    """

    def __init__(self, a_second: float, at_once: int, now: Callable[[], float] = time.monotonic):
        self._step, self._now = 1 / a_second, now
        self._ahead = self._step * (at_once - 1)
        self._done: dict[str, float] = {}

    def wait(self, who: str) -> float:
        """Seconds that one more change of this address has to wait."""
        now = self._now()
        if len(self._done) > 1000:
            self._done = {one: at for one, at in self._done.items() if at > now}
        done = max(self._done.get(who, now), now)
        self._done[who] = done + self._step
        return max(0.0, done - now - self._ahead)


class Crowd:
    """Gives an open page its place, or refuses it; takes its changes no faster than the pace."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self._uncounted, self._refusals = app, settings.proxies, Refusals()
        self._places = Places(settings.sessions, settings.sessions_of_one, settings.proxies)
        self._pace = Pace(settings.changes_a_second, settings.changes_at_once)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        who = address(scope)
        if scope["type"] == "websocket" and self._places.take(who):
            try:
                await self.app(scope, partial(self._paced, who, receive), send)
            finally:
                self._places.leave(who)
        elif scope["type"] == "websocket" or (_opens_a_page(scope) and self._places.is_full(who)):
            self._refusals.note(who, 503, path=scope["path"], why=BUSY)
            # A socket is not accepted but answered, by an extension that uvicorn offers.
            await PlainTextResponse(BUSY, 503, {"retry-after": "10"})(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _paced(self, who: str, receive: Receive) -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and who not in self._uncounted:
            await anyio.sleep(self._pace.wait(who))
        return message


def _opens_a_page(scope: Scope) -> bool:
    """Whether a browser asks for a page; where its socket is refused, nobody reads why."""
    return scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", "")


class Connection(H11Protocol):
    """One connection: refused where there are too many, closed where it sends nothing whole."""

    def __init__(self, places: Places, settings: Settings, **of_uvicorn: Any) -> None:
        super().__init__(**of_uvicorn)
        self._places, self._who, self._is_in = places, "", False
        self._patience = {h11.IDLE: settings.head_seconds, h11.SEND_BODY: settings.body_seconds}
        self._awaited: object = None  # what is to arrive, as h11 calls it
        self._end: Any = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Take a place."""
        super().connection_made(transport)
        self._who = self.client[0] if self.client else ""
        self._is_in = self._places.take(self._who)
        if not self._is_in and len(self.connections) > self._places.most * (1 + TOLD):
            transport.abort()
        else:
            self._await(h11.IDLE)

    def data_received(self, data: bytes) -> None:
        """Read on; or, as its first word is here now, say that there is no place."""
        if not self._is_in:
            self.transport.write(_BUSY_LINES)
            self.transport.close()
            return
        super().data_received(data)
        if self._is_in:  # else it is a page's socket now
            self._await(self.conn.their_state)

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        super().connection_lost(exc)
        self._leave()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """From now on it is an open page, which has a place of another kind."""
        self._leave()
        super().handle_websocket_upgrade(event)

    def _leave(self) -> None:
        self._await(None)
        if self._is_in:
            self._is_in = False
            self._places.leave(self._who)

    def _await(self, state: object) -> None:
        """Close it unless what is awaited comes in time; of a whole request nothing is."""
        awaited = state if state in self._patience else None
        if awaited is self._awaited:
            return
        if self._end:
            self._end.cancel()
        self._awaited, self._end = awaited, None
        if awaited:
            self._end = self.loop.call_later(self._patience[awaited], self.transport.abort)


def connection(settings: Settings) -> type[H11Protocol]:
    """What uvicorn makes a connection of, with one count for all of them."""
    places = Places(settings.connections, settings.connections_of_one, settings.proxies)
    return cast(type[H11Protocol], partial(Connection, places, settings))


def address(scope: Scope) -> str:
    """The address that asks, as a proxy that is believed tells it."""
    client = scope.get("client")
    return client[0] if client else ""


def within(settings: Settings, there: int) -> Settings:
    """The settings with no more connections and pages than so many open files are enough for."""
    needed = settings.connections * (1 + TOLD) + settings.sessions * FILES_OF_A_PAGE
    share = (there - OTHER_FILES) / needed
    if share >= 1:
        return settings
    connections = max(8, int(settings.connections * share))
    sessions = max(1, int(settings.sessions * share))
    log.warning(
        "only %s files may be open (ulimit -n): at most %s connections and %s open pages",
        *(there, connections, sessions),
    )
    return replace(settings, connections=connections, sessions=sessions)


def files_to_open() -> int:
    """How many files may be open at a time: all that this process may allow itself, from now on.

    Windows has no such bound.
    """
    with suppress(ImportError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        there = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
        if soft != resource.RLIM_INFINITY and soft < there:
            resource.setrlimit(resource.RLIMIT_NOFILE, (there, hard))
        return there if soft == resource.RLIM_INFINITY else max(soft, there)
    return MOST_FILES
