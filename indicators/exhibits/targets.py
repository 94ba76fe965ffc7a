"""Targets of a sector: what share is done, or how far it is."""

from dataclasses import replace

from indicators import charts
from indicators.exhibits.exhibit import Exhibit

COLUMNS = "area year name unit target value time_period"
DONE = Exhibit(
    "done_by_target",
    query="progress_by_target",
    chart=charts.done_by_target,
    measures="done_pct",
    decimals=1,
    columns=f"{COLUMNS} done_pct elapsed_pct pace_points",
    is_quiet=True,
)
DISTANCE = replace(
    DONE,
    name="distance_by_target",
    chart=charts.distance_by_target,
    measures="distance",
    columns=f"{COLUMNS} distance",
)
ROWS = ((DONE,), (DISTANCE,))


def of_sector(exhibit: Exhibit, sector: str, name: str) -> Exhibit:
    """The targets of one sector, which has a name."""
    return replace(exhibit, asks={"sectors": [sector]}, words={"sector": name}, part=sector)
