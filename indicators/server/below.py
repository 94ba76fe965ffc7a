"""The dashboard below a path of its host: https://portal.example/kanban/."""

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Below:
    """Serves what asks below a path as if it stood at the root, and nothing else.

    Streamlit's page finds out by itself below which path it is.
    """

    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self.app, self.base_path = app, base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        base = self.base_path
        if not base or scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif scope["path"].startswith(f"{base}/"):
            raw = scope.get("raw_path", b"").removeprefix(base.encode())
            below = {"path": scope["path"].removeprefix(base), "raw_path": raw}
            await self.app({**scope, **below}, receive, send)
        elif scope["path"] == base and scope["type"] == "http":
            query = scope["query_string"].decode("latin-1")
            answer = RedirectResponse(f"{base}/?{query}" if query else f"{base}/")
            await answer(scope, receive, send)
        else:
            await PlainTextResponse("not found", 404)(scope, receive, send)
