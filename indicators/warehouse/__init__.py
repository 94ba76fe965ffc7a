"""Checked rows in a sealed DuckDB, and the queries that are asked of it."""

from indicators.warehouse.snapshot import SCHEMA, build, open_file, open_folder, save

__all__ = ["SCHEMA", "build", "open_file", "open_folder", "save"]
