"""While files are written, cut, renamed and deleted at random, readers see whole versions only."""

import os
import random
import threading
from pathlib import Path

import pytest

from indicators.publishing import Figures, Publisher, Settling
from tests.small_folder import GOOD

pytestmark = pytest.mark.slow

SEED, READERS = 610902, 3
NEVER = 1_000_000
FILES = [f"observations/generated_{number}.csv" for number in range(4)]
# Of every version of a file all rows hold its number, so a mixture is seen in any two of them.
ROWS = 40
HEADER = GOOD["observations/jobs.csv"].splitlines()[0]


def generated(number: int, version: int) -> str:
    """A file of generated figures: industry_profit of 610900, a hundred years a file."""
    rows = [
        f"industry_profit,610900,{year},year,,{version}.{number},A,,seed_article,generated"
        for year in range(1900 + number * 40, 1900 + number * 40 + ROWS)
    ]
    return "\n".join([HEADER, *(row for row in rows if row.split(",")[2] < "2100"), ""])


@pytest.fixture
def generated_folder(folder) -> Path:
    for number, file in enumerate(FILES):
        (folder / file).write_text(generated(number, 1), encoding="utf-8")
    return folder


class Writer:
    """Does to the files what hands, office programs and power cuts do to them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.chance = folder, random.Random(SEED)
        self.written = dict.fromkeys(FILES, {1})

    def act(self, version: int) -> None:
        number = self.chance.randrange(len(FILES))
        path = self.folder / FILES[number]
        text = generated(number, version)
        self.clear(path)
        match self.chance.randrange(10):
            case 0 | 1:  # saved whole
                path.write_text(text, encoding="utf-8")
                self.written[FILES[number]] = self.written[FILES[number]] | {version}
            case 2:  # cut anywhere
                path.write_text(text[: self.chance.randrange(len(text))], encoding="utf-8")
            case 3:  # a cell that is wrong
                path.write_text(text.replace(f"{version}.{number}", "许多", 1), encoding="utf-8")
            case 4:
                path.unlink(missing_ok=True)
            case 5 if path.exists():  # put aside and brought back
                path.rename(path.with_suffix(".bak"))
                path.with_suffix(".bak").rename(path)
            case 6:  # bytes of something else
                path.write_bytes(self.chance.randbytes(200))
            case 7:
                path.unlink(missing_ok=True)
                os.mkfifo(path)
            case 8:
                path.unlink(missing_ok=True)
                path.mkdir()
            case 9:  # a slip in a table that all files need
                self.sources(GOOD["sources.csv"].replace("seed_article", "seed_artikel"))

    def clear(self, path: Path) -> None:
        """Takes away what nothing can be written to, and sometimes mends the slip."""
        if path.is_dir():
            path.rmdir()
        elif path.is_fifo():
            path.unlink()
        if self.chance.randrange(3) == 0:
            self.sources(GOOD["sources.csv"])

    def sources(self, text: str) -> None:
        (self.folder / "sources.csv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("rounds", [16, pytest.param(80, marks=pytest.mark.sweep)])
def test_readers_see_whole_versions_only_whatever_happens_to_the_files(
    generated_folder, tmp_path_factory, rounds
):
    publisher = Publisher(
        Figures(), generated_folder, tmp_path_factory.mktemp("kept"), Settling(0, NEVER)
    )
    publisher.start()
    writer, seen, errors = Writer(generated_folder), [], []
    done = threading.Event()

    def read() -> None:
        while not done.wait(0.005):
            try:
                seen.append(versions(publisher))
            except Exception as error:  # noqa: BLE001  (whatever a reader would have met)
                errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for version in range(2, rounds + 2):
        writer.act(version)
        # A file of fewer rows that is whole must rest longer than this test takes.
        publisher.look(version)
        publisher.look(version)
    done.set()
    for reader in readers:
        reader.join()

    assert errors == []
    assert len(seen) > rounds
    for answer in seen:
        assert {file: rows for file, _, rows in answer} == dict.fromkeys(FILES, ROWS)
        for file, version, _ in answer:
            assert version in writer.written[file]
    # New versions did come into force, again and again: one of ten acts in five saves a file whole.
    assert len({tuple(answer) for answer in seen}) > rounds / 8


def versions(publisher: Publisher) -> list[tuple[str, int, int]]:
    """Of each generated file the version that a reader sees, and of how many rows."""
    found = publisher.edition.connection.cursor().execute(
        """
        select file, min(floor(obs_value)), max(floor(obs_value)), count(*)
        from observations
        where note = 'generated'
        group by file
        order by file
        """
    )
    rows = found.fetchall()
    assert all(least == most for _, least, most, _ in rows), "two versions in one file"
    return [(file, int(version), count) for file, version, _, count in rows]
