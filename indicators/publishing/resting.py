"""Which changed files have been left alone long enough to be read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from indicators.publishing.copies import Stamp


@dataclass(frozen=True)
class Settling:
    """For how many seconds a file must be left alone before it is read.

    A CSV that is cut at the end of a line is a good CSV with fewer figures. So a file that became
    shorter than its accepted version, or whose last line is not ended, must rest longer.
    """

    usual: float = 1.0
    suspicious: float = 10.0
    look_every: float = 1.0


# A file that is not there, as distinct from one that cannot be read.
ABSENT = Stamp(-1, -1, -1)


class Resting:
    """The changes that were seen and not yet read.

    Files that were saved together come into force together: they wait for the one that was saved
    last. They do not wait for a suspicious one, and for one that never comes to rest no longer
    than a suspicious one has to.
    """

    def __init__(self, settling: Settling) -> None:
        self._settling = settling
        self._seen: Mapping[str, Stamp | None] = {}
        self._changed: dict[str, tuple[float, float]] = {}  # when first and when last
        self._just: set[str] = set()  # changed at this very look

    def note(self, seen: Mapping[str, Stamp | None], at: float) -> None:
        """What the files look like at a time in seconds."""
        both = {*seen, *self._seen}
        self._just = {n for n in both if seen.get(n, ABSENT) != self._seen.get(n, ABSENT)}
        for name in self._just:
            first, _ = self._changed.get(name, (at, at))
            self._changed[name] = (first, at)
        self._seen = seen

    def ready(self, at: float, is_suspicious: Callable[[str], bool]) -> frozenset[str]:
        """The files to be read now; none while some of those that changed are still written."""
        quiet, longest = set(), 0.0
        for name, (first, last) in self._changed.items():
            if name not in self._just and at - last >= self._settling.usual:
                quiet.add(name)
                longest = max(longest, at - first)
        if len(quiet) < len(self._changed) and longest < self._settling.suspicious:
            return frozenset()
        return frozenset(n for n in quiet if self._rested(n, at) or not is_suspicious(n))

    def _rested(self, name: str, at: float) -> bool:
        return at - self._changed[name][1] >= self._settling.suspicious

    def is_resting(self) -> bool:
        """Whether nothing has changed that was not read."""
        return not self._changed

    def done(self, names: Iterable[str]) -> None:
        """These were read."""
        for name in names:
            self._changed.pop(name, None)
