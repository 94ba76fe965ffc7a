"""A mended copy says what the file says, and leaves to its office what is not certain."""

import openpyxl
import pytest

from indicators import gate
from indicators.gate.mending import mended
from tests.small_folder import GOOD, rows

NAME = "observations/office.csv"
HEADER = GOOD["observations/jobs.csv"].splitlines()[0]


def copy(folder, name: str = NAME) -> list[str]:
    content = mended({each: folder / each for each in gate.names(folder)}, name)
    return content.decode("utf-8-sig").splitlines()


def test_what_is_certain_is_mended_and_what_is_not_stays(folder):
    lines = [
        "2022年就业情况,,,,,,,,,",
        "指标,地区,时间,口径,分组,数值,状态,范围,来源,备注",
        '城镇新增就业, 汉滨区,2022年,全年,,"5,300",正式,,2025年政府工作报告,',
        "城镇新增就业,汉滨区,2023,全年,,5400①,快报,,work_report_2025,",
        ",,,,,,,,,",
        "合计,,,,,10700,,,,",
        "填表人：张三,,,,,,,,,",
    ]
    (folder / NAME).write_bytes("\r\n".join(lines).encode("gbk"))
    assert copy(folder) == [
        HEADER,
        "new_urban_jobs,610902,2022,year,,5300,A,,work_report_2025,",
        "new_urban_jobs,610902,2023,year,,5400①,P,,work_report_2025,",
    ]


def test_a_copy_has_no_text_that_a_spreadsheet_would_run(folder):
    note = "=cmd|' /C calc'!A0"
    line = f"new_urban_jobs,610902,2022,year,,-5,A,,work_report_2025,{note}"
    (folder / NAME).write_text(f"{HEADER}\n{line}\n", encoding="utf-8")
    assert copy(folder)[1].endswith(f",-5,A,,work_report_2025,'{note}")


def test_merged_cells_are_filled(folder):
    book = openpyxl.Workbook()
    book.active.append(HEADER.split(","))
    for year, first in (("2022", "new_urban_jobs"), ("2023", None)):
        book.active.append(
            [first, "610902", year, "year", None, 5, "A", None, "work_report_2025", None]
        )
    book.active.merge_cells("A2:A3")
    book.save(folder / "observations" / "office.xlsx")
    assert [line.split(",")[0] for line in copy(folder, "observations/office.xlsx")[1:]] == [
        "new_urban_jobs",
        "new_urban_jobs",
    ]


def test_the_copy_of_a_good_file_has_the_same_rows(folder):
    before = rows(folder, "observations")
    content = mended({each: folder / each for each in gate.names(folder)}, "observations/jobs.csv")
    (folder / "observations" / "jobs.csv").write_bytes(content)
    assert rows(folder, "observations") == before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"nothing of it\n1\n"])
def test_of_what_cannot_be_read_there_is_no_copy(folder, content):
    (folder / NAME).write_bytes(content)
    assert mended({each: folder / each for each in gate.names(folder)}, NAME) is None
