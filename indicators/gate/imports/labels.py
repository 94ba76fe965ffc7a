"""What a heading, a name or a title of an office's table says: a text → its facets."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

import pyarrow

from indicators.gate.characters import folded
from indicators.gate.names import key_of
from indicators.gate.periods import squeezed

Line = Mapping[str, Any]  # of a checked table, by column


@dataclass(frozen=True)
class Facets:
    """What labels say of a figure; None or False where they say nothing.

    `within` is the part of the year: 06 for a month, Q2 for a quarter. `unknown` are names that
    nothing in data/ has.
    """

    indicator: str | None = None
    area: str | None = None
    breakdown: str | None = None
    year: str | None = None
    within: str | None = None
    coverage: str | None = None
    status: str | None = None
    unit: str | None = None
    is_growth: bool = False
    unknown: tuple[str, ...] = ()

    def __or__(self, nearer: "Facets") -> "Facets":
        """Both; where both say something, the label nearer to the figure counts."""
        facets = {
            each.name: getattr(nearer, each.name)
            for each in fields(self)
            if each.name != "unknown" and getattr(nearer, each.name)
        }
        return replace(self, **facets, unknown=(*self.unknown, *nearer.unknown))


@dataclass
class Vocabulary:
    """The names and codes of data/, by what is said for them.

    `usual` has the coverage of most annual figures of an indicator; `growths` the growth of each
    level that has just one.
    """

    indicators: dict[str, list[str]]
    areas: dict[str, list[str]]
    breakdowns: dict[str, list[str]]
    units: dict[str, str]
    growths: dict[str, str]
    usual: dict[str, str]
    home: str
    names: dict[str, str] = field(default_factory=dict)  # of indicators and areas, by code

    @classmethod
    def of(cls, tables: Mapping[str, pyarrow.Table]) -> "Vocabulary":
        """The vocabulary of checked tables, as gate.check gives them."""
        indicators, areas, breakdowns = (
            tables[name].to_pylist() for name in ("indicators", "areas", "breakdowns")
        )
        home = next(row for row in areas if row["is_home"])
        by_area = _by_name(areas, "ref_area")
        for word, code in _relative(home, areas).items():
            by_area.setdefault(key_of(word), [code])
        return cls(
            _by_name(indicators, "indicator"),
            by_area,
            _by_name(breakdowns, "breakdown"),
            {row["indicator"]: row["unit_zh"] for row in indicators},
            _only((row["growth_of"], row["indicator"]) for row in indicators if row["growth_of"]),
            _usual_coverage(tables["observations"], indicators),
            home["ref_area"],
            {row["indicator"]: row["name_zh"] for row in indicators}
            | {row["ref_area"]: row["name_zh"] for row in areas},
        )

    def nearest(self, name: str) -> list[str]:
        """The codes of the indicators and areas whose names come nearest, the nearest first."""
        known = {**self.areas, **self.indicators}
        near = get_close_matches(key_of(name), known, n=3, cutoff=0.4)
        return list(dict.fromkeys(code for key in near for code in known[key]))


def _by_name(rows: Iterable[Line], key: str) -> dict[str, list[str]]:
    codes_by_name: dict[str, list[str]] = {}
    for row in rows:
        for name in (row["name_zh"], row["name_en"], row[key]):
            codes = codes_by_name.setdefault(key_of(name), [])
            if row[key] not in codes:
                codes.append(row[key])
    return codes_by_name


def _relative(home: Line, areas: list[Line]) -> dict[str, str]:
    """全区 is the home area, 全市 the city above it, and so on; a county may lack its last sign."""
    parents = {row["ref_area"]: row for row in areas}
    words = {"全区": home["ref_area"], "本区": home["ref_area"], "本级": home["ref_area"]}
    above = parents.get(home["parent"])
    while above:
        word = {"city": "全市", "province": "全省", "country": "全国"}.get(above["level"])
        if word:
            words[word] = above["ref_area"]
        above = parents.get(above["parent"])
    short = _only(
        (row["name_zh"].rstrip("省市区县"), row["ref_area"])
        for row in areas
        if len(row["name_zh"]) > 2
    )
    return words | {name: code for name, code in short.items() if len(name) > 1}


def _only(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The values of keys that have just one."""
    by_key: dict[str, set[str]] = {}
    for key, value in pairs:
        by_key.setdefault(key, set()).add(value)
    return {key: next(iter(values)) for key, values in by_key.items() if len(values) == 1}


def _usual_coverage(observations: pyarrow.Table, indicators: list[Line]) -> dict[str, str]:
    """Of each indicator, what its annual figures are mostly called, else what its kind suggests."""
    points: dict[str, int] = {}
    columns = observations.select(["indicator", "time_period", "coverage"]).to_pylist()
    for row in columns:
        if len(row["time_period"]) == 4:
            weight = 1 if row["coverage"] == "point" else -1
            points[row["indicator"]] = points.get(row["indicator"], 0) + weight
    return {
        row["indicator"]: "point"
        if points.get(row["indicator"], 1 if row["kind"] == "stock" else -1) > 0
        else "year"
        for row in indicators
    }


_Y = r"(?P<year>(?:19|20)\d\d)年?"
_M = r"(?P<month>0?[1-9]|1[0-2])"
QUARTERS = {sign: f"Q{1 + at // 2}" for at, sign in enumerate("一1二2三3四4")}
TIMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_Y}(?:度|\.0)?",
        rf"(?:{_Y})?(?:0?1月?[-至到])(?P<to>0?[1-9]|1[0-2])月?份?(?:累计)?",
        rf"(?:{_Y}[-/]?)?{_M}月份?",
        rf"{_Y}[-/]{_M}",
        rf"(?:{_Y}-?)?(?:第?(?P<quarter>[一二三四1-4])季度|Q(?P<q>[1-4]))",
        rf"(?:{_Y})?(?P<half>上半年)",
        rf"(?:{_Y})?(?P<three>前三季度)",
        rf"(?:{_Y})?(?P<whole>全年|年度)",
    )
)
# 本月绝对额, 1至本月累计, 同比±%: of which time, and level or growth.
KIND = re.compile(
    r"(?P<month>本月|当月|本期|单月)?"
    r"(?P<to_date>(?:1至?|1[-—]|自?年初?至?|本年)?(?:本月)?(?:止)?(?:累计|累计数|累计值|年初至今))?"
    r"(?P<level>绝对[值额量数]?|总量|数值|数量|完成[数额量]?|实际|总额|数)?"
    r"(?P<growth>(?:同比|比上年|比去年同期|较上年|较去年同期)?(?:增长|增速|增减|增幅|±)*(?:率)?)"
    r"(?:[±(,/、]*%\)?)?"
)
UNIT = re.compile(r"(?:计量)?单位[:：](?P<unit>.+)")
IN_BRACKETS = re.compile(r"(?P<name>.+?)[(,，/]\s*(?:单位[:：])?(?P<unit>[^()]*?)\)?")
NUMBERING = re.compile(
    r"^(?:[(]?[一二三四五六七八九十]+[)、.]|[(]?\d{1,2}[)、.](?!\d)|其中[:：]?|[#*•·-]+|\u3000)+"
)
STATUSES = {"快报": "P", "初步": "P", "预计": "E", "估计": "E", "推算": "E"}
# 2019年（快报）, 快报数, 初步核算: what a heading says of figures beside what they are.
STATUS = re.compile(
    rf"(?P<of>.*?)[(]?(?:(?P<word>{'|'.join(STATUSES)})|实际|正式|决算)(?:核算)?[数值]?[)]?"
)
# Headings of columns of names: they say what stands below them and nothing of a figure.
HEADINGS = re.compile(
    r"(?:指标|项目|名称|指标名称|主要指标|地区|县区|区县|县\(市、区\)|县市区|行政区划|月份|年份|时间|时期|年度"
    r"|计量单位|单位|序号|编号|代码|镇办)"
)
# Ten thousand and a hundred million; what is left of a unit without them is what is counted.
POWERS = (("亿", 8), ("万", 4), ("千", 3), ("百", 2))


def facets_of(text: str, vocabulary: Vocabulary, chosen: Mapping[str, str]) -> Facets:
    """What a label says; `chosen` has codes for labels that nothing in data/ is called."""
    meant = squeezed(NUMBERING.sub("", folded(text)))
    if not meant or HEADINGS.fullmatch(meant):
        return Facets()
    if code := chosen.get(key_of(meant)):
        is_area = any(code in codes for codes in vocabulary.areas.values())
        return Facets(area=code) if is_area else Facets(indicator=code)
    return (
        _time(meant)
        or _kind(meant)
        or _unit(meant, vocabulary)
        or _named(meant, vocabulary)
        or _with_status(meant, vocabulary, chosen)
        or _named_with_unit(meant, vocabulary, chosen)
        or Facets(unknown=(meant,))
    )


def _time(meant: str) -> Facets | None:
    match = next(filter(None, (form.fullmatch(meant) for form in TIMES)), None)
    if not match:
        return None
    parts = match.groupdict()
    if parts.get("to"):
        return Facets(year=parts["year"], within=f"{int(parts['to']):02}", coverage="year_to_date")
    if parts.get("month"):
        return Facets(year=parts["year"], within=f"{int(parts['month']):02}")
    if quarter := parts.get("quarter") or parts.get("q"):
        return Facets(year=parts["year"], within=QUARTERS[quarter], coverage="quarter")
    if parts.get("half") or parts.get("three"):
        within = "06" if parts.get("half") else "09"
        return Facets(year=parts["year"], within=within, coverage="year_to_date")
    return Facets(year=parts["year"], coverage="year" if parts.get("whole") else None)


def _kind(meant: str) -> Facets | None:
    match = KIND.fullmatch(meant)
    if not match or meant in ("%", "数"):
        return None
    coverage = "year_to_date" if match["to_date"] else "month" if match["month"] else None
    unit = "%" if match["growth"] else None
    return Facets(coverage=coverage, is_growth=bool(match["growth"]), unit=unit)


def _unit(meant: str, vocabulary: Vocabulary) -> Facets | None:
    match = UNIT.fullmatch(meant)
    if match:  # of several units none is meant
        return Facets(unit=match["unit"] if re.fullmatch(r"[^、,，/;；]+", match["unit"]) else None)
    return Facets(unit=meant) if base_of(meant)[0] in _bases(vocabulary) else None


def _bases(vocabulary: Vocabulary) -> set[str]:
    return {base_of(unit)[0] for unit in vocabulary.units.values()}


def base_of(unit: str) -> tuple[str, int]:
    """What a unit counts and by which power of ten: 万元 is 元 by 4."""
    for sign, power in POWERS:
        if unit.startswith(sign) and len(unit) > 1:
            return unit[1:], power
    return unit, 0


def factor(written: str, wanted: str) -> Decimal | None:
    """By what figures in one unit are multiplied to be in the other; None for another thing."""
    (base, power), (other, others) = base_of(written), base_of(wanted)
    return Decimal(10) ** (power - others) if base == other else None


def _named(meant: str, vocabulary: Vocabulary) -> Facets | None:
    key = key_of(meant)

    def only(codes: Mapping[str, list[str]]) -> str | None:
        return codes[key][0] if len(codes.get(key, ())) == 1 else None

    if area := only(vocabulary.areas):
        return Facets(area=area)
    if indicator := only(vocabulary.indicators):
        return Facets(indicator=indicator)
    if breakdown := only(vocabulary.breakdowns):
        return Facets(breakdown=breakdown)
    return None


def _named_with_unit(
    meant: str, vocabulary: Vocabulary, chosen: Mapping[str, str]
) -> Facets | None:
    """地区生产总值（亿元）, 固定资产投资增速(%)."""
    match = IN_BRACKETS.fullmatch(meant)
    if not match or not match["unit"]:
        return None
    name = facets_of(match["name"], vocabulary, chosen)
    inside = facets_of(match["unit"], vocabulary, {})
    if name.unknown or inside.unknown:
        return None
    return name | inside


def _with_status(meant: str, vocabulary: Vocabulary, chosen: Mapping[str, str]) -> Facets | None:
    match = STATUS.fullmatch(meant)
    if not match:
        return None
    of = facets_of(match["of"], vocabulary, chosen)
    return None if of.unknown else of | Facets(status=STATUSES.get(match["word"], "A"))


TITLE_YEAR = re.compile(
    rf"{_Y}(?:(?:0?1月?[-至到](?P<to>0?[1-9]|1[0-2])月)|{_M}月|(?P<half>上半年))?"
)


def of_title(text: str, vocabulary: Vocabulary) -> Facets:
    """What a title above a table says of all its figures: year, month, area, status."""
    meant = squeezed(folded(text))
    facets = Facets()
    years = list(TITLE_YEAR.finditer(meant))
    if len(years) == 1:
        match = years[0]
        month = match["to"] or match["month"] or ("6" if match["half"] else None)
        facets |= Facets(year=match["year"], within=f"{int(month):02}" if month else None)
    areas = [name for name in vocabulary.areas if len(name) > 1 and name in meant]
    codes = {vocabulary.areas[name][0] for name in areas if len(vocabulary.areas[name]) == 1}
    if len(codes) == 1:
        facets |= Facets(area=codes.pop())
    if unit := UNIT.search(meant):
        facets |= _unit(unit[0], vocabulary) or Facets()
    return facets | Facets(status=next((s for word, s in STATUSES.items() if word in meant), None))
