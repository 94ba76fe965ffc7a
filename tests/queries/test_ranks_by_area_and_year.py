"""Places over the years: only where every county has one, joined only where they compare."""

import pytest

AREAS = [
    {"ref_area": "610900", "level": "city"},
    {"ref_area": "610902", "parent": "610900", "is_home": True},
    {"ref_area": "610921", "parent": "610900"},
    {"ref_area": "610922", "parent": "610900"},
    {"ref_area": "610923", "parent": "610900"},
]
OURS, FIRST, SECOND, THIRD = "610902", "610921", "610922", "610923"


def figures(year: int, **values: float) -> list[dict]:
    """a610902=5.0 as a figure of Hanbin's for a year, and so on."""
    return [
        {"ref_area": area.removeprefix("a"), "time_period": str(year), "obs_value": value}
        for area, value in values.items()
    ]


@pytest.fixture
def places(given, ask):
    def answer(columns: str, *, first_year: int = 2018, last_year: int = 2023, **tables) -> list:
        built = given(areas=AREAS, **tables)
        span = {"first_year": first_year, "last_year": last_year}
        return ask(built, "ranks_by_area_and_year", columns, indicator="gdp", **span)

    return answer


FULL_2020 = figures(2020, a610902=5.0, a610921=9.0, a610922=7.0, a610923=1.0)
FULL_2021 = figures(2021, a610902=8.0, a610921=9.0, a610922=7.5, a610923=1.0)


def test_the_home_area_comes_first_and_its_place_is_followed(places):
    rows = places("ref_area year rank ranked value", observations=FULL_2020 + FULL_2021)
    # 2020: 9 > 7 > 5 > 1, so 5 is third; 2021: 9 > 8 > 7.5 > 1, so 8 is second.
    assert rows[:2] == [(OURS, 2020, 3, 4, 5), (OURS, 2021, 2, 4, 8)]
    assert [row[0] for row in rows[2:]] == [FIRST] * 2 + [SECOND] * 2 + [THIRD] * 2


def test_a_year_in_which_a_county_has_no_figure_is_left_out(places):
    some = figures(2022, a610902=5.0, a610921=9.0, a610922=7.0)
    assert {row[0] for row in places("year", observations=FULL_2020 + some)} == {2020}


def test_a_county_without_its_zones_has_no_place_and_the_year_none(places):
    part = [row | {"scope": "excluding_zones"} for row in figures(2022, a610902=5.0)]
    rest = figures(2022, a610921=9.0, a610922=7.0, a610923=1.0)
    assert {row[0] for row in places("year", observations=FULL_2020 + part + rest)} == {2020}


def test_years_outside_the_choice_are_left_out(places):
    rows = places("year", observations=FULL_2020 + FULL_2021, first_year=2021, last_year=2021)
    assert {row[0] for row in rows} == {2021}


def test_places_are_joined_where_the_year_before_has_them_and_no_series_breaks(places):
    later = figures(2023, a610902=8.0, a610921=9.0, a610922=7.5, a610923=1.0)
    rows = places("year is_break", observations=FULL_2020 + FULL_2021 + later)
    # 2020 has none before it, 2021 follows 2020, 2022 is missing before 2023.
    assert rows[:3] == [(2020, True), (2021, False), (2023, True)]


def test_a_break_in_one_county_parts_the_places_of_all(places):
    broken = [{"ref_area": THIRD, "time_period": "2021"}]
    rows = places("ref_area year is_break", observations=FULL_2020 + FULL_2021, breaks=broken)
    assert {(area, is_break) for area, year, is_break in rows if year == 2021} == {
        (OURS, True), (FIRST, True), (SECOND, True), (THIRD, True),
    }  # fmt: skip
