"""Incomes of town and country: the ratio only where both are of one area, year and scope."""

import pytest

NAME = "incomes_by_area_and_year"
AREAS = [
    {"ref_area": "610902", "is_home": True},
    {"ref_area": "610900", "level": "city"},
    {"ref_area": "CHN", "level": "country"},
]
ALL = ["610902", "610900", "CHN"]
COLUMNS = "ref_area year urban_income rural_income urban_rural_ratio published_ratio"


def urban(period: str, value: float | None, **more) -> dict:
    row = {"indicator": "urban_disposable_income", "time_period": period, "obs_value": value}
    return row | more


def rural(period: str, value: float | None, **more) -> dict:
    return urban(period, value, indicator="rural_disposable_income") | more


def test_the_ratio_is_that_of_the_same_area_and_year(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            urban("2021", 30000),
            rural("2021", 12000),
            urban("2021", 48000, ref_area="CHN"),
            rural("2021", 20000, ref_area="CHN"),
            urban("2022", 1, ref_area="610921"),
            urban("2019", 1),
        ],
    )
    assert ask(built, NAME, COLUMNS, areas=ALL) == [
        ("610902", 2021, 30000, 12000, 2.5, None),  # 30000 / 12000
        ("CHN", 2021, 48000, 20000, 2.4, None),  # 48000 / 20000
    ]
    assert ask(built, NAME, COLUMNS, areas=[]) == []


@pytest.mark.parametrize(
    ("town", "country", "ratio"),
    [(30000, None, None), (None, 12000, None), (30000, 0, None), (0, 12000, 0)],
)
def test_the_ratio_is_missing_where_one_is_missing_or_the_rural_is_zero(
    given, ask, town, country, ratio
):
    built = given(areas=AREAS, observations=[urban("2021", town), rural("2021", country)])
    columns = "urban_income rural_income urban_rural_ratio"
    assert ask(built, NAME, columns, areas=ALL) == [(town, country, ratio)]


def test_a_half_year_is_no_year_and_other_years_are_not_divided(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            urban("2022-06", 17203, coverage="year_to_date"),
            rural("2022-06", 8105, coverage="year_to_date"),
            urban("2020", 30000),
            rural("2021", 12000),
        ],
    )
    columns = "year urban_income rural_income urban_rural_ratio"
    assert ask(built, NAME, columns, areas=ALL) == [
        (2020, 30000, None, None),
        (2021, None, 12000, None),
    ]


@pytest.mark.parametrize(
    ("of_rural", "ratio"),
    [("whole_jurisdiction", 2.5), ("excluding_zones", None), ("unstated", 2.5), (None, 2.5)],
)
def test_two_stated_scopes_that_differ_are_not_divided(given, ask, of_rural, ratio):
    built = given(
        areas=AREAS,
        observations=[
            urban("2021", 30000, scope="whole_jurisdiction"),
            rural("2021", 12000, scope=of_rural),
        ],
    )
    assert ask(built, NAME, "urban_rural_ratio", areas=ALL) == [(ratio,)]


def test_the_published_ratio_stands_beside_the_computed_one(given, ask):
    published = urban("2021", 2.6, indicator="urban_rural_income_ratio", scope="excluding_zones")
    built = given(areas=AREAS, observations=[urban("2021", 30000), rural("2021", 12000), published])
    columns = "urban_rural_ratio published_ratio"
    assert ask(built, NAME, columns, areas=ALL) == [(2.5, 2.6)]
    alone = given(areas=AREAS, observations=[published])
    assert ask(alone, NAME, columns, areas=ALL) == [(None, 2.6)]


def test_a_break_in_either_income_breaks_the_ratio_of_that_area(given, ask):
    both = [
        income(year, 2, ref_area=area)
        for area in ("610902", "610900")
        for year in ("2021", "2022")
        for income in (urban, rural)
    ]
    built = given(
        areas=AREAS,
        observations=both,
        breaks=[
            {"indicator": "urban_disposable_income", "time_period": "2022"},
            {"indicator": "rural_disposable_income", "time_period": "2022-06"},
        ],
    )
    assert ask(built, NAME, "ref_area year is_break", areas=ALL) == [
        ("610902", 2021, False),
        ("610902", 2022, True),
        ("610900", 2021, False),
        ("610900", 2022, False),
    ]


def test_the_ratios_of_2017_from_the_published_incomes(shipped, ask):
    rows = ask(
        shipped, NAME, "ref_area urban_rural_ratio", areas=ALL, first_year=2017, last_year=2017
    )
    # 28569 / 9311 = 3.0683, 28158 / 9394 = 2.9974, 36396 / 13432 = 2.7096
    assert [(area, round(ratio, 4)) for area, ratio in rows] == [
        ("610902", 3.0683),
        ("610900", 2.9974),
        ("CHN", 2.7096),
    ]
