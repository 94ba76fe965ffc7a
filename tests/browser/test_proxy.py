"""The kit's nginx site before two processes: pages, sockets, metrics, a process that dies.

Where nginx is installed; without https, which a certificate of the test would only pretend.
"""

import os
import shutil
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest

from tools.bench import servers
from tools.bench.reader import Reader

SITE = Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx")
pytestmark = [
    pytest.mark.sweep,
    pytest.mark.skipif(not NGINX, reason="no nginx on this machine"),
]


@contextmanager
def proxied(folder: Path, *processes: str) -> Iterator[str]:
    """The address of nginx before two processes, with the kit's site but for https and ports."""
    port = servers.free_port()
    lines = SITE.read_text("utf-8").splitlines()
    site = "\n".join(line for line in lines if not line.strip().startswith("ssl_"))
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{servers.free_port()};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{port};"),
        ("127.0.0.1:8501", urlsplit(processes[0]).netloc.replace("localhost", "127.0.0.1")),
        ("127.0.0.1:8502", urlsplit(processes[1]).netloc.replace("localhost", "127.0.0.1")),
    ):
        assert old in site
        site = site.replace(old, new)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/errors;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{paths}\n{site}\n}}\n",
        "utf-8",
    )
    running = subprocess.Popen([NGINX, "-e", folder / "errors", "-c", folder / "nginx.conf"])
    try:
        servers.wait_until_healthy(f"http://localhost:{port}")
        yield f"http://localhost:{port}"
    finally:
        running.terminate()
        running.wait(timeout=20)


def seated(address: str, seat: str, page: str = "") -> Reader:
    """A reader who was given a seat before, by a cookie."""
    return Reader(address, page, additional_headers={"Cookie": f"seat={seat}"})


def test_two_processes_serve_and_who_loses_one_is_served_by_the_other(tmp_path):
    with ExitStack() as running:
        settings = {"hosts": "kanban.hanbin.example", "address": "127.0.0.1"}
        (one, first), (other, _) = (
            running.enter_context(servers.dashboard(**settings)) for _ in range(2)
        )
        kanban = running.enter_context(proxied(tmp_path, one, other))
        with urllib.request.urlopen(f"{kanban}/investment") as page:
            assert b'<html lang="zh-CN">' in page.read()
            assert page.headers["set-cookie"].startswith("seat=")
            assert page.headers["content-security-policy"].startswith("default-src 'self'; ")
        for seat in ("a", "b"):
            with seated(kanban, seat, "investment") as reader:
                reader.rerun("lang=zh")
        with pytest.raises(HTTPError) as lost:
            urllib.request.urlopen(f"{kanban}/_stcore/metrics")
        assert lost.value.code == 404
        os.kill(first, signal.SIGKILL)
        with seated(kanban, "a", "investment") as reader:
            reader.rerun("lang=zh")
