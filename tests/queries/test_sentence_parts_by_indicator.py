"""The parts of the report sentence: periods that compare, the city, the rank, what falls behind."""

import pytest

NAME = "sentence_parts_by_indicator"
HOME = {"ref_area": "610902", "parent": "610900", "is_home": True}
SISTERS = [{"ref_area": code, "parent": "610900"} for code in ("610921", "610922", "610923")]
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
    assert ask(built, NAME, "done_pct state attention") == [(None, "broken", None)]


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


@pytest.mark.parametrize(
    ("before", "breaks", "change"),
    [
        ({"time_period": "2021"}, [], -1),  # 5 − 6
        ({"time_period": "2021", "scope": "excluding_zones"}, [], None),
        ({"time_period": "2020"}, [], None),  # two years before
        ({"time_period": "2021"}, [{"indicator": "growth", "time_period": "2022"}], None),
    ],
)
def test_a_growth_is_compared_with_that_of_the_year_before_and_of_its_scope(
    given, ask, before, breaks, change
):
    whole = {"indicator": "growth", "scope": "whole_jurisdiction"}
    built = given(
        indicators=[headline(), {"indicator": "growth", "growth_of": "gdp", "kind": "growth"}],
        observations=[
            gdp("2022", 200),
            gdp("2022", 5, **whole),
            whole | {"obs_value": 6} | before,
        ],
        breaks=breaks,
    )
    assert ask(built, NAME, "growth_pct growth_change") == [(5, change)]


def test_without_the_zones_there_is_no_comparison_with_the_city(given, ask):
    built = given(
        areas=[HOME, CITY],
        indicators=[headline(kind="rate", unit_zh="%")],
        observations=[gdp("2022", 5, scope="excluding_zones"), gdp("2022", 4, ref_area="610900")],
    )
    assert ask(built, NAME, "city_points") == [(None,)]


RANK = "rank ranked is_tied"
ALL = ("610902", "610921", "610922", "610923")


@pytest.mark.parametrize(
    ("figures", "place"),
    [
        ({"610902": 5, "610921": 9, "610922": 5, "610923": 2}, (2, 4, True)),
        ({"610902": 5, "610921": 9, "610922": 5}, (None, None, False)),  # one has none
        ({"610902": -5, "610921": -9, "610922": -5, "610923": -6}, (1, 4, True)),  # no growth
    ],
)
def test_a_place_is_among_all_counties_of_the_city(given, ask, figures, place):
    built = given(
        areas=[HOME, *SISTERS],
        indicators=[headline()],
        observations=[gdp("2022", value, ref_area=area) for area, value in figures.items()],
    )
    assert ask(built, NAME, RANK) == [place]


def test_three_counties_are_too_few_for_a_place(given, ask):
    built = given(
        areas=[HOME, *SISTERS[:2]],
        indicators=[headline()],
        observations=[gdp("2022", 5, ref_area=area) for area in ALL[:3]],
    )
    assert ask(built, NAME, RANK) == [(None, None, False)]


def test_a_growth_below_zero_has_no_place(given, ask):
    built = given(
        areas=[HOME, *SISTERS],
        indicators=[headline(kind="growth")],
        observations=[gdp("2022", -5, ref_area=area) for area in ALL],
    )
    assert ask(built, NAME, RANK) == [(None, None, False)]


def test_a_county_without_its_zones_leaves_nobody_a_place(given, ask):
    scopes = dict.fromkeys(ALL, None) | {"610921": "excluding_zones"}
    built = given(
        areas=[HOME, *SISTERS],
        indicators=[headline()],
        observations=[gdp("2022", 5, ref_area=area, scope=scopes[area]) for area in ALL],
    )
    assert ask(built, NAME, RANK) == [(None, None, False)]


def test_months_are_not_ranked_among_years(given, ask):
    built = given(
        areas=[HOME, *SISTERS],
        indicators=[headline()],
        observations=[gdp("2022-06", 5), *(gdp("2022", 9, ref_area=area) for area in ALL[1:])],
    )
    assert ask(built, NAME, RANK) == [(None, None, False)]


def counties(year: str, *values: float | None) -> list[dict]:
    """The home district first; a county without a value has none."""
    pairs = zip(ALL, values, strict=True)
    return [gdp(year, value, ref_area=area) for area, value in pairs if value is not None]


THEN = counties("2021", 9, 8, 1, 1)
NOW = counties("2022", 10, 11, 1, 1)


@pytest.mark.parametrize(
    ("observations", "breaks", "attention"),
    [
        ([*THEN, *NOW], [], "losing_rank"),
        ([*THEN, *counties("2022", 10, 10, 1, 1)], [], None),  # tied for first
        ([*counties("2021", 9, 8, 1, None), *NOW], [], None),  # one county more
        ([*THEN, *NOW], [{"time_period": "2022", "ref_area": "610921"}], None),
        (NOW, [], None),
        ([*THEN, *counties("2022", 8, 11, 1, 1)], [], "falling"),  # said first
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


GROWTH = {"indicator": "growth", "kind": "growth", "growth_of": "gdp", "unit_zh": "%"}


def growth(period: str, value: float, **more) -> dict:
    return gdp(period, value, indicator="growth", **more)


@pytest.mark.parametrize(
    ("before", "now", "city", "attention"),
    [
        (5, -0.1, None, "shrinking"),
        (-9, -0.1, None, "shrinking"),  # a fall is a fall, whatever stood before
        (None, 6.5, 7.0, "below_city"),  # 6.5 − 7.0 = −0.5
        (None, 6.5, 6.9, None),  # −0.4
        (6.0, 5.5, 5.5, "slowing"),  # −0.5
        (6.0, 5.6, 5.6, None),  # −0.4
        (9.0, 5.0, 6.0, "below_city"),  # graver than slower
        (None, 6.5, None, None),
    ],
)
def test_a_growth_calls_for_attention_by_what_is_gravest(given, ask, before, now, city, attention):
    figures = [growth("2022", now)]
    figures += [growth("2021", before)] if before is not None else []
    figures += [growth("2022", city, ref_area="610900")] if city is not None else []
    built = given(areas=[HOME, CITY], indicators=[GROWTH | {"headline": 1}], observations=figures)
    assert ask(built, NAME, "attention is_judged") == [(attention, True)]


@pytest.mark.parametrize(
    ("before", "now", "city", "credit"),
    [
        (None, 7.5, 7.0, "above_city"),  # 7.5 − 7.0 = 0.5
        (None, 7.4, 7.0, None),  # 0.4
        (6.0, 7.0, 7.0, "quickening"),  # 1.0
        (6.0, 6.5, 6.5, "quickening"),  # 0.5, as much as is called slower
        (6.0, 6.4, 6.4, None),  # 0.4
        (0.3, 0.8, 0.8, "quickening"),  # a growth below one is no fall
        (6.0, 7.5, 7.0, "above_city"),  # the first that holds
        (9.0, 7.5, 7.0, None),  # 1.5 slower calls, and what calls has no credit
        (-9.0, -2.0, -3.0, None),  # a fall is never praised, though smaller than before
        (None, 7.5, None, None),
    ],
)
def test_a_growth_goes_well_by_the_city_and_by_the_year_before(
    given, ask, before, now, city, credit
):
    figures = [growth("2022", now)]
    figures += [growth("2021", before)] if before is not None else []
    figures += [growth("2022", city, ref_area="610900")] if city is not None else []
    built = given(areas=[HOME, CITY], indicators=[GROWTH | {"headline": 1}], observations=figures)
    assert ask(built, NAME, "credit") == [(credit,)]


@pytest.mark.parametrize(
    ("better", "before", "now", "credit"),
    [
        ("higher", 200, 250, "rising"),
        ("higher", 200, 200, None),
        ("lower", 250, 200, "rising"),  # better is what counts
        ("neither", 200, 250, None),
        ("higher", None, 200, None),
    ],
)
def test_what_is_better_than_the_year_before_goes_well(given, ask, better, before, now, credit):
    built = given(
        indicators=[headline(better=better)], observations=[gdp("2021", before), gdp("2022", now)]
    )
    assert ask(built, NAME, "credit") == [(credit,)]


def test_a_better_place_among_the_same_counties_goes_well(given, ask):
    built = given(
        areas=[HOME, *SISTERS],
        indicators=[headline()],
        observations=[*counties("2021", 8, 9, 1, 1), *counties("2022", 11, 10, 1, 1)],
    )
    assert ask(built, NAME, "rank previous_rank credit") == [(1, 2, "gaining_rank")]


@pytest.mark.parametrize(
    ("period", "value", "credit"),
    [
        ("2022", 100, "achieved"),
        ("2022", 99, None),  # missed, which calls
        ("2022-11", 92, "on_pace"),  # eleven months of twelve are 91.67 per cent
    ],
)
def test_a_plan_that_is_kept_goes_well(given, ask, period, value, credit):
    built = given(
        indicators=[headline()],
        observations=[gdp(period, value)],
        targets=[{"time_period": "2022", "target_value": 100}],
    )
    assert ask(built, NAME, "credit") == [(credit,)]


def test_what_is_not_of_the_focus_year_has_no_credit(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2020", 100), gdp("2021", 200)])
    assert ask(built, NAME, "year credit") == [(2021, None)]


def test_a_subject_calls_once_by_its_growth(given, ask):
    built = given(
        indicators=[headline(), GROWTH | {"headline": 2}],
        observations=[gdp("2022", 5), growth("2022", -4)],
    )
    assert ask(built, NAME, "indicator attention is_judged") == [
        ("gdp", None, False),
        ("growth", "shrinking", True),
    ]
    # and by its level where the growth is not asked for
    alone = ask(built, NAME, "indicator attention is_judged", indicators=["gdp"])
    assert alone == [("gdp", "shrinking", True)]


@pytest.mark.parametrize(
    ("observations", "is_judged"),
    [
        ([gdp("2022", 5)], False),  # nothing stands beside it
        ([gdp("2020", 4), gdp("2022", 5)], False),
        ([gdp("2021", 4), gdp("2022", 5)], True),
        ([gdp("2020", 4), gdp("2021", 5)], False),  # not of the year in focus
    ],
)
def test_what_could_not_have_called_was_not_judged(given, ask, observations, is_judged):
    built = given(indicators=[headline()], observations=observations)
    assert ask(built, NAME, "is_judged") == [(is_judged,)]


def test_a_printed_share_and_a_target_of_one_year_are_one_plan(given, ask):
    level, share = "district_key_projects_investment", "district_key_projects_plan_completion_pct"
    built = given(
        indicators=[headline(level), headline(share, kind="rate", headline=2)],
        observations=[gdp("2022", 90, indicator=level), gdp("2022", 95, indicator=share)],
        targets=[{"indicator": level, "time_period": "2022", "target_value": 100}],
    )
    # the document prints 95, though 100 × 90 / 100 = 90
    assert ask(built, NAME, "done_pct state", indicators=[level]) == [(95, "missed")]
    told = ask(built, "headlines_by_indicator", "target done_pct", indicators=[level])
    assert told == [(100, 95)]


def test_a_printed_share_of_the_plan_judges_without_a_target(given, ask):
    # 82 per cent in eleven of twelve months: 82 − 91.67 = −9.67
    level, share = "district_key_projects_investment", "district_key_projects_plan_completion_pct"
    built = given(
        indicators=[headline(level), headline(share, kind="rate", headline=2)],
        observations=[gdp("2022-11", 177, indicator=level), gdp("2022-11", 82, indicator=share)],
    )
    rows = ask(built, NAME, "planned_by done_pct pace_points attention", indicators=[level])
    assert rows == [("plan", 82, pytest.approx(-9.67, abs=0.01), "behind")]
