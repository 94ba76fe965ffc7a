"""Every published figure of an indicator, the older ones too, and where it stands in data/."""

SOURCES = [
    {"source": "bulletin", "published_on": "2022-03-31"},
    {"source": "yearbook", "published_on": "2023-10"},
]


def test_an_older_publication_stays_and_is_no_longer_in_force(given, ask):
    built = given(
        sources=SOURCES,
        observations=[
            {"time_period": "2021", "obs_value": 100.0},
            {"time_period": "2021", "obs_value": 101.0, "source": "yearbook"},
            {"time_period": "2021-Q1", "obs_value": 20.0, "obs_status": "P"},
            {"time_period": "2021", "obs_value": 60.0, "breakdown": "farming"},
            {"time_period": "2020", "obs_value": None},
        ],
    )
    asked = "time_period breakdown_zh value obs_status is_in_force source line"
    assert ask(built, "figures_by_indicator", asked, indicator="gdp") == [
        ("2021", None, 101, "A", True, "yearbook", 3),
        ("2021", None, 100, "A", False, "bulletin", 2),
        ("2021", "名称", 60, "A", True, "bulletin", 5),
        ("2021-Q1", None, 20, "P", True, "bulletin", 4),
        ("2020", None, None, "A", True, "bulletin", 6),
    ]


def test_a_year_stands_before_the_december_and_the_quarter_that_end_with_it(given, ask):
    built = given(
        observations=[
            {"time_period": period, "obs_value": 1.0}
            for period in ("2021-Q4", "2021-12", "2022-01", "2021")
        ],
    )
    assert ask(built, "figures_by_indicator", "time_period", indicator="gdp") == [
        ("2022-01",),
        ("2021",),
        ("2021-12",),
        ("2021-Q4",),
    ]


def test_other_areas_and_indicators_are_left_out(given, ask):
    built = given(
        observations=[
            {"time_period": "2021", "obs_value": 1.0, "ref_area": "610922"},
            {"time_period": "2021", "obs_value": 2.0, "indicator": "jobs"},
        ]
    )
    assert ask(built, "figures_by_indicator", "value", indicator="gdp") == []


def test_an_indicator_is_reported_if_it_has_a_figure_in_force(given, ask):
    built = given(
        sectors=[{"sector": "jobs", "position": 2}, {"sector": "economy", "position": 1}],
        indicators=[
            {"indicator": "hired", "sector": "jobs"},
            {"indicator": "gdp", "headline": 2},
            {"indicator": "exports"},
            {"indicator": "promised"},
        ],
        sources=SOURCES,
        observations=[
            {"time_period": "2021", "obs_value": 1.0, "indicator": "hired"},
            {"time_period": "2021", "obs_value": 1.0},
            {"time_period": "2021", "obs_value": 2.0, "source": "yearbook"},
            {"time_period": "2020", "obs_value": 2.0, "indicator": "exports"},
            {"time_period": "2020", "obs_value": None, "indicator": "promised"},
        ],
    )
    asked = "indicator figures"
    assert ask(built, "reported_indicators", asked) == [("gdp", 1), ("exports", 1), ("hired", 1)]
    assert ask(built, "reported_indicators", asked, sectors=["jobs"]) == [("hired", 1)]
