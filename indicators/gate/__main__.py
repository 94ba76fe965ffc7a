"""Tells what is wrong in a data folder, but for its ledger, which `make check` reads too.

Exits with 1 where anything is refused.

With --import FILE it takes in a table as an office keeps it; 1 where a figure is not understood.
"""

import argparse
import io
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from indicators import gate
from indicators.gate import listing
from indicators.gate.imports import command
from indicators.gate.listing import MARKS

SHIPPED = Path(__file__).resolve().parents[2] / "data"


def main(arguments: list[str] | None = None) -> int:
    """Read the folder, say what there is to say of each cell in both languages, and count."""
    request = options(arguments)
    if request.table:
        return command.run(request)
    checked = gate.check({name: request.folder / name for name in gate.names(request.folder)})
    return tell(checked, request.csv)


def tell(checked: gate.Checked, csv: Path | None, ledger: Iterable[gate.Problem] = ()) -> int:
    """Print all problems, those of a ledger too, and the conclusion; 1 where any is refused."""
    problems = (*checked.problems, *ledger)
    for problem in problems:
        mark = MARKS[problem.severity]
        print(f"{mark} {problem.sentence('zh')}\n  {problem.sentence('en')}")
    if csv:
        csv.write_bytes(listing.as_csv(problems, "zh"))
    count: Counter[str] = Counter()
    for problem in problems:
        count[problem.severity] += problem.places
    print(_conclusion(count, checked))
    return 1 if count["refused"] else 0


def options(arguments: list[str] | None) -> argparse.Namespace:
    """What is asked for: a folder, or a table that is to be taken in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--csv", type=Path, help="a file to write the list to, for Excel and WPS")
    command.add_options(parser)
    return parser.parse_args(arguments)


def _conclusion(count: Mapping[str, int], checked: gate.Checked) -> str:
    doubts = (
        f"△ 请核对{count['warning']:,}处，○ 自动识别{count['normalised']:,}处。\n"
        f"{count['warning']:,} to check, {count['normalised']:,} recognised in another form."
    )
    if count["refused"]:
        return (
            f"\n✕ 有{count['refused']:,}处需要更正，更正前这些文件不会采用。{doubts}\n"
            f"  {count['refused']:,} to be corrected; until then these files are not used."
        )
    rows = len(checked.tables["observations"])
    return f"\n✓ 可以采用，共{rows:,}条数据。\n  Accepted, {rows:,} observations.\n{doubts}"


def speak() -> None:
    """Let a Chinese console print what it can of signs that it does not know."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    speak()
    sys.exit(main())
