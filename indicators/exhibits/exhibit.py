"""An exhibit said once: its query, its chart, what it is about. A page only lays it out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from indicators import charts, store
from indicators.exhibits import few, sparse, wording
from indicators.filters import Selection
from indicators.language import catalogue
from indicators.markdown import verbatim
from indicators.style import LIGHT
from indicators.takeaway import card
from indicators.takeaway.card import Caption, Card, Notes
from indicators.warehouse import queries


@dataclass(frozen=True)
class Exhibit:
    """A chart of published figures; what is not said here follows.

    Its query's parameters follow from the query's header and the reader's choice; names, units
    and decimals from data/indicators.csv; whether it is shown at all from the sectors of its
    indicators. What its chart, note and sentence want to know besides, they name as keywords:
    see wording.options. Lists of names are written as words.

    `columns` are those of its table, as the query calls them, without a language where they have
    one. A column holds what the catalogue's [columns] calls by its name, else an indicator of
    that code; `planned=district_key_projects_planned` where it has another name. `measured`
    stands for the first indicator that the exhibit is about.

    `name` is its own in the catalogue's [exhibits]: a title, where it is not its indicator's
    name, a subtitle and a note. What is not there is taken from `like`, else from [exhibits.any].
    """

    draws: ClassVar[bool] = True  # a chart, of which there is an image

    name: str
    columns: str
    about: str = ""  # its indicators, where the columns do not name them; the first is told
    aims: str = ""  # a column of targets that its chart draws besides
    also: str = ""  # indicators that only lend it something: a denominator
    decimals: int = 0  # of its figures, where they are computed and no indicator's
    measures: str = ""  # the columns with its figures; by default the first one of an indicator
    query: str = ""  # by default named as the exhibit
    chart: Callable[..., go.Figure] = charts.series_by_year
    asks: Mapping[str, Any] = field(default_factory=dict)  # besides what the reader chose
    level: str = ""  # of the areas asked for, where it is not the district and what is above it
    levels: int = 0  # of how many of those, where it is not all that its query can be asked for
    # The report sentence: "card" under the chart, "page" where that says it above; "together" the
    # figures of all its indicators as one sentence, under the chart.
    says: str = ""
    sentence: Callable[..., str] | None = None  # rows, language → what is said, if no report is
    note: Callable[..., str] | None = None  # rows, language → what the rows give reason to note
    hollow: bool = True  # whether its chart draws what is from a copy hollow
    breaks: bool = False  # whether it notes why the district's series cannot be compared
    worded: Callable[..., pd.DataFrame] | None = None  # rows, language → the rows as they are shown
    words: Mapping[str, str] = field(default_factory=dict)  # for the places in its title
    like: str = "any"
    part: str = ""  # tells apart exhibits of one name on a page
    is_quiet: bool = False  # says nothing where it has no figure
    least_years: int = 1  # with figures, below which there is nothing to draw

    @property
    def key(self) -> str:
        """Its place among the exhibits of a page."""
        return f"{self.name}-{self.part}" if self.part else self.name

    @property
    def source(self) -> str:
        """The name of its query."""
        return self.query or self.name

    @property
    def contents(self) -> dict[str, str]:
        """Column → what it holds: a key of the catalogue's [columns], or an indicator."""
        pairs = [word.partition("=") for word in self.columns.split()]
        return {column: what or column for column, _, what in pairs}

    @property
    def series(self) -> dict[str, str]:
        """Column → the indicator of the district whose figures it holds."""
        first = next(iter(self.about.split()), "")
        return {
            column: first if what == "measured" else what
            for column, what in self.contents.items()
            if what == "measured" or f"columns.{what}" not in catalogue("zh")
        }

    @property
    def indicators(self) -> tuple[str, ...]:
        """The codes of what it is about; none where only its rows know."""
        return tuple(self.about.split()) or tuple(dict.fromkeys(self.series.values()))

    @property
    def measured(self) -> tuple[str, ...]:
        """The columns with its figures, the first one read out."""
        return tuple(self.measures.split()) or tuple(self.series)[:1]

    def of(self, indicator: str) -> Self:
        """This about another indicator."""
        return replace(self, about=indicator)

    def areas(self, selection: Selection) -> tuple[str, ...]:
        """The areas that its query is asked for, or has figures of without being asked."""
        if self.level:
            areas = store.query("areas").rows
            return tuple(areas.loc[areas["level"] == self.level, "ref_area"])
        takes_areas = "areas" in queries.header(self.source).parameters
        if takes_areas and not self.levels:
            return selection.lineage
        return selection.lineage[: self.levels or 1]

    def answer(self, selection: Selection) -> store.Answer:
        """What its query answers this reader."""
        offered = {
            "area": selection.home,
            "areas": list(self.areas(selection)),
            "sectors": list(selection.sectors),
            "indicators": list(self.indicators),
            "indicator": next(iter(self.indicators), ""),
            **selection.years,
            **self.asks,
        }
        wanted = queries.header(self.source).parameters
        return store.query(self.source, **{name: offered[name] for name in wanted})

    def includes(self, selection: Selection) -> bool:
        """Whether the reader wants to see its sectors, and data/ defines what it is about."""
        sectors = wording.sectors_of(self.indicators)
        return selection.includes(*sectors) if sectors else not self.indicators

    def has_figures(self, rows: pd.DataFrame) -> bool:
        """Whether there is anything to draw."""
        known = rows[list(self.measured)].notna().any(axis=1)
        if "year" not in rows:
            return bool(known.any())
        return rows.loc[known, "year"].nunique() >= self.least_years

    def show(self, selection: Selection) -> None:
        """Draw it, or say why there is nothing to draw."""
        ready = self.ready(selection)
        if ready:
            card.show(ready, key=self.key, language=selection.language)
        elif not self.is_quiet:
            self.say_empty(selection)

    def ready(self, selection: Selection) -> Card | None:
        """Its card, made once for all who see the same; none where there is nothing to draw."""
        answer = self.answer(selection)
        return _ready(f"{answer.question} {self} {selection}", self, answer, selection)

    def card(self, rows: pd.DataFrame, selection: Selection) -> Card:
        """The card of rows that have figures."""
        shown, image = self.drawn(rows, selection)
        marks = charts.marks(image, selection.language) if image else []
        caption, notes, alt = self.words_around(rows, selection, marks)
        return card.prepare(
            shown,
            image,
            rows,
            caption,
            notes,
            alt=alt,
            columns=wording.headers(self, rows, selection.language),
            computed=queries.computed(),
            tells=self.says in ("card", "together"),
        )

    def drawn(
        self, rows: pd.DataFrame, selection: Selection
    ) -> tuple[go.Figure | pd.DataFrame, go.Figure | None]:
        """Its chart for the screen, and for the image, which is always light."""
        language, look = selection.language, selection.look
        if told := self.told(rows, selection):
            content = few.content(self, told, rows, selection)
            years = sparse.listed_years(rows, told)
            shown = charts.numbers(content, years, look)
            return shown, charts.numbers(content, years, LIGHT)
        wanted = wording.options(self, self.chart, selection)
        shown = self.chart(rows, language, look, **wanted)
        return shown, shown if look is LIGHT else self.chart(rows, language, LIGHT, **wanted)

    def words_around(
        self, rows: pd.DataFrame, selection: Selection, marks: Sequence[str]
    ) -> tuple[Caption, Notes, str]:
        """What is said around it, what only the files say, and its alternative text.

        `marks` are those of its chart that its note explains: see charts.marks.
        """
        sources = wording.sources(self, rows, selection)
        caption = wording.caption(self, rows, sources, selection, marks)
        notes = wording.notes(self, rows, sources, selection)
        return caption, notes, wording.alt(self, rows, caption, selection.language)

    def told(self, rows: pd.DataFrame, selection: Selection) -> tuple[sparse.Series, ...]:
        """The series whose numbers stand in the place of its chart; none where it has one."""
        return sparse.few(self, rows, selection)

    def beside(self, rows: pd.DataFrame, selection: Selection) -> tuple[str, ...]:
        """The areas of which its numbers tell besides those of its rows."""
        return few.beside_areas(self, rows, selection)

    def say_empty(self, selection: Selection) -> None:
        """That nothing is published, and the latest period for which something is."""
        st.header(verbatim(wording.title(self, selection)), anchor=False)
        st.info(verbatim(wording.nothing(self, selection)))


# Drawing and wording are the dearest part of a rerun, and the same for the same question.
@st.cache_resource(show_spinner=False, max_entries=500)
def _ready(
    key: str, _exhibit: Exhibit, _answer: store.Answer, _selection: Selection
) -> Card | None:
    rows = _answer.rows
    if _exhibit.worded:
        rows = _exhibit.worded(rows, _selection.language)
    return _exhibit.card(rows, _selection) if _exhibit.has_figures(rows) else None
