"""The figures of another county, each beside the home area's of the same year."""

NAME = "figures_beside_home"
AREAS = [
    {"ref_area": "610900", "level": "city"},
    {"ref_area": "610902", "parent": "610900", "is_home": True},
    {"ref_area": "610921", "parent": "610900"},
    {"ref_area": "610922", "parent": "610900"},
]


def figure(indicator: str, area: str, period: str, value: float | None, **more) -> dict:
    row = {"indicator": indicator, "ref_area": area, "time_period": period, "obs_value": value}
    return row | more


def test_the_latest_year_of_both_counts_else_the_latest_of_the_county(given, ask):
    built = given(
        areas=AREAS,
        indicators=[{"indicator": "gdp"}, {"indicator": "jobs"}, {"indicator": "tea"}],
        observations=[
            figure("gdp", "610902", "2020", 9),
            figure("gdp", "610921", "2020", 7),
            figure("gdp", "610921", "2021", 8),
            figure("gdp", "610922", "2020", 8),
            figure("jobs", "610921", "2020", 3),
            figure("jobs", "610921", "2021", 4),
            figure("tea", "610902", "2021", 1),
            figure("tea", "610921", "2021", None),
        ],
    )
    columns = "indicator year value home_value rank home_rank ranked"
    assert ask(built, NAME, columns, area="610921") == [
        ("gdp", 2020, 7, 9, 3, 1, 3),  # 9, 8, 7
        ("jobs", 2021, 4, None, 1, None, 1),
    ]


def test_what_is_from_a_copy_says_so_on_either_side(given, ask):
    copy = {"source": "copy", "kind": "other"}
    built = given(
        areas=AREAS,
        sources=[copy],
        observations=[
            figure("gdp", "610902", "2021", 9),
            figure("gdp", "610921", "2021", 7, source="copy"),
        ],
    )
    columns = "is_secondary is_home_copy"
    assert ask(built, NAME, columns, area="610921") == [(True, False)]
