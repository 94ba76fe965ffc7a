"""A figure with its unit as it is spoken: 440.5亿元, 20万余人, CNY 44.05 billion, 894,853 people.

In Chinese as it was published: no false zeros, no separators of thousands. In English the units
of the data, CNY 100 million and 10,000 people, are told in million and billion.
"""

import re
from decimal import Decimal

from indicators.language import Language
from indicators.rounding import digits, half_up
from indicators.rows import Row

# A unit of the data in English: what it counts, and how many of it are one.
_MONEY = re.compile(r"(?P<money>CNY|USD)(?: (?P<times>100 million|10,000))?")
_THINGS = re.compile(r"(?P<times>100 million|10,000) (?P<things>.+)")
_TIMES: dict[str | None, int] = {None: 1, "10,000": 10**4, "100 million": 10**8}
_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_MILLION = 10**6
_TEN_THOUSAND = 10**4


def spoken(
    figure: float | Decimal, row: Row, language: Language, beside: float | None = None
) -> str:
    """A figure with its indicator's unit; a difference in the unit of the figure beside it."""
    amount = Decimal(str(figure))
    if language.code == "en":
        return _in_english(amount, row.unit_en, language)
    unit, amount = row.unit_zh, heard(amount, row)
    size = amount if beside is None else Decimal(str(beside))
    if unit.startswith("万") and amount.as_tuple().exponent == -4:  # counted one by one
        if abs(size) * _TEN_THOUSAND < _MILLION:  # 894853人, but 102.61万人
            amount, unit = amount * _TEN_THOUSAND, unit.removeprefix("万")
        else:
            amount = half_up(amount, 2)
    elif _counts_singly(unit) and abs(size) >= _MILLION:
        amount, unit = amount / _TEN_THOUSAND, f"万{unit}"
    return number(amount, language) + unit


def heard(figure: float | Decimal, row: Row) -> Decimal:
    """A figure as far as it is told: money of 亿元 and 万元 to two decimals, of 元 to none.

    A database has it to the last yuan, which no report says; its table and files keep that.
    """
    amount = Decimal(str(figure))
    if not row.unit_zh.endswith("元"):
        return amount
    most = 0 if row.unit_zh == "元" else 2
    return half_up(amount, most) if digits(amount) > most else amount


def _counts_singly(unit: str) -> bool:
    return not unit.startswith(("万", "亿", "%"))


def alone(figure: float | Decimal, row: Row, language: Language) -> str:
    """A figure without its unit: 154; in English 894,853 of 10,000 people."""
    amount = Decimal(str(figure))
    if language.code == "zh":
        return number(heard(amount, row), language)
    things = _THINGS.fullmatch(row.unit_en)
    return _scaled(amount * _TIMES[things and things["times"]], language)


def number(figure: float | Decimal, language: Language, decimals: int | None = None) -> str:
    """A figure alone, as published or to so many decimals, without false zeros."""
    amount = Decimal(str(figure)) if decimals is None else half_up(figure, decimals)
    written = language.number(amount, digits(amount))
    return written.replace(",", "") if language.code == "zh" else written


def percent(share: float | Decimal, language: Language, decimals: int | None = None) -> str:
    """4.6%, in both languages: see docs/figures.md."""
    return language.text("amount.percent", number=number(share, language, decimals))


def points(distance: float | Decimal, language: Language, decimals: int | None = None) -> str:
    """0.8个百分点, 0.8 percentage points; without a sign, which a word says."""
    return counted(number(abs(Decimal(str(distance))), language, decimals), "points", language)


def counted(number: str, what: str, language: Language) -> str:
    """A number with a word of ours: 3位 and 1位, 3 places and 1 place."""
    return language.text(f"count.{what}{'_one' if number == '1' else ''}", number=number)


def ordinal(place: int, language: Language) -> str:
    """2 as 2 (第2位 says the rest) or second, 12 as 12 or 12th."""
    if language.code == "zh":
        return str(place)
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{'th' if place % 100 in (11, 12, 13) else ending}"


def place_among(rank: int, language: Language, *, tied: bool) -> str:
    """首位, 并列第3位; first, joint third."""
    place = "first" if rank == 1 else "place"
    key = f"report.tied_{place}_of" if tied else f"report.{place}_of"
    return language.text(key, rank=ordinal(rank, language))


def _in_english(amount: Decimal, unit: str, language: Language) -> str:
    if unit == "%":
        return percent(amount, language)
    if money := _MONEY.fullmatch(unit):
        return f"{money['money']} {_scaled(amount * _TIMES[money['times']], language)}"
    if things := _THINGS.fullmatch(unit):
        return f"{_scaled(amount * _TIMES[things['times']], language)} {things['things']}"
    written = _scaled(amount, language)
    return f"{written} {singular(unit) if written == '1' else unit}"


def _scaled(amount: Decimal, language: Language) -> str:
    """44.05 billion, 990 million, 894,853: four digits are as many as can be heard."""
    for name, size in _SCALES:
        if abs(amount) >= size:
            scaled = amount / size
            decimals = max(0, 4 - len(str(int(abs(scaled)))))
            return f"{number(scaled, language, decimals)} {name}"
    return number(amount, language)


def singular(unit: str) -> str:
    """An English unit of one: 1 project, 1 entity, 1 person, 1 visit a month."""
    noun, *rest = unit.split(" ")
    if noun == "people":
        noun = "person"
    elif noun.endswith("ies"):
        noun = noun.removesuffix("ies") + "y"
    else:
        noun = noun.removesuffix("s")
    return " ".join([noun, *rest])
