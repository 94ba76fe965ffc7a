"""Imported figures as a file of data/observations/."""

import csv
import io

from indicators.formulas import harmless
from indicators.gate.imports.figures import Figure, rows
from indicators.gate.tables import columns


def as_csv(figures: list[Figure], source: str, status: str = "A") -> bytes:
    """One figure a line, in UTF-8 with a mark, so that Excel and WPS open it right."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns("observations"))
    writer.writeheader()
    for row in rows(figures, source, status):
        writer.writerow({column: harmless(cell) for column, cell in row.items()})
    return out.getvalue().encode("utf-8-sig")
