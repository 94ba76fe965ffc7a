"""Notices changed files, checks them beside the running edition, and swaps it whole."""

import hashlib
import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection as Connection

from indicators import gate, journal
from indicators.gate import Problem
from indicators.publishing import databases, manifest
from indicators.publishing.changes import Changes
from indicators.publishing.copies import Copies, Copy, Stamp, content, stamps
from indicators.publishing.editions import Edition, FileState, contents, in_force, now
from indicators.publishing.kinds import Checked, Kind
from indicators.publishing.manifest import Manifest
from indicators.publishing.resting import Resting, Settling
from indicators.publishing.settling import Settled, settle

log = logging.getLogger(__name__)

LONG_AGO = float("-inf")
# A file whose size and time are as before may be another one: so often each is read for it.
READ_EVERY = 86_400.0
# So often what nobody needs any more, and what a killed dashboard left half done, is put away.
TIDY_EVERY = 600.0


class Publisher:
    """Publishes the files of a data folder as editions of one kind, one at a time.

    `look` takes one look at the files; watching.py lets a thread look every second. Readers take
    `edition`: an attribute, so a swap is one assignment, and whoever holds an edition keeps it.
    """

    def __init__(
        self,
        kind: Kind[Any],
        folder: Path,
        working: Path,
        settling: Settling | None = None,
        prepare: Callable[[Edition], None] | None = None,
    ) -> None:
        """`prepare` is given a new edition while the one before it still serves."""
        self.kind, self.folder = kind, folder
        self.settling = settling or Settling()
        self._prepare, self._working = prepare, working
        self._copies: Copies | None = None
        self._edition: Edition | None = None
        self._refused: tuple[Problem, ...] = ()
        self._resting = Resting(self.settling)
        self._read: dict[str, tuple[Stamp | None, Copy | None]] = {}  # the files as read last
        self._taken: dict[str, tuple[Stamp | None, Copy]] = {}  # copies that may be read next
        self._made_by = ""
        self._looked = time.monotonic()
        self._contents_read, self._tidied = LONG_AGO, LONG_AGO  # when
        self._lock = threading.Lock()

    @property
    def edition(self) -> Edition:
        """What is in force. Raises gate.Refused while nothing ever was accepted."""
        if self._edition is None:
            raise gate.Refused(self._refused)
        return self._edition

    @property
    def is_open(self) -> bool:
        """Whether anything is in force."""
        return self._edition is not None

    @property
    def since_look(self) -> float:
        """Seconds since the files were looked at without trouble, a full disk say."""
        return time.monotonic() - self._looked

    def start(self) -> None:
        """Open what was in force, at once if no file changed since, else after reading all."""
        with self._lock:
            seen = self._stamps()
            try:
                self._copies = Copies(self._working)
                self._reopen()
                self._resting.note(seen, LONG_AGO)
                if not self._is_up_to_date():
                    self._publish(seen, seen.keys() | self._read.keys())
            except OSError:
                log.exception("the working folder cannot be written to")
                if self._edition is None:
                    self._read_in_place(seen)
            except Exception:
                log.exception("data/ could not be read; what was accepted before is in force")

    def look(self, at: float) -> None:
        """One look at the files at a time in seconds; publishes what has changed and settled."""
        with self._lock:
            seen = self._stamps()
            self._copies = self._copies or Copies(self._working)
            self._resting.note(seen, at)
            ready = self._resting.ready(at, lambda name: self._is_suspicious(name, seen))
            ready |= self._changed_unseen(seen, at)
            if ready or self._made_by != self.kind.made_by():
                self._publish(seen, ready)
            elif at - self._tidied >= TIDY_EVERY:
                self._tidy()
                self._tidied = at
            self._looked = time.monotonic()

    def paths(self, edition: Edition, *, without: Collection[str] = ()) -> dict[str, Path]:
        """Where the bytes of an edition's files lie, but for some of them."""
        names = [file.name for file in edition.files if file.name not in without]
        versions = contents(edition.files)
        if not versions:  # a full disk: nothing could be copied
            return {name: self.folder / name for name in names}
        return self._copied({name: versions[name] for name in names if name in versions})

    @property
    def _working_copies(self) -> Copies:
        """Raises OSError until the working folder could be opened."""
        if self._copies is None:
            raise OSError("the working folder could not be opened")
        return self._copies

    def _stamps(self) -> dict[str, Stamp | None]:
        try:
            return stamps(self.folder, self.kind.names(self.folder))
        except OSError:
            return {}

    def _is_up_to_date(self) -> bool:
        """Whether what is in force was made of the files as they are, by this program."""
        return (
            self._edition is not None
            and self._resting.is_resting()
            and self._made_by == self.kind.made_by()
        )

    def _copied(self, versions: Mapping[str, str]) -> dict[str, Path]:
        return {
            name: self._working_copies.path(name, content) for name, content in versions.items()
        }

    def _changed_unseen(self, seen: Mapping[str, Stamp | None], at: float) -> frozenset[str]:
        """The files that hold something else though they look as when they were read.

        Whoever copies a file with its time, or a disk that errs, leaves one.
        """
        if at - self._contents_read < READ_EVERY:
            return frozenset()
        self._contents_read = at
        as_read = {
            n: copy for n, (stamp, copy) in self._read.items() if copy and stamp == seen.get(n)
        }
        found = {n: content(self.folder / n) for n in as_read}
        changed = {n for n, copy in as_read.items() if found[n] not in (None, copy.content)}
        for name in changed:
            self._taken.pop(name, None)
        return frozenset(changed)

    def _is_suspicious(self, name: str, seen: Mapping[str, Stamp | None]) -> bool:
        if name not in seen:
            return False
        copy = self._take(name, seen[name])
        if copy is None:
            return True
        accepted = {file.name: file for file in self._edition.files} if self._edition else {}
        if name in accepted and accepted[name].content == copy.content:
            return False
        if name.lower().endswith(gate.WORKBOOKS):  # a half written one cannot be opened at all
            return False
        return not copy.is_ended or (name in accepted and copy.lines < accepted[name].lines)

    def _take(self, name: str, stamp: Stamp | None) -> Copy | None:
        """The copy of a file as it is now; None where it cannot be read."""
        before, copy = self._taken.get(name, (None, None))
        if copy and before == stamp and self._working_copies.has(name, copy.content):
            return copy
        copy = self._working_copies.take(name, self.folder / name) if stamp else None
        if copy:
            self._taken[name] = (stamp, copy)
        return copy

    def _publish(self, seen: Mapping[str, Stamp | None], ready: Iterable[str]) -> None:
        """Read these files, and put into force what can be; the rest stays as it was."""
        made_by = self.kind.made_by()
        here = {name for name in {*ready, *self._lost()} if name in seen}
        taken = {name: (seen[name], self._take(name, seen[name])) for name in here}
        if any(self._stamps().get(name) != seen[name] for name in here):  # being written to
            return
        gone = {*ready} - here
        self._read = {n: r for n, r in self._read.items() if n not in gone} | taken
        accepted = in_force(self._edition.files) if self._edition else {}
        offered = {name: copy for name, (_, copy) in self._read.items()}
        settled = settle(self.kind, self._working_copies, offered, accepted)
        if settled.checked is None:
            self._refused = settled.problems
            self._keep_with(settled)
        else:
            self._swap(settled)
        self._made_by = made_by
        self._resting.done(ready)
        self._remember()

    def _lost(self) -> set[str]:
        """The files whose copies are gone: somebody deleted the working folder meanwhile."""
        has = self._working_copies.has
        return {n for n, (_, copy) in self._read.items() if copy and not has(n, copy.content)}

    def _read_in_place(self, seen: Mapping[str, Stamp | None]) -> None:
        """Figures without copies, on a full disk: shown, and not kept for a restart."""
        files = {name: self.folder / name for name in seen}
        checked = self.kind.check(files)
        self._refused = checked.problems
        if not checked.refused:
            states = tuple(FileState(name, "in_force", None, now()) for name in files)
            version = hashlib.sha256(repr(sorted(seen.items())).encode()).hexdigest()[:24]
            connection = databases.opened(self.kind, files, self._database(version), checked)
            self._edition = Edition(connection, version, now(), checked.problems, states)

    def _keep_with(self, settled: Settled) -> None:
        """The same figures, with what is now to be said of the files."""
        if self._edition:
            before = self._edition
            self._edition = replace(before, problems=settled.problems, files=settled.files)
            _note(self.kind.name, before, self._edition)

    def _swap(self, settled: Settled) -> None:
        versions = contents(settled.files)
        version = self._version(versions)
        if self._edition and self._edition.version == version:
            self._keep_with(settled)
            return
        at = now()
        edition = Edition(
            self._opened(versions, settled.checked),
            version,
            at,
            settled.problems,
            tuple(replace(f, since=f.since or (at if f.content else None)) for f in settled.files),
            self._changes(version, versions, at),
        )
        if self._prepare and self._edition:
            self._prepare(edition)
        before, self._edition = self._edition, edition
        _note(self.kind.name, before, edition)

    def _changes(self, version: str, versions: Mapping[str, str], at: str) -> Changes | None:
        if self._edition is None:
            return None
        before = contents(self._edition.files)
        changed = {n for n in {*before, *versions} if before.get(n) != versions.get(n)}
        old = self._database(self._edition.version)
        try:
            return self.kind.changes(old, self._database(version), changed, at)
        except (duckdb.Error, OSError):
            log.warning("what changed cannot be told: a database is damaged")
            return None

    def _opened(self, versions: Mapping[str, str], checked: Checked | None = None) -> Connection:
        """Accepted versions of files, as readers ask them."""
        database = self._database(self._version(versions))
        return databases.opened(self.kind, self._copied(versions), database, checked)

    def _database(self, version: str) -> Path:
        folder = self._copies.folder if self._copies else self._working
        return folder / f"{self.kind.name}-{version}.duckdb"

    def _version(self, versions: Mapping[str, str]) -> str:
        """Changes with the figures and with what is made of them."""
        named = f"{sorted(versions.items())!r} {self.kind.shape()}"
        return hashlib.sha256(named.encode()).hexdigest()[:24]

    def _remember(self) -> None:
        edition = self._edition
        if edition is None:
            return
        kept = Manifest(
            made_by=self._made_by,
            stamps={name: stamp for name, (stamp, _) in self._read.items()},
            copies={name: copy for name, (_, copy) in self._read.items() if copy},
            version=edition.version,
            since=edition.since,
            problems=edition.problems,
            files=edition.files,
            changes=edition.changes,
        )
        try:
            self._working_copies.store(kept.as_json())
        except OSError:
            log.warning("the working folder cannot be written to; a restart will read all files")
            return
        self._tidy()

    def _tidy(self) -> None:
        """Put away what is neither in force nor new: an edition before, a copy half made."""
        edition = self._edition
        if edition is None:
            return
        # The copies are for another version of the program, which reads them anew.
        copies, database = self._copied(contents(edition.files)), self._database(edition.version)
        self._working_copies.forget({*copies.values(), database, databases.note(database)})

    def _reopen(self) -> None:
        """Open the edition that the manifest names, if it can be; else all is read anew."""
        kept = manifest.from_json(self._working_copies.load())
        if kept is None:
            return
        try:
            self._edition = self._from(kept)
        except (duckdb.Error, OSError, ValueError):
            log.warning("what was in force cannot be opened; all files are read anew")
            return
        self._made_by = kept.made_by
        self._read = {name: (stamp, kept.copies.get(name)) for name, stamp in kept.stamps.items()}
        self._taken = {name: (stamp, copy) for name, (stamp, copy) in self._read.items() if copy}
        self._resting.note(kept.stamps, LONG_AGO)
        self._resting.done(kept.stamps)

    def _from(self, kept: Manifest) -> Edition:
        versions = contents(kept.files)
        connection, version = self._opened(versions), self._version(versions)
        return Edition(connection, version, kept.since, kept.problems, kept.files, kept.changes)


def _note(kind: str, before: Edition | None, edition: Edition) -> None:
    """Tell the journal which files came into force, by their hash, and which were kept back."""
    earlier = contents(before.files) if before else {}
    taken = {n: c for n, c in contents(edition.files).items() if earlier.get(n) != c}
    gone = sorted(earlier.keys() - contents(edition.files).keys())
    if taken or gone:
        counts = edition.changes
        journal.note(
            "publication",
            kind=kind,
            edition=edition.version,
            files=taken,
            gone=gone,
            **({n: getattr(counts, n) for n in ("added", "revised", "removed")} if counts else {}),
        )
    states = {file.name: file.state for file in before.files} if before else {}
    for file in edition.files:
        if file.state != "in_force" and states.get(file.name) != file.state:
            journal.note("kept back", kind=kind, file=file.name, state=file.state)
