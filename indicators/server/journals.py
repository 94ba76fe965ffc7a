"""The journal as it is written down: a line of JSON each, in a file a day.

{"time": "2026-11-27T22:20:01.500+08:00", "what": "page", "address": "10.0.0.7", …}
"""

import json
import logging
import os
import sys
import time
from io import TextIOWrapper
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path
from typing import Any

from indicators import clock, journal, store
from indicators.server.settings import Settings

LONGEST_TEXT = 500
# Signs that JSON lets stand, and that end a line or steer a terminal.
ESCAPED = {sign: f"\\u{sign:04x}" for sign in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029)}
# Whoever is refused again and again is noted so often a minute, and then counted.
NOTED_A_MINUTE = 10


class Lines(logging.Formatter):
    """Each note as JSON, with the office's time and its distance from Greenwich."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever a stranger's text holds."""
        at = clock.local(time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(record.created)))
        told = at.replace(microsecond=int(record.msecs) * 1000).isoformat(timespec="milliseconds")
        details: dict[str, Any] = getattr(record, "details", {})
        shortened = {name: _short(value) for name, value in details.items()}
        line = json.dumps({"time": told, "what": record.msg, **shortened}, ensure_ascii=False)
        return line.translate(ESCAPED)


class _Days(TimedRotatingFileHandler):
    """A file a day that only its owner reads: it tells who looked at what."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(os.fdopen(handle, "ab"), "utf-8", "backslashreplace")


def keep(settings: Settings) -> None:
    """Write down from now on what is noted: in a folder, or on stderr where that cannot be."""
    folder = Path(settings.log) if settings.log else store.folder().parent / "log"
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"journal-{settings.port}.jsonl"
        handler = _Days(file, when="midnight", backupCount=settings.log_days)
    except OSError as error:
        logging.getLogger(__name__).warning("the journal goes to stderr: %s", error)
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    log = logging.getLogger(journal.NAME)
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


class Refusals:
    """Notes who is refused, each address some times a minute: a flood must not fill the disk."""

    def __init__(self) -> None:
        self._minute, self._counts = 0, dict[str, int]()

    def note(self, address: str, status: int, **details: object) -> None:
        """One that was refused; those that were only counted are told with the next minute's."""
        minute = int(time.monotonic() // 60)
        if minute != self._minute:
            many = {who: n - NOTED_A_MINUTE for who, n in self._counts.items()}
            for who, more in many.items():
                if more > 0:
                    journal.note("refusals", address=who, more=more)
            self._minute, self._counts = minute, {}
        self._counts[address] = self._counts.get(address, 0) + 1
        if self._counts[address] <= NOTED_A_MINUTE:
            journal.note("refusal", address=address, status=status, **details)


def _short(value: Any) -> Any:
    is_long = isinstance(value, str) and len(value) > LONGEST_TEXT
    return f"{value[:LONGEST_TEXT]}…" if is_long else value
