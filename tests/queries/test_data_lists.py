"""What is published, every figure with its vintages, and every document."""

SOURCES = [
    {"source": "bulletin", "published_on": "2022-03-31"},
    {"source": "yearbook", "published_on": "2023-10"},
    {"source": "undated", "published_on": None},
]


def test_a_year_is_present_revised_provisional_estimated_in_part_or_missing(given, ask):
    built = given(
        sources=SOURCES,
        observations=[
            {"time_period": "2015", "obs_value": 1.0},
            {"time_period": "2016", "obs_value": 1.0, "obs_status": "P"},
            {"time_period": "2017", "obs_value": 1.0, "obs_status": "E"},
            {"time_period": "2018", "obs_value": 1.0},
            {"time_period": "2018", "obs_value": 2.0, "source": "yearbook"},
            {"time_period": "2019-06", "obs_value": 1.0, "coverage": "year_to_date"},
            {"time_period": "2020", "obs_value": 1.0, "breakdown": "farming"},
            {"time_period": "2021", "obs_value": None},
            {"time_period": "2022", "obs_value": 1.0, "ref_area": "610922"},
            # Said twice with one value: published again, not revised.
            {"time_period": "2023", "obs_value": 1.0},
            {"time_period": "2023", "obs_value": 1.0, "source": "yearbook"},
        ],
    )
    asked = {"first_year": 2014, "last_year": 2023}
    assert ask(built, "coverage_by_indicator_and_year", "year availability published", **asked) == [
        (2014, "missing", None),
        (2015, "present", 1),
        (2016, "provisional", 1),
        (2017, "estimated", 1),
        (2018, "revised", 2),
        (2019, "part_of_year", 1),
        (2020, "part_of_year", 1),
        (2021, "missing", None),
        (2022, "missing", None),
        (2023, "present", 2),
    ]


def test_the_grid_has_every_indicator_of_the_sectors_chosen_also_without_any_figure(given, ask):
    built = given(
        sectors=[{"sector": "jobs", "position": 2}, {"sector": "economy", "position": 1}],
        indicators=[
            {"indicator": "hired", "sector": "jobs"},
            {"indicator": "exports"},
            {"indicator": "gdp"},
        ],
    )
    asked = {"first_year": 2021, "last_year": 2022}
    grid = "coverage_by_indicator_and_year"
    assert ask(built, grid, "indicator year", **asked) == [
        ("exports", 2021), ("exports", 2022),
        ("gdp", 2021), ("gdp", 2022),
        ("hired", 2021), ("hired", 2022),
    ]  # fmt: skip
    assert ask(built, grid, "indicator year", sectors=["jobs"], **asked) == [
        ("hired", 2021),
        ("hired", 2022),
    ]


def test_every_figure_knows_what_it_was_revised_from(given, ask):
    built = given(
        sources=SOURCES,
        observations=[
            {"time_period": "2021", "obs_value": 100.0},
            {"time_period": "2021", "obs_value": 101.5, "source": "yearbook"},
            {"time_period": "2021", "obs_value": 99.0, "source": "undated"},
            {"time_period": "2020", "obs_value": 90.0},
            {"time_period": "2020", "obs_value": 90.0, "source": "yearbook"},
            {"time_period": "2021", "obs_value": 7.0, "breakdown": "farming"},
        ],
    )
    asked = "time_period breakdown_zh value revised_from is_in_force source line"
    # The undated document is the oldest: 99, then 100 of March 2022, then 101.5 of October 2023.
    assert ask(built, "observations", asked) == [
        ("2021", None, 101.5, 100, True, "yearbook", 3),
        ("2021", None, 100, 99, False, "bulletin", 2),
        ("2021", None, 99, None, False, "undated", 4),
        ("2021", "名称", 7, None, True, "bulletin", 7),
        ("2020", None, 90, None, True, "yearbook", 6),
        ("2020", None, 90, None, False, "bulletin", 5),
    ]
    told = "value revised_from"
    assert ask(built, "figures_by_indicator", told, indicator="gdp")[:3] == [
        (101.5, 100),
        (100, 99),
        (99, None),
    ]


def test_figures_of_other_areas_years_and_sectors_are_left_out(given, ask):
    built = given(
        indicators=[{"indicator": "gdp"}, {"indicator": "hired", "sector": "jobs"}],
        observations=[
            {"time_period": "2021", "obs_value": 1.0},
            {"time_period": "2019", "obs_value": 2.0},
            {"time_period": "2021", "obs_value": 3.0, "ref_area": "610922"},
            {"time_period": "2021-Q1", "obs_value": 4.0, "indicator": "hired"},
        ],
    )
    assert ask(built, "observations", "value") == [(1,), (4,)]
    assert ask(built, "observations", "value", sectors=["jobs"]) == [(4,)]


def test_every_document_and_how_often_it_is_named(given, ask):
    built = given(
        sources=SOURCES,
        observations=[
            {"time_period": "2021", "obs_value": 1.0},
            {"time_period": "2022", "obs_value": 1.0},
        ],
        targets=[{"time_period": "2022", "target_value": 2.0, "source": "yearbook"}],
    )
    assert ask(built, "sources", "source published_on cited_figures cited_targets line") == [
        ("yearbook", "2023-10", 0, 1, 3),
        ("bulletin", "2022-03-31", 2, 0, 2),
        ("undated", None, 0, 0, 4),
    ]
