"""One bad file stops nothing but itself: beside it a good change of another file comes into force."""

# ruff: noqa: E501  (a line of CSV is as long as it is)

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from indicators.publishing import Figures, Publisher
from tests.published import ECOLOGY, JOBS, QUICK, figure, forest, rest, said, started, states
from tests.small_folder import GOOD, replace

pytestmark = pytest.mark.slow

HEADER = GOOD[JOBS].splitlines()[0]
NEW = "observations/trial.csv"
NEW_BOOK = "observations/trial.xlsx"


def text(name: str, content: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_text(content, encoding="utf-8")


def raw(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes(content)


def changed(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: replace(folder, name, old, new)


def workbook(part: str, content: bytes) -> bytes:
    """A workbook of one figure in which one part is something else."""
    book, whole, spoilt = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.active.append(HEADER.split(","))
    book.active.append(
        ["new_urban_jobs", "610902", "2019", "year", "", 4900, "A", "", "seed_article", ""]
    )
    book.save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(spoilt, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name.endswith(part) else source.read(name))
    return spoilt.getvalue()


def fifo(folder: Path) -> None:
    os.mkfifo(folder / NEW)


def folder_called_so(folder: Path) -> None:
    (folder / NEW).mkdir()


def endless(folder: Path) -> None:
    (folder / NEW).symlink_to("/dev/zero")


def name_in_gbk(folder: Path) -> None:
    (
        Path(os.fsdecode(os.fsencode(folder) + b"/observations/" + "就业".encode("gbk") + b".csv"))
    ).write_text(GOOD[JOBS].replace(",2021,", ",2019,"), encoding="utf-8")


def copy_of_jobs(folder: Path) -> None:
    (folder / "observations" / "jobs - 副本.csv").write_text(GOOD[JOBS], encoding="utf-8")


# What lies there, and the one file that is kept back for it; None where it is for the gate to
# say whether it can be read.
BAD = {
    "a style that openpyxl stumbles over": (
        raw(NEW_BOOK, workbook("styles.xml", b"<styleSheet><fills><fill/></fills></styleSheet>")),
        None,
    ),
    "a sheet that is cut": (
        raw(NEW_BOOK, workbook("sheet1.xml", b"<worksheet><sheetData><row")),
        NEW_BOOK,
    ),
    "an entity bomb": (
        raw(
            NEW_BOOK,
            workbook(
                "sheet1.xml",
                b'<!DOCTYPE l [<!ENTITY a "lollollol">'
                + b"".join(
                    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
                )
                + b"]><worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>",
            ),
        ),
        NEW_BOOK,
    ),
    "a name in the bytes of GBK": (name_in_gbk, None),
    "a pipe": (fifo, NEW),
    "a folder": (folder_called_so, NEW),
    "a device that never ends": (endless, NEW),
    "a copy beside the original": (copy_of_jobs, "observations/jobs - 副本.csv"),
    "a known line in a file that sorts before": (
        text("observations/2024.csv", "\n".join(GOOD[JOBS].splitlines()[:2]) + "\n"),
        "observations/2024.csv",
    ),
    "a known line in a file that sorts behind": (
        text(NEW, "\n".join(GOOD[JOBS].splitlines()[:2]) + "\n"),
        NEW,
    ),
    "a code mistyped in sources.csv": (
        changed("sources.csv", "seed_article,", "seed_artikel,"),
        "sources.csv",
    ),
    "a code mistyped in areas.csv": (
        changed("areas.csv", "610922,石泉县", "610923,石泉县"),
        "areas.csv",
    ),
    "a code mistyped in indicators.csv": (
        changed("indicators.csv", "\nforestry_area,", "\nforest_area,"),
        "indicators.csv",
    ),
    "a code mistyped in breakdowns.csv": (
        changed("breakdowns.csv", "planting,", "plantin,"),
        "breakdowns.csv",
    ),
    "a cell of another file": (changed("targets.csv", ",5000,", ",五千,"), "targets.csv"),
    "a workbook beside its CSV": (raw("sectors.xlsx", workbook("nothing", b"")), "sectors.xlsx"),
    "bytes of something else": (raw(NEW, b"\x00\xff\x13" * 100), NEW),
    "an empty file": (raw(NEW, b""), NEW),
}
# One that cannot be opened, one that cannot be read, one that says what another says.
TYPICAL = ("a pipe", "a sheet that is cut", "a copy beside the original")


@pytest.mark.parametrize("case", BAD)
def test_beside_a_bad_file_a_good_change_comes_into_force_and_stays_after_a_restart(
    folder, working, case
):
    spoil, kept_back = BAD[case]
    publisher = started(folder, working)
    spoil(folder)
    replace(folder, ECOLOGY, ",70,", ",71,")
    rest(publisher, 11)

    assert forest(publisher) == 71
    assert figure(publisher) == 5150
    if kept_back:
        assert [*states(publisher)] == [kept_back]
        assert {p.file for p in publisher.edition.problems if p.severity == "refused"} == {
            kept_back
        }

    again = started(folder, working)
    assert (forest(again), figure(again)) == (71, 5150)
    assert (states(again), said(again)) == (states(publisher), said(publisher))


@pytest.mark.parametrize(
    "case",
    [name if name in TYPICAL else pytest.param(name, marks=pytest.mark.sweep) for name in BAD],
)
def test_what_was_accepted_is_in_force_when_the_dashboard_starts_beside_a_bad_file(
    folder, working, case
):
    started(folder, working)
    BAD[case][0](folder)
    replace(folder, ECOLOGY, ",70,", ",71,")

    assert forest(started(folder, working)) == 71


@pytest.mark.parametrize("case", TYPICAL)
def test_once_the_bad_file_is_gone_nothing_is_said_of_it(folder, working, case):
    publisher = started(folder, working)
    before = {path for path in folder.rglob("*")}
    BAD[case][0](folder)
    rest(publisher, 11)
    for path in {*folder.rglob("*")} - before:
        path.unlink()
    rest(publisher)

    assert (states(publisher), said(publisher)) == ({}, [])
    replace(folder, ECOLOGY, ",70,", ",72,")
    rest(publisher)
    assert forest(publisher) == 72


def test_a_slip_in_a_table_that_others_need_is_one_message_with_the_first_place(folder, working):
    publisher = started(folder, working)
    replace(folder, "sources.csv", "seed_article,", "seed_artikel,")
    rest(publisher)

    # ecology.csv, jobs.csv, projects.csv and red_sites.csv cite it 6, 1, 1 and 1 times.
    assert said(publisher) == [
        "data/sources.csv：改动后其他文件有9处对不上，应改回或一并改好；"
        "如 data/observations/ecology.csv 第2行“source（来源）”列：填的是“seed_article”，"
        "应填 data/sources.csv 里有的代码，相近的是 seed_artikel。"
    ]


def test_changes_that_need_each_other_come_into_force_beside_a_bad_file(folder, working):
    publisher = started(folder, working)
    replace(folder, "breakdowns.csv", "planting,", "sowing,")
    replace(folder, ECOLOGY, ",planting,", ",sowing,")
    replace(folder, "targets.csv", ",5000,", ",五千,")
    rest(publisher)

    assert states(publisher) == {"targets.csv": "refused"}
    assert publisher.edition.connection.cursor().execute(
        "select breakdown from observations where breakdown is not null"
    ).fetchall() == [("sowing",)]


def test_a_good_file_that_needs_a_bad_one_waits_for_it_and_is_told_so(folder, working):
    publisher = started(folder, working)
    replace(folder, "sources.csv", "2025-04-15,", "in spring,")
    with (folder / "sources.csv").open("a", encoding="utf-8") as sources:
        sources.write("bulletin,公报,统计局,2025-03-31,,official\n")
    replace(folder, JOBS, ",5150,A,unstated,seed_article,", ",5151,A,unstated,bulletin,")
    replace(folder, ECOLOGY, ",70,", ",71,")
    rest(publisher)

    assert states(publisher) == {"sources.csv": "refused", JOBS: "refused"}
    assert (forest(publisher), figure(publisher)) == (71, 5150)
    assert said(publisher)[0].startswith(f"data/{JOBS} 第2行“source（来源）”列：填的是“bulletin”，")

    replace(folder, "sources.csv", "in spring,", "2025-04-15,")
    rest(publisher)
    assert (states(publisher), figure(publisher)) == ({}, 5151)


def test_of_two_new_files_that_claim_the_same_the_one_without_a_mistake_is_taken(folder, working):
    publisher = started(folder, working)
    rows = "new_urban_jobs,610902,2019,year,,4900,A,,seed_article,\n"
    text(
        "observations/a.csv",
        f"{HEADER}\n{rows}{rows.replace('2019', '2018').replace('4900', '许多')}",
    )(folder)
    text("observations/b.csv", f"{HEADER}\n{rows}")(folder)
    rest(publisher)

    assert states(publisher) == {"observations/a.csv": "not_used"}
    assert figure(publisher, "2019") == 4900


def test_a_file_that_is_written_again_and_again_does_not_keep_the_others_waiting(folder, working):
    publisher = started(folder, working)
    replace(folder, ECOLOGY, ",70,", ",71,")
    for second in range(12):
        (folder / JOBS).write_text(
            GOOD[JOBS].replace(",5150,", f",{5151 + second},"), encoding="utf-8"
        )
        publisher.look(second)
    # It waits for the other one as long as a suspicious file would, ten seconds, and no longer.
    assert forest(publisher) == 71
    assert figure(publisher) == 5150

    publisher.look(13)
    assert figure(publisher) == 5162


def test_files_that_are_saved_one_after_the_other_come_into_force_together(folder, working):
    publisher = started(folder, working)
    replace(folder, ECOLOGY, ",70,", ",71,")
    publisher.look(0)
    replace(folder, JOBS, ",5150,", ",5151,")
    publisher.look(0.75)
    publisher.look(1.5)
    assert (forest(publisher), figure(publisher)) == (70, 5150)
    publisher.look(1.75)
    assert (forest(publisher), figure(publisher)) == (71, 5151)


def test_figures_that_move_from_a_deleted_file_into_another_are_not_missed(folder, working):
    publisher = started(folder, working)
    rows = "".join(GOOD[JOBS].splitlines(keepends=True)[1:])
    (folder / JOBS).unlink()
    with (folder / ECOLOGY).open("a", encoding="utf-8") as ecology:
        ecology.write(rows)
    rest(publisher)

    assert (states(publisher), figure(publisher), said(publisher)) == ({}, 5150, [])


def test_a_deleted_file_stays_though_a_slip_elsewhere_keeps_its_codes_from_being_known(
    folder, working
):
    publisher = started(folder, working)
    (folder / JOBS).unlink()
    replace(folder, "sources.csv", "work_report_2025,", "work_report_2026,")
    rest(publisher)

    assert states(publisher) == {JOBS: "missing", "sources.csv": "refused"}
    assert figure(publisher) == 5150


class Stumbling(Figures):
    """Figures whose judge stumbles over one word, as over a case that nobody thought of."""

    def check(self, files):
        if any(
            "stumble" in path.read_text(encoding="utf-8", errors="replace")
            for path in files.values()
        ):
            raise KeyError("a case that nobody thought of")
        return super().check(files)


def test_a_judge_that_stumbles_over_a_file_keeps_back_that_file_alone(folder, working):
    publisher = Publisher(Stumbling(), folder, working, QUICK)
    publisher.start()
    text(NEW, f"{HEADER}\nstumble,610902,2019,year,,4900,A,,seed_article,\n")(folder)
    replace(folder, ECOLOGY, ",70,", ",71,")
    rest(publisher)

    assert (forest(publisher), states(publisher)) == (71, {NEW: "not_used"})
    assert said(publisher) == [
        f"data/{NEW}：这个文件读不了，应在 Excel、WPS 中打开，另存为新的文件再放回。"
    ]
    again = Publisher(Stumbling(), folder, working, QUICK)
    again.start()
    assert forest(again) == 71
