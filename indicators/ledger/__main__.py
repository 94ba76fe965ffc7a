"""`make check`: tells what is wrong in a data folder, its ledger too. Exits with 1 if refused."""

import sys
import tempfile
from pathlib import Path

import duckdb

from indicators import gate
from indicators.gate import __main__ as of_the_gate
from indicators.gate import places
from indicators.ledger.checking import check
from indicators.ledger.items import FOLDER
from indicators.ledger.orders import LABELS


def main(arguments: list[str] | None = None) -> int:
    """As the gate's, with the ledger, whose codes are those of the folder's own tables."""
    request = of_the_gate.options(arguments)
    if request.table:
        return of_the_gate.main(arguments)
    checked = gate.check({name: request.folder / name for name in gate.names(request.folder)})
    return of_the_gate.tell(checked, request.csv, _of_ledger(request.folder, checked))


def _of_ledger(folder: Path, figures: gate.Checked) -> tuple[gate.Problem, ...]:
    """Nothing where the tables of its codes cannot be read: it cannot be judged by them."""
    files = {name: folder / name for name in places.names_in(folder, FOLDER)}
    unfit = {gate.table_of(name) for name in figures.refused}
    if not files or unfit & {*LABELS} or not {*LABELS} <= figures.tables.keys():
        return ()
    with tempfile.TemporaryDirectory() as place, duckdb.connect(f"{place}/ledger.duckdb") as made:
        return check(files, {table: figures.tables[table] for table in LABELS}, made)


if __name__ == "__main__":
    of_the_gate.speak()
    sys.exit(main())
