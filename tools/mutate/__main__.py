"""Counts the wrong formulas that the tests notice. `make mutate`, `make mutate SEED=2 ONLY=…`."""

import argparse
import sys
import tomllib
from pathlib import Path

from tools.mutate.mutants import Mutant, chosen, files
from tools.mutate.noticing import Laboratory, tests_of

HARMLESS = Path(__file__).with_name("harmless.toml")
ENOUGH = 0.95


def main() -> int:
    asked = _arguments()
    harmless = _harmless()
    laboratory = Laboratory()
    noticed = survived = 0
    for file in [file for file in files() if not asked.only or Path(file).stem in asked.only]:
        tests = tests_of(file)
        if not laboratory.is_sound(tests):
            print(f"{file}: its own tests fail without any slip", flush=True)
            return 2
        for mutant in chosen(file, asked.seed, asked.many):
            if (mutant.file, mutant.before.strip(), mutant.was, mutant.now) in harmless:
                continue
            if laboratory.notices(mutant, tests):
                noticed += 1
            else:
                survived += 1
                print(_line(mutant), flush=True)
        print(f"  {file}: {noticed} of {noticed + survived}", flush=True)
    share = noticed / max(1, noticed + survived)
    print(f"{noticed} of {noticed + survived} wrong formulas noticed, {share:.0%}")
    return 0 if share >= ENOUGH else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--many", type=int, default=8, help="mutants a file")
    parser.add_argument("--only", type=lambda text: text.split(","), help="names of files")
    return parser.parse_args()


def _harmless() -> set[tuple[str, str, str, str]]:
    """Slips that change no result on legal data, each with its reason in the file."""
    listed = tomllib.loads(HARMLESS.read_text("utf-8")).get("slip", [])
    return {(slip["file"], slip["line"], slip["was"], slip["now"]) for slip in listed}


def _line(mutant: Mutant) -> str:
    return (
        f"survivor {mutant.file}:{mutant.line} {mutant.was!r} -> {mutant.now!r}: "
        f"{mutant.before.strip()}"
    )


if __name__ == "__main__":
    sys.exit(main())
