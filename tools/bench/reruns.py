"""What a rerun costs on the server: alone, beside bare Streamlit, and with thirty readers."""

import statistics
import threading
import time
from pathlib import Path

import psutil

from tools.bench.reader import Reader

ROOT = Path(__file__).resolve().parent.parent.parent
# The overview has no name in an address.
PAGES = ("", *sorted({path.stem for path in (ROOT / "pages").glob("*.py")} - {"overview"}))
QUERIES = tuple(f"from={first}&to=2025&lang=zh" for first in range(2010, 2020))
READERS = 30
SECONDS_BETWEEN = 2.0
ROUNDS = 10


def medians(address: str, page: str) -> tuple[float, float]:
    """Seconds of a rerun at the median with filters that change, and without a change."""
    with Reader(address, page) as reader:
        for query in QUERIES:  # what is asked the first time is cached from then on
            reader.rerun(query)
        changed = [reader.rerun(QUERIES[i % len(QUERIES)])[0] for i in range(60)]
        same = [reader.rerun(QUERIES[0])[0] for _ in range(60)]
    return statistics.median(changed), statistics.median(same)


def side_by_side(ours: str, bare: str) -> tuple[float, float]:
    """Medians of the overview and of the bare page, measured in turns on one machine."""
    with Reader(ours) as one, Reader(bare) as other:
        for reader in (one, other):
            for _ in range(5):
                reader.rerun(QUERIES[0])
        pairs = [(one.rerun(QUERIES[0])[0], other.rerun(QUERIES[0])[0]) for _ in range(80)]
    return tuple(statistics.median(times) for times in zip(*pairs, strict=True))


def crowd(address: str, process: int) -> tuple[float, float, float]:
    """Median and 95th percentile seconds with thirty readers; megabytes that each one holds."""
    before = psutil.Process(process).memory_info().rss
    times: list[float] = []
    threads = [
        threading.Thread(target=_read, args=(address, number, times)) for number in range(READERS)
    ]
    for thread in threads:
        thread.start()
    time.sleep(ROUNDS * SECONDS_BETWEEN * 0.8)
    held = (psutil.Process(process).memory_info().rss - before) / READERS / 1e6
    for thread in threads:
        thread.join()
    return statistics.median(times), statistics.quantiles(times, n=20)[18], held


def _read(address: str, number: int, times: list[float]) -> None:
    with Reader(address, PAGES[number % len(PAGES)]) as reader:
        time.sleep(number * SECONDS_BETWEEN / READERS)
        reader.rerun(QUERIES[0])
        for turn in range(ROUNDS):
            began = time.perf_counter()
            times.append(reader.rerun(QUERIES[(turn + number) % len(QUERIES)])[0])
            time.sleep(max(0.0, SECONDS_BETWEEN - (time.perf_counter() - began)))
