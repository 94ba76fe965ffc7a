"""Targets: the district's own in a table with bars, those above it for reference also drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from indicators import charts, filters, sentences, store
from indicators.exhibits.exhibit import Exhibit
from indicators.filters import Selection
from indicators.language import Language
from indicators.style import Look

_STYLE = Path(__file__).with_name("targets.css")
COLUMNS = "area year name unit target value time_period"
DONE = Exhibit(
    "done_by_target",
    query="progress_by_target",
    chart=charts.done_by_target,
    measures="done_pct",
    decimals=1,
    columns=f"{COLUMNS} done_pct elapsed_pct pace_points",
    worded=sentences.of_amounts,
    says="card",
    sentence=sentences.reached,
    is_quiet=True,
)
DISTANCE = replace(
    DONE,
    name="distance_by_target",
    chart=charts.distance_by_target,
    measures="distance",
    columns=f"{COLUMNS} distance",
    worded=sentences.of_rates,
)
ROWS = ((DONE,), (DISTANCE,))


def above(exhibit: Exhibit, selection: Selection) -> Exhibit:
    """The targets of the areas above the district alone."""
    return replace(exhibit, asks={"areas": list(selection.lineage[1:])})


def show_table(answer: store.Answer, selection: Selection, *, home: bool) -> None:
    """The targets of the district, or else of all other areas, each with a bar of what is done."""
    address = filters.indicator_page()
    st.html(_STYLE)
    language, look = selection.language, selection.look
    st.html(store.kept(_table, answer, language, look, address=address, home=home))


def _table(rows: pd.DataFrame, language: Language, look: Look, *, address: str, home: bool) -> str:
    keys = ("state", "area", "year", "name", "target", "value", "done_or_distance")
    names = [language.text(f"columns.{key}") for key in keys if not (home and key == "area")]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    told = sentences.target_bars(rows, language, address=address, home=home)
    body = "".join(_row(row, names, language) for row in told)
    roles = {"bar": look.accent, "behind": look.behind, "line": look.hairline, "wash": look.wash}
    colours = ";".join(f"--{role}:{colour}" for role, colour in roles.items())
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="targets" style="{colours}">{table}</div>'


def _row(row: Mapping[str, object], names: Sequence[str], language: Language) -> str:
    behind = ' class="behind"' if row["is_behind"] else ""
    linked = language.text("columns.name")
    cells = []
    for name in names[:-1]:
        words = escape(str(row[name]))
        if name == linked:
            words = f'<a href="{escape(str(row["address"]))}">{words}</a>'
        cells.append(f"<td>{words}</td>")
    return f"<tr{behind}>{''.join(cells)}<td>{_bar(row)}{escape(str(row[names[-1]]))}</td></tr>"


def _bar(row: Mapping[str, object]) -> str:
    """A bar in its cell, with the target as a tick; the words beside it say the same."""
    if "end" not in row:
        return ""
    start, end, aim = (float(str(row[key])) for key in ("start", "end", "aim"))
    return (
        '<span class="bar" aria-hidden="true">'
        f'<i style="left:{start:.1f}%;width:{end - start:.1f}%"></i>'
        f'<b style="left:{aim:.1f}%"></b></span>'
    )


def nothing(selection: Selection) -> str:
    """Why there is no target: the years have none, or the sectors that are chosen."""
    language = selection.language
    of_any_sector = replace(DONE, asks={"sectors": []}).answer(selection).rows
    if of_any_sector.empty:
        return language.text("targets.none", years=selection.years_in_words)
    return language.text("targets.none_of_sectors", sectors=selection.sector_names)
