"""Places among the counties of the city, and any indicator beside city, province and country."""

from dataclasses import replace

from indicators import charts, filters, sentences
from indicators.exhibits.by_area import by_area
from indicators.exhibits.by_county import by_county
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.named import Listing
from indicators.filters import Selection
from indicators.language import Language

RANKS = Exhibit(
    "ranks_by_area",
    chart=charts.ranks_by_area,
    columns="year name=county value=measured rank note",
    sentence=sentences.place,
    note=sentences.unranked,
    like="place",
)
TILES = replace(
    RANKS, name="tiles_by_area", query="ranks_by_area", chart=charts.tiles_by_area, hollow=False
)
PLACES = replace(
    RANKS,
    name="ranks_by_area_and_year",
    chart=charts.ranks_by_area_and_year,
    measures="rank",
    columns="year name=county rank value=measured",
    hollow=False,
    sentence=sentences.places,
    is_quiet=True,
    least_years=3,
    like="any",
)
COUNTIES = by_county("values_by_county", "")
LINEAGE = by_area("lineage_by_year", "")
INDEX = Exhibit(
    "index_by_area_and_year",
    chart=charts.index_by_area_and_year,
    measures="index_value",
    decimals=1,
    columns="year name=area value=measured note index_value",
    says="card",
    sentence=sentences.index,
    note=sentences.not_indexed,
)
BESIDE_HOME = Listing(
    "figures_beside_home", columns="", asks={"area": ""}, cells=sentences.beside_home
)
ROWS = ((RANKS, TILES), (COUNTIES,), (PLACES,), (LINEAGE,), (INDEX,), (BESIDE_HOME,))


def ranked(exhibit: Exhibit, indicator: str, year: int) -> Exhibit:
    """The places in one indicator and year."""
    return replace(exhibit.of(indicator), asks={"year": year})


def beside_home(county: str, selection: Selection) -> Exhibit:
    """All figures of another county, each beside ours."""
    words = {
        "county": filters.names("areas", selection.language)[county],
        "home": selection.district,
    }
    return replace(BESIDE_HOME, asks={"area": county}, words=words)


def indexed(indicator: str, base: int, language: Language) -> Exhibit:
    """The index of one indicator on a base year."""
    words = {"base": language.year(base)}
    return replace(INDEX.of(indicator), asks={"base_year": base}, words=words)
