"""A district that does not exist: rows with all that data can legally be, for tests over many."""

from random import Random

HOME = "610902"
YEARS = range(2014, 2023)
SCOPES = (None, "unstated", "whole_jurisdiction", "excluding_zones")
AREAS = (
    ("CHN", "country", None),
    ("610000", "province", "CHN"),
    ("610900", "city", "610000"),
    ("610300", "city", "610000"),
    (HOME, "county", "610900"),
    ("610921", "county", "610900"),
    ("610922", "county", "610900"),
    ("610923", "county", "610900"),
    ("610321", "county", "610300"),
    ("610900-ZONE", "zone", "610900"),
)
# Those that queries name themselves, and one of each kind and direction.
INDICATORS = (
    ("gdp", "flow", "higher", "亿元"),
    ("gdp_growth_pct", "growth", "higher", "%"),
    ("gdp_growth_at_prices_pct", "growth", "higher", "%"),
    ("accidents", "flow", "lower", "起"),
    ("debt", "stock", "lower", "亿元"),
    ("births", "flow", "neither", "人"),
    ("jobless_rate", "rate", "lower", "%"),
    ("air_rank", "rank", "lower", "位"),
    ("land_area", "stock", "neither", "平方公里"),
    ("afforestation_area", "flow", "higher", "万亩"),
    ("forest_coverage_pct", "rate", "higher", "%"),
    ("new_market_entities", "flow", "higher", "户"),
    ("new_five_above_enterprises", "flow", "higher", "户"),
    ("new_five_above_rank_in_city", "rank", "lower", "位"),
    ("new_urban_jobs", "flow", "higher", "人"),
    ("skills_trained", "flow", "higher", "人"),
    ("startup_loans", "flow", "higher", "万元"),
    ("urban_disposable_income", "flow", "higher", "元"),
    ("rural_disposable_income", "flow", "higher", "元"),
    ("urban_rural_income_ratio", "rate", "lower", "农村=1"),
    ("party_members", "stock", "neither", "人"),
    ("livelihood_actions_planned", "flow", "higher", "项"),
    ("livelihood_actions_completed", "flow", "higher", "项"),
    ("district_key_projects", "flow", "higher", "个"),
    ("district_key_projects_investment", "flow", "higher", "亿元"),
    ("district_key_projects_planned", "flow", "higher", "个"),
    ("district_key_projects_planned_investment", "flow", "higher", "亿元"),
    ("district_key_projects_plan_completion_pct", "rate", "higher", "%"),
    ("quarterly_project_starts", "flow", "higher", "个"),
    ("quarterly_project_starts_investment", "flow", "higher", "亿元"),
)
BREAKDOWNS = (
    ("district_leaders", "tier"),
    ("team_members", "tier"),
    ("mobile", "party_member_group"),
    ("retired", "party_member_group"),
    ("farming", "project_category"),
    ("roads", "project_category"),
    ("industry_group", "project_category"),
    ("municipal_list", "list"),
)
SOURCES = (
    ("bulletin", "official", "2023-03-31"),
    ("yearbook", "official", "2023-10"),
    ("report", "official", "2023-03-31"),
    ("undated", "official", None),
    ("paper", "newspaper", "2024-01-05"),
    ("wiki", "encyclopaedia", "2024-06"),
    ("copy", "other", "2024"),
)
KEY = ("indicator", "ref_area", "time_period", "coverage", "breakdown", "scope", "source")
PERIODS = (
    ("{}", "year"),
    ("{}", "year"),
    ("{}", "year"),
    ("{}-Q1", "quarter"),
    ("{}-Q3", "quarter"),
    ("{}-06", "year_to_date"),
    ("{}-11", "year_to_date"),
    ("{}-12", "year_to_date"),
    ("{}-05", "month"),
    ("{}-11-01", "point"),
    ("{}-06", "point"),
    ("{}", "point"),
)


def district(seed: int, figures: int = 3000) -> dict[str, list[dict]]:
    """Rows by table, the same for the same seed, as `given` takes them.

    Figures of every period and scope, with vintages, ties, zeros and missing values; targets in
    every direction, breaks of years and within them, and orders.
    """
    made = Random(seed)
    return {
        "sectors": [{"sector": code, "position": n} for n, code in enumerate(["economy", "jobs"])],
        "areas": [
            {"ref_area": code, "level": level, "parent": parent, "is_home": code == HOME}
            for code, level, parent in AREAS
        ],
        "sources": [
            {"source": code, "kind": kind, "published_on": day, "title": code}
            for code, kind, day in SOURCES
        ],
        "indicators": list(_indicators()),
        "breakdowns": [{"breakdown": code, "dimension": of} for code, of in BREAKDOWNS],
        "observations": _figures(made, figures),
        "targets": [_target(made, key) for key in _sample(made, 120)],
        "breaks": [_break(made, key) for key in _sample(made, 60)],
        "projects": [
            {"project": f"p{n}", "status": made.choice(["planned", "completed"])} for n in range(4)
        ],
        "red_sites": [{"site": "museum"}],
        "orders": [_order(made, number) for number in range(400)],
    }


def _indicators():
    for n, (code, kind, better, unit) in enumerate(INDICATORS):
        yield {
            "indicator": code,
            "kind": kind,
            "better": better,
            "unit_zh": unit,
            "sector": ("economy", "jobs")[n % 2],
            "headline": n if n % 3 == 0 else None,
            "growth_of": "gdp" if kind == "growth" else None,
        }


def _figures(made: Random, many: int) -> list[dict]:
    figures: dict[tuple, dict] = {}
    while len(figures) < many:
        for row in _of_one_year(made):
            key = [row[name] for name in KEY]
            figures[tuple(key)] = row
    return list(figures.values())


def _of_one_year(made: Random) -> list[dict]:
    """Some figures of one indicator, area, part and year, of which one can tell the year."""
    indicator, kind = made.choice(INDICATORS)[:2]
    year, scopes = made.choice(YEARS), made.sample(SCOPES, 2)
    known = {
        "indicator": indicator,
        "ref_area": made.choice([HOME, HOME, *(code for code, *_ in AREAS)]),
        "breakdown": made.choice([None, None, None, *(code for code, _ in BREAKDOWNS)]),
    }
    return [
        known | _period(made, year) | _publication(made, scopes) | {"obs_value": _value(made, kind)}
        for _ in range(made.randint(1, 5))
    ]


def _period(made: Random, year: int) -> dict:
    period, coverage = made.choice(PERIODS)
    return {"time_period": period.format(year), "coverage": coverage}


def _publication(made: Random, scopes: list[str | None]) -> dict:
    return {
        "scope": made.choice(scopes),
        "source": made.choice(SOURCES)[0],
        "obs_status": made.choice("AAAPE"),
        "note": made.choice([None, "原文“11000余本”", "原文“3.55万亿元”"]),
    }


def _value(made: Random, kind: str) -> float | None:
    if kind == "rank":
        return float(made.randint(1, 4))
    return made.choice([None, 0.0, 1.0, 2.0, 2.5, 40.0, round(made.uniform(1, 100), 1)])


def _sample(made: Random, many: int) -> list[tuple[str, str, int]]:
    keys = [(i, a, y) for i, *_ in INDICATORS for a, *_ in AREAS for y in YEARS]
    return made.sample([key for key in keys if key[1] in (HOME, "610900", "610921")], many)


def _target(made: Random, key: tuple[str, str, int]) -> dict:
    value = made.choice([0.0, 2.0, 2.5, 40.0, 80.0])
    return dict(zip(("indicator", "ref_area"), key[:2], strict=True)) | {
        "time_period": str(key[2]),
        "target_value": value,
        "source": made.choice(SOURCES)[0],
    }


def _break(made: Random, key: tuple[str, str, int]) -> dict:
    form = made.choice(["{}", "{}-06", "{}-Q3"])
    return dict(zip(("indicator", "ref_area"), key[:2], strict=True)) | {
        "time_period": form.format(key[2])
    }


def _order(made: Random, number: int) -> dict:
    raised, took, due = made.randint(1, 28), made.randint(0, 30), made.randint(1, 28)
    month = made.randint(1, 11)
    year = made.choice([2020, 2021])
    row = {
        "order_id": f"{number:04}",
        "tier": made.choice(["district_leaders", "team_members"]),
        "sector": made.choice(["economy", "jobs"]),
        "town": made.choice(["建民", "老城", "吉河"]),
        "raised_on": f"{year}-{month:02}-{raised:02}",
        "dispatched_on": f"{year}-{month:02}-{raised:02}" if number % 5 else None,
        "due_on": f"{year}-{month + 1:02}-{due:02}" if number % 3 else None,
        "completed_on": f"{year}-{month + 1:02}-{1 + took % 28:02}" if number % 4 else None,
        "satisfaction": made.choice([None, 1, 2, 3, 4, 5]) if number % 4 else None,
    }
    return {name: value for name, value in row.items() if value is not None}
