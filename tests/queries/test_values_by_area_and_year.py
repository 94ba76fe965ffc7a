"""One indicator in several areas: the home area first, only years with a figure."""

NAME = "values_by_area_and_year"
AREAS = [
    {"ref_area": "610902", "is_home": True},
    {"ref_area": "610922"},
    {"ref_area": "610921"},
    {"ref_area": "610900", "level": "city"},
    {"ref_area": "610000", "level": "province"},
    {"ref_area": "CHN", "level": "country"},
    {"ref_area": "610900-HT", "level": "zone"},
]
ALL = [area["ref_area"] for area in AREAS]


def gdp(area: str, period: str, value: float | None, **more) -> dict:
    row = {"indicator": "gdp", "ref_area": area, "time_period": period, "obs_value": value}
    return row | more


def test_home_comes_first_then_the_nearest_areas(given, ask):
    built = given(areas=AREAS, observations=[gdp(area, "2021", 1) for area in ALL])
    rows = ask(built, NAME, "ref_area is_home", indicator="gdp", areas=ALL)
    assert rows == [
        ("610902", True),
        ("610921", False),
        ("610922", False),
        ("610900-HT", False),
        ("610900", False),
        ("610000", False),
        ("CHN", False),
    ]


def test_years_come_in_order_and_those_without_a_value_have_no_row(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            gdp("610902", "2022", 3),
            gdp("610902", "2021", None),
            gdp("610902", "2020", 0),
        ],
    )
    rows = ask(built, NAME, "year value obs_status", indicator="gdp", areas=ALL)
    assert rows == [(2020, 0, "A"), (2022, 3, "A")]


def test_only_the_asked_areas_years_and_whole_figures_count(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            gdp("610921", "2021", 1),
            gdp("610902", "2019", 2),
            gdp("610902", "2021-06", 3, coverage="year_to_date"),
            gdp("610902", "2021", 4, breakdown="farming"),
            gdp("610902", "2021", 5, indicator="jobs"),
        ],
    )
    assert ask(built, NAME, "value", indicator="gdp", areas=["610902"]) == []
    assert ask(built, NAME, "value", indicator="gdp", areas=[]) == []


def test_a_break_is_that_of_the_area_and_the_indicator(given, ask):
    built = given(
        areas=AREAS,
        observations=[
            gdp(area, year, 1) for area in ("610902", "CHN") for year in ("2021", "2022")
        ],
        breaks=[
            {"time_period": "2022-01"},
            {"time_period": "2022-06"},
            {"time_period": "2021", "indicator": "jobs"},
            {"time_period": "2021", "ref_area": "610900"},
        ],
    )
    rows = ask(built, NAME, "ref_area year is_break", indicator="gdp", areas=ALL)
    assert rows == [
        ("610902", 2021, False),
        ("610902", 2022, True),
        ("CHN", 2021, False),
        ("CHN", 2022, False),
    ]


def test_of_both_scopes_the_whole_jurisdiction_counts(given, ask):
    built = given(
        observations=[
            gdp("610902", "2021", 67.3, scope="excluding_zones"),
            gdp("610902", "2021", 89.1, scope="whole_jurisdiction"),
        ]
    )
    rows = ask(built, NAME, "value scope", indicator="gdp", areas=["610902"])
    assert rows == [(89.1, "whole_jurisdiction")]
