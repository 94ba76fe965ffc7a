"""What the header of a query promises is what DuckDB gives; names mean one thing everywhere.

Each test goes over all queries and lists the offenders.
"""

import re
from collections.abc import Callable
from datetime import date

import duckdb
import pytest

from indicators.warehouse import queries

# A value of each parameter type: enough to run a query over an empty warehouse.
DUMMIES = {
    "VARCHAR": "610902",
    "INTEGER": 2021,
    "VARCHAR[]": ["economy"],
    "DATE": date(2021, 12, 31),
}
LONGEST = 130  # lines of a query below its header


def dummies(name: str) -> dict:
    return {p: DUMMIES[kind] for p, kind in queries.header(name).parameters.items()}


def statement(name: str) -> str:
    """The SQL of a query without its comments."""
    return re.sub(r"--[^\n]*", "", queries.text(name))


def offenders(holds: Callable[[str], bool]) -> list[str]:
    return [name for name in queries.names() if not holds(name)]


def parsed(name: str) -> duckdb.Statement:
    (only,) = duckdb.extract_statements(queries.text(name))
    return only


@pytest.fixture(scope="module")
def empty(given) -> duckdb.DuckDBPyConnection:
    return given()


def test_a_query_is_one_select():
    assert offenders(lambda name: parsed(name).type == duckdb.StatementType.SELECT) == []


def test_the_documented_parameters_are_those_of_the_statement():
    def holds(name: str) -> bool:
        return set(queries.header(name).parameters) == parsed(name).named_parameters

    assert offenders(holds) == []


def test_the_documented_columns_are_those_of_the_result(empty):
    def holds(name: str) -> bool:
        described = empty.cursor().execute(f"describe {queries.text(name)}", dummies(name))
        return list(queries.header(name).columns.items()) == [r[:2] for r in described.fetchall()]

    assert offenders(holds) == []


def test_the_types_stay_when_every_row_is_missing(empty):
    def holds(name: str) -> bool:
        result = empty.cursor().execute(queries.text(name), dummies(name)).description
        return list(queries.header(name).columns.items()) == [(r[0], str(r[1])) for r in result]

    assert offenders(holds) == []


def test_a_query_runs_with_empty_lists_and_with_a_range_the_wrong_way_round(empty):
    turned = {"first_year": 2022, "last_year": 2021, "sectors": [], "indicators": [], "areas": []}
    turned |= {"tiers": [], "towns": []}

    def holds(name: str) -> bool:
        asked = {p: turned.get(p, value) for p, value in dummies(name).items()}
        frame = queries.run(empty, name, **asked)
        return list(frame.columns) == list(queries.header(name).columns)

    assert offenders(holds) == []


def test_a_query_has_a_total_order_or_one_row():
    def holds(name: str) -> bool:
        outermost = statement(name).lower()
        while (without := re.sub(r"\([^()]*\)", "", outermost)) != outermost:
            outermost = without
        one_row = "returns one row," in queries.text(name).lower()
        ordered = r"order by\s.*(asc|desc|nulls last)(\s+limit \$most)?\s*$"
        return one_row or bool(re.search(ordered, outermost, re.DOTALL))

    assert offenders(holds) == []


def test_a_file_is_named_in_lower_snake_case():
    assert offenders(lambda name: bool(re.fullmatch(r"[a-z]+(_[a-z]+)*", name))) == []


def test_a_header_begins_with_a_sentence_and_documents_every_column_once():
    def holds(name: str) -> bool:
        documented = re.findall(r"^--   ([a-z]\w*) ", queries.text(name), re.MULTILINE)
        header = queries.header(name)
        return header.title.endswith(".") and documented == list(header.columns)

    assert offenders(holds) == []


def test_a_query_can_be_read_at_a_glance():
    assert offenders(lambda name: len(statement(name).strip().splitlines()) <= LONGEST) == []


def test_a_column_name_has_one_type_and_one_meaning():
    meanings: dict[str, set] = {}
    for name in queries.names():
        header = queries.header(name)
        for column, kind in header.columns.items():
            meanings.setdefault(column, set()).add((kind, header.units[column]))
    assert {column: found for column, found in meanings.items() if len(found) > 1} == {}


def test_a_parameter_has_one_type():
    types: dict[str, set] = {}
    for name in queries.names():
        for parameter, kind in queries.header(name).parameters.items():
            types.setdefault(parameter, set()).add(kind)
    assert {parameter: found for parameter, found in types.items() if len(found) > 1} == {}


def test_an_unknown_query_is_answered_with_the_nearest_name(empty):
    with pytest.raises(KeyError, match="did you mean investment_by_year"):
        queries.run(empty, "investments_by_year")


def test_a_parameter_that_is_missing_or_unknown_is_named(empty):
    with pytest.raises(TypeError, match=r"missing \['area'\], unknown \['region'\]"):
        queries.run(empty, "years", region="610902", this_year=2026)


def test_missing_values_are_told_from_zero_and_from_empty_text(given):
    built = given(
        observations=[{"time_period": "2021", "obs_value": 0.0}],
        indicators=[{"indicator": "gdp", "headline": 1}, {"indicator": "jobs", "headline": 2}],
    )
    frame = queries.run(
        built,
        "headlines_by_indicator",
        area="610902",
        first_year=2020,
        last_year=2021,
        sectors=[],
        indicators=[],
    )
    assert frame["value"].isna().tolist() == [False, True]
    assert frame["year"].isna().tolist() == [False, True]
    assert frame["source"].tolist() == ["bulletin", None]
    assert (str(frame["year"].dtype), str(frame["is_focus_year"].dtype)) == ("Int64", "boolean")
