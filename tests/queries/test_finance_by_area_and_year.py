"""Budgets of several areas, and how far own revenue covers what is spent."""

import pytest

NAME = "finance_by_area_and_year"
REVENUE, OLD, SPENT = (
    "general_public_budget_revenue",
    "general_budget_revenue",
    "general_public_budget_expenditure",
)
AREAS = [{"ref_area": "610902", "is_home": True}, {"ref_area": "610921"}]


def figure(indicator: str, period: str, value: float | None, **more) -> dict:
    row = {"indicator": indicator, "ref_area": "610902", "time_period": period}
    return row | {"obs_value": value} | more


@pytest.fixture
def budgets(given, ask):
    def answer(columns: str, figures: list[dict], **tables) -> list[tuple]:
        built = given(areas=AREAS, observations=figures, **tables)
        return ask(built, NAME, columns, areas=["610902", "610921"])

    return answer


def test_own_revenue_covers_a_share_of_what_is_spent(budgets):
    rows = budgets(
        "ref_area year revenue expenditure self_sufficiency_pct",
        [
            figure(REVENUE, "2021", 5),
            figure(SPENT, "2021", 40),
            figure(REVENUE, "2022", 6),
            figure(SPENT, "2021", 10, ref_area="610921"),
        ],
    )
    # 100 * 5 / 40
    assert rows == [
        ("610902", 2021, 5, 40, 12.5),
        ("610902", 2022, 6, None, None),
        ("610921", 2021, None, 10, None),
    ]


def test_the_revenue_of_before_2020_had_another_name(budgets):
    figures = [figure(OLD, "2020", 4), figure(OLD, "2021", 4), figure(REVENUE, "2021", 5)]
    assert budgets("year revenue", figures) == [(2020, 4), (2021, 5)]


def test_nothing_spent_and_two_stated_scopes_give_no_share(budgets):
    figures = [
        figure(REVENUE, "2020", 5),
        figure(SPENT, "2020", 0),
        figure(REVENUE, "2021", 5, scope="whole_jurisdiction"),
        figure(SPENT, "2021", 40, scope="excluding_zones"),
        figure(REVENUE, "2022", 5, scope="unstated"),
        figure(SPENT, "2022", 40, scope="excluding_zones"),
    ]
    assert budgets("year self_sufficiency_pct", figures) == [
        (2020, None),
        (2021, None),
        (2022, 12.5),
    ]


def test_breaks_and_copies_of_either_are_marked(budgets):
    figures = [
        figure(OLD, "2020", 4),
        figure(OLD, "2021", 4, source="copy"),
        figure(SPENT, "2021", 40),
    ]
    breaks = [{"indicator": OLD, "time_period": "2021"}]
    copy = [{"source": "copy", "kind": "other"}]
    rows = budgets("year is_break is_secondary", figures, breaks=breaks, sources=copy)
    assert rows == [(2020, False, False), (2021, True, True)]
