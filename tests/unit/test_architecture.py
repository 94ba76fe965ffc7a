"""A page asks and draws; who may know whom inside indicators/ is import-linter's (pyproject)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "pages").glob("*.py"))


def imports(path: Path) -> set[str]:
    """The libraries that a file imports from, at whatever depth."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def question(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


def test_a_page_asks_and_draws_and_computes_nothing():
    assert {p.name: imports(p) - {"streamlit", "indicators"} for p in PAGES} == {
        p.name: set() for p in PAGES
    }


def test_a_page_begins_with_its_question():
    assert [p.name for p in PAGES if not question(p).endswith("?")] == []
