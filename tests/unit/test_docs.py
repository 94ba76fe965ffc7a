"""What the documents say leads somewhere: files, headings, and the names in the code they name."""

import re
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    *(ROOT / "docs").glob("*.md"),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md")),
]
DECIDED = ("figures.md", "images.md", "architecture.md", "operating.md")


def text(path: Path) -> str:
    """A document without its blocks of code."""
    return re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def links(path: Path) -> list[tuple[str, str]]:
    """(words, target) of the links that lead into the project."""
    found = re.findall(r"\[([^\]]*)\]\(([^)\s]+)\)", text(path))
    return [(words, target) for words, target in found if "://" not in target]


def anchors(path: Path) -> set[str]:
    """What GitHub calls the headings: small letters, hyphens for blanks, no signs."""

    def anchor(heading: str) -> str:
        kept = [
            sign
            for sign in heading.strip().lower()
            if sign in "-_ " or unicodedata.category(sign)[0] in "LN"
        ]
        return "".join(kept).replace(" ", "-")

    return {anchor(heading) for heading in re.findall(r"^#+ (.+)$", text(path), re.MULTILINE)}


def decisions(name: str) -> dict[str, str]:
    """Heading → text of the sections below the third level that say when they would change."""
    parts = re.split(r"^### (.+)$", text(ROOT / "docs" / name), flags=re.MULTILINE)
    bodies = [re.split(r"^## ", part, flags=re.MULTILINE)[0] for part in parts[2::2]]
    return dict(zip(parts[1::2], bodies, strict=True))


def test_every_link_leads_to_a_file_and_to_a_heading_of_it():
    lost = []
    for document in DOCUMENTS:
        for _, target in links(document):
            name, _, anchor = target.partition("#")
            file = (document.parent / name).resolve() if name else document
            if not file.exists() or (anchor and anchor not in anchors(file)):
                lost.append(f"{document.name}: {target}")
    assert lost == []


def test_code_that_a_link_names_stands_in_the_file_it_leads_to():
    lost = []
    for document in DOCUMENTS:
        for words, target in links(document):
            file = document.parent / target.partition("#")[0]
            for name in re.findall(r"^`([\w.]+)`$", words):
                if name not in (file.stem, file.name) and not re.search(
                    rf"\b{re.escape(name)}\b", file.read_text("utf-8")
                ):
                    lost.append(f"{document.name}: {name} in {target}")
    assert lost == []


def test_every_decision_says_when_it_would_change():
    assert [
        f"{name}: {heading}"
        for name in DECIDED
        for heading, body in decisions(name).items()
        if body.count("*Changed when*") != 1
    ] == []


def test_a_decision_stands_in_one_document_alone():
    headings = [heading for name in DECIDED for heading in decisions(name)]
    assert len(headings) == len(set(headings))


def test_every_rule_for_figures_names_the_query_or_the_code_it_stands_in():
    places = ("../queries/", "../indicators/")
    assert [
        heading
        for heading, body in decisions("figures.md").items()
        if not any(f"]({place}" in body for place in places)
    ] == []
