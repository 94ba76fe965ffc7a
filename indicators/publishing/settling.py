"""Which version of each file goes into force: the new one, or the last accepted one."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow

from indicators import gate
from indicators.gate import Problem
from indicators.publishing.copies import Copies, Copy
from indicators.publishing.editions import FileState


@dataclass(frozen=True)
class Settled:
    """The versions that fit together. `tables` is None where none do: all stays as it was."""

    problems: tuple[Problem, ...]  # of the files as they are now in data/
    files: tuple[FileState, ...]
    tables: dict[str, pyarrow.Table] | None

    def contents(self) -> dict[str, str]:
        """The versions in force, by name in data/."""
        return {file.name: file.content for file in self.files if file.content}


def settle(
    copies: Copies, offered: Mapping[str, Copy], accepted: Mapping[str, FileState]
) -> Settled:
    """Take every offered file that fits, and the accepted version of those that do not.

    A file that is gone keeps its accepted version, unless its figures now stand in another one:
    then it was renamed. A file that is refused and never was accepted is left out; where nothing
    ever was accepted, all files must be right.
    """
    first = gate.check({name: copies.path(name, copy.content) for name, copy in offered.items()})
    gone = {name: file for name, file in accepted.items() if name not in offered}
    if first.refused and not accepted:
        return Settled(first.problems, (), None)

    chosen = {name: _offered(name, copy, accepted) for name, copy in offered.items()}
    checked = first
    if gone:
        kept = {name: _as(file, "missing") for name, file in gone.items()}
        checked = _check(copies, chosen | kept)
        if len(checked.refused) <= len(first.refused - kept.keys()):
            chosen |= kept
        else:
            checked, gone = first, {}
    told = {problem.file for problem in first.problems}
    problems = (*first.problems, *(_gone(name) for name in gone if name not in told))
    while checked.refused:
        fallen = {
            name: _fallen_back(chosen[name], accepted) for name in checked.refused & {*chosen}
        }
        if not fallen or any(file is None for file in fallen.values()):
            as_before = tuple(_unchanged(file, offered) for file in accepted.values())
            return Settled((*problems, *_not_yet_told(checked, problems)), as_before, None)
        chosen |= fallen
        checked = _check(copies, chosen)
    return Settled(problems, tuple(chosen[name] for name in sorted(chosen)), checked.tables)


def _check(copies: Copies, chosen: Mapping[str, FileState]) -> gate.Checked:
    used = {name: file for name, file in chosen.items() if file.content}
    return gate.check({name: copies.path(name, file.content) for name, file in used.items()})


def _offered(name: str, copy: Copy, accepted: Mapping[str, FileState]) -> FileState:
    known = accepted.get(name)
    since = known.since if known and known.content == copy.content else None
    return FileState(name, "in_force", copy.content, since, copy.lines)


def _as(file: FileState, state: str) -> FileState:
    return FileState(file.name, state, file.content, file.since, file.lines)


def _fallen_back(file: FileState, accepted: Mapping[str, FileState]) -> FileState | None:
    """What takes the place of a refused version; None where nothing is left to try."""
    if file.state != "in_force":
        return None
    if file.name not in accepted:
        return FileState(file.name, "not_used", None, None)
    if accepted[file.name].content == file.content:
        return None
    return _as(accepted[file.name], "refused")


def _unchanged(file: FileState, offered: Mapping[str, Copy]) -> FileState:
    """An accepted file beside what now stands in its place."""
    if file.name not in offered:
        return _as(file, "missing")
    return _as(file, "in_force" if offered[file.name].content == file.content else "refused")


def _gone(name: str) -> Problem:
    zh = (
        "文件不见了或打不开，仍用最近一次采用的数；"
        "确要撤下这些数，请放回只留表头的同名文件，采用后再删去"
    )
    en = (
        "the file is gone or cannot be opened, and its last accepted figures stay; "
        "to withdraw them, put it back with its header alone, then delete it"
    )
    return Problem(name, None, None, "", zh, en, "warning")


def _not_yet_told(checked: gate.Checked, told: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in checked.problems if problem not in told)
