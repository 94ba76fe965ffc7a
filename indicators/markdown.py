"""Text that Streamlit shows as Markdown, and that is to stand there character for character.

Names from data/, and words of ours around them, are no Markdown: `5*2兆瓦` is not italic, `US$`
twice no formula. Whatever text is given to a part of Streamlit that reads Markdown goes through
`verbatim`, once, at that place.
"""

import re

# What means something wherever it stands. CommonMark takes a backslash before any of them.
_SIGNS = re.compile(r"[\\`*_\[\]<>$~:#&|@]|(?<=www)\.", re.IGNORECASE)
# What makes a list, a heading or a rule of a line that begins with it.
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
# What Streamlit replaces in a text after it has read the Markdown, when a backslash is long gone:
# arrows, dashes and inequalities, emoji and icons by their name between colons.
_BETWEEN = re.compile(
    r"(?<=-)(?=[->])|(?<=<)(?=[-=])|(?<=[>~])(?==)|(?<=:)(?=[\w+-]+:|material[/_])"
)
# A part of a text without any word: what stands before and after it is no longer one text.
_SEAM = ":small[]"


def verbatim(text: str) -> str:
    """The Markdown that Streamlit shows as this very text."""
    parts = [_SIGNS.sub(r"\\\g<0>", part) for part in _BETWEEN.split(text)]
    return _AT_START.sub(_escaped, _SEAM.join(parts))


def _escaped(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"
