"""Exhibits of a page: a chart, a table or a text, its sources, what to say when it is empty."""

from indicators.exhibits.drawing import breaks, links, masthead, say, show, table

__all__ = ["breaks", "links", "masthead", "say", "show", "table"]
