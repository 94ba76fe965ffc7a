"""What an image says, read off it as a person does, and held against the table its card brings.

A column's year is read off the axis below it and its value off the scale beside it, a line's name
off the words at its end, a colour's meaning off the legend. The table comes from the query itself;
chart, Plotly and composition stand between the two, and any of them may be wrong.
"""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from indicators.language import Language
from indicators.sentences.amounts import ordinal
from indicators.style import LIGHT
from tests.browser.workshop import Drawn

PIXEL = 1.5  # how far a mark may stand from where its value says, in the image's units
BESIDE = 20  # how much farther a value may stand from its own point than from another
ASTRAY = 1e9
NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")
YEAR = re.compile(r"\d{4}")
Scale = Callable[[float], float]


@dataclass(frozen=True)
class Series:
    """One series: what it is called, where the table has its figures, and its drawn marks."""

    name: str
    columns: tuple[str, ...]  # of the table; none where its rows carry its name
    marks: list[dict]
    is_line: bool = False


@dataclass(frozen=True)
class Reading:
    """An image with the rows that it ought to show."""

    drawn: Drawn
    missing: str  # the mark of a year without a figure
    rows: list[dict]
    bars: list[Series]
    points: list[Series]

    @property
    def numbers(self) -> dict | None:
        """What stands in the place of a chart, where a series has one figure or two."""
        layout = json.loads(self.drawn.card["figure"])["layout"]
        return (layout.get("meta") or {}).get("numbers")

    @property
    def kind(self) -> str:
        if self.numbers:
            return "numbers"
        ticks = self.drawn.layout["ticks"]
        x, y = ([tick["text"] for tick in ticks[axis]] for axis in "xy")
        over_years = bool(x) and all(map(YEAR.fullmatch, x))
        if over_years and y and all(map(is_number, y)):
            return "columns" if self.bars else "lines"
        if over_years:
            return "grid"
        if self.bars:
            return "distances" if x else "bars"  # along a scale of their own
        return "dots" if x and y and not all(map(is_number, y)) else "tiles"

    @property
    def texts(self) -> list[dict]:
        return self.drawn.layout["texts"]


def reading(drawn: Drawn, missing: str) -> Reading:
    table = drawn.card["table"]
    keys = [column["key"] for column in table["columns"]]
    traces = json.loads(drawn.card["figure"])["data"]
    parts = {kind: [t for t in traces if t["type"] == kind] for kind in ("bar", "scatter")}
    bars, points = (
        [_series(trace, marks) for trace, marks in zip(parts[kind], shown, strict=True)]
        for kind, shown in (
            ("bar", drawn.layout["bars"]),
            ("scatter", drawn.layout["points"]),
        )
    )
    rows = [dict(zip(keys, map(value_of, row), strict=True)) for row in table["rows"]]
    return Reading(drawn, missing, rows, bars, points)


def value_of(cell: object) -> object:
    """A cell's figure without the words that show it: takeaway/table.py."""
    return cell[0] if isinstance(cell, list) else cell


def _series(trace: dict, marks: list[dict]) -> Series:
    return Series(
        trace.get("name", ""),
        tuple((trace.get("meta") or {}).get("columns", ())),
        marks,
        is_line=trace.get("mode") == "lines+markers",
    )


def misread(drawn: Drawn, missing: str) -> list[str]:
    """Where an image says something else than its table, in words."""
    read = reading(drawn, missing)
    whole = {"columns": (gaps, latest_is_lit), "lines": (home_is_lit, gaps_are_open)}.get(
        read.kind, ()
    )
    return [*misread_series(read), *(fault for check in (*whole, caption) for fault in check(read))]


def misread_series(read: Reading) -> list[str]:
    """Where the series of an image, all or those that are shown, are not what they are called."""
    return [*READERS[read.kind](read), *legend(read)]


def is_number(text: str) -> bool:
    return bool(NUMBER.fullmatch(text.removesuffix("%")))


def number(text: str) -> float:
    """The first number of a text."""
    return float(NUMBER.search(text)[0].replace("−", "-").replace(",", ""))


def decimals(text: str) -> int:
    return len(NUMBER.search(text)[0].partition(".")[2])


def middle(box: dict) -> tuple[float, float]:
    return (box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2


def scale(ticks: Sequence[dict], axis: str) -> tuple[Scale, float, float]:
    """From a place on an axis to its value, with the place of zero and how much a unit is."""
    at = {tick[axis]: number(tick["text"]) for tick in ticks}
    if len(at) == 1:
        return _one_value(*at.popitem())
    (low, first), *_, (high, last) = sorted(at.items())
    unit = (high - low) / (last - first)
    return lambda place: first + (place - low) / unit, low - first * unit, abs(unit)


def _one_value(place: float, value: float) -> tuple[Scale, float, float]:
    """A scale with one value says where that is and nothing else."""
    return lambda at: value if abs(at - place) <= PIXEL else math.nan, math.inf, 100 * PIXEL


def of_series(series: Series, rows: list[dict]) -> list[dict]:
    """The rows of a series: those that carry its name, or all where a column is its own."""
    if series.columns:
        return rows
    return [row for row in rows if series.name in row.values()] or rows


def figures(rows: Iterable[dict], key: str, column: str) -> list[tuple]:
    """What a column has, beside what tells its rows apart, in their order."""
    there = [(row.get(key), row[column]) for row in rows if isinstance(row[column], int | float)]
    return in_order(there)


def in_order(pairs: Iterable[tuple]) -> list[tuple]:
    return sorted(pairs, key=lambda pair: (str(pair[0]), pair[1]))


def column_of(series: Series, rows: list[dict], key: str, read: list[tuple], off: float) -> str:
    """The column of the table that says what was read, within `off`; "" where none does."""
    for column in series.columns[:1] or tuple(rows[0]):
        there = figures(rows, key, column)
        if len(there) == len(read) and all(
            a == b and abs(value - seen) <= off
            for (a, value), (b, seen) in zip(there, in_order(read), strict=True)
        ):
            return column
    return ""


def columns(read: Reading) -> Iterator[str]:
    """Columns over years, with what stands beside them: a plan's tick, a part of a year."""
    ticks = read.drawn.layout["ticks"]
    year = _year_scale(ticks["x"])
    value, zero, unit = scale(ticks["y"], "y")
    for series in read.bars:
        for bar in series.marks:
            if min(abs(bar["bottom"] - zero), abs(bar["top"] - zero)) > PIXEL:
                yield f"{series.name}: a column does not stand on zero"
        seen = [
            (year(middle(bar)[0]), value(_far_end(bar, zero)), bar["label"]) for bar in series.marks
        ]
        yield from says(series, read.rows, seen, PIXEL / unit)
    for series in (one for one in read.points if one.columns):
        seen = [(year(point["x"]), value(point["y"]), "") for point in series.marks]
        yield from says(series, read.rows, seen, PIXEL / unit)


def _year_scale(ticks: Sequence[dict]) -> Callable[[float], int]:
    """From a place on the axis to the year below it; sets of columns stand a little beside."""
    if len(ticks) == 1:
        return lambda _: int(ticks[0]["text"])
    year, _, _ = scale(ticks, "x")
    return lambda place: round(year(place))


def _far_end(bar: dict, zero: float) -> float:
    return bar["top"] if abs(bar["bottom"] - zero) < abs(bar["top"] - zero) else bar["bottom"]


def says(series: Series, rows: list[dict], seen: list[tuple], off: float) -> Iterator[str]:
    """Years, values and labels as they were read, against the table."""
    mine = of_series(series, rows)
    column = column_of(series, mine, "year", [(year, value) for year, value, _ in seen], off)
    if not column:
        yield f"{series.name}: no column says {[(y, round(v, 2)) for y, v, _ in seen]}"
        return
    there = dict(figures(mine, "year", column))
    for year, _, label in seen:
        if label and not is_written(there[year], label):
            yield f"{series.name}: {year} is labelled {label}, the table has {there[year]}"


def is_written(value: float, label: str) -> bool:
    """Whether a label's first number is a value to the label's decimals."""
    return abs(number(label) - value) <= 0.5000001 * 10 ** -decimals(label)


def gaps(read: Reading) -> Iterator[str]:
    """Every year of which nothing is drawn is marked as missing, and none that has a column."""
    year = _year_scale(read.drawn.layout["ticks"]["x"])
    columns, marks = (
        {year(middle(mark)[0]) for one in series for mark in one.marks}
        for series in (read.bars, read.points)
    )
    years = [row["year"] for row in read.rows]
    empty = set(range(min(years), max(years) + 1)) - columns
    marked = {
        year(middle(text)[0])
        for text in read.texts
        if text["inPlot"] and text["text"] == read.missing
    }
    if not empty - marks <= marked <= empty:
        yield f"missing are {sorted(empty)}, marked as missing are {sorted(marked)}"


def latest_is_lit(read: Reading) -> Iterator[str]:
    """Of one series of columns the latest is in the accent, and no other."""
    year = _year_scale(read.drawn.layout["ticks"]["x"])
    marks = read.bars[0].marks
    if len({bar["colour"] for bar in marks}) == 1 and len(marks) > 1:
        return  # each series has a colour of its own, which the legend explains
    latest = max(year(middle(bar)[0]) for bar in marks)
    lit = [year(middle(bar)[0]) for bar in marks if is_accent(bar)]
    if lit != [latest]:
        yield f"in the accent is {lit}, the latest is {latest}"


def lines(read: Reading) -> Iterator[str]:
    """Lines over years: each point's value, each name with the last value of its own line."""
    ticks = read.drawn.layout["ticks"]
    year = _year_scale(ticks["x"])
    value, _, unit = scale(ticks["y"], "y")
    lines = [series for series in read.points if series.is_line]
    for series in lines:
        seen = [(year(point["x"]), value(point["y"]), "") for point in series.marks]
        yield from says(series, read.rows, seen, PIXEL / unit)
        yield from written(read, series, seen, alone=len(lines) == 1)


def gaps_are_open(read: Reading) -> Iterator[str]:
    """A line goes on only over years that have a point: what lies straight may be left out."""
    year = _year_scale(read.drawn.layout["ticks"]["x"])
    for series, stretches in zip(read.points, read.drawn.layout["stretches"], strict=True):
        known = {year(point["x"]) for point in series.marks}
        for stretch in stretches:
            first, *_, last = (year(place["x"]) for place in (stretch[0], *stretch))
            if not set(range(first, last + 1)) <= known:
                yield f"{series.name} goes on from {first} to {last}"


def home_is_lit(read: Reading) -> Iterator[str]:
    """The district's line, or its whole where lines are of scopes, is in the accent alone."""
    lines = [series for series in read.points if series.is_line]
    district = read.drawn.card["caption"]["district"]
    lit = [line.name for line in lines if is_lit(line)]
    if len(lit) > 1 or (district in [line.name for line in lines] and lit != [district]):
        yield f"in the accent are {lit}"


def is_lit(series: Series) -> bool:
    return all(map(is_accent, series.marks))


def written(read: Reading, series: Series, seen: list[tuple], *, alone: bool) -> Iterator[str]:
    """A line's name stands with its last value and year, its values beside their points."""
    if not alone:
        yield from called(read, series, max(seen)[1])
    if not (alone or is_lit(series)):
        return
    for label in read.drawn.layout["labels"]:
        if not is_number(label["text"]):
            continue
        said, off = number(label["text"]), _off(label["text"], read)
        far = [_distance(label, point) for point in series.marks]
        own = [d for d, (_, value, _) in zip(far, seen, strict=True) if abs(value - said) <= off]
        if min(own, default=ASTRAY) > min(far) + BESIDE:
            yield f"{series.name}: {label['text']} stands beside {seen[far.index(min(far))][:2]}"


def _joined(text: str) -> str:
    """Words that were folded, in one line: a Latin word or a number begins after a blank."""
    return re.sub(r"(?<=[^\u2e80-\uffff])\n|\n(?=[−\d])", " ", text).replace("\n", "")


def called(read: Reading, series: Series, last: float) -> Iterator[str]:
    """Among several lines each has its name written, with its last value."""
    names = [_joined(label["text"]) for label in read.drawn.layout["labels"]]
    said = [n.removeprefix(f"{series.name} ") for n in names if n.startswith(f"{series.name} ")]
    # A place stands before the name: 1 汉滨区.
    said += [n.removesuffix(f" {series.name}") for n in names if n.endswith(f" {series.name}")]
    if not said or abs(number(said[0]) - last) > _off(said[0], read):
        yield f"{series.name} ends at {last:.2f} and is called {said}"


def _off(text: str, read: Reading) -> float:
    """How far a written value may be from the one that was read off the scale."""
    _, _, unit = scale(read.drawn.layout["ticks"]["y"], "y")
    return 0.5 * 10 ** -decimals(text) + PIXEL / unit


def _distance(text: dict, point: dict) -> float:
    (x, y), (a, b) = middle(text), middle(point)
    return max(0, abs(x - a) - (text["right"] - text["left"]) / 2) + abs(y - b)


def bars(read: Reading) -> Iterator[str]:
    """Bars beside names: as long as their values are large, each with its own label."""
    ticks = read.drawn.layout["ticks"]["y"]
    district = read.drawn.card["caption"]["district"]
    for series in read.bars:
        names = [nearest(ticks, middle(bar)[1])["text"] for bar in series.marks]
        found = [row_of(name, read) for name in names]
        if None in found:
            yield f"{names}: not all are in the table"
            continue
        lengths = [signed(bar, series.marks) for bar in series.marks]
        if not any(proportional(found, lengths, column) for column in read.rows[0]):
            yield f"{series.name}: the bars are as long as no column of the table"
        for row, bar in zip(found, series.marks, strict=True):
            if bar["label"] and not any(is_written(v, bar["label"]) for v in numbers(row)):
                yield f"{bar['label']} is none of {row}"
        lit = [is_accent(bar) for bar in series.marks]
        if district in names and lit != [name == district for name in names]:
            yield f"in the accent are {lit} of {names}"


def nearest(ticks: Sequence[dict], y: float) -> dict:
    return min(ticks, key=lambda tick: abs(tick["y"] - y))


def numbers(row: dict) -> list[float]:
    return [value for value in row.values() if isinstance(value, int | float)]


def row_of(name: str, read: Reading) -> dict | None:
    """The row that a bar's name is of."""
    plain = _bare(name)
    return next((row for row in read.rows if plain in {_bare(w) for w in _names(row)}), None)


def _names(row: dict) -> Iterator[str]:
    for cell in row.values():
        if isinstance(cell, str):
            yield cell
            if re.fullmatch(r"\d{4}-Q\d", cell):
                yield from (Language(code).period(cell, "quarter") for code in ("zh", "en"))


def _bare(name: str) -> str:
    return re.sub(r"\s", "", name)


def signed(bar: dict, among: list[dict]) -> float:
    """A bar's length, below zero to the left of the line at which all begin or end."""
    edges = [edge for one in among for edge in (one["left"], one["right"])]
    zero = max(edges, key=lambda at: sum(abs(at - edge) <= PIXEL for edge in edges))
    right = abs(bar["left"] - zero) <= PIXEL
    return (bar["right"] - bar["left"]) * (1 if right else -1)


def proportional(rows: list[dict], lengths: list[float], column: str) -> bool:
    """Whether bars are as long as a column's values, all to the same scale."""
    values = [row[column] for row in rows]
    if column in ("year", "rank") or not all(isinstance(v, int | float) for v in values):
        return False
    longest = max(range(len(values)), key=lambda at: abs(values[at]))
    unit = lengths[longest] / values[longest] if values[longest] else 0
    return unit > 0 and all(
        abs(length - value * unit) <= 2 * PIXEL
        for length, value in zip(lengths, values, strict=True)
    )


def distances(read: Reading) -> Iterator[str]:
    """Bars along a scale of their own, each between its name and what is said of it."""
    value, zero, unit = scale(read.drawn.layout["ticks"]["x"], "x")
    for series in read.bars:
        seen = []
        for bar in series.marks:
            left, right = bar["left"], bar["right"]
            if min(abs(left - zero), abs(right - zero)) > PIXEL:
                yield f"{series.name}: a bar does not begin at zero"
            seen.append((None, value(right if abs(left - zero) < abs(right - zero) else left)))
        yield from beside(read, series, [value for _, value in seen], 2 * PIXEL / unit)
        # What is at its target has a bar of no length, which is not seen.
        shown = [{key: None if v == 0 else v for key, v in row.items()} for row in read.rows]
        rows = [{**row, "none": None} for row in shown]
        if not column_of(series, rows, "none", seen, 2 * PIXEL / unit):
            yield f"no column says {seen}"


def dots(read: Reading) -> Iterator[str]:
    """Points along a scale of their own, each beside its name."""
    value, _, unit = scale(read.drawn.layout["ticks"]["x"], "x")
    for series in read.points:
        for point in series.marks:
            name = nearest(read.drawn.layout["ticks"]["y"], point["y"])["text"]
            row, seen = row_of(name, read), value(point["x"])
            if row is None or all(abs(seen - there) > PIXEL / unit for there in numbers(row)):
                yield f"{name} stands at {seen:.2f}"


def beside(read: Reading, series: Series, seen: list[float], off: float) -> Iterator[str]:
    """What is said of bars at the right of the scale is as long as they are."""
    said = [text for text in read.texts if text["inPlot"] and NUMBER.search(text["text"])]
    end = max(middle(tick)[0] for tick in read.drawn.layout["texts"] if tick["inPlot"])
    column = [text for text in said if text["right"] > end - BESIDE and text["left"] > end - 100]
    for bar, value in zip(series.marks, seen, strict=True):
        words = min(column, key=lambda text: abs(middle(text)[1] - middle(bar)[1]))["text"]
        if abs(number(words) - value) > off + 0.5 * 10 ** -decimals(words):
            yield f"{words} stands beside a bar of {value:.1f}"


def grid(read: Reading) -> Iterator[str]:
    """Marks by indicator and year: of each kind just those that the table has."""
    ticks = read.drawn.layout["ticks"]
    year = _year_scale(ticks["x"])
    kinds: dict[str, set] = {}
    for row in read.rows:
        there = kinds.setdefault(_label(row, "availability_"), set())
        there.add((_bare(_label(row)), row["year"]))
    for series in read.points:
        seen = {
            (_bare(nearest(ticks["y"], mark["y"])["text"]), year(mark["x"]))
            for mark in series.marks
        }
        if seen != kinds.get(series.name):
            yield f"{series.name}: marked are {sorted(seen)}"


def _label(row: dict, column: str = "name_") -> str:
    return next(value for key, value in row.items() if key.startswith(column))


def tiles(read: Reading) -> Iterator[str]:
    """A tile a county: its name, its figure and its place in one tile."""
    said = [_bare(text["text"]) for text in read.texts if text["inPlot"]]
    for row in read.rows:
        name = _bare(_label(row))
        if not any(
            _tells(row["value"], words.removeprefix(name), read.missing)
            for words in said
            if name in words
        ):
            yield f"{_label(row)} {row['value']} stands on no tile"


def _tells(value: float | None, words: str, missing: str) -> bool:
    return words == missing if value is None else is_written(value, words)


# What a figure's words count in, and so does a header of the table.
TIMES = {
    "万": 1e4,
    "亿": 1e8,
    "10,000": 1e4,
    "100 million": 1e8,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}


def large_numbers(read: Reading) -> Iterator[str]:
    """Numbers in the place of a chart: each large one stands in the table, in its own year."""
    printed = [text["text"] for text in read.texts if text["inPlot"]]
    joined = _bare("".join(printed))
    headers = {c["key"]: c["header"] for c in read.drawn.card["table"]["columns"]}
    for one in (number for series in read.numbers["series"] for number in series["numbers"]):
        if not {one["when"], one["value"]} <= set(printed):
            yield f"{one['when']} {one['value']} is not printed"
        year, said = int(YEAR.search(one["when"])[0]), one["value"] + one["unit"]
        there = [
            value * times(_unit_of(headers[key]))
            for row in read.rows
            if row["year"] == year
            for key, value in row.items()
            if key != "year" and isinstance(value, int | float)
        ]
        found = NUMBER.search(said)
        if not found:  # a place in words: sixth
            if said not in [ordinal(int(value), Language("en")) for value in there]:
                yield f"{said} of {year} is none of {there}"
            continue
        size = times(said.replace(found[0], ""))
        off = 0.5000001 * 10 ** -decimals(said) * size
        if not any(abs(number(said) * size - value) <= off for value in there):
            yield f"{said} of {year} is none of {there}"
    for word in (word for fact in read.numbers["facts"] for word in fact):
        if _bare(word) not in joined:
            yield f"{word} is not printed"


def _unit_of(header: str) -> str:
    """What stands in a header's brackets: its name may have a 亿元 of its own."""
    return "".join(re.findall(r"[（(]([^（）()]*)[）)]$", header))


def times(unit: str) -> float:
    """What a unit counts in: 万元 in 10,000."""
    return next((size for name, size in TIMES.items() if name in unit), 1.0)


def legend(read: Reading) -> Iterator[str]:
    """Each name of the legend has a colour that its own series has."""
    drawn = {series.name: series for series in (*read.bars, *read.points)}
    for entry in read.drawn.layout["legend"]:
        series = drawn.get(entry["name"])
        if series is None:
            yield f"the legend has {entry['name']}, which is not drawn"
            continue
        seen = {rgb(c) for m in series.marks for c in (m["colour"], m.get("stroke", "none"))}
        shown = {rgb(colour) for colour in entry["colours"]}
        if series.marks and not {c for c in seen if c} & shown and "pattern" not in seen:
            yield f"{entry['name']} is {seen} and in the legend {shown}"


def caption(read: Reading) -> Iterator[str]:
    """The sentence is of the latest figure's year, the source of the latest figure's document."""
    said, source = (read.drawn.card["caption"][part] for part in ("sentence", "source"))
    documents = [name for name, _ in read.drawn.card["notes"]["documents"]]
    if documents and not _names_source(source, documents):
        yield f"the source is {source}, the latest figure's document {documents[0]}"
    years = YEAR.findall(said)
    latest = latest_year(read)
    if years and latest and str(latest) not in years:
        yield f"the sentence is of {years[0]}, the latest figure of {latest}"


# Who published the latest figure is not named where nobody knows, or where all copy others.
UNNAMED = ("未注明", "原发媒体未注明", "Medium not stated", "维基百科", "Wikipedia", "百科")


def _names_source(source: str, documents: list[str]) -> bool:
    """Whether a line names the one document, or the first one's publisher and how many."""
    if len(documents) == 1:
        (title,) = re.findall("《(.+)》|, (.+?) [(]|, (.+)$", documents[0])[:1]
        return _bare(re.sub("（[^（）]*）$", "", max(title))) in _bare(source)
    publisher = re.split("《|（| [(]|, ", documents[0])[0]
    named = publisher in source or publisher.startswith(UNNAMED)
    return named and str(len(documents)) in source


def latest_year(read: Reading) -> int | None:
    """The last year in which the district is drawn, or has a figure in a table of years."""
    district = read.drawn.card["caption"]["district"]
    drawn = [series.marks for series in read.points if series.is_line and series.name == district]
    if read.kind == "lines" and drawn:  # a table may have more than is drawn: incomes of a ratio
        year = _year_scale(read.drawn.layout["ticks"]["x"])
        return max(year(mark["x"]) for mark in drawn[0])
    ours = [row for row in read.rows if district in row.values()] or read.rows
    measures = [key for key in ours[0] if key not in ("year", "note", "time_period")]
    years = [
        row["year"]
        for row in ours
        if "year" in row and any(isinstance(row[key], int | float) for key in measures)
    ]
    return max(years, default=None)


def rgb(colour: str) -> tuple[int, ...] | str | None:
    """A colour in one way of writing it; none for no colour."""
    if colour.startswith("url"):
        return "pattern"
    if colour.startswith("#"):
        return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    found = re.findall(r"[\d.]+", colour)
    return tuple(int(float(part)) for part in found[:3]) if found else None


def is_accent(mark: dict) -> bool:
    """Whether a mark is in the accent; a hollow one has its colour around it."""
    return rgb(LIGHT.accent) in (rgb(mark["colour"]), rgb(mark.get("stroke", "none")))


READERS = {
    "columns": columns,
    "lines": lines,
    "bars": bars,
    "distances": distances,
    "dots": dots,
    "grid": grid,
    "numbers": large_numbers,
    "tiles": tiles,
}
