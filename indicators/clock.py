"""The office's clock: what day and what time it is where the figures are of.

A server often counts in UTC; an official in Ankang reads a time as China's, and a day that began
there is that day. Another place sets INDICATORS_ZONE to the name of its zone, such as
Asia/Urumqi.
"""

import json
import os
import time
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


def modules() -> dict[str, str]:
    """What scripts know of it, as the module "clock"."""
    return {"clock": f"export const ZONE = {json.dumps(zone().key)};\n"}


def keep_for_logs() -> None:
    """Let every time of this process be the office's, in the lines of logs too.

    Windows has no way for it; a PC there is set to the time of its place.
    """
    os.environ["TZ"] = zone().key
    if hasattr(time, "tzset"):
        time.tzset()


def now() -> datetime:
    """The time there, with its zone."""
    return datetime.now(zone())


def today() -> date:
    """The day there."""
    return now().date()


def local(moment: str) -> datetime:
    """A time that is kept as UTC, 2026-11-24T08:30:00+00:00, on the office's clock."""
    return datetime.fromisoformat(moment).astimezone(zone())
