"""Each rule of the figures stands once in SQL, in words that Spark 4 knows as well."""

import re
from functools import cache
from pathlib import Path

import pytest
import sqlglot
from sqlglot import ErrorLevel, exp

ROOT = Path(__file__).parents[2]
QUERIES = sorted((ROOT / "queries").glob("*.sql"))
WORDS = [ROOT / f"indicators/warehouse/{n}.sql" for n in ("vocabulary", "figures", "judgements")]
COUNTS = [ROOT / f"indicators/ledger/{name}.sql" for name in ("counted", "count")]

# Where a rule would be said again, by what it would look like, and the files in which it stands.
SAID_ONCE = {
    "the year, month or quarter of a period": (r"substr\(|left\(|right\(", "vocabulary figures"),
    "the years that break": (r"\b(from|join) breaks\b", ""),
    "which scopes there are": (r"excluding_zones'|whole_jurisdiction'|'unstated'", "vocabulary"),
    "the order of areas": (r"level\b.*'(zone|city|province)'", "vocabulary"),
    "the counties of a city": (r"level = 'county'", "vocabulary figures"),
    "the home area": (r"where (\w+\.)?is_home", "figures"),
    "none means all": (r"array_contains\(\$(sectors|tiers|towns)|cardinality\(", ""),
    "what tells a year": (r"'point'", "vocabulary"),
    "the year to date": (r"'year_to_date'", "figures"),
    "a lower value that is better": (r"better\b.*'lower'", "vocabulary judgements"),
    "what is done of a target": (r"target_value, 0\)", "judgements"),
    "the state of a target": (
        r"'(achieved|on_pace|missed)' *$|then '(missed|behind)'",
        "judgements",
    ),
    "the published growth of a level": (r"growth_of is not null", "figures judgements"),
    "the years from one to another": (r"\brange\(|generate_series", "vocabulary"),
    "when an order is overdue": (r"due_on <", "counted"),
    "how orders are counted": (r"\bcounted\.order_counts\b", "counted count"),
    "a figure as a whole number": (
        r"value as integer|cast\((sum|count|max)\([^)]*\) as integer",
        "",
    ),
}


def code(path: Path) -> str:
    """SQL without its comments."""
    return re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8"))


def test_a_rule_is_said_once():
    again, nowhere = set(), set()
    for rule, (pattern, places) in SAID_ONCE.items():
        said = {p.stem for p in [*QUERIES, *WORDS, *COUNTS] if re.search(pattern, code(p), re.M)}
        again |= {(rule, place) for place in said - set(places.split())}
        nowhere |= {(rule, place) for place in set(places.split()) - said}
    assert again == set()
    assert nowhere == set()  # else a pattern finds nothing


# What Spark 4 has, under this name or under the one that sqlglot gives it there.
ON_SPARK = """
abs and array array_agg array_contains array_position array_size case cast coalesce contains count
explode generate_series greatest if lag lead left length logical_and max min nullif or pad power
rank regexp_extract round row_number split_part starts_with substring sum trim
"""
# Spark has no such thing, or means another by it.
NOT_ON_SPARK = (exp.Pivot, exp.IntDiv, exp.Except, exp.Mod)


@cache
def statements(path: Path) -> list[exp.Expression]:
    return [each for each in sqlglot.parse(code(path), read="duckdb") if each]


def bodies(path: Path) -> list[exp.Expression]:
    """What is asked: queries, and what macros and views are made of; tables are DuckDB's own."""
    asked = [each.expression if isinstance(each, exp.Create) else each for each in statements(path)]
    return [each for each in asked if each]


@cache
def macros() -> set[str]:
    created = (s for path in [*WORDS, *COUNTS] for s in statements(path))
    return {s.this.this.name.lower() for s in created if s.args.get("kind") == "MACRO"}


def functions(statement: exp.Expression) -> set[str]:
    return {
        (node.name if isinstance(node, exp.Anonymous) else node.sql_name()).lower()
        for node in statement.find_all(exp.Func)
    }


def foreign(statement: exp.Expression) -> set[str]:
    """What of a statement does not run on Spark."""
    found = functions(statement) - set(ON_SPARK.split()) - macros()
    found |= {type(node).__name__ for node in statement.find_all(*NOT_ON_SPARK)}
    found |= {"exclude" for star in statement.find_all(exp.Star) if star.args.get("except_")}
    return found | {"asof" for join in statement.find_all(exp.Join) if join.method == "ASOF"}


def test_queries_and_their_words_keep_to_what_spark_knows():
    found = {
        (path.stem, name)
        for path in [*QUERIES, *WORDS, *COUNTS]
        for body in bodies(path)
        for name in foreign(body)
    }
    assert found == set()


def test_queries_and_their_words_can_be_said_to_spark():
    for path in [*QUERIES, *WORDS, *COUNTS]:
        for body in bodies(path):
            said = body.sql("spark", unsupported_level=ErrorLevel.RAISE)
            assert isinstance(sqlglot.parse_one(said, read="spark"), exp.Expression), path.stem


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("select strftime(d, '%Y') from t", {"time_to_str"}),
        ("select quantile_cont(a, 0.5) from t", {"percentile_cont"}),
        ("select date_diff('day', a, b) from t", {"datediff"}),
        ("select a // 2 from t", {"IntDiv"}),
        ("select a % 2 from t", {"Mod"}),
        ("select * exclude (a) from t", {"exclude"}),
        ("pivot t on a using sum(b)", {"Pivot"}),
        ("select a from t asof join u on t.a >= u.a", {"asof"}),
        ("select hash(a) from t", {"hash"}),
        ("select sum(a) filter (where b) from t", set()),
    ],
)
def test_what_spark_does_not_know_is_found(sql, found):
    assert foreign(sqlglot.parse_one(sql, read="duckdb")) == found
