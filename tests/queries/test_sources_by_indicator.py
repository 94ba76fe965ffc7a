"""Where figures come from: the documents in force, the latest figure's first."""

import pytest

NAME = "sources_by_indicator"
SOURCES = [
    {"source": "undated", "published_on": None},
    {"source": "bulletin", "published_on": "2022-03-31"},
    {"source": "yearbook", "published_on": "2023"},
]


def gdp(period: str, value: float | None, **more) -> dict:
    return {"indicator": "gdp", "time_period": period, "obs_value": value} | more


@pytest.fixture
def cited(given, ask):
    """Asks for the sources of Hanbin's GDP from these tables."""

    def asked(columns: str, **tables: list[dict]) -> list[tuple]:
        built = given(sources=SOURCES, **tables)
        return ask(built, NAME, columns, indicators=["gdp"], areas=["610902"])

    return asked


def test_the_document_of_the_latest_figure_comes_first_though_it_be_undated(cited):
    assert cited(
        "source last_period",
        observations=[
            gdp("2021-Q4", 1, source="yearbook", coverage="quarter"),
            gdp("2022-Q3", 2, source="bulletin", coverage="quarter"),
            gdp("2022-10", 3, source="undated"),
        ],
    ) == [("undated", "2022-10"), ("bulletin", "2022-Q3"), ("yearbook", "2021-Q4")]


def test_of_one_year_the_districts_own_document_comes_first(given, ask):
    built = given(
        areas=[{"is_home": True}, {"ref_area": "610921"}],
        sources=SOURCES,
        observations=[
            gdp("2020", 2, source="yearbook", ref_area="610921"),
            gdp("2020", 1, source="bulletin"),
        ],
    )
    asked = {"indicators": ["gdp"], "areas": ["610902", "610921"]}
    assert ask(built, NAME, "source", **asked) == [("bulletin",), ("yearbook",)]


def test_a_whole_year_is_later_than_its_parts(cited):
    assert cited(
        "source last_period",
        observations=[
            gdp("2022-11", 1, source="yearbook", coverage="year_to_date"),
            gdp("2022", 2, source="bulletin"),
            gdp("2022-11", 2, source="bulletin", coverage="month"),
        ],
    ) == [("bulletin", "2022"), ("yearbook", "2022-11")]


def test_of_one_period_a_figure_comes_before_its_target(cited):
    assert cited(
        "source",
        observations=[gdp("2022", 1, source="undated")],
        targets=[{"time_period": "2022", "target_value": 5, "source": "yearbook"}],
    ) == [("undated",), ("yearbook",)]


def test_of_one_period_the_newest_publication_comes_first_and_undated_ones_last(cited):
    assert cited(
        "source published_on figures last_period last_coverage",
        observations=[
            gdp("2021", 1, source="undated"),
            gdp("2021", 2, source="bulletin", breakdown="industry"),
            gdp("2020", 3, source="bulletin", breakdown="farming"),
            gdp("2021", 4, source="yearbook", breakdown="services"),
        ],
    ) == [
        ("yearbook", "2023", 1, "2021", "year"),
        ("bulletin", "2022-03-31", 2, "2021", "year"),
        ("undated", None, 1, "2021", "year"),
    ]


def test_a_part_of_a_year_is_cited_as_one(cited):
    assert cited(
        "source last_period last_coverage",
        observations=[gdp("2021-11", 2, coverage="year_to_date"), gdp("2020", 1)],
    ) == [("bulletin", "2021-11", "year_to_date")]


def test_the_last_period_is_the_latest_and_of_one_period_the_first_coverage_counts(cited):
    figures = [gdp("2021-11", 1), gdp("2021-06", 2), gdp("2021-11", 3, coverage="year_to_date")]
    assert cited("last_period last_coverage", observations=figures) == [("2021-11", "point")]


def test_publications_of_one_day_come_in_the_order_of_codes(given, ask):
    built = given(observations=[gdp("2020", 1, source="b"), gdp("2021", 2, source="a")])
    asked = {"indicators": ["gdp"], "areas": ["610902"]}
    assert ask(built, NAME, "source", **asked) == [("a",), ("b",)]


def test_a_target_is_cited_too(cited):
    assert cited(
        "source figures last_period",
        targets=[{"time_period": "2021", "target_value": 5, "source": "yearbook"}],
    ) == [("yearbook", 1, "2021")]


def test_a_replaced_figure_and_one_without_a_value_are_not_cited(cited):
    assert cited(
        "source figures",
        observations=[
            gdp("2020", 1, source="bulletin"),
            gdp("2020", 2, source="yearbook"),
            gdp("2021", None, source="undated"),
        ],
    ) == [("yearbook", 1)]


def test_other_areas_indicators_and_years_are_not_cited(cited):
    assert cited(
        "source",
        observations=[
            gdp("2020", 1, ref_area="610900"),
            gdp("2020", 2, indicator="jobs"),
            gdp("2019", 3),
            gdp("2023", 4),
        ],
    ) == []  # fmt: skip


def test_nothing_asked_is_nothing_cited(given, ask):
    built = given(observations=[gdp("2020", 1)])
    assert ask(built, NAME, "source", indicators=[], areas=["610902"]) == []
    assert ask(built, NAME, "source", indicators=["gdp"], areas=[]) == []
