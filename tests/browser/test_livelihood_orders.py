"""民情订单 in a browser: without a ledger, and with one that is dropped into the folder."""

import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import expect

from indicators import store
from tests import opened, orders
from tests.browser import pictures
from tests.browser.conftest import choose, reload_until
from tests.browser.taking import download, paste, sheets, unfold_and_copy
from tests.browser.workshop import IN_TURN, shape_of

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = "livelihood_orders?from=2010&to=2025&lang=zh"
HEADER = "order_id,tier,sector,town,title,raised_on,dispatched_on,due_on,completed_on,satisfaction"


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    return shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("orders") / "data")


@pytest.fixture(scope="module")
def with_ledger(start_server, data) -> str:
    orders.write(data / "orders", 3000)
    return start_server(data)


def test_without_a_ledger_the_empty_template_is_offered(page, server, visit, tmp_path):
    visit(page, f"{server}/{PAGE}")
    expect(page.get_by_text("各级清单确定办实事1569项，全部办结")).to_have_count(1)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载台账模板").click()
    assert waiting.value.suggested_filename == "民情订单台账模板.csv"
    waiting.value.save_as(tmp_path / "template.csv")
    assert (tmp_path / "template.csv").read_bytes() == ("\ufeff" + HEADER + "\r\n").encode()


def test_a_town_is_chosen_kept_in_the_address_and_found_again_by_another_reader(
    page, new_page, with_ledger, visit
):
    visit(page, f"{with_ledger}/{PAGE}")
    expect(page.get_by_text("提出3000项")).to_have_count(1)
    choose(page, "承办镇（街道）", "生成镇07")
    page.keyboard.press("Escape")
    page.wait_for_function("() => location.search.includes('town=')")
    expect(page.get_by_text("提出3000项")).to_have_count(0)
    assert parse_qs(urlparse(page.url).query)["town"] == ["生成镇07"]
    said = page.get_by_text("提出").filter(has_text="逾期未办结").first.inner_text()
    other = new_page(stranger=True)
    visit(other, page.url)
    expect(other.get_by_text(said)).to_have_count(1)


def test_the_image_of_a_generated_ledger_carries_its_mark(page, with_ledger, visit, tmp_path):
    visit(page, f"{with_ledger}/{PAGE}")
    title = "【测试数据，非真实】民情订单办理进度"
    page.get_by_role("button", name=f"更多格式: {title}", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"下载矢量图: {title}", exact=True).click()
    waiting.value.save_as(tmp_path / "image.svg")
    assert waiting.value.suggested_filename == f"汉滨区_{title}_2010-2025_半页.svg"
    assert title in (tmp_path / "image.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("shape", IN_TURN)
@pytest.mark.parametrize(("lang", "first"), [("zh", 0), ("en", 2)])
def test_every_image_of_a_ledger_is_whole(
    workshop, data, with_ledger, monkeypatch, lang, first, shape
):
    monkeypatch.setenv(store.FOLDER_VARIABLE, str(data))
    at = opened.opened("livelihood_orders", lang=lang)
    words, address = opened.words(at), opened.address("livelihood_orders", lang)
    workshop.stand_at(address, words["lang"])
    mark = {"zh": "【测试数据，非真实】", "en": "[Test data, not real]"}[lang]
    titles = [card["caption"]["title"] for card in opened.charts(at)]
    assert len([title for title in titles if title.startswith(mark)]) == 6
    wrong = [
        f"{drawn.title}, {drawn.shape}: {fault}"
        for number, card in enumerate(opened.charts(at), first)
        for drawn in [workshop.draw(card, words, shape_of(shape, number), scale=2)]
        for fault in pictures.faults(drawn, address)
    ]
    assert wrong == [], "\n".join(wrong)


def test_a_ledger_dropped_in_is_there_without_a_restart(page, start_server, visit, tmp_path):
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    address = f"{start_server(data)}/{PAGE}"
    visit(page, address)
    expect(page.get_by_text("尚无逐项台账")).to_have_count(1)
    (data / "orders").mkdir()
    item = "1,班子成员,卫生健康,建民街道,修路灯,2024/3/1,2024年3月2日,2024-03-31,2024-03-20,5"
    (data / "orders" / "2024.csv").write_text(f"{HEADER}\n{item}\n", encoding="utf-8")
    reload_until(page, address, "提出1项，派出1项，办结1项")


def test_the_notes_of_a_ledgers_chart_say_what_is_chosen_and_cite_the_ledger(
    page, with_ledger, visit, tmp_path
):
    visit(page, f"{with_ledger}/{PAGE}&sector=health")
    title = "【测试数据，非真实】民情订单办理进度"
    notes = dict(sheets(download(page, "下载电子表格", title, tmp_path))[1][1])
    assert list(notes) == ["标题", "筛选", "注", "来源", "日期", "网址"]
    assert notes["筛选"] == "项，括号内为占提出数的比重 · 汉滨区 · 2010—2025年提出 · 卫生健康"
    assert notes["来源"] == "汉滨区民情订单台账"


def test_a_month_is_pasted_as_a_month_and_not_as_a_day(page, with_ledger, visit):
    visit(page, f"{with_ledger}/{PAGE}")
    unfold_and_copy(page, "【测试数据，非真实】办结用时")
    paste(page, "div")
    # Excel reads the tag itself; what stands in it is unknown to a browser.
    tags = re.findall(r"<td[^>]*>\d{4}-\d\d</td>", page.evaluate("window.html"))
    assert {tag.split(">")[0] for tag in tags} == {"<td style=\"mso-number-format:'\\@'\""}
