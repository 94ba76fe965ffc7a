"""Wrong formulas: what a slip of the pen would make of the SQL, where DuckDB still takes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import duckdb

ROOT = Path(__file__).resolve().parents[2]
WAREHOUSE = [
    f"indicators/warehouse/{name}.sql"
    for name in ("schema", "vocabulary", "standing", "figures", "judgements")
]
LEDGER = ["indicators/ledger/counted.sql", "indicators/ledger/count.sql"]
# What is no query of its own and holds the rules of many; the schema holds none.
SHARED = [*WAREHOUSE[1:], *LEDGER]

SLIPS = (
    (r" >= ", " > "), (r" <= ", " < "), (r" > ", " >= "), (r" < ", " <= "), (r" = ", " <> "),
    (r" <> ", " = "), (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " / "), (r" / ", " * "),
    (r"\b100\b", "10"), (r"\b12\b", "11"), (r"\b1\b", "2"), (r"\b0\b", "1"), (r"\b2\b", "1"),
    (r"\bthen ([345])\b", "then 0"), (r"\bmax\(", "min("), (r"\bmin\(", "max("),
    (r"\bsum\(", "avg("), (r"\bcount\(\*\)", "max(1)"), (r"\band\b", "or"), (r"\bor\b", "and"),
    (r"\bleft join\b", "inner join"), (r"\binner join\b", "left join"),
    (r"\bis not null\b", "is null"), (r"\bis null\b", "is not null"), (r"\bnot \b", ""),
    (r"\basc\b", "desc"), (r"\bdesc\b", "asc"), (r"\bnulls last\b", "nulls first"),
    (r"\bnulls first\b", "nulls last"), (r"'year'", "'quarter'"), (r"'all'", "'11'"),
    (r"'year_to_date'", "'year'"), (r"'point'", "'month'"), (r"'higher'", "'lower'"),
    (r"'lower'", "'higher'"), (r"'flow'", "'rate'"), (r"'stock'", "'rank'"),
    (r"'excluding_zones'", "'unstated'"), (r"'official'", "'newspaper'"),
    (r"\bnullif\(([^,()]+), 0\)", r"\1"), (r"\babs\(", "("), (r"\bunion all\b", "union"),
    (r"\brank\(\)", "row_number()"), (r"\blag\(", "lead("), (r"\blead\(", "lag("),
    (r"\bselect distinct\b", "select"), (r" ignore nulls", ""), (r"\bcoalesce\(([^,()]+), [^()]+\)",
     r"\1"), (r"\bdue_on\b", "raised_on"), (r"\bcompleted_on\b", "dispatched_on"),
    (r"\bprevious_year\b", "year"), (r"\bunit_zh\b", "unit_en"),
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One file with one slip in it, at a line counted from 1."""

    file: str
    line: int
    was: str
    now: str
    before: str  # the line as it is
    after: str

    def text(self) -> str:
        """The whole file with the slip."""
        lines = (ROOT / self.file).read_text("utf-8").splitlines(keepends=True)
        return "".join([*lines[: self.line - 1], self.after, *lines[self.line :]])


def files() -> list[str]:
    """The SQL in which formulas stand: every query and what they share."""
    return SHARED + sorted(str(p.relative_to(ROOT)) for p in (ROOT / "queries").glob("*.sql"))


def chosen(file: str, seed: int, many: int) -> list[Mutant]:
    """So many mutants of a file, the same for the same seed: all, where there are fewer."""
    every = list(_all_of(file))
    Random(f"{seed} {file}").shuffle(every)
    taken: list[Mutant] = []
    for mutant in every:
        if len(taken) < many and _is_sql(mutant):
            taken.append(mutant)
    return taken


def _all_of(file: str) -> Iterator[Mutant]:
    for number, line in enumerate((ROOT / file).read_text("utf-8").splitlines(True), start=1):
        code = line.split("--")[0]
        for pattern, replacement in SLIPS:
            for found in re.finditer(pattern, code):
                now = found.expand(replacement)
                after = line[: found.start()] + now + line[found.end() :]
                yield Mutant(file, number, found[0], now, line, after)


def _is_sql(mutant: Mutant) -> bool:
    """A slip that DuckDB itself refuses would never reach a reader."""
    texts = {file: (ROOT / file).read_text("utf-8") for file in [*WAREHOUSE, *LEDGER]}
    texts[mutant.file] = mutant.text()
    counting = texts.pop(LEDGER[1])
    asked = "" if mutant.file in SHARED else texts.pop(mutant.file)
    with duckdb.connect() as connection:
        try:
            for text in texts.values():
                connection.execute(text)
            for statement in duckdb.extract_statements(asked or counting):
                values = {name: None for name in statement.named_parameters}
                connection.execute(f"explain {statement.query}", values)
        except duckdb.Error:
            return False
    return True
