"""The overview's picture: what its judgement is about, over the years and among the counties."""

from dataclasses import replace

from indicators.exhibits import enterprises_and_jobs, environment, finance, investment, livelihood
from indicators.exhibits.by_area import by_area
from indicators.exhibits.comparison import PLACES
from indicators.exhibits.indicator import TREND
from indicators.exhibits.layout import Rows, sectors
from indicators.filters import Selection

GDP = replace(TREND.of("gdp"), part="gdp", says="page")
RANKS = replace(PLACES.of("gdp"), part="gdp")
GROWTH = by_area("gdp_growth_by_area", "gdp_growth_pct", says="page")
ROWS = ((GDP, RANKS), (GROWTH,))
# The pages of fields; of a sector that several tell of, the first.
_FIELDS = (investment, enterprises_and_jobs, finance, livelihood, environment)


def rows(selection: Selection) -> tuple[Rows, Rows]:
    """The picture, and what stands at the end: GDP beside its places, and last its growth.

    Where there are no places the growth takes theirs.
    """
    if RANKS.includes(selection) and RANKS.ready(selection):
        return ((GDP, RANKS),), ((GROWTH,),)
    return ((GDP, GROWTH),), ()


def pages() -> dict[str, str]:
    """Sector → the page that tells of it."""
    return {
        sector: module.__name__.rpartition(".")[2]
        for module in reversed(_FIELDS)
        for sector in sectors(module.ROWS)
    }
