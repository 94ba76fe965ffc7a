"""Scripts that were joined, as a browser runs them."""

from indicators import scripts
from tests.browser.workshop import Workshop

MODULES = {
    "one.js": "const secret = 1;\nexport const one = () => secret;\n",
    "two.js": 'import { one } from "./one.js";\nconst secret = 2;\n'
    "export const both = () => [one(), secret];\n"
    "export const leak = () => typeof secretOfPage;\n"
    "export const wrong = () => neverDefined;\n",
    "page.js": 'import { both, leak, wrong } from "./two.js";\nconst secretOfPage = 3;\n'
    "export const all = () => [both(), leak(), secretOfPage];\n"
    "export const fails = () => {\n  try {\n    return wrong();\n  } catch (error) {\n"
    "    return error.message;\n  }\n};\n",
}


def test_a_name_of_one_module_is_not_seen_by_another(workshop: Workshop, tmp_path):
    for name, text in MODULES.items():
        (tmp_path / name).write_text(text)
    answers = workshop.page.evaluate(
        """async (text) => {
            const script = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
            const { all, fails } = await import(script);
            return [all(), fails(), typeof secret, typeof $module0];
        }""",
        scripts.joined(tmp_path / "page.js"),
    )
    assert answers == [
        [[1, 2], "undefined", 3],
        "neverDefined is not defined",
        "undefined",
        "undefined",
    ]
