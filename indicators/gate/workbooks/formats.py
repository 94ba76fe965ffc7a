"""What a number format shows of a number, as far as it changes what is read.

ECMA-376 part 1, 18.8.31: up to four sections, for positive, negative, zero and text; quoted or
escaped text stands for itself, a comma behind the digits divides by a thousand, _x is a blank.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

# The formats that a workbook does not spell out, by their number; 14 to 22 are dates.
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    **dict.fromkeys((27, 31, 36, 50, 54, 57, 58), 'yyyy"年"m"月"'),  # Chinese Excel's own
    **dict.fromkeys((28, 29, 51, 53), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
    43: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    49: "@",
}

TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<exponent>[Ee][+-])"
    r"|(?P<date>yyyy|yy|y|e|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM|A/P|上午/下午)"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Section:
    """One section of a format: its tokens, as pairs of kind and text."""

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, Decimal] | None = None

    def kinds(self) -> set[str]:
        return {kind for kind, _ in self.tokens}

    @property
    def is_general(self) -> bool:
        return "general" in self.kinds() or ("text", "@") in self.tokens

    @property
    def is_date(self) -> bool:
        return "date" in self.kinds() and "digit" not in self.kinds()


@lru_cache(maxsize=2000)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format."""
    return tuple(_section(part) for part in re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code))


def _section(code: str) -> Section:
    tokens, condition = [], None
    for token in TOKENS.finditer(code):
        kind, text = token.lastgroup, token[token.lastgroup] if token.lastgroup else ""
        if kind == "bracket":
            limit = re.fullmatch(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)", text)
            condition = (limit[1], Decimal(limit[2])) if limit else condition
            if re.fullmatch("[hms]+", text, re.IGNORECASE):
                tokens.append(("date", "h"))
        elif kind in ("quoted", "escaped", "literal"):
            tokens.append(("text", text))
        elif kind:
            tokens.append((kind, text.lower() if kind == "date" else text))
    return Section(tuple(tokens), condition)


COMPARISONS = {
    "<": Decimal.__lt__,
    ">": Decimal.__gt__,
    "<=": Decimal.__le__,
    ">=": Decimal.__ge__,
    "=": Decimal.__eq__,
    "<>": Decimal.__ne__,
}


def section_for(code: str, value: Decimal) -> Section:
    """The section that shows a value."""
    all_sections = sections(code)
    numeric = all_sections[:3]
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None or COMPARISONS[section.condition[0]](
                value, section.condition[1]
            ):
                return section
        return numeric[-1]
    nth = 1 if value < 0 else 2 if value == 0 else 0
    return numeric[nth] if nth < len(numeric) else numeric[0]


def shown(value: Decimal, code: str) -> str:
    """What the sheet shows of a number, without padding; '' where the format hides it.

    A number that is less than zero has its minus, also where its section writes brackets.
    """
    section = section_for(code, value)
    if section.is_general:
        return plain(value)
    if section.is_date or "exponent" in section.kinds() or ("text", "/") in section.tokens:
        return plain(value)
    places = _places(section)
    scaled = abs(value) * 100 ** _count(section, "percent") / 1000**places.commas
    rounded = scaled.quantize(Decimal(1).scaleb(-places.decimals), ROUND_HALF_UP)
    minus = "-" if value < 0 and rounded else ""
    return minus + _written(section, places, f"{rounded:f}")


@dataclass(frozen=True)
class Places:
    """Where the digits of a section stand: before and behind its point, and its scaling commas."""

    integers: int
    decimals: int
    commas: int


def _places(section: Section) -> Places:
    digits = [at for at, (kind, _) in enumerate(section.tokens) if kind == "digit"]
    point = next((at for at, (kind, _) in enumerate(section.tokens) if kind == "point"), None)
    end = len(section.tokens) if point is None else point
    last = max((at for at in digits if at < end), default=-1)
    behind = [kind for kind, _ in section.tokens[last + 1 : end]]
    if point is not None and digits:  # commas may also stand behind the decimals
        behind += [kind for kind, _ in section.tokens[max(digits) + 1 :]]
    return Places(
        sum(at < end for at in digits), sum(at > end for at in digits), behind.count("comma")
    )


def _count(section: Section, kind: str) -> int:
    return sum(token[0] == kind for token in section.tokens)


def _written(section: Section, places: Places, number: str) -> str:
    """The digits put into their places, from the right, with what is written between them."""
    integers, _, decimals = number.partition(".")
    whole = list(integers.rjust(places.integers, "0"))
    parts, rest, left = [], list(decimals), places.integers
    for kind, text in section.tokens:
        if kind == "digit" and left:
            parts.append("".join(whole[: len(whole) - left + 1]))
            whole = whole[len(whole) - left + 1 :]
            left -= 1
        elif kind == "digit" and rest:
            parts.append(rest.pop(0))
        elif kind in ("text", "percent", "point"):
            parts.append(text)
    return "".join(parts).strip()


def number_in(text: str) -> Decimal | None:
    """The one number that a shown text says; None where it says none, or more than one."""
    numbers = re.findall(r"[0-9]+(?:\.[0-9]+)?", text.replace(",", ""))
    if len(numbers) != 1:
        return None
    return -Decimal(numbers[0]) if re.match(r"\s*[-(]", text) else Decimal(numbers[0])


def plain(value: Decimal) -> str:
    """A number as it is written in a file."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def day(serial: float, code: str, *, since_1904: bool) -> str:
    """A date as its format shows it: a year, a month or a day, and with the clock if it has one."""
    parts = {text[0] for kind, text in section_for(code, Decimal(1)).tokens if kind == "date"}
    moment = _moment(serial, since_1904=since_1904)
    parts = {"y" if part == "e" else part for part in parts} & set("ymd")
    has_clock = moment != datetime.combine(moment.date(), datetime.min.time())
    if has_clock and "d" in parts:
        return moment.isoformat(" ", "seconds")
    if parts == {"y"}:
        return f"{moment:%Y}"
    return f"{moment:%Y-%m}" if parts == {"y", "m"} else f"{moment:%Y-%m-%d}"


def _moment(serial: float, *, since_1904: bool) -> datetime:
    """Excel counts days from 1900 and takes that year for a leap year."""
    if since_1904:
        begin = date(1904, 1, 1)
    else:
        begin = date(1899, 12, 31) if serial < 60 else date(1899, 12, 30)
    midnight = datetime.combine(begin, datetime.min.time())
    return midnight + timedelta(seconds=round(serial * 86400))
