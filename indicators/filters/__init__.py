"""What a reader has chosen: the sidebar that every page shares, and what single pages add."""

from indicators.filters.choice import Choice, Selection
from indicators.filters.role import is_keeper
from indicators.filters.sidebar import (
    current_language,
    heading,
    indicator_page,
    link,
    list_problems,
    names,
    names_by_code,
    require,
    require_figures,
    sidebar,
)
from indicators.filters.trace import journaled, note_once

__all__ = [
    "Choice",
    "Selection",
    "current_language",
    "heading",
    "indicator_page",
    "is_keeper",
    "journaled",
    "link",
    "list_problems",
    "names",
    "names_by_code",
    "note_once",
    "require",
    "require_figures",
    "sidebar",
]
