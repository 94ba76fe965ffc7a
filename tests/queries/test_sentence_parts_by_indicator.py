"""The parts of the report sentence: periods that compare, the city, the rank, what falls behind."""

import pytest

NAME = "sentence_parts_by_indicator"
HOME = {"ref_area": "610902", "parent": "610900", "is_home": True}
SISTERS = [{"ref_area": code, "parent": "610900"} for code in ("610921", "610922")]
CITY = {"ref_area": "610900", "level": "city"}


def gdp(period: str, value: float | None, **more) -> dict:
    to_date = {"coverage": "year_to_date"} if period[4:] in ("-06", "-11") else {}
    return {"indicator": "gdp", "time_period": period, "obs_value": value} | to_date | more


def headline(indicator: str = "gdp", **more) -> dict:
    return {"indicator": indicator, "headline": 1} | more


def test_the_whole_year_counts_before_its_months_and_the_latest_months_else(given, ask):
    months = [gdp("2022-06", 60), gdp("2022-11", 90)]
    built = given(indicators=[headline()], observations=[gdp("2021", 100), *months])
    # 100 * 11 / 12 = 91.67
    assert ask(built, NAME, "value time_period coverage previous_year elapsed_pct") == [
        (90, "2022-11", "year_to_date", None, pytest.approx(91.67, abs=0.01))
    ]
    whole = given(indicators=[headline()], observations=[gdp("2022", 100), *months])
    assert ask(whole, NAME, "value time_period coverage elapsed_pct") == [
        (100, "2022", "year", 100)
    ]


def test_months_are_compared_with_the_same_months_only(given, ask):
    built = given(
        indicators=[headline()],
        observations=[gdp("2020-06", 40), gdp("2021", 100), gdp("2021-11", 90), gdp("2022-06", 60)],
    )
    # 60 - 40 = 20; no per cent over two years
    assert ask(built, NAME, "previous_period change change_pct") == [("2020-06", 20, None)]


def test_nothing_is_derived_of_a_target_in_a_year_that_breaks(given, ask):
    built = given(
        indicators=[headline()],
        observations=[gdp("2022", 90)],
        targets=[{"time_period": "2022", "target_value": 100}],
        breaks=[{"time_period": "2022-06"}],
    )
    assert ask(built, NAME, "target done_pct state attention") == [(100, None, "broken", None)]


@pytest.mark.parametrize(
    ("scope", "growth"),
    [("whole_jurisdiction", 5), ("unstated", 5), (None, 5), ("excluding_zones", None)],
)
def test_a_growth_of_another_scope_is_not_that_of_the_level(given, ask, scope, growth):
    built = given(
        indicators=[headline(), {"indicator": "growth", "growth_of": "gdp", "kind": "growth"}],
        observations=[
            gdp("2022", 200, scope="whole_jurisdiction"),
            gdp("2022", 5, indicator="growth", scope=scope),
        ],
    )
    assert ask(built, NAME, "growth_pct") == [(growth,)]


def test_without_the_zones_there_is_no_comparison_with_the_city(given, ask):
    built = given(
        areas=[HOME, CITY],
        indicators=[headline(kind="rate", unit_zh="%")],
        observations=[gdp("2022", 5, scope="excluding_zones"), gdp("2022", 4, ref_area="610900")],
    )
    assert ask(built, NAME, "city_points is_city_missing") == [(None, False)]


RANK = "rank ranked is_tied counties_in_city"


def test_a_county_without_a_figure_or_without_its_zones_is_not_ranked(given, ask):
    built = given(
        areas=[HOME, *SISTERS],
        indicators=[headline()],
        observations=[
            gdp("2022", 5),
            gdp("2022", 9, ref_area="610921", scope="excluding_zones"),
            gdp("2022", 5, ref_area="610922"),
        ],
    )
    assert ask(built, NAME, RANK) == [(1, 2, True, 3)]


def test_months_are_not_ranked_among_years(given, ask):
    built = given(
        areas=[HOME, *SISTERS],
        indicators=[headline()],
        observations=[gdp("2022-06", 5), gdp("2022", 9, ref_area="610921")],
    )
    assert ask(built, NAME, RANK) == [(None, None, False, 3)]


THEN = [gdp("2021", 9), gdp("2021", 8, ref_area="610921")]
NOW = [gdp("2022", 10), gdp("2022", 11, ref_area="610921")]
THIRD = gdp("2022", 12, ref_area="610922")


@pytest.mark.parametrize(
    ("observations", "breaks", "attention"),
    [
        ([*THEN, *NOW], [], "losing_rank"),
        ([*THEN, gdp("2022", 10), gdp("2022", 10, ref_area="610921")], [], None),  # tied for first
        ([*THEN, *NOW, THIRD], [], None),  # one county more
        ([*THEN, NOW[0], THIRD], [], None),  # as many, but another one
        ([*THEN, *NOW], [{"time_period": "2022", "ref_area": "610921"}], None),
        (NOW, [], None),
        ([*THEN, gdp("2022", 8), NOW[1]], [], "falling"),  # said first
    ],
)
def test_a_worse_place_among_the_same_counties_calls_for_attention(
    given, ask, observations, breaks, attention
):
    built = given(
        areas=[HOME, *SISTERS], indicators=[headline()], observations=observations, breaks=breaks
    )
    assert ask(built, NAME, "attention") == [(attention,)]


@pytest.mark.parametrize(("value", "attention"), [(90, "behind"), (92, None)])
def test_the_year_to_date_calls_for_attention_when_it_is_behind_the_pace(
    given, ask, value, attention
):
    # eleven months of twelve are 91.67 per cent
    built = given(
        indicators=[headline()],
        observations=[gdp("2022-11", value)],
        targets=[{"time_period": "2022", "target_value": 100}],
    )
    assert ask(built, NAME, "attention") == [(attention,)]


def test_what_is_not_of_the_focus_year_calls_for_nothing(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2020", 200), gdp("2021", 100)])
    assert ask(built, NAME, "year attention") == [(2021, None)]


@pytest.mark.parametrize(
    ("better", "before", "now", "attention"),
    [
        ("higher", 250, 200, "falling"),
        ("higher", 200, 250, None),
        ("higher", 200, 200, None),
        ("lower", 200, 250, "falling"),
        ("lower", 250, 200, None),
        ("neither", 250, 200, None),
        ("higher", None, 200, None),
    ],
)
def test_what_is_worse_than_the_year_before_calls_for_attention(
    given, ask, better, before, now, attention
):
    built = given(
        indicators=[headline(better=better)], observations=[gdp("2021", before), gdp("2022", now)]
    )
    assert ask(built, NAME, "attention") == [(attention,)]


def test_a_fall_across_a_break_or_a_gap_calls_for_nothing(given, ask):
    broken = given(
        indicators=[headline()],
        observations=[gdp("2021", 250), gdp("2022", 200)],
        breaks=[{"time_period": "2022"}],
    )
    assert ask(broken, NAME, "attention") == [(None,)]
    apart = given(indicators=[headline()], observations=[gdp("2020", 250), gdp("2022", 200)])
    assert ask(apart, NAME, "attention") == [(None,)]


@pytest.mark.parametrize(
    ("better", "target", "attention"),
    [
        ("higher", 300, "missed"),
        ("higher", 250, None),
        ("lower", 200, "missed"),
        ("lower", 300, None),
        ("neither", 300, None),
    ],
)
def test_a_missed_target_calls_for_attention(given, ask, better, target, attention):
    built = given(
        indicators=[headline(better=better)],
        observations=[gdp("2022", 250)],
        targets=[{"time_period": "2022", "target_value": target}],
    )
    assert ask(built, NAME, "attention") == [(attention,)]
