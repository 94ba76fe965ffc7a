"""Who did what: noted here, and written down by the server for those who answer for it.

Without a server nobody listens, and a note costs nothing. No note has a cell of a file in it.
"""

import logging
from typing import Any

NAME = "indicators.journal"
_log = logging.getLogger(NAME)


def note(what: str, **details: Any) -> None:
    """One thing that happened: a page, a check, a publication, a refusal, a failure."""
    _log.info(what, extra={"details": details})
