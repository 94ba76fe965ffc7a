"""A text from data/ as the Markdown that shows it, as tests/browser/test_names.py proves."""

import ast
from pathlib import Path

import pytest

from indicators.markdown import verbatim

ROOT = Path(__file__).resolve().parents[2]
# What reads Markdown in Streamlit, as far as the dashboard uses it.
READERS = {"title", "header", "subheader", "markdown", "caption", "button"}
READERS |= {"info", "warning", "error", "success", "download_button", "segmented_control"}


@pytest.mark.parametrize(
    ("text", "shown_by"),
    [
        ("完成投资179.5亿元", "完成投资179.5亿元"),
        ("5*2兆瓦", r"5\*2兆瓦"),
        ("US$5、US$6", r"US\$5、US\$6"),
        ("5~6、7~8", r"5\~6、7\~8"),
        ("[a](b)", r"\[a\](b)"),
        ("<b>", r"\<b\>"),
        ("&amp;", r"\&amp;"),
        ("`c`", r"\`c\`"),
        (":red[j]", r"\:red\[j\]"),
        # After a colon, a dash and the like: a part without words, so that no icon, emoji or arrow
        # is made of what stands on both its sides.
        (":smile:", r"\::small[]smile\:"),
        (":material/home:", r"\::small[]material/home\:"),
        ("a -> b", r"a -:small[]\> b"),
        ("- a", r"\- a"),
        ("2024. 年", r"2024\. 年"),
        ("www.a.cn", r"www\.a.cn"),
    ],
)
def test_a_text_is_escaped_where_it_would_mean_something(text, shown_by):
    assert verbatim(text) == shown_by


def spoken(call: ast.Call) -> bool:
    """Whether a call has Streamlit read a text as Markdown."""
    function = call.func
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "st"
        and function.attr in READERS
    )


def is_safe(text: ast.expr) -> bool:
    """verbatim(…); or a text of ours as it stands there, without anything put into it."""
    if not isinstance(text, ast.Call):
        return isinstance(text, ast.Constant)
    name = text.func.id if isinstance(text.func, ast.Name) else getattr(text.func, "attr", "")
    return name == "verbatim" or (name == "text" and not text.keywords)


# Texts that are Markdown on purpose, or that their caller already made it.
ON_PURPOSE = {
    ("pages/indicator.py", "markdown"),  # the definition card: sentences.definition escapes
    ("indicators/exhibits/layout.py", "markdown"),  # causes, each of which is escaped
    ("indicators/exhibits/layout.py", "download_button"),  # a label of the catalogue
    ("indicators/exhibits/intake.py", "download_button"),  # its callers escape
    ("indicators/filters/widgets.py", "segmented_control"),  # a label of the catalogue
}


def test_nothing_is_given_to_streamlit_as_markdown_that_may_be_none():
    files = [*(ROOT / "pages").glob("*.py"), *(ROOT / "indicators").rglob("*.py")]
    unsafe = {
        (path.relative_to(ROOT).as_posix(), call.func.attr)
        for path in files
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and spoken(call) and not is_safe(call.args[0])
    }
    assert unsafe == ON_PURPOSE
