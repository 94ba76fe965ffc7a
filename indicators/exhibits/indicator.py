"""Any indicator of the district: its trend, and beside city, province and country."""

from dataclasses import replace

from indicators import charts
from indicators.exhibits.comparison import LINEAGE
from indicators.exhibits.exhibit import Exhibit
from indicators.filters import Selection
from indicators.rows import Row

TREND = Exhibit(
    "trend_by_year",
    query="values_by_year",
    chart=charts.trend_by_year,
    measures="value",
    aims="target",
    columns="year value=measured note",
    says="page",
)
BESIDE = replace(LINEAGE, says="page")
ROWS = ((TREND,), (BESIDE,))


def beside(indicator: Row, selection: Selection) -> list[Exhibit]:
    """The district beside others: of what can be compared, where another has a figure."""
    exhibit = BESIDE.of(indicator.indicator)
    if indicator.kind not in ("rate", "growth"):
        return []
    rows = exhibit.answer(selection).rows
    several = rows.loc[rows["value"].notna(), "ref_area"].nunique() > 1
    return [exhibit] if several else []
