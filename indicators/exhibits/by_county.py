"""An indicator of the district among the other counties of its city, year by year."""

from indicators import charts
from indicators.exhibits.exhibit import Exhibit


def by_county(name: str, indicator: str, *, says: str = "card") -> Exhibit:
    """A line a county, the district's in the accent; quiet where there are too few years."""
    return Exhibit(
        name,
        about=indicator,
        query="values_by_area_and_year",
        chart=charts.counties_by_year,
        columns="year name=county value=measured note",
        level="county",
        says=says,
        is_quiet=True,
        least_years=3,
        like="by_county",
    )
