"""Characters as people and programs put them into cells, and what can be seen of them."""

import re
import unicodedata

# Zero-width, direction, byte order mark, soft hyphen, joiners and fillers that show nothing,
# variation selectors and tags: nobody sees them and everybody stumbles over them.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

# Full-width and small twins of ASCII: input methods write them, and they mean the same. No other
# folding of Unicode is done, for that would make a digit of a footnote mark (① ² ½).
TWINS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(small): plain
    for small, plain in zip(
        "﹐﹑﹒﹔﹕﹖﹗﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫", ",、.;:?!#&*+-<>=\\$%@", strict=True
    )
}

NAMES = {
    "\u00ad": ("软连字符", "soft hyphen"),
    "\u200b": ("零宽空格", "zero-width space"),
    "\u200c": ("零宽不连字", "zero-width non-joiner"),
    "\u200d": ("零宽连字", "zero-width joiner"),
    "\ufeff": ("文件头标记", "byte order mark"),
    "\u0000": ("空字符", "NUL"),
    "\u001a": ("文件结束符", "Ctrl-Z"),
}


def folded(text: str) -> str:
    """The text with half-width signs, without blanks around it and what nobody sees."""
    return INVISIBLE.sub("", text).translate(TWINS).strip()


UNSEEN = re.compile(f"({INVISIBLE.pattern}|{CONTROL.pattern})\\1*")


def shown(text: str, language: str = "zh") -> str:
    """The text with a name, between ⟦⟧, for the characters that cannot be seen."""

    def name_of(match: re.Match[str]) -> str:
        sign, times = match[1], len(match[0])
        name = NAMES[sign][language == "en"] if sign in NAMES else f"U+{ord(sign):04X}"
        return f"⟦{name}⟧" if times == 1 else f"⟦{name}×{times}⟧"

    return UNSEEN.sub(name_of, text)


def has_unseen(text: str) -> bool:
    """Whether the text has a character that nobody sees."""
    return UNSEEN.search(text) is not None


def is_footnote_mark(sign: str) -> bool:
    """Whether a character is a number that stands for a note: ①, ², ₁, ⑴, ⒈, ㈠, ❶."""
    is_fraction = unicodedata.decomposition(sign).startswith("<fraction>")
    return unicodedata.category(sign) == "No" and not is_fraction
