"""Names in the place of codes: what an office calls an indicator, an area or a document."""

import re
from collections.abc import Mapping
from dataclasses import replace

from indicators.gate.characters import folded
from indicators.gate.forms import CODE, Form, plain_text
from indicators.gate.mistakes import Mistake

# What tells the rows of a table apart to their readers.
NAMED_BY = {"sources": ("title",)}
USUAL = ("name_zh", "name_en")

Codes = dict[str, list[str]]


def key_of(name: str) -> str:
    """What two writings of a name share: half-width, without blanks, small letters."""
    return re.sub(r"\s", "", folded(name)).lower()


def named_by(table: str) -> tuple[str, ...]:
    """The columns in which the rows of a table have their names."""
    return NAMED_BY.get(table, USUAL)


def codes_by_name(table: str, key: str, columns: Mapping[str, list[str]]) -> Codes:
    """The codes of a table by the names of their rows; `columns` are its canonical texts."""
    codes: Codes = {}
    for column in named_by(table):
        for code, name in zip(columns[key], columns.get(column, []), strict=False):
            of_name = codes.setdefault(key_of(name), [])
            if code and name and code not in of_name:
                of_name.append(code)
    return codes


def form_with_names(form: Form, table: str, codes: Codes) -> Form:
    """The form of a column whose code may also be given by the name of its row in a table."""
    zh, en = f"应填 data/{table}.csv 里有的代码或名称", f"a code or a name from data/{table}.csv"

    def canonical(text: str) -> str:
        try:
            return CODE.canonical(text)
        except ValueError:
            meant = codes.get(key_of(plain_text(text)), [])
        if not meant:
            raise Mistake(zh, en, near=(text.strip(), tuple(name for name in codes if name)))
        if len(meant) > 1:
            several = "、".join(meant)
            raise Mistake(
                f"这个名称有几个代码，应填其中一个：{several}",
                f"one of the codes of this name: {', '.join(meant)}",
                cause="这个名称有几个代码",
            )
        return meant[0]

    return replace(form, canonical=canonical)
