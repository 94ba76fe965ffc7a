"""The parts of a figure, one row a year and part."""

import pytest

NAME = "values_by_breakdown"


def work(kind: str, value: float | None, **more) -> dict:
    return {
        "indicator": "forestry_work_area",
        "time_period": "2021",
        "breakdown": kind,
        "obs_value": value,
    } | more


@pytest.fixture
def parts(given, ask):
    """Asks for the parts of the forestry work of these observations."""

    def asked(columns: str, *observations: dict) -> list[tuple]:
        built = given(observations=list(observations))
        return ask(built, NAME, columns, indicator="forestry_work_area")

    return asked


def test_parts_come_by_year_largest_first_and_missing_last(parts):
    assert parts(
        "year breakdown value note",
        work("tending", None, note="未公布"),
        work("planting", 2),
        work("cropland", 5),
        work("planting", 0, time_period="2022"),
        work("tending", 1, time_period="2020"),
    ) == [
        (2020, "tending", 1, None),
        (2021, "cropland", 5, None),
        (2021, "planting", 2, None),
        (2021, "tending", None, "未公布"),
        (2022, "planting", 0, None),
    ]


def test_a_tie_is_in_the_order_of_codes(parts):
    rows = parts("breakdown", work("tending", 2), work("planting", 2))
    assert rows == [("planting",), ("tending",)]


def test_the_whole_other_areas_indicators_years_and_parts_of_a_year_do_not_count(parts):
    assert parts(
        "value",
        work(None, 1),
        work("planting", 2, ref_area="610900"),
        work("planting", 3, indicator="parks"),
        work("planting", 4, time_period="2019"),
        work("planting", 5, time_period="2021-06", coverage="year_to_date"),
    ) == []  # fmt: skip


def test_of_scopes_the_whole_counts_of_points_the_last_and_of_both_the_year(parts):
    assert parts(
        "breakdown value",
        work("planting", 9, scope="excluding_zones"),
        work("planting", 7, scope="whole_jurisdiction"),
        work("tending", 3, time_period="2021-06"),
        work("tending", 4, time_period="2021-11"),
        work("cropland", 1, coverage="point"),
        work("cropland", 2, coverage="year"),
    ) == [("planting", 7), ("tending", 4), ("cropland", 2)]
