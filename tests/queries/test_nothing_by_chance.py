"""No figure and no order of rows depends on the order in which the data stand."""

import hashlib
from datetime import date
from random import Random

import pytest

from indicators import ledger, warehouse
from indicators.warehouse import queries
from tests.conftest import ASKED, complete
from tests.queries.made_up import district

# Every query, asked as broadly as it can be; what has no value here is asked for everything.
BROADLY = ASKED | {
    "first_year": 2013,
    "last_year": 2023,
    "areas": ["610902", "610921", "610900", "610000", "CHN", "610900-ZONE"],
    "indicator": "gdp",
    "base_year": 2018,
    "year": 2018,
    "as_of": date(2021, 6, 30),
}


@pytest.mark.parametrize(
    "shuffles", [5, pytest.param(50, marks=pytest.mark.sweep)], ids=lambda many: f"{many}-times"
)
def test_rows_in_any_order_give_the_same_answers_to_the_byte(shuffles):
    tables = complete(**district(seed=1, figures=1500))
    first, made = answers(tables), Random(2)
    for _ in range(shuffles):
        shuffled = {name: made.sample(rows, len(rows)) for name, rows in tables.items()}
        other = answers(shuffled)
        assert {name for name in first if first[name] != other[name]} == set()


def answers(tables: dict[str, list[dict]]) -> dict[str, str]:
    """What each query answers, as a digest by its name."""
    built = warehouse.build(tables)
    ledger.count(built, BROADLY["as_of"])
    everything = [row["indicator"] for row in tables["indicators"]]
    asked = BROADLY | {"indicators": sorted(everything)}
    return {
        name: hashlib.sha256(
            queries.run(built, name, **{p: asked[p] for p in queries.header(name).parameters})
            .to_csv()
            .encode()
        ).hexdigest()
        for name in queries.names()
    }
