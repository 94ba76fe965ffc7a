"""The ledger that is open; a changed one is read beside it, so that no reader waits."""

import hashlib
import logging
import threading
import time
from contextlib import suppress
from pathlib import Path

from indicators import ledger
from indicators.publishing import Edition

log = logging.getLogger(__name__)


# A run asks a dozen questions; the ledger's files are looked at once for all of them.
LOOK_EVERY_SECONDS = 0.5


# For so long a changed ledger must be left alone before it is read.
SETTLED_SECONDS = 1.0


class Watched:
    """The ledger that is open, of one data folder; a changed one is read beside it."""

    def __init__(self) -> None:
        self.opened = ledger.Ledger()
        self._version = ""
        self._seen: tuple[float, str] = (0.0, "")
        self._lock = threading.Lock()

    def get(self, data: Path, beside: Path, labels: Edition) -> ledger.Ledger:
        """What is open; read first where nothing of this folder is."""
        wanted = f"{data} {labels.version} {self._stamps(data)}"
        if wanted == self._version:
            return self.opened
        is_of_this_folder = self._version.startswith(f"{data} ")
        if self.opened.connection is None or not is_of_this_folder:
            with self._lock:
                if wanted != self._version:
                    self._open(wanted, data, beside, labels)
        elif self._lock.acquire(blocking=False):
            reading = (wanted, data, beside, labels)
            threading.Thread(target=self._open_beside, args=reading, daemon=True).start()
        return self.opened

    def _open(self, wanted: str, data: Path, beside: Path, labels: Edition) -> None:
        self.opened = ledger.open_folder(data, beside, labels.connection, wanted)
        self._version = wanted

    def _open_beside(self, wanted: str, data: Path, beside: Path, labels: Edition) -> None:
        try:
            time.sleep(SETTLED_SECONDS)
            if wanted.endswith(f" {_stamps_of(data / ledger.FOLDER)}"):  # no longer written to
                self._open(wanted, data, beside, labels)
        except Exception:
            log.exception("The changed ledger could not be read; the one before it stays open")
        finally:
            self._lock.release()

    def _stamps(self, data: Path) -> str:
        """As _stamps_of, looked at once for all that a run asks."""
        until, known = self._seen
        if time.monotonic() >= until or not known.startswith(f"{data} "):
            known = f"{data} {_stamps_of(data / ledger.FOLDER)}"
            self._seen = (time.monotonic() + LOOK_EVERY_SECONDS, known)
        return known.removeprefix(f"{data} ")


def _stamps_of(folder: Path) -> str:
    """Changes whenever a file of the ledger does."""
    stamps = []
    for path in sorted(folder.glob("*.csv")):
        with suppress(OSError):  # deleted meanwhile
            seen = path.stat()
            stamps.append((path.name, seen.st_mtime_ns, seen.st_size))
    return hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]
