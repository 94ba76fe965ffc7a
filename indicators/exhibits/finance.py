"""The district's budget, and how it stands among the other counties."""

from indicators import charts, sentences
from indicators.exhibits.by_county import by_county
from indicators.exhibits.exhibit import Exhibit

CARDS = (
    "general_budget_revenue_growth_pct",
    "total_fiscal_revenue",
    "transfer_payments",
    "special_funds",
    "new_general_bonds",
    "new_special_bonds",
    "jiangsu_shaanxi_aid",
    "ccb_aid",
)
BUDGET = Exhibit(
    "budget_by_year",
    query="finance_by_area_and_year",
    chart=charts.budget_by_year,
    columns="year revenue=general_public_budget_revenue "
    "expenditure=general_public_budget_expenditure self_sufficiency_pct",
    measures="expenditure revenue",
    also="general_budget_revenue",
    levels=1,
    sentence=sentences.budget,
)
SELF_SUFFICIENCY = Exhibit(
    "self_sufficiency_by_county",
    about="general_public_budget_revenue general_public_budget_expenditure",
    query="finance_by_area_and_year",
    chart=charts.self_sufficiency_by_county,
    columns="year name=county revenue=general_public_budget_revenue "
    "expenditure=general_public_budget_expenditure self_sufficiency_pct",
    measures="self_sufficiency_pct",
    decimals=1,
    also="general_budget_revenue",
    level="county",
    says="card",
    sentence=sentences.self_sufficiency,
    is_quiet=True,
    like="by_county",
)
EXPENDITURE = by_county("expenditure_by_county", "general_public_budget_expenditure")
ROWS = ((BUDGET,), (SELF_SUFFICIENCY,), (EXPENDITURE,))
