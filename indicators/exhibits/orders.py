"""Exhibits of a ledger: it names itself as the source, and a generated one says so everywhere."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from indicators import exhibits, store
from indicators.filters import Selection, names_by_code
from indicators.filters.orders import Orders
from indicators.language import Language
from indicators.style import LIGHT, Look
from indicators.takeaway import card
from indicators.warehouse import queries

Chart = Callable[[pd.DataFrame, Language, Look], go.Figure]


def show(
    chart: Chart,
    rows: pd.DataFrame,
    selection: Selection,
    orders: Orders,
    *,
    name: str,
    measure: str,
    columns: dict[str, str],
    **options: object,
) -> None:
    """Draw `chart(rows)` as the exhibit `name`; where `measure` is missing throughout, say so.

    `columns` maps the columns of the downloaded CSV to keys of the catalogue's [columns].
    """
    spoken = selection.language
    if rows[measure].fillna(0).eq(0).all():
        st.subheader(spoken.text(f"exhibits.{name}.title"), anchor=False)
        st.info(spoken.text("orders.nothing"))
        return
    drawn = store.kept(
        _prepared, rows, partial(chart, **options), selection, orders, name, tuple(columns.items())
    )
    card.show(drawn, key=name, language=spoken)


def overdue(rows: pd.DataFrame, selection: Selection, orders: Orders) -> None:
    """The table of overdue_orders."""
    spoken = selection.language
    title = spoken.text("orders.overdue_title")
    title = spoken.text("orders.generated", title=title) if orders.is_generated else title
    st.subheader(title, anchor=False)
    if rows.empty:
        st.info(spoken.text("orders.overdue_none"))
        return
    told = {"count": spoken.number(rows["in_all"].iloc[0]), "shown": spoken.number(len(rows))}
    st.caption(spoken.text("orders.overdue_shown", **told))
    named = {column: spoken.text(f"columns.{key}") for column, key in _overdue_columns(spoken)}
    missing = spoken.text("app.missing")
    shown = rows[list(named)].astype(str).where(rows[list(named)].notna(), missing)
    shown["days_overdue"] = rows["days_overdue"]  # a number, so that it can be sorted by
    st.dataframe(shown.rename(columns=named), hide_index=True)


def _overdue_columns(spoken: Language) -> tuple[tuple[str, str], ...]:
    return (
        ("days_overdue", "days_overdue"),
        ("order_id", "order_id"),
        ("title", "title"),
        (f"tier_{spoken.code}", "tier"),
        ("town", "town"),
        (f"sector_{spoken.code}", "sector"),
        ("raised_on", "raised_on"),
        ("dispatched_on", "dispatched_on"),
        ("due_on", "due_on"),
    )


def caption(name: str, selection: Selection, orders: Orders) -> card.Caption:
    """What stands around a chart of the ledger; the mark of a generated one is in the title."""
    spoken = selection.language
    title = spoken.text(f"exhibits.{name}.title")
    return card.Caption(
        masthead=exhibits.masthead(selection),
        sentence="",
        title=spoken.text("orders.generated", title=title) if orders.is_generated else title,
        subtitle=spoken.text(
            f"exhibits.{name}.subtitle",
            area=selection.district,
            years=selection.years_in_words,
        ),
        note=" ".join([spoken.text(f"exhibits.{name}.note"), _choice(selection, orders)]).strip(),
        source=spoken.text("orders.source"),
        as_of=spoken.text("orders.as_of_day", day=spoken.day(orders.as_of)),
        district=selection.district,
        years=f"{selection.first_year}-{selection.last_year}",
    )


def _choice(selection: Selection, orders: Orders) -> str:
    """The sectors, tiers and towns chosen, so that a picture by itself says what it shows."""
    spoken = selection.language
    look_ups = {
        "sectors": store.kept(names_by_code, store.query("sectors"), spoken),
        "tiers": store.kept(names_by_code, store.query("tiers"), spoken),
        "towns": {town: town for town in orders.parameters["towns"]},
    }
    said = [
        spoken.listed([names[code] for code in orders.parameters[field]])
        for field, names in look_ups.items()
        if orders.parameters[field]
    ]
    return spoken.text("orders.only", chosen=spoken.listed(said)) if said else ""


def _prepared(
    rows: pd.DataFrame,
    chart: Chart,
    selection: Selection,
    orders: Orders,
    name: str,
    columns: tuple[tuple[str, str], ...],
) -> card.Card:
    spoken = selection.language
    said = caption(name, selection, orders)
    return card.prepare(
        chart(rows, spoken, selection.look),
        chart(rows, spoken, LIGHT),
        rows,
        said,
        card.Notes(years=selection.years_in_words, sectors=selection.sector_names),
        alt=f"{said.title}: {said.subtitle}",
        columns={column: spoken.text(f"columns.{key}") for column, key in columns},
        computed=queries.computed(),
    )
