"""A table that was copied, as it arrives in a document and in a spreadsheet."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PLAIN_NAME, hide
from tests.browser.taking import copy, forget, paste, unfold, unfold_and_copy

TITLE = "区级重点项目完成投资"
INVESTMENT = "investment?from=2010&to=2025&lang=zh"


def at(server: str, path: str, *, secure: bool) -> str:
    return f"{server if secure else server.replace('localhost', PLAIN_NAME)}/{path}"


def opened(page: Page, server: str, visit, path: str, *, secure: bool) -> None:
    visit(page, at(server, path, secure=secure))
    assert page.evaluate("isSecureContext") == secure


def unfold_the_first(page: Page) -> None:
    unfold(page, TITLE)


@pytest.fixture(scope="module", params=[True, False], ids=["with https", "without https"])
def secure(request: pytest.FixtureRequest) -> bool:
    """Whether the page is a secure context; all tests with one come before those without."""
    return request.param


@pytest.fixture
def unfolded(shown, server, secure) -> Page:
    """The page with its first table unfolded, from which tests copy."""
    page = shown(at(server, INVESTMENT, secure=secure), unfold_the_first)
    assert page.evaluate("isSecureContext") == secure
    forget(page)
    return page


def cells(page: Page) -> list[list[str]]:
    """What the table in the document holds."""
    return page.locator("#paper table").evaluate(
        "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent))"
    )


def test_a_document_takes_it_as_a_table_under_its_title_and_above_its_source(unfolded):
    copy(unfolded, TITLE)
    paste(unfolded, "div")
    head, *rows = cells(unfolded)
    assert head[:3] == ["年份", "区级重点项目完成投资（亿元）", "区级重点项目年度计划投资（亿元）"]
    assert rows[0] == ["2014", "缺", "81", "缺", "缺", "缺", "缺"]
    assert rows[7][:2] == ["2021", "158.6"]
    assert unfolded.locator("#paper p").all_inner_texts() == [
        f"{TITLE}\n亿元 · 汉滨区 · 2014—2025年",
        "来源：汉滨区人民政府、阳光讯、安康新闻网等6份资料，其中1份为二手资料　数据截至2025年",
    ]
    aligned = unfolded.locator("#paper tr").nth(8).locator("td").evaluate_all(
        "cells => cells.slice(0, 2).map(cell => cell.style.textAlign)"
    )  # fmt: skip
    assert aligned == ["", "right"]


def test_a_field_for_text_takes_it_with_tabs(unfolded):
    copy(unfolded, TITLE)
    paste(unfolded, "textarea")
    lines = unfolded.locator("#paper").input_value().splitlines()
    assert lines[0].split("\t")[:2] == ["年份", "区级重点项目完成投资（亿元）"]
    assert lines[1].split("\t") == ["2014", "", "81", "", "", "", ""]
    assert lines[8].split("\t")[:2] == ["2021", "158.6"]


def test_a_list_is_copied_too(unfolded):
    copy(unfolded, "项目名录")
    paste(unfolded, "div")
    assert cells(unfolded)[:3] == [
        ["项目", "领域", "进展", "规模", "备注", "来源"],
        [
            "关家镇魏坪村年出栏10万头生猪养殖项目",
            "农业农村",
            "● 在建",
            "年出栏生猪10万头",
            "重点项目；2022年初在建；镇名依原文",
            "未注明（通讯员刘化学），2022",
        ],
        [
            "城东新区职教中心",
            "教育",
            "● 在建",
            "缺",
            "重点项目；2022年初在建",
            "未注明（通讯员刘化学），2022",
        ],
    ]


def test_what_is_copied_is_what_is_shown(page, server, visit):
    opened(page, server, visit, INVESTMENT, secure=True)
    hide(page, -1)
    unfold_and_copy(page, TITLE)
    paste(page, "div")
    shown = page.get_by_role("region", name=TITLE, exact=True).get_by_role("table")
    expect(shown.get_by_role("row")).to_have_count(13)  # a head, and 2014 to 2025
    assert cells(page)[0] == [
        "年份",
        "区级重点项目完成投资（亿元）",
        "当年累计完成投资（亿元）",
        "累计至（月）",
    ]
    assert cells(page) == shown.evaluate(
        "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent))"
    )


def test_a_spreadsheet_finds_numbers_also_below_zero(page, server, visit):
    opened(page, server, visit, "targets?from=2010&to=2025&lang=zh", secure=True)
    page.get_by_text("参照：市、省、全国的目标").click()
    unfold_and_copy(page, "增速类目标与实际的差距")
    paste(page, "div")
    # 1.7 − 6 = −4.3, with the sign of a keyboard
    assert ["%", "6.0", "1.7", "2023", "-4.3"] in [row[3:] for row in cells(page)]


def test_where_the_old_way_is_gone_the_newer_one_copies(new_page, server, visit):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    opened(page, server, visit, INVESTMENT, secure=True)
    page.evaluate("delete Document.prototype.execCommand")
    unfold_and_copy(page, TITLE)
    types = page.evaluate("navigator.clipboard.read().then(items => items[0].types)")
    assert sorted(types) == ["text/html", "text/plain"]
    paste(page, "div")
    assert cells(page)[8][:2] == ["2021", "158.6"]


def test_where_nothing_may_be_copied_the_reader_is_told(page, server, visit):
    opened(page, server, visit, INVESTMENT, secure=False)
    page.evaluate("delete Document.prototype.execCommand")
    unfold(page, TITLE)
    page.get_by_role("button", name=f"复制表格: {TITLE}").click()
    expect(page.get_by_text("未能复制。请用鼠标选中表格")).to_be_visible()
