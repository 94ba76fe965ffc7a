"""What has reached the people: cards of their own, incomes, population."""

from indicators import charts, sentences
from indicators.exhibits.by_area import by_area
from indicators.exhibits.by_county import by_county
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.named import Table

CARDS = (
    "new_school_places",
    "medical_consortium_groups",
    "new_community_health_centres",
    "medical_insurance_window_visits",
    "insurance_registration_minutes",
    "monitored_households",
    "risk_removed_households",
    "village_first_secretaries",
    "skills_trained",
    "startup_loans",
    "urban_disposable_income_growth_pct",
    "rural_disposable_income",
)
RATIO = Exhibit(
    "urban_rural_ratio_by_area",
    query="incomes_by_area_and_year",
    chart=charts.urban_rural_ratio_by_area_and_year,
    measures="urban_rural_ratio",
    decimals=2,
    columns="year name=area urban_income=urban_disposable_income "
    "rural_income=rural_disposable_income urban_rural_ratio published_ratio",
    says="card",
    sentence=sentences.income_ratio,
)
POPULATION = Exhibit(
    "resident_population",
    about="resident_population",
    query="values_by_scope_and_year",
    chart=charts.values_by_scope_and_year,
    columns="year name=scope value=measured note",
    says="card",
    note=sentences.two_scopes,
    breaks=True,
    worded=sentences.with_scope,
)
REGISTERED = by_county("registered_by_county", "registered_population")
CENSUS = Table(
    "census_by_indicator",
    columns="name unit_words=unit value_words=figure rank_words=rank least_words=least "
    "most_words=most",
    worded=sentences.with_range,
)


def _income(name: str, indicator: str) -> Exhibit:
    return by_area(f"{name}_by_area", indicator, breaks=True)


ROWS = (
    (
        _income("urban_income", "urban_disposable_income"),
        _income("rural_income", "rural_disposable_income"),
    ),
    (
        _income("urban_income_growth", "urban_disposable_income_growth_pct"),
        _income("rural_income_growth", "rural_disposable_income_growth_pct"),
    ),
    (RATIO, POPULATION),
    (REGISTERED,),
    (CENSUS,),
)
