"""A changed file is read once it was left alone; what was saved together is read together."""

from indicators.publishing.copies import Stamp
from indicators.publishing.resting import Resting, Settling

ONE, TWO, LONG_AGO = Stamp(1, 1, 1), Stamp(2, 2, 1), float("-inf")


def resting(**files: Stamp | None) -> Resting:
    """Files that were read long ago."""
    made = Resting(Settling(usual=1, suspicious=10))
    made.note(files, LONG_AGO)
    made.done(files)
    return made


def never(_: str) -> bool:
    return False


def test_a_change_is_read_once_it_was_seen_again_after_a_second():
    files = resting(a=ONE, b=ONE)
    files.note({"a": TWO, "b": ONE}, 100)
    assert files.ready(100, never) == frozenset()
    files.note({"a": TWO, "b": ONE}, 100.5)
    assert files.ready(100.5, never) == frozenset()
    files.note({"a": TWO, "b": ONE}, 101)
    assert files.ready(101, never) == {"a"}
    files.done({"a"})
    assert files.ready(200, never) == frozenset()


def test_a_file_that_goes_and_one_that_comes_are_changes():
    files = resting(a=ONE)
    files.note({"b": ONE}, 100)
    files.note({"b": ONE}, 101)
    assert files.ready(101, never) == {"a", "b"}


def test_what_changed_waits_for_what_is_still_written_to():
    files = resting(a=ONE, b=ONE)
    files.note({"a": TWO, "b": ONE}, 100)
    files.note({"a": TWO, "b": TWO}, 101)
    assert files.ready(101, never) == frozenset()
    files.note({"a": TWO, "b": TWO}, 102)
    assert files.ready(102, never) == {"a", "b"}


def test_a_suspicious_file_waits_alone():
    files = resting(a=ONE, b=ONE)
    files.note({"a": TWO, "b": TWO}, 100)
    files.note({"a": TWO, "b": TWO}, 101)
    assert files.ready(101, "a".__eq__) == {"b"}
    files.done({"b"})
    files.note({"a": TWO, "b": TWO}, 110)
    assert files.ready(110, "a".__eq__) == {"a"}


def test_a_file_that_never_rests_keeps_the_others_waiting_for_ten_seconds_at_the_most():
    files = resting(a=ONE, b=ONE)
    for second in range(100, 110):
        files.note({"a": TWO, "b": Stamp(second, second, 1)}, second)
        assert files.ready(second, never) == frozenset()
    files.note({"a": TWO, "b": Stamp(110, 110, 1)}, 110)
    assert files.ready(110, never) == {"a"}
