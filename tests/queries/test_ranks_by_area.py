"""Counties side by side: ranks with ties, gaps, who is missing, and which years can be compared."""

import pytest

AREAS = [
    {"ref_area": "610900", "level": "city"},
    {"ref_area": "610902", "parent": "610900", "is_home": True},
    {"ref_area": "610921", "parent": "610900"},
    {"ref_area": "610922", "parent": "610900"},
    {"ref_area": "610923", "parent": "610900"},
    {"ref_area": "610702", "parent": "610700"},  # a county of another city
]


def figures(indicator: str = "gdp", **values: float | None) -> list[dict]:
    """a610902=5.0 as a figure of Hanbin's for 2021, and so on."""
    return [
        {
            "indicator": indicator,
            "ref_area": area.removeprefix("a"),
            "time_period": "2021",
            "obs_value": value,
        }
        for area, value in values.items()
    ]


RANKS = "ref_area value rank ranked gap_above gap_below"


@pytest.fixture
def ranks(given, ask):
    def answer(columns: str = RANKS, *, indicator: str = "gdp", **tables) -> list[tuple]:
        built = given(areas=AREAS, **tables)
        return ask(built, "ranks_by_area", columns, indicator=indicator, year=2021)

    return answer


def test_the_highest_is_first_and_gaps_lead_to_the_next(ranks):
    rows = ranks(observations=figures(a610902=5.0, a610921=9.0, a610922=7.0, a610923=1.0))
    assert rows == [
        ("610921", 9, 1, 4, None, 2),  # 9 − 7
        ("610922", 7, 2, 4, 2, 2),  # 9 − 7, 7 − 5
        ("610902", 5, 3, 4, 2, 4),  # 7 − 5, 5 − 1
        ("610923", 1, 4, 4, 4, None),
    ]


def test_ties_share_a_rank_and_the_next_rank_is_left_out(ranks):
    rows = ranks(observations=figures(a610902=7.0, a610921=9.0, a610922=7.0, a610923=1.0))
    assert rows == [
        ("610921", 9, 1, 4, None, 2),
        ("610902", 7, 2, 4, 2, 6),
        ("610922", 7, 2, 4, 2, 6),
        ("610923", 1, 4, 4, 6, None),
    ]


def test_a_county_without_a_figure_is_listed_and_never_ranked(ranks):
    rows = ranks(observations=figures(a610902=5.0, a610921=None, a610922=0.0))
    assert rows == [
        ("610902", 5, 1, 2, None, 5),
        ("610922", 0, 2, 2, 5, None),
        ("610921", None, None, None, None, None),
        ("610923", None, None, None, None, None),
    ]


def test_where_lower_is_better_the_lowest_is_first(ranks):
    rows = ranks(
        indicator="pollution",
        indicators=[{"indicator": "pollution", "better": "lower"}],
        observations=figures("pollution", a610902=5.0, a610921=9.0),
    )
    assert rows[:2] == [("610902", 5, 1, 2, None, 4), ("610921", 9, 2, 2, 4, None)]


def test_a_figure_without_the_zones_is_shown_and_not_ranked(ranks):
    part = [{**row, "scope": "excluding_zones"} for row in figures(a610902=5.0)]
    rows = ranks(observations=part + figures(a610921=9.0))
    assert rows[0] == ("610921", 9, 1, 1, None, None)
    assert rows[1] == ("610902", 5, None, None, None, None)


def test_other_cities_years_breakdowns_and_parts_of_a_year_do_not_count(ranks):
    other = figures(a610702=99.0, a610900=99.0)
    other += [{"time_period": "2020", "obs_value": 99.0, "ref_area": "610921"}]
    other += [
        {
            "time_period": "2021-06",
            "coverage": "year_to_date",
            "obs_value": 99.0,
            "ref_area": "610922",
        }
    ]
    other += [
        {"time_period": "2021", "obs_value": 99.0, "ref_area": "610923", "breakdown": "farming"}
    ]
    rows = ranks(observations=other + figures(a610902=5.0))
    assert rows[0] == ("610902", 5, 1, 1, None, None)
    assert [row[2] for row in rows[1:]] == [None, None, None]


def test_ten_counties_of_the_census_are_ranked_one_to_ten(shipped, ask):
    rows = ask(
        shipped, "ranks_by_area", "ref_area rank value", indicator="census_population", year=2020
    )
    assert [rank for _, rank, _ in rows] == list(range(1, 11))
    # Hanbin 894,853 people and Xunyang 357,876: the first two; Zhenping 47,356 is the last.
    assert rows[0] == ("610902", 1, 89.4853)
    assert rows[1] == ("610981", 2, 35.7876)
    assert rows[9] == ("610927", 10, 4.7356)


def test_a_year_can_be_compared_from_two_counties_on(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            *figures("gdp", a610902=1.0, a610921=2.0, a610922=3.0),
            *figures("jobs", a610922=1.0, a610921=2.0),
            *figures("schools", a610902=1.0, a610702=2.0, a610900=3.0),
            *figures("roads", a610902=1.0, a610921=None),
        ],
    )
    assert ask(built, "comparable_years", "indicator year counties") == [
        ("gdp", 2021, 3),
        ("jobs", 2021, 2),
    ]
