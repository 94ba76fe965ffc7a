"""The published livelihood lists, and the ledger item by item."""

from indicators import charts, filters, sentences
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.ledger import LedgerChart, LedgerList
from indicators.filters.orders import Orders

OVERDUE_SHOWN = 200
GROUPS = "raised closed closed_pct on_time_pct overdue"

LISTS = Exhibit(
    "completion_by_tier",
    chart=charts.completion_by_tier,
    measures="items_planned items_completed",
    columns="year name=tier items_planned=livelihood_actions_planned "
    "items_completed=livelihood_actions_completed items_done_pct note",
    sentence=sentences.completion,
)
STAGES = LedgerChart(
    "orders_by_stage",
    chart=charts.orders_by_stage,
    measures="items",
    columns="stage items raised_pct",
    sentence=sentences.stages,
)
DAYS = LedgerChart(
    "days_to_close_by_month",
    chart=charts.days_to_close_by_month,
    measures="closed",
    columns="month closed median_days p90_days",
    sentence=sentences.days,
)
SATISFACTION = LedgerChart(
    "satisfaction_by_town",
    chart=charts.satisfaction_by_town,
    measures="answers",
    columns="town satisfaction satisfied_pct answers closed",
    sentence=sentences.most_satisfied,
)
OVERDUE = LedgerList(
    "overdue",
    query="overdue_orders",
    columns="days_overdue order_id title tier town sector raised_on dispatched_on due_on",
    asks={"most": OVERDUE_SHOWN},
)


def _by(group: str, column: str) -> LedgerChart:
    return LedgerChart(
        f"orders_by_{group}",
        chart=charts.orders_by_group,
        measures="raised",
        columns=f"{column} {GROUPS}",
        sentence=sentences.raised_most,
        like="orders_by_group",
    )


TIERS, SECTORS, TOWNS = _by("tier", "name=tier"), _by("sector", "name=sector"), _by("town", "town")
LEDGER: tuple[tuple[LedgerChart, ...], ...] = (
    (STAGES, DAYS),
    (TIERS, SECTORS),
    (TOWNS, SATISFACTION),
    (OVERDUE,),
)
ROWS = ((LISTS,), *LEDGER)


def ledger(orders: Orders) -> list[list[LedgerChart]]:
    """The rows of LEDGER, of the orders that a reader chose; single items are for keepers."""
    rows = [row for row in LEDGER if filters.is_keeper() or OVERDUE not in row]
    return [[exhibit.among(orders) for exhibit in row] for row in rows]
