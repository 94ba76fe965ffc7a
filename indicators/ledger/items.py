"""What the cells of a ledger hold: one form a column, as the gate's tables have them."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pyarrow

from indicators.gate.characters import folded
from indicators.gate.forms import TEXT, Form, matching, optional, plain_text
from indicators.gate.mistakes import Mistake
from indicators.gate.names import key_of
from indicators.gate.periods import CLOCK, day

FOLDER = "orders"
COLUMNS = (
    "order_id",
    "tier",
    "sector",
    "town",
    "title",
    "raised_on",
    "dispatched_on",
    "due_on",
    "completed_on",
    "satisfaction",
)

# Numbers of identity cards, telephones and bank cards. RE2 reads it as Python does with re.ASCII.
PRIVATE = (
    r"[0-9]{15,}[Xx]?|[０-９]{11,}[ＸX]?"
    r"|\b[0-9]{6}[ -][0-9]{8}[ -][0-9]{3}[0-9Xx]|\b[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?"
    r"|(?:\b|[A-Za-z_])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?:\b|[A-Za-z_])"
    r"|\b0[1-9][0-9]{1,2}-[0-9]{7,8}"
)
MASK = "***"
# What Excel makes of a long number: 6.10902E+11.
EXPONENT = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]{2}", re.IGNORECASE)
# The codes of tiers and of sectors, by what may be written for them.
Labels = Mapping[str, Mapping[str, str]]


def masked(text: str) -> str:
    """Without personal numbers, nor the beginning of one where the text is cut."""
    return re.sub(rf"{PRIVATE}|[0-9]{{4,}}(?=…\Z)", MASK, text, flags=re.ASCII)


def _number(text: str) -> str:
    """HB-001 for “ＨＢ-001 ”; blanks and what nobody sees tell no two items apart."""
    meant = re.sub(r"\s", "", folded(plain_text(text)))
    meant = re.sub(r"^([0-9]+)\.0$", r"\1", meant)  # 2022001.0, as pandas saves a number
    if EXPONENT.fullmatch(meant):
        zh, en = "是科学计数法，位数可能已经丢了，应填写完整的编号", "the number written out"
        raise Mistake(zh, f"{en}, for an exponent may have lost digits")
    return meant


def _town(text: str) -> str:
    """The name in half-width; blanks stand only between letters."""
    meant = folded(plain_text(text))
    return re.sub(r"\s+", " " if meant.isascii() else "", meant)


def _day(text: str) -> str:
    """The day, also of what a system exports with the time of the clock."""
    clock = CLOCK.fullmatch(folded(text))
    meant = day(clock["day"] if clock else text) if folded(text) != NEVER else NEVER
    if len(meant) != len(NEVER):
        raise ValueError(text)
    return meant


# How old systems write that there is no day.
NEVER = "9999-12-31"
_SIGN = r"[\p{Han}A-Za-z0-9〔〕()_/-]"
NUMBER = Form(
    "应填事项编号",
    "the number of the item",
    _number,
    # With no other letter than an E it might be an exponent.
    plain=rf"\A(?:[0-9]+|{_SIGN}*[\p{{Han}}A-DF-Za-df-z〔〕()_/-]{_SIGN}*)\z",
)
TOWN = Form(
    "应填承办镇（街道）",
    "the town or subdistrict in charge",
    _town,
    plain=r"\A[\p{Han}0-9]+\z",
)
TITLE = replace(TEXT, zh="应填事项名称", en="what the item is about")
DAY = Form(
    "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日",
    "a date such as 2021-03-05, 2021/3/5 or 2021年3月5日",
    _day,
    convert=lambda text: pyarrow.scalar(text).cast(pyarrow.date32()).as_py(),
    type=pyarrow.date32(),
)
SATISFACTION = Form(
    "应填 1 到 5 的整数，5 最满意，没有评价的留空",
    "1 to 5, 5 being the best, or empty for no answer",
    matching("[1-5]"),
    plain=r"\A[1-5]\z",
    convert=int,
    type=pyarrow.int32(),
    is_required=False,
)


def forms(labels: Labels) -> dict[str, Form]:
    """The forms of the columns, in the order of COLUMNS."""
    tier = _label("应填层级的代码或名称", "the code or the Chinese name of a tier", labels["tier"])
    sector = _label(
        "应填领域的代码或名称", "the code or the Chinese name of a sector", labels["sector"]
    )
    later = optional(DAY)
    of_each = (NUMBER, tier, sector, TOWN, TITLE, DAY, later, later, later, SATISFACTION)
    return dict(zip(COLUMNS, of_each, strict=True))


def _label(zh: str, en: str, codes: Mapping[str, str]) -> Form:
    by_key = {key_of(word): code for word, code in codes.items()}

    def canonical(text: str) -> str:
        code = by_key.get(key_of(plain_text(text)))
        if code is None:
            raise Mistake(zh, en, near=(text.strip(), tuple(codes)))
        return code

    plain = "|".join(re.escape(code) for code in sorted({*codes.values()}))
    return Form(zh, en, canonical, plain=rf"\A(?:{plain})\z")
