"""The choice in an address: codes, never translated labels, and what a bad link asks for."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from indicators.filters.choice import Choice
from indicators.filters.fields import FROM, LANG, SECTOR, TO, Field

# As an address has it, %-signs and all: some fifty towns beside everything else.
LONGEST_LINK = 2048

# In every page's address. What single pages add stands between the sectors and the language.
_FIRST, _LAST = (FROM, TO, SECTOR), (LANG,)


def fields(of_page: Sequence[Field[Any]] = ()) -> tuple[Field[Any], ...]:
    """All fields of a page's address, in their order."""
    return (*_FIRST, *of_page, *_LAST)


def is_too_long(link: Mapping[str, str]) -> bool:
    """Whether no page of ours wrote a link: it has more than all filters could fill."""
    return len(urlencode(link)) > LONGEST_LINK


def follow(
    link: Mapping[str, str], before: Choice, of_page: Sequence[Field[Any]]
) -> tuple[Choice, list[tuple[str, str]]]:
    """The choice with a link's values, and the (name, text) pairs that mean nothing.

    A field of the page that the link does not name is as if nothing were chosen; so are the
    sectors. Years and language stay, and so does what other pages alone are filtered by, and
    what a link names by a text that means nothing.
    """
    values, refused = dict(before.values), []
    for field in fields(of_page):
        if field.name not in link:
            values = values if field.stays else {**values, field.name: field.nothing}
            continue
        value, unknown = field.read(link[field.name])
        refused += [(field.name, text) for text in unknown]
        if value is not None:
            values[field.name] = value
    return Choice(values), refused


def write(choice: Choice, of_page: Sequence[Field[Any]] = ()) -> dict[str, str]:
    """The choice as a page's address carries it; what is not chosen is left out."""
    return {
        field.name: field.write(choice[field])
        for field in fields(of_page)
        if choice[field] not in (field.nothing, None)
    }
