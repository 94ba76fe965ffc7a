"""Groups of Party members: each beside all members, never added."""

import pytest

NAME = "party_members_by_group"
GROUPS = [
    {"breakdown": code, "dimension": "party_member_group"}
    for code in ("mobile", "retired", "two_new")
] + [{"breakdown": "farming", "dimension": "project_category"}]


def members(value: float | None, group: str | None = None, **more) -> dict:
    row = {"indicator": "party_members", "time_period": "2021", "coverage": "point"}
    return row | {"obs_value": value, "breakdown": group} | more


def test_the_share_is_of_all_members_and_groups_may_exceed_them(given, ask):
    built = given(
        breakdowns=GROUPS,
        observations=[
            members(200),
            members(50, "mobile"),
            members(180, "retired"),
            members(9, "farming"),
            members(7, "two_new", ref_area="610921"),
            members(8, "two_new", time_period="2019"),
        ],
    )
    columns = "year breakdown members all_members share_pct"
    # 100 * 180 / 200 = 90, 100 * 50 / 200 = 25
    assert ask(built, NAME, columns) == [
        (2021, "retired", 180, 200, 90),
        (2021, "mobile", 50, 200, 25),
    ]


@pytest.mark.parametrize(("everybody", "share"), [([], None), ([members(0)], None)])
def test_without_all_members_there_is_no_share(given, ask, everybody, share):
    built = given(breakdowns=GROUPS, observations=[members(50, "mobile"), *everybody])
    assert ask(built, NAME, "members share_pct") == [(50, share)]


def test_a_tie_is_ordered_by_code_zero_and_missing_keep_their_rows(given, ask):
    built = given(
        breakdowns=GROUPS,
        observations=[members(200), members(0, "two_new"), members(0, "retired")]
        + [members(None, "mobile")],
    )
    assert ask(built, NAME, "breakdown members share_pct") == [
        ("retired", 0, 0),
        ("two_new", 0, 0),
        ("mobile", None, None),
    ]


def test_more_than_so_many_members_is_said(given, ask):
    built = given(
        breakdowns=GROUPS,
        observations=[members(50, "mobile"), members(200, obs_status="E", note="原文“200多名”")],
    )
    assert ask(built, NAME, "all_members all_members_is_more_than") == [(200, True)]


def test_the_whole_jurisdiction_and_the_last_point_count(given, ask):
    built = given(
        breakdowns=GROUPS,
        observations=[
            members(1, "mobile", scope="excluding_zones", time_period="2021-12"),
            members(2, "mobile", scope="whole_jurisdiction", time_period="2021-06"),
            members(3, "mobile", scope="whole_jurisdiction", time_period="2021-09"),
        ],
    )
    assert ask(built, NAME, "members") == [(3,)]


def test_the_groups_of_2021_as_published(shipped, ask):
    rows = ask(shipped, NAME, "breakdown members all_members share_pct", last_year=2021)
    # 100 * 4147 / 30000 = 13.82…, 100 * 3182 / 30000 = 10.60…, 100 * 633 / 30000 = 2.11
    assert [(*row[:3], round(row[3], 2)) for row in rows] == [
        ("retired", 4147, 30000, 13.82),
        ("mobile", 3182, 30000, 10.61),
        ("two_new", 633, 30000, 2.11),
    ]
