"""The fields of an address: each is one thing that a reader chooses, written there in codes.

A page names its own beside its filters; those of the sidebar are here, for every page has them.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, TypeVar

import pandas as pd

from indicators import clock, store
from indicators.language import CODES

Value = TypeVar("Value")

# What a link may say: no name in data/ is longer, and no page needs more of them. Whatever is
# chosen is kept for the session and written into every address of its pages.
LONGEST_TEXT = 64
MOST_TEXTS = 50


@dataclass(frozen=True)
class Field(Generic[Value]):
    """One thing that a reader chooses; in the address under its name, always in codes."""

    name: str
    key: str  # of its widget, before the language
    stays: bool = False  # as it is where a link does not name it
    nothing: ClassVar[object] = ""  # its value where nothing is chosen

    def read(self, text: str) -> tuple[Value | None, list[str]]:
        """What a text of an address means, None if it means nothing; and what of it does not."""
        raise NotImplementedError

    def write(self, value: Value) -> str:
        """A value as an address carries it."""
        return str(value)

    def widget_key(self, code: str) -> str:
        """The widget's key in a language: Streamlit drops a value whose labels change."""
        return f"{self.key}-{code}"


class Text(Field[str]):
    """A code that stands as it is: what it may be depends on what the page can show."""

    def read(self, text: str) -> tuple[str | None, list[str]]:
        return (text, []) if len(text) <= LONGEST_TEXT else (None, [text])


@dataclass(frozen=True)
class Code(Text):
    """One code of a look-up."""

    table: str = ""  # the query whose first column has the codes

    def read(self, text: str) -> tuple[str | None, list[str]]:
        return (text, []) if text in _codes(self.table) else (None, [text])


@dataclass(frozen=True)
class OneOf(Text):
    """One of a few codes that the program itself knows."""

    options: tuple[str, ...] = ()

    def read(self, text: str) -> tuple[str | None, list[str]]:
        return (text, []) if text in self.options else (None, [text])


class Texts(Field[tuple[str, ...]]):
    """Several names, of which only the page knows whether there are such."""

    nothing = ()

    def read(self, text: str) -> tuple[tuple[str, ...], list[str]]:
        parts = _parts(text)
        there = [part for part in parts if len(part) <= LONGEST_TEXT][:MOST_TEXTS]
        return tuple(there), [part for part in parts if part not in there]

    def write(self, value: tuple[str, ...]) -> str:
        return ",".join(value)


@dataclass(frozen=True)
class Codes(Texts):
    """Several codes of a look-up, in its order."""

    table: str = ""  # the query whose first column has the codes

    def read(self, text: str) -> tuple[tuple[str, ...], list[str]]:
        codes = _parts(text)
        known = _codes(self.table)
        there = tuple(code for code in known if code in codes)
        return there, [code for code in codes if code not in known]


class Day(Field[date]):
    """A day, as 2025-12-31."""

    nothing = None

    def read(self, text: str) -> tuple[date | None, list[str]]:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return None, [text]
        return (day, []) if day.isoformat() == text else (None, [text])


class Year(Field[int]):
    """A year of which something is known."""

    def read(self, text: str) -> tuple[int | None, list[str]]:
        first, last = span()
        years = {str(year): year for year in range(first, last + 1)}
        return years.get(text), [] if text in years else [text]


class Tongue(Field[str]):
    """A language, by its code; each is called the same in all of them."""

    def widget_key(self, code: str) -> str:
        return self.key

    def read(self, text: str) -> tuple[str | None, list[str]]:
        return (text, []) if text in CODES else (None, [text])


FROM = Year("from", "first_year", stays=True)
TO = Year("to", "last_year", stays=True)
SECTOR = Codes("sector", "sectors", table="sectors")
LANG = Tongue("lang", "lang", stays=True)


def _codes(table: str) -> list[str]:
    return list(store.query(table).rows.iloc[:, 0])


def _parts(text: str) -> list[str]:
    """What a text of an address lists."""
    return [part for part in text.split(",") if part]


def lineage() -> tuple[str, ...]:
    """The district that this is about, its city, its province and the country."""
    return store.kept(_lineage, store.query("areas"))


def _lineage(areas: pd.DataFrame) -> tuple[str, ...]:
    parents = dict(zip(areas["ref_area"], areas["parent"], strict=True))
    line = [areas.loc[areas["is_home"], "ref_area"].iloc[0]]
    while parents[line[-1]] in parents:
        line.append(parents[line[-1]])
    return tuple(line)


def span() -> tuple[int, int]:
    """The first and the last year of which anything is known of the district."""
    this_year = clock.today().year
    published = store.query("years", area=lineage()[0], this_year=this_year).rows.iloc[0]
    years = (published["first_year"], published["last_year"], *store.order_years())
    return int(min(years)), int(max(years))
