"""What is said around an exhibit: title, subtitle, note, sentence, sources, columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from inspect import signature
from typing import TYPE_CHECKING, Any

import pandas as pd

from indicators import filters, sentences, store
from indicators.exhibits import sparse
from indicators.filters import Selection
from indicators.language import Language, catalogue
from indicators.rows import Row, each
from indicators.sentences.documents import as_of, definition, document, source_line
from indicators.takeaway import card

if TYPE_CHECKING:
    from indicators.exhibits.exhibit import Exhibit


def text(exhibit: Exhibit, part: str, language: Language, **values: object) -> str:
    """An exhibit's title, subtitle or note: its own, of what it is like, else of any."""
    texts = catalogue(language.code)
    keys = [f"exhibits.{section}.{part}" for section in (exhibit.name, exhibit.like, "any")]
    return language.text(next(key for key in keys if key in texts), **values)


def title(exhibit: Exhibit, selection: Selection, rows: pd.DataFrame | None = None) -> str:
    """Its title: the name of its first indicator where the catalogue has no other."""
    named = _names(exhibit, selection, () if rows is None else _indicators(exhibit, rows))
    return text(exhibit, "title", selection.language, **named)


def caption(
    exhibit: Exhibit,
    rows: pd.DataFrame,
    sources: pd.DataFrame,
    selection: Selection,
    marks: Sequence[str] = (),
) -> card.Caption:
    """All that is said around its chart, on which there are these marks to be explained."""
    language = selection.language
    first, last = span(exhibit, rows, selection)
    named = _names(exhibit, selection, _indicators(exhibit, rows))
    told = sentence(exhibit, rows, selection)
    notes = _notes(exhibit, rows, selection, marks)
    if told and exhibit.says and not exhibit.sentence:
        notes.append(_how_computed(exhibit, rows, selection))
    return card.Caption(
        masthead=masthead(selection, _indicators(exhibit, rows)),
        title=text(exhibit, "title", language, **named),
        sentence=told,
        subtitle=text(
            exhibit,
            "subtitle",
            language,
            **named
            | {
                "area": _place(exhibit, rows, selection),
                "years": language.years(first, last),
                "chosen": selection.years_in_words,
                "year": language.year(last),
            },
        ),
        note=" ".join(filter(None, notes)),
        source=source_line(sources, language),
        as_of=as_of(sources, language),
        district=selection.district,
        whose=_whose(exhibit, rows, selection),
        years=str(last) if first == last else f"{first}-{last}",
    )


def notes(
    exhibit: Exhibit, rows: pd.DataFrame, sources: pd.DataFrame, selection: Selection
) -> card.Notes:
    """What only the files say: definitions and every document."""
    codes = (*_indicators(exhibit, rows), *exhibit.also.split())
    return card.Notes(
        years=selection.years_in_words,
        sectors=selection.sector_names,
        definitions=[definition(defined()[code], selection.language) for code in codes],
        documents=documents(sources, selection.language),
    )


def documents(sources: pd.DataFrame, language: Language) -> list[tuple[str, str]]:
    """Each document with its address, if any."""
    return [
        (document(row, language), "" if pd.isna(row["url"]) else row["url"])
        for row in sources.to_dict("records")
    ]


def alt(exhibit: Exhibit, rows: pd.DataFrame, caption: card.Caption, language: Language) -> str:
    """The alternative text: its sentence, else every figure of its first measure."""
    words = caption.sentence or _read_out(exhibit, rows, language)
    return f"{caption.title}: {words}"


def nothing(exhibit: Exhibit, selection: Selection) -> str:
    """That nothing is published in the years chosen, and when something last was."""
    language, years = selection.language, selection.years_in_words
    ever = store.query(
        "sources_by_indicator",
        indicators=[*exhibit.indicators, *exhibit.also.split()],
        areas=list(exhibit.areas(selection)),
        first_year=1900,
        last_year=2999,
    ).rows
    if ever.empty:
        return language.text("app.nothing", years=years)
    last = int(ever["last_period"].iloc[0][:4])
    # Where the years chosen do reach it, only parts of a year or of the whole are published.
    key = "nothing_whole" if selection.first_year <= last <= selection.last_year else "nothing_but"
    return language.text(f"app.{key}", years=years, last=language.year(last))


def headers(exhibit: Exhibit, rows: pd.DataFrame, language: Language) -> dict[str, str]:
    """What stands above the columns of its table."""
    indicators = defined()
    first = indicators.get(next(iter(_indicators(exhibit, rows)), ""))
    names = {}
    for column, what in exhibit.contents.items():
        spoken = f"{column}_{language.code}"
        indicator = indicators.get(exhibit.series.get(column, ""), first)
        names[spoken if spoken in rows else column] = _header(what, indicator, language)
    return names


def options(exhibit: Exhibit, taker: Callable[..., Any], selection: Selection) -> dict[str, object]:
    """What a chart, a note or a sentence takes by keyword.

    `indicator` is the row that defines the first one, with its `decimals`, `unit` and `kind`;
    `measure` is the exhibit's first column of figures; `names` are those of its series, `areas`
    those of the areas that its query is asked for; `address` is that of an indicator's page.
    """
    language = selection.language

    def indicator() -> Row:
        return defined()[exhibit.indicators[0]]

    offered: dict[str, Callable[[], Any]] = {
        "indicator": indicator,
        "decimals": lambda: int(indicator().decimals),
        "unit": lambda: language.label(indicator(), "unit"),
        "kind": lambda: indicator().kind,
        "measure": lambda: exhibit.measured[0],
        "names": lambda: {
            column: language.label(defined()[code], "name")
            for column, code in exhibit.series.items()
        },
        "address": filters.indicator_page,
        "areas": lambda: {
            area: filters.names("areas", language)[area] for area in exhibit.areas(selection)
        },
    }
    return {name: offered[name]() for name in _keywords(taker) if name in offered}


@cache
def _keywords(taker: Callable[..., Any]) -> tuple[str, ...]:
    parameters = signature(taker).parameters.values()
    return tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY)


def masthead(selection: Selection, indicators: Sequence[str] = ()) -> str:
    """汉滨区发展指标看板 · 项目投资: whose dashboard, and of which sectors some indicators are."""
    language, sectors = selection.language, sectors_of(indicators)
    names = [n for code, n in filters.names("sectors", language).items() if code in sectors]
    if not names:
        return selection.product
    return language.text("app.masthead", board=selection.product, sectors=language.listed(names))


def sectors_of(indicators: Sequence[str]) -> set[str]:
    """The sectors of those of the indicators that data/indicators.csv defines."""
    known = defined()
    return {known[code].sector for code in indicators if code in known}


def defined() -> dict[str, Row]:
    """Code → the row that defines it, of all indicators."""
    return store.kept(_by_code, store.query("indicators"))


def _by_code(rows: pd.DataFrame) -> dict[str, Row]:
    return {row.indicator: row for row in each(rows)}


def sources(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The documents of its figures, that of the latest one first."""
    first, last = span(exhibit, rows, selection)
    published = _with_figures(exhibit, rows)
    published = published[published["year"].between(first, last)]
    areas = tuple(published["ref_area"].unique()) if "ref_area" in published else ()
    areas = areas or exhibit.areas(selection)
    return store.query(
        "sources_by_indicator",
        indicators=[*_indicators(exhibit, rows), *exhibit.also.split()],
        areas=[*areas, *exhibit.beside(rows, selection)],
        first_year=first,
        last_year=last,
    ).rows


def span(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> tuple[int, int]:
    """The first and the last year that is drawn or told: not those that are chosen."""
    if told := exhibit.told(rows, selection):
        return sparse.years(told)
    drawn = [*exhibit.measured, *exhibit.aims.split()]
    years = rows.loc[rows[drawn].notna().any(axis=1), "year"]
    return int(years.min()), int(years.max())


def sentence(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> str:
    """What the page says of it, else the report sentence of its indicator, else nothing.

    Of a figure that is drawn: where the latest one is of a part of a year that the chart leaves
    out, of the last year that it draws; where the district is not drawn, of the nearest area.
    """
    if exhibit.sentence:
        wanted = options(exhibit, exhibit.sentence, selection)
        return exhibit.sentence(rows, selection.language, **wanted)
    if not exhibit.says:
        return ""
    parts = _drawn_parts(exhibit, rows, selection)
    if exhibit.says == "together":
        return store.kept(sentences.together, parts, selection.language)
    return store.kept(sentences.reports, parts, selection.language)[exhibit.indicators[0]]


def _drawn_parts(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> store.Answer:
    """What its report sentence is made of, of a year that is drawn."""
    published = _with_figures(exhibit, rows)
    area = selection.home
    if "is_home" in published:
        home = published[published["is_home"].astype(bool)]
        if home.empty:  # then of the nearest area that is drawn
            area = published["ref_area"].iloc[0]
        published = published[published["ref_area"] == area]
    codes = exhibit.indicators if exhibit.says == "together" else exhibit.indicators[:1]
    here = {"area": area, "sectors": [], "indicators": list(codes), **selection.years}
    parts = store.query("sentence_parts_by_indicator", **here)
    drawn = set(published["year"].astype(int))
    year = parts.rows["year"].iloc[0]
    if pd.isna(year) or int(year) in drawn:
        return parts
    return store.query("sentence_parts_by_indicator", **here | {"last_year": max(drawn)})


def own_sentence(exhibit: Exhibit, selection: Selection) -> str:
    """The sentence that an exhibit's rows make, if it has one."""
    if not exhibit.sentence:
        return ""
    wanted = options(exhibit, exhibit.sentence, selection)
    answer = exhibit.answer(selection)
    return store.kept(exhibit.sentence, answer, selection.language, **wanted)


def report(indicator: str, selection: Selection) -> str:
    """The report sentence of an indicator of the district."""
    parts = _parts(indicator, selection)
    return store.kept(sentences.reports, parts, selection.language)[indicator]


def _how_computed(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> str:
    """What its report sentence leaves out: at which prices a change was computed."""
    parts = _drawn_parts(exhibit, rows, selection)
    return sentences.nominal(next(each(parts.rows)), selection.language)


def _parts(indicator: str, selection: Selection) -> store.Answer:
    here = {"area": selection.home, "sectors": [], **selection.years}
    return store.query("sentence_parts_by_indicator", indicators=[indicator], **here)


def _indicators(exhibit: Exhibit, rows: pd.DataFrame) -> tuple[str, ...]:
    """What it is about: as it says, else the indicators that have a figure in its rows."""
    if exhibit.indicators or "indicator" not in rows:
        return exhibit.indicators
    return tuple(dict.fromkeys(_with_figures(exhibit, rows)["indicator"]))


def _with_figures(exhibit: Exhibit, rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows[list(exhibit.measured)].notna().any(axis=1)]


def _names(exhibit: Exhibit, selection: Selection, indicators: Sequence[str]) -> dict[str, str]:
    """What a title or a subtitle may name: the first indicator, its unit, the city, …"""
    language = selection.language
    code = next(iter(indicators or exhibit.indicators), "")
    row = defined().get(code)
    areas = filters.names("areas", language)
    return {
        "name": language.label(row, "name") if row else code,
        "unit": language.label(row, "unit") if row else "",
        "city": "".join(areas[area] for area in selection.lineage[1:2]),
        **exhibit.words,
    }


def _place(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> str:
    """The areas that are drawn; of the district with a figure or two beside others, of when."""
    language, drawn = selection.language, _areas(exhibit, rows, selection)
    if drawn is None:
        return selection.district
    home = drawn.pop(selection.district, [])
    most = max(map(len, drawn.values()), default=0)
    if not home or len(home) > sparse.MOST or most <= sparse.MOST:
        return language.listed([selection.district] * bool(home) + list(drawn))
    return language.text(
        "app.areas_and_home",
        areas=language.listed(list(drawn)),
        home=selection.district,
        years=language.listed([language.year(year) for year in home]),
    )


def _whose(exhibit: Exhibit, rows: pd.DataFrame, selection: Selection) -> str:
    """Whose figures they are, for a file's name: the district's where it is drawn."""
    drawn = _areas(exhibit, rows, selection)
    if drawn is None or selection.district in drawn or exhibit.level == "county":
        return selection.district
    return selection.language.listed(list(drawn))


def _areas(
    exhibit: Exhibit, rows: pd.DataFrame, selection: Selection
) -> dict[str, list[int]] | None:
    """Area → its years with a figure; none where the rows are of the district alone."""
    if "ref_area" not in rows:
        return None
    published, code = _with_figures(exhibit, rows), selection.language.code
    if told := exhibit.told(rows, selection):
        published = published[published["ref_area"].isin([one.area for one in told])]
    label = f"area_{code}" if f"area_{code}" in rows else f"name_{code}"
    return {
        str(area): sorted({int(year) for year in years})
        for area, years in published.groupby(label, sort=False)["year"]
    }


def _notes(
    exhibit: Exhibit, rows: pd.DataFrame, selection: Selection, marks: Sequence[str]
) -> list[str]:
    language = selection.language
    notes = [text(exhibit, "note", language), explained(marks, language)]
    if "is_secondary" in rows:
        measures = list(exhibit.measured)
        hollow = exhibit.hollow and not exhibit.told(rows, selection)
        notes.append(sentences.second_hand(rows, measures, language, hollow=hollow))
    if exhibit.note:
        wanted = options(exhibit, exhibit.note, selection)
        notes.append(exhibit.note(rows, language, **wanted))
    if exhibit.breaks:
        years = {"area": selection.home, **selection.years}
        answer = store.query("breaks_by_year", indicator=exhibit.indicators[0], **years)
        notes.append(store.kept(sentences.home_breaks, answer, language))
    return notes


def explained(marks: Sequence[str], language: Language) -> str:
    """What marks mean that are on a picture or in a table: see [marks] of the catalogue."""
    return language.text("marks.joint").join(language.text(f"marks.{mark}") for mark in marks)


def _header(what: str, indicator: Row | None, language: Language) -> str:
    """The catalogue's word for a column, or the indicator that it holds with its unit."""
    key = what if f"columns.{what}" in catalogue(language.code) else "measured"
    names = {n: language.label(indicator, n) for n in ("name", "unit")} if indicator else {}
    return language.text(f"columns.{key}", **names)


def _read_out(exhibit: Exhibit, rows: pd.DataFrame, language: Language) -> str:
    """Every figure of a chart's first measure."""
    measure, label = exhibit.measured[0], f"name_{language.code}"
    parts = []
    for row in rows[rows[measure].notna()].to_dict("records"):
        who = f"{row[label]} " if "name" in exhibit.contents else ""
        figure = _in_digits(exhibit, row[measure], row, language)
        parts.append(f"{who}{language.year(row['year'])} {figure}")
    return language.listed(parts)


def _in_digits(
    exhibit: Exhibit, figure: float, row: Mapping[Hashable, Any], language: Language
) -> str:
    """All the digits that were published; of what is computed, as many as the exhibit has."""
    indicator = defined().get(exhibit.series.get(exhibit.measured[0], ""))
    if indicator is not None:
        return sentences.published(figure, indicator.decimals, language)
    return language.number(figure, row.get("decimals", exhibit.decimals))
