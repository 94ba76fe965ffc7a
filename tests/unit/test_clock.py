"""Times are those of the place that the figures are of, and say so."""

from datetime import date, datetime
from zoneinfo import ZoneInfoNotFoundError

import pytest

from indicators import clock
from indicators.language import Language
from indicators.sentences import moment


@pytest.fixture
def urumqi(monkeypatch):
    monkeypatch.setenv("INDICATORS_ZONE", "Asia/Urumqi")


def test_a_time_kept_as_utc_is_told_on_the_clock_of_the_office(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    # 17:30 in Greenwich is 1:30 of the next day in Ankang.
    kept = "2026-11-27T17:30:00+00:00"
    assert moment(kept, Language("zh")) == "2026年11月28日 01:30（北京时间）"
    assert moment(kept, Language("en")) == "28 November 2026, 01:30 (Beijing time)"


def test_another_place_sets_its_zone(urumqi):
    kept = "2026-11-27T17:30:00+00:00"  # two hours less than in Beijing
    assert moment(kept, Language("zh")).startswith("2026年11月27日 23:30（")
    assert clock.modules() == {"clock": 'export const ZONE = "Asia/Urumqi";\n'}


def test_today_is_the_day_of_the_office(monkeypatch):
    class At(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat("2026-11-27T17:30:00+00:00").astimezone(tz)

    monkeypatch.setattr(clock, "datetime", At)
    assert clock.today() == date(2026, 11, 28)


def test_a_zone_that_there_is_not_is_an_error_with_its_name(monkeypatch):
    monkeypatch.setenv("INDICATORS_ZONE", "Asia/Hanbin")
    with pytest.raises(ZoneInfoNotFoundError, match="Asia/Hanbin"):
        clock.today()
