"""Checked rows in a sealed DuckDB, and the queries that are asked of it."""

from indicators.warehouse.snapshot import (
    SCHEMA,
    Unanswered,
    build,
    figures,
    open_file,
    open_folder,
    save,
)

__all__ = ["SCHEMA", "Unanswered", "build", "figures", "open_file", "open_folder", "save"]
