"""Who is let in where readers sign in; browser/test_signing_in.py has the roles' pages."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from indicators.server.settings import Settings
from indicators.server.signing_in import SignIn

SIGNED = Settings(
    user_header="X-User", proxies=("10.0.0.1",), keepers=("zhang",), base_path="/kanban"
)


def let_in(path: str, peer: str, *headers: tuple[str, str], settings=SIGNED) -> list | int:
    """The headers that the dashboard gets of a request, or the status of a refusal."""
    got: list = []

    async def dashboard(scope, receive, send):
        got.append([(name.decode(), value.decode()) for name, value in scope["headers"]])

    async def send(message):
        got.append(message.get("status"))

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "client": (peer, 50_000),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers],
    }
    # In a thread of its own: a browser's test before it leaves a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, SignIn(dashboard, settings)(scope, None, send)).result()
    return got[0]


def test_whom_the_proxy_names_gets_in_with_a_role():
    role = let_in("/kanban/data", "10.0.0.1", ("X-User", "zhang"), ("X-Dashboard-Role", "king"))
    assert role == [
        ("x-user", "zhang"),
        ("x-dashboard-name", "zhang"),
        ("x-dashboard-role", "keeper"),
    ]


@pytest.mark.parametrize(
    ("peer", "headers"),
    [
        ("10.0.0.2", [("X-User", "zhang")]),  # past the proxy
        ("10.0.0.1", []),
        ("10.0.0.1", [("X-User", " ")]),
        ("10.0.0.1", [("X-User", "wang"), ("X-User", "zhang")]),  # the browser's and the proxy's
    ],
)
def test_nobody_else_gets_in(peer, headers):
    assert let_in("/kanban/data", peer, *headers) == 401


@pytest.mark.parametrize("path", ["/kanban/ready", "/kanban/_stcore/health"])
def test_that_it_lives_is_told_to_the_proxys_machine_below_a_path_too(path):
    assert let_in(path, "10.0.0.1") == []
    assert let_in(path, "10.0.0.2") == 401


def test_where_nobody_signs_in_everybody_gets_in_and_nobody_with_a_role():
    told = let_in("/data", "10.0.0.2", ("X-Dashboard-Role", "king"), settings=Settings())
    assert told == []
