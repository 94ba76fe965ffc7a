"""A thread that has a publisher look at its files, as long as there is that publisher."""

import logging
import threading
import time
import weakref
from collections.abc import Callable

from indicators.publishing.publisher import Publisher

log = logging.getLogger(__name__)


def watch(publisher: Publisher) -> None:
    """Have it look again and again, until nobody holds it any more."""
    stop = threading.Event()
    held, every = weakref.ref(publisher), publisher.settling.look_every
    thread = threading.Thread(target=_look, args=(held, stop, every), daemon=True, name="publisher")
    weakref.finalize(publisher, _end, thread, stop)
    thread.start()


def _look(held: Callable[[], Publisher | None], stop: threading.Event, every: float) -> None:
    while not stop.wait(every):
        publisher = held()
        if publisher is None:
            return
        try:
            publisher.look(time.monotonic())
        except Exception:
            log.exception("Looking at the data files failed; the figures in force stay")
        del publisher  # else it would live as long as its thread


def _end(thread: threading.Thread, stop: threading.Event) -> None:
    """End a thread before Python ends, which cannot put away what a running one still knows."""
    stop.set()
    if thread is not threading.current_thread():
        thread.join(timeout=1)  # one that reads a large folder just now is not waited for
