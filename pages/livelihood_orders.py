"""What people asked for: who has it in hand, how much is done, and are they satisfied?"""

import streamlit as st

from indicators import charts, exhibits, filters, sentences, store
from indicators.exhibits import orders as order_exhibits
from indicators.filters import orders as order_filters

OVERDUE_SHOWN = 200

selection = filters.sidebar()
spoken = selection.language
st.title(spoken.text("livelihood_orders.title"), anchor=False)
st.markdown(spoken.text("livelihood_orders.question"))
st.markdown(spoken.text("livelihood_orders.how"))

if selection.includes("public_service"):
    lists = store.query("completion_by_tier", area=selection.home, **selection.years)
    completed = store.kept(sentences.completion, lists, spoken)
    st.markdown(completed)
    exhibits.show(
        charts.completion_by_tier,
        lists,
        selection,
        name="completion_by_tier",
        measures=["items_planned", "items_completed"],
        columns={
            "year": "year",
            f"name_{spoken.code}": "tier",
            "items_planned": "items_planned",
            "items_completed": "items_completed",
            "items_done_pct": "items_done_pct",
            "note": "note",
        },
        indicators=["livelihood_actions_planned", "livelihood_actions_completed"],
        sentence=completed,
    )

st.header(spoken.text("livelihood_orders.ledger"), anchor=False, divider="gray")
orders = order_filters.draw(selection)
asked = orders.parameters
stages = store.query_orders("orders_by_stage", **asked)
days = store.query_orders("days_to_close_by_month", **asked)
overdue = store.query_orders("overdue_orders", **asked, most=OVERDUE_SHOWN)
tiers = store.query_orders("orders_by_tier", **asked)
st.markdown(sentences.ledger(stages, days, overdue, spoken))

left, right = st.columns(2, gap="large")
with left:
    order_exhibits.show(
        charts.orders_by_stage,
        stages,
        selection,
        orders,
        name="orders_by_stage",
        measure="items",
        columns={"stage": "stage", "items": "items", "raised_pct": "raised_pct"},
    )
with right:
    order_exhibits.show(
        charts.days_to_close_by_month,
        days,
        selection,
        orders,
        name="days_to_close_by_month",
        measure="closed",
        columns={
            "month": "month",
            "closed": "closed",
            "median_days": "median_days",
            "p90_days": "p90_days",
        },
    )

groups = {"raised": "raised", "closed": "closed", "closed_pct": "closed_pct"}
groups |= {"on_time_pct": "on_time_pct", "overdue": "overdue"}
left, right = st.columns(2, gap="large")
for column, name, key in ((left, "tier", "tier"), (right, "sector", "sector")):
    label = f"name_{spoken.code}"
    with column:
        order_exhibits.show(
            charts.orders_by_group,
            tiers if name == "tier" else store.query_orders("orders_by_sector", **asked),
            selection,
            orders,
            name=f"orders_by_{name}",
            measure="raised",
            columns={label: key, **groups},
            label=label,
        )
left, right = st.columns(2, gap="large")
with left:
    order_exhibits.show(
        charts.orders_by_group,
        store.query_orders("orders_by_town", **asked),
        selection,
        orders,
        name="orders_by_town",
        measure="raised",
        columns={"town": "town", **groups},
        label="town",
    )
with right:
    order_exhibits.show(
        charts.satisfaction_by_town,
        store.query_orders("satisfaction_by_town", **asked),
        selection,
        orders,
        name="satisfaction_by_town",
        measure="answers",
        columns={
            "town": "town",
            "satisfaction": "satisfaction",
            "satisfied_pct": "satisfied_pct",
            "answers": "answers",
            "closed": "closed",
        },
    )
order_exhibits.overdue(overdue, selection, orders)
