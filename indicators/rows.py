"""A row of what a query gives, as charts, sentences and filters read it."""

from collections.abc import Iterator
from typing import Any, Protocol

import pandas as pd


class Row(Protocol):
    """Each column by its name.

    Of which type a column is, the query's header says, and a test holds it to the database; here
    it is not said a second time.
    """

    def __getattr__(self, column: str, /) -> Any: ...


def each(rows: pd.DataFrame) -> Iterator[Row]:
    """The rows one after another."""
    return rows.itertuples()
