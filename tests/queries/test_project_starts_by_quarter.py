"""Joint starts: announced quarters only, and the municipal part is not added."""

NAME = "project_starts_by_quarter"


def starts(period: str, value: float | None, **more) -> dict:
    figure = {"indicator": "quarterly_project_starts", "time_period": period, "obs_value": value}
    return figure | more


def investment(period: str, value: float, **more) -> dict:
    return starts(period, value, indicator="quarterly_project_starts_investment") | more


def test_a_quarter_has_its_projects_and_their_investment(given, ask):
    built = given(observations=[starts("2021-Q3", 7), investment("2021-Q3", 12.5)])
    columns = "time_period year quarter projects total_investment"
    assert ask(built, NAME, columns) == [("2021-Q3", 2021, 3, 7, 12.5)]


def test_the_municipal_part_stands_beside_the_whole(given, ask):
    built = given(
        observations=[
            starts("2022-Q1", 39),
            starts("2022-Q1", 25, breakdown="municipal_list", note="其中"),
            investment("2022-Q1", 44.5),
            investment("2022-Q1", 38.8, breakdown="municipal_list"),
        ]
    )
    columns = "projects municipal_projects total_investment municipal_investment note"
    assert ask(built, NAME, columns) == [(39, 25, 44.5, 38.8, None)]


def test_the_municipal_part_is_never_taken_for_the_whole(given, ask):
    part = {"breakdown": "municipal_list", "note": "其中"}
    built = given(observations=[starts("2022-Q1", 25, **part), investment("2022-Q1", 38.8, **part)])
    columns = "projects municipal_projects total_investment municipal_investment note"
    assert ask(built, NAME, columns) == [(None, 25, None, 38.8, None)]


def test_quarters_come_in_order_and_silent_ones_have_no_row(given, ask):
    built = given(
        observations=[starts("2022-Q1", 0), starts("2020-Q4", 5), starts("2021-Q2", None)]
    )
    assert ask(built, NAME, "time_period projects") == [("2020-Q4", 5), ("2022-Q1", 0)]


def test_the_note_is_that_of_the_projects(given, ask):
    built = given(
        observations=[starts("2021-Q3", 7, note="三季度"), investment("2021-Q3", 1, note="总投资")]
    )
    assert ask(built, NAME, "note") == [("三季度",)]


def test_a_whole_year_another_area_and_other_years_do_not_count(given, ask):
    built = given(
        observations=[
            starts("2021", 30),
            starts("2021-Q1", 9, ref_area="610900"),
            starts("2019-Q4", 4),
            starts("2023-Q1", 4),
        ]
    )
    assert ask(built, NAME, "time_period") == []


def test_of_both_scopes_the_whole_jurisdiction_counts(given, ask):
    built = given(
        observations=[
            starts("2021-Q3", 9, scope="excluding_zones"),
            starts("2021-Q3", 7, scope="whole_jurisdiction"),
        ]
    )
    assert ask(built, NAME, "projects") == [(7,)]


def test_the_starts_that_were_published(shipped, ask):
    # 2022-Q1: 26个项目集中开工，总投资19.93亿元 (founding article)
    columns = "time_period projects municipal_projects total_investment municipal_investment"
    assert ask(shipped, NAME, columns, last_year=2023) == [
        ("2021-Q3", 7, None, None, None),
        ("2022-Q1", 26, None, 19.93, None),
        ("2023-Q4", 39, 25, 44.5, 38.8),
    ]
