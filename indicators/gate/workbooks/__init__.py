"""Workbooks as the clerk sees them: the sheet in sight, each cell as it is shown.

Only what a table needs is read of the Open XML of a workbook, part by part and never more than
fits: a fault in its colours, charts or links to other files keeps no figure out. What is stored
and what is shown may differ (a format that scales, hides or rounds, a hidden row, a formula
without its result); whatever differs is remarked upon and never passed over in silence.

* package.py: the ZIP file and its parts
* formats.py: what a number format makes of a number
* sheet.py: the cells of a sheet and what is to be remarked on them
"""

from indicators.gate.workbooks.package import Broken
from indicators.gate.workbooks.sheet import Book, Grid, Remark, read

__all__ = ["Book", "Broken", "Grid", "Remark", "SUFFIXES", "read"]

SUFFIXES = (".xlsx", ".xlsm")
