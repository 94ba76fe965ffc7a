"""One chart a function: the rows of a query in, a figure out. No chart fetches or shows.

Every function takes `rows` (as its query returns them), the reader's `language` and the `look`,
and draws missing figures as gaps with a word, never as zero. A subject has a room of its own;
what they are made of is in figures, years, columns, bars and lines.
"""

from indicators.charts.areas import (
    index_by_area_and_year,
    ranks_by_area,
    ranks_by_area_and_year,
    tiles_by_area,
)
from indicators.charts.bars import values_by_breakdown
from indicators.charts.columns import pair_by_year, series_by_year
from indicators.charts.coverage import coverage_by_indicator_and_year
from indicators.charts.enterprises_and_jobs import (
    five_above_by_year,
    jobs_by_year,
    market_entities_by_year,
)
from indicators.charts.environment import afforestation_by_year
from indicators.charts.finance import budget_by_year, self_sufficiency_by_county
from indicators.charts.investment import (
    investment_by_year,
    planned_investment_by_category,
    project_starts_by_quarter,
)
from indicators.charts.learning import party_members_by_group
from indicators.charts.lines import (
    counties_by_year,
    values_by_area_and_year,
    values_by_scope_and_year,
)
from indicators.charts.livelihood import urban_rural_ratio_by_area_and_year
from indicators.charts.marks import marks
from indicators.charts.numbers import numbers
from indicators.charts.orders import (
    completion_by_tier,
    days_to_close_by_month,
    orders_by_group,
    orders_by_stage,
    satisfaction_by_town,
)
from indicators.charts.targets import (
    distance_by_target,
    done_by_target,
)
from indicators.charts.trends import trend_by_year

# Charts of series over the years: of one figure or two there is none.
OVER_YEARS = (
    afforestation_by_year,
    budget_by_year,
    five_above_by_year,
    investment_by_year,
    jobs_by_year,
    market_entities_by_year,
    pair_by_year,
    series_by_year,
    trend_by_year,
    urban_rural_ratio_by_area_and_year,
    values_by_area_and_year,
    values_by_scope_and_year,
)

__all__ = [
    "OVER_YEARS",
    "afforestation_by_year",
    "budget_by_year",
    "completion_by_tier",
    "counties_by_year",
    "coverage_by_indicator_and_year",
    "days_to_close_by_month",
    "distance_by_target",
    "done_by_target",
    "five_above_by_year",
    "index_by_area_and_year",
    "investment_by_year",
    "jobs_by_year",
    "market_entities_by_year",
    "marks",
    "numbers",
    "orders_by_group",
    "orders_by_stage",
    "pair_by_year",
    "party_members_by_group",
    "planned_investment_by_category",
    "project_starts_by_quarter",
    "ranks_by_area",
    "ranks_by_area_and_year",
    "satisfaction_by_town",
    "self_sufficiency_by_county",
    "series_by_year",
    "tiles_by_area",
    "trend_by_year",
    "urban_rural_ratio_by_area_and_year",
    "values_by_area_and_year",
    "values_by_breakdown",
    "values_by_scope_and_year",
]
