"""The warehouse holds what the gate let in, keeps to its schema, and is sealed."""

import csv
from pathlib import Path

import duckdb
import pytest

from indicators import gate, warehouse

DATA = Path(__file__).resolve().parents[2] / "data"

INDICATOR = {
    "indicator": "residents",
    "sector": "population",
    "name_zh": "常住人口",
    "name_en": "Residents",
    "unit_zh": "万人",
    "unit_en": "10,000 people",
    "decimals": 2,
    "better": "neither",
    "kind": "stock",
    "definition_zh": "年末数",
    "definition_en": "Year's end",
    "file": "indicators.csv",
    "line": 2,
}
OBSERVATION = {
    "indicator": "residents",
    "ref_area": "610902",
    "time_period": "2021",
    "coverage": "year",
    "obs_value": 89.1,
    "obs_status": "A",
    "source": "yearbook",
    "file": "observations/population.csv",
    "line": 2,
}


def source(code: str, published_on: str | None) -> dict:
    return {
        "source": code,
        "title": "年鉴",
        "publisher": "统计局",
        "published_on": published_on,
        "kind": "official",
        "file": "sources.csv",
        "line": 2,
    }


def tables(**changed) -> dict[str, list[dict]]:
    """One indicator, one area, two sources; no observations unless they are given."""
    return {
        "sectors": [{"sector": "population", "name_zh": "人口", "name_en": "Population",
                     "position": 1, "file": "sectors.csv", "line": 2}],
        "areas": [{"ref_area": "610902", "name_zh": "汉滨区", "name_en": "Hanbin",
                   "level": "county", "is_home": True, "file": "areas.csv", "line": 2}],
        "sources": [source("yearbook", "2022-07-13"), source("undated", None)],
        "indicators": [INDICATOR],
        **changed,
    }  # fmt: skip


def rows(connection: duckdb.DuckDBPyConnection, statement: str) -> list[tuple]:
    return connection.cursor().execute(statement).fetchall()


def annual(*observations: dict) -> list[tuple]:
    """What counts as the figures of the years, of observations that differ in what is given."""
    built = warehouse.build(tables(observations=[OBSERVATION | given for given in observations]))
    return rows(built, "select year, obs_value from annual_observations order by year")


@pytest.fixture(scope="module")
def shipped() -> duckdb.DuckDBPyConnection:
    return warehouse.open_folder(DATA)


def test_every_shipped_row_is_loaded(shipped):
    lines = {}
    for file in DATA.rglob("*.csv"):
        table = "observations" if file.parent.name == "observations" else file.stem
        with file.open(encoding="utf-8", newline="") as text:
            lines[table] = lines.get(table, 0) + sum(1 for _ in csv.reader(text)) - 1
    loaded = {table: rows(shipped, f"select count(*) from {table}")[0][0] for table in lines}
    assert loaded == lines
    assert set(lines) == {
        *("sectors", "areas", "sources", "indicators", "breakdowns", "observations"),
        *("targets", "breaks", "projects", "red_sites"),
    }


def test_a_figure_arrives_with_its_types_and_the_place_where_it_stands(shipped):
    assert rows(
        shipped,
        """
        select ref_area, time_period, obs_value, typeof(obs_value), breakdown, file, line
        from observations
        where indicator = 'new_urban_jobs' and ref_area = '610902'
        """,
    ) == [("610902", "2021", 5150.0, "DOUBLE", None, "observations/jobs.csv", 2)]
    assert rows(
        shipped,
        "select is_home, typeof(is_home), tile_row, typeof(tile_row), line"
        " from areas where ref_area = '610902'",
    ) == [(True, "BOOLEAN", 2, "INTEGER", 5)]


def test_the_place_of_a_figure_leads_to_its_line_in_the_file(shipped):
    ((file, line),) = rows(
        shipped,
        "select file, line from observations"
        " where indicator = 'afforestation_area' and ref_area = '610902'",
    )
    text = (DATA / file).read_text(encoding="utf-8").splitlines()[line - 1]
    assert text.startswith("afforestation_area,610902,2021,year,,15,")


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('data/sources.csv')",
        "select * from read_text('/etc/hostname')",
        "copy sectors to 'sectors.csv'",
        "attach 'other.duckdb'",
        "load httpfs",
        "install httpfs",
    ],
)
def test_the_snapshot_reaches_no_file(shipped, statement):
    with pytest.raises(duckdb.PermissionException):
        rows(shipped, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "set enable_external_access = true",
        "set memory_limit = '64GB'",
        "set threads = 16",
        "set global max_execution_time = 0",
        "set lock_configuration = false",
    ],
)
def test_no_setting_of_the_snapshot_can_be_changed(shipped, statement):
    with pytest.raises(duckdb.Error, match="locked|Cannot change"):
        rows(shipped, statement)


def test_the_limits_hold_for_every_cursor(shipped):
    assert rows(
        shipped,
        """
        select name, value from duckdb_settings()
        where name in ('enable_external_access', 'max_execution_time', 'memory_limit', 'threads',
            'temp_directory', 'autoload_known_extensions', 'lock_configuration')
        order by name
        """,
    ) == [
        ("autoload_known_extensions", "false"),
        ("enable_external_access", "false"),
        ("lock_configuration", "true"),
        ("max_execution_time", "20000"),
        ("memory_limit", "953.6 MiB"),  # 1 GB of a thousand million bytes
        ("temp_directory", ""),
        ("threads", "2"),
    ]


def test_a_bad_folder_is_refused_and_not_loaded(tmp_path):
    with pytest.raises(gate.Refused):
        warehouse.open_folder(tmp_path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"indicator": "nothing"},
        {"ref_area": "999999"},
        {"source": "nobody"},
        {"breakdown": "nothing"},
        {"coverage": "week"},
        {"obs_status": "X"},
        {"scope": "half"},
        {"obs_value": float("nan")},
        {"obs_value": float("inf")},
        {"time_period": None},
        {"file": None},
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_gate_would_have_refused(wrong):
    with pytest.raises(duckdb.ConstraintException):
        warehouse.build(tables(observations=[OBSERVATION | wrong]))


@pytest.mark.parametrize("twice", [{"indicator": "residents"}, {"indicator": "b", "headline": 1}])
def test_the_schema_refuses_a_code_or_a_headline_twice(twice):
    first = INDICATOR | {"headline": 1}
    with pytest.raises(duckdb.ConstraintException):
        warehouse.build(tables(indicators=[first, INDICATOR | twice]))


def test_a_column_that_the_table_does_not_have_is_an_error_and_not_dropped():
    with pytest.raises(ValueError, match="observations has no column obs_valeu"):
        warehouse.build(tables(observations=[OBSERVATION | {"obs_valeu": 1.0}]))


def test_a_table_without_rows_is_there_and_empty():
    assert rows(warehouse.build(tables()), "select count(*) from observations") == [(0,)]


def test_the_order_of_a_rows_columns_does_not_matter():
    turned = dict(reversed(OBSERVATION.items()))
    built = warehouse.build(tables(observations=[turned]))
    assert rows(built, "select ref_area, time_period, obs_value, line from observations") == [
        ("610902", "2021", 89.1, 2)
    ]


def test_a_missing_value_stays_missing():
    assert annual({"obs_value": None}) == [(2021, None)]


def test_the_whole_jurisdiction_counts_where_a_year_has_both_scopes():
    assert annual(
        {"scope": "excluding_zones", "obs_value": 67.3},
        {"scope": "whole_jurisdiction", "obs_value": 89.1},
    ) == [(2021, 89.1)]


def test_the_part_without_the_zones_counts_where_it_is_all_there_is():
    assert annual({"scope": "excluding_zones", "obs_value": 67.3}) == [(2021, 67.3)]


def test_hanbins_population_of_2021_is_that_of_the_whole_jurisdiction(shipped):
    assert rows(
        shipped,
        """
        select obs_value, scope from annual_observations
        where indicator = 'resident_population' and ref_area = '610902' and year = 2021
        """,
    ) == [(89.1217, "whole_jurisdiction")]


def test_quarters_months_and_the_year_to_date_are_no_years():
    assert (
        annual(
            {"coverage": "quarter", "time_period": "2021-Q3"},
            {"coverage": "month", "time_period": "2021-06"},
            {"coverage": "year_to_date", "time_period": "2021-11"},
        )
        == []
    )


def test_the_key_projects_of_eleven_months_are_not_those_of_2023(shipped):
    assert (
        rows(
            shipped,
            """
            select * from annual_observations
            where indicator = 'district_key_projects' and ref_area = '610902' and year = 2023
            """,
        )
        == []
    )


def test_of_several_points_in_a_year_the_last_counts():
    assert annual(
        {"coverage": "point", "time_period": "2021-11", "obs_value": 2.0},
        {"coverage": "point", "time_period": "2021-06", "obs_value": 1.0},
    ) == [(2021, 2.0)]


def test_a_part_of_a_breakdown_is_not_the_figure_of_the_year():
    part = {"breakdown": "mobile", "dimension": "group", "name_zh": "流动", "name_en": "Mobile"}
    built = warehouse.build(
        tables(
            breakdowns=[part | {"file": "breakdowns.csv", "line": 2}],
            observations=[OBSERVATION | {"breakdown": "mobile"}],
        )
    )
    assert rows(built, "select * from annual_observations") == []


def test_of_two_vintages_the_newest_publication_is_in_force():
    assert annual(
        {"obs_value": 88.0, "source": "undated"},
        {"obs_value": 89.1, "source": "yearbook"},
    ) == [(2021, 89.1)]


def test_the_older_vintage_stays_among_the_observations():
    older = OBSERVATION | {"obs_value": 88.0, "source": "undated"}
    built = warehouse.build(tables(observations=[older, OBSERVATION]))
    assert rows(built, "select source from observations order by source") == [
        ("undated",),
        ("yearbook",),
    ]
