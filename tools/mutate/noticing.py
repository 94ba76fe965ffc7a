"""Whether the tests notice a mutant: they run in a fork, where everything is imported already."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from tools.mutate.mutants import ROOT, SHARED, Mutant

SECONDS = 1800  # on a machine that is busy with other things
# Rows for others, and what only asks whether an answer depends on chance.
ASIDE = ("made_up.py", "test_nothing_by_chance.py")
LIKELIEST = {
    "vocabulary": "test_vocabulary",
    "figures": "sentence_parts",
    "judgements": "sentence_parts",
    "counted": "test_orders",
    "count": "test_orders",
}


class Laboratory:
    """A copy of the project in which one file at a time is wrong."""

    def __init__(self) -> None:
        self._home = tempfile.TemporaryDirectory()
        self.root = Path(self._home.name) / "app"
        leave = shutil.ignore_patterns(".venv", ".git", ".working", "gallery", "docs", "browser")
        shutil.copytree(ROOT, self.root, ignore=leave)
        os.chdir(self.root)
        sys.path.insert(0, str(self.root))
        for name in [name for name in sys.modules if name.split(".")[0] in ("indicators", "tests")]:
            del sys.modules[name]
        self._sound: set[str] = set()
        _remember_the_data(self.root)

    def is_sound(self, tests: list[str]) -> bool:
        """Whether these tests pass as long as nothing is wrong; asked once of each."""
        unknown = [test for test in tests if test not in self._sound]
        if unknown and _outcome(unknown) != 0:
            return False
        self._sound.update(unknown)
        return True

    def notices(self, mutant: Mutant, tests: list[str]) -> bool:
        """Whether one of these tests fails with the mutant in its file's place."""
        path = self.root / mutant.file
        path.write_text(mutant.text(), encoding="utf-8")
        try:
            return _outcome(tests) > 0
        finally:
            shutil.copyfile(ROOT / mutant.file, path)


def tests_of(file: str) -> list[str]:
    """The tests that could notice something in a file, the likeliest first."""
    asking = [p for p in (ROOT / "tests" / "queries").glob("*.py") if p.name not in ASIDE]
    name = Path(file).stem
    if file not in SHARED:
        asking = [p for p in asking if name in p.stem or f'"{name}"' in p.read_text("utf-8")]
    first = LIKELIEST.get(name, name)
    asking.sort(key=lambda path: (first not in path.stem, path.stem))
    return [str(path.relative_to(ROOT)) for path in asking]


def _remember_the_data(root: Path) -> None:
    """The shipped data are read once for all forks; no formula is in their reading."""
    from indicators import gate

    read = gate.read(root / "data")
    gate.read = lambda folder, really=gate.read: (
        read if Path(folder).resolve() == (root / "data").resolve() else really(folder)
    )


def _outcome(tests: list[str]) -> int:
    """0 where all pass, 1 where one fails; less than 0 where they took too long to tell."""
    child = os.fork()
    if child == 0:
        _run(tests)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _run(tests: list[str]) -> None:
    """In the fork: the tests, silently, until the first that fails."""
    code = 1
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        import signal

        signal.alarm(SECONDS)
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # none is needed, and each takes a while
        code = int(pytest.main(["-x", "-q", "-o", "addopts=", "-p", "no:cacheprovider", *tests]))
    finally:
        os._exit(1 if code else 0)
