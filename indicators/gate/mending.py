"""A copy of a file in which is mended what is certain, for its office to go on with.

Titles above and totals and notes below are gone, names are codes, what was read otherwise stands
as it was read, merged cells are filled. A cell that may mean two things stays as it is.
"""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from indicators.formulas import harmless
from indicators.gate import read_cells, table_of
from indicators.gate.cells import Cells
from indicators.gate.problems import Report
from indicators.gate.tables import columns


def mended(files: Mapping[str, Path], name: str) -> bytes | None:
    """One of these files as a CSV in UTF-8 with a mark; None where it cannot be read at all."""
    table = table_of(name)
    if table is None:
        return None
    cells = read_cells(files, Report(), mend=name).get(table)
    if cells is None or name not in cells.files:
        return None
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns(table))
    writer.writerows(_rows(cells, name, columns(table)))
    return out.getvalue().encode("utf-8-sig")


def _rows(cells: Cells, name: str, names: tuple[str, ...]) -> list[list[str]]:
    here = [row for row in range(len(cells)) if cells.place(row)[0] == name]
    return [[_text(cells, column, row) for column in names] for row in here]


def _text(cells: Cells, column: str, row: int) -> str:
    """A cell of the copy: it is opened in a spreadsheet, so what that would run is harmless."""
    if cells.wrong[column][row]:
        return harmless(cells.written(column, row))
    return harmless(cells.canonical[column][row].as_py())
