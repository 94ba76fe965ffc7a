"""Checked rows in a sealed DuckDB, and the queries that are asked of it."""

from indicators.warehouse.snapshot import (
    MADE_BY,
    SCHEMA,
    VOCABULARY,
    Unanswered,
    attach,
    build,
    figures,
    look_ups,
    open_file,
    open_folder,
    save,
    seal,
)

__all__ = [
    "MADE_BY",
    "SCHEMA",
    "VOCABULARY",
    "Unanswered",
    "attach",
    "build",
    "figures",
    "look_ups",
    "open_file",
    "open_folder",
    "save",
    "seal",
]
