"""What goes over the line, and that what we lean on in Streamlit is still there."""

import gzip
import re
import socket

import brotli
import pytest
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from indicators.server import first_page, packed, run
from indicators.server.settings import Settings


@pytest.fixture(scope="module")
def script() -> str:
    """The address of the first of Streamlit's scripts that every page needs."""
    return "/" + first_page.needed_first()[0]


def test_a_script_is_packed_with_the_best_that_the_browser_reads(script):
    file = packed.STATIC / script.lstrip("/")
    assert brotli.decompress(packed.compressed(file, "br")) == file.read_bytes()
    assert gzip.decompress(packed.compressed(file, "gzip")) == file.read_bytes()
    assert list(packed.ENCODINGS) == ["br", "gzip"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../indicators/server.py",
        "/static/%2e%2e/index.html",
        "/static/js/absent.js",
        "/data/areas.csv",
        "/static",
    ],
)
def test_nothing_but_streamlits_own_scripts_is_served_from_the_disk(path):
    assert packed._asset(path) is None


def test_the_first_page_is_chinese_announces_its_scripts_and_wants_nothing_from_outside():
    page = first_page.first_page().decode()
    assert '<html lang="zh-CN">' in page
    assert "<title>汉滨区发展指标看板</title>" in page
    assert [file for file in first_page.needed_first() if f'"./{file}"' not in page] == []
    assert re.findall(r'(?:src|href)="(?!\./)[^"]*"', page) == []


def test_nothing_may_be_loaded_from_anywhere_else():
    policy = first_page.security(Settings())["content-security-policy"]
    assert policy.startswith("default-src 'self'; ")
    assert "http" not in policy
    assert "unsafe-eval" not in policy


def test_https_is_kept_to_where_it_is_spoken_and_set():
    a_year = Settings(hsts_days=365, frames=("https://portal.example",))
    assert "strict-transport-security" not in first_page.security(a_year, "http")
    headers = first_page.security(a_year, "https")
    assert headers["strict-transport-security"] == "max-age=31536000"  # 365 × 86 400
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["permissions-policy"].startswith("camera=(), ")
    policy = headers["content-security-policy"]
    assert policy.endswith("frame-ancestors 'self' https://portal.example")


def test_the_connections_that_the_server_accepts_do_not_wait_for_acknowledgements():
    # asyncio switches Nagle's algorithm off for sockets that say they are TCP, and only for them.
    with (
        run.listening("127.0.0.1", 0) as listener,
        socket.create_connection(listener.getsockname()),
        listener.accept()[0] as accepted,
    ):
        assert accepted.proto == socket.IPPROTO_TCP


def test_a_taken_port_is_refused():
    with run.listening("127.0.0.1", 0) as listener, pytest.raises(OSError):
        run.listening("127.0.0.1", listener.getsockname()[1])


def test_streamlit_still_has_what_we_switch_off():
    assert PagesManager.uses_pages_directory is False
    assert config.get_option("runner.postScriptGC") is False
    assert config.get_option("browser.gatherUsageStats") is False


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        (None, "identity"),  # says nothing: nothing is packed that may not be unpacked
        ("", "identity"),
        ("identity", "identity"),
        ("gzip, deflate", "gzip"),
        ("gzip, deflate, br, zstd", "br"),  # of equal ones our best
        ("GZIP, Br", "br"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0", "identity"),
        ("br; q=0.000 , gzip ; q=0.1", "gzip"),
        ("br;q=0.5, gzip", "gzip"),  # weighed higher by who asks
        ("br;q=0.5, gzip;q=0.4", "br"),
        ("identity, gzip;q=0.5", "identity"),
        ("gzip, identity", "gzip"),
        ("gzip, identity;q=0", "gzip"),
        ("*", "br"),
        ("*, br;q=0", "gzip"),
        ("gzip;q=0.2, *;q=0.1", "gzip"),
        ("gzip, *;q=0", "gzip"),
        ("deflate", "identity"),
        ("deflate, identity;q=0", None),
        ("identity;q=0", None),
        ("*;q=0", None),
        ("*;q=0, identity", "identity"),
        ("br;q=much, gzip;q=0.5", "gzip"),  # no weight at all is no offer
        ("br;q=2, gzip;q=0.0001", "identity"),
    ],
)
def test_the_encoding_is_what_the_browser_weighs_highest(accepted, sent):
    assert packed.encoding_for(accepted) == sent
