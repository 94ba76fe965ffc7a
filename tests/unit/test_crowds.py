"""How many may be here, and how fast; browser/test_nobody_stops_it.py has the running server."""

import pytest

from indicators.server.crowds import MOST_FILES, Pace, Places, files_to_open, within
from indicators.server.settings import Settings


def test_places_are_counted_in_all_and_by_address():
    places = Places(5, 2)
    assert [places.take(who) for who in "aaabbc"] == [True, True, False, True, True, True]
    assert not places.take("d")  # five are here
    places.leave("a")
    assert places.take("d")


def test_a_proxy_stands_for_many_and_yet_not_for_more_than_there_are_places():
    places = Places(4, 2, {"proxy"})
    assert [places.take("proxy") for _ in range(5)] == [True, True, True, True, False]


def test_a_burst_is_followed_at_once_and_then_two_a_second():
    time = [100.0]
    pace = Pace(2, 3, now=lambda: time[0])
    assert [pace.wait("a") for _ in range(5)] == [0, 0, 0, 0.5, 1.0]
    assert pace.wait("b") == 0  # another one waits for nobody
    time[0] = 102.5  # five changes at two a second are over
    assert [pace.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]


def test_addresses_that_have_nothing_ahead_are_forgotten():
    time = [0.0]
    pace = Pace(1, 1, now=lambda: time[0])
    for number in range(1001):
        pace.wait(str(number))
    time[0] = 2.0
    pace.wait("a")
    assert len(pace._done) == 1


# Needed are 1000 × 1.25 + 500 × 4 = 3,250, and 640 for everything else.
@pytest.mark.parametrize(
    ("files", "connections", "sessions"),
    [
        (3890, 1000, 500),
        (2265, 500, 250),  # (2,265 − 640) ÷ 3,250 = 0.5
        (640, 8, 1),
    ],
)
def test_no_more_are_let_in_than_files_may_be_open(files, connections, sessions):
    fit = within(Settings(connections=1000, sessions=500), files)
    assert (fit.connections, fit.sessions) == (connections, sessions)


def test_as_many_files_may_be_open_as_the_system_allows():
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard - 1, hard))
    try:
        assert files_to_open() == min(hard, MOST_FILES)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= min(hard - 1, MOST_FILES)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
