"""Who reads, as a proxy says that has signed them in; without such a proxy nobody is asked.

The proxy names the reader in a header of the settings. It is believed by its own address alone:
whoever reaches the port past it is not let in. What a reader may do is told to the pages in
headers of ours, which nobody else may write.
"""

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.server.journals import Refusals
from indicators.server.settings import Settings

NAME, ROLE = "x-dashboard-name", "x-dashboard-role"
# What Streamlit hands on to pages as st.user, where somebody signs in.
HANDED_ON = {NAME: "name", ROLE: "role"}
# Whether it lives, for whoever watches on the machine itself; nothing of a page is in it.
OPEN = ("/ready", "/_stcore/health")
WORDS = "请从门户登录后打开 · sign in at the portal and open it from there"


class SignIn:
    """Lets in whom a proxy names, with a role; stands before anybody's word on who asks."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings, self._refusals = app, settings, Refusals()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        told = [(n, v) for n, v in scope["headers"] if n.lower() not in _OURS]
        scope = {**scope, "headers": told}
        if not self.settings.user_header:
            await self.app(scope, receive, send)
            return
        peer = scope["client"][0] if scope.get("client") else ""
        name = self._name(peer, MutableHeaders(raw=told))
        if name:
            ours = [(NAME, name), (ROLE, self._role(name))]
            told += [(n.encode(), v.encode("latin-1")) for n, v in ours]
        elif not (peer in self.settings.proxies and self._below(scope["path"]) in OPEN):
            self._refusals.note(peer, 401, path=scope["path"], why=WORDS)
            await PlainTextResponse(WORDS, 401)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _name(self, peer: str, headers: MutableHeaders) -> str:
        """The reader that a believed proxy names, once; empty where there is none."""
        names = headers.getlist(self.settings.user_header)
        return names[0].strip() if peer in self.settings.proxies and len(names) == 1 else ""

    def _below(self, path: str) -> str:
        return path.removeprefix(self.settings.base_path)

    def _role(self, name: str) -> str:
        if name in self.settings.administrators:
            return "administrator"
        return "keeper" if name in self.settings.keepers else "reader"


_OURS = frozenset(name.encode() for name in HANDED_ON)
