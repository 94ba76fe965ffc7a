"""One indicator by scope: the two are never joined, the last point of a year counts."""

NAME = "values_by_scope_and_year"


def residents(period: str, value: float | None, **more) -> dict:
    row = {"indicator": "residents", "time_period": period, "obs_value": value}
    return row | {"coverage": "point", "scope": "whole_jurisdiction"} | more


def test_each_scope_is_a_series_and_the_whole_comes_first(given, ask):
    built = given(
        observations=[
            residents("2021", 67.3, scope="excluding_zones"),
            residents("2021", 89.1),
            residents("2020", 88.6),
            residents("2022", 90, scope=None),
            residents("2022", 91, scope="unstated", ref_area="610900"),
        ]
    )
    assert ask(built, NAME, "scope year value", indicator="residents") == [
        ("whole_jurisdiction", 2020, 88.6),
        ("whole_jurisdiction", 2021, 89.1),
        ("unstated", 2022, 90),
        ("excluding_zones", 2021, 67.3),
    ]


def test_of_two_points_in_a_year_the_last_counts_and_missing_ones_have_no_row(given, ask):
    built = given(
        observations=[
            residents("2020-06", 1),
            residents("2020-11-01", 0),
            residents("2021", None),
            residents("2022-06", 3, coverage="year_to_date"),
            residents("2022", 4, breakdown="farming"),
            residents("2019", 5),
        ]
    )
    assert ask(built, NAME, "year value", indicator="residents") == [(2020, 0)]


def test_a_break_is_that_of_the_indicator_and_area(given, ask):
    built = given(
        observations=[residents("2020", 1), residents("2021", 2), residents("2022", 3)],
        breaks=[
            {"indicator": "residents", "time_period": "2021-03"},
            {"indicator": "residents", "time_period": "2021"},
            {"indicator": "residents", "time_period": "2022", "ref_area": "610900"},
            {"indicator": "gdp", "time_period": "2022"},
        ],
    )
    assert ask(built, NAME, "year is_break", indicator="residents") == [
        (2020, False),
        (2021, True),
        (2022, False),
    ]
