"""What the latest census found in the home area, and between which counties that lies."""

NAME = "census_by_indicator"
AREAS = [
    {"ref_area": "610900", "level": "city"},
    {"ref_area": "610902", "parent": "610900", "is_home": True},
    {"ref_area": "610921", "parent": "610900"},
    {"ref_area": "610922", "parent": "610900"},
    {"ref_area": "610702", "parent": "610700"},  # a county of another city
]


def share(area: str, value: float, period: str = "2020-11-01", code: str = "census_urban") -> dict:
    row = {"indicator": code, "ref_area": area, "time_period": period}
    return row | {"obs_value": value}


def test_the_home_area_stands_between_the_lowest_and_the_highest_of_its_city(given, ask):
    built = given(
        areas=AREAS,
        indicators=[{"indicator": "census_urban", "better": "higher"}, {"indicator": "gdp"}],
        observations=[
            share("610902", 50),
            share("610921", 60),
            share("610922", 40),
            share("610702", 90),
            share("610902", 30, "2010-11-01"),
            share("610902", 1, "2020", "gdp"),
        ],
    )
    asked = {"first_year": 2010, "last_year": 2025}
    columns = "indicator year value rank ranked least most"
    assert ask(built, NAME, columns, **asked) == [("census_urban", 2020, 50, 2, 3, 40, 60)]
    # before the census of 2020 that of 2010, which only the home area has here
    assert ask(built, NAME, columns, first_year=2010, last_year=2019) == [
        ("census_urban", 2010, 30, 1, 1, 30, 30)
    ]
    assert ask(built, NAME, columns, first_year=2021, last_year=2025) == []
