"""`make check`: tells what is wrong in a data folder. Exits with 1 where anything is refused.

With --import FILE it takes in a table as an office keeps it; 1 where a figure is not understood.
"""

import argparse
import io
import sys
from collections import Counter
from pathlib import Path

from indicators import gate
from indicators.gate import listing
from indicators.gate.imports import command

SHIPPED = Path(__file__).resolve().parents[2] / "data"
MARKS = {"refused": "✕", "warning": "△", "normalised": "○"}


def main(arguments: list[str] | None = None) -> int:
    """Read the folder, say what there is to say of each cell in both languages, and count."""
    asked = _asked(arguments)
    if asked.table:
        return command.run(asked)
    checked = gate.check({name: asked.folder / name for name in gate.names(asked.folder)})
    for problem in checked.problems:
        mark = MARKS[problem.severity]
        print(f"{mark} {problem.sentence('zh')}\n  {problem.sentence('en')}")
    if asked.csv:
        asked.csv.write_bytes(listing.as_csv(checked.problems, "zh"))
    print(_conclusion(checked))
    return 1 if checked.refused else 0


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--csv", type=Path, help="a file to write the list to, for Excel and WPS")
    command.add_options(parser)
    return parser.parse_args(arguments)


def _conclusion(checked: gate.Checked) -> str:
    count = Counter(problem.severity for problem in checked.problems)
    for problem in checked.problems:
        count[problem.severity] += max(problem.more - 1, 0)
    doubts = (
        f"△ 请核对{count['warning']:,}处，○ 换算读入{count['normalised']:,}处。"
        f"{count['warning']:,} to check, {count['normalised']:,} read in another form."
    )
    if checked.refused:
        return (
            f"\n✕ 有{count['refused']:,}处需要改正，改正前这些文件不会采用。{doubts}\n"
            f"  {count['refused']:,} to mend; until then these files are not used."
        )
    rows = len(checked.tables["observations"])
    return f"\n✓ 可以采用，共{rows:,}条数据。Accepted, {rows:,} observations.\n{doubts}"


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Chinese console does not know every sign
    sys.exit(main())
