"""Rows for tests: only the columns that matter are given, the others are filled in."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import settings

from indicators import ledger, warehouse
from indicators.publishing import Publisher
from indicators.warehouse import queries
from tests import small_folder
from tests.published import started

# What is tried on made-up examples, on few of them in `make test`; `make sweep` takes the second.
# The same ones each time, and on a busy machine as slowly as it may be.
settings.register_profile(
    "sample", max_examples=300, deadline=None, derandomize=True, database=None
)
settings.register_profile("sweep", settings.get_profile("sample"), max_examples=5000)
settings.load_profile("sample")

NAMES = {"name_zh": "名称", "name_en": "Name"}

# What a row has where a test does not say otherwise.
DEFAULTS = {
    "sectors": NAMES | {"sector": "economy"},
    "areas": NAMES | {"ref_area": "610902", "level": "county", "is_home": False},
    "sources": {
        "source": "bulletin",
        "title": "公报",
        "publisher": "统计局",
        "published_on": "2022-03-31",
        "kind": "official",
    },
    "indicators": NAMES
    | {
        "indicator": "gdp",
        "sector": "economy",
        "unit_zh": "亿元",
        "unit_en": "CNY 100 million",
        "decimals": 1,
        "better": "higher",
        "kind": "flow",
        "definition_zh": "定义",
        "definition_en": "Definition",
    },
    "breakdowns": NAMES | {"breakdown": "farming", "dimension": "project_category"},
    "observations": {
        "indicator": "gdp",
        "ref_area": "610902",
        "obs_status": "A",
        "source": "bulletin",
    },
    "targets": {"indicator": "gdp", "ref_area": "610902", "source": "bulletin"},
    "breaks": {
        "indicator": "gdp",
        "ref_area": "610902",
        "reason_zh": "口径调整",
        "reason_en": "New definition",
    },
    "projects": NAMES
    | {
        "project": "bridge",
        "sector": "economy",
        "ref_area": "610902",
        "status": "planned",
        "source": "bulletin",
    },
    "red_sites": NAMES | {"site": "museum", "source": "bulletin"},
    "orders": {
        "tier": "team_members",
        "sector": "health",
        "town": "建民",
        "raised_on": "2021-03-01",
    },
}
# A row that is referred to and not given appears by itself. Sectors come last, for an indicator
# that appears refers to one.
KEYS = {
    "breakdowns": "breakdown",
    "indicators": "indicator",
    "areas": "ref_area",
    "sources": "source",
    "sectors": "sector",
}
# What a test asks with where it does not say otherwise.
ASKED = {
    "area": "610902",
    "first_year": 2020,
    "last_year": 2022,
    "this_year": 2026,
    "sectors": [],
    "tiers": [],
    "towns": [],
    "as_of": date(2021, 12, 31),
    "most": 100,
    "indicators": [],
}
COVERAGES = ((r"\d{4}", "year"), (r"\d{4}-Q\d", "quarter"), (r".+", "point"))


@pytest.fixture(scope="session")
def given() -> Callable[..., duckdb.DuckDBPyConnection]:
    """A sealed warehouse with these rows: given(observations=[{"obs_value": 1.5, …}], …).

    The coverage follows from the period: 2021 is a year, 2021-Q3 a quarter, others a point.
    Areas, indicators, breakdowns, sectors and sources that rows refer to need not be given.
    """
    return build


@pytest.fixture
def folder(tmp_path) -> Path:
    """A data folder of a few good rows a table: tests/small_folder.py."""
    (tmp_path / "observations").mkdir()
    for file, text in small_folder.GOOD.items():
        (tmp_path / file).write_text(text, encoding="utf-8", newline="")
    return tmp_path


@pytest.fixture
def working(tmp_path_factory) -> Path:
    """Where a publisher keeps its own, beside no data folder."""
    return tmp_path_factory.mktemp("beside") / ".working"


@pytest.fixture
def publisher(folder, working) -> Publisher:
    """One that has read the small folder."""
    return started(folder, working)


@pytest.fixture(scope="session")
def shipped() -> duckdb.DuckDBPyConnection:
    """The warehouse of data/ as it is shipped."""
    return warehouse.open_folder(Path(__file__).parents[1] / "data")


@pytest.fixture(scope="session")
def ask() -> Callable[..., list[tuple]]:
    """The rows of a query, as tuples of the named columns, with None for what is missing.

    ask(given(…), "jobs_by_year", "year skills_trained", last_year=2021); without other words
    for Hanbin, 2020 to 2022, all sectors.
    """
    return answer


def answer(
    connection: duckdb.DuckDBPyConnection, name: str, columns: str, **parameters: object
) -> list[tuple]:
    """Runs a query and picks columns."""
    known = {key: value for key, value in ASKED.items() if key in queries.header(name).parameters}
    asked = known | parameters
    if "as_of" in asked:
        ledger.count(connection, asked["as_of"])
    frame = queries.run(connection, name, **asked)[columns.split()].astype(object)
    return list(frame.where(pd.notna(frame), None).itertuples(index=False, name=None))


def build(**tables: list[dict]) -> duckdb.DuckDBPyConnection:
    """A warehouse of these rows and of those that they refer to."""
    return warehouse.build(complete(**tables))


def complete(**tables: list[dict]) -> dict[str, list[dict]]:
    """These rows with what their tables require and their places, and those that they refer to."""
    full = {table: [filled(table, row) for row in rows] for table, rows in tables.items()}
    for table, key in KEYS.items():
        known = {row[key] for row in full.setdefault(table, [])}
        wanted = {row[key] for rows in full.values() for row in rows if row.get(key)}
        full[table] += [filled(table, {key: code}) for code in sorted(wanted - known)]
    for table, rows in full.items():
        for line, row in enumerate(rows, start=2):
            row.update(file=f"{table}.csv", line=line)
    for position, row in enumerate(full["sectors"], start=1):
        row.setdefault("position", position)
    return full


def filled(table: str, row: dict) -> dict:
    """A row with what its table requires."""
    full = DEFAULTS[table] | row
    if table == "observations":
        full.setdefault("coverage", coverage(full["time_period"]))
    return dated(full) if table == "orders" else full


def dated(order: dict) -> dict:
    """An order with its days as dates, and what follows from them."""
    days = {key: date.fromisoformat(day) for key, day in order.items() if key.endswith("_on")}
    closed = days.get("completed_on")
    if closed:
        days["completed_month"] = f"{closed:%Y-%m}"
        days["days_to_close"] = (closed - days["raised_on"]).days
    known = max(
        days.get(name) or date.min for name in ("raised_on", "dispatched_on", "completed_on")
    )
    return order | days | {"raised_year": days["raised_on"].year, "known_until": known}


def coverage(period: str) -> str:
    """What a period covers by the look of it."""
    return next(name for form, name in COVERAGES if re.fullmatch(form, period))
