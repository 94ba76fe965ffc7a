"""What the dashboard keeps for itself is whole, or is made again: no page ever fails for it."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.publishing import Publisher, copies
from tests.published import JOBS, figure, rest, started
from tests.small_folder import replace

ROOT = Path(__file__).resolve().parents[2]


def every_figure(publisher: Publisher) -> list[tuple]:
    return (
        publisher.edition.connection.cursor().execute("from observations order by all").fetchall()
    )


def test_a_flipped_bit_of_the_database_costs_a_restart_nothing_but_time(folder, working, publisher):
    right = every_figure(publisher)
    [database] = working.glob("data-*.duckdb")
    whole = database.read_bytes()
    del publisher
    for place in range(100, len(whole), len(whole) // 25):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        database.write_bytes(damaged)
        assert every_figure(started(folder, working)) == right, place
        assert len(database.read_bytes()) == len(whole)


def test_a_database_without_the_note_of_what_it_was_is_made_anew(folder, working, publisher):
    right = every_figure(publisher)
    [note] = working.glob("data-*.sha256")
    del publisher
    note.unlink()
    assert every_figure(started(folder, working)) == right
    assert note.exists()


FILLING = """
import resource, signal, sys
from pathlib import Path
from indicators.publishing import Figures, Publisher, Settling

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder, working, room = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])


def look(publisher):
    for at in range(3):
        try:
            publisher.look(at)
        except OSError:
            pass
    sql = "select max(obs_value) from observations where time_period = '2021'"
    print(publisher.edition.connection.cursor().execute(sql).fetchone()[0])


publisher = Publisher(Figures(), folder, working, Settling(0, 0))
publisher.start()
look(publisher)
jobs = folder / "observations" / "jobs.csv"
jobs.write_text(jobs.read_text(encoding="utf-8").replace(",5150,", ",5999,"), encoding="utf-8")
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
look(publisher)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
look(publisher)
again = Publisher(Figures(), folder, working, Settling(0, 0))
again.start()
look(again)
"""


@pytest.mark.parametrize("room", [70_000, 300_000, 500_000, 700_000])
def test_a_disk_that_fills_while_figures_are_saved_shows_them_and_starts_again(
    folder, working, room
):
    command = [sys.executable, "-c", FILLING, str(folder), str(working), str(room)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    before, full, with_room, restarted = printed.stdout.split()
    assert before == "5150.0"
    assert full in ("5150.0", "5999.0")  # as far as there was room for the copy
    assert (with_room, restarted) == ("5999.0", "5999.0")


def test_a_working_folder_that_is_deleted_meanwhile_is_made_again(folder, working, publisher):
    shutil.rmtree(working)
    replace(folder, JOBS, ",5150,", ",5151,")
    rest(publisher)
    assert figure(publisher) == 5151
    del publisher
    assert figure(started(folder, working)) == 5151


def test_what_serves_for_a_folder_that_cannot_be_written_is_the_users_own(tmp_path, monkeypatch):
    monkeypatch.setattr(copies.tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    (tmp_path / "full").write_text("no folder can be made within a file")
    wanted = tmp_path / "full" / ".working"
    own = copies.writable(wanted)
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert copies.writable(wanted) == own
    own.chmod(0o755)  # as somebody else would have made it, for others to write their figures in
    assert copies.writable(wanted) != own
    own.chmod(0o700)
    if os.geteuid() == 0:
        os.chown(own, 65534, 65534)
        assert copies.writable(wanted) != own


def rewrite_with_its_time(folder: Path) -> None:
    """Another figure of the same length, and the time that the file had: nothing shows it."""
    file = folder / JOBS
    before = file.stat()
    replace(folder, JOBS, ",5150,", ",5151,")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()
    assert after.st_size == before.st_size and after.st_ino == before.st_ino


def test_a_file_that_looks_as_before_and_is_another_one_is_found_within_a_day(folder, publisher):
    publisher.look(0)
    rewrite_with_its_time(folder)
    publisher.look(86_399)
    assert figure(publisher) == 5150
    publisher.look(86_400)
    assert figure(publisher) == 5151


def test_such_a_file_is_found_after_a_restart_at_once(folder, working, publisher):
    rewrite_with_its_time(folder)
    del publisher
    again = started(folder, working)
    again.look(0)
    assert figure(again) == 5151


def test_what_is_needed_no_longer_goes_though_nothing_is_published_any_more(
    folder, working, publisher
):
    [first] = working.glob("data-*.duckdb")
    replace(folder, JOBS, ",5150,", ",51500,")
    rest(publisher)
    half_done = working / "left.unfinished"  # by a dashboard that was killed
    half_done.touch()
    for path in (first, half_done):
        os.utime(path, (0, 0))
    publisher.look(103)
    assert first.exists() and half_done.exists()  # the look at 102 has put away what there was
    publisher.look(703)
    assert not first.exists() and not half_done.exists()
    assert figure(publisher) == 51500
