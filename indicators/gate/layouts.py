"""Lines of a table that are no rows of it: totals, notes, signatures, a header in its midst."""

import re
from collections.abc import Iterator

import numpy
import pyarrow

from indicators.gate.characters import folded
from indicators.gate.headers import Record, meant
from indicators.gate.problems import Problem, Report

Words = tuple[str, str]

PLAIN_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
TOTAL = re.compile(r"(?:合计|总计|小计|共计|累计|总和)[:：]?|total|sum", re.IGNORECASE)
BELOW = re.compile(
    r"(?:注|说明|备注|附注|注释|资料来源|数据来源|来源)\s*[0-9一二三四五]?\s*[:：.、].*"
    r"|(?:填表|填报|制表|统计|审核|复核|单位|部门|分管|主管|财务)?(?:人|单位|负责人|领导|日期|时间)\s*[:：(（].*"
    r"|(?:填表|填报|制表|审核|复核|打印|报送|联系).{0,6}[:：].*",
    re.DOTALL,
)
# Rows whose key is no code that are looked at one by one before the careful way is taken.
MANY = 100_000


def no_data(cells: list[str], columns: tuple[str, ...]) -> Words | None:
    """Why a line is no row of a table, by its cells in the table's order; None for a row."""
    key = cells[0].strip() if cells else ""
    if PLAIN_KEY.fullmatch(key) and key not in columns:
        return None
    if len({*meant(cells, columns)} & {*columns}) > len(columns) / 2:
        return (
            "又是列名，像是两个文件拼在一起：应删去这一行",
            "one header only; this line is a second one, as if two files were joined",
        )
    filled = [folded(cell) for cell in cells if cell.strip()]
    if filled and TOTAL.fullmatch(re.sub(r"\s", "", filled[0])):
        return (
            "是合计，不是一条数据：应删去这一行",
            "no line of totals; take it out",
        )
    if filled and (BELOW.fullmatch(filled[0]) or (len(filled) == 1 and len(cells) != 2)):
        zh = "像是表下的说明或落款，不是数据：应删去这一行"
        en = "no notes or signatures below the table; take the line out"
        if "note" in columns:
            zh += "，要保留的写进各行的 note 列"
            en += ", and write into the column note what is to be kept"
        return zh, en
    return None


def without_what_is_no_data(
    records: Iterator[Record],
    file: str,
    header: list[str],
    columns: tuple[str, ...],
    report: Report,
) -> Iterator[Record]:
    """The records that are rows; the others are reported, each as one problem."""
    order = [header.index(name) for name in columns]
    for line, cells in records:
        ordered = [cells[at] for at in order] if len(cells) == len(header) else cells
        words = no_data(ordered, columns)
        if words is None:
            yield line, cells
        else:
            quoted = ",".join(filter(None, (cell.strip() for cell in cells)))
            report.add(Problem(file, line, None, quoted, *words))


def any_of_no_data(arrays: dict[str, pyarrow.Array], columns: tuple[str, ...]) -> bool:
    """Whether any line of a whole table is no row of it."""
    keys = arrays[columns[0]]
    texts = keys.dictionary.to_pylist()
    odd = [not PLAIN_KEY.fullmatch(text.strip()) or text in columns for text in texts]
    if not any(odd):
        return False
    rows = numpy.flatnonzero(numpy.array(odd)[keys.indices.to_numpy()])
    if len(rows) > MANY:
        return True
    suspicious = pyarrow.table({name: arrays[name].take(rows) for name in columns})
    return any(no_data(list(row.values()), columns) for row in suspicious.to_pylist())
