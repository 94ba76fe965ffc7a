"""Figure cards: the overview's headlines, and a page's own list."""

from indicators.headlines.component import Headlines, ask, show

__all__ = ["Headlines", "ask", "show"]
