"""Files change while people read: in a browser, with the real server and its watching thread."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import reload_until

ROOT = Path(__file__).resolve().parent.parent.parent
YEARS = "from=2010&to=2025&lang=zh"
JOBS = "observations/jobs.csv"
HEADER = (
    "indicator,ref_area,time_period,coverage,breakdown,obs_value,obs_status,scope,source,note\n"
)


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    return shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("living") / "data")


@pytest.fixture(scope="module")
def living(start_server, data) -> str:
    """A dashboard whose files the tests change."""
    return start_server(data)


def test_a_new_figure_appears_without_a_restart_and_a_broken_file_leaves_it(
    page, living, data, visit
):
    address = f"{living}/indicator?{YEARS}&indicator=illegal_boats_removed"
    visit(page, address)
    expect(page.get_by_text("633")).not_to_have_count(0)
    file = data / "observations" / "ecology.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(",633,", ",634,"), encoding="utf-8")
    reload_until(page, address, "634")

    file.write_text(text.replace(",633,", ",六百,"), encoding="utf-8")
    problems = f"{living}/data?{YEARS}&section=problems"
    reload_until(page, problems, "有1个文件的最新版未采用")
    visit(page, address)
    expect(page.get_by_text("634")).not_to_have_count(0)


def begin_to_check(page: Page) -> None:
    page.get_by_role("radio", name="检查文件").click()
    page.get_by_text("只检查，不保存").wait_for()


@pytest.mark.parametrize(("value", "said"), [("五千", "不能采用"), ('"5,150"', "可以采用")])
def test_a_file_is_checked_before_it_is_used(page, server, visit, tmp_path, value, said):
    visit(page, f"{server}/data?{YEARS}")
    begin_to_check(page)
    file = tmp_path / "jobs.csv"
    row = f"new_urban_jobs,610902,2021,year,,{value},A,,seed_article,备注\n"
    file.write_bytes((HEADER + row).encode("gb18030"))
    page.set_input_files("input[type=file]", file)
    page.get_by_text(said).wait_for()
    assert not (ROOT / "data" / "jobs.csv").exists()


def test_the_chinese_page_has_no_word_of_streamlits_uploader(shown, server):
    uploader = shown(f"{server}/data?{YEARS}", begin_to_check).get_by_test_id("stFileUploader")
    uploader.get_by_text("选择文件").wait_for()
    expect(uploader).not_to_contain_text("Upload", use_inner_text=True)
    expect(uploader).not_to_contain_text("per file", use_inner_text=True)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "没有收下： 文件最大 20 MB，应只留要用的表，或分成几个文件。"),
        ("en", "Error: File must be 20.0MB or smaller."),
    ],
)
def test_a_file_that_is_too_large_is_told_so_where_it_was_dropped(
    page, server, visit, tmp_path, language, said
):
    visit(page, f"{server}/data?section=check&{YEARS.replace('lang=zh', f'lang={language}')}")
    page.get_by_test_id("stFileUploader").wait_for()
    file = tmp_path / "large.csv"
    file.write_bytes(b"0" * (21 << 20))
    page.set_input_files("input[type=file]", file)
    told = page.get_by_test_id("stFileChip").get_by_role("alert")
    expect(told).to_have_text(said)
    assert told.bounding_box()["height"] >= 12


def test_the_empty_template_opens_right_in_a_spreadsheet(shown, server, tmp_path):
    page = shown(f"{server}/data?{YEARS}", begin_to_check)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载空白模板").click()
    waiting.value.save_as(tmp_path / "template.csv")
    assert (tmp_path / "template.csv").read_bytes() == (
        "\ufeffref_area,name_zh,name_en,level,parent,is_home,tile_row,tile_column\r\n".encode()
    )
