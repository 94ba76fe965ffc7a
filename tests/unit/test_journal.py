"""The journal answers who, when and what, and holds no cell of a file."""

import json
import logging
from datetime import datetime

import pytest
import streamlit as st
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from indicators import journal
from indicators.exhibits import intake
from indicators.gate import Problem
from indicators.server import journals, run
from indicators.server.journals import Refusals
from indicators.server.settings import Settings
from tests.published import JOBS, rest
from tests.small_folder import replace


@pytest.fixture
def noted(caplog):
    """What was noted since the test began, or since it was asked last: [(what, details)]."""
    caplog.set_level(logging.INFO, logger=journal.NAME)

    def since() -> list[tuple[str, dict]]:
        records = [(r.msg, r.details) for r in caplog.records if r.name == journal.NAME]
        caplog.clear()
        return records

    return since


@pytest.fixture
def lines(tmp_path):
    """The lines of a journal that is kept in a folder."""
    log = logging.getLogger(journal.NAME)
    journals.keep(Settings(log=str(tmp_path / "log"), port=8600))
    yield lambda: (tmp_path / "log" / "journal-8600.jsonl").read_text("utf-8").splitlines()
    for handler in [h for h in log.handlers if isinstance(h, journals._Days)]:
        handler.close()
        log.removeHandler(handler)
    log.setLevel(logging.NOTSET)
    log.propagate = True


def test_a_note_is_a_line_with_the_offices_time_and_its_distance_from_greenwich(lines):
    journal.note("page", address="10.0.0.7", page="data")
    [line] = lines()
    told = json.loads(line)
    assert datetime.fromisoformat(told.pop("time")).utcoffset().total_seconds() == 8 * 3600
    assert told == {"what": "page", "address": "10.0.0.7", "page": "data"}


def test_whatever_a_stranger_writes_stays_one_line_of_some_hundred_characters(lines):
    journal.note("refusal", path="/a\n{}\x85\x1b[31m" + "x" * 1000)
    [line] = lines()
    assert json.loads(line)["path"] == "/a\n{}\x85\x1b[31m" + "x" * 489 + "…"  # 11 + 489 = 500


def test_only_its_owner_reads_the_journal(lines, tmp_path):
    journal.note("page")
    mode = (tmp_path / "log" / "journal-8600.jsonl").stat().st_mode
    assert mode & 0o777 == 0o600


def test_a_publication_is_noted_with_its_files_and_what_they_changed(folder, publisher, noted):
    replace(folder, JOBS, ",5150,", ",5151,")
    rest(publisher)
    [(what, details)] = noted()
    content = {file.name: file.content for file in publisher.edition.files}[JOBS]
    assert (what, details) == (
        "publication",
        {
            "kind": "data",
            "edition": publisher.edition.version,
            "files": {JOBS: content},
            "gone": [],
            "added": 0,
            "revised": 1,
            "removed": 0,
        },
    )


def test_a_file_that_is_kept_back_is_noted_once(folder, publisher, noted):
    replace(folder, JOBS, ",5150,", ",many,")
    rest(publisher)
    rest(publisher)
    assert noted() == [("kept back", {"kind": "data", "file": JOBS, "state": "refused"})]


def test_a_failure_is_noted_with_its_number_and_place_and_without_its_words(noted):
    try:
        raise ValueError("5150 of a ledger")
    except ValueError as error:
        run._tell(error)
    [(what, details)] = noted()
    assert what == "failure"
    assert details["error"] == "ValueError"
    assert details["at"].startswith("test_journal.py:")
    assert len(details["number"]) == 6
    assert "5150" not in str(details)


def test_of_who_is_refused_without_end_ten_a_minute_are_noted_and_the_rest_is_counted(
    noted, monkeypatch
):
    minutes = [60.0]
    monkeypatch.setattr(journals.time, "monotonic", lambda: minutes[0])
    refusals = Refusals()
    for _ in range(25):
        refusals.note("10.0.0.7", 404, path="/.git")
    assert noted() == [("refusal", {"address": "10.0.0.7", "status": 404, "path": "/.git"})] * 10
    minutes[0] = 120.0
    refusals.note("10.0.0.8", 404, path="/")
    assert noted()[0] == ("refusals", {"address": "10.0.0.7", "more": 15})


def upload(name: str, content: bytes) -> UploadedFile:
    return UploadedFile(UploadedFileRec("1", name, "text/csv", content), FileURLs())


def test_a_check_is_noted_once_with_names_hashes_and_counts(noted):
    st.session_state.clear()
    files = [upload("jobs.csv", b"new_urban_jobs,5150\n")]
    problems = [
        Problem("jobs.csv", 2, "obs_value", "many", "应填数", "a number", severity)
        for severity in ("refused", "refused", "warning")
    ]
    for _ in range(2):  # the page runs again for every other choice on it
        intake._note_check(files, problems)
    [(what, details)] = noted()
    assert what == "check"
    # sha256sum of the line above, its first half
    assert details["files"] == {"jobs.csv": "5cac6dd1d1db62edb134beef922c2e54"}
    assert details["problems"] == {"refused": 2, "warning": 1}
    assert "many" not in str(details)
