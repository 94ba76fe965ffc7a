"""Figure cards: the overview's headlines, and a page's own list."""

from indicators.headlines.component import (
    Headlines,
    Opened,
    ask,
    close_overview,
    open_overview,
    show,
)

__all__ = ["Headlines", "Opened", "ask", "close_overview", "open_overview", "show"]
