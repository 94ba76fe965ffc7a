"""Servers to measure: the dashboard as `make run` starts it, and a bare Streamlit page."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BARE = Path(__file__).with_name("bare.py")


@contextmanager
def dashboard(
    data: Path | None = None, *, installed: Path | None = None, **settings: object
) -> Iterator[tuple[str, int]]:
    """Address and process id of the dashboard, over the shipped data or those of a folder.

    `installed` is where it was installed, unless it is this one; `settings` are as
    server/settings.py has them: dashboard(proxies="").
    """
    told = {**({"data": data} if data else {}), **settings}
    environment = {f"INDICATORS_{name.upper()}": str(value) for name, value in told.items()}
    python = installed / ".venv" / "bin" / "python" if installed else sys.executable
    command, below = [str(python), "-m", "indicators.server"], str(told.get("base_path", ""))
    with _running(command, "--port", environment, below, installed or ROOT) as found:
        yield found


@contextmanager
def streamlit_run() -> Iterator[tuple[str, int]]:
    """Address and process id of the dashboard as Streamlit's own server shows it."""
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py")]
    with _running(command, "--server.port", {}) as found:
        yield found


@contextmanager
def bare(figures: int) -> Iterator[tuple[str, int]]:
    """Address and process id of a bare page with ready-made figures."""
    command = [sys.executable, "-m", "streamlit", "run", str(BARE)]
    with _running(command, "--server.port", {"BARE_FIGURES": str(figures)}) as found:
        yield found


@contextmanager
def _running(
    command: list[str],
    port_option: str,
    environment: dict[str, str],
    below: str = "",
    code: Path = ROOT,
) -> Iterator[tuple[str, int]]:
    port = free_port()
    log = tempfile.mkdtemp(prefix="log-")
    process = subprocess.Popen(
        [*command, port_option, str(port)],
        cwd=code,
        env={"INDICATORS_LOG": log, **os.environ, "PYTHONPATH": str(code), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}{below}"
    try:
        wait_until_healthy(address)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(log)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_healthy(address: str) -> None:
    """Come back once a server answers. Raises TimeoutError after a minute."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise TimeoutError(f"{address} did not start within a minute")
