"""A chart's rows as they are taken away: every figure whole, and in the words that show it."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from indicators.rounding import digits, half_up, written

# Decimals of a figure that was computed: its own go on for ever.
COMPUTED = range(4, 16)
# Decimals to which the figures of a column are filled up, so that they stand under each other.
FILLED = 2
# A year is a number that is never grouped.
YEAR = "year"

Figure = int | float
Value = None | str | Figure
# A figure is followed by its words where they are others than its digits: [10553, "10,553"].
Cell = Value | list[Figure | str]


def table(
    rows: pd.DataFrame, columns: Mapping[str, str], computed: Collection[str] = ()
) -> dict[str, list[Any]]:
    """Rows under their headers, as JSON: {"columns": [{key, header}], "rows": [[Cell, …], …]}.

    `columns` gives a header to each column that is wanted; what the rows do not have is left out.
    Figures are whole, as they were published, but for those of the columns that are `computed`.
    """
    kept = [column for column in columns if column in rows]
    cells = [_column(column, rows[column], is_computed=column in computed) for column in kept]
    return {
        "columns": [{"key": column, "header": columns[column]} for column in kept],
        "rows": [list(row) for row in zip(*cells, strict=True)],
    }


def _column(name: str, values: Iterable[Any], *, is_computed: bool) -> list[Cell]:
    cells = [_value(value, is_computed=is_computed) for value in values]
    figures = [cell for cell in cells if isinstance(cell, int | float)]
    if name == YEAR or not figures:
        return list(cells)
    places = min(FILLED, max(map(digits, figures)))
    return [_with_words(cell, places, is_computed=is_computed) for cell in cells]


def _value(value: Any, *, is_computed: bool) -> Value:
    if pd.isna(value):
        return None
    if isinstance(value, str):
        return value
    figure = float(_shortened(value) if is_computed else value)
    return int(figure) if figure.is_integer() else figure


def _with_words(value: Value, places: int, *, is_computed: bool) -> Cell:
    """A figure with its words: of a published one every digit, of a computed one these places."""
    if value is None or isinstance(value, str):
        return value
    words = written(value, places if is_computed else max(places, digits(value)))
    return value if words == str(value) else [value, words]


def _shortened(computed: float) -> Decimal | float:
    """Four decimals, or as many more as let it round to what is said of it: 2.12495 to 2.12."""

    def rounds(figure: float | Decimal) -> list[Decimal]:
        return [half_up(figure, places) for places in range(COMPUTED.start)]

    on_the_page = rounds(computed)
    shorter = (half_up(computed, decimals) for decimals in COMPUTED)
    return next((figure for figure in shorter if rounds(figure) == on_the_page), computed)
