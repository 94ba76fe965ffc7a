"""Text that a spreadsheet would run as a formula, made harmless in whatever is taken away.

One rule for every CSV, list and copied table, in Python and in the browser; in a workbook a cell
has a type, and text is written as text.
"""

import re

# The signs that OWASP names under "CSV injection", and their full-width twins; but a number with
# a minus is a number. The pattern means the same in Python and in JavaScript.
PATTERN = r"^(?!-[0-9][0-9,]*(?:\.[0-9]+)?%?$)[=+\-@\t\r\n＝＋－＠]"
_FORMULA = re.compile(PATTERN)


def harmless(text: str) -> str:
    """The text, behind an apostrophe if a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


# What scripts know of it, as the module "formulas".
MODULES = {
    "formulas": f"const FORMULA = /{PATTERN}/;\n"
    "export const harmless = (text) => (FORMULA.test(text) ? `'${text}` : text);\n"
}
