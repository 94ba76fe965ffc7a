"""Figures beyond 2,147,483,647, the largest of 32 bits, arrive as they are."""

import pytest

MANY = 5_000_000_000.0
YEARS = {"first_year": 2021, "last_year": 2021}


@pytest.mark.parametrize(
    ("query", "columns", "indicators", "more"),
    [
        (
            "enterprises_by_year",
            "new_market_entities new_five_above_enterprises new_five_above_rank_in_city",
            ["new_market_entities", "new_five_above_enterprises", "new_five_above_rank_in_city"],
            {},
        ),
        (
            "investment_by_year",
            "projects completed",
            ["district_key_projects", "district_key_projects_investment"],
            {},
        ),
        (
            "jobs_by_year",
            "new_urban_jobs skills_trained",
            ["new_urban_jobs", "skills_trained"],
            {},
        ),
        ("values_by_year", "value", ["gdp"], {"indicators": ["gdp"]}),
        ("headlines_by_indicator", "value", ["gdp"], {"indicators": ["gdp"]}),
        ("sentence_parts_by_indicator", "value", ["gdp"], {"indicators": ["gdp"]}),
    ],
)
def test_a_figure_of_five_billion(given, ask, query, columns, indicators, more):
    built = given(
        observations=[
            {"indicator": indicator, "time_period": "2021", "obs_value": MANY}
            for indicator in indicators
        ]
    )
    assert ask(built, query, columns, **YEARS, **more) == [(MANY,) * len(indicators)]


def test_five_billion_of_the_city(given, ask):
    built = given(
        areas=[{"ref_area": "610902", "parent": "610900"}],
        observations=[
            {
                "indicator": "new_market_entities",
                "ref_area": "610900",
                "time_period": "2021",
                "obs_value": MANY,
            }
        ],
    )
    assert ask(built, "enterprises_by_year", "city_new_market_entities", **YEARS) == [(MANY,)]


def test_five_billion_members_and_projects_by_group(given, ask):
    part = {"time_period": "2021", "obs_value": MANY}
    built = given(
        breakdowns=[
            {"breakdown": "mobile", "dimension": "party_member_group"},
            {"breakdown": "farming", "dimension": "project_category"},
        ],
        observations=[
            part | {"indicator": "party_members"},
            part | {"indicator": "party_members", "breakdown": "mobile"},
            part | {"indicator": "district_key_projects_planned", "breakdown": "farming"},
        ],
    )
    assert ask(built, "party_members_by_group", "members all_members share_pct", **YEARS) == [
        (MANY, MANY, 100)
    ]
    assert ask(built, "planned_investment_by_category", "planned_projects", **YEARS) == [(MANY,)]


def test_five_billion_starts_in_a_quarter(given, ask):
    starts = {
        "indicator": "quarterly_project_starts",
        "time_period": "2021-Q3",
        "obs_value": MANY,
    }
    built = given(observations=[starts, starts | {"breakdown": "municipal_list"}])
    columns = "projects municipal_projects"
    assert ask(built, "project_starts_by_quarter", columns, **YEARS) == [(MANY, MANY)]
