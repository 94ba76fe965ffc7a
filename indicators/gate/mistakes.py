"""What is wrong with a very cell, and what to write instead."""

import re
from dataclasses import dataclass

from indicators.gate.characters import is_footnote_mark
from indicators.gate.problems import with_the_nearest


class Mistake(ValueError):
    """Says what belongs into this very cell, in both languages.

    Two cells with the same `cause` are one cause; it is `zh` unless that quotes the cell.
    `near`: a text and the codes of which the nearest is to be named. `then` is what to do with
    what is left, in a file of the table's own columns.
    """

    def __init__(
        self,
        zh: str,
        en: str,
        *,
        cause: str | None = None,
        near: tuple[str, tuple[str, ...]] | None = None,
        then: tuple[str, str] = ("", ""),
    ):
        super().__init__(en)
        self.zh, self.en, self.cause, self._near, self._then = zh, en, cause or zh, near, then

    def words(self) -> tuple[str, str]:
        """The words with the nearest code; looked for only where a cell is listed."""
        if self._near:
            return with_the_nearest(self.zh, self.en, *self._near)
        return self.zh + self._then[0], self.en + self._then[1]


@dataclass(frozen=True)
class Slip:
    """A form in which a figure is written that is no number; {n} is the number in it."""

    pattern: re.Pattern[str]
    zh: str
    en: str
    then: tuple[str, str] = ("", "")


_N = r"(?P<n>-?[0-9][0-9,]*(?:\.[0-9]+)?)"


# Where a table has a column for notes, what stands beside a figure is kept there.
NOTE = ("，注释写进 note 列", "; the mark of a note belongs into the column note")
ABOUT = ("，“约、近、余”等写进 note 列", "; “about” and the like belong into the column note")


def _slip(pattern: str, zh: str, en: str, then: tuple[str, str] = ("", "")) -> Slip:
    return Slip(re.compile(pattern), zh, en, then)


SLIPS = (
    _slip(
        r"#(?:DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|N/A|SPILL!|CALC!|GETTING_DATA)",
        "公式有错，应在 Excel、WPS 中改好公式，或填数字",
        "a number; the formula has an error, correct it in Excel or WPS",
    ),
    _slip(
        r"#+",
        "是列宽不够时显示的井号，应填数字",
        "a number; these signs stand where a column is too narrow",
    ),
    _slip(r"=.*", "是公式的文字，应填公式算出的数", "the result of the formula, not its text"),
    _slip(
        r"-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+",
        "应填写完整的数字，科学计数法可能已经丢了位数",
        "a number written out, for an exponent may have lost digits",
    ),
    _slip(
        rf"{_N}\s*(?:\[[0-9]+\]|\([0-9]+\)|[*†‡]+|注[0-9]*)",
        "数字后有注释号，应填 {n}",
        "{n} alone",
        NOTE,
    ),
    _slip(
        rf"[(]{_N}[)]",
        "括号表示负数时应写 -{n}",
        "-{n}, if the brackets mean less than zero",
    ),
    _slip(
        rf"[△▲▼▽↓↑]{_N}",
        "应去掉数字前的符号，下降写 -{n}，上升写 {n}",
        "-{n} for a fall or {n} for a rise, without the sign before it",
    ),
    _slip(rf"{_N}。[0-9]+", "小数点应写作英文句点“.”", "a full stop as the decimal point"),
    _slip(
        r"(?=.*[0-9])(?=.*[OolI|])[0-9OolI|.,]+",
        "里有字母 O 或 l，应填数字 0 或 1",
        "the digits 0 or 1, not the letters O or l",
    ),
    _slip(
        rf"{_N}[-~至到]{_N.replace('<n>', '<m>')}",
        "是一个范围，应填一个数",
        "one number, not a range",
    ),
    _slip(
        rf"{_N}‰",
        "是千分数，应换算成百分数后只填数字",
        "a number in per cent, not per mille",
    ),
    _slip(
        rf"{_N}(?:十|百|千|万|亿|百万|千万|万亿)+.*",
        "数字后有“万、亿”等，应按指标的单位换算后只填数字",
        "a number alone, in the unit of the indicator, without 万 or 亿",
    ),
    _slip(
        rf"(?:约|近|超过|超|逾|大于|小于|不少于|不低于|[<>≈≥≤]+)\s*{_N}.*"
        rf"|{_N.replace('<n>', '<m>')}\s*(?:余|多|左右|以上|以下).*",
        "应只填数字",
        "a number alone",
        ABOUT,
    ),
    _slip(
        r"-?[0-9]+,[0-9,]+(?:\.[0-9]+)?",
        "逗号的位置不对：千位逗号后应有三位数字，小数点应写“.”",
        "a comma before every three digits, or a full stop as the decimal point",
    ),
    _slip(r"无|没有|无数据", "没有数的应留空或写“暂无”，是零请写 0", "nothing, or 0 if it is zero"),
    _slip(r"零|〇", "应写 0", "0"),
    _slip(r"0[0-9]+(?:\.[0-9]+)?", "数字前多了 0", "a number without zeros before it"),
    _slip(
        r"-?[0-9,.]+\s+[0-9,.\s]*",
        "数字中间有空格，应连着写",
        "a number without a blank in it",
    ),
    _slip(
        rf"{_N}\s*[^\W\d_]+[0-9]?",
        "单位已写在指标里，应只填数字 {n}",
        "{n} alone; its unit is that of the indicator",
    ),
)


def in_numbers(text: str) -> Mistake | None:
    """The slip that a text is, which should be a number; None where it is none that is known."""
    bare = text.rstrip("".join(filter(is_footnote_mark, set(text))))
    if bare != text and re.fullmatch(_N, bare):
        cause = "数字后有注释号"
        zh = f"{cause}“{text[len(bare) :]}”，应填 {bare}"
        return Mistake(zh, f"{bare} alone", cause=cause, then=NOTE)
    for slip in SLIPS:
        if match := slip.pattern.fullmatch(text):
            n = match.groupdict().get("n")
            zh, en = slip.zh.format(n=n), slip.en.format(n=n)
            return Mistake(zh, en, cause=slip.zh, then=slip.then)
    return None
