"""The year's plan by category: shares of the categories' sum, the subtotal left out."""

import pytest

NAME = "planned_investment_by_category"


def planned(category: str, value: float | None, **more) -> dict:
    return {
        "indicator": "district_key_projects_planned_investment",
        "time_period": "2021",
        "breakdown": category,
        "obs_value": value,
    } | more


def categories(*codes: str) -> list[dict]:
    return [{"breakdown": code, "dimension": "project_category"} for code in codes]


ALL = categories("farming", "tourism", "commerce", "industry_group")


def test_shares_are_of_the_sum_of_the_categories_largest_first(given, ask):
    built = given(
        breakdowns=ALL,
        observations=[planned("farming", 5), planned("tourism", 12), planned("commerce", 3)],
    )
    # 12 + 5 + 3 = 20: 60 %, 25 %, 15 %
    assert ask(built, NAME, "year breakdown planned_investment share_pct") == [
        (2021, "tourism", 12, 60),
        (2021, "farming", 5, 25),
        (2021, "commerce", 3, 15),
    ]


def test_the_subtotal_and_other_dimensions_are_no_categories(given, ask):
    built = given(
        breakdowns=[*ALL, {"breakdown": "municipal_list", "dimension": "project_level"}],
        observations=[
            planned("farming", 5),
            planned("industry_group", 20),
            planned("municipal_list", 4),
        ],
    )
    assert ask(built, NAME, "breakdown share_pct") == [("farming", 100)]


def test_no_share_is_told_while_a_category_has_no_figure(given, ask):
    built = given(breakdowns=ALL, observations=[planned("farming", 5), planned("tourism", None)])
    assert ask(built, NAME, "breakdown planned_investment share_pct") == [
        ("farming", 5, None),
        ("tourism", None, None),
    ]


def test_a_category_known_by_its_projects_only_has_no_investment(given, ask):
    built = given(
        breakdowns=ALL,
        observations=[
            planned("farming", 17, indicator="district_key_projects_planned"),
            planned("tourism", 2),
        ],
    )
    assert ask(built, NAME, "breakdown planned_projects planned_investment share_pct") == [
        ("tourism", None, 2, None),
        ("farming", 17, None, None),
    ]


def test_a_tie_is_in_the_order_of_codes_and_zeros_have_no_share(given, ask):
    built = given(
        breakdowns=ALL,
        observations=[
            planned("tourism", 4),
            planned("commerce", 4),
            planned("tourism", 0, time_period="2022"),
        ],
    )
    assert ask(built, NAME, "year breakdown share_pct") == [
        (2021, "commerce", 50),
        (2021, "tourism", 50),
        (2022, "tourism", None),
    ]


def test_another_area_a_part_of_a_year_and_other_years_do_not_count(given, ask):
    built = given(
        breakdowns=ALL,
        observations=[
            planned("farming", 1, ref_area="610900"),
            planned("farming", 2, time_period="2021-06", coverage="year_to_date"),
            planned("farming", 3, time_period="2019"),
        ],
    )
    assert ask(built, NAME, "year") == []


def test_of_both_scopes_the_whole_jurisdiction_counts(given, ask):
    built = given(
        breakdowns=ALL,
        observations=[
            planned("farming", 9, scope="excluding_zones"),
            planned("farming", 5, scope="whole_jurisdiction"),
        ],
    )
    assert ask(built, NAME, "planned_investment") == [(5,)]


def test_the_plan_of_2014(shipped, ask):
    # 27.4238 + 22.5223 + 10.3362 + 9.5 + 8.332 + 2.9 = 81.0143, published as 81
    asked = {"first_year": 2014, "last_year": 2014}
    rows = ask(shipped, NAME, "breakdown planned_investment share_pct", **asked)
    assert [row[:2] for row in rows] == [
        ("livelihood", 27.4238),
        ("manufacturing", 22.5223),
        ("farming", 10.3362),
        ("commerce", 9.5),
        ("infrastructure", 8.332),
        ("tourism", 2.9),
    ]
    assert rows[0][2] == pytest.approx(33.8506, abs=1e-4)  # 100 * 27.4238 / 81.0143
    assert sum(row[2] for row in rows) == pytest.approx(100)
