"""Key-project investment: the plan, the whole year, and the part of a year that is no year."""

import pytest

NAME = "investment_by_year"


def completed(period: str, value: float | None, **more) -> dict:
    indicator = "district_key_projects_investment"
    return {"indicator": indicator, "time_period": period, "obs_value": value} | more


def planned(period: str, value: float | None, **more) -> dict:
    return completed(period, value, indicator="district_key_projects_planned_investment") | more


def projects(period: str, value: float, **more) -> dict:
    return completed(period, value, indicator="district_key_projects") | more


def to_date(figure: dict) -> dict:
    return figure | {"coverage": "year_to_date"}


def test_completed_is_a_share_of_the_plan(given, ask):
    built = given(observations=[completed("2021", 150), planned("2021", 120)])
    # 100 * 150 / 120 = 125
    assert ask(built, NAME, "year completed planned completed_pct", first_year=2021) == [
        (2021, 150, 120, 125),
        (2022, None, None, None),
    ]


def test_a_year_without_figures_keeps_its_row(given, ask):
    assert ask(given(), NAME, "year projects completed planned completed_pct") == [
        (2020, None, None, None, None),
        (2021, None, None, None, None),
        (2022, None, None, None, None),
    ]


@pytest.mark.parametrize(
    ("done", "plan", "pct"),
    [
        (None, 120, None),  # announced without a value
        (150, None, None),
        (0, 120, 0),  # nothing completed is a figure: 100 * 0 / 120
        (150, 0, None),  # no share of nothing
        (0, 0, None),
    ],
)
def test_a_share_is_missing_where_a_part_of_it_is(given, ask, done, plan, pct):
    built = given(observations=[completed("2020", done), planned("2020", plan)])
    assert ask(built, NAME, "completed planned completed_pct", last_year=2020) == [
        (done, plan, pct)
    ]


def test_another_area_and_a_part_of_a_breakdown_do_not_count(given, ask):
    built = given(
        observations=[
            completed("2020", 150),
            completed("2020", 999, ref_area="610900"),
            planned("2020", 30, breakdown="farming"),
        ]
    )
    assert ask(built, NAME, "completed planned", last_year=2020) == [(150, None)]


def test_eleven_months_stand_apart_and_are_never_the_year(given, ask):
    built = given(
        observations=[
            to_date(completed("2020-06", 80)),
            to_date(completed("2020-11", 177)),
            to_date(projects("2020-11", 152)),
            planned("2020", 200),
        ]
    )
    columns = "completed completed_pct projects completed_to_date to_date_month"
    assert ask(built, NAME, columns, last_year=2020) == [(None, None, None, 177, 11)]


def test_the_part_of_a_year_gives_way_to_the_whole(given, ask):
    built = given(
        observations=[
            to_date(completed("2020-11", 177)),
            to_date(projects("2020-11", 152)),
            completed("2020", 190),
        ]
    )
    columns = "completed completed_to_date to_date_month"
    assert ask(built, NAME, columns, last_year=2020) == [(190, None, None)]


def test_a_part_without_a_figure_gives_way_to_an_earlier_one(given, ask):
    built = given(
        observations=[to_date(completed("2020-09", 100)), to_date(completed("2020-12", None))]
    )
    assert ask(built, NAME, "completed_to_date to_date_month", last_year=2020) == [(100, 9)]


@pytest.mark.parametrize("figures", [(150, 177), (177, 150)])
def test_the_whole_jurisdiction_counts_in_a_part_of_a_year_too(given, ask, figures):
    part, whole = figures
    built = given(
        observations=[
            to_date(completed("2020-11", part, scope="excluding_zones")),
            to_date(completed("2020-11", whole, scope="whole_jurisdiction")),
        ]
    )
    assert ask(built, NAME, "completed_to_date", last_year=2020) == [(whole,)]


def test_to_date_another_area_and_a_part_of_a_breakdown_do_not_count(given, ask):
    built = given(
        observations=[
            to_date(completed("2020-11", 177, ref_area="610900")),
            to_date(completed("2020-11", 30, breakdown="farming")),
        ]
    )
    assert ask(built, NAME, "completed_to_date to_date_month", last_year=2020) == [(None, None)]


def test_the_years_of_the_founding_article_and_the_reports(shipped, ask):
    # 2017: 147.2 of 136 planned = 108.235…; the report itself prints 107.6.
    # 2021: 147 projects, 158.6; no plan was published. 2023: eleven months only.
    columns = "year projects completed planned completed_pct published_completed_pct"
    found = {row[0]: row[1:] for row in ask(shipped, NAME, columns, first_year=2017)}
    assert found[2017] == (139, 147.2, 136, pytest.approx(108.2353, abs=1e-4), 107.6)
    assert found[2021] == (147, 158.6, None, None, None)


def test_2023_is_eleven_months_long(shipped, ask):
    columns = "projects completed completed_to_date to_date_month"
    asked = {"first_year": 2023, "last_year": 2023}
    assert ask(shipped, NAME, columns, **asked) == [(None, None, 177, 11)]


def test_what_is_from_a_copy_is_told_of_the_investment_that_is_shown(shipped, ask):
    # 2017 is from a copy of the district's article, 2021 and 2023 from the reports themselves.
    found = dict(ask(shipped, NAME, "year is_secondary", first_year=2017, last_year=2023))
    assert (found[2017], found[2021], found[2023]) == (True, False, False)
