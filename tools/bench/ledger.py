"""What a ledger of ten million generated orders costs: reading it, first view, filter, memory."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import orders
from tools.bench import servers
from tools.bench.reader import Reader

ITEMS = 10_000_000
PAGE = "livelihood_orders"
QUERY = "from=2010&to=2025&lang=zh"
FILTERS = (
    "from=2022&to=2025&lang=zh",
    "from=2023&to=2025&lang=zh",
    f"{QUERY}&sector=health",
    f"{QUERY}&sector=health,jobs",
    f"{QUERY}&tier=team_members",
    f"{QUERY}&town=%E7%94%9F%E6%88%90%E9%95%8707",
    f"{QUERY}&tier=team_members&sector=water",
)


@dataclass
class Cost:
    """Seconds, and the most memory that a server held, in gigabytes."""

    reading: float  # from the server's start to the page, nothing being kept yet
    first_view: float  # by a server that finds the ledger read already
    filter_change: float
    gigabytes: float


def measure(items: int = ITEMS) -> Cost:
    """Generate a ledger, let the dashboard read it, and look at its page."""
    with _folder(items) as data:
        began = time.perf_counter()
        with servers.dashboard(data) as (address, process):
            _view(address)
            reading = time.perf_counter() - began
            most = _peak(process)
        with servers.dashboard(data) as (address, process):
            first_view = _view(address)
            with Reader(address, PAGE) as reader:
                reader.rerun(QUERY)
                changes = [reader.rerun(query)[0] for query in FILTERS]
            most = max(most, _peak(process))
    return Cost(reading, first_view, statistics.median(changes), most / 1e9)


@contextmanager
def _folder(items: int) -> Iterator[Path]:
    """A copy of data/ with a generated ledger."""
    with tempfile.TemporaryDirectory() as place:
        data = shutil.copytree(servers.ROOT / "data", Path(place) / "data")
        orders.write(data / "orders", items)
        yield data


def _view(address: str) -> float:
    with Reader(address, PAGE) as reader:
        return reader.rerun(QUERY)[0]


def _peak(process: int) -> int:
    """The most memory that a process has held so far, in bytes (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(dict(line.split(":", 1) for line in lines)["VmHWM"].split()[0]) * 1024
