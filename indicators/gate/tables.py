"""The tables of data/, column by column, in the order of schema.sql."""

from dataclasses import dataclass, field

from indicators.gate.forms import (
    ADDRESS,
    CODE,
    DATE,
    DECIMALS,
    PERIOD,
    PLACE,
    TEXT,
    THE_YEAR,
    VALUE,
    YES_OR_NO,
    Form,
    one_of,
    optional,
)


@dataclass(frozen=True)
class Table:
    """The columns of a table and their forms, and what holds between its rows.

    `unique`: the columns that no two rows may share, all taken together; the key comes first.
    `known`: the columns whose code must be the key of another table.
    """

    columns: dict[str, Form]
    unique: tuple[tuple[str, ...], ...]
    known: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The column that names a row, of a table whose rows have one name."""
        (key,) = self.unique[0]
        return key


NAMES = {"name_zh": TEXT, "name_en": TEXT}
CITED = {"source": CODE, "note": optional(TEXT)}
SERIES = {"indicator": CODE, "ref_area": CODE}
KNOWN_SERIES = {"indicator": "indicators", "ref_area": "areas"}

TABLES: dict[str, Table] = {
    "sectors": Table(
        {"sector": CODE, **NAMES, "position": PLACE},
        unique=(("sector",), ("position",)),
    ),
    "areas": Table(
        {
            "ref_area": CODE,
            **NAMES,
            "level": one_of("country", "province", "city", "county", "zone"),
            "parent": optional(CODE),
            "is_home": YES_OR_NO,
            "tile_row": optional(PLACE),
            "tile_column": optional(PLACE),
        },
        unique=(("ref_area",), ("tile_row", "tile_column")),
        known={"parent": "areas"},
    ),
    "sources": Table(
        {
            "source": CODE,
            "title": TEXT,
            "publisher": TEXT,
            "published_on": optional(DATE),
            "url": optional(ADDRESS),
            "kind": one_of("official", "newspaper", "encyclopaedia", "other"),
        },
        unique=(("source",),),
    ),
    "indicators": Table(
        {
            "indicator": CODE,
            "sector": CODE,
            **NAMES,
            "unit_zh": TEXT,
            "unit_en": TEXT,
            "decimals": DECIMALS,
            "better": one_of("higher", "lower", "neither"),
            "kind": one_of("flow", "stock", "rate", "growth", "rank"),
            "growth_of": optional(CODE),
            "part_of": optional(CODE),
            "headline": optional(PLACE),
            "definition_zh": TEXT,
            "definition_en": TEXT,
        },
        unique=(("indicator",), ("headline",)),
        known={"sector": "sectors", "growth_of": "indicators", "part_of": "indicators"},
    ),
    "breakdowns": Table(
        {"breakdown": CODE, "dimension": CODE, "part_of": optional(CODE), **NAMES},
        unique=(("breakdown",),),
        known={"part_of": "breakdowns"},
    ),
    "observations": Table(
        {
            **SERIES,
            "time_period": PERIOD,
            "coverage": one_of("year", "quarter", "year_to_date", "month", "point"),
            "breakdown": optional(CODE),
            "obs_value": optional(VALUE),
            "obs_status": one_of("A", "P", "E"),
            "scope": optional(one_of("whole_jurisdiction", "excluding_zones", "unstated")),
            **CITED,
        },
        unique=((*SERIES, "time_period", "coverage", "breakdown", "scope", "source"),),
        known={**KNOWN_SERIES, "breakdown": "breakdowns", "source": "sources"},
    ),
    "targets": Table(
        {**SERIES, "time_period": THE_YEAR, "target_value": VALUE, **CITED},
        unique=((*SERIES, "time_period"),),
        known={**KNOWN_SERIES, "source": "sources"},
    ),
    "breaks": Table(
        {**SERIES, "time_period": PERIOD, "reason_zh": TEXT, "reason_en": TEXT},
        unique=((*SERIES, "time_period"),),
        known=KNOWN_SERIES,
    ),
    "projects": Table(
        {
            "project": CODE,
            **NAMES,
            "sector": CODE,
            "ref_area": CODE,
            "status": one_of("planned", "under_construction", "completed"),
            "started_on": optional(DATE),
            "capacity_zh": optional(TEXT),
            **CITED,
        },
        unique=(("project",),),
        known={"sector": "sectors", "ref_area": "areas", "source": "sources"},
    ),
    "red_sites": Table(
        {"site": CODE, **NAMES, **CITED},
        unique=(("site",),),
        known={"source": "sources"},
    ),
}


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table, in the order of its file."""
    return tuple(TABLES[table].columns)
