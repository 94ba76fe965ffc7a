"""Arrows point one way: who may import what, and how long a page may be."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "indicators").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))

# Who may know the outside libraries.
KNOWS = {
    "streamlit": {
        "comparison_filters",
        "copying",
        "store",
        "data_sections",
        "filters",
        "order_filters",
        "order_exhibits",
        "shell",
        "exhibit",
        "card",
        "headlines",
        "server",
    },
    "duckdb": {"gate", "warehouse", "publishing", "ledger", "queries"},
    "plotly": {
        "charts",
        "order_exhibits",
        "style",
        "exhibit",
        "card",
    },
    "openpyxl": {"gate"},
    "babel": {"language"},
}
# What each module of ours may see of the others.
SEES = {
    "language": set(),
    "style": set(),
    "gate": set(),
    "queries": set(),
    "warehouse": {"gate"},
    "ledger": {"gate"},
    "publishing": {"gate", "warehouse"},
    "charts": {"style", "language", "sentences"},
    "sentences": {"language"},
    "headline_cards": {"sentences", "language"},
    "store": {"publishing", "ledger", "queries", "gate"},
    "shell": {"language"},
    "copying": {"language"},
    "filters": {"store", "language", "gate", "shell", "style"},
}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "indicators":
            found |= {f"indicators.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def room(path: Path) -> str:
    """The first name under indicators/: gate/read.py is the gate's."""
    return path.relative_to(ROOT / "indicators").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.name)
def test_only_the_named_modules_know_a_library(path):
    libraries = {name.split(".")[0] for name in imports(path)} & set(KNOWS)
    assert {library for library in libraries if room(path) not in KNOWS[library]} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.name)
def test_no_module_sees_one_above_it(path):
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("indicators.")}
    allowed = SEES.get(room(path))
    if allowed is not None:
        assert ours - {room(path)} <= allowed
    assert "pages" not in {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_a_page_asks_and_draws_and_computes_nothing(path):
    libraries = {name.split(".")[0] for name in imports(path)}
    assert libraries <= {"streamlit", "indicators"}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_a_page_begins_with_its_question(path):
    assert (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").endswith("?")
