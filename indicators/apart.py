"""A function in a process of its own: what a stranger sends costs this one neither time nor memory.

    problems = apart.run(gate.check, files)

The child is a fresh Python that gets the function's name and its arguments, and gives back what
it returns or raises. It shares nothing with this process, whose lock on Python it would hold.
"""

import importlib
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

Given = TypeVar("Given")

SECONDS = 30.0
# Of data: the libraries alone reserve some 300 MB, the rest is for 200 MB of unpacked files.
MEMORY = 1 << 30
HOUSE = Path(__file__).resolve().parents[1]
# Two cores are what an office's server has; one of them is for those who read.
_one_at_a_time = threading.Lock()


class Exceeded(Exception):
    """It took more time or more memory than it may."""


def run(
    function: Callable[..., Given], *args: Any, seconds: float = SECONDS, memory: int = MEMORY
) -> Given:
    """function(*args), found by its module and name; the arguments and the answer are pickled.

    Raises what the function raises, and Exceeded where it needs more than `seconds` or bytes.
    """
    call = pickle.dumps((function.__module__, function.__qualname__, args, memory))
    with _one_at_a_time:
        try:
            ended = subprocess.run(
                [sys.executable, "-m", __name__],
                input=call,
                stdout=subprocess.PIPE,
                cwd=HOUSE,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Exceeded(f"more than {seconds} seconds") from error
    if ended.returncode:
        raise Exceeded(f"ended with {ended.returncode}")
    is_answer, given = pickle.loads(ended.stdout)
    if is_answer:
        return given
    raise given


def _serve(asking: BinaryIO, answering: BinaryIO) -> None:
    """The child: call the function once, within bounds."""
    module, name, args, memory = pickle.load(asking)
    _bound(memory)
    try:
        given = (True, getattr(importlib.import_module(module), name)(*args))
    except MemoryError:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 it is raised again where the function was called
        given = (False, error)
    pickle.dump(given, answering)


def _bound(memory: int) -> None:
    with suppress(ImportError):  # Windows has no such bound; the one of time holds there too
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
