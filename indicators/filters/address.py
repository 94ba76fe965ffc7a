"""The choice in an address: codes, never translated labels, and what a bad link asks for."""

from dataclasses import replace
from datetime import date

from indicators import clock, language, store
from indicators.filters.choice import Choice

# Fields that stand in the address as they are, under their own name.
PLAIN = ("as_of", "indicator", "year", "section")


def span(home: str) -> tuple[int, int]:
    """The first and the last year of which anything is known."""
    published = store.query("years", area=home, this_year=clock.today().year).iloc[0]
    years = (published["first_year"], published["last_year"], *store.order_years())
    return int(min(years)), int(max(years))


def from_query(
    asked: dict[str, str], known: Choice, home: str
) -> tuple[Choice, list[tuple[str, str]]]:
    """The choice with a link's values, and the (name, value) pairs that were not understood."""
    earliest, latest = span(home)
    years = {str(year): year for year in range(earliest, latest + 1)}
    refused = []
    found: dict[str, object] = {}
    for name, part in (("from", "first_year"), ("to", "last_year")):
        if asked.get(name, "") in years:
            found[part] = years[asked[name]]
        elif name in asked:
            refused.append((name, asked[name]))
    for name, part in (("sector", "sectors"), ("tier", "tiers")):
        codes = _listed(asked, name)
        known_codes = list(store.query(part).iloc[:, 0])
        found[part] = tuple(code for code in known_codes if code in codes)
        refused += [(name, code) for code in codes if code not in known_codes]
    found["towns"] = _listed(asked, "town")  # which there are, only the ledger knows
    found |= {name: asked.get(name, "") for name in PLAIN}
    if found["as_of"] and not _is_day(found["as_of"]):
        refused.append(("as_of", found.pop("as_of")))
    if asked.get("lang") in language.CODES:
        found["lang"] = asked["lang"]
    elif "lang" in asked:
        refused.append(("lang", asked["lang"]))
    return replace(known, **found), refused


def as_query(choice: Choice) -> dict[str, str]:
    query = {"from": str(choice.first_year), "to": str(choice.last_year)}
    for name, codes in (("sector", choice.sectors), ("tier", choice.tiers), ("town", choice.towns)):
        if codes:
            query[name] = ",".join(codes)
    for name in PLAIN:
        if getattr(choice, name):
            query[name] = getattr(choice, name)
    return {**query, "lang": choice.lang}


def _listed(asked: dict[str, str], name: str) -> tuple[str, ...]:
    return tuple(part for part in asked.get(name, "").split(",") if part)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
