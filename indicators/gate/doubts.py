"""Figures that are let in and look wrong beside their neighbours: doubts/*.sql select them.

Each query returns one row a doubt: the table's file and line, the text that stands there, and
numbers that go into its words below. Nothing is refused for a doubt.
"""

from pathlib import Path

import pyarrow

from indicators.gate.problems import Report

QUERIES = Path(__file__).with_name("doubts")
MEMORY = "1GB"


def raise_about(tables: dict[str, pyarrow.Table], report: Report) -> None:
    """Report what the queries select."""
