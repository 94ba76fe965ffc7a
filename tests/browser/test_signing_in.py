"""Where readers sign in at a proxy: who is let in, and what each role sees, sends and gets."""

import shutil
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus

from tests import orders
from tools.bench import servers
from tools.bench.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
PROXY, STRANGER = "127.0.0.1", "127.0.0.2"
SIGNED = {"user_header": "X-User", "keepers": "zhang", "administrators": "li", "proxies": PROXY}
WANG, ZHANG, LI = ({"X-User": name} for name in ("wang", "zhang", "li"))


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[str]:
    """One with a ledger, at which wang reads, zhang keeps the data and li administers."""
    data = shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("signing-in") / "data")
    orders.write(data / "orders", 300)
    with servers.dashboard(data, address=PROXY, **SIGNED) as (address, _):
        yield address


def status(address: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status
    except HTTPError as refused:
        return refused.code


def sent(server: str, page: str, query: str, who: dict[str, str]) -> bytes:
    """All that a reader's browser gets of a page."""
    with Reader(server, page, additional_headers=who) as reader:
        reader.rerun(f"lang=zh&{query}")
        return b"".join(message.SerializeToString() for message in reader.sent)


# What stands on a part of a page and nowhere else.
UPLOADER, FILES, ITEM = b"check-files", b"observations/jobs.csv", b"GENERATED-"


@pytest.mark.parametrize("path", ["", "data", "static/js/none.js", "_stcore/host-config"])
def test_nobody_is_let_in_without_a_name(server, path):
    assert status(f"{server}/{path}") == 401


def test_no_socket_is_opened_without_a_name(server):
    with pytest.raises(InvalidStatus) as refused:
        Reader(server)
    assert refused.value.response.status_code == 401


def test_who_comes_past_the_proxy_is_not_believed(server):
    with socket.create_connection(
        ("127.0.0.1", urlsplit(server).port), source_address=(STRANGER, 0)
    ) as past:
        past.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-User: li\r\n\r\n")
        assert past.recv(64).startswith(b"HTTP/1.1 401 ")


def test_that_it_lives_may_be_asked_on_the_machine_itself(server):
    assert status(f"{server}/_stcore/health") == 200


@pytest.mark.parametrize(
    ("who", "keeps", "metrics"),
    [(WANG, False, 404), (ZHANG, True, 404), (LI, True, 200)],
    ids=["reader", "keeper", "administrator"],
)
def test_each_role_gets_what_it_may_see_and_nothing_else(server, who, keeps, metrics):
    assert status(f"{server}/", **who) == 200
    assert status(f"{server}/_stcore/metrics", **who) == metrics
    checking = sent(server, "data", "section=check", who)
    assert (UPLOADER in checking) == ("文件里哪一格有误".encode() in checking) == keeps
    assert (b"import-file" in sent(server, "data", "section=import", who)) == keeps
    assert (FILES in sent(server, "data", "section=problems", who)) == keeps
    assert (ITEM in sent(server, "livelihood_orders", "as_of=2025-12-31", who)) == keeps


def test_nobody_gives_himself_a_role(server):
    told = {**WANG, "X-Dashboard-Role": "administrator", "X-Dashboard-Name": "li"}
    assert status(f"{server}/_stcore/metrics", **told) == 404
    assert UPLOADER not in sent(server, "data", "section=check", told)
