"""An empty file of each table, to be filled in, and what belongs into its columns."""

import csv
import io

from indicators.gate.forms import Form
from indicators.gate.tables import TABLES


def columns(table: str) -> dict[str, Form]:
    """The columns of a table in the order of its file, and their forms."""
    return TABLES[table].columns


def as_csv(table: str) -> bytes:
    """The header alone, in UTF-8 with a mark, so that Excel and WPS keep the encoding."""
    out = io.StringIO()
    csv.writer(out).writerow(TABLES[table].columns)
    return out.getvalue().encode("utf-8-sig")
