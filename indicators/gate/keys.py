"""Keys and codes: what only one line may have, and what another table must know."""

import numpy

from indicators.gate.cells import Cells
from indicators.gate.headings import named
from indicators.gate.problems import Problem, Report, statement, with_the_nearest
from indicators.gate.tables import TABLES

Words = tuple[str, str]


def twice(cells: Cells, columns: tuple[str, ...], report: Report) -> None:
    """Lines that repeat what only one line may have; all empty is not a repetition."""
    keys = _combined([_codes(cells, column) for column in columns])
    empty = numpy.logical_and.reduce([cells.which(column, _is_empty) for column in columns])
    rows = numpy.flatnonzero(~empty & cells.sound(*columns))
    _, first, group = numpy.unique(keys[rows], return_index=True, return_inverse=True)
    if len(first) == len(rows):
        return
    first_of = rows[first][group]  # unique() gives the first place of each
    repeated = rows[first_of != rows]
    earlier = dict(zip(repeated.tolist(), first_of[first_of != rows].tolist(), strict=True))
    _say_repeated(cells, columns, repeated, earlier, report)


# What an empty cell of a column means, where it means the same as a code.
SAME_AS_EMPTY = {"scope": "unstated"}


def _codes(cells: Cells, column: str) -> numpy.ndarray:
    """Of each row, a number that two cells share if they mean the same."""
    codes, meanings = cells.codes(column), cells.meanings(column)
    same = SAME_AS_EMPTY.get(column)
    if same not in meanings or "" not in meanings:
        return codes
    return numpy.where(codes == meanings.index(""), meanings.index(same), codes)


def _is_empty(text: str) -> bool:
    return not text


def _combined(codes: list[numpy.ndarray]) -> numpy.ndarray:
    """One number a row, equal where all of its numbers are."""
    combined, size = codes[0].astype(numpy.int64), int(codes[0].max(initial=0)) + 1
    for column in codes[1:]:
        many = int(column.max(initial=0)) + 1
        if size * many > 1 << 62:
            _, combined = numpy.unique(combined, return_inverse=True)
            size = int(combined.max(initial=0)) + 1
        combined, size = combined * many + column, size * many
    return combined


def _say_repeated(
    cells: Cells,
    columns: tuple[str, ...],
    repeated: numpy.ndarray,
    earlier: dict[int, int],
    report: Report,
) -> None:
    def has_it(row: int) -> Words:
        (file, line), (its_file, _) = cells.place(earlier[int(row)]), cells.place(row)
        zh, en = f"第{line}行", f"line {line}"
        return (zh, en) if file == its_file else (f" data/{file} {zh}", f"{en} of data/{file}")

    if len(columns) == 1:
        cells.say(
            report,
            columns[0],
            repeated,
            lambda row: (
                f"与{has_it(row)[0]}重复，应各行不同",
                f"another value; it repeats {has_it(row)[1]}, and every row needs its own",
            ),
        )
        return

    rest = _without_copies(cells, repeated, earlier, report)

    def problem_at(row: int) -> Problem:
        zh, en = has_it(row)
        key = [cells.canonical[column][int(row)].as_py() for column in columns]
        return Problem(
            *cells.place(row),
            None,
            ",".join(part for part in key if part),
            f"{'、'.join(map(named, columns))}{len(columns)}项与{zh}完全相同，只能保留一行",
            f"one row only; {en} has the same {', '.join(columns)}",
        )

    for number, file in enumerate(cells.files):
        here = rest[cells.file_of[rest] == number]
        report.add_each(file, "refused", here, problem_at)


def _without_copies(
    cells: Cells, repeated: numpy.ndarray, earlier: dict[int, int], report: Report
) -> numpy.ndarray:
    """The repeated rows but those of files that have nothing else: each of these is a copy."""
    rest = repeated
    for number, file in enumerate(cells.files):
        here = repeated[cells.file_of[repeated] == number]
        if not len(here) or len(here) < numpy.count_nonzero(cells.file_of == number):
            continue
        others = {cells.place(earlier[int(row)])[0] for row in here}
        if file in others:
            continue
        names = "、".join(f"data/{other}" for other in sorted(others))
        zh = f"整个文件的{len(here):,}行在 {names} 里都有，应是副本：请删去这个文件"
        en = (
            f"no copy: all of its {len(here):,} lines are in {', '.join(sorted(others))}; delete it"
        )
        report.add(statement(file, zh, en))
        rest = rest[cells.file_of[rest] != number]
    return rest


def unknown(cells: Cells, column: str, other: Cells, report: Report) -> None:
    """Codes that the table they belong to does not have, with the nearest one that it has."""
    if not other.is_whole:
        return
    codes = set(other.meanings(TABLES[other.table].key)) - {""}
    zh, en = f"应填 data/{other.table}.csv 里有的代码", f"a code from data/{other.table}.csv"
    strange = cells.which(column, lambda code: bool(code) and code not in codes)
    cells.say(
        report,
        column,
        strange & cells.sound(column),
        lambda row: with_the_nearest(zh, en, cells.written(column, row), codes),
        once=True,
    )
