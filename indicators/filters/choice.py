"""What a reader has chosen, in codes, and as the pages use it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from indicators.filters.fields import FROM, TO, Field, Value
from indicators.language import Language
from indicators.style import Look


@dataclass(frozen=True)
class Choice:
    """What is chosen of each field, by the field's name; of those not there, nothing is."""

    values: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, chosen: Field[Value]) -> Value:
        return self.values.get(chosen.name, chosen.nothing)

    def having(self, chosen: Field[Value], value: Value) -> "Choice":
        """This with another value of one field; of the years, the other end gives way."""
        changed = Choice({**self.values, chosen.name: value})
        if chosen in (FROM, TO) and changed[FROM] > changed[TO]:
            return Choice({**changed.values, FROM.name: value, TO.name: value})
        return changed


@dataclass(frozen=True)
class Selection:
    """The choice of the sidebar, as the pages use it."""

    home: str  # ref_area of the district
    lineage: tuple[str, ...]  # the district, its city, province and country
    district: str  # its name in the reader's language
    first_year: int
    last_year: int  # the year in focus
    sectors: tuple[str, ...]  # none chosen: all
    sector_names: str  # in the reader's language: 项目投资、就业创业, or 全部领域
    language: Language
    look: Look

    @property
    def years(self) -> dict[str, int]:
        """The years as queries take them."""
        return {"first_year": self.first_year, "last_year": self.last_year}

    @property
    def years_in_words(self) -> str:
        """The years chosen, as the reader's language writes them: 2017—2025年."""
        return self.language.years(self.first_year, self.last_year)

    @property
    def product(self) -> str:
        """Whose dashboard this is: 汉滨区发展指标看板."""
        return self.language.text("app.title", district=self.district)

    def includes(self, *sectors: str) -> bool:
        """Whether the reader wants to see any of these sectors."""
        return not self.sectors or bool(set(self.sectors) & set(sectors))
