"""Which publication is in force, and which of several figures counts."""

import pytest

OFFICIAL = {"source": "bulletin", "published_on": "2022-03-31"}
LATER = {"source": "yearbook", "published_on": "2023-10"}
PAPER = {"source": "paper", "kind": "newspaper", "published_on": "2024-01-05"}
WIKI = {"source": "wiki", "kind": "encyclopaedia", "published_on": "2024-06"}
COPY = {"source": "copy", "kind": "other", "published_on": "2025-01"}


def gdp(value: float | None, source: dict, **more) -> dict:
    return {"time_period": "2021", "obs_value": value, "source": source["source"]} | more


@pytest.fixture
def published(given, ask):
    """published(sources, figures) -> value, is_in_force, revised_from, the one in force first."""

    def answer(sources: list[dict], figures: list[dict]) -> list[tuple]:
        built = given(sources=sources, observations=figures)
        columns = "value is_in_force revised_from"
        return ask(built, "figures_by_indicator", columns, indicator="gdp")

    return answer


@pytest.mark.parametrize("secondary", [PAPER, WIKI, COPY])
def test_a_secondary_source_is_never_in_force_before_an_official_one(published, secondary):
    figures = [gdp(100, OFFICIAL), gdp(105, secondary)]
    # No revision either way: 105 is what somebody else says.
    assert published([OFFICIAL, secondary], figures) == [(100, True, None), (105, False, None)]


@pytest.mark.parametrize(
    ("source", "is_secondary"), [(OFFICIAL, False), (PAPER, False), (WIKI, True), (COPY, True)]
)
def test_an_encyclopaedia_and_a_database_are_second_hand(given, ask, source, is_secondary):
    built = given(sources=[source], observations=[gdp(100, source)])
    asked = {"indicator": "gdp", "area": "610902"}
    assert ask(built, "figures_by_indicator", "is_secondary", **asked) == [(is_secondary,)]


def test_an_official_source_without_a_date_counts_before_a_copy(published):
    undated = {"source": "undated", "published_on": None}
    figures = [gdp(105, COPY), gdp(100, undated)]
    assert published([COPY, undated], figures) == [(100, True, None), (105, False, None)]


def test_a_newspaper_counts_before_a_copy_and_that_before_an_encyclopaedia(published):
    figures = [gdp(101, PAPER), gdp(102, COPY)]
    assert published([PAPER, COPY], figures)[0] == (101, True, None)
    # whichever is newer
    for wiki in (WIKI, WIKI | {"published_on": "2029-12"}):
        figures = [gdp(102, wiki), gdp(103, COPY)]
        rows = published([wiki, COPY], figures)
        assert sorted(rows) == [(102, False, None), (103, True, None)]


def test_a_copy_between_two_official_documents_revises_nothing(published):
    between = COPY | {"published_on": "2022-12"}
    figures = [gdp(100, OFFICIAL), gdp(105, between), gdp(101, LATER)]
    assert published([OFFICIAL, between, LATER], figures) == [
        (101, True, 100),
        (105, False, None),
        (100, False, None),
    ]


def test_a_document_without_a_value_hides_no_revision(published):
    newest = {"source": "announced", "published_on": "2024"}
    figures = [gdp(100, OFFICIAL), gdp(None, LATER), gdp(101, newest)]
    assert published([OFFICIAL, LATER, newest], figures) == [
        (101, True, 100),
        (None, False, None),
        (100, False, None),
    ]


def test_an_empty_scope_and_an_unstated_one_are_one(published):
    figures = [gdp(100, OFFICIAL, scope="unstated"), gdp(101, LATER, scope=None)]
    assert sorted(published([OFFICIAL, LATER], figures)) == [
        (100, False, None),
        (101, True, 100),
    ]


def test_one_document_with_both_spellings_of_no_scope_has_one_figure_in_force(published):
    figures = [gdp(100, OFFICIAL, scope=None), gdp(101, OFFICIAL, scope="unstated")]
    turned = published([OFFICIAL], figures[::-1])
    assert sorted(published([OFFICIAL], figures)) == sorted(turned)
    assert sum(is_in_force for _, is_in_force, _ in turned) == 1


def test_two_documents_of_one_day_count_in_the_order_of_their_codes(published):
    same_day = OFFICIAL | {"source": "report"}
    figures = [gdp(101, same_day), gdp(100, OFFICIAL)]
    assert published([OFFICIAL, same_day], figures) == [(100, True, 101), (101, False, None)]


def test_a_stated_scope_counts_before_an_unstated_one_of_the_same_year(given, ask):
    whole = gdp(90, OFFICIAL, scope="whole_jurisdiction")
    built = given(observations=[gdp(80, OFFICIAL), whole])
    assert ask(built, "values_by_year", "value", indicators=["gdp"], first_year=2021) == [
        (90,),
        (None,),
    ]


def test_a_year_is_covered_and_not_revised_where_only_a_copy_differs(given, ask):
    asked = {"first_year": 2021, "last_year": 2021}
    copied = given(
        sources=[OFFICIAL, COPY, WIKI],
        observations=[gdp(100, OFFICIAL), gdp(105, COPY), gdp(104, WIKI)],
    )
    name = "coverage_by_indicator_and_year"
    assert ask(copied, name, "availability published", **asked) == [("present", 3)]
    revised = given(sources=[OFFICIAL, LATER], observations=[gdp(100, OFFICIAL), gdp(101, LATER)])
    assert ask(revised, name, "availability published", **asked) == [("revised", 2)]


def test_two_breaks_part_a_series_in_three(given, ask):
    values = {"2015": 100, "2016": 110, "2017": 115, "2018": 130, "2019": 131}
    built = given(
        indicators=[{"indicator": "gdp", "headline": 1}],
        observations=[gdp(value, OFFICIAL, time_period=year) for year, value in values.items()],
        breaks=[{"time_period": "2018"}, {"time_period": "2016"}],
    )

    def told(year: int) -> tuple:
        name, asked = "headlines_by_indicator", {"first_year": 2015, "last_year": year}
        [row] = ask(built, name, "is_broken change", **asked)
        return row

    assert [told(year) for year in (2016, 2017, 2018, 2019)] == [
        (True, None),
        (False, 5),  # 115 − 110
        (True, None),
        (False, 1),  # 131 − 130
    ]
