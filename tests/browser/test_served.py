"""What the running server sends: packed scripts that may be kept, headers, a page of ours."""

import gzip
import urllib.request

import brotli
import pytest

from indicators.server.first_page import needed_first
from indicators.server.packed import STATIC

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def fetch(address: str, **headers: str):
    return urllib.request.urlopen(urllib.request.Request(address, headers=headers))


@pytest.mark.parametrize(
    ("offered", "sent"),
    [("gzip, deflate, br", "br"), ("gzip, deflate", "gzip"), ("br;q=0.5, gzip", "br")],
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


@pytest.mark.parametrize("path", ["/", "/investment", "/environment?lang=en"])
def test_every_page_is_ours_and_lets_nothing_in_from_outside(server, path):
    with fetch(server + path) as answer:
        page = answer.read().decode()
        assert "<title>汉滨区发展指标看板</title>" in page
        assert answer.headers["content-security-policy"].startswith("default-src 'self'; ")
        assert answer.headers["x-content-type-options"] == "nosniff"
