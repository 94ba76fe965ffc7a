"""The line of column names: where it stands, and what is wrong with it."""

from collections import Counter
from difflib import get_close_matches

from indicators.gate.problems import Problem

Record = tuple[int, list[str]]  # the line on which it begins, its cells


def title_above(file: str, top: list[Record], columns: tuple[str, ...]) -> list[Problem]:
    """The one problem of a sheet with titles above its header."""
    for line, cells in top[1:]:
        if {*columns} <= {cell.strip() for cell in cells} and not {*top[0][1]} & {*columns}:
            first, title = top[0][0], ",".join(cell for cell in top[0][1] if cell)
            zh = f"第一行应是列名，列名现在第 {line} 行：应删去上面的标题"
            en = f"the column names in the first line; they stand in line {line}, below titles"
            return [Problem(file, first, None, title, zh, en)]
    return []


def header_mistakes(
    file: str, line: int, header: list[str], columns: tuple[str, ...]
) -> list[Problem]:
    """What is wrong with the names of the columns; their order is free."""
    absent = [name for name in columns if name not in header]
    found = [Problem(file, line, name, "", "应有这一列", "this column") for name in absent]
    for name, times in Counter(header).items():
        if not name:
            nth = header.index("") + 1
            zh, en = f"第 {nth} 列应有列名，或者删去", f"a name for column {nth}, or no such column"
            found.append(Problem(file, line, None, ",".join(header), zh, en))
        elif name not in columns:
            found.append(Problem(file, line, name, name, *_instead_of(name, absent, columns)))
        elif times > 1:
            zh, en = f"这一列应只有一个，现有 {times} 个", f"this column once, not {times} times"
            found.append(Problem(file, line, name, name, zh, en))
    return found


def _instead_of(name: str, absent: list[str], columns: tuple[str, ...]) -> tuple[str, str]:
    """What to do about a column that is not one of the table's."""
    if name.startswith("unit") and "unit_zh" not in columns:
        return (
            "应删去这一列：一个指标只有一个单位，写在 data/indicators.csv",
            "no such column: an indicator has one unit, kept in data/indicators.csv",
        )
    nearest = get_close_matches(name.lower(), absent, n=1)
    if nearest:
        return f"列名应写作 {nearest[0]}", f"the column name {nearest[0]}"
    names = ", ".join(columns)
    return f"应删去这一列，这个文件的列是 {names}", f"no such column; the columns are {names}"
