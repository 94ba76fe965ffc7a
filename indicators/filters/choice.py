"""What a reader has chosen, in codes, and as the pages use it."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from indicators.language import Language
from indicators.style import Look


@dataclass(frozen=True)
class Choice:
    """What a reader has chosen, in codes."""

    first_year: int
    last_year: int
    sectors: tuple[str, ...]
    lang: str
    # Of the livelihood orders: whose, where, and as of which day; empty for all and the last.
    tiers: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    as_of: str = ""
    # Of the comparison: what is compared, and in which year; empty for the first that there is.
    indicator: str = ""
    year: str = ""
    # Of the data page: which part of it is open; empty for the first.
    section: str = ""


@dataclass(frozen=True)
class Selection:
    """The choice as the pages use it."""

    home: str  # ref_area of the district
    lineage: tuple[str, ...]  # the district, its city, province and country
    district: str  # its name in the reader's language
    first_year: int
    last_year: int  # the year in focus
    sectors: tuple[str, ...]  # none chosen: all
    sector_names: str  # in the reader's language: 项目投资、就业创业, or 全部领域
    language: Language
    look: Look
    query: dict[str, str] = field(hash=False)  # as a link carries it: codes, never labels

    @property
    def years(self) -> dict[str, int]:
        """The years as queries take them."""
        return {"first_year": self.first_year, "last_year": self.last_year}

    @property
    def years_in_words(self) -> str:
        """The years chosen, as the reader's language writes them: 2017—2025年."""
        return self.language.years(self.first_year, self.last_year)

    @property
    def indicator_page(self) -> str:
        """The address of the page of an indicator, up to its code."""
        asked = {key: value for key, value in self.query.items() if key != "indicator"}
        return f"indicator?{urlencode(asked, safe=',')}&indicator="

    def includes(self, *sectors: str) -> bool:
        """Whether the reader wants to see any of these sectors."""
        return not self.sectors or bool(set(self.sectors) & set(sectors))
