"""What a publisher remembers over a restart: what it read, and what is in force since when."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeVar

from indicators.gate import Problem
from indicators.publishing.changes import Changes
from indicators.publishing.copies import Copy, Stamp
from indicators.publishing.editions import FileState

Part = TypeVar("Part", Stamp, Copy, FileState, Problem, Changes)


@dataclass(frozen=True)
class Manifest:
    """The files as they were read last, and the edition that came of it.

    `stamps` are of all files that were there, None for one that could not be read; `copies` of
    those that could.
    """

    made_by: str
    stamps: Mapping[str, Stamp | None]
    copies: Mapping[str, Copy]
    version: str
    since: str
    problems: tuple[Problem, ...]
    files: tuple[FileState, ...]
    changes: Changes | None

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "made_by": self.made_by,
            "stamps": {name: stamp and asdict(stamp) for name, stamp in self.stamps.items()},
            "known": {name: asdict(copy) for name, copy in self.copies.items()},
            "version": self.version,
            "since": self.since,
            "problems": [asdict(problem) for problem in self.problems],
            "files": [asdict(file) for file in self.files],
            "changes": self.changes and asdict(self.changes),
        }


def from_json(kept: Any) -> Manifest | None:
    """None where nothing was kept, or something that is no manifest.

    One of another version of the program is read as far as this one understands it: what was
    accepted must not be lost by an update.
    """
    try:
        return Manifest(
            made_by=kept["made_by"],
            stamps={n: stamp and _part(Stamp, stamp) for n, stamp in kept["stamps"].items()},
            copies={name: _part(Copy, copy) for name, copy in kept["known"].items()},
            version=kept["version"],
            since=kept["since"],
            problems=tuple(_part(Problem, problem) for problem in kept["problems"]),
            files=tuple(_part(FileState, file) for file in kept["files"]),
            changes=kept["changes"] and _part(Changes, kept["changes"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _part(kind: type[Part], kept: Mapping[str, Any]) -> Part:
    return kind(**{f.name: kept[f.name] for f in fields(kind) if f.name in kept})
