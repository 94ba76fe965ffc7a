"""Exhibits of a page: charts, tables and texts, their sources, what to say when they are empty.

What a page shows is declared here, in the module of the page's name: ROWS, each of which stands
side by side. The page asks what its reader chose and lays them out.
"""

from indicators.exhibits import (
    comparison,
    data,
    enterprises_and_jobs,
    environment,
    finance,
    indicator,
    investment,
    learning,
    livelihood,
    livelihood_orders,
    overview,
    targets,
)
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.layout import (
    beside,
    lay,
    links,
    list_problems,
    listed,
    offer,
    sectors,
)
from indicators.exhibits.wording import own_sentence, report

_PAGES = (
    overview,
    indicator,
    investment,
    enterprises_and_jobs,
    finance,
    livelihood,
    environment,
    targets,
    livelihood_orders,
    learning,
    comparison,
    data,
)

__all__ = [
    "Exhibit",
    "beside",
    "by_page",
    "lay",
    "links",
    "list_problems",
    "listed",
    "offer",
    "own_sentence",
    "report",
    "sectors",
]


def by_page() -> dict[str, tuple[Exhibit, ...]]:
    """All exhibits there are, by the name of their page."""
    return {
        module.__name__.rpartition(".")[2]: tuple(one for row in module.ROWS for one in row)
        for module in _PAGES
    }
