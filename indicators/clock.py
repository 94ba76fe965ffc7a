"""The office's clock: what day and what time it is where the figures are of.

A server often counts in UTC; an official in Ankang reads a time as China's, and a day that began
there is that day. Another place sets INDICATORS_ZONE to the name of its zone, such as
Asia/Urumqi.
"""

import os
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

VARIABLE = "INDICATORS_ZONE"
USUAL = "Asia/Shanghai"


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def zone() -> ZoneInfo:
    """The zone of the office. Raises ZoneInfoNotFoundError where its name is none."""
    return _zone(os.environ.get(VARIABLE, USUAL))


def now() -> datetime:
    """The time there, with its zone."""
    return datetime.now(zone())


def today() -> date:
    """The day there."""
    return now().date()


def local(moment: str) -> datetime:
    """A time that is kept as UTC, 2026-11-24T08:30:00+00:00, on the office's clock."""
    return datetime.fromisoformat(moment).astimezone(zone())
