"""Key projects: investment against plan, their number, starts, categories; named projects."""

from indicators import charts, sentences
from indicators.exhibits.by_area import by_area
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.named import Table

INVESTMENT = Exhibit(
    "investment_by_year",
    chart=charts.investment_by_year,
    measures="completed completed_to_date planned",
    columns="year completed=district_key_projects_investment "
    "planned=district_key_projects_planned_investment completed_pct published_completed_pct "
    "completed_to_date to_date_month",
    says="card",
    note=sentences.about_plans,
)
PROJECTS = Exhibit(
    "projects_by_year",
    query="investment_by_year",
    columns="year projects=district_key_projects",
    says="card",
)
FIXED_ASSETS = by_area("fixed_asset_investment_growth_by_area", "fixed_asset_investment_growth_pct")
STARTS = Exhibit(
    "project_starts_by_quarter",
    chart=charts.project_starts_by_quarter,
    columns="time_period projects=quarterly_project_starts municipal_projects "
    "total_investment=quarterly_project_starts_investment municipal_investment note",
    says="card",
    sentence=sentences.starts,
    note=sentences.notes_by_period,
)
CATEGORIES = Exhibit(
    "planned_investment_by_category",
    chart=charts.planned_investment_by_category,
    columns="year name=category planned_investment=district_key_projects_planned_investment "
    "planned_projects=district_key_projects_planned share_pct",
    says="card",
    sentence=sentences.largest_part,
)
NAMED = Table(
    "projects",
    columns="name=project sector status_words=status capacity_zh=capacity note "
    "source_words=document",
    worded=sentences.projects,
)
ROWS = ((INVESTMENT,), (PROJECTS, FIXED_ASSETS), (STARTS, CATEGORIES), (NAMED,))
