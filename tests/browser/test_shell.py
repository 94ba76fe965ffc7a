"""Streamlit's own words in Chinese, and nobody else's; the foot of a page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import small_folder
from tests.browser.conftest import choose

# What Streamlit says too, here as names in the data and as the words of a note.
NAMES = {
    "sectors.csv": ("就业创业", "Stop"),
    "projects.csv": ("职教中心", "Print"),
    "observations/jobs.csv": ("未公布", "Search"),
    "red_sites.csv": ("牛蹄岭战役遗址", "Light"),
    "indicators.csv": ("茶园面积", "Select all"),
}


@pytest.fixture(scope="module")
def named_like_streamlit(start_server, tmp_path_factory) -> str:
    """The address of a dashboard over data whose names Streamlit uses as its own words."""
    folder: Path = tmp_path_factory.mktemp("named") / "data"
    (folder / "observations").mkdir(parents=True)
    for file, text in small_folder.GOOD.items():
        before, now = NAMES.get(file, ("", ""))
        assert text.count(before) or not before
        (folder / file).write_text(text.replace(before, now), encoding="utf-8")
    return start_server(folder)


def test_a_name_that_streamlit_uses_too_stays_as_it_is(page: Page, named_like_streamlit, visit):
    visit(page, f"{named_like_streamlit}/investment?lang=zh")
    rows = page.get_by_test_id("stTable").get_by_role("cell").all_inner_texts()
    assert rows[:2] == ["Print", "Stop"]  # the project and its sector
    page.get_by_role("combobox", name="领域").click()
    options = page.get_by_role("option").all_inner_texts()
    assert options == ["全选", "Stop", "生态环境"]  # Streamlit's own, and the data's
    page.keyboard.press("Escape")
    visit(page, f"{named_like_streamlit}/learning?lang=zh")
    expect(page.get_by_text("Light", exact=True).first).to_be_visible()


# How many ears the page has: for printing, and for what changes in it.
EARS = """
window.ears = { beforeprint: 0, changes: 0 };
for (const [name, by] of [["addEventListener", 1], ["removeEventListener", -1]]) {
    const original = window[name];
    window[name] = function (event, ...more) {
        if (event === "beforeprint") ears.beforeprint += by;
        return original.call(this, event, ...more);
    };
}
for (const [name, by] of [["observe", 1], ["disconnect", -1]]) {
    const original = MutationObserver.prototype[name];
    MutationObserver.prototype[name] = function (...more) {
        if (name === "disconnect" || more[0] === document.body && more[1].characterData) {
            if (name === "observe") this.isOfShell = true;
            if (this.isOfShell) ears.changes += by;
        }
        return original.apply(this, more);
    };
}
"""


def test_one_shell_hears_the_page_however_often_it_changes(new_page, server, visit):
    page = new_page(stranger=True)
    page.add_init_script(EARS)
    visit(page, f"{server}/investment?from=2010&to=2025&lang=zh")
    for year in ("2021年", "2024年", "2023年"):
        choose(page, "截止年", year)
        expect(page).to_have_url(re.compile(f"to={year[:4]}"))
    # one ear for changes; two for printing, that of the shell and that of the cards
    assert page.evaluate("() => window.ears") == {"beforeprint": 2, "changes": 1}


def test_streamlits_own_words_are_chinese_wherever_it_speaks(page: Page, server, visit):
    visit(page, f"{server}/data?section=observations&lang=zh")
    toolbar = page.get_by_test_id("stElementToolbar").first
    labels = toolbar.get_by_role("button", include_hidden=True).evaluate_all(
        "buttons => buttons.map(button => button.getAttribute('aria-label'))"
    )
    assert labels == ["显示或隐藏列", "下载为 CSV", "查找", "全屏"]
    page.get_by_test_id("stDataFrame").first.hover()
    toolbar.get_by_role("button", name="查找").hover()
    expect(page.get_by_role("tooltip")).to_have_text("查找")
    toolbar.get_by_role("button", name="查找").click()
    expect(page.locator(".gdg-search-status")).to_have_text("输入要查找的文字")
    page.get_by_role("combobox", name="地区").fill("没有这个地方")
    expect(page.get_by_role("listbox")).to_have_text("没有匹配的选项")


def test_a_page_that_is_not_there_is_said_to_be_missing_in_chinese(page: Page, server, heard):
    with page.expect_console_message(lambda said: "does not seem to exist" in said.text):
        page.goto(f"{server}/nowhere?lang=zh")
    heard.clear()  # to the console it is an error
    expect(page.get_by_role("dialog")).to_have_text(
        "没有找到这个页面链接中的页面不存在，已显示总览。"
    )


@pytest.mark.parametrize(
    ("lang", "foot"),
    [
        ("zh", r"版本0\.9\.0 · 数据自\d{4}年\d+月\d+日 \d\d:\d\d（北京时间）起采用"),
        (
            "en",
            r"Version 0\.9\.0 · current figures since \d+ \w+ \d{4}, \d\d:\d\d \(Beijing time\)",
        ),
    ],
)
def test_a_pages_foot_tells_the_version_and_since_when_its_figures_are_in_force(
    new_page, server, visit, lang, foot
):
    reader = new_page()
    visit(reader, f"{server}/environment?lang={lang}")
    last = reader.get_by_test_id("stMainBlockContainer").get_by_test_id("stCaptionContainer").last
    expect(last).to_have_text(re.compile(f"^{foot}$"))
