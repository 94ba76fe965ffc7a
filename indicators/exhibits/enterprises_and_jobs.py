"""New enterprises, and the jobs with them."""

from indicators import charts
from indicators.exhibits.exhibit import Exhibit

MARKET_ENTITIES = Exhibit(
    "market_entities_by_year",
    query="enterprises_by_year",
    chart=charts.market_entities_by_year,
    columns="year new_market_entities city_new_market_entities share_of_city_pct",
    levels=2,
    says="card",
)
FIVE_ABOVE = Exhibit(
    "five_above_by_year",
    query="enterprises_by_year",
    chart=charts.five_above_by_year,
    columns="year new_five_above_enterprises new_five_above_rank_in_city",
    says="card",
)
JOBS = Exhibit(
    "jobs_by_year",
    chart=charts.jobs_by_year,
    measures="new_urban_jobs skills_trained",
    columns="year new_urban_jobs skills_trained",
    says="together",
)
LOANS = Exhibit(
    "startup_loans_by_year",
    query="jobs_by_year",
    columns="year startup_loans",
    says="card",
)
ROWS = ((MARKET_ENTITIES, FIVE_ABOVE), (JOBS, LOANS))
