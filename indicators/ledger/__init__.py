"""The ledger of livelihood orders: data/orders/, checked, as a sealed DuckDB of its own.

* items.py: what each cell holds, and which numbers are hidden
* checking.py: files into a database, and all that is to be said of them
* orders.py: the kind of edition that a publisher keeps of them
* offered.py: what would be said of files that are not kept
* counting.py: an open ledger, and its counts
"""

from indicators.ledger.checking import check
from indicators.ledger.counting import connect, count, years
from indicators.ledger.items import COLUMNS, FOLDER
from indicators.ledger.offered import judged, ledgers
from indicators.ledger.orders import Orders, labels

__all__ = [
    "COLUMNS",
    "FOLDER",
    "Orders",
    "check",
    "connect",
    "count",
    "judged",
    "labels",
    "ledgers",
    "years",
]
