"""What people chose for what a table does not say, kept for the next month's table."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from indicators.gate.names import key_of

FILE = "imports.json"


@dataclass(frozen=True)
class Choices:
    """Codes for names, and what holds for figures of which the table says nothing else.

    `names`: codes of indicators and areas by what the table calls them. `coverage`: "month" or
    "year_to_date", for months of which it does not say whether they are one or a sum.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    area: str | None = None
    year: str | None = None
    coverage: str | None = None
    status: str = "A"

    @classmethod
    def load(cls, folder: Path) -> "Choices":
        """The names that were kept in a working folder; none where there are none to be read."""
        with suppress(OSError, ValueError, AttributeError):
            kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
            return cls(names={str(name): str(code) for name, code in kept["names"].items()})
        return cls()

    def named(self, chosen: Mapping[str, str]) -> "Choices":
        """With codes for more names."""
        more = {key_of(name): code for name, code in chosen.items() if code}
        return Choices(**{**asdict(self), "names": {**self.names, **more}})

    def keep(self, folder: Path) -> None:
        """Keep the names for the next table, whole or not at all."""
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{FILE}.{os.getpid()}.unfinished"
        text = json.dumps({"names": dict(self.names)}, ensure_ascii=False, indent=1)
        unfinished.write_text(text, encoding="utf-8")
        os.replace(unfinished, folder / FILE)
