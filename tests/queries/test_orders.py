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
    asked = "tier raised closed closed_pct on_time_pct overdue"
    assert ask(ledger, "orders_by_tier", asked) == [
        ("district_leaders", 1, 0, 0, None, 1),  # E
        ("team_members", 7, 4, 100 * 4 / 7, 100 * 2 / 3, 1),  # A B on time of A B C; J overdue
    ]
    assert ask(empty, "orders_by_tier", asked) == [
        ("district_leaders", 0, 0, None, None, 0),
        ("team_members", 0, 0, None, None, 0),
    ]
    assert ask(ledger, "orders_by_tier", "tier", tiers=["team_members"]) == [("team_members",)]


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


def closed(number: int, raised: str, done: str, **more) -> dict:
    return {"order_id": str(number), "raised_on": raised, "completed_on": done} | more


def test_days_to_close_count_every_order_of_a_day(given, ask):
    # March: 1 day three times, 5 days once. April: 1 day twice, 9 days once. All: 1×5, 5×1, 9×1.
    orders = [
        *[closed(n, "2021-03-01", "2021-03-02") for n in range(3)],
        closed(3, "2021-03-01", "2021-03-06"),
        *[closed(n, "2021-04-01", "2021-04-02") for n in (4, 5)],
        closed(6, "2021-04-01", "2021-04-10"),
    ]
    # Half of 4 is the 2nd, nine in ten of 4 the 4th; of 3 the 2nd and the 3rd; of 7 the 4th, 7th.
    assert ask(
        given(orders=orders), "days_to_close_by_month", "month closed median_days p90_days"
    ) == [
        ("2021-03", 4, 1, 5),
        ("2021-04", 3, 1, 9),
        (None, 7, 1, 9),
    ]


@pytest.mark.parametrize(
    ("choice", "closed_in_all"),
    [
        ({}, 6),
        ({"first_year": 2021}, 5),
        ({"last_year": 2020}, 1),
        ({"sectors": ["transport"]}, 1),
        ({"tiers": ["district_leaders"]}, 1),
        ({"towns": ["老城", "吉河"]}, 2),
        ({"as_of": date(2021, 3, 2)}, 5),
        ({"as_of": date(2021, 3, 1)}, 1),
    ],
)
def test_days_to_close_of_chosen_orders(given, ask, choice, closed_in_all):
    orders = [
        closed(1, "2021-03-01", "2021-03-02"),
        closed(2, "2020-03-01", "2020-03-02"),
        closed(3, "2021-03-01", "2021-03-02", sector="transport"),
        closed(4, "2021-03-01", "2021-03-02", tier="district_leaders"),
        closed(5, "2021-03-01", "2021-03-02", town="老城"),
        closed(6, "2021-03-01", "2021-03-03", town="吉河"),
        closed(7, "2019-03-01", "2021-03-02"),
        {"order_id": "8", "raised_on": "2021-03-01"},
    ]
    rows = ask(given(orders=orders), "days_to_close_by_month", "closed", **choice)
    assert rows[-1] == (closed_in_all,)


@pytest.mark.parametrize(
    ("choice", "numbers"),
    [
        ({}, ["E", "J"]),
        ({"first_year": 2022}, []),
        ({"last_year": 2020}, []),
        ({"sectors": ["transport"]}, []),
        ({"tiers": ["team_members"]}, ["J"]),
        ({"towns": ["建民"]}, ["E"]),
        ({"as_of": date(2021, 12, 1)}, []),  # E is due on that very day
        ({"as_of": date(2021, 12, 2)}, ["E"]),
        ({"as_of": date(2021, 12, 30)}, ["E"]),  # J is
    ],
)
def test_overdue_orders_of_a_choice_and_how_many_they_are(ledger, ask, choice, numbers):
    assert ask(ledger, "overdue_orders", "order_id in_all", **choice) == [
        (number, len(numbers)) for number in numbers
    ]


def test_an_order_that_is_dispatched_later_is_not_dispatched_yet(ledger, given, ask):
    later = {"raised_on": "2021-11-01", "due_on": "2021-12-01", "dispatched_on": "2022-01-05"}
    built = given(orders=[{"order_id": "K", **later}], breakdowns=TIERS)
    assert ask(built, "overdue_orders", "order_id dispatched_on") == [("K", None)]
    assert ask(built, "orders_by_stage", "stage items")[1] == ("dispatched", 0)
    same_day = {"as_of": date(2022, 1, 5)}
    assert ask(built, "overdue_orders", "dispatched_on", **same_day) == [(date(2022, 1, 5),)]
    assert ask(built, "orders_by_stage", "stage items", **same_day)[1] == ("dispatched", 1)


def test_an_order_completed_on_its_due_date_or_on_the_day_of_reference_counts(given, ask):
    built = given(
        orders=[
            closed(1, "2021-12-01", "2021-12-31", due_on="2021-12-31", satisfaction=4),
            closed(2, "2021-12-01", "2021-12-31", due_on="2021-12-30", satisfaction=3),
        ],
        breakdowns=TIERS,
    )
    asked = "town closed on_time_pct overdue"
    assert ask(built, "orders_by_town", asked) == [("建民", 2, 50, 0)]
    answers = "satisfaction satisfied_pct answers"
    # (4 + 3) ÷ 2; of the two only the 4 is satisfied
    assert ask(built, "satisfaction_by_town", answers) == [(3.5, 50, 2)]
    # A day before both are open, the second past its due date not before the day after it.
    before = {"as_of": date(2021, 12, 30)}
    assert ask(built, "orders_by_town", asked, **before) == [("建民", 0, None, 0)]


def test_equal_towns_sectors_and_answers_have_an_order(given, ask):
    done = {"raised_on": "2021-03-01", "completed_on": "2021-03-02"}
    built = given(
        sectors=[{"sector": "transport", "position": 2}, {"sector": "health", "position": 1}],
        orders=[
            {"order_id": "1", "town": "老城", "satisfaction": 4, "sector": "transport", **done},
            {"order_id": "2", "town": "建民", "satisfaction": 4, **done},
            {"order_id": "3", "town": "吉河", "satisfaction": 4, "sector": "transport", **done},
            {"order_id": "4", "town": "吉河", "satisfaction": 4, **done},
            {"order_id": "5", "town": "流水", "satisfaction": 5, **done},
            {"order_id": "6", "town": "流水", "sector": "transport", **done},
            {"order_id": "7", "town": "张滩", **done},
        ],
        breakdowns=TIERS,
    )
    # Two orders each, then one each: by name.
    towns = ["吉河", "流水", "建民", "张滩", "老城"]
    assert [town for (town,) in ask(built, "orders_by_town", "town")] == towns
    # 4 orders of health, 3 of transport; of those raised in the spring alone.
    assert ask(built, "orders_by_sector", "sector raised") == [("health", 4), ("transport", 3)]
    assert ask(built, "orders_by_sector", "sector", towns=["吉河"]) == [("health",), ("transport",)]
    # 5; then 4 by two answers and by one each; without an answer last.
    satisfied = ask(built, "satisfaction_by_town", "town satisfaction answers closed")
    assert satisfied == [
        ("流水", 5, 1, 2),
        ("吉河", 4, 2, 2),
        ("建民", 4, 1, 1),
        ("老城", 4, 1, 1),
        ("张滩", None, 0, 1),
    ]


def test_the_last_day_is_that_of_what_happened_last(given, ask):
    def last_day(**days: str) -> date:
        ((day,),) = ask(given(orders=[{"order_id": "1", **days}]), "order_ledger", "last_day")
        return day

    assert last_day(raised_on="2021-03-01", due_on="2021-09-01") == date(2021, 3, 1)
    assert last_day(raised_on="2021-03-01", dispatched_on="2021-03-02") == date(2021, 3, 2)
    assert last_day(raised_on="2021-03-01", completed_on="2021-03-03") == date(2021, 3, 3)
