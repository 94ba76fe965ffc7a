"""Afforested area in three measures: 万亩, hectares, and a share of the land."""

import pytest

NAME = "afforestation_by_year"


def afforested(period: str, value: float | None, **more) -> dict:
    return {"indicator": "afforestation_area", "time_period": period, "obs_value": value} | more


def land(period: str, value: float | None, **more) -> dict:
    return afforested(period, value, indicator="land_area") | more


def test_fifteen_mu_are_a_hectare_and_a_hundred_hectares_a_square_kilometre(given, ask):
    built = given(observations=[afforested("2021", 3), land("2012", 400)])
    # 3 万亩 = 30000 / 15 = 2000 ha; 400 km² = 40000 ha; 100 * 2000 / 40000 = 5
    columns = "year afforested afforested_hectares share_of_land_pct"
    assert ask(built, NAME, columns, first_year=2021) == [
        (2021, 3, 2000, 5),
        (2022, None, None, None),
    ]


@pytest.mark.parametrize(
    ("area", "land_area", "hectares", "pct"),
    [(None, 400, None, None), (3, None, 2000, None), (0, 400, 0, 0), (3, 0, 2000, None)],
)
def test_a_measure_is_missing_where_a_part_of_it_is(given, ask, area, land_area, hectares, pct):
    built = given(observations=[afforested("2020", area), land("2020", land_area)])
    columns = "afforested_hectares share_of_land_pct"
    assert ask(built, NAME, columns, last_year=2020) == [(hectares, pct)]


def test_the_latest_land_area_with_a_value_counts_for_all_years(given, ask):
    built = given(
        observations=[
            afforested("2020", 3),
            land("2012", 800),
            land("2023", 400),
            land("2024", None),
        ]
    )
    assert ask(built, NAME, "share_of_land_pct", last_year=2020) == [(5,)]


def test_trees_and_land_of_another_area_and_a_part_of_the_land_do_not_count(given, ask):
    built = given(
        observations=[
            afforested("2020", 3),
            afforested("2021", 3, ref_area="610900"),
            land("2020", 400, ref_area="610900"),
            land("2020", 100, breakdown="planting"),
        ]
    )
    columns = "afforested share_of_land_pct"
    assert ask(built, NAME, columns, last_year=2021) == [(3, None), (None, None)]


def test_what_was_planted_by_june_and_one_kind_of_work_are_not_the_year(given, ask):
    built = given(
        observations=[
            afforested("2020-06", 2, coverage="year_to_date"),
            afforested("2020", 1, breakdown="planting"),
        ]
    )
    assert ask(built, NAME, "afforested", last_year=2020) == [(None,)]


def test_forest_coverage_stands_beside(given, ask):
    built = given(observations=[afforested("2020", 70, indicator="forest_coverage_pct")])
    assert ask(built, NAME, "afforested forest_coverage_pct", last_year=2020) == [(None, 70)]


def test_2021_as_published(shipped, ask):
    # 绿化造林15万亩 = 150000 / 15 = 10000 ha = 100 km² of 3645.91 km² = 2.7428 %
    columns = "afforested afforested_hectares share_of_land_pct"
    assert ask(shipped, NAME, columns, first_year=2021, last_year=2021) == [
        (15, 10000, pytest.approx(2.7428, abs=1e-4))
    ]


def test_a_copy_of_the_coverage_makes_no_copy_of_the_afforestation(shipped, ask):
    # The coverage of 2019 is an encyclopaedia's, the area of 2021 the district's own.
    found = dict(ask(shipped, "afforestation_by_year", "year is_secondary", first_year=2019))
    assert (found[2019], found[2021]) == (False, False)
