"""Open, choose, read the sentence, take it away: on the targets, the comparison, the indicator."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import choose
from tests.browser.taking import forget

GDP = "2025年，全区地区生产总值445.28亿元、增长4.6%，增速比上年回落0.8个百分点。"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def reader(new_page) -> Page:
    """Who allows the page to use the clipboard."""
    return new_page(permissions=CLIPBOARD)


@pytest.fixture
def overview(shown, server) -> Page:
    """What such a reader sees first, with other words on the clipboard."""
    page = shown(f"{server}/?lang=zh", permissions=CLIPBOARD)
    forget(page)
    return page


def clipboard(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def expect_copied(page: Page, text: str) -> None:
    page.wait_for_function("async (t) => (await navigator.clipboard.readText()) === t", arg=text)


def line(page: Page, indicator: str):
    """The overview's line of an indicator: what opens its page, and the button beside it."""
    return page.locator("tr", has=page.locator(f"[data-indicator={indicator}]"))


def test_a_lines_sentence_is_copied_and_said_to_be(overview):
    gdp = line(overview, "gdp")
    gdp.get_by_role("button", name="复制句子: 地区生产总值").click()
    expect(gdp.get_by_role("status")).to_have_text(f"✓ 已复制 · {GDP}")
    expect_copied(overview, GDP)


def test_a_lines_sentence_is_copied_by_keyboard_right_after_its_name(overview):
    line(overview, "gdp").locator("[data-indicator]").focus()
    overview.keyboard.press("Tab")
    overview.keyboard.press("Enter")
    expect(line(overview, "gdp").get_by_role("status")).to_contain_text("已复制")
    expect_copied(overview, GDP)
    # No page was opened.
    expect(overview.get_by_role("heading", level=1)).to_have_text("汉滨区 · 2025年")
    assert overview.evaluate("document.querySelectorAll('button button').length") == 0


def test_the_judgement_is_copied_whole(overview):
    judgement = overview.locator(".judgement")
    judgement.get_by_role("button", name="复制句子").click()
    expect(judgement.get_by_role("status")).to_have_text("✓ 已复制")
    told = judgement.locator(".lead").inner_text() + judgement.locator(".summary").inner_text()
    assert clipboard(overview) == told
    assert told.startswith("2025年，全区地区生产总值445.28亿元、增长4.6%")


def test_without_https_the_sentence_is_copied_too(reader, server, visit):
    page = reader
    visit(page, f"{server}/?lang=zh")
    # What a browser gives a page on an address without https: no clipboard of its own.
    page.evaluate("window.kept = navigator.clipboard")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    gdp = line(page, "gdp")
    gdp.get_by_role("button", name="复制句子: 地区生产总值").click()
    expect(gdp.get_by_role("status")).to_contain_text("已复制")
    assert page.evaluate("window.kept.readText()") == GDP


def test_an_indicators_sentence_is_copied_in_the_readers_language(new_page, server, visit):
    page = new_page(permissions=CLIPBOARD, locale="en-GB")
    visit(page, f"{server}/indicator?indicator=district_key_projects_investment&to=2017")
    page.get_by_role("button", name="Copy sentence").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert clipboard(page) == (
        "In Hanbin District in 2017, investment in district key projects was CNY 14.72 billion, "
        "107.6% of the annual plan."
    )


def test_another_indicator_says_its_own_sentence(reader, server, visit):
    visit(reader, f"{server}/indicator?indicator=gdp&lang=zh")
    choose(reader, "指标", "城镇新增就业")
    said = "2021年，全区城镇新增就业5150人。"
    expect(reader.locator(".sentence")).to_contain_text(said)
    reader.get_by_role("button", name="复制句子").click()
    expect(reader.locator(".sentence .copied")).to_have_text("✓ 已复制")
    assert clipboard(reader) == said
    expect(reader.get_by_role("figure", name=f"城镇新增就业: {said}")).to_be_visible()


def test_the_comparison_changes_from_growth_to_an_index_and_opens_the_indicator(
    reader, server, visit
):
    visit(reader, f"{server}/comparison?indicator=gdp&year=2024&lang=zh")
    expect(reader.get_by_text("2024年，汉滨区地区生产总值440.5亿元")).to_be_visible()
    reader.get_by_role("radio", name="看指数").click()
    expect(reader.get_by_role("heading", name="地区生产总值：指数")).to_be_visible()
    choose(reader, "基期（＝100）", "2024年")
    expect(reader.get_by_text("2024年＝100")).to_be_visible()
    reader.get_by_role("button", name="查看“地区生产总值”的历年走势和数据来源").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("地区生产总值")
    expect(reader).to_have_url(re.compile("indicator=gdp"))
    expect(reader.locator(".sentence").filter(has_text=GDP)).to_be_visible()


def test_the_districts_targets_stand_first_and_the_others_are_folded(reader, server, visit):
    visit(reader, f"{server}/targets?lang=zh")
    ours = "汉滨区9项目标：✓ 达到目标1项、○ 暂无全年数6项、○ 暂无完成数2项。"
    expect(reader.get_by_text(ours)).to_be_visible()
    expect(reader.get_by_role("table").first.get_by_role("row")).to_have_count(10)  # a head and 9
    others = reader.get_by_role("heading", name="目标完成情况")
    expect(others).not_to_be_visible()
    reader.get_by_text("参照：市、省、全国的目标（47项）").click()
    expect(others).to_be_visible()
    # Of 2013 to 2017: three growths of the province, its afforestation three times, the country's,
    # and the share of the city's key projects of 2017.
    choose(reader, "截止年", "2017年")
    expect(reader.get_by_text("参照：市、省、全国的目标（8项）")).to_be_visible()
    ours = "汉滨区3项目标：✓ 达到目标1项、○ 暂无完成数2项。"
    expect(reader.get_by_text(ours)).to_be_visible()
