"""One exhibit of a page: a chart, a table or a text, its sources, what to say when it is empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from indicators import sentences, store
from indicators.filters import Selection, names_by_code
from indicators.language import Language
from indicators.sentences.documents import as_of, definition, document, documents_of, source_line
from indicators.style import LIGHT, Look
from indicators.takeaway import card
from indicators.warehouse import queries

Chart = Callable[[pd.DataFrame, Language, Look], go.Figure]


def show(
    chart: Chart,
    rows: pd.DataFrame,
    selection: Selection,
    *,
    name: str,
    measures: Sequence[str],
    columns: dict[str, str],
    indicators: Sequence[str],
    areas: Sequence[str] = (),
    place: str = "",
    extra_note: str = "",
    title: str = "",
    says: str = "",
    sentence: str = "",
    part: str = "",
    **options: object,
) -> None:
    """Draw `chart(rows)` as the exhibit `name` of the catalogue.

    `measures` are the columns that hold its figures (the first one is read out); `columns` maps
    the columns of the downloaded CSV to keys of the catalogue's [columns], of which `measured`
    is called by the first indicator's name and unit; `indicators` and
    `areas` (default: the district) are those whose sources are named. `place` is the area's name
    where it is not the district; `extra_note` is what the rows themselves give reason to say,
    and `title` stands before the catalogue's where that alone would not say what is shown. Of a
    chart of one indicator, `says` is its code: the card says its report sentence. `sentence` is
    what the page itself says of the chart already. Either is its alternative text, and is
    printed on the image.
    `part` tells apart the exhibits of one name on a page.
    Where no measure has a figure, a sentence says so and names the latest period that has one.
    """
    areas = tuple(areas) or (selection.home,)
    wording = _Wording(
        name, tuple(measures), tuple(indicators), areas, place, extra_note, title, says, sentence
    )
    key = f"{rows.attrs['asked']} {chart.__name__} {wording} {sorted(options.items())} {selection}"
    prepared = _prepared(key, partial(chart, **options), rows, selection, wording, columns)
    if prepared:
        card.show(prepared, key=f"{name}-{part}" if part else name, language=selection.language)
    else:
        _say_empty(name, selection, indicators, areas)


def table(rows: pd.DataFrame, selection: Selection, *, name: str, columns: dict[str, str]) -> None:
    """Show rows that name their own source as the table `name` of the catalogue.

    `columns` maps those shown, and taken away as CSV, to keys of the catalogue's [columns].
    """
    spoken = selection.language
    if rows.empty:
        st.subheader(spoken.text(f"exhibits.{name}.title"), anchor=False)
        st.info(spoken.text("app.nothing_listed"))
        return
    key = f"{rows.attrs['asked']} {name} {columns} {selection}"
    card.show(_prepared_table(key, rows, selection, name, columns), key=name, language=spoken)


def links(spoken: Language) -> dict[str, object]:
    """How a list shows addresses: an indicator's page, and a document's."""
    opens = st.column_config.LinkColumn(display_text=spoken.text("data.open"))
    return {spoken.text(f"columns.{key}"): opens for key in ("page", "url")}


def say(words: str, selection: Selection, *, name: str, indicators: Sequence[str]) -> None:
    """Show a text about some figures of the district, under the title `name`, with its source."""
    spoken = selection.language
    st.subheader(spoken.text(f"exhibits.{name}.title"), anchor=False)
    subtitle = spoken.text(f"exhibits.{name}.subtitle", area=selection.district)
    st.caption(subtitle)
    st.markdown(words)
    sources = store.query(
        "sources_by_indicator",
        indicators=list(indicators),
        areas=[selection.home],
        **selection.years,
    )
    if not sources.empty:
        st.caption(f"{source_line(sources, spoken)}　{as_of(sources, spoken)}")


def breaks(indicator: str, selection: Selection) -> str:
    """Where the district's series cannot be compared, and why; for an exhibit's extra_note."""
    rows = store.query(
        "breaks_by_year", indicator=indicator, area=selection.home, **selection.years
    )
    return store.kept(sentences.home_breaks, rows, selection.language)


@dataclass(frozen=True)
class _Wording:
    """What an exhibit needs besides its rows to say what it shows."""

    name: str
    measures: tuple[str, ...]
    indicators: tuple[str, ...]
    areas: tuple[str, ...]
    place: str
    extra_note: str
    title: str
    says: str
    sentence: str


# Drawing and wording are the dearest part of a rerun, and the same for the same question.
@st.cache_resource(show_spinner=False, max_entries=500)
def _prepared(
    key: str,
    _chart: Chart,
    _rows: pd.DataFrame,
    _selection: Selection,
    _wording: _Wording,
    _columns: dict[str, str],
) -> card.Card | None:
    """The card; none where no measure has a figure."""
    if _rows.empty or _rows[list(_wording.measures)].isna().all(axis=None):
        return None
    spoken = _selection.language
    first, last = _span(_rows, _wording.measures)
    sources = store.query(
        "sources_by_indicator",
        indicators=list(_wording.indicators),
        areas=list(_wording.areas),
        first_year=first,
        last_year=last,
    )
    known = _defined(_wording.indicators)
    title = _wording.title + spoken.text(f"exhibits.{_wording.name}.title")
    note = spoken.text(f"exhibits.{_wording.name}.note")
    said = _said(_wording, _rows, _selection)
    return card.prepare(
        _chart(_rows, spoken, _selection.look),
        _chart(_rows, spoken, LIGHT),
        _rows,
        card.Caption(
            masthead=masthead(_selection, _told(_wording)),
            title=title,
            sentence=said,
            subtitle=_subtitle(_wording, _selection, last),
            note=" ".join([note, _wording.extra_note]).strip(),
            source=source_line(sources, spoken),
            as_of=as_of(sources, spoken),
            district=_selection.district,
            years=str(last) if first == last else f"{first}-{last}",
        ),
        _notes(_selection, sources, known),
        tells=bool(_wording.says),
        alt=f"{title}: {said or _figures_read_out(_rows, _wording, spoken)}",
        columns=_headers(_columns, known, spoken),
        computed=queries.computed(),
    )


@st.cache_resource(show_spinner=False, max_entries=500)
def _prepared_table(
    key: str, _rows: pd.DataFrame, _selection: Selection, _name: str, _columns: dict[str, str]
) -> card.Card:
    spoken = _selection.language
    named = {column: spoken.text(f"columns.{key}") for column, key in _columns.items()}
    cells = _rows[list(named)].astype(object)
    cells = cells.where(cells.notna(), spoken.text("app.missing_cell")).rename(columns=named)
    sources = documents_of(_rows)
    caption = card.Caption(
        masthead=masthead(_selection),
        sentence="",
        title=spoken.text(f"exhibits.{_name}.title"),
        subtitle=spoken.text(f"exhibits.{_name}.subtitle", area=_selection.district),
        note=spoken.text(f"exhibits.{_name}.note"),
        source=source_line(sources, spoken),
        as_of="",
        district=_selection.district,
        years="",
    )
    return card.prepare_table(cells, _rows, caption, _notes(_selection, sources), columns=named)


def masthead(selection: Selection, indicators: Sequence[str] = ()) -> str:
    """汉滨区发展指标看板 · 项目投资: whose dashboard, and of which sectors some indicators are."""
    spoken = selection.language
    sectors = store.query("indicators").set_index("indicator")["sector"]
    names = store.kept(names_by_code, store.query("sectors"), spoken)
    wanted = {sectors[code] for code in indicators}
    shown = spoken.listed([name for code, name in names.items() if code in wanted])
    board = spoken.text("app.title", district=selection.district)
    return spoken.text("app.masthead", board=board, sectors=shown) if shown else board


def _told(wording: _Wording) -> Sequence[str]:
    """The indicators that a chart is about: others may only lend it a denominator."""
    return [wording.says] if wording.says else wording.indicators


def _say_empty(
    name: str, selection: Selection, indicators: Sequence[str], areas: Sequence[str]
) -> None:
    spoken = selection.language
    ever = store.query(
        "sources_by_indicator",
        indicators=list(indicators),
        areas=list(areas),
        first_year=1900,
        last_year=2999,
    )
    years = selection.years_in_words
    st.subheader(spoken.text(f"exhibits.{name}.title"), anchor=False)
    if ever.empty:
        st.info(spoken.text("app.nothing", years=years))
        return
    last = int(ever["last_period"].iloc[0][:4])
    # Where the years chosen do reach it, only parts of a year or of the whole are published.
    key = "nothing_whole" if selection.first_year <= last <= selection.last_year else "nothing_but"
    st.info(spoken.text(f"app.{key}", years=years, last=spoken.year(last)))


def _subtitle(wording: _Wording, selection: Selection, last: int) -> str:
    """With its {years}, those chosen, or its {year}, the last that has a figure."""
    return selection.language.text(
        f"exhibits.{wording.name}.subtitle",
        area=wording.place or selection.district,
        years=selection.years_in_words,
        year=selection.language.year(last),
    )


def _defined(indicators: Sequence[str]) -> list[object]:
    """The rows of `indicators` that define these, in their order."""
    known = {row.indicator: row for row in store.query("indicators").itertuples()}
    return [known[code] for code in indicators]


def _headers(columns: dict[str, str], known: list[object], spoken: Language) -> dict[str, str]:
    """What stands above the columns; `measured` is the first indicator by its name and unit."""
    said = {"name": spoken.label(known[0], "name"), "unit": spoken.label(known[0], "unit")}
    return {column: spoken.text(f"columns.{key}", **said) for column, key in columns.items()}


def _notes(selection: Selection, sources: pd.DataFrame, known: Sequence[object] = ()) -> card.Notes:
    spoken = selection.language
    return card.Notes(
        years=selection.years_in_words,
        sectors=selection.sector_names,
        definitions=[definition(row, spoken) for row in known],
        documents=[
            (document(row, spoken), "" if pd.isna(row["url"]) else row["url"])
            for row in sources.to_dict("records")
        ],
    )


def _span(rows: pd.DataFrame, measures: Sequence[str]) -> tuple[int, int]:
    """The first and the last year that has a figure."""
    years = rows.loc[rows[list(measures)].notna().any(axis=1), "year"]
    return int(years.min()), int(years.max())


def _figures_read_out(rows: pd.DataFrame, wording: _Wording, spoken: Language) -> str:
    """Every figure of a chart's first measure, for its alternative text."""
    measure, label = wording.measures[0], f"name_{spoken.code}"
    parts = []
    for row in rows[rows[measure].notna()].to_dict("records"):
        who = f"{row[label]} " if label in row else ""
        parts.append(f"{who}{spoken.year(row['year'])} {row[measure]:g}")
    return spoken.listed(parts)


def _said(wording: _Wording, rows: pd.DataFrame, selection: Selection) -> str:
    """What the page says of the chart, else the report sentence of its indicator, else nothing.

    Nothing too where the sentence tells of a part of a year that the chart does not draw.
    """
    if wording.sentence or not wording.says:
        return wording.sentence
    asked = {"area": selection.home, "sectors": [], "indicators": [wording.says]}
    parts = store.query("sentence_parts_by_indicator", **asked, **selection.years)
    if not parts["time_period"].isna().any() and not _draws(rows, wording, parts.iloc[0]):
        return ""
    said = store.kept(sentences.reports, parts, selection.language, *selection.years.values())
    return said[wording.says]


def _draws(rows: pd.DataFrame, wording: _Wording, told: pd.Series) -> bool:
    """Whether the chart has a figure of the district in the year of the one that is told."""
    ours = rows[rows["is_home"]] if "is_home" in rows else rows
    there = ours[ours["year"] == int(told["time_period"][:4])]
    return bool(there[list(wording.measures)].notna().any(axis=None))
