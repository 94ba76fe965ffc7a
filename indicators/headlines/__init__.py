"""Figure cards: the overview's headlines, and a page's own list."""

from indicators.headlines.cards import Figures
from indicators.headlines.component import figures, show

__all__ = ["Figures", "figures", "show"]
