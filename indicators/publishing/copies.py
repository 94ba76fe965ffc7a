"""Files as they were when they were read, named by their content, in a working folder.

What is checked is the copy: the file itself may be written to while it is read. The manifest
says what is in force; it and every copy appear whole or not at all, so two dashboards may share
a folder, and a power cut leaves the older one.
"""

import hashlib
import json
import logging
import os
import re
import stat
import tempfile
import time
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from indicators import gate
from indicators.publishing.databases import durable

log = logging.getLogger(__name__)

STEP = 1 << 20
# Another dashboard on the same folder may be about to read what this one has no use for.
GRACE_SECONDS = 600


@dataclass(frozen=True)
class Stamp:
    """What a file looks like without reading it; changes whenever it is written to."""

    size: int
    modified_ns: int
    inode: int


@dataclass(frozen=True)
class Copy:
    """The content of a file: its hash, which is its name, and what tells a half-written one."""

    content: str
    lines: int
    is_ended: bool  # whether the last line is


def stamps(folder: Path, names: Iterable[str]) -> dict[str, Stamp | None]:
    """What these files look like; None for one that cannot be read, a pipe or a folder say."""
    return {name: _stamp(folder / name) for name in names}


def content(path: Path) -> str | None:
    """What a copy of a file as it is now would be named by; None where it cannot be read."""
    digest = hashlib.sha256()
    with suppress(OSError), gate.opened(path) as reading:
        while part := reading.read(STEP):
            digest.update(part)
        return _named(digest)
    return None


def _stamp(path: Path) -> Stamp | None:
    with suppress(OSError):
        seen = path.stat()
        if stat.S_ISREG(seen.st_mode):
            return Stamp(seen.st_size, seen.st_mtime_ns, seen.st_ino)
    return None


# What is kept: copies, named by their content, databases, named by what was made of it.
OURS = re.compile(r"[0-9a-f]{32}\.\w+|(?:[a-z]+|[0-9a-f]{32})-[0-9a-f]+\.(?:duckdb|sha256)")


class Copies:
    """The working folder. Raises OSError where nothing can be written."""

    def __init__(self, working: Path) -> None:
        self.folder = writable(working)
        self._manifest = self.folder / "manifest.json"

    def path(self, name: str, content: str) -> Path:
        """Where the copy of a file with this content lies; its ending is that of the file."""
        return self.folder / f"{content}{PurePosixPath(name).suffix.lower()}"

    def take(self, name: str, source: Path) -> Copy | None:
        """Copy a file; None where it cannot be read, or was written to meanwhile."""
        before = _stamp(source)
        if before is None:
            return None
        unfinished = self._unfinished()
        try:
            copy = _copied(source, unfinished)
            if _stamp(source) != before:
                return None
            durable(unfinished)
            os.replace(unfinished, self.path(name, copy.content))
        except OSError as error:
            if error.filename is None or Path(error.filename) != source:
                raise  # the working folder's trouble, not the file's
            return None
        finally:
            with suppress(OSError):
                unfinished.unlink()
        return copy

    def has(self, name: str, content: str) -> bool:
        """Whether the copy is there."""
        return self.path(name, content).is_file()

    def load(self) -> dict[str, Any] | None:
        """The manifest; None where there is none that can be read."""
        try:
            return json.loads(self._manifest.read_bytes())
        except (OSError, ValueError):
            return None

    def store(self, manifest: dict[str, Any]) -> None:
        """Write the manifest, whole or not at all."""
        unfinished = self._unfinished()
        try:
            # In ASCII: a file's name may be of bytes that are no text in UTF-8.
            unfinished.write_text(json.dumps(manifest), encoding="ascii")
            durable(unfinished)
            os.replace(unfinished, self._manifest)
            durable(self.folder)
        finally:
            with suppress(OSError):
                unfinished.unlink()

    def forget(self, needed: Collection[Path]) -> None:
        """Remove what nobody needs; what is still open elsewhere is removed another time."""
        for path in self.folder.glob("*"):  # of a folder that is gone, nothing
            is_ours = path.suffix == ".unfinished" or OURS.fullmatch(path.name)
            if is_ours and path not in needed:
                with suppress(OSError):
                    if time.time() - path.stat().st_mtime > GRACE_SECONDS:
                        path.unlink()

    def _unfinished(self) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)  # somebody may have deleted it meanwhile
        handle, name = tempfile.mkstemp(suffix=".unfinished", dir=self.folder)
        os.close(handle)
        return Path(name)


def _copied(source: Path, target: Path) -> Copy:
    digest, lines, last = hashlib.sha256(), 0, b""
    with _open(source) as reading, target.open("wb") as writing:
        while part := _read(reading, source):
            writing.write(part)
            digest.update(part)
            lines += part.count(b"\n")
            last = part[-1:]
    return Copy(_named(digest), lines, last in (b"\n", b"\r", b""))


def _named(digest: "hashlib._Hash") -> str:
    return digest.hexdigest()[:32]


def _open(source: Path) -> BinaryIO:
    try:
        return gate.opened(source)
    except OSError as error:
        error.filename = source
        raise


def _read(reading: BinaryIO, source: Path) -> bytes:
    try:
        return reading.read(STEP)
    except OSError as error:
        error.filename = source
        raise


def writable(working: Path) -> Path:
    """The folder, or one for temporary files that is nobody else's, where it cannot be written to.

    That one is found again by its name, unless another user made it or may write to it: the
    figures in it would be that user's. Raises OSError where nothing can be written at all.
    """
    with suppress(OSError):
        working.mkdir(parents=True, exist_ok=True)
        _try(working)
        return working
    named = hashlib.sha256(str(working.absolute()).encode()).hexdigest()[:8]
    own = Path(tempfile.gettempdir()) / f"indicators-{named}"
    with suppress(FileExistsError):
        own.mkdir(mode=0o700)
    if not _is_own(own):
        own = Path(tempfile.mkdtemp(prefix=f"{own.name}-"))
    _try(own)
    log.warning("%s cannot be written to; %s serves instead", working, own)
    return own


def _try(folder: Path) -> None:
    with tempfile.TemporaryFile(dir=folder):
        pass


def _is_own(folder: Path) -> bool:
    seen = folder.lstat()
    if os.name == "nt":  # each user has a folder for temporary files there
        return stat.S_ISDIR(seen.st_mode)
    mode = stat.S_IMODE(seen.st_mode)
    return stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.geteuid() and mode == 0o700
