"""Scripts in files of their own become one, and what cannot be joined is said, not sent."""

import re
from pathlib import Path

import pytest

from indicators import scripts
from indicators.takeaway.card import MODULES

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "indicators").rglob("*.js"))
MOUNTED = [path for path in SCRIPTS if "\nexport default " in path.read_text("utf-8")]


def test_each_module_stands_once_after_those_that_it_imports(tmp_path):
    (tmp_path / "size.js").write_text("// In metres.\nexport const SIZE = 2;\n")
    (tmp_path / "area.js").write_text(
        'import { SIZE } from "./size.js";\nexport function area() {\n  return SIZE * SIZE;\n}\n'
    )
    (tmp_path / "page.js").write_text(
        'import { area } from "./area.js";\nimport { SIZE } from "./size.js";\n'
        "export default function page() {\n  return [SIZE, area()];\n}\n"
    )
    assert scripts.joined(tmp_path / "page.js") == (
        "const $module0 = (() => {\n"
        "const SIZE = 2;\n"
        "return { SIZE };\n"
        "})();\n"
        "const $module1 = (() => {\n"
        "const { SIZE } = $module0;\n"
        "function area() {\n  return SIZE * SIZE;\n}\n"
        "return { area };\n"
        "})();\n"
        "const $module2 = (() => {\n"
        "const { area } = $module1;\n"
        "const { SIZE } = $module0;\n"
        "function page() {\n  return [SIZE, area()];\n}\n"
        "return { default: page };\n"
        "})();\n"
        "export const {  } = $module2;\n"
        "export default $module2.default;\n"
    )


def test_a_module_may_be_handed_over_by_its_name(tmp_path):
    (tmp_path / "ink.js").write_text(
        'import { INK } from "palette";\nexport const dark = () => INK;\n'
    )
    assert scripts.joined(tmp_path / "ink.js", {"palette": 'export const INK = "#000";\n'}) == (
        'const $module0 = (() => {\nconst INK = "#000";\nreturn { INK };\n})();\n'
        "const $module1 = (() => {\nconst { INK } = $module0;\nconst dark = () => INK;\n"
        "return { dark };\n})();\n"
        "export const { dark } = $module1;\n"
    )


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (
            'import { width, size } from "./size.js";\n',
            "page.js imports width, which ./size.js does not export",
        ),
        ('import * as size from "./size.js";\n', 'page.js: import * as size from "./size.js";'),
        ('import "./size.js";\n', 'page.js: import "./size.js";'),
        ("export { size };\n", "page.js: export { size };"),
        ("export default function () {}\n", "page.js: export default function () {}"),
        ('import { page } from "./page.js";\n', "page.js imports itself by way of others"),
    ],
)
def test_what_cannot_be_joined_is_an_error_that_names_it(tmp_path, page, message):
    (tmp_path / "size.js").write_text("export const size = 2;\n")
    (tmp_path / "page.js").write_text(page)
    with pytest.raises(scripts.BrokenModule, match=f"^{re.escape(message)}$"):
        scripts.joined(tmp_path / "page.js")


def test_a_module_that_is_not_there_is_an_error(tmp_path):
    (tmp_path / "page.js").write_text('import { size } from "./absent.js";\n')
    with pytest.raises(FileNotFoundError, match="absent.js"):
        scripts.joined(tmp_path / "page.js")


def test_every_script_of_ours_is_used_by_a_component():
    met = "\n".join(scripts.joined(path, MODULES) for path in MOUNTED)
    first_lines = {path: _first_function(path) for path in SCRIPTS}
    assert [path.name for path, line in first_lines.items() if line not in met] == []
    assert len(MOUNTED) >= 5  # the bars' page and place, sentences, cards, the frame


def _first_function(path: Path) -> str:
    found = re.search(
        r"^(?:export )?(?:default )?((?:async )?(?:function|const) \w+)",
        path.read_text("utf-8"),
        re.MULTILINE,
    )
    return found[1]
