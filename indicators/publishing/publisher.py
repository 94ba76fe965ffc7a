"""Notices changed files, checks them beside the running edition, and swaps it whole."""

import hashlib
import logging
import os
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

import duckdb

from indicators import gate, warehouse
from indicators.gate import Problem
from indicators.publishing import changes
from indicators.publishing.changes import Changes
from indicators.publishing.copies import Copies, Copy, Stamp, stamps
from indicators.publishing.editions import Edition, FileState, in_force, now
from indicators.publishing.settling import Settled, settle

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settling:
    """For how many seconds a file must be left alone before it is read.

    A CSV that is cut at the end of a line is a good CSV with fewer figures. So a file that became
    shorter than its accepted version, or whose last line is not ended, must rest longer.
    """

    usual: float = 1.0
    suspicious: float = 10.0
    look_every: float = 1.0


class Publisher:
    """Publishes the files of a data folder as editions, one at a time.

    `look` takes one look at the files; `watch` lets a thread look every second. Readers take
    `edition`: an attribute, so a swap is one assignment, and whoever holds an edition keeps it.
    """

    def __init__(
        self,
        folder: Path,
        working: Path,
        settling: Settling | None = None,
        prepare: Callable[[Edition], None] | None = None,
    ) -> None:
        """`prepare` is given a new edition while the one before it still serves."""
        self.folder = folder
        self._prepare = prepare
        self.settling = settling or Settling()
        self._working = working
        self._edition: Edition | None = None
        self._refused: tuple[Problem, ...] = ()
        self._seen: dict[str, Stamp | None] | None = None
        self._changed_at: float | None = None
        self._known: dict[str, tuple[Stamp, Copy]] = {}
        self._lock = threading.Lock()

    @property
    def edition(self) -> Edition:
        """What is in force. Raises gate.Refused while nothing ever was accepted."""
        if self._edition is None:
            raise gate.Refused(self._refused)
        return self._edition

    def start(self) -> None:
        """Open what was in force, at once if no file changed since, else after reading all."""
        with self._lock:
            seen = stamps(self.folder)
            try:
                self._copies = Copies(self._working)
                if not self._reopen(seen):
                    self._publish(seen)
            except OSError:
                log.exception("the working folder cannot be written to")
                if self._edition is None:
                    self._read_in_place(seen)

    def look(self, at: float) -> None:
        """One look at the files at a time in seconds; publishes what has changed and settled."""
        with self._lock:
            seen = stamps(self.folder)
            if seen != self._seen:
                self._seen, self._changed_at = seen, at
            elif self._changed_at is not None and self._has_settled(seen, at - self._changed_at):
                self._publish(seen)

    def check(self, offered: Mapping[str, Path], *, without: str) -> tuple[Problem, ...]:
        """What would be said if these files stood in data/ in the place of one that is in force.

        Of the other files only what these would make wrong is told.
        """
        others = {name: path for name, path in self._paths().items() if name != without}
        known = set(gate.check(self._paths()).problems)
        found = gate.check({**others, **offered}).problems
        return tuple(p for p in found if p.file in offered or p not in known)

    def _paths(self) -> dict[str, Path]:
        """Where the bytes of the files in force lie."""
        contents = self.edition.contents()
        if not contents:  # a full disk: nothing could be copied
            return {file.name: self.folder / file.name for file in self.edition.files}
        return {name: self._copies.path(name, content) for name, content in contents.items()}

    def watch(self) -> None:
        """Look again and again, in a thread that ends with this publisher."""
        stop = threading.Event()
        weakref.finalize(self, stop.set)
        watcher = partial(_watch, weakref.ref(self), stop, self.settling.look_every)
        threading.Thread(target=watcher, daemon=True, name="publisher").start()

    def _has_settled(self, seen: Mapping[str, Stamp | None], rested: float) -> bool:
        if rested < self.settling.usual:
            return False
        is_suspicious = any(self._is_suspicious(name, stamp) for name, stamp in seen.items())
        return rested >= self.settling.suspicious or not is_suspicious

    def _is_suspicious(self, name: str, stamp: Stamp | None) -> bool:
        copy = self._take(name, stamp)
        if copy is None:
            return True
        accepted = {file.name: file for file in self._edition.files} if self._edition else {}
        if name in accepted and accepted[name].content == copy.content:
            return False
        lines = accepted[name].lines if name in accepted else 0
        is_text = not name.lower().endswith(gate.WORKBOOKS)
        return is_text and (not copy.is_ended or copy.lines < lines)

    def _take(self, name: str, stamp: Stamp | None) -> Copy | None:
        """The copy of a file as it is now; None where it cannot be read."""
        known = self._known.get(name)
        if stamp and known and known[0] == stamp and self._copies.has(name, known[1].content):
            return known[1]
        copy = self._copies.take(name, self.folder / name)
        if copy and stamp:
            self._known[name] = (stamp, copy)
        return copy

    def _publish(self, seen: dict[str, Stamp | None]) -> None:
        """Read all files, and put into force what can be; the rest stays as it was."""
        self._seen = seen
        taken = {name: self._take(name, stamp) for name, stamp in seen.items()}
        if stamps(self.folder) != seen:  # written to meanwhile: look again
            return
        self._changed_at = None
        accepted = in_force(self._edition.files) if self._edition else {}
        offered = {name: copy for name, copy in taken.items() if copy}
        settled = settle(self._copies, offered, accepted)
        if settled.tables is None:
            self._refused = settled.problems
            self._keep_with(settled.problems, settled.files, seen)
            return
        self._swap(settled, seen)

    def _read_in_place(self, seen: dict[str, Stamp | None]) -> None:
        """Figures without copies, on a full disk: shown, and not kept for a restart."""
        checked = gate.check({name: self.folder / name for name in seen})
        self._refused = checked.problems
        if not checked.refused:
            files = tuple(FileState(name, "in_force", None, now()) for name in seen)
            version = hashlib.sha256(repr(sorted(seen.items())).encode()).hexdigest()[:24]
            connection = warehouse.build(checked.tables)
            self._edition = Edition(connection, version, now(), checked.problems, files)

    def _keep_with(
        self, problems: tuple[Problem, ...], files: tuple[FileState, ...], seen: dict
    ) -> None:
        """The same figures, with what is now to be said of the files."""
        if self._edition:
            self._edition = replace(self._edition, problems=problems, files=files)
            self._remember(seen)

    def _swap(self, settled: Settled, seen: dict[str, Stamp | None]) -> None:
        version = _version(settled.contents())
        if self._edition and self._edition.version == version:
            self._keep_with(settled.problems, settled.files, seen)
            return
        file = self._database(version)
        connection = _opened(file, settled.tables)
        at = now()
        edition = Edition(
            connection,
            version,
            at,
            settled.problems,
            tuple(replace(f, since=f.since or (at if f.content else None)) for f in settled.files),
            self._changes(file, settled.contents(), at),
        )
        if self._prepare and self._edition:
            self._prepare(edition)
        self._edition = edition
        self._remember(seen)

    def _changes(self, file: Path, contents: dict[str, str], at: str) -> Changes | None:
        if self._edition is None:
            return None
        before = self._edition.contents()
        changed = {n for n in {*before, *contents} if before.get(n) != contents.get(n)}
        old = self._database(self._edition.version)
        if not (old.is_file() and file.is_file()):
            return None
        return changes.between(old, file, changed, at)

    def _database(self, version: str) -> Path:
        return self._copies.folder / f"data-{version}.duckdb"

    def _remember(self, seen: dict[str, Stamp | None]) -> None:
        edition = self._edition
        manifest = {
            "made_by": made_by(),
            "stamps": {name: stamp and asdict(stamp) for name, stamp in seen.items()},
            "known": {name: asdict(copy) for name, (_, copy) in self._known.items()},
            "version": edition.version,
            "since": edition.since,
            "problems": [asdict(problem) for problem in edition.problems],
            "files": [asdict(file) for file in edition.files],
            "changes": edition.changes and asdict(edition.changes),
        }
        try:
            self._copies.store(manifest)
        except OSError:
            log.warning("the working folder cannot be written to; a restart will read all files")
            return
        kept = [
            self._copies.path(file.name, file.content) for file in edition.files if file.content
        ]
        self._copies.forget({*kept, self._database(edition.version)})

    def _reopen(self, seen: dict[str, Stamp | None]) -> bool:
        """Open the edition of the manifest; whether the files are what they were then."""
        manifest = self._copies.load()
        try:
            self._edition = self._from(manifest)
            known = {name: Stamp(**stamp) for name, stamp in manifest["stamps"].items() if stamp}
            copies = {name: Copy(**copy) for name, copy in manifest["known"].items()}
        except (AttributeError, KeyError, TypeError, ValueError, duckdb.Error, OSError):
            return False  # none, of another kind, or damaged: all is read anew
        self._known = {name: (known[name], copy) for name, copy in copies.items() if name in known}
        self._seen = seen
        # Another version of the program may think otherwise of the same files.
        return known == seen and manifest["made_by"] == made_by()

    def _from(self, manifest: dict) -> Edition:
        files = tuple(FileState(**file) for file in manifest["files"])
        contents = {file.name: file.content for file in files if file.content}
        version = _version(contents)
        database = self._database(version)
        if not database.is_file():
            checked = gate.check({n: self._copies.path(n, c) for n, c in contents.items()})
            if checked.refused:
                raise ValueError("accepted copies are missing or damaged")
            _save(checked.tables, database)
        return Edition(
            warehouse.open_file(database),
            version,
            manifest["since"],
            tuple(Problem(**problem) for problem in manifest["problems"]),
            files,
            Changes(**manifest["changes"]) if manifest["changes"] else None,
        )


def _watch(publisher: Callable[[], Publisher | None], stop: threading.Event, every: float) -> None:
    while not stop.wait(every):
        watching = publisher()
        if watching is None:
            return
        try:
            watching.look(time.monotonic())
        except Exception:
            log.exception("Looking at the data files failed; the figures in force stay")
        del watching  # else it would live as long as its thread


def made_by() -> str:
    """Changes with the program that reads and keeps the figures."""
    sources = [*Path(gate.__file__).parent.rglob("*.*"), warehouse.SCHEMA]
    code = b"".join(p.read_bytes() for p in sorted(sources) if p.suffix in (".py", ".sql"))
    return hashlib.sha256(code + duckdb.__version__.encode()).hexdigest()[:16]


def _version(contents: Mapping[str, str]) -> str:
    """Changes with the figures and with what is made of them."""
    named = repr(sorted(contents.items())).encode()
    made = warehouse.SCHEMA.read_bytes() + duckdb.__version__.encode()
    return hashlib.sha256(named + made).hexdigest()[:24]


def _save(tables: dict, database: Path) -> None:
    """Save a snapshot, whole or not at all."""
    unfinished = database.with_suffix(f".{os.getpid()}.unfinished")
    try:
        warehouse.save(tables, unfinished)
        os.replace(unfinished, database)
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _opened(database: Path, tables: dict) -> duckdb.DuckDBPyConnection:
    """The saved snapshot; one in memory where it cannot be saved, on a full disk for instance."""
    try:
        if not database.is_file():
            _save(tables, database)
        return warehouse.open_file(database)
    except (OSError, duckdb.Error):
        log.warning("the figures cannot be saved in the working folder; they are kept in memory")
        return warehouse.build(tables)
