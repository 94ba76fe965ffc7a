"""What does not get past the door: other origins, lost addresses, files that nobody asked for."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indicators.exhibits import uploads
from indicators.server import run
from indicators.server.doors import Doors
from indicators.server.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
MIB = 1 << 20
UNSET = Settings()
SESSION = "a-session-that-is-asked-for-a-file"


@pytest.fixture(autouse=True)
def asked_for_files():
    """A session whose page has drawn an uploader."""
    uploads._expect(SESSION)
    yield
    del uploads._account.sent[SESSION]


said: list[str] = []  # the words of the answers, the last one last


def answer(
    path: str,
    *,
    kind="http",
    method="GET",
    query="",
    host="kanban:8501",
    client="10.0.0.7",
    settings=UNSET,
    **headers,
) -> int:
    """The status of a request; 200, or 101 of a socket, where it reaches Streamlit."""
    sent: list[dict] = []

    async def streamlit(scope, receive, send):
        sent.append({"status": 200 if kind == "http" else 101})

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    named = {"host": host, **{name.replace("_", "-"): text for name, text in headers.items()}}
    scope = {
        "type": kind,
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "client": (client, 50_000),
        "headers": [(n.encode(), t.encode()) for n, t in named.items() if t is not None],
    }
    doors = Doors(streamlit, ROOT / "pages", run.ROUTES, settings)
    # In a thread of its own: a browser's test before it leaves a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, doors(scope, receive, send)).result()
    said.append(b"".join(message.get("body", b"") for message in sent[1:]).decode())
    return sent[0].get("status", 403)  # a socket that is closed before it opens is answered 403


def upload(size: int | None, session: str = SESSION) -> int:
    length = None if size is None else str(size)
    return answer(f"/_stcore/upload_file/{session}/f", method="PUT", content_length=length)


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("origin", "reaches_streamlit"),
    [
        (None, True),  # no page: curl, a watching program
        ("http://kanban:8501", True),
        ("https://KANBAN:8501", True),  # a proxy speaks https for us
        ("http://evil.example", False),
        ("http://evil.example:8501", False),
        ("http://kanban:8501.evil.example", False),
        ("http://kanban", False),
        ("http://localhost:8501", False),  # another server on the reader's own machine
        ("null", False),
        ("", False),
    ],
)
def test_a_page_of_another_origin_never_reaches_streamlit(kind, origin, reaches_streamlit):
    opened = {"http": 200, "websocket": 101}[kind]
    expected = opened if reaches_streamlit else 403
    assert answer("/_stcore/stream", kind=kind, origin=origin) == expected


def test_a_request_names_one_host():
    assert answer("/", host=None) == 400


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("kanban.hanbin", 200),
        ("KANBAN.hanbin", 200),
        ("10.0.0.7:8501", 200),
        ("localhost:8501", 200),  # whoever watches over it on the machine itself
        ("kanban.hanbin:8501", 400),
        ("evil.example", 400),  # a foreign name that leads here
    ],
)
def test_where_names_are_set_it_is_asked_by_no_other(host, status):
    named = Settings(hosts=("Kanban.hanbin", "10.0.0.7:8501"))
    assert answer("/", host=host, settings=named) == status


def test_metrics_are_for_the_machine_itself_and_for_those_that_watch():
    watched = Settings(watchers=("10.0.0.9",))
    clients = ("127.0.0.1", "::1", "10.0.0.9", "10.0.0.7")
    assert [answer("/_stcore/metrics", client=c, settings=watched) for c in clients] == [
        200,
        200,
        200,
        404,
    ]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/investment", 200),
        ("/investment/", 200),
        ("/ready", 200),
        ("/workbook", 405),  # a page sends its tables there, and nobody reads it
        ("/favicon.png", 200),
        ("/static/js/index.js", 200),
        ("/media/one.png", 200),
        ("/_stcore/health", 200),
        ("/healthz", 404),
        ("/.git/config", 404),
        ("/data/areas.csv", 404),  # `data` is a page, and no folder
        ("/investment/_stcore/health", 404),
        ("/static/\0", 404),
    ],
)
def test_an_address_that_is_none_of_ours_is_not_found(path, status):
    assert answer(path) == status


def test_who_mistypes_an_address_gets_a_page_that_says_so():
    assert answer("/nowhere", accept="text/html,*/*;q=0.8") == 404


def test_an_address_of_more_than_two_kilobytes_is_refused():
    assert answer("/", query="a" * 2048) == 200
    assert answer("/", query="a" * 2049) == 414
    assert said[-1] == "链接太长，请从首页重新选择 · the link is too long; begin at the first page"
    assert answer("/_stcore/stream", kind="websocket", query="a" * 2049) == 403


def test_a_file_is_taken_only_from_a_session_whose_page_asks_for_one():
    assert upload(1) == 200
    assert upload(1, "another-session") == 403


def test_an_upload_tells_its_size_beforehand():
    assert upload(None) == 411
    assert answer(f"/_stcore/upload_file/{SESSION}/f", method="PUT", content_length="-1") == 411
    assert answer(f"/_stcore/upload_file/{SESSION}/f", method="PUT", content_length="²") == 411


def test_a_session_sends_sixty_megabytes_in_all():
    assert [upload(20 * MIB) for _ in range(4)] == [200, 200, 200, 413]  # 3 × 20 = 60
    assert upload(0) == 200


def test_files_on_their_way_and_those_that_are_kept_fit_into_two_hundred_megabytes():
    others = [f"session {number}" for number in range(11)]
    for session in others:
        uploads._expect(session)
    on_their_way = [uploads.taken(session, 19 * MIB) for session in others]
    try:
        for one in on_their_way[:10]:  # 190
            one.__enter__()
        with pytest.raises(uploads.TooMuch), on_their_way[10]:  # 209
            pass
        assert upload(10 * MIB) == 200  # 200
    finally:
        for one in on_their_way[:10]:
            one.__exit__(None, None, None)
        for session in others:
            del uploads._account.sent[session]


def test_of_sessions_that_were_asked_the_thousand_that_were_asked_last_are_known():
    before = dict(uploads._account.sent)
    for number in range(1000):
        uploads._expect(f"session {number}")
    assert not uploads.is_expected(SESSION)
    assert uploads.is_expected("session 0") and uploads.is_expected("session 999")
    uploads._account.sent.clear()
    uploads._account.sent.update(before)
