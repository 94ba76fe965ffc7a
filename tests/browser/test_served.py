"""What the running server sends: packed scripts that may be kept, headers, a page of ours."""

import csv
import gzip
import io
import json
import re
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import brotli
import openpyxl
import pytest

from indicators.server.first_page import needed_first
from indicators.server.packed import STATIC
from indicators.takeaway.files.workbook import MEDIA_TYPE
from tools.bench.reader import Reader

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def fetch(address: str, **headers: str):
    return urllib.request.urlopen(urllib.request.Request(address, headers=headers))


@pytest.mark.parametrize(
    ("offered", "sent"),
    [("gzip, deflate, br", "br"), ("gzip, deflate", "gzip"), ("br;q=0, gzip", "gzip")],
)
def test_a_script_says_how_it_is_packed_and_may_be_kept_for_a_year(server, offered, sent):
    script = needed_first()[0]
    with fetch(f"{server}/{script}", **{"Accept-Encoding": offered}) as answer:
        assert answer.headers["content-encoding"] == sent
        assert answer.headers["vary"] == "accept-encoding"
        assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
        assert UNPACK[sent](answer.read()) == (STATIC / script).read_bytes()


def test_a_browser_that_reads_neither_gets_the_script_as_it_is(server):
    script = needed_first()[0]
    with fetch(f"{server}/{script}", **{"Accept-Encoding": "identity"}) as answer:
        assert answer.headers["content-encoding"] is None
        assert answer.read() == (STATIC / script).read_bytes()


def test_who_refuses_every_form_of_a_script_is_told_so(server):
    with pytest.raises(HTTPError) as refused:
        fetch(f"{server}/{needed_first()[0]}", **{"Accept-Encoding": "identity;q=0"})
    assert refused.value.code == 406


def test_ready_tells_version_edition_and_how_many_figures_are_in_force(server):
    with once_ready(server) as answer:
        state = json.load(answer)
        assert answer.status == 200
        assert answer.headers["cache-control"] == "no-store"
    assert state["version"] == "0.9.0"
    assert state["figures"] == len(published())
    assert state["seconds_since_look"] < 30
    assert state["refused"] == []
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", state["since"])
    assert re.fullmatch(r"[0-9a-f]+", state["edition"])


def once_ready(server: str):
    """The answer of a server that may just have been started and still reads its data."""
    for _ in range(30):
        try:
            return fetch(f"{server}/ready")
        except HTTPError as starting:
            assert starting.code == 503
    raise AssertionError("it did not become ready")


def test_while_data_is_refused_it_is_not_ready_and_its_version_is_told(start_server, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "areas.csv").write_text("not a table\n", encoding="utf-8")
    with pytest.raises(HTTPError) as refused:
        fetch(f"{start_server(tmp_path / 'data')}/ready")
    assert refused.value.code == 503
    assert json.load(refused.value) == {
        "version": "0.9.0",
        "edition": None,
        "since": None,
        "figures": None,
        "seconds_since_look": None,
        "refused": None,
    }


def published() -> list[str]:
    """The lines of data/observations/ that hold figures, without their heads."""
    files = sorted((Path(__file__).parents[2] / "data" / "observations").glob("*.csv"))
    texts = [path.read_text(encoding="utf-8-sig") for path in files]
    return [row for text in texts for row in list(csv.reader(text.splitlines()))[1:]]


@pytest.mark.parametrize("path", ["/", "/investment", "/environment?lang=en"])
def test_every_page_is_ours_and_lets_nothing_in_from_outside(server, path):
    with fetch(server + path) as answer:
        page = answer.read().decode()
        assert "<title>汉滨区发展指标看板</title>" in page
        assert answer.headers["content-security-policy"].startswith("default-src 'self'; ")
        assert answer.headers["x-content-type-options"] == "nosniff"


ASKED = {"sheets": [], "notes": [["标题", "投资"]], "title": "说明"}
JSON = {"content-type": "application/json"}


def post(server: str, body: bytes, **headers: str):
    request = urllib.request.Request(f"{server}/workbook", data=body, headers=headers)
    return urllib.request.urlopen(request)


@pytest.mark.parametrize("site", ["by its browser", "by its origin"])
def test_a_page_of_ours_gets_a_workbook(server, site):
    ours = {"sec-fetch-site": "same-origin"} if site == "by its browser" else {"origin": server}
    with post(server, json.dumps(ASKED).encode(), **JSON, **ours) as answer:
        assert answer.headers["content-type"] == MEDIA_TYPE
        assert answer.headers["cache-control"] == "no-store"
        book = openpyxl.load_workbook(io.BytesIO(answer.read()))
    assert list(book["说明"].values) == [("标题", "投资")]


@pytest.mark.parametrize(
    ("body", "headers", "code"),
    [
        (b"{}", JSON | {"origin": "http://elsewhere.cn"}, 403),
        (b"{}", JSON | {"sec-fetch-site": "cross-site", "origin": "http://localhost"}, 403),
        (b"{}", JSON | {"sec-fetch-site": "same-site"}, 403),
        (b"{}", JSON, 403),  # no page at all
        (b"{}", {"content-type": "text/plain", "sec-fetch-site": "same-origin"}, 415),
        (b"{}", JSON | {"sec-fetch-site": "same-origin"}, 400),
        (b" " * 4_000_001, JSON | {"sec-fetch-site": "same-origin"}, 413),
    ],
)
def test_nobody_else_gets_one_and_no_page_one_that_is_none(server, body, headers, code):
    with pytest.raises(HTTPError) as refused:
        post(server, body, **headers)
    assert refused.value.code == code


def test_the_journal_tells_who_saw_which_page_and_who_was_refused(start_server, tmp_path):
    server = start_server(log=tmp_path)
    with Reader(server, "investment") as reader:
        for query in ("from=2020&lang=en", "from=2020&lang=en", "from=2021&lang=en"):
            reader.rerun(query)
    with pytest.raises(HTTPError):
        fetch(f"{server}/.git/config", **{"X-Forwarded-For": "10.0.0.7"})  # by a proxy
    [file] = tmp_path.glob("journal-*.jsonl")
    told = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    seen = [(one["page"], one["query"]) for one in told if one["what"] == "page"]
    assert [page for page, _ in seen] == ["investment", "investment"]
    assert [re.search("from=([0-9]+)", query)[1] for _, query in seen] == ["2020", "2021"]
    assert len({one["session"] for one in told if one["what"] == "page"}) == 1
    [refusal] = [one for one in told if one["what"] == "refusal"]
    assert (refusal["address"], refusal["status"], refusal["path"]) == (
        "10.0.0.7",
        404,
        "/.git/config",
    )


def test_an_unknown_address_is_not_found_and_that_of_the_workbook_is_not_read(server):
    for address, status in (("nowhere", 404), (".git/config", 404), ("workbook", 405)):
        with pytest.raises(HTTPError) as refused:
            fetch(f"{server}/{address}")
        assert refused.value.code == status
