"""The exhibits of the overview, below its cards."""

from indicators.exhibits.by_area import by_area

ROWS = ((by_area("gdp_growth_by_area", "gdp_growth_pct"),),)
