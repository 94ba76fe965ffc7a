"""README tells the truth: its pages, paths, numbers and commands are those of the project."""

import re
from pathlib import Path

from indicators.version import version
from tools import counts

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_link_leads_to_a_file():
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
    assert "tools/overview.png" in links


def test_the_table_of_pages_lists_exactly_the_pages():
    listed = re.findall(r"\[`(\w+)`\]\(pages/\w+\.py\)", README)
    assert sorted(listed) == sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def test_the_tree_lists_every_room_of_the_support_package():
    tree = README.split("indicators/\n", 1)[1].split("tools/ ", 1)[0]
    listed = set(re.findall(r"^    (\w+)", tree, re.MULTILINE))
    here = {path.name.split(".")[0] for path in (ROOT / "indicators").iterdir()}
    assert here - {"__init__", "__pycache__", "texts"} == listed


def test_the_counts_of_the_data_are_those_that_were_written_down():
    assert len(counts.SENTENCE.findall(README)) == 1
    assert counts.sentence(README, counts.shipped()) == README, "make counts"


def test_the_commands_are_targets_of_the_makefile():
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {word for word in re.findall(r"`?make (\w+)", README)} <= set(targets)


def test_the_changelog_begins_with_the_version_that_this_is():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## \[([\d.]+)\]", changelog, re.MULTILINE)[1] == version()
