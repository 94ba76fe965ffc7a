"""What a cell may hold: one form a column, with the words for what belongs there.

A form reads a text into its canonical writing. Where the two differ and only one meaning is
possible (1,234.5, ５１５０, 2021年一季度), the cell is let in and the report says how it was
read. Anything else is refused: answered with what the form expects, unless it knows better
what this very cell should hold and raises a Mistake.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import pyarrow

from indicators.gate.characters import CONTROL, INVISIBLE, folded
from indicators.gate.mistakes import Mistake, in_numbers
from indicators.gate.periods import day, period, year


@dataclass(frozen=True)
class Form:
    """What a column's cells hold.

    `canonical` gives the plain writing of a text or raises ValueError; `plain` is an RE2 pattern
    of texts that are their own canonical writing, so that millions need not be asked about one
    by one; `convert` makes the value of a canonical text. `choices` are the codes of a column
    that has few, each with the words that people write for it, the most usual first. A column
    that may be absent came later: a folder of before lacks it, and its cells count as empty.
    """

    zh: str
    en: str
    canonical: Callable[[str], str]
    plain: str = r"\z."  # none is: all are asked about
    convert: Callable[[str], object] = str
    type: pyarrow.DataType = pyarrow.string()
    is_required: bool = True
    may_be_marked_missing: bool = True
    may_be_absent: bool = False
    choices: Mapping[str, tuple[str, ...]] | None = None


def optional(form: Form) -> Form:
    """The form of a column that may be empty."""
    return replace(form, is_required=False)


def later(form: Form) -> Form:
    """The form of a column that a folder of before need not have."""
    return replace(optional(form), may_be_absent=True)


# How bulletins and spreadsheets write that there is no figure.
MISSING = {
    "-",
    "－",
    "–",
    "—",
    "——",
    "--",
    "…",
    "……",
    "...",
    "/",
    "／",
    "暂无",
    "未公布",
    "N/A",
    "n/a",
}

# A plain decimal number. Every figure is kept as a double: 15 digits come back as written.
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
MOST_DIGITS = 15
# Of people, money or area nothing is less than this; a program's noise is.
LEAST = 1e-12
# An office's note has a few lines; beyond this something else was pasted into the cell.
LONGEST_TEXT = 20_000


# A per-cent sign of any width; of a text that is a number it stands at the end.
PERCENT_SIGN = "[%％﹪]"


def number(text: str) -> str:
    """1234.5 for 1,234.5, １２３４.５, “ 1234.5 ”, +1234.5 and 1234.5%."""
    meant = _signed(folded(text)).removesuffix("%").rstrip()
    if THOUSANDS.fullmatch(meant):
        meant = meant.replace(",", "")
    if re.fullmatch(r"-?\.[0-9]+", meant):  # SPSS and Oracle leave the zero out
        meant = meant.replace(".", "0.", 1)
    if not NUMBER.fullmatch(meant):
        raise in_numbers(meant) or ValueError(text)
    if len(re.sub("[-.]", "", meant).lstrip("0")) > MOST_DIGITS:
        zh, en = "应填不超过 15 位的数字", "a number of at most 15 digits"
        raise Mistake(zh, en)
    if 0 < abs(float(meant)) < LEAST:
        raise Mistake(
            "小得不像是统计数，是零请写 0", "a figure this small is none; for zero write 0"
        )
    return "0" if float(meant) == 0 and meant.startswith("-") else meant


def _signed(meant: str) -> str:
    """With the keyboard's minus, and without a plus or the apostrophe of an export before it."""
    meant = meant.replace("\u2212", "-")
    return re.sub(r"^(?:'|\+(?=[0-9.]))", "", meant)


def plain_text(text: str) -> str:
    """The text without blanks around it, line breaks in it and characters nobody sees."""
    if CONTROL.search(text):
        zh, en = (
            "里有看不见的控制字符，应删去",
            "text without control characters, which nobody sees",
        )
        raise Mistake(zh, en)
    if len(text) > LONGEST_TEXT:
        raise Mistake("过长，一格最多 2 万字", "at most 20,000 characters in a cell")
    return re.sub(r"\s*[\r\n\t]+\s*", " ", INVISIBLE.sub("", text).strip())


def matching(pattern: str) -> Callable[[str], str]:
    """A canonical writing that fits a pattern, after what cannot be seen is dropped."""
    form = re.compile(pattern)

    def canonical(text: str) -> str:
        meant = folded(plain_text(text))
        meant = re.sub(r"^([0-9]+)\.0$", r"\1", meant)  # 610902.0, as pandas saves a code
        if not form.fullmatch(meant):
            raise ValueError(text)
        return meant

    return canonical


def one_of(**choices: str) -> Form:
    """A form whose only values are these codes; each with what people write for it, by blanks."""
    words = {code: tuple(written.split()) for code, written in choices.items()}
    listed = [f"{code}（{names[0]}）" for code, names in words.items()]
    zh, en = f"应填 {'、'.join(listed)} 之一", f"one of {', '.join(words)}"
    codes = {name: code for code, names in words.items() for name in names}

    def canonical(text: str) -> str:
        meant = folded(plain_text(text))
        code = meant if meant in words else codes.get(meant)
        if code is None:
            raise Mistake(zh, en, near=(meant, tuple(words)))
        return code

    return Form(zh, en, canonical, plain=_any_of(words), choices=words)


def _any_of(codes: Iterable[str]) -> str:
    return rf"\A(?:{'|'.join(map(re.escape, codes))})\z"


def _address(text: str) -> str:
    meant = folded(plain_text(text))
    if re.match(r"https?://", meant) and not meant.isascii():
        zh = "网址里有汉字或全角字符，应从浏览器地址栏复制带 % 的网址"
        raise Mistake(zh, "an address of ASCII signs; copy it, with its %, from the browser")
    if not re.fullmatch(r"https?://[!-~]+", meant):
        raise ValueError(text)
    return meant


TEXT = Form(
    "应填文字",
    "text",
    plain_text,
    # No blank at either end, and within only what can be seen and takes one line.
    plain=r"\A[^\pZ\pC](?:[^\pC\x{2028}\x{2029}]*[^\pZ\pC])?\z",
    may_be_marked_missing=False,
)


def _said(text: str) -> str:
    meant = plain_text(text)
    if len(re.findall(r"\{[vn]\}", meant)) != 1 or meant.count("{") != 1 or meant.count("}") != 1:
        raise ValueError(text)
    return meant


SAID = replace(
    TEXT,
    zh="应填一句话，其中有且只有一处 {v}（数和单位）或 {n}（只有数），如 城镇新增就业{v}",
    en="words with one {v} (the figure and its unit) or one {n} (the figure alone) in them",
    canonical=_said,
    plain=r"\A\z",
)
CODE = Form(
    "应填代码，只用字母、数字、下划线和连字符，如 new_urban_jobs",
    "a code of letters, digits, underscores and hyphens, such as new_urban_jobs",
    matching(r"[A-Za-z0-9][A-Za-z0-9_-]*"),
    plain=r"\A[A-Za-z0-9][A-Za-z0-9_-]*\z",
)


def cited(table: str, example: str) -> Form:
    """A code of another table, in whose place a name of it may stand too."""
    zh = f"应填 data/{table}.csv 里有的代码或名称，如 {example}"
    return replace(CODE, zh=zh, en=f"a code or a name from data/{table}.csv, such as {example}")


VALUE = Form(
    "应填数字，如 1234.5",
    "a number, such as 1234.5",
    number,
    # At most 15 digits; a minus before nothing but zeros is left to `number`.
    plain=r"\A(?:(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?|-[1-9][0-9]{0,8}(?:\.[0-9]{1,6})?)\z",
    convert=float,
    type=pyarrow.float64(),
)
PLACE = Form(
    "应填从 1 起的整数，如 3",
    "a whole number from 1 up, such as 3",
    matching("[1-9][0-9]{0,3}"),
    convert=int,
    type=pyarrow.int32(),
)
DECIMALS = Form(
    "应填 0 到 6 的整数",
    "a whole number from 0 to 6",
    matching("[0-6]"),
    convert=int,
    type=pyarrow.int32(),
)
YES_OR_NO = replace(
    one_of(true="是 TRUE True", false="否 FALSE False"),  # Excel writes them in capitals
    zh="应填 true（是）或 false（否）",
    en="true or false",
    convert="true".__eq__,
    type=pyarrow.bool_(),
)
PERIOD = Form(
    "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间",
    "a period such as 2021, 2021-06, 2021-Q3 or 2020-11-01",
    period,
)
THE_YEAR = Form("应填四位年份，如 2021", "a year, such as 2021", year)
DATE = Form(
    "应填日期，如 2025-04-15、2025-04 或 2025",
    "a date such as 2025-04-15, 2025-04 or 2025",
    day,
)
ADDRESS = Form(
    "应填网址，以 http:// 或 https:// 开头",
    "an address that begins with http:// or https://",
    _address,
    plain=r"\Ahttps?://[!-~]+\z",
)
