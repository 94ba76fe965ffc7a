"""Figures of an office's table with all that is said of them, and what about them is not known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from indicators.gate import workbooks
from indicators.gate.forms import MISSING, number
from indicators.gate.imports.choices import Choices
from indicators.gate.imports.labels import Facets, Vocabulary, facets_of, factor, of_title
from indicators.gate.imports.layout import Layout, Place, layout, without_mark
from indicators.gate.mistakes import Mistake

Words = tuple[str, str]


@dataclass(frozen=True)
class Figure:
    """One cell as the row that it becomes; `missing` says what it still lacks to become one.

    `obs_value` is the figure in the unit of its indicator, as it is to be written; `note` what is
    to be kept of how it was written.
    """

    cell: str
    text: str
    labels: tuple[str, ...]
    indicator: str | None = None
    ref_area: str | None = None
    time_period: str | None = None
    coverage: str | None = None
    breakdown: str | None = None
    obs_value: str | None = None
    obs_status: str | None = None
    note: str = ""
    missing: tuple[Words, ...] = ()


@dataclass
class Import:
    """What becomes of a table.

    `figures` are cells that are rows, `others` cells that lack something; `unmatched` are names
    that nothing in data/ has, to be chosen for; `empty` counts cells that say there is no figure;
    `passed_over` are lines that are no data, by row.
    """

    titles: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    others: list[Figure] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    empty: int = 0
    passed_over: dict[int, str] = field(default_factory=dict)


def recognised(grid: workbooks.Grid, vocabulary: Vocabulary, choices: Choices) -> Import:
    """What a sheet becomes, with what people chose for what it does not say."""
    parts = layout(grid)
    table = Import(parts.titles, passed_over=parts.passed_over)
    above = Facets(area=choices.area, year=choices.year, coverage=None)
    for title in parts.titles:
        above |= of_title(title, vocabulary)
    by_label: dict[str, Facets] = {}
    for place in parts.places:
        bare, _ = without_mark(place.text)
        if bare in MISSING:
            table.empty += 1
            continue
        figure = _figure(place, above, parts, vocabulary, choices, by_label)
        (table.others if figure.missing else table.figures).append(figure)
    unknown = [name for label in by_label.values() for name in label.unknown]
    table.unmatched = list(dict.fromkeys(unknown))
    return table


def _figure(
    place: Place,
    above: Facets,
    parts: Layout,
    vocabulary: Vocabulary,
    choices: Choices,
    by_label: dict[str, Facets],
) -> Figure:
    facets = above
    for label in place.labels:
        if label not in by_label:
            by_label[label] = facets_of(label, vocabulary, choices.names)
        facets |= by_label[label]
    facets = _growth(facets, vocabulary)
    time_period, coverage, missing = _time(facets, vocabulary, choices)
    value, note, wrong = _value(place.text, facets, parts, vocabulary)
    missing = [*_unknown(facets), *missing, *wrong]
    return Figure(
        place.name,
        place.text,
        place.labels,
        facets.indicator,
        facets.area or choices.area or vocabulary.home,
        time_period,
        coverage,
        facets.breakdown,
        value,
        facets.status or choices.status,
        note,
        tuple(missing),
    )


def _growth(facets: Facets, vocabulary: Vocabulary) -> Facets:
    """The growth of a level is an indicator of its own, in per cent, whatever the level is in."""
    level = facets.indicator
    if not facets.is_growth or level is None:
        return facets
    facets |= Facets(unit="%")
    if level in vocabulary.growths.values():
        return facets
    growth = vocabulary.growths.get(level)
    if growth is None:
        name = vocabulary.names[level]
        return facets | Facets(unknown=(f"{name}增速",))
    return facets | Facets(indicator=growth)


def _unknown(facets: Facets) -> list[Words]:
    wanted: list[Words] = [
        (f"“{name}”没有对上", f"“{name}” is not known") for name in dict.fromkeys(facets.unknown)
    ]
    if facets.indicator is None and not wanted:
        wanted.append(("没有写明指标", "no indicator is named"))
    return wanted


def _time(
    facets: Facets, vocabulary: Vocabulary, choices: Choices
) -> tuple[str | None, str | None, list[Words]]:
    """Period and coverage, or what is missing of them."""
    if facets.year is None:
        return None, facets.coverage, [("没有写明年份", "no year is given")]
    if facets.within is None:
        usual = facets.coverage or vocabulary.usual.get(facets.indicator or "", "year")
        if usual in ("month", "year_to_date", "quarter"):
            return None, usual, [("没有写明月份", "no month is given")]
        return facets.year, usual, []
    coverage = facets.coverage or choices.coverage
    if coverage in (None, "year"):
        lacks = "没有写明是当月数还是累计数", "neither of the month nor since January"
        return None, None, [lacks]
    return f"{facets.year}-{facets.within}", coverage, []


def _value(
    text: str, facets: Facets, parts: Layout, vocabulary: Vocabulary
) -> tuple[str | None, str, list[Words]]:
    """The figure in its indicator's unit, a note on how it was written, or what is wrong."""
    bare, mark = without_mark(text)
    try:
        written = number(bare)
    except Mistake as mistake:
        return None, "", [(mistake.zh, mistake.en)]
    except ValueError:
        return None, "", [("不是数字", "no number")]
    wanted = vocabulary.units.get(facets.indicator or "")
    notes = [parts.footnotes.get(mark, f"原表有注释号{mark}")] if mark else []
    if facets.unit is None or wanted is None or facets.unit == wanted:
        return written, "；".join(notes), []
    times = factor(facets.unit, wanted)
    if times is None:
        zh = f"单位是{facets.unit}，指标的单位是{wanted}"
        return None, "", [(zh, f"the unit is {facets.unit}, that of the indicator {wanted}")]
    notes.append(f"原值{bare}{facets.unit}，换算为{wanted}")
    return _plain(Decimal(written) * times), "；".join(notes), []


def _plain(value: Decimal) -> str:
    return workbooks.formats.plain(value)


def rows(figures: list[Figure], source: str, status: str) -> list[Mapping[str, str]]:
    """The rows of data/observations/ that figures become, of one document."""
    return [
        {
            "indicator": figure.indicator or "",
            "ref_area": figure.ref_area or "",
            "time_period": figure.time_period or "",
            "coverage": figure.coverage or "",
            "breakdown": figure.breakdown or "",
            "obs_value": figure.obs_value or "",
            "obs_status": figure.obs_status or status,
            "scope": "",
            "source": source,
            "note": figure.note,
        }
        for figure in figures
    ]
