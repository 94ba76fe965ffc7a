"""A table as an office keeps it → rows of data/observations/, each with the cell it comes from.

Rows are indicators, counties or months, columns years, months or kinds of figures; titles and
units stand above, totals and notes below. Every figure becomes one row or is named with what
about it is not understood; nothing is guessed. What a person chose for a name is kept, so that
the next month's table needs no choice again.

* labels.py: what a heading, a name or a title says
* layout.py: which cells are figures, and which headings belong to each
* figures.py: figures with all that is said of them, as rows
* choices.py: what people chose, kept in a file
* tidy.py: the rows as a CSV
"""

from indicators.gate.imports.choices import Choices
from indicators.gate.imports.figures import Figure, Import, recognised, rows
from indicators.gate.imports.labels import Vocabulary
from indicators.gate.imports.layout import grids
from indicators.gate.imports.tidy import as_csv
from indicators.gate.workbooks import Broken, Grid

__all__ = [
    "Broken",
    "Choices",
    "Figure",
    "Grid",
    "Import",
    "Vocabulary",
    "as_csv",
    "grids",
    "recognised",
    "rows",
]
