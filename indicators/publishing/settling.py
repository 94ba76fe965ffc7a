"""Which version of each file goes into force: the one in data/, or the last accepted one.

Each file is taken or kept back by itself. What does not fit falls back; where a file that did
not change no longer fits, the change that keeps it from fitting does; and of two files that
claim the same the one that was accepted before is right.
"""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from indicators import gate
from indicators.gate import Problem
from indicators.publishing.copies import Copies, Copy
from indicators.publishing.editions import FileState, contents
from indicators.publishing.kinds import Checked, Kind

log = logging.getLogger(__name__)

Names = frozenset[str]
NONE: Names = frozenset()


@dataclass(frozen=True)
class Settled:
    """The versions that fit together. `checked` is None where none do: all stays as it was."""

    problems: tuple[Problem, ...]  # of the files as they are now in data/
    files: tuple[FileState, ...]
    checked: Checked | None


@dataclass(frozen=True)
class Unread:
    """What is said of files that the program itself stumbled over."""

    problems: tuple[Problem, ...]

    @property
    def refused(self) -> Names:
        """These files; where it is none alone, a name that no file has."""
        return frozenset(problem.file for problem in self.problems) or frozenset({""})


def settle(
    kind: Kind[Any],
    copies: Copies,
    offered: Mapping[str, Copy | None],
    accepted: Mapping[str, FileState],
) -> Settled:
    """Take every offered file that fits, and the accepted version of those that do not.

    `offered` are the files of data/, None for one that cannot be read. A file that is gone keeps
    its accepted version, unless its figures now stand in another one: then it was renamed. A file
    that is refused and never was accepted is left out; but with nothing accepted at all every file
    has to be right, for what is left out would show as missing.
    """
    trial = _Trial(kind, copies, offered, accepted)
    if not accepted and not trial.is_whole():
        return Settled(trial.problems(trial.changes, NONE), (), None)
    changes, renamed = _fitting(trial)
    if trial.judged(changes, renamed).refused:
        return Settled(trial.problems(trial.changes, NONE), trial.states(NONE, NONE), None)
    return Settled(
        trial.problems(changes, renamed),
        trial.states(changes, renamed),
        trial.judged(changes, renamed),
    )


class _Trial:
    """The versions that there are of each file, and what is said of a choice among them.

    A choice is of `changes`, the files that are taken as they are in data/, all others being as
    they were accepted; and of `renamed`, files that are gone and not missed.
    """

    def __init__(
        self,
        kind: Kind[Any],
        copies: Copies,
        offered: Mapping[str, Copy | None],
        accepted: Mapping[str, FileState],
    ) -> None:
        self.kind, self.accepted = kind, accepted
        self._copies, self._offered = copies, {n: copy for n, copy in offered.items() if copy}
        self._unread = offered.keys() - self._offered.keys()
        self.gone: Names = frozenset(accepted.keys() - self._offered.keys())
        self.changes: Names = frozenset(n for n in self._offered if not self._is_as_accepted(n))
        self._judged: dict[tuple[Names, Names], Checked] = {}

    def _is_as_accepted(self, name: str) -> bool:
        before = self.accepted.get(name)
        return before is not None and before.content == self._offered[name].content

    def is_whole(self) -> bool:
        """Whether every file can be taken as it is in data/."""
        return not self._unread and not self.judged(self.changes).refused

    def judged(self, changes: Names, renamed: Names = NONE) -> Checked:
        """What is said of the files of a choice, together."""
        if (changes, renamed) not in self._judged:
            self._judged[changes, renamed] = self._checked(self._files(changes, renamed))
        return self._judged[changes, renamed]

    def _files(self, changes: Names, renamed: Names) -> dict[str, Path]:
        """The files of a choice; of two that claim the same the first one is right."""
        kept = (file for name, file in self.accepted.items() if name not in renamed)
        versions = contents(kept) | {name: self._offered[name].content for name in changes}

        def precedence(name: str) -> tuple[object, ...]:
            return (
                name in self.gone,
                name not in self.accepted,
                name in changes,
                gate.is_copy(name),
                name,
            )

        return {n: self._copies.path(n, versions[n]) for n in sorted(versions, key=precedence)}

    def _checked(self, files: Mapping[str, Path]) -> Checked:
        try:
            return self.kind.check(files)
        except OSError:
            raise  # the working folder's trouble, not the files'
        except Exception:
            log.exception("files cannot be judged: %s", ", ".join(map(repr, files)))
        stumbled_over = files if len(files) == 1 else [n for n in files if self._stumbles(n, files)]
        return Unread(tuple(_cannot_be_read(name) for name in stumbled_over))

    def _stumbles(self, name: str, files: Mapping[str, Path]) -> bool:
        return isinstance(self._checked({name: files[name]}), Unread)

    def is_wrong_in_itself(self, name: str) -> bool:
        """Whether a changed file is refused whatever stands in the others."""
        path = self._copies.path(name, self._offered[name].content)
        return name in self._checked({name: path}).refused

    def states(self, changes: Names, renamed: Names) -> tuple[FileState, ...]:
        """Which version of each file is in force where this is chosen."""
        names = {*self._offered, *self._unread, *self.accepted} - renamed
        return tuple(self._state(name, changes) for name in sorted(names))

    def _state(self, name: str, changes: Names) -> FileState:
        before, copy = self.accepted.get(name), self._offered.get(name)
        if copy and name in changes:
            return FileState(name, "in_force", copy.content, None, copy.lines)
        if before is None:
            return FileState(name, "not_used", None, None)
        if copy is None:
            return replace(before, state="missing")
        return replace(before, state="refused" if name in self.changes else "in_force")

    def problems(self, changes: Names, renamed: Names) -> tuple[Problem, ...]:
        """What is to be said of the files as they are now in data/, where this is chosen."""
        left_out = self.changes - changes
        of_older = left_out | self.gone
        problems = [p for p in self.judged(changes, renamed).problems if p.file not in of_older]
        for name in sorted(left_out):
            problems += self._why_not(name, changes, renamed)
        for name in sorted(self.gone - renamed):
            problems += self._of_missing_table(name, changes, renamed) or [_gone(name)]
        problems += [_cannot_be_opened(name) for name in self._unread if name not in self.accepted]
        return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line or 0)))

    def _of_missing_table(self, name: str, changes: Names, renamed: Names) -> list[Problem]:
        """What is said of a file that is gone and was the only one of its table."""
        table = self.kind.table_of(name)
        others = {*self._files(changes, renamed)} - {name}
        if any(self.kind.table_of(other) == table for other in others):
            return []
        without = self.judged(changes, renamed | {name})
        return [problem for problem in without.problems if problem.file == name]

    def _why_not(self, name: str, changes: Names, renamed: Names) -> list[Problem]:
        """What is said of one file that is kept back."""
        with_all = [p for p in self.judged(self.changes).problems if p.file == name]
        if any(problem.severity == "refused" for problem in with_all):
            return with_all
        problems = self.judged(changes | {name}, renamed).problems
        of_it = [problem for problem in problems if problem.file == name]
        if any(problem.severity == "refused" for problem in of_it):
            return of_it
        broken = [problem for problem in problems if problem.severity == "refused"]
        return [*of_it, _breaks(name, broken)]


def _fitting(trial: _Trial) -> tuple[Names, Names]:
    """The changes that fit together, and the files that were renamed by them."""
    wrong = trial.judged(trial.changes).refused & trial.changes
    possible = trial.changes - {name for name in wrong if trial.is_wrong_in_itself(name)}
    changes, renamed = possible, NONE
    while changes and (refused := trial.judged(changes, renamed).refused):
        if refused & changes:
            changes -= refused
        elif newly := _renamed(trial, changes, renamed):
            renamed |= newly
        else:
            changes -= _breaking(trial, changes, renamed)
    return _with_those_that_fit_after_all(trial, possible, changes, renamed), renamed


def _renamed(trial: _Trial, changes: Names, renamed: Names) -> Names:
    """Files that are gone, and whose figures now stand in another file of their table."""
    refused = trial.judged(changes, renamed).refused & (trial.gone - renamed)

    def is_in_its_place(name: str) -> bool:
        table = trial.kind.table_of(name)
        others = {change for change in changes if trial.kind.table_of(change) != table}
        return name not in trial.judged(frozenset(others), renamed).refused

    return frozenset(name for name in refused if is_in_its_place(name))


def _breaking(trial: _Trial, changes: Names, renamed: Names) -> Names:
    """The changes that keep files from fitting that did not change."""
    for name in sorted(changes):
        if trial.judged(changes - {name}, renamed).refused <= changes:
            return frozenset({name})
    kept: Names = NONE
    for name in sorted(changes):
        if not trial.judged(kept | {name}, renamed).refused:
            kept |= {name}
    return changes - kept


def _with_those_that_fit_after_all(
    trial: _Trial, possible: Names, changes: Names, renamed: Names
) -> Names:
    """Changes that were left out with others, and fit without those."""
    before = None
    while before != changes and len(possible - changes) > 1:
        before = changes
        for name in sorted(possible - changes):
            if not trial.judged(changes | {name}, renamed).refused:
                changes |= {name}
    return changes


def _cannot_be_opened(name: str) -> Problem:
    zh = "应是能打开的文件，不是文件夹，也没有被别的程序占用"
    en = "a file that can be opened, not a folder and not locked by another program"
    return Problem(name, None, None, "", zh, en)


def _cannot_be_read(name: str) -> Problem:
    zh = "这个文件读不了，应在 Excel、WPS 中打开，另存为新的文件再放回"
    en = "a file that can be read; open it in Excel or WPS and save it as a new one"
    return Problem(name, None, None, "", zh, en, is_absence=False)


def _gone(name: str) -> Problem:
    zh = "文件缺失或无法打开，沿用上次数据；如确需撤下，请先放回只有表头的同名文件，生效后再删除"
    en = (
        "the file is gone or cannot be opened, and its last accepted figures stay; "
        "to withdraw them, put it back with its header alone, then delete it"
    )
    return Problem(name, None, None, "", zh, en, "warning")


def _breaks(name: str, broken: Collection[Problem]) -> Problem:
    """A file that is right in itself, but others no longer are with it."""
    first = min(broken, key=lambda problem: (problem.file, problem.line or 0), default=None)
    count = sum(problem.places for problem in broken)
    if first is None:
        zh, en = "应与其他文件相符", "what fits the other files"
    else:
        first = replace(first, times=1)
        zh = f"改动后其他文件有{count:,}处对不上，应改回或一并改好；如 {first.sentence('zh')}"
        en = f"what fits the other files, which now have {count:,} mistakes: {first.sentence('en')}"
    zh, en = zh.removesuffix("。"), en.removesuffix(".")
    return Problem(name, None, None, "", zh, en, is_absence=False)
