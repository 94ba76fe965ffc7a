"""What a reader has chosen: the sidebar that every page shares, and what single pages add."""

from indicators.filters.choice import Choice, Selection
from indicators.filters.sidebar import (
    choose,
    current_language,
    list_problems,
    names_by_code,
    require,
    sidebar,
    take,
)

__all__ = [
    "Choice",
    "Selection",
    "choose",
    "current_language",
    "list_problems",
    "names_by_code",
    "require",
    "sidebar",
    "take",
]
