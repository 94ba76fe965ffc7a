"""The ledger's queries over a handful of items that one can count by hand."""

from datetime import date

import pytest

# As of 2021-12-31, in the years 2020 to 2022:
#   A  done on the day it was raised, on time, answered 5
#   B  done on the 10th day, on time (due that very day), answered 2
#   C  done on the 40th day, ten days late, no answer
#   D  done without a due date, on the 20th day, answered 4
#   E  open and overdue by 30 days
#   F  open, due on the day of reference: not overdue yet
#   G  open, not dispatched, without a due date
#   H  raised the day after: does not count
#   I  raised in 2019: outside the years
#   J  completed the day after: still open as of the day of reference, overdue by 1 day
LEDGER = [
    {
        "order_id": "A",
        "raised_on": "2021-03-01",
        "dispatched_on": "2021-03-01",
        "due_on": "2021-03-10",
        "completed_on": "2021-03-01",
        "satisfaction": 5,
    },
    {
        "order_id": "B",
        "raised_on": "2021-03-01",
        "dispatched_on": "2021-03-02",
        "due_on": "2021-03-11",
        "completed_on": "2021-03-11",
        "satisfaction": 2,
    },
    {
        "order_id": "C",
        "raised_on": "2021-03-01",
        "dispatched_on": "2021-03-03",
        "due_on": "2021-03-31",
        "completed_on": "2021-04-10",
        "town": "老城",
    },
    {
        "order_id": "D",
        "raised_on": "2021-03-21",
        "dispatched_on": "2021-03-22",
        "completed_on": "2021-04-10",
        "satisfaction": 4,
        "town": "老城",
        "sector": "transport",
    },
    {
        "order_id": "E",
        "raised_on": "2021-11-01",
        "dispatched_on": "2021-11-02",
        "due_on": "2021-12-01",
        "tier": "district_leaders",
        "title": "修路灯",
    },
    {
        "order_id": "F",
        "raised_on": "2021-12-01",
        "dispatched_on": "2021-12-02",
        "due_on": "2021-12-31",
    },
    {"order_id": "G", "raised_on": "2021-12-20", "town": "吉河"},
    {"order_id": "H", "raised_on": "2022-01-01", "dispatched_on": "2022-01-01"},
    {
        "order_id": "I",
        "raised_on": "2019-06-01",
        "dispatched_on": "2019-06-02",
        "completed_on": "2019-06-03",
        "satisfaction": 1,
        "town": "流水",
    },
    {
        "order_id": "J",
        "raised_on": "2021-12-01",
        "dispatched_on": "2021-12-02",
        "due_on": "2021-12-30",
        "completed_on": "2022-01-01",
        "satisfaction": 3,
        "town": "老城",
    },
]
TIERS = [
    {"breakdown": "district_leaders", "dimension": "tier", "name_zh": "区级领导", "name_en": "L"},
    {"breakdown": "team_members", "dimension": "tier", "name_zh": "班子成员", "name_en": "M"},
    {"breakdown": "farming", "dimension": "project_category"},
]


@pytest.fixture(scope="module")
def ledger(given):
    return given(orders=LEDGER, breakdowns=TIERS)


@pytest.fixture(scope="module")
def empty(given):
    return given(orders=[], breakdowns=TIERS)


def test_stages_count_up_to_the_day_of_reference(ledger, ask):
    # Raised A B C D E F G J = 8; all but G dispatched = 7; completed A B C D = 4; on time A B = 2.
    assert ask(ledger, "orders_by_stage", "stage position items raised_pct") == [
        ("raised", 1, 8, 100),
        ("dispatched", 2, 7, 87.5),  # 100 × 7 ÷ 8
        ("completed", 3, 4, 50),
        ("on_time", 4, 2, 25),
    ]


def test_a_later_day_of_reference_sees_what_came_after(ledger, ask):
    # H and J's completion, which is late, are in: 9 raised, 8 dispatched, 5 completed, 2 on time.
    later = ask(ledger, "orders_by_stage", "items", as_of=date(2022, 1, 1))
    assert later == [(9,), (8,), (5,), (2,)]


def test_an_empty_choice_is_zero_items_and_no_share(ledger, empty, ask):
    nothing = [("raised", 0, None), ("dispatched", 0, None), ("completed", 0, None)]
    nothing += [("on_time", 0, None)]
    asked = "stage items raised_pct"
    assert ask(ledger, "orders_by_stage", asked, first_year=2023, last_year=2024) == nothing
    assert ask(empty, "orders_by_stage", asked) == nothing


def test_stages_of_chosen_towns_tiers_and_sectors(ledger, ask):
    # 老城: C, D and J raised and dispatched, C and D completed, C late and D without a due date.
    assert ask(ledger, "orders_by_stage", "items", towns=["老城"]) == [(3,), (3,), (2,), (0,)]
    assert ask(ledger, "orders_by_stage", "items", tiers=["district_leaders"]) == [
        (1,),
        (1,),
        (0,),
        (0,),
    ]
    assert ask(ledger, "orders_by_stage", "items", sectors=["transport"]) == [
        (1,),
        (1,),
        (1,),
        (0,),
    ]


def test_towns_keep_their_row_also_without_an_item_in_the_choice(ledger, ask):
    # 建民: A B done on time, E F open, E overdue; 老城: C D J, J overdue; 流水: one of 2019.
    asked = "town raised closed closed_pct on_time_pct overdue"
    assert ask(ledger, "orders_by_town", asked) == [
        ("建民", 4, 2, 50, 100, 1),  # on time: A and B of A and B
        ("老城", 3, 2, 100 * 2 / 3, 0, 1),  # C late; D has no due date and is not counted
        ("吉河", 1, 0, 0, None, 0),
        ("流水", 0, 0, None, None, 0),
    ]
    assert ask(ledger, "orders_by_town", "town raised", towns=["流水"]) == [("流水", 0)]


def test_sectors_have_a_row_where_they_have_an_item(ledger, ask):
    asked = "sector raised closed closed_pct on_time_pct overdue"
    assert ask(ledger, "orders_by_sector", asked) == [
        ("health", 7, 3, 100 * 3 / 7, 100 * 2 / 3, 2),  # A B C done, C late; E J overdue
        ("transport", 1, 1, 100, None, 0),
    ]


def test_a_tier_without_an_item_keeps_its_row_and_other_breakdowns_have_none(ledger, empty, ask):
    asked = "tier raised closed overdue"
    assert ask(ledger, "orders_by_tier", asked) == [
        ("district_leaders", 1, 0, 1),
        ("team_members", 7, 4, 1),
    ]
    assert ask(empty, "orders_by_tier", asked) == [
        ("district_leaders", 0, 0, 0),
        ("team_members", 0, 0, 0),
    ]


def test_satisfaction_is_the_mean_of_the_answers_to_what_is_completed(ledger, ask):
    asked = "town satisfaction satisfied_pct answers closed"
    assert ask(ledger, "satisfaction_by_town", asked) == [
        ("老城", 4, 100, 1, 2),  # D; C gave no answer, J is not completed yet
        ("建民", 3.5, 50, 2, 2),  # (5 + 2) ÷ 2; one of the two is 4 or 5
        ("吉河", None, None, 0, 0),
        ("流水", None, None, 0, 0),
    ]


def test_days_to_close_by_the_month_of_closing(ledger, ask):
    # March: A 0, B 10. April: C 40 (1 March to 10 April), D 20. All: 0 10 20 40.
    # Half of two is the first, nine in ten of two is the second; half of four is the second.
    assert ask(ledger, "days_to_close_by_month", "month closed median_days p90_days") == [
        ("2021-03", 2, 0, 10),
        ("2021-04", 2, 20, 40),
        (None, 4, 10, 40),
    ]


def test_nine_in_ten_of_ten_orders_is_the_ninth(given, ask):
    orders = [
        {
            "order_id": str(day),
            "raised_on": "2021-03-01",
            "completed_on": f"2021-03-{day:02}",
        }
        for day in range(2, 12)  # closed after 1, 2, … 10 days
    ]
    built = given(orders=orders)
    assert ask(built, "days_to_close_by_month", "month median_days p90_days") == [
        ("2021-03", 5, 9),
        (None, 5, 9),
    ]


def test_overdue_orders_are_the_oldest_first_with_tier_and_town(ledger, ask):
    asked = "order_id title tier_zh town due_on days_overdue"
    assert ask(ledger, "overdue_orders", asked) == [
        ("E", "修路灯", "区级领导", "建民", date(2021, 12, 1), 30),
        ("J", None, "班子成员", "老城", date(2021, 12, 30), 1),
    ]
    assert ask(ledger, "overdue_orders", "order_id", most=1) == [("E",)]
    # A day later F is overdue too, by one day; J is completed.
    assert ask(ledger, "overdue_orders", "order_id days_overdue", as_of=date(2022, 1, 1)) == [
        ("E", 31),
        ("F", 1),
    ]


def test_overdue_orders_of_one_due_date_are_in_the_order_of_their_numbers(given, ask):
    same = {"raised_on": "2021-11-01", "due_on": "2021-12-01"}
    built = given(orders=[{"order_id": "2", **same}, {"order_id": "1", **same}], breakdowns=TIERS)
    assert ask(built, "overdue_orders", "order_id") == [("1",), ("2",)]


def test_the_ledger_tells_its_span_and_whether_it_was_generated(ledger, empty, given, ask):
    asked = "orders first_year last_year last_day is_generated"
    assert ask(ledger, "order_ledger", asked) == [(10, 2019, 2022, date(2022, 1, 1), False)]
    assert ask(empty, "order_ledger", asked) == [(0, None, None, None, False)]
    made = given(orders=[*LEDGER, {"order_id": "GENERATED-1"}])
    assert ask(made, "order_ledger", "is_generated") == [(True,)]


def test_towns_and_tiers_that_can_be_chosen(ledger, ask):
    assert ask(ledger, "order_towns", "town") == [("吉河",), ("建民",), ("流水",), ("老城",)]
    assert ask(ledger, "tiers", "tier name_zh") == [
        ("district_leaders", "区级领导"),
        ("team_members", "班子成员"),
    ]
