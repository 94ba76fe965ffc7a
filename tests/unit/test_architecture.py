"""A page asks and draws; who may know whom inside indicators/ is import-linter's (pyproject)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "pages").glob("*.py"))


LONGEST_PAGE = 60  # lines


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


def test_no_page_is_longer_than_a_screen():
    lines = {page.name: len(page.read_text(encoding="utf-8").splitlines()) for page in PAGES}
    assert {name: count for name, count in lines.items() if count > LONGEST_PAGE} == {}


def test_a_page_begins_with_its_question():
    assert [p.name for p in PAGES if not question(p).endswith("?")] == []
