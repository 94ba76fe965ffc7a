"""What a leader does, in a real browser: look, filter, follow, share, come back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import opened
from tests.browser.conftest import choose


def chart_texts(page: Page, title: str) -> list[str]:
    """The words of the chart whose alternative text begins with a title."""
    chart = page.get_by_role("figure", name=re.compile(f"^{title}"))
    chart.locator("svg text").first.wait_for()
    return chart.locator("svg text").all_text_contents()


def expect_no_sideways_scroll(page: Page) -> None:
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stMain]').scrollWidth <= 390"
    )


# The overview's second chart stands below its first.
STACKED = """() => {
    const [one, other] = document.querySelectorAll("[data-testid=stPlotlyChart]");
    return other.getBoundingClientRect().top > one.getBoundingClientRect().bottom;
}"""


def flagship(page: Page, indicator: str) -> Locator:
    return page.locator(f".flagship[data-indicator={indicator}]")


def test_the_overview_shows_the_flagship_figures_with_their_years(shown, server):
    page = shown(f"{server}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("汉滨区 · 2025年")
    investment = flagship(page, "district_key_projects_investment")
    expect(investment).to_contain_text("179.5")
    expect(investment).to_contain_text("比上年减少9.9亿元、下降5.2%")
    entities = flagship(page, "new_market_entities")
    expect(entities).to_contain_text("10,553")
    expect(entities.locator(".year.old")).to_have_text("2021年")


def test_the_document_says_its_language_and_title(shown, server):
    page = shown(f"{server}/")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page).to_have_title("总览")


def names_of_all(page: Page) -> list[str]:
    """The indicators in the overview's list, from the top."""
    return page.locator("details.all tbody [data-indicator]").all_inner_texts()


def test_the_list_of_all_is_sorted_by_a_press_and_found_from_the_top(page, server, visit):
    visit(page, f"{server}/?lang=zh")
    expect(page.locator("details.all tbody [data-indicator]").first).to_be_visible()
    assert names_of_all(page)[0] == "地区生产总值"  # the first field's first
    page.get_by_role("button", name="看是哪些").click()
    fold = page.locator("details.all")
    expect(fold.locator("summary")).to_be_focused()
    fold.get_by_role("button", name="年份").click()
    expect(fold.locator("th[aria-sort=ascending]")).to_have_text("年份")
    years = fold.locator("tbody td[data-column=year]").all_inner_texts()
    assert years == sorted(years, reverse=True)


def test_a_field_leads_to_its_page(page, server, visit):
    visit(page, f"{server}/?from=2015&to=2024&lang=zh")
    page.locator(".fields").get_by_role("button", name="居民收入").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("民生")
    expect(page).to_have_url(re.compile("from=2015&to=2024"))


def test_an_english_browser_gets_english(new_page, server, visit):
    reader = new_page(locale="en-GB")
    visit(reader, f"{server}/investment")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Investment and projects")
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    expect(reader).to_have_url(re.compile("lang=en"))


def test_a_change_of_year_changes_the_figures_and_the_address(page, server, visit):
    visit(page, f"{server}/")
    choose(page, "截止年", "2021年")
    expect(page.get_by_role("heading", level=1)).to_have_text("汉滨区 · 2021年")
    expect(flagship(page, "district_key_projects_investment")).to_contain_text("158.6")
    expect(page).to_have_url(re.compile("to=2021"))


def test_a_change_of_sector_leaves_only_its_cards(page, server, visit):
    visit(page, f"{server}/")
    choose(page, "领域", "就业创业")
    expect(page.locator("[data-indicator=gdp]")).to_have_count(0)
    expect(flagship(page, "new_urban_jobs")).to_be_visible()
    expect(page).to_have_url(re.compile("sector=jobs"))


def test_filters_follow_to_another_page_and_back(page, server, visit):
    visit(page, f"{server}/investment?from=2017&to=2021&lang=zh")
    page.get_by_role("link", name="企业与就业").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("企业与就业")
    expect(page).to_have_url(re.compile("enterprises_and_jobs.*from=2017&to=2021"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("投资与项目")
    expect(page).to_have_url(re.compile("investment.*from=2017&to=2021"))


def test_a_shared_link_shows_another_reader_the_same(new_page, server, visit):
    first, second = new_page(), new_page(stranger=True)
    visit(first, f"{server}/investment?from=2017&to=2024&sector=investment&lang=zh")
    visit(second, first.url)
    expect(second).to_have_url(first.url)
    title = "区级重点项目完成投资"
    assert chart_texts(second, title) == chart_texts(first, title)
    assert "189.4" in chart_texts(second, title)
    assert "179.5" not in chart_texts(second, title)


def test_back_undoes_a_change_of_year(page, server, visit):
    visit(page, f"{server}/?from=2010&to=2025&lang=zh")
    choose(page, "截止年", "2021年")
    expect(page.get_by_role("heading", level=1)).to_have_text("汉滨区 · 2021年")
    expect(page).to_have_url(re.compile("to=2021"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("汉滨区 · 2025年")
    expect(page.get_by_role("combobox", name="截止年")).to_have_value("2025年")


def test_a_reload_keeps_the_filters(page, server, visit):
    visit(page, f"{server}/investment?from=2017&to=2021&lang=zh")
    page.reload()
    expect(page.get_by_role("combobox", name="截止年")).to_have_value("2021年")
    expect(page).to_have_url(re.compile("from=2017&to=2021"))


def test_the_first_visit_after_a_restart_may_be_a_deep_link(new_page, start_server, visit):
    fresh = start_server()
    page = new_page(stranger=True)
    visit(page, f"{fresh}/environment?from=2017&to=2021&lang=zh")
    expect(page.get_by_role("heading", level=1)).to_have_text("城乡与生态")
    menu = page.get_by_test_id("stSidebarNav").get_by_role("link")
    titles = ["总览", "指标", "投资与项目", "企业与就业", "财政", "民生", "城乡与生态"]
    titles += ["目标进度", "民情订单", "学习教育", "县（市、区）对比", "数据与来源"]
    expect(menu).to_have_text(titles)


def test_a_card_opens_its_page_by_keyboard_with_the_same_filters(page, server, visit):
    visit(page, f"{server}/?from=2015&to=2024&lang=zh")
    flagship(page, "district_key_projects_investment").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("区级重点项目完成投资")
    expect(page).to_have_url(re.compile("from=2015&to=2024"))
    expect(page).to_have_url(re.compile("indicator=district_key_projects_investment"))
    expect(page.get_by_role("heading", level=2).first).to_have_text("区级重点项目完成投资")


@pytest.mark.parametrize("name", opened.PAGES)
def test_a_chinese_page_has_no_english_words_and_a_narrow_one_does_not_scroll_sideways(
    page, server, visit, name
):
    visit(page, f"{server}/{name}?lang=zh")
    # Codes of indicators and names of files stand as code.
    codes = "|".join(map(re.escape, page.locator("code").all_inner_texts()))
    # A sign of Streamlit's is a word of its font.
    page.evaluate(
        "document.querySelectorAll('[data-testid=stIconMaterial]').forEach((i) => i.remove())"
    )
    text = page.locator("body").inner_text()
    words = set(re.findall(r"[A-Za-z]{2,}", re.sub(codes, "", text) if codes else text))
    # A folder, a format and a database are named as they are.
    assert words <= {"English", "GB", "CSV", "data", "orders", "CSMAR"}
    page.set_viewport_size({"width": 390, "height": 844})
    expect_no_sideways_scroll(page)


def test_a_page_below_its_own_menu_is_whole_at_every_width(page, server, visit):
    # Between a phone and a wide screen the menu is folded, and its button lies over the page.
    page.set_viewport_size({"width": 760, "height": 900})
    visit(page, f"{server}/investment?lang=zh")
    title = page.get_by_role("heading", level=1).bounding_box()
    header = page.get_by_test_id("stHeader").bounding_box()
    assert title["y"] >= header["y"] + header["height"]


def test_charts_stand_beside_each_other_only_where_there_is_room(page, server, visit):
    visit(page, f"{server}/?lang=zh")
    charts = page.get_by_test_id("stPlotlyChart")
    charts.nth(1).wait_for()

    def places() -> list[dict]:
        return [charts.nth(n).bounding_box() for n in range(2)]

    beside = places()
    assert beside[0]["y"] == beside[1]["y"]
    page.set_viewport_size({"width": 1024, "height": 800})
    page.wait_for_function(STACKED)
    assert [round(place["width"]) >= 460 for place in places()] == [True, True]


def test_a_phone_says_on_the_button_of_the_filters_what_is_chosen(new_page, server, visit):
    phone = new_page(width=390, height=844)
    visit(phone, f"{server}/investment?lang=zh")
    expect_no_sideways_scroll(phone)
    expect(phone.get_by_test_id("stExpandSidebarButton")).to_contain_text("2010—2025年")


# Of the overview, in a phone's screens.
SCREENS = """() => document.querySelector("[data-testid=stMainBlockContainer]")
    .getBoundingClientRect().height / innerHeight"""


def test_a_phones_overview_is_short_and_unfolds_its_other_charts(new_page, server, visit):
    phone = new_page(width=390, height=844)
    visit(phone, f"{server}/?from=2010&to=2025&lang=zh")
    assert phone.evaluate(SCREENS) < 2.75  # 4.3 with all charts
    gdp, places, growth = (phone.get_by_test_id("stPlotlyChart").nth(n) for n in range(3))
    expect(gdp).to_be_visible()
    expect(places).not_to_be_visible()
    expect(growth).not_to_be_visible()
    more = phone.get_by_role("button", name="其他图表")
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(places).to_be_visible()
    expect(growth).to_be_visible()
    more.click()
    expect(growth).not_to_be_visible()


def test_a_phones_menu_closes_when_a_page_is_chosen_in_it(new_page, server, visit):
    phone = new_page(width=390, height=844)
    visit(phone, f"{server}/investment?lang=zh")
    phone.get_by_test_id("stExpandSidebarButton").click()
    phone.get_by_test_id("stSidebarNavLink").filter(has_text="民生").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("民生")
    # Its button is there only while the menu is folded.
    expect(phone.get_by_test_id("stExpandSidebarButton")).to_be_visible()


def test_the_line_of_the_source_opens_every_document_with_its_address(page, server, visit):
    visit(page, f"{server}/indicator?indicator=district_key_projects_investment&lang=zh")
    line = page.locator("details.documents").first
    summary = line.locator("summary")
    summary.click()
    told = re.search(r"等(\d+)份资料", summary.inner_text())
    expect(line.get_by_role("listitem")).to_have_count(int(told[1]))
    addresses = line.get_by_role("link").evaluate_all("links => links.map((link) => link.href)")
    assert addresses
    assert [address for address in addresses if not address.startswith("http")] == []


def test_escape_closes_the_other_formats_wherever_in_their_bar_one_is(page, server, visit):
    visit(page, f"{server}/indicator?indicator=gdp&lang=zh")
    more = page.get_by_role("button", name="更多格式").first
    more.click()
    expect(page.get_by_role("radio", name="报告半页")).to_be_visible()
    page.get_by_role("button", name="下载图片").first.focus()
    page.keyboard.press("Escape")
    expect(more).to_have_attribute("aria-expanded", "false")
    expect(more).to_be_focused()


def test_what_is_chosen_for_all_pages_stands_above_their_list_for_who_types_too(
    page, server, visit
):
    visit(page, f"{server}/investment?lang=zh")
    sector = page.get_by_role("combobox", name="领域")
    first, *_, last = page.get_by_test_id("stSidebarNavLink").all()
    assert sector.bounding_box()["y"] < first.bounding_box()["y"]
    place = last.bounding_box()
    assert place["y"] + place["height"] <= 900  # all of them are seen at once
    sector.focus()
    for _ in range(5):  # the language, the link, printing, all charts, and the first page
        page.keyboard.press("Tab")
    expect(first).to_be_focused()


def test_the_address_of_a_page_is_copied_with_what_is_chosen(new_page, server, visit):
    reader = new_page(permissions=["clipboard-read", "clipboard-write"])
    visit(reader, f"{server}/indicator?indicator=gdp&from=2015&lang=zh")
    expect(reader).to_have_title("地区生产总值 · 汉滨区发展指标看板")
    reader.get_by_role("button", name="复制链接").click()
    expect(reader.get_by_test_id("stSidebar").get_by_role("status").last).to_have_text("✓ 已复制")
    assert reader.evaluate("navigator.clipboard.readText()") == reader.url
    assert "from=2015" in reader.url


def test_the_menu_speaks_the_language_that_is_chosen_also_after_quick_changes(page, server, visit):
    visit(page, f"{server}/investment?lang=zh")
    menu = page.get_by_test_id("stSidebarNavLink").first
    expect(menu).to_have_text("总览")
    for quick, word, title in (
        (["English"], "Overview", "Investment and projects"),
        (["中文"], "总览", "投资与项目"),
        (["English", "中文", "English"], "Overview", "Investment and projects"),
    ):
        for language in quick:
            page.get_by_test_id("stSidebar").get_by_text(language, exact=True).click()
        expect(menu).to_have_text(word)
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
