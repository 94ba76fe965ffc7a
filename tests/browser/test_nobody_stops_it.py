"""Nobody stops the running server: not by many connections, half a request or endless clicks."""

import http.client
import socket
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus

from tools.bench import servers
from tools.bench.reader import Reader

BOUNDS = {"head_seconds": 1, "body_seconds": 1, "connections_of_one": 8, "sessions_of_one": 3}
BURST = {"changes_at_once": 2, "changes_a_second": 2}
BUSY = "人太多，请稍后再试 · too many at a time, try again later"
US, STRANGER, OTHER = "127.0.0.1", "127.0.0.2", "127.0.0.3"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """One in which few are many."""
    with servers.dashboard(address=US, proxies="", **BOUNDS, **BURST) as (address, _):
        yield address


@pytest.fixture
def call(server) -> Iterator[Callable[[str], socket.socket]]:
    """A connection from an address."""
    place = urlsplit(server)
    with ExitStack() as calls:

        def connected(caller: str) -> socket.socket:
            there = (US, place.port)
            return calls.enter_context(
                socket.create_connection(there, timeout=90, source_address=(caller, 0))
            )

        yield connected


def answer(
    calling: socket.socket, path="/_stcore/health", accept="*/*"
) -> http.client.HTTPResponse:
    head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n\r\n"
    calling.sendall(head.encode())
    response = http.client.HTTPResponse(calling)
    response.begin()
    return response


def is_closed(calling: socket.socket) -> bool:
    """Waits until the server has closed a connection without a word."""
    try:
        return calling.recv(1) == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize(
    "half",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n",
        b"POST /workbook HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n"
        b"Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
    ],
    ids=["nothing", "half a head", "half a body"],
)
def test_who_sends_half_a_request_is_not_waited_for(call, half):
    calling = call(STRANGER)
    calling.sendall(half)
    assert is_closed(calling)


def test_of_one_address_eight_connections_are_taken_and_the_ninth_is_told_so(call):
    for _ in range(8):
        call(STRANGER)
    refused = answer(call(STRANGER))
    assert (refused.status, refused.headers["retry-after"]) == (503, "10")
    assert refused.read().decode() == BUSY
    assert answer(call(OTHER)).status == 200


def test_of_one_address_three_pages_are_open_and_who_leaves_makes_room(server, call):
    with ExitStack() as pages:
        readers = [pages.enter_context(Reader(server, sock=call(STRANGER))) for _ in range(3)]
        with pytest.raises(InvalidStatus) as refused:
            Reader(server, sock=call(STRANGER))
        assert refused.value.response.status_code == 503
        page = answer(call(STRANGER), "/data", accept="text/html")
        assert (page.status, page.read().decode()) == (503, BUSY)
        assert answer(call(OTHER), "/data", accept="text/html").status == 200
        with Reader(server, sock=call(OTHER)) as other:
            other.rerun("lang=en")
        readers[0]._socket.close()
        pages.enter_context(once_there_is_room(server, call))


def once_there_is_room(server: str, call: Callable[[str], socket.socket]) -> Reader:
    """A page of an address one of whose pages has just been left."""
    for _ in range(100):
        try:
            return Reader(server, sock=call(STRANGER))
        except InvalidStatus as full:
            assert full.response.status_code == 503
    raise AssertionError("there was no room")


def test_who_clicks_without_end_is_followed_no_faster_than_the_pace(server, call):
    with Reader(server, sock=call(STRANGER)) as reader:
        reader.rerun("lang=zh")
        seconds = sum(reader.rerun("lang=zh")[0] for _ in range(4))
    assert seconds > 1  # two at once, three after half a second each


def test_metrics_are_not_for_readers_and_no_answer_says_what_serves_it(call):
    assert answer(call(STRANGER), "/_stcore/metrics").status == 404
    watching = answer(call(US), "/_stcore/metrics")
    assert (watching.status, watching.headers["server"]) == (200, None)


def test_no_page_elsewhere_may_send_messages_to_a_page_of_ours(call):
    assert '"allowedOrigins":[]' in answer(call(OTHER), "/_stcore/host-config").read().decode()


def test_below_a_path_it_serves_that_and_nothing_else(start_server):
    server = start_server(base_path="/kanban")
    assert server.endswith("/kanban")
    with urllib.request.urlopen(server) as led:
        assert led.url == f"{server}/"
    with urllib.request.urlopen(f"{server}/overview?lang=en") as led:
        assert led.url == f"{server}/?lang=en"
    with Reader(server, "investment") as reader:
        reader.rerun("lang=en")
    asked = urllib.request.Request(
        f"{server}/workbook",
        b'{"sheets": [], "notes": [["a", "b"]], "title": "notes"}',
        {"content-type": "application/json", "sec-fetch-site": "same-origin"},
    )
    assert urllib.request.urlopen(asked).read(2) == b"PK"
    with pytest.raises(HTTPError) as lost:
        urllib.request.urlopen(server.removesuffix("kanban") + "investment")
    assert lost.value.code == 404


def memory_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


@pytest.mark.sweep
def test_three_hundred_sockets_and_many_selections_leave_room_and_memory():
    """As anybody could do it: one address takes all that it gets, another one is a reader.

    No cache holds more than 500 cards or 2,000 answers, which 1,500 selections fill twice over.
    """
    with servers.dashboard(address=US, proxies="", changes_a_second=1000) as (server, process):
        place = (US, urlsplit(server).port)
        with ExitStack() as calls:

            def foreign() -> socket.socket:
                calling = socket.create_connection(place, timeout=90, source_address=(STRANGER, 0))
                return calls.enter_context(calling)

            refused = 0
            for _ in range(300):
                try:
                    calls.enter_context(Reader(server, sock=foreign()))
                except InvalidStatus:
                    refused += 1
            assert refused == 50  # an address has 250 pages
            for _ in range(600):
                foreign().sendall(b"GET / HTTP/1.1\r\n")
            with Reader(server) as reader, ThreadPoolExecutor(4) as crowd:
                clicking = [crowd.submit(clicks, server, part) for part in range(4)]
                while not all(one.done() for one in clicking):
                    reader.rerun("lang=zh")
                    assert memory_mb(process) < 700
                assert [one.result() for one in clicking] == [375] * 4


def clicks(server: str, part: int) -> int:
    """A quarter of 1,500 selections of years, sectors and language that nobody else asks for."""
    done = 0
    sectors = ("economy", "investment", "jobs", "health", "education", "ecology", "transport")
    with Reader(server, "data") as reader:
        for number in range(part, 1500, 4):
            years = f"from={2010 + number % 8}&to={2018 + number // 8 % 8}"
            chosen = [s for bit, s in enumerate(sectors) if number // 64 >> bit & 1]
            reader.rerun(f"{years}&sector={','.join(chosen)}&lang={'zh' if number % 2 else 'en'}")
            done += 1
    return done
