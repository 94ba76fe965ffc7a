"""Index: 100 × value / value of the base year, only where the two compare."""

import pytest

NAME = "index_by_area_and_year"
HOME, CITY = {"ref_area": "610902", "is_home": True}, {"ref_area": "610900", "level": "city"}
AREAS = ["610902", "610900"]


def gdp(period: str, value: float | None, **more) -> dict:
    return {"time_period": period, "obs_value": value} | more


def index(built, ask, base_year=2020) -> list[tuple]:
    asked = {"indicator": "gdp", "areas": AREAS, "base_year": base_year}
    return ask(built, NAME, "ref_area year index_value", **asked)


def bases(built, ask) -> list[tuple]:
    return ask(built, "base_years", "year areas", indicator="gdp", areas=AREAS)


def test_areas_of_different_size_begin_at_a_hundred(given, ask):
    built = given(
        areas=[HOME, CITY],
        observations=[
            gdp("2020", 400),
            gdp("2022", 500),
            gdp("2020", 1000, ref_area="610900"),
            gdp("2022", 1100, ref_area="610900"),
        ],
    )
    # 100 * 500 / 400 = 125; 100 * 1100 / 1000 = 110
    assert index(built, ask) == [
        ("610902", 2020, 100),
        ("610902", 2022, 125),
        ("610900", 2020, 100),
        ("610900", 2022, pytest.approx(110)),
    ]
    assert bases(built, ask) == [(2020, 2), (2022, 2)]


@pytest.mark.parametrize(
    ("broken", "indexes"),
    [
        ("2020", [100, 150, 200]),  # the base year is the first of the new series
        ("2021", [100, None, None]),
        ("2022-06", [100, 150, None]),
    ],
)
def test_across_a_break_there_is_no_index(given, ask, broken, indexes):
    built = given(
        areas=[HOME],
        observations=[gdp("2020", 10), gdp("2021", 15), gdp("2022", 20)],
        breaks=[{"time_period": broken}],
    )
    assert [value for _, _, value in index(built, ask)] == indexes


@pytest.mark.parametrize(
    ("now", "value"), [("whole_jurisdiction", 150), ("unstated", 150), ("excluding_zones", None)]
)
def test_two_stated_scopes_have_no_common_index(given, ask, now, value):
    built = given(
        areas=[HOME],
        observations=[gdp("2020", 10, scope="whole_jurisdiction"), gdp("2021", 15, scope=now)],
    )
    assert index(built, ask)[1] == ("610902", 2021, value)


@pytest.mark.parametrize("base", [None, 0, -5])
def test_nothing_is_based_on_a_missing_a_zero_or_a_negative_figure(given, ask, base):
    built = given(areas=[HOME], observations=[gdp("2020", base), gdp("2021", 15)])
    assert index(built, ask)[-1] == ("610902", 2021, None)
    assert bases(built, ask) == []


def test_a_base_year_needs_two_areas_and_a_second_year_of_each(given, ask):
    built = given(
        areas=[HOME, CITY],
        observations=[
            gdp("2020", 10),
            gdp("2021", 11),
            gdp("2021", 20, ref_area="610900"),
            gdp("2022", 21, ref_area="610900"),
        ],
    )
    # in 2020 and in 2022 there is only one of the two
    assert bases(built, ask) == [(2021, 2)]


def test_the_index_of_gdp_on_2020_as_published(shipped, ask):
    asked = {"indicator": "gdp", "areas": AREAS, "base_year": 2020, "last_year": 2024}
    rows = ask(shipped, NAME, "ref_area year index_value", **asked)
    found = {row[:2]: row[2] for row in rows}
    # 440.50 / 375.82 = 1.17210, of which data/breaks.csv knows no break between
    assert found["610902", 2024] == pytest.approx(117.21, abs=0.01)
    assert found["610902", 2020] == 100
