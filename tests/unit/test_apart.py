"""A function in a process of its own answers, raises, and is stopped."""

import json
import operator
import os
import time

import pytest

from indicators import apart


def test_it_gives_what_the_function_gives_from_another_process():
    assert apart.run(operator.mul, 2, 21) == 42
    assert apart.run(os.getppid) == os.getpid()


def test_it_raises_what_the_function_raises():
    with pytest.raises(json.JSONDecodeError, match="line 1 column 1"):
        apart.run(json.loads, "空的")


def test_what_takes_too_long_is_stopped():
    with pytest.raises(apart.Exceeded, match="0.5 seconds"):
        apart.run(time.sleep, 60, seconds=0.5)


def test_what_takes_too_much_memory_is_stopped():
    with pytest.raises(apart.Exceeded, match="ended with 1"):
        apart.run(operator.mul, b"0", 2 << 30)
