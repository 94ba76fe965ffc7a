"""What an office sets: one file outside the code, the environment, the command line.

    python -m indicators.server --settings /etc/hanbin/settings.toml

The file has a line a setting, `port = 8501`. INDICATORS_PORT in the environment goes before the
file, `--port` before both. What is no setting is refused, with the one that comes nearest.
"""

import argparse
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from indicators.exhibits.uploads import MOST_OF_A_SESSION

PREFIX = "INDICATORS_"
FILE = "INDICATORS_SETTINGS"
# Streamlit's own, which its command line reads and our server never did.
FOREIGN = "STREAMLIT_"


class Unfit(Exception):
    """Settings that cannot be followed; says which, and what to write instead."""


def _is_true(value: Any) -> bool:
    return True


def _is_address(value: str) -> bool:
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def _is_zone(value: str) -> bool:
    try:
        ZoneInfo(value)
    except (KeyError, OSError, ValueError):  # none of that name, a folder of them, a path
        return False
    return True


def _is_path(value: str) -> bool:
    return value == "" or (value.startswith("/") and not value.endswith("/"))


def _said(default: Any, about: str, fits: Callable[[Any], bool] = _is_true, wants: str = "") -> Any:
    """A setting: its default, what it is for, which values fit, and how those are called."""
    return field(default=default, metadata={"about": about, "fits": fits, "wants": wants})


def _at_least(least: float, default: float, about: str) -> Any:
    return _said(default, about, lambda value: value >= least, f"a number from {least} on")


def _addresses(default: tuple[str, ...], about: str) -> Any:
    return _said(
        default, about, lambda value: all(map(_is_address, value)), "addresses of machines"
    )


@dataclass(frozen=True)
class Settings:
    """All that there is to set. docs/operating.md has the same table, which a test holds to it."""

    address: str = _said(
        "0.0.0.0",
        "the address to listen on; 127.0.0.1 behind a proxy on the same machine",
        _is_address,
        "an address of this machine",
    )
    port: int = _said(8501, "the port to listen on", lambda value: 0 <= value < 65536, "a port")
    base_path: str = _said(
        "",
        "where the dashboard begins below its host: /kanban",
        _is_path,
        "a path that begins with / and does not end with it",
    )
    hosts: tuple[str, ...] = _said(
        (), "names by which it may be asked, with their port where there is one; without: by any"
    )
    data: str = _said("", "the data folder; without: data/ beside the code")
    zone: str = _said(
        "Asia/Shanghai", "the time zone of what is told and logged", _is_zone, "a time zone"
    )
    upload_mb: int = _said(
        20,
        "the largest file that may be checked, in MB; a reader may send 60 MB in all",
        lambda value: 1 <= value <= MOST_OF_A_SESSION >> 20,
        "a number from 1 to 60",
    )
    frames: tuple[str, ...] = _said(
        (), "origins whose pages may show it in a frame: https://portal.example"
    )
    hsts_days: int = _at_least(
        0, 0, "for how many days browsers keep to https (HSTS); only where a proxy speaks it"
    )
    proxies: tuple[str, ...] = _addresses(
        ("127.0.0.1", "::1"), "proxies that are believed when they say whom they ask for"
    )
    watchers: tuple[str, ...] = _addresses(
        (), "machines that may read /_stcore/metrics, besides this one"
    )
    user_header: str = _said(
        "", "the header in which a proxy names who has signed in; without: nobody is asked"
    )
    keepers: tuple[str, ...] = _said(
        (), "who keeps the data, by those names: checks files, sees what is wrong in them"
    )
    administrators: tuple[str, ...] = _said((), "who may read /_stcore/metrics too")
    log: str = _said("", "the folder of the journal; without: log/ beside the data folder")
    log_days: int = _at_least(1, 183, "for how many days a day's journal is kept")
    connections: int = _at_least(8, 1000, "open connections in all, sessions not counted")
    connections_of_one: int = _at_least(4, 250, "open connections of one address")
    sessions: int = _at_least(1, 500, "open pages in all")
    sessions_of_one: int = _at_least(1, 250, "open pages of one address")
    left_session_seconds: int = _at_least(
        1, 60, "how long a page that lost its connection may come back to what was sent"
    )
    head_seconds: float = _at_least(0.1, 10.0, "in which a request's head has to arrive")
    body_seconds: float = _at_least(0.1, 120.0, "in which a request's body has to arrive")
    changes_a_second: float = _at_least(
        0.1, 20.0, "changes of a filter by one address that are followed at once, in the long run"
    )
    changes_at_once: int = _at_least(1, 200, "the same, of a crowd that clicks together")


def read(arguments: Sequence[str] | None = None) -> Settings:
    """The settings of this process. Raises Unfit."""
    parser = argparse.ArgumentParser(description="Start the dashboard.")
    parser.add_argument("--settings", help="the file of settings", default=os.environ.get(FILE))
    parser.add_argument("--port", help="the port to listen on")
    given = parser.parse_args(arguments)
    told: dict[str, Any] = {
        **(_of_file(Path(given.settings)) if given.settings else {}),
        **_of_environment(os.environ),
        **({"port": given.port} if given.port is not None else {}),
    }
    return Settings(**{name: _fitting(_known()[name], value) for name, value in told.items()})


def described() -> Iterator[tuple[str, str, str]]:
    """Each setting's name, its default as the file has it, and what it is for."""
    for one in fields(Settings):
        yield one.name, _written(one.default), one.metadata["about"]


def _known() -> dict[str, Field[Any]]:
    return {one.name: one for one in fields(Settings)}


def _of_file(path: Path) -> dict[str, Any]:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:  # no text, or no TOML
        raise Unfit(f"{path}: {error}") from error
    for name in told.keys() - _known().keys():
        raise Unfit(f"{path}: {name} is no setting{_nearest(name, _known())}")
    return told


def _of_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Texts by setting; lists have commas between."""
    known = {f"{PREFIX}{name.upper()}": name for name in _known()}
    told = {}
    for variable, text in environment.items():
        if variable.startswith(FOREIGN):
            own = variable.removeprefix(FOREIGN).rpartition("SERVER_")[2]
            raise Unfit(f"{variable} is without effect here{_nearest(PREFIX + own, known)}")
        if variable.startswith(PREFIX) and variable != FILE:
            if variable not in known:
                raise Unfit(f"{variable} is no setting{_nearest(variable, known)}")
            told[known[variable]] = text
    return told


def _nearest(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"; do you mean {near[0]}?" if near else f"; there are: {', '.join(known)}"


def _fitting(setting: Field[Any], value: Any) -> Any:
    """A value of a file or of the environment, as the setting has it. Raises Unfit."""
    default = setting.default
    try:
        made = _texts(value) if isinstance(default, tuple) else _alike(default, value)
        if setting.metadata["fits"](made):
            return made
    except (TypeError, ValueError):
        pass
    wanted = setting.metadata["wants"] or f"something like {_written(default)}"
    raise Unfit(f"{setting.name} = {value!r}; wanted: {wanted}")


def _texts(value: Any) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not all(isinstance(part, str) for part in parts):
        raise TypeError("texts are wanted")
    return tuple(part.strip() for part in parts if part.strip())


def _alike(default: Any, value: Any) -> Any:
    """A value of the default's kind: a text may be a number, but 1.5 is no port."""
    kind = type(default)
    if isinstance(value, bool) or not isinstance(value, str | int | kind):
        raise TypeError(f"{kind} is wanted")
    if kind is str and not isinstance(value, str):
        raise TypeError("a text is wanted")
    return kind(value)


def _written(default: Any) -> str:
    """As a line of the file has it."""
    if isinstance(default, tuple):
        return "[" + ", ".join(map(_written, default)) + "]"
    return f'"{default}"' if isinstance(default, str) else f"{default:g}"
