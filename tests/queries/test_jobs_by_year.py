"""Jobs, training and loans, year by year."""

NAME = "jobs_by_year"


def jobs(period: str, value: float | None, **more) -> dict:
    return {"indicator": "new_urban_jobs", "time_period": period, "obs_value": value} | more


def test_figures_of_a_year_share_its_row(given, ask):
    built = given(
        observations=[
            jobs("2021", 5150),
            jobs("2021", 6190, indicator="skills_trained"),
            jobs("2021", 4478.5, indicator="startup_loans"),
        ]
    )
    assert ask(built, NAME, "year new_urban_jobs skills_trained startup_loans") == [
        (2020, None, None, None),
        (2021, 5150, 6190, 4478.5),
        (2022, None, None, None),
    ]


def test_zero_is_told_from_missing(given, ask):
    built = given(observations=[jobs("2020", 0), jobs("2021", None)])
    assert ask(built, NAME, "new_urban_jobs", last_year=2021) == [(0,), (None,)]


def test_other_areas_and_parts_of_a_year_do_not_count(given, ask):
    built = given(
        observations=[
            jobs("2020", 1, ref_area="610900"),
            jobs("2020-06", 2, coverage="year_to_date"),
            jobs("2020-Q1", 3),
        ]
    )
    assert ask(built, NAME, "new_urban_jobs", last_year=2020) == [(None,)]


def test_of_both_scopes_the_whole_jurisdiction_counts(given, ask):
    built = given(
        observations=[
            jobs("2020", 4000, scope="excluding_zones"),
            jobs("2020", 5150, scope="whole_jurisdiction"),
        ]
    )
    assert ask(built, NAME, "new_urban_jobs", last_year=2020) == [(5150,)]


def test_2021_as_published(shipped, ask):
    # 技能培训6190人，发放创业担保贷款4478万元，城镇新增就业5150人
    columns = "new_urban_jobs skills_trained startup_loans"
    assert ask(shipped, NAME, columns, first_year=2021, last_year=2021) == [(5150, 6190, 4478)]
