"""A header has a formula for every column that is computed; the others hold published figures.

What is taken away keeps a published figure to the last digit and rounds a computed one, so it
matters which is which.
"""

import pytest

from indicators.warehouse import queries

EVERYTHING = {
    "area": "610902",
    "areas": ["610902", "610900", "610000", "CHN"],
    "first_year": 2010,
    "last_year": 2025,
    "year": 2024,
    "this_year": 2026,
    "base_year": 2015,
    "sectors": [],
    "indicators": [],
    "indicator": "gdp",
    "kind": "flow",
}
# Counts of the ledger's orders are whole; the ledger itself is not shipped.
OF_THE_LEDGER = {"as_of", "tiers", "towns"}


@pytest.fixture(scope="module")
def published(shipped) -> set[float]:
    """Every figure that a source states."""
    rows = shipped.cursor().execute(
        "select obs_value from observations union select target_value from targets"
    )
    return {row[0] for row in rows.fetchall()}


def test_what_is_computed_has_its_formula_in_the_header():
    assert {"completed_pct", "done_pct", "share_pct", "index_value"} <= queries.computed()
    published_columns = {"value", "target", "completed", "planned", "published_completed_pct"}
    assert queries.computed() & published_columns == set()


def test_a_column_without_a_formula_holds_published_figures_only(shipped, published):
    offenders = []
    for name in queries.names():
        header = queries.header(name)
        if not set(header.parameters) <= EVERYTHING.keys():
            assert set(header.parameters) & OF_THE_LEDGER, name  # else it is not looked at
            continue
        rows = queries.run(shipped, name, **{p: EVERYTHING[p] for p in header.parameters})
        for column, kind in header.columns.items():
            if kind == "DOUBLE" and column not in queries.computed():
                strange = {v for v in rows[column].dropna() if v not in published}
                offenders += [f"{name}.{column}: {sorted(strange)[:3]}"] if strange else []
    assert offenders == []
