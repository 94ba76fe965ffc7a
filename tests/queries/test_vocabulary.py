"""Each word of the vocabulary by itself, with values that one can see are right."""

import duckdb
import pytest

from indicators import warehouse


@pytest.fixture(scope="module")
def words() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    connection.execute(warehouse.VOCABULARY.read_text(encoding="utf-8"))
    return connection


@pytest.fixture(scope="module")
def said(words):
    """said("year_of('2021-11')") → what the expression is."""
    return lambda expression: words.execute(f"select {expression}").fetchall()[0][0]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("year_of('2021-11-30')", 2021),
        ("quarter_of('2021-Q3')", 3),
        ("month_of('2021-11-30')", 11),
        ("last_month('2021')", "2021-12"),
        ("last_month('2021-Q1')", "2021-03"),  # 3 × 1
        ("last_month('2021-Q4')", "2021-12"),  # 3 × 4
        ("last_month('2021-07')", "2021-07"),
        ("last_month('2020-11-01')", "2020-11"),
        ("told_period('point', '2020-11-01')", "2020"),
        ("told_period('month', '2020-11')", "month 2020-11"),
        ("lateness('year', '2020') > lateness('point', '2020-12-31')", True),
        ("lateness('point', '2020-12-31') > lateness('point', '2020-11-01')", True),
    ],
)
def test_periods(said, expression, value):
    assert said(expression) == value


def test_years_and_points_tell_a_year_and_its_parts_do_not(said):
    coverages = ("year", "point", "year_to_date", "quarter", "month")
    told = {coverage: said(f"tells_year('{coverage}')") for coverage in coverages}
    assert told == {
        "year": True,
        "point": True,
        "year_to_date": False,
        "quarter": False,
        "month": False,
    }


def test_the_years_between_two_are_none_the_wrong_way_round(words):
    asked = "select year from years_from({}, {})"
    assert words.execute(asked.format(2019, 2021)).fetchall() == [(2019,), (2020,), (2021,)]
    assert words.execute(asked.format(2021, 2019)).fetchall() == []


def test_who_is_believed_before_whom(said):
    kinds = ("official", "newspaper", "other", "encyclopaedia")
    assert [said(f"distrust('{kind}')") for kind in kinds] == [1, 2, 3, 4]
    assert [said(f"is_second_hand('{kind}')") for kind in kinds] == [False, False, True, True]


@pytest.mark.parametrize(
    ("note", "quoted"),
    [
        ("原文“11000余本”", "11000余本"),
        ("投入200余万元。", "200余万元"),
        ("20万余人，", "20万余人"),
        ("1.5亿多", "1.5亿多"),
        ("共30000多", "30000多"),  # the note ends there
        ("9000吨以上", "9000吨以上"),
        ("9000以上", "9000以上"),
        ("5000余平方公里的", "5000余平方公里"),  # four signs at most
        ("2期工程共5吨以上", "5吨以上"),  # no number between
        ("2至0吨以上", "0吨以上"),
        ("约9000吨", None),
        ("", None),
    ],
)
def test_an_estimates_note_is_quoted_where_it_says_more_than(said, note, quoted):
    assert said(f"quoted('E', '{note}')") == quoted
    assert said(f"quoted('A', '{note}')") is None
    assert said(f"is_more_than('E', '{note}')") is (quoted is not None)


@pytest.mark.parametrize(
    ("status", "note", "estimate"),
    [
        ("A", "'预计'", None),
        ("E", "'预计9000吨以上'", "more_than"),
        ("E", "'预计'", "forecast"),
        ("E", "'按普查推算'", "projected"),
        ("E", "'约数'", "about"),
        ("E", "null", "about"),
    ],
)
def test_how_an_estimate_came_about(said, status, note, estimate):
    assert said(f"estimate_of('{status}', {note})") == estimate


def test_scopes(said):
    whole, part, unstated = "'whole_jurisdiction'", "'excluding_zones'", "'unstated'"
    assert [said(f"breadth({scope})") for scope in (whole, unstated, "null", part)] == [1, 2, 2, 3]
    assert said("stated(null)") == "unstated"
    without = {scope: said(f"is_without_zones({scope})") for scope in (whole, part, "null")}
    assert without == {whole: False, part: True, "null": False}
    pairs = [(whole, whole), (whole, part), (whole, unstated), ("null", part), ("null", "null")]
    assert [said(f"comparable({one}, {other})") for one, other in pairs] == [
        True,
        False,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("indicator", "sector", "place"),
    [
        ("gdp_per_capita", "economy", 1),
        ("value_added_of_industry", "economy", 2),
        ("fixed_asset_investment_growth_pct", "investment", 3),
        ("district_key_projects", "investment", 4),
        ("retail_sales", "economy", 5),
        ("urban_disposable_income", "income", 6),
        ("total_fiscal_revenue", "finance", 7),
        ("tea_area", "farming", 8),
    ],
)
def test_the_order_of_a_work_report(said, indicator, sector, place):
    assert said(f"report_place('{indicator}', '{sector}')") == place


def test_nothing_chosen_is_everything_and_nothing_wanted_is_what_heads_the_overview(said):
    none = "cast([] as varchar[])"
    assert [said(f"is_chosen('jobs', {choice})") for choice in (none, "['jobs']", "['tea']")] == [
        True,
        True,
        False,
    ]
    assert said(f"is_wanted('gdp', 3, {none})") is True
    assert said(f"is_wanted('gdp', null, {none})") is False
    assert said("is_wanted('gdp', null, ['gdp'])") is True
    assert said("is_wanted('gdp', 3, ['tea'])") is False


def test_areas_stand_from_near_to_far(said):
    levels = ("county", "zone", "city", "province", "country")
    assert [said(f"nearness(false, '{level}')") for level in levels] == [1, 2, 3, 4, 5]
    assert said("nearness(true, 'province')") == 0


def test_differences_are_of_decimals_and_ahead_is_what_is_better(said):
    assert said("difference(5.35::double, 5.3::double)") == 0.05
    assert [said(f"advantage(3, 5, '{better}')") for better in ("higher", "lower", "neither")] == [
        -2,
        2,
        -2,
    ]


@pytest.mark.parametrize(
    ("qualifier", "target", "leeway"),
    [
        ("'about'", "6.0", 0.5),
        ("'about'", "5.5", 0.05),
        ("'about'", "5.25", 0.005),
        ("'at_least'", "6.0", 0),
        ("null", "6.0", 0),
    ],
)
def test_about_so_much_is_reached_by_what_rounds_to_it(said, qualifier, target, leeway):
    assert said(f"leeway({qualifier}, cast({target} as double))") == pytest.approx(leeway)
