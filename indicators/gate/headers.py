"""The line of column names: where it stands, how its names are read, and what is wrong with it."""

import re
from collections import Counter
from difflib import get_close_matches

from indicators.gate import periods
from indicators.gate.characters import folded, has_unseen
from indicators.gate.headings import COLUMN_NAMES, with_name
from indicators.gate.places import table_of
from indicators.gate.problems import Problem, Report
from indicators.gate.tables import TABLES

Record = tuple[int, list[str]]  # the line on which it begins, its cells

# How far down a header is looked for that should be the first line.
TITLES = 10
# How the columns of a template begin that only help to fill it in.
ASIDE = "参考"
# More of one kind than this are told as one.
FEW = 3


def read(
    file: str, top: list[Record], columns: tuple[str, ...], report: Report
) -> list[str] | None:
    """The columns in the order of the file, from its first records; None where they are wrong.

    Names in Chinese, in capitals or with characters that nobody sees are read, and it is said.
    """
    line, written = top[0]
    written = _without_empty_end([name.strip() for name in written])
    nth = None if _is_of_another(written, columns) else header_at(top, columns)
    if nth != 0:
        report.add(_no_header(file, top, columns) if nth is None else _title(file, top, nth))
        return None
    names = meant(written, columns)
    mistakes = header_mistakes(file, line, names, columns)
    report.add(*mistakes)
    if mistakes:
        return None
    report.add(*_readings(file, line, written, names))
    return names


def _readings(file: str, line: int, written: list[str], names: list[str]) -> list[Problem]:
    """How names were read that are not written as codes."""
    changed = [(a, b) for a, b in zip(written, names, strict=True) if a != b]
    problems = []
    if changed:
        listed = "、".join(f"{a}→{b}" for a, b in changed)
        unseen = "（其中有看不见的字符）" if any(has_unseen(a) for a, _ in changed) else ""
        zh, en = (
            f"表头已按代码读入：{listed}{unseen}",
            ", ".join(f"{b} for {a}" for a, b in changed),
        )
        problems.append(Problem(file, line, None, "", zh, en, "normalised"))
    if aside := [name for name in names if _is_aside(name)]:
        zh, en = f"参考列没有读入：{'、'.join(aside)}", f"without {', '.join(aside)}"
        problems.append(Problem(file, line, None, "", zh, en, "normalised"))
    return problems


def meant(names: list[str], columns: tuple[str, ...]) -> list[str]:
    """The names as codes, where they are Chinese names of columns or written in another way."""
    codes = {name: code for code in columns for name in COLUMN_NAMES.get(code, ())}
    codes |= {code: code for code in columns}

    def code_of(name: str) -> str:
        plain = re.sub(r"\s", "", folded(name)).lower()
        return codes.get(plain, name)

    return [code_of(name) for name in names]


def matches(names: list[str], columns: tuple[str, ...]) -> int:
    """How many of a table's columns are among these names."""
    return len({*meant(names, columns)} & {*columns})


def header_at(top: list[Record], columns: tuple[str, ...]) -> int | None:
    """Which of the first records has the names of the columns; None if none has.

    That is most of them, or a few and nothing else.
    """
    with_names = [nth for nth, (_, cells) in enumerate(top) if _is_header(cells, columns)]
    exact = [nth for nth in with_names if {*columns} <= {cell.strip() for cell in top[nth][1]}]
    return next(iter(exact or with_names), None)


def has_most(cells: list[str], columns: tuple[str, ...]) -> bool:
    """Whether at least half of a table's columns are among these names."""
    return matches(cells, columns) >= (len(columns) + 1) // 2


def _is_header(cells: list[str], columns: tuple[str, ...]) -> bool:
    filled = sum(bool(cell.strip()) for cell in cells)
    return has_most(cells, columns) or matches(cells, columns) == filled >= FEW


def _without_empty_end(cells: list[str]) -> list[str]:
    """Spreadsheets save columns that once held something as empty ones at the end."""
    filled = [number for number, cell in enumerate(cells, start=1) if cell]
    return cells[: filled[-1]] if filled else []


def _title(file: str, top: list[Record], nth: int) -> Problem:
    """Titles above the header."""
    first, line = top[0][0], top[nth][0]
    title = ",".join(cell for cell in top[0][1] if cell)
    zh = f"第一行应是列名，列名现在第{line}行：应删去上面的标题"
    en = f"the column names in the first line; they stand in line {line}, below titles"
    return Problem(file, first, None, title, zh, en)


# A year, a month, a quarter or a kind of figure at the head of a column of figures.
_YEAR = r"(?:19|20)\d\d"
ACROSS = re.compile(
    rf"{_YEAR}(?:年|年度|\.0|[/-]\d{{1,2}}|年\d{{1,2}}月|年?[一二三四1-4]季度|年?\d{{1,2}}[-至]\d{{1,2}}月)?"
    r"|(?:\d{1,2}[-至])?\d{1,2}月|第?[一二三四]季度|本月.*|当月.*|绝对[值额量].*|.*(?:累计|同比|增速).*"
)


def is_wide(top: list[Record]) -> bool:
    """Whether years, months or kinds of figures stand side by side."""
    return any(
        sum(ACROSS.fullmatch(periods.squeezed(cell)) is not None for cell in cells) > 1
        for _, cells in top
    )


def _is_of_another(names: list[str], columns: tuple[str, ...]) -> bool:
    """Whether the names are all those of another table, and not all of this one."""
    others = [
        tuple(name for name, form in table.columns.items() if not form.may_be_absent)
        for table in TABLES.values()
        if {*table.columns} != {*columns}
    ]
    return matches(names, columns) < len(columns) and any(
        matches(names, other) == len(other) for other in others
    )


def _table_of(top: list[Record]) -> str | None:
    """The table whose header the first line is; of several the one with most of its columns."""
    fitting = [table for table in TABLES if header_at(top, tuple(TABLES[table].columns)) == 0]
    return max(
        fitting, key=lambda table: matches(top[0][1], tuple(TABLES[table].columns)), default=None
    )


def _no_header(file: str, top: list[Record], columns: tuple[str, ...]) -> Problem:
    """The one problem of a file whose first lines have no such header."""
    line, cells = top[0]
    quoted, names = ",".join(filter(None, cells)), ", ".join(columns)
    other = _table_of(top)
    if is_wide(top):
        zh = (
            "是宽表（年份、月份或几种数排在列上），数据文件应每行一个数："
            "请在“数据与来源”的“导入表格”里转换，或下载模板填写"
        )
        en = (
            "one figure a line; in this table years, months or kinds of figures stand side by "
            "side: convert it under “Import a table” on the data page, or fill in the template"
        )
    elif other:
        place = "data/observations/" if other == "observations" else f"data/{other}.csv"
        zh = f"是另一种表的列名，应放入 {place}；这个文件的列是 {names}"
        en = f"the columns {names}; this is the header of another table, which belongs into {place}"
    else:
        zh = f"第一行应是列名 {names}；可下载模板，把数据粘贴到列名下面"
        en = f"the column names {names} in the first line; the template has them"
    return Problem(file, line, None, quoted, zh, en)


def header_mistakes(
    file: str, line: int, header: list[str], columns: tuple[str, ...]
) -> list[Problem]:
    """What is wrong with the names of the columns; their order is free."""
    absent = [name for name in columns if name not in header and not _came_later(file, name)]
    strange = [
        name for name in Counter(header) if name and name not in columns and not _is_aside(name)
    ]
    problems = _absent(file, line, absent) + _strange(file, line, strange, absent, columns)
    for name, times in Counter(header).items():
        if not name:
            nth = header.index("") + 1
            zh, en = f"第{nth}列应有列名，或者删去", f"a name for column {nth}, or no such column"
            problems.append(Problem(file, line, None, ",".join(header), zh, en))
        elif name in columns and times > 1:
            places = [nth for nth, each in enumerate(header, start=1) if each == name]
            nths = "、".join(map(str, places))
            zh = f"这一列应只有一个，现有{times}个（第{nths}列），应删去多的"
            en = f"this column once, not {times} times (columns {', '.join(map(str, places))})"
            problems.append(Problem(file, line, name, name, zh, en))
    return problems


def _came_later(file: str, column: str) -> bool:
    """Whether a file of before is whole without this column."""
    table = table_of(file)
    return table is not None and TABLES[table].columns[column].may_be_absent


def _is_aside(name: str) -> bool:
    """Whether a column is there to be looked at and not to be read."""
    return name.startswith(ASIDE)


def _absent(file: str, line: int, absent: list[str]) -> list[Problem]:
    if len(absent) <= FEW:
        return [Problem(file, line, name, "", "应有这一列", "this column") for name in absent]
    zh = f"缺{len(absent)}列：{'、'.join(map(with_name, absent))}；可下载模板"
    en = f"the columns {', '.join(absent)} too; the template has them"
    return [Problem(file, line, None, "", zh, en)]


def _strange(
    file: str, line: int, strange: list[str], absent: list[str], columns: tuple[str, ...]
) -> list[Problem]:
    if len(strange) <= FEW:
        return [
            Problem(file, line, name, name, *_instead_of(name, absent, columns)) for name in strange
        ]
    names = ", ".join(columns)
    zh = f"这些（共{len(strange):,}列）不是这个文件的列，应删去；这个文件的列是 {names}"
    en = f"none of these {len(strange):,} columns; those of this file are {names}"
    return [Problem(file, line, None, "、".join(strange[:FEW]) + "…", zh, en)]


def _instead_of(name: str, absent: list[str], columns: tuple[str, ...]) -> tuple[str, str]:
    """What to do about a column that is not one of the table's."""
    is_unit = name.startswith("unit") or name in ("单位", "计量单位")
    if is_unit and "unit_zh" not in columns:
        return (
            "应删去这一列：一个指标只有一个单位，写在 data/indicators.csv",
            "no column of units: an indicator has one unit, kept in data/indicators.csv",
        )
    nearest = get_close_matches(name.lower(), absent, n=1)
    if nearest:
        return f"列名应写作 {nearest[0]}", f"the column name {nearest[0]}"
    names = ", ".join(columns)
    return f"应删去这一列，这个文件的列是 {names}", f"only known columns; they are {names}"
