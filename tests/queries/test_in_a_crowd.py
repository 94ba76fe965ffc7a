"""Queries among rows that they must leave out, and in which order theirs come."""

import pytest

HOME = {"ref_area": "610902", "parent": "610900", "is_home": True}
CITY = {"ref_area": "610900", "level": "city", "parent": "610000"}
AREAS = [
    {"ref_area": "CHN", "level": "country"},
    {"ref_area": "610000", "level": "province", "parent": "CHN"},
    CITY,
    {"ref_area": "610900-Z", "level": "zone", "parent": "610900"},
    {"ref_area": "610922", "parent": "610900"},
    {"ref_area": "610921", "parent": "610900"},
    {"ref_area": "610321", "parent": "610300"},
    HOME,
]
FAR = ["CHN", "610000", "610900", "610900-Z", "610922", "610921", "610902"]
NEAR_FIRST = ["610902", "610921", "610922", "610900-Z", "610900", "610000", "CHN"]


def gdp(period: str, value: float | None = 1, area: str = "610902", **more) -> dict:
    row = {"indicator": "gdp", "time_period": period, "obs_value": value, "ref_area": area}
    return row | more


def jobs(period: str, value: float | None = 1, area: str = "610902", **more) -> dict:
    return gdp(period, value, area, indicator="jobs", **more)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("values_by_area_and_year", {"indicator": "gdp"}),
        ("index_by_area_and_year", {"indicator": "gdp", "base_year": 2021}),
    ],
)
def test_areas_come_from_near_to_far_and_their_years_from_early_to_late(given, ask, name, asked):
    figures = [gdp(year, 5, area) for area in FAR for year in ("2022", "2021")]
    built = given(areas=AREAS, observations=figures)
    rows = ask(built, name, "ref_area year", areas=FAR, **asked)
    assert rows == [(area, year) for area in NEAR_FIRST for year in (2021, 2022)]


def test_incomes_come_from_near_to_far_too(given, ask):
    figures = [
        gdp(year, 5, area, indicator="urban_disposable_income")
        for area in FAR
        for year in ("2022", "2021")
    ]
    built = given(areas=AREAS, observations=figures)
    rows = ask(built, "incomes_by_area_and_year", "ref_area year", areas=FAR)
    assert rows == [(area, year) for area in NEAR_FIRST for year in (2021, 2022)]


def test_targets_come_from_near_to_far_the_latest_first_headlines_first(given, ask):
    built = given(
        areas=AREAS,
        indicators=[
            {"indicator": "roads"},
            {"indicator": "gdp", "headline": 2},
            {"indicator": "jobs", "headline": 1},
            {"indicator": "bridges"},
        ],
        targets=[
            {"indicator": code, "ref_area": area, "time_period": "2021", "target_value": 1}
            for area in FAR
            for code in ("roads", "gdp", "jobs", "bridges")
        ]
        + [{"indicator": "gdp", "time_period": "2022", "target_value": 1}],
    )
    rows = ask(built, "progress_by_target", "ref_area year indicator", areas=FAR)
    assert rows == [("610902", 2022, "gdp")] + [
        (area, 2021, code) for area in NEAR_FIRST for code in ("jobs", "gdp", "bridges", "roads")
    ]


def bases(built, ask, **asked) -> list[tuple]:
    known = {"indicator": "gdp", "areas": ["610902", "610921", "610922"]}
    return ask(built, "base_years", "year areas", **known, **asked)


def test_base_years_of_one_indicator_chosen_areas_and_years(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            *[gdp(year, 5, area) for area in ("610902", "610921") for year in ("2021", "2022")],
            *[jobs(year, 5, area) for area in ("610902", "610921") for year in ("2020", "2021")],
            *[gdp(year, 5, area) for area in ("610900", "610321") for year in ("2020", "2021")],
            *[gdp(year, 5, "610902") for year in ("2018", "2019")],
            *[gdp(year, 5, "610921") for year in ("2018", "2019")],
            gdp("2020-06", 5, "610902", coverage="year_to_date"),
            gdp("2020-06", 5, "610921", coverage="year_to_date"),
        ],
    )
    # 2018 and 2019 are no years of the range, and 2020 has no figure of gdp in chosen areas.
    assert bases(built, ask) == [(2021, 2), (2022, 2)]


def test_a_year_of_nought_is_no_base_for_an_index(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            *[gdp("2020", 0, area) for area in ("610902", "610921")],
            *[gdp(year, 5, area) for area in ("610902", "610921") for year in ("2021", "2022")],
        ],
    )
    # Of nought nothing is so many per cent: 100 * 5 / 0.
    assert bases(built, ask) == [(2021, 2), (2022, 2)]


def test_base_years_with_the_home_area_come_first_and_then_the_widest(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            *[gdp(year, 5, "610902") for year in ("2018", "2022")],
            *[gdp(year, 5, "610921") for year in ("2018", "2019", "2020", "2021", "2022")],
            *[gdp(year, 5, "610922") for year in ("2019", "2020", "2021", "2022")],
            *[gdp(year, 5, "610900") for year in ("2020", "2021")],
        ],
    )
    areas = ["610902", "610921", "610922", "610900"]
    rows = ask(built, "base_years", "year areas", indicator="gdp", areas=areas, first_year=2018)
    # 2022: home, B, C; 2018: home, B; then 2020 and 2021: B, C, city; 2019: B, C.
    assert rows == [(2022, 3), (2018, 2), (2020, 3), (2021, 3), (2019, 2)]


def test_breaks_come_from_early_to_late(given, ask):
    built = given(
        observations=[gdp("2020"), gdp("2022")],
        breaks=[{"time_period": "2022"}, {"time_period": "2021"}],
    )
    assert ask(built, "breaks_by_year", "year", indicator="gdp") == [(2021,), (2022,)]


def test_of_comparable_years_those_with_the_home_area_and_half_the_counties_come_first(given, ask):
    three, two = ("610902", "610921", "610922"), ("610902", "610921")
    built = given(
        areas=AREAS,
        observations=[
            *[gdp("2020", 5, area) for area in three],
            *[gdp("2021", 5, area) for area in two],
            *[jobs("2022", 5, area) for area in two],
            *[jobs("2021", 5, area) for area in two],
            *[gdp("2019", 5, area) for area in three],
            # of 2022 the home area has no figure of the whole jurisdiction
            gdp("2022", 5, "610902", scope="excluding_zones"),
            gdp("2022", 5, "610921"),
            gdp("2022", 5, "610922"),
        ],
    )
    # GDP before all others; two of three counties are more than half.
    assert ask(built, "comparable_years", "indicator year counties") == [
        ("gdp", 2021, 2),
        ("gdp", 2020, 3),
        ("gdp", 2022, 2),
        ("jobs", 2022, 2),
        ("jobs", 2021, 2),
    ]


def test_of_comparable_indicators_those_of_chosen_sectors_count(given, ask):
    built = given(
        areas=AREAS,
        indicators=[{"indicator": "gdp"}, {"indicator": "jobs", "sector": "work"}],
        observations=[
            *[gdp("2021", 5, area) for area in ("610902", "610921")],
            *[jobs("2021", 5, area) for area in ("610902", "610921")],
        ],
    )
    assert ask(built, "comparable_years", "indicator", sectors=["work"]) == [("jobs",)]


TIERS = [
    {"breakdown": "leaders", "dimension": "tier"},
    {"breakdown": "helpers", "dimension": "tier"},
]


def actions(kind: str, period: str, tier: str, value: float, **more) -> dict:
    name = f"livelihood_actions_{kind}"
    return gdp(period, value, indicator=name, breakdown=tier, **more)


def test_lists_come_by_year_and_then_from_the_top_tier_down(given, ask):
    built = given(
        breakdowns=TIERS,
        observations=[
            actions(kind, year, tier, 4)
            for year in ("2022", "2021")
            for tier in ("helpers", "leaders")
            for kind in ("planned", "completed")
        ],
    )
    asked = "year tier items_done_pct all_planned"
    assert ask(built, "completion_by_tier", asked) == [
        (2021, "leaders", 100, 8),
        (2021, "helpers", 100, 8),
        (2022, "leaders", 100, 8),
        (2022, "helpers", 100, 8),
    ]


def test_of_a_list_in_both_scopes_the_whole_jurisdiction_counts(given, ask):
    built = given(
        breakdowns=TIERS,
        observations=[
            actions("planned", "2021", "leaders", 9, scope="excluding_zones"),
            actions("planned", "2021", "leaders", 4, scope="whole_jurisdiction"),
        ],
    )
    assert ask(built, "completion_by_tier", "items_planned") == [(4,)]


def test_a_list_without_a_plan_is_done_to_no_share(given, ask):
    built = given(
        breakdowns=TIERS,
        observations=[
            actions("planned", "2021", "leaders", 0),
            actions("completed", "2021", "leaders", 3),
        ],
    )
    asked = "items_done_pct all_done_pct"
    assert ask(built, "completion_by_tier", asked) == [(None, None)]


def test_coverage_comes_by_sector_then_as_the_file_has_it_then_by_year(given, ask):
    built = given(
        sectors=[{"sector": "work", "position": 1}, {"sector": "economy", "position": 2}],
        indicators=[
            {"indicator": "roads"},
            {"indicator": "gdp"},
            {"indicator": "jobs", "sector": "work"},
        ],
        observations=[
            gdp("2021", 5, obs_status="E"),
            gdp("2022", 5, obs_status="P"),
            gdp("2022", 5, breakdown="farming"),
            gdp("2022", 5, "610921"),
            jobs("2021", 5),
            jobs("2022-06", 5, coverage="year_to_date"),
            gdp("2022", None, indicator="roads"),
        ],
    )
    asked = {"first_year": 2021, "last_year": 2022}
    columns = "indicator year availability published"
    name = "coverage_by_indicator_and_year"
    assert ask(built, name, columns, **asked) == [
        ("jobs", 2021, "present", 1),
        ("jobs", 2022, "part_of_year", 1),
        ("roads", 2021, "missing", None),
        ("roads", 2022, "missing", None),
        ("gdp", 2021, "estimated", 1),
        ("gdp", 2022, "provisional", 2),
    ]
    assert len(ask(built, name, columns, sectors=["work"], **asked)) == 2


def test_a_revision_of_a_part_or_of_another_period_is_none_of_the_year(given, ask):
    later = {"source": "yearbook"}
    built = given(
        sources=[{"source": "bulletin"}, {"source": "yearbook", "published_on": "2023-10"}],
        observations=[
            gdp("2021", 5),
            gdp("2021", 3, breakdown="farming"),
            gdp("2021", 4, breakdown="farming", **later),
            gdp("2021-06", 1, coverage="year_to_date"),
            gdp("2021-06", 2, coverage="year_to_date", **later),
            gdp("2021-Q1", 1),
            gdp("2021-Q1", 2, **later),
        ],
    )
    asked = {"first_year": 2021, "last_year": 2021}
    assert ask(built, "coverage_by_indicator_and_year", "availability published", **asked) == [
        ("present", 7)
    ]


def test_every_figure_comes_by_sector_indicator_latest_period_part_and_scope(given, ask):
    built = given(
        sectors=[{"sector": "work", "position": 1}, {"sector": "economy", "position": 2}],
        indicators=[
            {"indicator": "roads"},
            {"indicator": "gdp"},
            {"indicator": "jobs", "sector": "work"},
        ],
        breakdowns=[{"breakdown": "mining"}, {"breakdown": "farming"}],
        observations=[
            gdp("2021", 1, breakdown="farming"),
            gdp("2021", 2, breakdown="mining"),
            gdp("2021", 3, scope="excluding_zones"),
            gdp("2021", 4, scope="whole_jurisdiction"),
            gdp("2021", 5),
            gdp("2021", 6, coverage="point"),
            gdp("2022", 7),
            gdp("2022", 8, indicator="roads"),
            jobs("2020", 9),
        ],
    )
    # Latest first; a point before a year; the whole before its parts; the wide scope first.
    assert ask(built, "observations", "value") == [
        (9,),
        (8,),
        (7,),
        (6,),
        (4,),
        (3,),
        (5,),
        (2,),
        (1,),
    ]
    asked = ask(built, "figures_by_indicator", "value", indicator="gdp")
    assert asked == [(7,), (6,), (4,), (3,), (5,), (2,), (1,)]


def test_a_whole_year_is_later_than_its_parts_in_the_list_of_an_indicator(given, ask):
    built = given(
        observations=[
            gdp("2021-06", 1, coverage="year_to_date"),
            gdp("2021-Q3", 2),
            gdp("2021", 3),
            gdp("2021-11", 4, coverage="year_to_date"),
        ]
    )
    # December of the year, November, September of the third quarter, June.
    assert ask(built, "figures_by_indicator", "value", indicator="gdp") == [(3,), (4,), (2,), (1,)]


def test_groups_come_by_year_the_largest_first_and_equal_ones_by_code(given, ask):
    groups = [
        {"breakdown": code, "dimension": "party_member_group"} for code in ("young", "retired", "a")
    ]
    built = given(
        breakdowns=[*groups, {"breakdown": "farming", "dimension": "project_category"}],
        observations=[
            gdp(year, value, indicator="party_members", breakdown=code)
            for year in ("2022", "2021")
            for code, value in {"young": 5, "retired": 5, "a": None, "farming": 9}.items()
        ],
    )
    asked = "year breakdown members all_members all_members_is_more_than"
    assert ask(built, "party_members_by_group", asked) == [
        (2021, "retired", 5, None, False),
        (2021, "young", 5, None, False),
        (2021, "a", None, None, False),
        (2022, "retired", 5, None, False),
        (2022, "young", 5, None, False),
        (2022, "a", None, None, False),
    ]


def test_categories_come_by_year_the_largest_first_and_equal_ones_by_code(given, ask):
    plan = "district_key_projects_planned_investment"
    codes = [{"breakdown": code, "dimension": "project_category"} for code in ("roads", "dams")]
    built = given(
        breakdowns=[*codes, {"breakdown": "young", "dimension": "party_member_group"}],
        observations=[
            gdp(year, value, indicator=plan, breakdown=code)
            for year in ("2022", "2021")
            for code, value in {"roads": 5, "dams": 5, "young": 9}.items()
        ],
    )
    asked = "year breakdown planned_investment share_pct"
    assert ask(built, "planned_investment_by_category", asked) == [
        (2021, "dams", 5, 50),
        (2021, "roads", 5, 50),
        (2022, "dams", 5, 50),
        (2022, "roads", 5, 50),
    ]


def test_parts_come_by_year_the_largest_first_and_equal_ones_by_code(given, ask):
    built = given(
        observations=[
            gdp(year, value, breakdown=code)
            for year in ("2022", "2021")
            for code, value in {"roads": 5, "dams": 5, "young": None, "old": 9}.items()
        ]
    )
    assert ask(built, "values_by_breakdown", "year breakdown", indicator="gdp") == [
        (year, code) for year in (2021, 2022) for code in ("old", "dams", "roads", "young")
    ]


def test_scopes_come_from_the_widest_to_the_narrowest_early_years_first(given, ask):
    scopes = ("excluding_zones", None, "whole_jurisdiction")
    built = given(
        observations=[gdp(year, 5, scope=scope) for scope in scopes for year in ("2022", "2021")]
    )
    assert ask(built, "values_by_scope_and_year", "scope year", indicator="gdp") == [
        (scope, year)
        for scope in ("whole_jurisdiction", "unstated", "excluding_zones")
        for year in (2021, 2022)
    ]


def test_values_come_by_headline_then_by_code_then_by_year(given, ask):
    built = given(
        indicators=[
            {"indicator": "roads"},
            {"indicator": "gdp", "headline": 2},
            {"indicator": "jobs", "headline": 1},
            {"indicator": "bridges"},
            {"indicator": "schools"},
        ]
    )
    codes = ["roads", "gdp", "jobs", "bridges"]
    asked = {"indicators": codes, "first_year": 2021}
    assert ask(built, "values_by_year", "indicator year", **asked) == [
        (code, year) for code in ("jobs", "gdp", "bridges", "roads") for year in (2021, 2022)
    ]


@pytest.mark.parametrize("name", ["headlines_by_indicator", "sentence_parts_by_indicator"])
def test_headlines_come_by_their_place_and_the_asked_in_the_order_asked(given, ask, name):
    built = given(
        areas=[HOME],
        indicators=[
            {"indicator": "roads", "headline": 3},
            {"indicator": "gdp", "headline": 2},
            {"indicator": "jobs", "headline": 1},
            {"indicator": "bridges"},
        ],
    )
    assert ask(built, name, "indicator") == [("jobs",), ("gdp",), ("roads",)]
    asked = ["bridges", "roads", "jobs"]
    assert ask(built, name, "indicator", indicators=asked) == [(code,) for code in asked]


def test_reported_indicators_come_by_sector_headline_and_code(given, ask):
    built = given(
        sectors=[{"sector": "work", "position": 1}, {"sector": "economy", "position": 2}],
        indicators=[
            {"indicator": "roads"},
            {"indicator": "bridges"},
            {"indicator": "gdp", "headline": 2},
            {"indicator": "exports", "headline": 1},
            {"indicator": "jobs", "sector": "work"},
        ],
        observations=[
            gdp("2021", 5, indicator=code)
            for code in ("roads", "bridges", "gdp", "exports", "jobs")
        ],
    )
    assert ask(built, "reported_indicators", "indicator figures") == [
        ("jobs", 1),
        ("exports", 1),
        ("gdp", 1),
        ("bridges", 1),
        ("roads", 1),
    ]


def test_quarters_come_from_early_to_late(given, ask):
    built = given(
        observations=[
            gdp(period, 5, indicator="quarterly_project_starts")
            for period in ("2022-Q1", "2021-Q3", "2021-Q1")
        ]
    )
    assert ask(built, "project_starts_by_quarter", "time_period year quarter projects") == [
        ("2021-Q1", 2021, 1, 5),
        ("2021-Q3", 2021, 3, 5),
        ("2022-Q1", 2022, 1, 5),
    ]


def test_documents_come_from_new_to_old_and_those_of_one_day_by_code(given, ask):
    days = {"b": "2022", "a": "2022", "c": None, "d": "2023-01"}
    built = given(sources=[{"source": code, "published_on": day} for code, day in days.items()])
    assert [code for (code,) in ask(built, "sources", "source")] == ["d", "a", "b", "c"]
