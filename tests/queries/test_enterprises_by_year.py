"""New enterprises of an area, and its share of the area above it."""

import pytest

NAME = "enterprises_by_year"
AREAS = [{"ref_area": "610902", "parent": "610900"}, {"ref_area": "610900", "level": "city"}]


def entities(period: str, value: float | None, **more) -> dict:
    return {"indicator": "new_market_entities", "time_period": period, "obs_value": value} | more


def of_the_city(period: str, value: float | None) -> dict:
    return entities(period, value, ref_area="610900")


def test_the_share_is_of_the_parents_figure_of_the_same_year(given, ask):
    built = given(
        areas=AREAS,
        observations=[entities("2021", 30), of_the_city("2021", 120), of_the_city("2022", 150)],
    )
    # 100 * 30 / 120 = 25
    columns = "year new_market_entities city_new_market_entities share_of_city_pct"
    assert ask(built, NAME, columns) == [
        (2020, None, None, None),
        (2021, 30, 120, 25),
        (2022, None, 150, None),
    ]


@pytest.mark.parametrize(
    ("own", "city", "pct"), [(None, 120, None), (30, None, None), (0, 120, 0), (30, 0, None)]
)
def test_a_share_is_missing_where_a_part_of_it_is(given, ask, own, city, pct):
    built = given(areas=AREAS, observations=[entities("2020", own), of_the_city("2020", city)])
    assert ask(built, NAME, "share_of_city_pct", last_year=2020) == [(pct,)]


def test_enterprises_and_their_place_stand_beside(given, ask):
    built = given(
        observations=[
            entities("2020", 72, indicator="new_five_above_enterprises"),
            entities("2020", 1, indicator="new_five_above_rank_in_city"),
        ]
    )
    columns = "new_five_above_enterprises new_five_above_rank_in_city new_market_entities"
    assert ask(built, NAME, columns, last_year=2020) == [(72, 1, None)]


def test_a_sister_county_and_a_part_of_a_year_do_not_count(given, ask):
    built = given(
        areas=[*AREAS, {"ref_area": "610921", "parent": "610900"}],
        observations=[
            entities("2020", 30, ref_area="610921"),
            entities("2020-06", 15, coverage="year_to_date"),
            entities("2020-06", 60, coverage="year_to_date", ref_area="610900"),
        ],
    )
    columns = "new_market_entities city_new_market_entities"
    assert ask(built, NAME, columns, last_year=2020) == [(None, None)]


def test_an_area_without_a_parent_has_no_share(given, ask):
    built = given(observations=[of_the_city("2020", 120)])
    asked = {"area": "610900", "last_year": 2020}
    assert ask(built, NAME, "new_market_entities share_of_city_pct", **asked) == [(120, None)]


def test_2021_as_published(shipped, ask):
    # 新增市场主体10553户、“五上”企业72户，居全市第一; 57,000 in the city: 18.514 %
    columns = (
        "new_market_entities new_five_above_enterprises new_five_above_rank_in_city"
        " city_new_market_entities share_of_city_pct"
    )
    assert ask(shipped, NAME, columns, first_year=2021, last_year=2021) == [
        (10553, 72, 1, 57000, pytest.approx(18.5140, abs=1e-4))
    ]
