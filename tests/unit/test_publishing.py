"""A changed file comes into force whole, or the last accepted figures stay; readers notice neither."""

# ruff: noqa: E501  (a sentence of the report is as long as it is)

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from indicators import gate
from indicators.publishing import Publisher
from tests.published import ECOLOGY, JOBS, figure, rest, said, started
from tests.small_folder import GOOD, replace

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


def state(publisher: Publisher, file: str) -> str | None:
    return {f.name: f.state for f in publisher.edition.files}.get(file)


def test_a_changed_figure_comes_into_force_once_its_file_was_left_alone(folder, publisher):
    replace(folder, JOBS, ",5150,", ",5151,")

    publisher.look(100)
    publisher.look(100.5)
    assert figure(publisher) == 5150
    publisher.look(101)
    assert figure(publisher) == 5151
    assert {file.state for file in publisher.edition.files} == {"in_force"}


def test_who_holds_the_older_edition_keeps_its_figures(folder, publisher):
    older = publisher.edition
    replace(folder, JOBS, ",5150,", ",5151,")
    rest(publisher)

    assert older.connection.cursor().execute("select count(*) from observations").fetchone() == (
        12,
    )
    assert older.version != publisher.edition.version


def test_a_refused_file_leaves_its_last_accepted_version_in_force_and_says_since_when(
    folder, publisher
):
    since = publisher.edition.since
    replace(folder, JOBS, ",5150,", ",五千,")
    replace(folder, ECOLOGY, ",70,", ",71,")
    rest(publisher)

    assert figure(publisher) == 5150
    assert said(publisher) == [
        "data/observations/jobs.csv 第2行“obs_value（数值）”列：填的是“五千”，应填数字，如 1234.5。"
    ]
    (jobs,) = (file for file in publisher.edition.files if file.name == JOBS)
    assert (jobs.state, jobs.since) == ("refused", since)
    # The other file, which is right, is in force as it is now.
    assert publisher.edition.connection.cursor().execute(
        "select obs_value from observations where indicator = 'forest_coverage_pct'"
    ).fetchone() == (71,)


def test_the_last_accepted_version_is_in_force_after_a_restart_too(folder, working, publisher):
    replace(folder, JOBS, ",5150,", ",5151,")
    rest(publisher)
    replace(folder, JOBS, ",5151,", ",五千,")
    rest(publisher)

    again = started(folder, working)
    assert figure(again) == 5151
    assert state(again, JOBS) == "refused"
    assert said(again) == said(publisher)
    assert again.edition.since == publisher.edition.since


def test_a_file_that_is_broken_while_nothing_runs_keeps_its_accepted_version(
    folder, working, publisher
):
    replace(folder, JOBS, ",5150,", ",五千,")

    again = started(folder, working)
    assert figure(again) == 5150
    assert state(again, JOBS) == "refused"


def test_a_mended_file_comes_into_force(folder, publisher):
    replace(folder, JOBS, ",5150,", ",五千,")
    rest(publisher)
    replace(folder, JOBS, ",五千,", ",5152,")
    rest(publisher)

    assert figure(publisher) == 5152
    assert said(publisher) == []


def test_a_deleted_file_keeps_its_figures_and_says_how_to_withdraw_them(folder, working, publisher):
    (folder / JOBS).unlink()
    rest(publisher)

    assert figure(publisher) == 5150
    assert state(publisher, JOBS) == "missing"
    assert said(publisher) == [
        "data/observations/jobs.csv：文件缺失或无法打开，沿用上次数据；"
        "如确需撤下，请先放回只有表头的同名文件，生效后再删除。"
    ]
    assert figure(started(folder, working)) == 5150


def test_figures_are_withdrawn_by_a_file_with_its_header_alone(folder, publisher):
    header = GOOD[JOBS].splitlines()[0] + "\n"
    (folder / JOBS).write_text(header, encoding="utf-8")
    rest(publisher, 11)  # it became shorter, so it must rest longer
    assert figure(publisher) is None

    (folder / JOBS).unlink()
    rest(publisher)
    assert publisher.edition.changes.removed == 6


def test_a_renamed_file_is_not_counted_twice(folder, publisher):
    (folder / JOBS).rename(folder / "observations" / "employment.csv")
    rest(publisher)

    assert state(publisher, JOBS) is None
    assert state(publisher, "observations/employment.csv") == "in_force"
    assert figure(publisher) == 5150
    assert said(publisher) == []


def test_a_table_that_every_page_needs_may_be_deleted_without_harm(folder, publisher):
    (folder / "indicators.csv").unlink()
    rest(publisher)

    assert figure(publisher) == 5150
    assert said(publisher)[0].startswith("data/indicators.csv：缺少这个文件")


def test_a_folder_or_a_dangling_link_in_the_place_of_a_file_does_no_harm(folder, publisher):
    (folder / JOBS).unlink()
    (folder / JOBS).mkdir()
    (folder / "breaks.csv").unlink()
    (folder / "breaks.csv").symlink_to(folder / "nowhere.csv")
    rest(publisher, 11)

    assert figure(publisher) == 5150
    assert (state(publisher, JOBS), state(publisher, "breaks.csv")) == ("missing", "missing")


def test_the_whole_folder_may_go_and_come_back(folder, publisher):
    folder.rename(folder.with_name("elsewhere"))
    rest(publisher, 11)
    assert figure(publisher) == 5150

    folder.with_name("elsewhere").rename(folder)
    rest(publisher)
    assert {file.state for file in publisher.edition.files} == {"in_force"}


def test_a_file_that_is_cut_at_the_end_of_a_line_must_rest_longer(folder, publisher):
    text = GOOD[JOBS]
    (folder / JOBS).write_text("".join(text.splitlines(keepends=True)[:3]), encoding="utf-8")

    rest(publisher, 8)
    publisher.look(109)
    assert figure(publisher, "2024-06") == 2610
    rest(publisher, 11)
    assert figure(publisher, "2024-06") is None


def test_a_file_that_is_cut_within_a_line_must_rest_longer(folder, publisher):
    (folder / JOBS).write_text(GOOD[JOBS][:-2] + "…", encoding="utf-8")

    rest(publisher, 9)
    assert publisher.edition.changes is None
    rest(publisher, 11)
    assert state(publisher, JOBS) == "in_force"


def test_a_file_that_fits_no_longer_because_of_another_keeps_its_version(folder, publisher):
    # The code goes from breakdowns.csv, and ecology.csv still needs it.
    (folder / "breakdowns.csv").write_text(
        GOOD["breakdowns.csv"].replace("planting,", "sowing,"), encoding="utf-8"
    )
    rest(publisher)

    assert publisher.edition.connection.cursor().execute(
        "select breakdown from breakdowns"
    ).fetchall() == [("planting",)]
    assert any("planting" in sentence for sentence in said(publisher))


def test_a_new_file_that_is_refused_is_left_out_and_the_rest_is_shown(folder, publisher):
    header = GOOD[JOBS].splitlines()[0]
    (folder / "observations" / "water.csv").write_text(
        f"{header}\nnew_urban_jobs,610902,2023,year,,许多,A,,seed_article,\n", encoding="utf-8"
    )
    rest(publisher)

    assert figure(publisher) == 5150
    assert state(publisher, "observations/water.csv") == "not_used"
    assert len(said(publisher)) == 1


def test_without_any_accepted_version_all_problems_are_told(folder, working):
    replace(folder, JOBS, ",5150,", ",五千,")
    first = started(folder, working)

    with pytest.raises(gate.Refused) as refused:
        first.edition  # noqa: B018
    assert len(refused.value.problems) == 1

    replace(folder, JOBS, ",五千,", ",5150,")
    rest(first)
    assert figure(first) == 5150


def test_what_changed_is_told_with_both_values(folder, publisher):
    replace(folder, JOBS, ",5150,A,", ",5200,E,")
    replace(folder, JOBS, "new_urban_jobs,610922,2024,year,,,A,,work_report_2025,未公布\n",
            "new_urban_jobs,610922,2023,year,,900,A,,work_report_2025,\n")  # fmt: skip
    replace(folder, "targets.csv", ",5000,", ",5300,")
    rest(publisher)

    changes = publisher.edition.changes
    assert (changes.added, changes.revised, changes.removed) == (1, 2, 1)
    assert changes.at == publisher.edition.since
    told = [
        (row["what"], row["kept_in"], row["time_period"], row["value_before"], row["value_now"])
        for row in changes.rows
    ]
    assert told == [
        ("added", "observations", "2023", None, 900.0),
        ("removed", "observations", "2024", None, None),
        ("revised", "observations", "2021", 5150.0, 5200.0),
        ("revised", "targets", "2025", 5000.0, 5300.0),
    ]


def test_what_changed_is_still_known_after_a_restart(folder, working, publisher):
    replace(folder, JOBS, ",5150,", ",5151,")
    rest(publisher)

    assert started(folder, working).edition.changes == publisher.edition.changes


def test_a_restart_with_unchanged_files_reads_none_of_them(folder, working, publisher):
    # The copy could not be read again: every byte of it is gone.
    for copy in working.glob("*.csv"):
        copy.write_bytes(b"")

    assert figure(started(folder, working)) == 5150


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"files": 1}', b"\xff\xfe"])
def test_a_damaged_manifest_means_to_read_all_anew(folder, working, publisher, damage):
    (working / "manifest.json").write_bytes(damage)

    assert figure(started(folder, working)) == 5150


def test_a_damaged_snapshot_means_to_read_all_anew(folder, working, publisher):
    (snapshot,) = working.glob("data-*.duckdb")
    del publisher
    snapshot.write_bytes(b"no database" * 1000)

    assert figure(started(folder, working)) == 5150


def test_what_another_version_of_the_program_accepted_is_checked_anew(folder, working, publisher):
    manifest = json.loads((working / "manifest.json").read_text(encoding="utf-8"))
    manifest["made_by"] = "an older one"
    (working / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    again = started(folder, working)
    assert figure(again) == 5150
    manifest = json.loads((working / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["made_by"] != "an older one"


def test_where_the_working_folder_cannot_be_made_another_one_serves(folder, working):
    working.parent.mkdir(exist_ok=True)
    working.write_text("a file where the folder should be")

    assert figure(started(folder, working)) == 5150


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from indicators.publishing import Figures, Publisher, Settling

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder, working, full_from = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]


def fill():
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, resource.RLIM_INFINITY))


def count():
    sql = "select max(obs_value) from observations where time_period = '2021'"
    return publisher.edition.connection.cursor().execute(sql).fetchone()[0]


publisher = Publisher(Figures(), folder, working, Settling(0, 0))
if full_from == "start":
    fill()
publisher.start()
print(count())
fill()
jobs = folder / "observations" / "jobs.csv"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
jobs.write_text(jobs.read_text(encoding="utf-8").replace(",5150,", ",5999,"), encoding="utf-8")
fill()
for at in range(3):
    try:
        publisher.look(at)
    except OSError as error:
        print(type(error).__name__)
print(count())
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
if full_from != "start":
    publisher.look(9)
    print(count())
"""


def on_a_full_disk(folder: Path, working: Path, full_from: str) -> list[str]:
    command = [sys.executable, "-c", FULL_DISK, str(folder), str(working), full_from]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()


def test_a_full_disk_leaves_the_figures_in_force_until_there_is_room_again(folder, working):
    # Twice the look fails, for the first one only sees the change.
    printed = on_a_full_disk(folder, working, "later")
    assert printed == ["5150.0", "OSError", "OSError", "5150.0", "5999.0"]


def test_a_disk_that_is_full_from_the_start_still_shows_the_figures(folder, working):
    assert on_a_full_disk(folder, working, "start")[0] == "5150.0"


def test_two_dashboards_on_one_folder_do_no_harm(folder, working, publisher):
    other = started(folder, working)
    for value in range(5151, 5155):
        replace(folder, JOBS, f",{value - 1},", f",{value},")
        threads = [threading.Thread(target=rest, args=(one,)) for one in (publisher, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert figure(publisher) == figure(other) == value


WATCHING = """
import sys
from pathlib import Path
from indicators.publishing import Figures, Publisher, watch

publisher = Publisher(Figures(), Path(sys.argv[1]), Path(sys.argv[2]))
publisher.start()
watch(publisher)
"""


def test_a_program_that_ends_while_it_watches_leaves_nothing_behind(folder, working):
    command = [sys.executable, "-c", WATCHING, str(folder), str(working)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert ended.stderr.decode() == ""  # DuckDB tells there what nobody put away


ANOTHER = """
import sys, time
from pathlib import Path
from indicators.publishing import Figures, Publisher, Settling

publisher = Publisher(Figures(), Path(sys.argv[1]), Path(sys.argv[2]), Settling(0, 0))
publisher.start()
sql = "select max(obs_value) from observations where time_period = '2021'"
end = time.monotonic() + 60
while time.monotonic() < end:
    publisher.look(time.monotonic())
    value = publisher.edition.connection.cursor().execute(sql).fetchone()[0]
    if value == 5154:
        print("seen")
        break
    time.sleep(0.02)
"""


def test_two_processes_on_one_folder_do_no_harm(folder, working):
    command = [sys.executable, "-c", ANOTHER, str(folder), str(working)]
    others = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    here = started(folder, working)
    for value in range(5151, 5155):
        replace(folder, JOBS, f",{value - 1},", f",{value},")
        rest(here)
        assert figure(here) == value
    for other in others:
        printed, errors = other.communicate(timeout=90)
        assert (printed.decode().strip(), errors.decode()) == ("seen", "")


def test_what_is_needed_no_longer_is_removed_after_a_while(folder, working, publisher):
    replace(folder, JOBS, ",5150,", ",5151,")
    rest(publisher)
    old = 1_000_000_000  # long ago
    for path in working.iterdir():
        os.utime(path, (old, old))
    replace(folder, JOBS, ",5151,", ",5152,")
    rest(publisher)

    assert len(list(working.glob("data-*.duckdb"))) == 1
    assert len(list(working.glob("*.csv"))) == len(GOOD)


def test_a_workbook_takes_the_place_of_a_csv(folder, publisher):
    import openpyxl

    book = openpyxl.Workbook()
    for line in GOOD["sectors.csv"].splitlines():
        book.active.append(line.split(","))
    book.save(folder / "sectors.xlsx")
    (folder / "sectors.csv").unlink()
    rest(publisher)

    assert state(publisher, "sectors.xlsx") == "in_force"
    assert state(publisher, "sectors.csv") is None
