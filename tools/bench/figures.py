"""What a data folder of millions of generated figures costs: reading it, a restart, memory."""

import csv
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path

from tests.small_folder import GOOD

ROOT = Path(__file__).resolve().parents[2]
INDICATORS, AREAS, YEARS = 2000, 500, range(2010, 2026)
# A process of its own, for what it holds at the most and for nothing being loaded yet.
START = """
import resource, sys, time
from pathlib import Path
import pandas
from indicators.publishing import Figures, Publisher
folder = Path(sys.argv[1])
began = time.perf_counter()
publisher = Publisher(Figures(), folder, folder.parent / ".working")
publisher.start()
publisher.edition.connection.cursor().execute("select count(*) from observations").fetchone()
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6)
"""


@dataclass(frozen=True)
class Cost:
    """Seconds to the first answer, from cold and after a restart; gigabytes held at the most."""

    cold: float
    restart: float
    gigabytes: float


def measure(figures: int | None) -> Cost:
    """Start on a folder with so many generated figures; None: on data/ as it is shipped."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "data"
        if figures is None:
            shutil.copytree(ROOT / "data", data)
        else:
            _write(data, figures)
        cold, gigabytes = _start(data)
        restart, _ = _start(data)
    return Cost(cold, restart, gigabytes)


def _start(data: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", START, str(data)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    seconds, gigabytes = map(float, printed.split())
    return seconds, gigabytes


def _write(data: Path, figures: int) -> None:
    """The small folder of the tests, and figures that say that they are generated."""
    (data / "observations").mkdir(parents=True)
    for name, text in GOOD.items():
        (data / name).write_text(text, encoding="utf-8")
    indicator = GOOD["indicators.csv"].splitlines()[-1].split(",", 1)[1]
    with (data / "indicators.csv").open("a", encoding="utf-8") as opened:
        opened.writelines(f"generated_{n},{indicator}\n" for n in range(INDICATORS))
    with (data / "areas.csv").open("a", encoding="utf-8") as opened:
        opened.writelines(f"99{n:04},生成,Generated,county,610900,false,,\n" for n in range(AREAS))
    with (data / "observations" / "generated.csv").open(
        "w", encoding="utf-8", newline=""
    ) as opened:
        opened.write(GOOD["observations/jobs.csv"].splitlines()[0] + "\n")
        csv.writer(opened).writerows(islice(_rows(), figures))


def _rows() -> Iterator[tuple]:
    keys = product(range(INDICATORS), range(AREAS), YEARS)
    for nth, (indicator, area, year) in enumerate(keys):
        value = nth * 7919 % 1_000_003 / 100  # many different figures, the same every time
        note = f"第{nth % 97}页" if nth % 3 == 0 else ""
        yield (f"generated_{indicator}", f"99{area:04}", year, "year", "", value, "A", "",
               "work_report_2025", note)  # fmt: skip
