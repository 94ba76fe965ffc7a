"""Series: every year of the range has its row, breaks are marked where they begin."""

NAME = "values_by_year"


def gdp(period: str, value: float | None, **more) -> dict:
    return {"indicator": "gdp", "time_period": period, "obs_value": value} | more


def test_a_year_without_a_figure_keeps_its_row(given, ask):
    built = given(observations=[gdp("2020", 0), gdp("2022", 250, obs_status="P", scope="unstated")])
    columns = "indicator year value time_period obs_status scope source"
    assert ask(built, NAME, columns, indicators=["gdp"]) == [
        ("gdp", 2020, 0, "2020", "A", None, "bulletin"),
        ("gdp", 2021, None, None, None, None, None),
        ("gdp", 2022, 250, "2022", "P", "unstated", "bulletin"),
    ]


def test_headlines_come_first_in_their_order_then_codes(given, ask):
    built = given(
        indicators=[
            {"indicator": "a"},
            {"indicator": "b"},
            {"indicator": "c", "headline": 2},
            {"indicator": "d", "headline": 1},
        ]
    )
    asked = {"indicators": ["a", "b", "c", "d"], "first_year": 2022}
    assert ask(built, NAME, "indicator", **asked) == [("d",), ("c",), ("a",), ("b",)]


def test_no_indicators_give_no_rows(given, ask):
    built = given(observations=[gdp("2020", 1)])
    assert ask(built, NAME, "value", indicators=[]) == []


def test_a_break_is_marked_in_the_year_in_which_it_begins(given, ask):
    built = given(
        observations=[gdp("2020", 200), gdp("2022", 250)],
        breaks=[
            {"time_period": "2021"},
            {"time_period": "2022-11"},
            {"time_period": "2020", "ref_area": "610900"},
        ],
    )
    assert ask(built, NAME, "year is_break", indicators=["gdp"]) == [
        (2020, False),
        (2021, True),
        (2022, True),
    ]


def test_two_breaks_in_a_year_do_not_double_its_row(given, ask):
    built = given(
        indicators=[{"indicator": "gdp"}],
        breaks=[{"time_period": "2021"}, {"time_period": "2021-06"}],
    )
    assert ask(built, NAME, "year is_break", indicators=["gdp"]) == [
        (2020, False),
        (2021, True),
        (2022, False),
    ]


def test_the_target_of_a_year_stands_beside_even_without_a_figure(given, ask):
    built = given(
        targets=[
            {"time_period": "2021", "target_value": 210},
            {"time_period": "2022", "target_value": 9, "ref_area": "610900"},
        ]
    )
    assert ask(built, NAME, "year value target", indicators=["gdp"]) == [
        (2020, None, None),
        (2021, None, 210),
        (2022, None, None),
    ]


def test_the_year_to_date_another_area_and_a_part_do_not_count(given, ask):
    built = given(
        observations=[
            gdp("2020-06", 1, coverage="year_to_date"),
            gdp("2020", 2, ref_area="610900"),
            gdp("2020", 3, breakdown="farming"),
        ]
    )
    assert ask(built, NAME, "value", indicators=["gdp"], last_year=2020) == [(None,)]


def test_of_both_scopes_the_whole_jurisdiction_counts(given, ask):
    built = given(
        observations=[
            gdp("2020", 67.3, scope="excluding_zones"),
            gdp("2020", 89.1, scope="whole_jurisdiction"),
        ]
    )
    assert ask(built, NAME, "value scope", indicators=["gdp"], last_year=2020) == [
        (89.1, "whole_jurisdiction")
    ]


def test_transport_and_water_in_2021_as_published(shipped, ask):
    # 交通完成投资3.1亿元，水利完成投资2亿元
    asked = {"indicators": ["transport_investment", "water_investment"], "last_year": 2021}
    rows = ask(shipped, NAME, "indicator year value", **asked)
    assert {row[0]: row[2] for row in rows if row[1] == 2021} == {
        "transport_investment": 3.1,
        "water_investment": 2,
    }
