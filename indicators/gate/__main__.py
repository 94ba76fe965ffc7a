"""`make check`: tells what is wrong in a data folder. Exits with 1 where anything is refused."""

import argparse
import sys
from pathlib import Path

from indicators import gate

SHIPPED = Path(__file__).resolve().parents[2] / "data"


def main(arguments: list[str] | None = None) -> int:
    """Read the folder, say what is wrong with each cell in both languages, and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SHIPPED)
    folder = parser.parse_args(arguments).folder
    try:
        tables = gate.read(folder)
    except gate.Refused as refused:
        for problem in refused.problems:
            print(f"✕ {problem.sentence('zh')}\n  {problem.sentence('en')}")
        count = len(refused.problems)
        print(f"\n有{count}处需要改正，这些数据不会显示。{count} to mend; nothing of it is shown.")
        return 1
    rows = len(tables["observations"])
    print(f"✓ 没有发现问题，共{rows}条数据。No problems; {rows} observations.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
