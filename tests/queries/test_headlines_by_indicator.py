"""Headlines: the figure of the focus year or the latest before it, against what it follows."""

import pytest

NAME = "headlines_by_indicator"


def gdp(period: str, value: float | None, **more) -> dict:
    return {"indicator": "gdp", "time_period": period, "obs_value": value} | more


def headline(indicator: str = "gdp", **more) -> dict:
    return {"indicator": indicator, "headline": 1} | more


CHANGE = "value year previous_year is_broken change change_pct"


def test_a_figure_is_compared_with_the_year_before(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2021", 200), gdp("2022", 250)])
    # 250 - 200 = 50; 100 * 50 / 200 = 25
    assert ask(built, NAME, CHANGE) == [(250, 2022, 2021, False, 50, 25)]


def test_a_fall_below_zero_is_measured_against_the_size_of_what_was(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2021", -40), gdp("2022", -50)])
    # -50 - -40 = -10; 100 * -10 / |-40| = -25
    assert ask(built, NAME, "change change_pct") == [(-10, -25)]


def test_the_latest_year_before_the_focus_stands_in_and_says_so(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2021", 200), gdp("2022", None)])
    assert ask(built, NAME, "value year time_period is_focus_year") == [(200, 2021, "2021", False)]
    assert ask(built, NAME, "value year is_focus_year", last_year=2021) == [(200, 2021, True)]


def test_a_figure_from_before_the_range_or_after_it_is_not_shown(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2019", 1), gdp("2023", 2)])
    columns = "indicator value year is_focus_year is_broken change done_pct source"
    assert ask(built, NAME, columns) == [("gdp", None, None, False, False, None, None, None)]


def test_the_previous_figure_may_be_older_than_the_range_and_any_years_back(given, ask):
    built = given(
        indicators=[headline()],
        observations=[gdp("2015", 100), gdp("2016", None), gdp("2022", 250)],
    )
    # 250 - 100 = 150; no percentage over seven years
    assert ask(built, NAME, CHANGE) == [(250, 2022, 2015, False, 150, None)]


def test_the_first_figure_of_all_has_no_change(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2022", 250)])
    assert ask(built, NAME, CHANGE) == [(250, 2022, None, False, None, None)]


def test_from_zero_there_is_a_change_but_no_percentage(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2021", 0), gdp("2022", 3)])
    assert ask(built, NAME, "change change_pct") == [(3, None)]


def test_to_the_same_figure_the_change_is_zero_and_not_missing(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2021", 3), gdp("2022", 3)])
    assert ask(built, NAME, "change change_pct") == [(0, 0)]


@pytest.mark.parametrize("kind", ["rate", "growth", "rank"])
def test_rates_growths_and_places_change_in_points_only(given, ask, kind):
    built = given(
        indicators=[headline(kind=kind)],
        observations=[gdp("2021", 4), gdp("2022", 3)],
        targets=[{"time_period": "2022", "target_value": 6}],
    )
    assert ask(built, NAME, "change change_pct target done_pct") == [(-1, None, 6, None)]


@pytest.mark.parametrize(
    ("period", "is_broken"),
    [
        ("2020", False),  # begins with the earlier of the two
        ("2021", True),
        ("2022-06", True),  # in the course of the later year
        ("2023", False),
    ],
)
def test_across_a_break_there_is_no_change(given, ask, period, is_broken):
    built = given(
        indicators=[headline()],
        observations=[gdp("2020", 200), gdp("2022", 250)],
        breaks=[{"time_period": period}],
    )
    change = None if is_broken else 50
    assert ask(built, NAME, "is_broken change change_pct") == [(is_broken, change, None)]


def test_two_breaks_between_two_figures_do_not_double_the_row(given, ask):
    built = given(
        indicators=[headline()],
        observations=[gdp("2019", 200), gdp("2022", 250)],
        breaks=[{"time_period": "2020"}, {"time_period": "2021"}],
    )
    assert ask(built, NAME, "value is_broken") == [(250, True)]


def test_a_break_before_both_figures_breaks_nothing(given, ask):
    built = given(
        indicators=[headline()],
        observations=[gdp("2020", 100), gdp("2021", 200), gdp("2022", 250)],
        breaks=[{"time_period": "2021"}],
    )
    assert ask(built, NAME, "is_broken change") == [(False, 50)]


def test_breaks_of_other_areas_and_indicators_break_nothing(given, ask):
    built = given(
        indicators=[headline(), {"indicator": "jobs"}],
        observations=[gdp("2021", 200), gdp("2022", 250)],
        breaks=[
            {"time_period": "2022", "ref_area": "610900"},
            {"time_period": "2022", "indicator": "jobs"},
        ],
    )
    assert ask(built, NAME, "is_broken change") == [(False, 50)]


@pytest.mark.parametrize(
    ("before", "now", "is_broken"),
    [
        ("excluding_zones", "whole_jurisdiction", True),
        ("whole_jurisdiction", "excluding_zones", True),
        ("whole_jurisdiction", "whole_jurisdiction", False),
        ("unstated", "whole_jurisdiction", False),
        ("excluding_zones", None, False),
    ],
)
def test_two_stated_scopes_that_differ_are_not_compared(given, ask, before, now, is_broken):
    built = given(
        indicators=[headline()],
        observations=[gdp("2021", 200, scope=before), gdp("2022", 250, scope=now)],
    )
    change = None if is_broken else 50
    assert ask(built, NAME, "scope is_broken change") == [(now, is_broken, change)]


def test_growth_is_the_published_one_of_the_year_that_is_shown(given, ask):
    built = given(
        indicators=[headline(), {"indicator": "gdp_growth_pct", "growth_of": "gdp"}],
        observations=[
            gdp("2021", 200),
            gdp("2021", 7.5, indicator="gdp_growth_pct"),
            gdp("2022", 9.9, indicator="gdp_growth_pct"),
            gdp("2021", 5.5, indicator="gdp_growth_pct", ref_area="610900"),
            gdp("2021-06", 3.5, indicator="gdp_growth_pct", coverage="year_to_date"),
        ],
    )
    assert ask(built, NAME, "year growth_pct") == [(2021, 7.5)]


@pytest.mark.parametrize(
    ("level", "growth", "said"),
    [
        ("whole_jurisdiction", "whole_jurisdiction", 5),
        ("whole_jurisdiction", "unstated", 5),
        (None, "excluding_zones", 5),
        ("whole_jurisdiction", "excluding_zones", None),
        ("excluding_zones", "whole_jurisdiction", None),
    ],
)
def test_a_growth_of_another_scope_is_not_that_of_the_level(given, ask, level, growth, said):
    built = given(
        indicators=[headline(), {"indicator": "gdp_growth_pct", "growth_of": "gdp"}],
        observations=[
            gdp("2022", 200, scope=level),
            gdp("2022", 5, indicator="gdp_growth_pct", scope=growth),
        ],
    )
    assert ask(built, NAME, "growth_pct") == [(said,)]


@pytest.mark.parametrize(
    ("better", "value", "state"),
    [
        ("higher", 100, "achieved"),
        ("higher", 99, "missed"),
        ("lower", 100, "achieved"),
        ("lower", 120, "missed"),  # 120 % of a limit is a limit exceeded
        ("neither", 99, "missed"),
    ],
)
def test_a_target_is_reached_in_the_direction_in_which_better_lies(
    given, ask, better, value, state
):
    built = given(
        indicators=[headline(better=better)],
        observations=[gdp("2022", value)],
        targets=[{"time_period": "2022", "target_value": 100}],
    )
    assert ask(built, NAME, "done_pct state") == [(value, state)]


def test_nothing_is_done_of_a_target_whose_year_breaks_in_its_course(given, ask):
    built = given(
        indicators=[headline()],
        observations=[gdp("2022", 120)],
        targets=[{"time_period": "2022", "target_value": 100}],
        breaks=[{"time_period": "2022-06"}],
    )
    assert ask(built, NAME, "target done_pct state") == [(100, None, "broken")]


def test_without_a_target_there_is_no_state(given, ask):
    built = given(indicators=[headline()], observations=[gdp("2022", 120)])
    assert ask(built, NAME, "target done_pct state") == [(None, None, None)]


@pytest.mark.parametrize(("target", "pct"), [(200, 125), (0, None)])
def test_what_is_done_of_the_target_of_the_same_year(given, ask, target, pct):
    built = given(
        indicators=[headline()],
        observations=[gdp("2022", 250)],
        targets=[
            {"time_period": "2022", "target_value": target},
            {"time_period": "2021", "target_value": 1},
            {"time_period": "2022", "target_value": 2, "ref_area": "610900"},
        ],
    )
    # 100 * 250 / 200 = 125
    assert ask(built, NAME, "target done_pct") == [(target, pct)]


def test_the_year_to_date_a_quarter_another_area_and_a_part_do_not_count(given, ask):
    built = given(
        indicators=[headline()],
        observations=[
            gdp("2022-11", 1, coverage="year_to_date"),
            gdp("2022-Q3", 2),
            gdp("2022", 3, ref_area="610900"),
            gdp("2022", 4, breakdown="farming"),
        ],
    )
    assert ask(built, NAME, "value") == [(None,)]


SECTORS = [
    headline("gdp", sector="economy", headline=2),
    headline("residents", sector="population", headline=1),
    headline("roads", sector="transport", headline=3),
    {"indicator": "bridges", "sector": "transport"},
]


@pytest.mark.parametrize(
    ("sectors", "indicators"),
    [
        ([], ["residents", "gdp", "roads"]),
        (["transport"], ["roads"]),
        (["transport", "economy"], ["gdp", "roads"]),
        (["health"], []),
    ],
)
def test_chosen_sectors_limit_the_headlines_and_none_is_all(given, ask, sectors, indicators):
    rows = ask(given(indicators=SECTORS), NAME, "indicator", sectors=sectors)
    assert [row[0] for row in rows] == indicators


@pytest.mark.parametrize(
    ("indicators", "sectors", "answered"),
    [
        (["bridges", "gdp"], [], ["bridges", "gdp"]),  # in the order asked, without a place too
        (["gdp", "bridges"], [], ["gdp", "bridges"]),
        (["bridges", "gdp"], ["economy"], ["gdp"]),
        (["schools"], [], []),
    ],
)
def test_a_page_asks_for_its_own_indicators_in_its_own_order(
    given, ask, indicators, sectors, answered
):
    built = given(indicators=SECTORS)
    rows = ask(built, NAME, "indicator", indicators=indicators, sectors=sectors)
    assert [row[0] for row in rows] == answered


@pytest.mark.parametrize(
    ("status", "note", "estimate", "quoted"),
    [
        ("E", "原文“11000余本”，发给流动党员", "more_than", "11000余本"),
        ("E", "原文“200余万元”", "more_than", "200余万元"),
        ("E", "原文“20万余人”", "more_than", "20万余人"),
        ("E", "原文“30000多名”", "more_than", "30000多名"),
        ("E", "原文“年产量9000吨以上”，2023年4月报道", "more_than", "9000吨以上"),
        ("E", "原文“3.55万亿元”", "about", None),  # rounded
        ("E", "预计数", "forecast", None),
        ("E", "普查前推算数；按规模为全辖区", "projected", None),
        ("E", "一位市民的例子，多为五分钟；其余未写", "about", None),  # no number before the word
        ("E", None, "about", None),
        ("A", "名义仅比上年公布数多1.1%", None, None),
        ("A", "原文“62户，5户以上”", None, None),  # exact: the words are about something else
    ],
)
def test_how_a_figure_was_estimated_is_read_from_its_note(
    given, ask, status, note, estimate, quoted
):
    built = given(
        indicators=[headline()], observations=[gdp("2022", 250, obs_status=status, note=note)]
    )
    assert ask(built, NAME, "value estimate quoted") == [(250, estimate, quoted)]


def test_a_growth_published_beside_a_level_leaves_it_without_a_nominal_change(given, ask):
    built = given(
        indicators=[headline(), {"indicator": "gdp_growth_pct", "growth_of": "gdp"}],
        observations=[gdp("2021", 200), gdp("2022", 220)],
    )
    assert ask(built, NAME, "previous_year change change_pct") == [(2021, None, None)]


@pytest.mark.parametrize(("kind", "change"), [("growth", None), ("rank", None), ("rate", -3)])
def test_growths_and_places_are_compared_with_the_year_before_only(given, ask, kind, change):
    built = given(indicators=[headline(kind=kind)], observations=[gdp("2020", 5), gdp("2022", 2)])
    assert ask(built, NAME, "previous_year change") == [(2020, change)]


def test_a_figure_names_its_source(given, ask):
    built = given(
        indicators=[headline()],
        observations=[gdp("2022", 250, obs_status="P", note="快报")],
        sources=[{"source": "bulletin", "title": "统计公报", "published_on": "2023-03"}],
    )
    columns = "obs_status note source source_title publisher_zh published_on"
    assert ask(built, NAME, columns) == [("P", "快报", "bulletin", "统计公报", "统计局", "2023-03")]


def test_the_headlines_of_2021_as_published(shipped, ask):
    rows = ask(shipped, NAME, "indicator value year is_focus_year", last_year=2021)
    found = {row[0]: row[1:] for row in rows}
    assert found["district_key_projects_investment"] == (158.6, 2021, True)
    assert found["new_market_entities"] == (10553, 2021, True)
    assert found["new_urban_jobs"] == (5150, 2021, True)
    assert found["afforestation_area"] == (15, 2021, True)


AREAS = [
    {"ref_area": "610900", "level": "city"},
    {"ref_area": "610902", "parent": "610900", "is_home": True},
]


@pytest.mark.parametrize(
    ("indicator", "ours", "city", "share"),
    [
        ({}, {"obs_value": 30}, {"obs_value": 120}, 25),  # 100 × 30 / 120
        ({}, {"obs_value": 30}, {"obs_value": 0}, None),
        ({}, {"obs_value": 30}, {"obs_value": 120, "time_period": "2021"}, None),
        ({}, {"obs_value": 30, "scope": "excluding_zones"}, {"obs_value": 120}, None),
        ({"unit_zh": "元"}, {"obs_value": 30}, {"obs_value": 120}, None),  # an income a head
        ({"kind": "rate"}, {"obs_value": 30}, {"obs_value": 120}, None),
        ({"kind": "stock"}, {"obs_value": 30}, {"obs_value": 120}, 25),
    ],
    ids=["a sum", "of nothing", "another year", "without zones", "a head", "a rate", "a stock"],
)
def test_sums_have_their_share_of_the_city(given, ask, indicator, ours, city, share):
    built = given(
        areas=AREAS,
        indicators=[headline(**indicator)],
        observations=[gdp("2022", None) | ours, gdp("2022", None, ref_area="610900") | city],
    )
    assert ask(built, NAME, "city_share_pct") == [(share,)]
