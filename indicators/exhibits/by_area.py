"""An indicator of the district beside its city, province and country."""

from indicators import charts
from indicators.exhibits.exhibit import Exhibit


def by_area(
    name: str,
    indicator: str,
    *,
    level: str = "",
    says: str = "card",
    breaks: bool = False,
) -> Exhibit:
    """A line an area, year by year; it says the district's report sentence."""
    return Exhibit(
        name,
        about=indicator,
        query="values_by_area_and_year",
        chart=charts.values_by_area_and_year,
        columns="year name=area value=measured note",
        level=level,
        says=says,
        breaks=breaks,
    )
