"""Which version of the dashboard this is."""

import tomllib
from functools import cache
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


@cache
def version() -> str:
    """0.9.0, as pyproject.toml has it."""
    return tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]
