"""The look-ups: areas, sectors, indicators, and the years of an area."""


def test_areas_come_by_code_with_their_place(given, ask):
    built = given(
        areas=[
            {"ref_area": "610921", "tile_row": 1, "tile_column": 2},
            {"ref_area": "610902", "is_home": True, "parent": "610900"},
        ]
    )
    columns = "ref_area name_zh level parent is_home tile_row tile_column"
    assert ask(built, "areas", columns) == [
        ("610902", "名称", "county", "610900", True, None, None),
        ("610921", "名称", "county", None, False, 1, 2),
    ]


def test_sectors_come_by_position_and_not_by_code(given, ask):
    built = given(sectors=[{"sector": "a", "position": 2}, {"sector": "b", "position": 1}])
    assert ask(built, "sectors", "sector position") == [("b", 1), ("a", 2)]


def test_indicators_come_by_sector_and_code(given, ask):
    built = given(
        sectors=[{"sector": "jobs", "position": 1}, {"sector": "economy", "position": 2}],
        indicators=[
            {"indicator": "gdp_pct", "growth_of": "gdp"},
            {"indicator": "gdp", "headline": 3},
            {"indicator": "trained", "sector": "jobs"},
        ],
    )
    assert ask(built, "indicators", "sector indicator headline growth_of") == [
        ("jobs", "trained", None, None),
        ("economy", "gdp", 3, None),
        ("economy", "gdp_pct", None, "gdp"),
    ]


def test_the_years_of_an_area_are_those_of_its_figures_of_any_coverage(given, ask):
    built = given(
        observations=[
            {"time_period": "2014", "obs_value": 1.0},
            {"time_period": "2023-11", "obs_value": 0.0, "coverage": "year_to_date"},
            {"time_period": "2024", "obs_value": None},
            {"time_period": "2010", "obs_value": 1.0, "ref_area": "610900"},
        ]
    )
    assert ask(built, "years", "first_year last_year") == [(2014, 2023)]


def test_a_figure_of_a_year_that_has_not_begun_does_not_move_the_years(given, ask):
    built = given(
        observations=[
            {"time_period": "2021", "obs_value": 1.0},
            {"time_period": "2026", "obs_value": 1.0},
            {"time_period": "2027-01", "obs_value": 1.0, "coverage": "month"},
            {"time_period": "2099", "obs_value": 1.0},
        ]
    )
    assert ask(built, "years", "first_year last_year", this_year=2026) == [(2021, 2026)]


def test_a_target_of_a_later_year_does_not_move_the_years(given, ask):
    built = given(
        observations=[{"time_period": "2021", "obs_value": 1.0}],
        targets=[{"time_period": "2035", "target_value": 9.0}],
    )
    assert ask(built, "years", "first_year last_year", this_year=2026) == [(2021, 2021)]


def test_an_area_without_figures_has_no_years(given, ask):
    assert ask(given(), "years", "first_year last_year") == [(None, None)]


def test_an_indicator_has_its_unit_in_both_languages(given, ask):
    built = given(
        indicators=[{"indicator": "gdp", "unit_zh": "亿元", "unit_en": "CNY 100 million"}]
    )
    assert ask(built, "indicators", "indicator unit_zh unit_en") == [
        ("gdp", "亿元", "CNY 100 million")
    ]
