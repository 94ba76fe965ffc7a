"""The tables of data/, column by column, and their rows checked cell by cell.

One pydantic model a table, in the order of schema.sql. An empty cell is left out of the
model's input, so a column without a default must be filled.
"""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, ValidationError

from indicators.gate.files import Line
from indicators.gate.forms import (
    Address,
    Code,
    Date,
    Decimals,
    Expected,
    Number,
    Period,
    Place,
    Text,
    Year,
    YesOrNo,
    one_of,
)
from indicators.gate.problems import Problem


class Row(BaseModel):
    """A row of a table, with what holds between the rows.

    `unique`: the columns that no two rows may share, all taken together; the key comes first.
    `known`: the columns whose code must be the key of another table.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    unique: ClassVar[tuple[tuple[str, ...], ...]] = ()
    known: ClassVar[dict[str, str]] = {}


class Sector(Row):
    sector: Code
    name_zh: Text
    name_en: Text
    position: Place

    unique = (("sector",), ("position",))


class Area(Row):
    ref_area: Code
    name_zh: Text
    name_en: Text
    level: one_of("country", "province", "city", "county", "zone")
    parent: Code = None
    is_home: YesOrNo
    tile_row: Place = None
    tile_column: Place = None

    unique = (("ref_area",), ("tile_row", "tile_column"))
    known = {"parent": "areas"}


class Source(Row):
    source: Code
    title: Text
    publisher: Text
    published_on: Date = None
    url: Address = None
    kind: one_of("official", "newspaper", "encyclopaedia", "other")

    unique = (("source",),)


class Indicator(Row):
    indicator: Code
    sector: Code
    name_zh: Text
    name_en: Text
    unit_zh: Text
    unit_en: Text
    decimals: Decimals
    better: one_of("higher", "lower", "neither")
    kind: one_of("flow", "stock", "rate", "growth", "rank")
    growth_of: Code = None
    headline: Place = None
    definition_zh: Text
    definition_en: Text

    unique = (("indicator",), ("headline",))
    known = {"sector": "sectors", "growth_of": "indicators"}


class Breakdown(Row):
    breakdown: Code
    dimension: Code
    name_zh: Text
    name_en: Text

    unique = (("breakdown",),)


class Observation(Row):
    indicator: Code
    ref_area: Code
    time_period: Period
    coverage: one_of("year", "quarter", "year_to_date", "month", "point")
    breakdown: Code = None
    obs_value: Number = None
    obs_status: one_of("A", "P", "E")
    scope: one_of("whole_jurisdiction", "excluding_zones", "unstated") = None
    source: Code
    note: Text = None

    unique = (("indicator", "ref_area", "time_period", "coverage", "breakdown", "scope", "source"),)
    known = {
        "indicator": "indicators",
        "ref_area": "areas",
        "breakdown": "breakdowns",
        "source": "sources",
    }


class Target(Row):
    indicator: Code
    ref_area: Code
    time_period: Year
    target_value: Number
    source: Code
    note: Text = None

    unique = (("indicator", "ref_area", "time_period"),)
    known = {"indicator": "indicators", "ref_area": "areas", "source": "sources"}


class Break(Row):
    indicator: Code
    ref_area: Code
    time_period: Period
    reason_zh: Text
    reason_en: Text

    unique = (("indicator", "ref_area", "time_period"),)
    known = {"indicator": "indicators", "ref_area": "areas"}


class Project(Row):
    project: Code
    name_zh: Text
    name_en: Text
    sector: Code
    ref_area: Code
    status: one_of("planned", "under_construction", "completed")
    started_on: Date = None
    capacity_zh: Text = None
    source: Code
    note: Text = None

    unique = (("project",),)
    known = {"sector": "sectors", "ref_area": "areas", "source": "sources"}


class RedSite(Row):
    site: Code
    name_zh: Text
    name_en: Text
    source: Code
    note: Text = None

    unique = (("site",),)
    known = {"source": "sources"}


TABLES: dict[str, type[Row]] = {
    "sectors": Sector,
    "areas": Area,
    "sources": Source,
    "indicators": Indicator,
    "breakdowns": Breakdown,
    "observations": Observation,
    "targets": Target,
    "breaks": Break,
    "projects": Project,
    "red_sites": RedSite,
}


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table, in the order of its file."""
    return tuple(TABLES[table].model_fields)


def row(table: str, line: Line, found: list[Problem]) -> dict | None:
    """One checked row with its file and line; None, and the problems, where a cell is wrong."""
    filled = {column: text for column, text in line.cells.items() if text}
    try:
        checked = TABLES[table].model_validate(filled)
    except ValidationError as error:
        found.extend(_problems(table, line, error))
        return None
    return {**checked.model_dump(), "file": line.file, "line": line.line}


def _problems(table: str, line: Line, error: ValidationError) -> Iterator[Problem]:
    for details in error.errors():
        column = details["loc"][0]
        expected = _expected(table, column)
        said = details.get("ctx", {})
        yield line.problem(column, said.get("zh", expected.zh), said.get("en", expected.en))


def _expected(table: str, column: str) -> Expected:
    metadata = TABLES[table].model_fields[column].metadata
    return next(item for item in metadata if isinstance(item, Expected))
