"""The published livelihood lists: planned and completed by tier, and in all."""

import pytest

TIERS = [
    {"breakdown": "leadership_team", "dimension": "tier"},
    {"breakdown": "team_members", "dimension": "tier"},
    {"breakdown": "farming", "dimension": "project_category"},
]


def lists(**figures: float | None) -> list[dict]:
    """planned_leadership_team=62 as an observation of 2021, and so on."""
    return [
        {
            "indicator": f"livelihood_actions_{name.split('_', 1)[0]}",
            "breakdown": name.split("_", 1)[1],
            "time_period": "2021",
            "obs_value": value,
        }
        for name, value in figures.items()
    ]


ASKED = "tier items_planned items_completed items_done_pct all_planned all_completed all_done_pct"


def test_tiers_add_up_to_all(given, ask):
    built = given(
        breakdowns=TIERS,
        observations=lists(
            planned_leadership_team=60.0,
            completed_leadership_team=60.0,
            planned_team_members=100.0,
            completed_team_members=80.0,
        ),
    )
    # All: 60 + 100 = 160 planned, 60 + 80 = 140 completed, 140 ÷ 160 = 87.5 %
    assert ask(built, "completion_by_tier", ASKED) == [
        ("leadership_team", 60, 60, 100, 160, 140, 87.5),
        ("team_members", 100, 80, 80, 160, 140, 87.5),
    ]


def test_a_missing_number_leaves_the_whole_missing_and_the_row_in_place(given, ask):
    built = given(
        breakdowns=TIERS,
        observations=lists(
            planned_leadership_team=60.0, planned_team_members=0.0, completed_team_members=0.0
        ),
    )
    assert ask(built, "completion_by_tier", ASKED) == [
        ("leadership_team", 60, None, None, 60, None, None),
        ("team_members", 0, 0, None, 60, None, None),
    ]


def test_other_areas_other_breakdowns_and_other_years_do_not_count(given, ask):
    stranger = {"indicator": "livelihood_actions_planned", "obs_value": 9.0}
    built = given(
        breakdowns=TIERS,
        observations=[
            *lists(planned_team_members=10.0),
            {**stranger, "breakdown": "team_members", "time_period": "2021", "ref_area": "610922"},
            {**stranger, "breakdown": "farming", "time_period": "2021"},
            {**stranger, "breakdown": "team_members", "time_period": "2019"},
        ],
    )
    assert ask(built, "completion_by_tier", "year tier all_planned") == [(2021, "team_members", 10)]


def test_the_published_lists_of_2021(shipped, ask):
    assert ask(shipped, "completion_by_tier", "tier items_planned items_completed") == [
        ("leadership_team", 62, 62),
        ("district_leaders", 50, 50),
        ("towns_and_departments", 422, 422),
        ("team_members", 1035, 1035),
    ]
    # 62 + 50 + 422 + 1035 = 1569
    assert ask(shipped, "completion_by_tier", "all_planned all_done_pct")[0] == (
        pytest.approx(1569),
        100,
    )
