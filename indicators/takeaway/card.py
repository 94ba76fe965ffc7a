"""The chart card: title, subtitle, chart, source and date, and the bar that takes it away.

The image is made in the reader's browser from the light figure: see image/compose.js. What
draws the bars and makes the files is sent once a page, with the button that takes all charts; a
card itself brings only its content.
"""

import json
import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer
from streamlit.errors import StreamlitDuplicateElementKey

from indicators import clock, formulas, scripts, style
from indicators.language import Language, catalogue
from indicators.markdown import verbatim
from indicators.takeaway import copying, numbers, workbooks
from indicators.takeaway.table import table

HERE = Path(__file__).parent
# What is handed to the scripts of a card by name.
MODULES = style.MODULES | formulas.MODULES | clock.modules()
# plotly.js could send the chart to a cloud; nothing here leaves the office.
CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "scrollZoom": False,
    "responsive": True,
}
# What Windows does not allow in a file's name has its full-width twin there: （1／3）.
_ALLOWED = {ord(sign): ord(sign) + 0xFEE0 for sign in '\\/:*?"<>|'}
_CONTROL = re.compile(r"[\x00-\x1f]")
_LONGEST_NAME = 80


def safe(name: str) -> str:
    """A name as Windows allows it in a file's: what it forbids has its full-width twin."""
    return _CONTROL.sub("", name.translate(_ALLOWED)).strip(". ")


@dataclass(frozen=True)
class Caption:
    """What is said around a chart, on the screen and on its image."""

    masthead: str  # whose dashboard, and of which sectors the figures are
    title: str
    sentence: str  # the report sentence; may be empty
    subtitle: str  # unit, area and years
    note: str  # may be empty
    source: str  # one line
    as_of: str  # may be empty
    district: str
    years: str  # for the file's name: 2017-2025; may be empty
    whose: str = ""  # for the file's name, where the district has no part in it

    @property
    def file_name(self) -> str:
        """汉滨区_区级重点项目完成投资_2017-2025, without an ending, safe on Windows.

        A long title gives way; the years stay.
        """
        years = f"_{self.years}" if self.years else ""
        whose = self.whose or self.district
        room = _LONGEST_NAME - len(f"{whose}_{years}")
        name = f"{whose}_{self.title[:room].rstrip()}{years}"
        return safe(name)


@dataclass(frozen=True)
class Notes:
    """What only the files say, in the sheet of notes and in README.txt, besides the caption."""

    years: str  # chosen in the sidebar: 2010—2025年
    sectors: str  # likewise: 全部领域
    definitions: Sequence[str] = ()  # one an indicator, with its name and unit
    documents: Sequence[tuple[str, str]] = ()  # publisher, title and date; the address, if any


class _Finished(go.Figure):  # type: ignore[misc]  # Plotly has no types
    """A figure that changes no more: Streamlit asks for its parts with every rerun."""

    @cached_property
    def _parts(self) -> dict[str, Any]:
        return super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        return self._parts


@dataclass(frozen=True)
class Card:
    """A card ready to be shown: nothing in it is computed again on a rerun."""

    shown: go.Figure | pd.DataFrame  # a chart, or a table in words
    caption: Caption
    alt: str
    data: bytes  # what the download bar takes along, as JSON


def prepare(
    shown: go.Figure | pd.DataFrame,
    image: go.Figure | None,
    rows: pd.DataFrame,
    caption: Caption,
    notes: Notes,
    *,
    alt: str,
    columns: dict[str, str],
    computed: Collection[str] = (),
    tells: bool = False,
) -> Card:
    """Put a card together.

    `shown` is a chart, and `image` the same one in the light look; or it is a table's cells in
    words, of which there is no image. `columns` names the columns of what is taken away with
    their units; others are left out. Those that are `computed` are rounded there. `tells` has the
    card say the caption's sentence, with a button that copies it.
    """
    taken = _taken(image, rows, caption, notes, columns, computed, alt=alt, tells=tells)
    finished = _Finished(shown) if isinstance(shown, go.Figure) else shown
    return Card(finished, caption, alt, taken)


def _taken(
    image: go.Figure | None,
    rows: pd.DataFrame,
    caption: Caption,
    notes: Notes,
    columns: dict[str, str],
    computed: Collection[str] = (),
    *,
    alt: str,
    tells: bool,
) -> bytes:
    data = {
        "figure": image and image.to_json(),
        "caption": asdict(caption),
        "alt": alt,
        "notes": asdict(notes),
        "fileName": caption.file_name,
        "owner": safe(caption.district),  # what the file of all charts of a page begins with
        "table": table(_drawn(rows, image) if image else rows, columns, computed),
        "tells": tells,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def show(card: Card, *, key: str, language: Language) -> None:
    """Draw the card."""
    # The first card of a run brings what all of them use; for the others it is there already.
    # Its button stands beside the filters, for it belongs to the whole page.
    with st.sidebar, suppress(StreamlitDuplicateElementKey):
        _page()(key="exhibits", data=_shared(language, workbooks.address()))
        workbooks.mount()
    st.header(verbatim(card.caption.title), anchor=False)
    st.caption(verbatim(card.caption.subtitle))
    if isinstance(card.shown, pd.DataFrame):
        cells = card.shown.map(verbatim).rename(columns=verbatim)
        st.table(cells, border="horizontal", hide_index=True, alt=card.alt)
    elif content := numbers.content_of(card.shown):
        st.html(numbers.STYLE)
        st.html(numbers.html(card.shown, content, card.alt))
    else:
        # A legend of Plotly's would take a row a name on a phone.
        if marks := (card.shown.layout.meta or {}).get("marks"):
            st.caption(verbatim("　".join(f"{sign} {name}" for sign, name in marks)))
        st.plotly_chart(card.shown, theme=None, key=f"chart-{key}", config=CONFIG, alt=card.alt)
    _bar()(key=f"bar-{key}", data=card.data)


@cache
def _page() -> ComponentRenderer:
    return st.components.v2.component(
        "exhibits", js=scripts.joined(HERE / "bar" / "page.js", MODULES)
    )


@cache
def _bar() -> ComponentRenderer:
    return st.components.v2.component("download_bar", js=scripts.joined(HERE / "bar" / "mount.js"))


def _drawn(rows: pd.DataFrame, figure: go.Figure) -> pd.DataFrame:
    """The rows of the years that the chart shows: it leaves out years before its first figure."""
    years = (figure.layout.meta or {}).get("years")
    return rows[rows["year"].between(*years)] if years else rows


@cache
def _shared(language: Language, workbook_address: str) -> bytes:
    """What all bars use, as bytes: Streamlit sends those as they are, on every rerun."""
    style = copying.style() + (HERE / "bar" / "bar.css").read_text(encoding="utf-8")
    shared = {"words": _words(language), "style": style, "workbook": workbook_address}
    return json.dumps(shared).encode()


def _words(language: Language) -> dict[str, object]:
    keys = [
        key.removeprefix("card.") for key in catalogue(language.code) if key.startswith("card.")
    ]
    words = {key: catalogue(language.code)[f"card.{key}"] for key in keys}
    shared = {"lang": "html_lang", "missing": "missing", "missing_cell": "missing_cell"}
    words |= {name: language.text(f"app.{key}") for name, key in shared.items()}
    return {**words, "sentence": copying.words(language)}
