"""The chart card: title, subtitle, chart, source and date, and the bar that takes it away.

The image is made in the reader's browser from the light figure: see image.js.
"""

import re
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from indicators.language import Language

HERE = Path(__file__).parent
# plotly.js could send the chart to a cloud; nothing here leaves the office.
CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "scrollZoom": False,
    "responsive": True,
}
# What Windows does not allow in a file's name.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Caption:
    """What is said around a chart, on the screen and on its image."""

    title: str
    subtitle: str  # unit, area and years
    note: str  # may be empty
    source: str  # one line
    as_of: str  # may be empty
    district: str
    years: str  # for the file's name: 2017-2025; may be empty

    @property
    def file_name(self) -> str:
        """汉滨区_区级重点项目完成投资_2017-2025, without an ending, safe on Windows.

        A long title gives way; the years stay.
        """
        years = f"_{self.years}" if self.years else ""
        room = _LONGEST_NAME - len(f"{self.district}_{years}")
        name = f"{self.district}_{self.title[:room].rstrip()}{years}"
        return _FORBIDDEN.sub("", name).strip(". ")


@dataclass(frozen=True)
class Card:
    """A card ready to be shown: nothing in it is computed again on a rerun."""

    shown: go.Figure | pd.DataFrame  # a chart, or a table in words
    caption: Caption
    alt: str
    data: dict[str, object]  # what the download bar takes along


def prepare(
    figure: go.Figure,
    image_figure: go.Figure,
    rows: pd.DataFrame,
    caption: Caption,
    *,
    alt: str,
    columns: dict[str, str],
) -> Card:
    """Put a card together. `image_figure` is the same chart in the light look, for the image.

    `columns` names the CSV's columns with their units; others are left out.
    """
    return Card(figure, caption, alt, _taken(image_figure.to_json(), rows, caption, columns))


def prepare_table(
    cells: pd.DataFrame, rows: pd.DataFrame, caption: Caption, *, columns: dict[str, str]
) -> Card:
    """The card of a table: `cells` are its words as shown, `rows` and `columns` make its CSV."""
    return Card(cells, caption, caption.title, _taken(None, rows, caption, columns))


def _taken(
    figure: str | None, rows: pd.DataFrame, caption: Caption, columns: dict[str, str]
) -> dict[str, object]:
    return {
        "figure": figure,
        "caption": asdict(caption),
        "fileName": caption.file_name,
        "csv": csv(rows, columns),
    }


def show(card: Card, *, key: str, language: Language) -> None:
    """Draw the card."""
    st.subheader(card.caption.title, anchor=False)
    st.caption(card.caption.subtitle)
    if isinstance(card.shown, pd.DataFrame):
        st.table(card.shown, border="horizontal", hide_index=True, alt=card.alt)
    else:
        st.plotly_chart(card.shown, theme=None, key=f"chart-{key}", config=CONFIG, alt=card.alt)
    _bar()(key=f"bar-{key}", data={**card.data, "words": _words(language)})


@cache
def _bar():
    scripts = [(HERE / name).read_text(encoding="utf-8") for name in ("image.js", "bar.js")]
    return st.components.v2.component(
        "download_bar",
        js="\n".join(scripts),
        css=(HERE / "bar.css").read_text(encoding="utf-8"),
    )


def csv(rows: pd.DataFrame, columns: dict[str, str]) -> str:
    """The rows as a CSV that Excel and WPS open right: BOM, CRLF, missing cells empty."""
    kept = [column for column in columns if column in rows]
    return "\ufeff" + rows[kept].rename(columns=columns).to_csv(index=False, lineterminator="\r\n")


@cache
def _words(language: Language) -> dict[str, str]:
    keys = ("image", "vector", "data", "working", "saved", "failed", "exported")
    words = {key: language.text(f"card.{key}") for key in keys}
    return {**words, "lang": language.text("app.html_lang")}
