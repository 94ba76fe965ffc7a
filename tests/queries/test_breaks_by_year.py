"""Breaks that part the figures of one area; others are not told."""

import pytest

NAME = "breaks_by_year"


def gdp(period: str, value: float | None = 1, **more) -> dict:
    return {"indicator": "gdp", "time_period": period, "obs_value": value} | more


@pytest.mark.parametrize(
    ("period", "years"),
    [("2020", []), ("2021", [2021]), ("2022-06", [2022]), ("2023", [])],
)
def test_a_break_counts_between_the_first_and_the_last_figure(given, ask, period, years):
    built = given(
        observations=[gdp("2020", 0), gdp("2022"), gdp("2021", ref_area="610900"), gdp("2023")],
        breaks=[{"time_period": period}],
    )
    assert [row[0] for row in ask(built, NAME, "year", indicator="gdp")] == years


def test_missing_figures_parts_of_a_year_other_areas_and_indicators_do_not_count(given, ask):
    built = given(
        observations=[
            gdp("2020", None),
            gdp("2021"),
            gdp("2022-06", coverage="year_to_date"),
            gdp("2020", ref_area="610900"),
            gdp("2022", ref_area="610900"),
            gdp("2020", indicator="jobs"),
            gdp("2022", indicator="jobs"),
        ],
        breaks=[
            {"time_period": "2021"},
            {"time_period": "2022"},
            {"time_period": "2021", "ref_area": "610900"},
            {"time_period": "2021", "indicator": "jobs"},
        ],
    )
    assert ask(built, NAME, "year", indicator="gdp") == []


def test_of_two_breaks_in_a_year_the_last_gives_the_reason(given, ask):
    built = given(
        observations=[gdp("2020"), gdp("2022")],
        breaks=[
            {"time_period": "2021-03", "reason_zh": "先"},
            {"time_period": "2021-09", "reason_zh": "后"},
        ],
    )
    assert ask(built, NAME, "name_zh year reason_zh", indicator="gdp") == [("名称", 2021, "后")]
