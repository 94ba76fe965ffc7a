"""Afforestation, forestry, air, and public works."""

from indicators import charts, sentences
from indicators.exhibits.by_area import by_area
from indicators.exhibits.exhibit import Exhibit

AFFORESTATION = Exhibit(
    "afforestation_by_year",
    chart=charts.afforestation_by_year,
    columns="year afforested=afforestation_area afforested_hectares share_of_land_pct",
    also="land_area",
    says="card",
)
FORESTRY = Exhibit(
    "forestry_work",
    about="forestry_work_area",
    query="values_by_breakdown",
    chart=charts.values_by_breakdown,
    columns="year name=category value=measured note",
    says="card",
    sentence=sentences.largest_part,
)
# Air is measured in the built-up area: a zone of the areas table, not the district.
AIR = by_area("good_air_days_by_area", "good_air_days", level="zone")
WORKS = Exhibit(
    "transport_and_water",
    about="transport_investment water_investment",
    query="values_by_year",
    chart=charts.pair_by_year,
    measures="value",
    columns="year name value=investment",
    says="together",
)
ROWS = (
    (AFFORESTATION, FORESTRY),
    (by_area("forest_coverage_by_area", "forest_coverage_pct"), AIR),
    (WORKS,),
)
