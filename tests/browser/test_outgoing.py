"""The server of an office without internet asks nobody anything."""

import os
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tools.bench import servers
from tools.bench.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
# The server, and a line for each name that is looked up and each address outside that is called.
LISTENED = """
import sys

def note(event, details):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        called = str(details[0])
    elif event in ("socket.connect", "socket.sendto"):
        called = str(details[1][0]) if isinstance(details[1], tuple) else ""
    else:
        return
    if called not in ("", "localhost", "127.0.0.1", "::1", "0.0.0.0"):
        print("CALLED", called, file=sys.stderr, flush=True)

sys.addaudithook(note)
from indicators.server.run import main
main()
"""


@contextmanager
def listened(log: Path):
    """The address of a server that writes down whom it calls."""
    port = servers.free_port()
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-c", LISTENED, "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, "INDICATORS_LOG": str(log.parent)},
            stderr=out,
        )
        try:
            servers.wait_until_healthy(f"http://localhost:{port}")
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def test_no_request_makes_the_server_call_anybody(tmp_path):
    log = tmp_path / "called"
    with listened(log) as server:
        for origin in ("http://evil.example", "null", "http://localhost:1"):
            with pytest.raises(InvalidStatus) as refused:
                connect(f"{server.replace('http', 'ws', 1)}/_stcore/stream", origin=origin)
            assert refused.value.response.status_code == 403
        urllib.request.urlopen(f"{server}/").read()
        for page in ("", "data"):
            with Reader(server, page) as reader:
                reader.rerun("from=2017&lang=zh")
    assert [line for line in log.read_text().splitlines() if "CALLED" in line] == []
