"""What is taken away: the image as a file of the promised size, with everything printed on it."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from indicators import exhibits
from tests.browser.conftest import PLAIN_NAME, hide
from tests.browser.pictures import short_address
from tests.browser.taking import download, sheets, texts
from tools.bench import servers

TITLE = "区级重点项目完成投资"
INVESTMENT = "investment?from=2010&to=2025&lang=zh"
CLIPBOARD = ("clipboard-read", "clipboard-write")


@pytest.fixture
def investment(shown, server) -> Page:
    """The page as it opens, from which a test takes something away."""
    return shown(f"{server}/{INVESTMENT}")


def hide_the_plan(page: Page) -> None:
    hide(page, -1)


@pytest.fixture
def without_plan(shown, server) -> Page:
    """The page whose first chart has its plan hidden."""
    return shown(f"{server}/{INVESTMENT}", hide_the_plan)


@pytest.fixture
def own(page, server, visit) -> Page:
    """The page for one test alone, which changes it."""
    visit(page, f"{server}/{INVESTMENT}")
    return page


@pytest.fixture
def with_menu(shown, server) -> Page:
    """The page whose first chart's menu is open; a test chooses shape and size."""
    return shown(f"{server}/{INVESTMENT}", open_menu)


@pytest.fixture
def with_clipboard(shown, server) -> Page:
    """The page of a reader who allows it to use the clipboard, with the same menu open."""
    return shown(f"{server}/{INVESTMENT}", open_menu, permissions=CLIPBOARD)


def test_the_image_is_2400_by_1696_and_named_for_its_content(investment, tmp_path):
    file = download(investment, "下载图片", TITLE, tmp_path)
    assert file.name == f"汉滨区_{TITLE}_2014-2025_半页.png"
    with Image.open(file) as image:
        assert (image.format, image.size) == ("PNG", (2400, 1696))
        # 2400 pixels over 16 cm, the width of a document's text, are 150 a centimetre: 381 an inch.
        assert image.info["dpi"] == pytest.approx((381, 381), abs=0.02)
        # The blue rule at the top, white paper below it, and ink on it.
        assert image.convert("RGB").getpixel((1200, 4)) == (0x0F, 0x5C, 0x8C)
        assert image.convert("RGB").getpixel((20, 700)) == (255, 255, 255)
        assert len(image.convert("RGB").getcolors(1 << 20)) > 100


def test_title_subtitle_source_and_dates_are_printed_on_it(investment, tmp_path):
    file = download(investment, "下载矢量图", TITLE, tmp_path)
    words = texts(file)
    printed = "".join(words)
    assert words[:4] == [
        "汉滨区发展指标看板 · 投资与项目",
        f"{TITLE} · 亿元 · 汉滨区 · 2014—2025年",
        "2025年，区级重点项目完成投资179.5亿元",
        # (179.5 − 189.4) / 189.4 = −5.2 %
        "比上年减少9.9亿元、下降5.2%。",
    ]
    assert short_address(investment.url) in printed
    # The publisher of the figure of 2025, which is the latest, stands behind an official one.
    assert "来源：汉滨区人民政府、阳光讯、安康新闻网等6份资料，其中1份为二手资料" in printed
    assert "数据截至2025年" in printed
    assert re.search(r"导出日期：\d{4}-\d\d-\d\d", printed)


def test_axis_labels_and_values_are_whole(investment, tmp_path):
    words = texts(download(investment, "下载矢量图", TITLE, tmp_path))
    assert {"147.2", "158.6", "189.4", "179.5"} <= set(words)
    assert {"0", "50", "100", "150", "200"} <= set(words)


def test_the_data_opens_right_in_excel(investment, tmp_path):
    file = download(investment, "下载 CSV 数据", TITLE, tmp_path)
    assert file.name == f"汉滨区_{TITLE}_2014-2025.csv"
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = raw.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith(
        "年份,区级重点项目完成投资（亿元）,区级重点项目年度计划投资（亿元）,占年度计划（%，计算）"
    )
    assert any(line.startswith("2021,158.6,,") for line in lines)
    # 100 × 147.2 / 136 = 108.235294…; the source prints 107.6
    assert any(line.startswith("2017,147.2,136,108.2353,107.6,") for line in lines)


def test_the_excel_workbook_has_the_rows_and_a_sheet_of_notes(investment, tmp_path):
    file = download(investment, "下载电子表格", TITLE, tmp_path)
    assert file.name == f"汉滨区_{TITLE}_2014-2025.xlsx"
    (name, rows), (second, notes) = sheets(file)
    assert (name, second) == (TITLE, "说明")
    assert rows[0][:3] == [
        "年份",
        "区级重点项目完成投资（亿元）",
        "区级重点项目年度计划投资（亿元）",
    ]
    assert ["2021", "158.6", ""] in [row[:3] for row in rows]
    said = {label: text for label, text, *_ in notes if label}
    assert list(said) == [
        *("标题", "筛选", "文字表述", "注", "指标解释", "来源", "资料", "日期", "网址")
    ]
    assert said["标题"] == TITLE
    assert said["筛选"] == "亿元 · 汉滨区 · 2014—2025年 · 全部领域"
    assert said["注"].startswith("缺：暂无数据。斜线柱为当年部分月份累计")
    assert said["来源"].startswith("汉滨区人民政府、阳光讯、安康新闻网等6份资料")
    assert re.search(r"数据截至2025年　导出日期：\d{4}-\d\d-\d\d", said["日期"])
    assert said["网址"] == short_address(investment.url)


def test_the_notes_define_each_indicator_and_list_each_document_with_a_link(investment, tmp_path):
    book = openpyxl.load_workbook(download(investment, "下载电子表格", TITLE, tmp_path))
    rows = [[cell.value for cell in row] for row in book["说明"].iter_rows()]
    assert [row[1].split("：")[0] for row in rows[4:6]] == [
        "区级重点项目完成投资（亿元）",
        "区级重点项目年度计划投资（亿元）",
    ]
    assert rows[7:13] == [
        ["资料", f"1. {DOCUMENTS[0]}", "https://www.163.com/dy/article/KKF1NMCV05128QQ3.html"],
        [None, f"2. {DOCUMENTS[1]}", "https://www.hanbin.gov.cn/Content-2810991.html"],
        [None, f"3. {DOCUMENTS[2]}", "https://www.hanbin.gov.cn/Content-2648172.html"],
        [None, f"4. {DOCUMENTS[3]}", None],
        [None, f"5. {DOCUMENTS[4]}", None],
        [None, f"6. {DOCUMENTS[5]}", "http://akxw.cn/news/xianqu/hanbin/80679.html"],
    ]
    links = {cell.coordinate: cell.hyperlink.target for cell in book["说明"]["C"] if cell.hyperlink}
    assert links == {f"C{at}": rows[at - 1][2] for at in (8, 9, 10, 13)}


# Those of the investment completed, the latest figure's first.
DOCUMENTS = (
    "阳光讯（网易号转载）《汉滨区发展和改革局2025年工作（原题不详）》",
    "汉滨区人民政府《汉滨区2025年政府工作报告》（2025-04-15）",
    "汉滨区人民政府《汉滨39个项目集中开工和47个项目建成投用》（2023-11-30）",
    "未注明（通讯员刘化学）《民情订单变满意清单——汉滨区开展党史学习教育综述》（2022）",
    "原发媒体未注明（转载站）《汉滨去年开工重点项目134个 累计完成投资147亿元》（2018-02-09）"
    "（二手资料）",
    "安康新闻网《汉滨区2014年重点建设项目盘子“出炉”》（2014-02-18）",
)


def test_a_sheet_is_printed_on_the_width_of_a_page_lying_where_it_is_wide(investment, tmp_path):
    wide = openpyxl.load_workbook(download(investment, "下载电子表格", TITLE, tmp_path))
    narrow = openpyxl.load_workbook(download(investment, "下载电子表格", "区级重点项目", tmp_path))
    for sheet in (*wide, *narrow):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        printed = sheet.page_setup
        # One page wide is what a file means that does not say it.
        assert (printed.paperSize, printed.fitToWidth or 1, printed.fitToHeight) == (9, 1, 0)
    assert [sheet.page_setup.orientation for sheet in wide] == ["landscape", "landscape"]
    assert narrow.worksheets[0].page_setup.orientation == "portrait"
    assert wide.worksheets[0].freeze_panes == "A2"


def csv_rows(page: Page, title: str, folder: Path) -> list[list[str]]:
    file = download(page, "下载 CSV 数据", title, folder)
    return list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))


def test_the_table_is_the_picture_row_by_row(investment, tmp_path):
    head, *rows = csv_rows(investment, "区级重点项目", tmp_path)
    assert head == ["年份", "区级重点项目（个）"]
    # The chart begins in the first year that has a figure, and so does the table.
    assert [row[0] for row in rows] == [str(year) for year in range(2017, 2026)]
    printed = words_of(investment, "区级重点项目", tmp_path)
    assert [row[1] for row in rows if row[1]] == [word for word in printed if word in COUNTS]


COUNTS = ("139", "147", "158", "154")


def words_of(page: Page, title: str, folder: Path) -> list[str]:
    return texts(download(page, "下载矢量图", title, folder))


def test_all_charts_of_a_page_come_in_one_zip(investment, tmp_path):
    shown = exhibits.by_page()["investment"]
    charts = [one for one in shown if one.draws]
    with investment.expect_download() as waiting:
        investment.get_by_role("button", name=f"下载本页全部图表（{len(charts)}张）").click()
    assert waiting.value.suggested_filename == "汉滨区_投资与项目_2010-2025.zip"
    waiting.value.save_as(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as files:
        assert files.testzip() is None
        names = files.namelist()
        assert names[0] == f"汉滨区_{TITLE}_2014-2025_半页.png"
        assert [name.rsplit(".")[-1] for name in names] == ["png"] * len(charts) + ["xlsx", "txt"]
        with Image.open(io.BytesIO(files.read(names[0]))) as image:
            assert image.size == (2400, 1696)
        book = sheets(io.BytesIO(files.read("数据表.xlsx")))
        readme = files.read("README.txt").decode("utf-8-sig")
    assert [name for name, _ in book][0] == TITLE
    assert len(book) == len(shown) + 1  # the charts, the table of named projects, the notes
    assert readme.count("资料：") == len(shown)
    assert short_address(investment.url) in readme
    assert readme.count("来源：") == len(shown)
    assert all(name in readme for name in names[: len(charts)])


def test_the_image_is_light_when_the_screen_is_dark(new_page, server, visit, tmp_path):
    dark = new_page(color_scheme="dark")
    visit(dark, f"{server}/investment?lang=zh")
    with Image.open(download(dark, "下载图片", TITLE, tmp_path)) as image:
        assert image.convert("RGB").getpixel((20, 700)) == (255, 255, 255)


def test_what_is_hidden_on_the_screen_is_hidden_on_the_image(without_plan, tmp_path):
    words = texts(download(without_plan, "下载矢量图", TITLE, tmp_path))
    assert "年度计划" not in words
    assert "完成投资" in words
    # The sentence may speak of what is hidden, so it goes too.
    assert [word for word in words if "比上年" in word] == []


def test_what_is_hidden_is_not_in_the_table_either(without_plan, tmp_path):
    head, *_ = csv_rows(without_plan, TITLE, tmp_path)
    assert head == [
        "年份",
        "区级重点项目完成投资（亿元）",
        "当年累计完成投资（亿元）",
        "累计至（月）",
    ]


def test_the_image_speaks_english_too(new_page, server, visit, tmp_path):
    page = new_page(locale="en-GB")
    visit(page, f"{server}/investment?lang=en")
    title = "Investment in district key projects"
    words = texts(download(page, "Download SVG", title, tmp_path))
    assert words[0] == "Hanbin District development dashboard · Investment and projects"
    assert not any(re.search("缺|来源|亿元", word) for word in words[:3])


def open_menu(page: Page, title: str = TITLE) -> None:
    page.get_by_role("button", name=f"更多格式: {title}", exact=True).click()
    page.locator("figure.preview[aria-busy=false]").wait_for()


def test_the_preview_is_the_file(own, tmp_path):
    open_menu(own)
    for shape, size in (("手机竖版", (1080, 1920)), ("方形", (1800, 1800))):
        own.get_by_role("radio", name=shape).check()
        shown = own.get_by_role("img", name=f"预览: {TITLE}")
        own.wait_for_function(
            "size => [...window.exhibitCards.keys()].some(place => "
            "place.querySelector('.preview img')?.naturalHeight === size)",
            arg=size[1],
        )
        preview = shown.evaluate(BYTES)
        file = download(own, "下载图片", TITLE, tmp_path)
        assert file.read_bytes() == bytes(preview)
        with Image.open(file) as image:
            assert image.size == size


BYTES = """async (image) => [...new Uint8Array(await (await fetch(image.src)).arrayBuffer())]"""


def test_the_menu_opens_closes_and_gives_focus_back_by_keyboard(own):
    opener = own.get_by_role("button", name=f"更多格式: {TITLE}", exact=True)
    opener.focus()
    expect(opener).to_have_attribute("aria-expanded", "false")
    own.keyboard.press("Enter")
    expect(own.get_by_role("radio", name="报告半页")).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    own.keyboard.press("ArrowDown")
    expect(own.get_by_role("radio", name="方形")).to_be_checked()
    own.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(own.get_by_role("radio", name="方形")).to_have_count(0)


def test_the_chosen_sectors_are_told_in_the_workbook_and_once_in_the_readme(
    page, server, visit, tmp_path
):
    visit(page, f"{server}/enterprises_and_jobs?sector=enterprises,jobs&lang=zh")
    file = download(page, "下载电子表格", "新增“五上”企业", tmp_path)
    assert dict(row[:2] for row in sheets(file)[1][1])["筛选"] == (
        "户，及在全市十个县（市、区）中的位次 · 汉滨区 · 2021—2024年 · 市场主体、就业创业"
    )
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载本页全部图表（4张）").click()
    waiting.value.save_as(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as files:
        head, _, second, *_ = files.read("README.txt").decode("utf-8-sig").split("\r\n\r\n")
    assert re.sub(r"\d{4}-\d\d-\d\d", "…", head).splitlines() == [
        "企业与就业",
        short_address(page.url),
        "筛选：汉滨区 · 2010—2025年 · 市场主体、就业创业",
        "导出日期：…",
    ]
    assert second.splitlines() == [
        "汉滨区_新增“五上”企业_2021-2024_半页.png",
        "标题：新增“五上”企业",
        "筛选：户，及在全市十个县（市、区）中的位次 · 汉滨区 · 2021—2024年",
        # 62 − 72 = −10; the years between are not published
        "文字表述：2024年，全区新增“五上”企业62户，比2021年减少10户。",
        "指标解释：新增“五上”企业（户）：当年新纳入统计的规模以上工业、服务业，限额以上批零住餐，"
        "资质以上建筑业和房地产开发企业。",
        "　　　　　新增“五上”企业全市位次（位）："
        "新增“五上”企业数量在安康市十个县（市、区）中的位次。",
        "来源：汉滨区人民政府等2份资料",
        "资料：1. 汉滨区人民政府《汉滨区2025年政府工作报告》（2025-04-15）"
        "　https://www.hanbin.gov.cn/Content-2810991.html",
        "　　　2. 未注明（通讯员刘化学）《民情订单变满意清单——汉滨区开展党史学习教育综述》（2022）",
        "日期：数据截至2024年",
    ]


def test_with_the_columns_go_their_missing_years_and_their_share_of_the_plan(own, tmp_path):
    assert "缺" in words_of(own, TITLE, tmp_path)
    hide(own, 0)
    assert csv_rows(own, TITLE, tmp_path)[0] == [
        "年份",
        "区级重点项目年度计划投资（亿元）",
        "当年累计完成投资（亿元）",
        "累计至（月）",
    ]
    words = words_of(own, TITLE, tmp_path)
    assert "缺" not in words
    assert "年度计划" in words


def test_a_charts_sentence_stands_under_it_and_is_copied(with_clipboard):
    page = with_clipboard
    page.get_by_role("button", name=f"复制句子: {TITLE}").click()
    said = "2025年，区级重点项目完成投资179.5亿元，比上年减少9.9亿元、下降5.2%。"
    expect(page.locator(".sentence", has_text=said)).to_contain_text("✓ 已复制")
    assert page.evaluate("navigator.clipboard.readText()") == said


def test_the_image_is_copied_to_the_clipboard(with_clipboard):
    page = with_clipboard
    page.get_by_role("button", name=f"复制图片: {TITLE}").click()
    expect(page.get_by_text("图片已复制")).to_be_visible()
    types = page.evaluate("navigator.clipboard.read().then(items => items[0].types)")
    assert types == ["image/png"]


def test_without_https_the_image_opens_to_be_copied_by_hand(page, server, visit):
    visit(page, f"{server.replace('localhost', PLAIN_NAME)}/{INVESTMENT}")
    assert page.evaluate("[isSecureContext, navigator.clipboard === undefined]") == [False, True]
    open_menu(page)
    page.get_by_role("radio", name="方形").check()
    page.get_by_role("button", name=f"复制图片: {TITLE}").click()
    dialog = page.get_by_role("dialog", name="请在图片上点右键，选择“复制图片”。")
    image = dialog.get_by_role("img", name=TITLE)
    expect(image).to_have_js_property("naturalWidth", 1800)
    expect(image).to_have_js_property("naturalHeight", 1800)
    dialog.get_by_role("button", name="关闭").click()
    expect(dialog).to_have_count(0)


def test_the_preview_follows_what_the_legend_hides(own, tmp_path):
    open_menu(own)
    preview = own.get_by_role("img", name=f"预览: {TITLE}")
    with_plan = preview.get_attribute("src")
    own.locator(".legendtoggle").last.click()
    expect(preview).not_to_have_attribute("src", with_plan)
    own.locator("figure.preview[aria-busy=false]").wait_for()
    file = download(own, "下载图片", TITLE, tmp_path)
    assert file.read_bytes() == bytes(preview.evaluate(BYTES))
    words = texts(download(own, "下载矢量图", TITLE, tmp_path))
    assert "年度计划" not in words


@pytest.mark.parametrize(
    ("shape", "size", "print_cm"),
    [
        ("幻灯片（16:9）", (4800, 2700), 33.87),
        ("报告半页", (4800, 3392), 16),
        ("方形", (3600, 3600), 12),
        ("手机竖版", (2160, 3840), 7),
    ],
)
def test_every_shape_has_four_pixels_for_one_when_it_is_large_and_is_placed_at_its_own_width(
    with_menu, tmp_path, shape, size, print_cm
):
    with_menu.get_by_role("radio", name=shape).check()
    with_menu.get_by_role("radio", name=f"大图 {size[0]} × {size[1]}").check()
    with Image.open(download(with_menu, "下载图片", TITLE, tmp_path)) as image:
        assert image.size == size
        assert image.width / image.info["dpi"][0] * 2.54 == pytest.approx(print_cm, abs=0.01)
        assert image.convert("RGB").getpixel((size[0] // 2, 8)) == (0x0F, 0x5C, 0x8C)


def test_on_a_phone_the_image_opens_to_be_held_and_saved(new_page, server, visit):
    phone = new_page(width=390, height=844, has_touch=True, is_mobile=True)
    visit(phone, f"{server}/{INVESTMENT}")
    phone.get_by_role("button", name=f"下载图片: {TITLE}").tap()
    dialog = phone.get_by_role("dialog")
    expect(dialog).to_contain_text("长按图片即可保存")
    image = dialog.get_by_role("img")
    expect(image).to_have_js_property("naturalWidth", 2400)
    expect(image).to_have_js_property("naturalHeight", 1696)
    expect(image).to_have_attribute("src", re.compile("^data:image/png"))
    phone.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    for button in phone.get_by_role("button", name=re.compile("图片|格式|全部图表")).all():
        assert button.bounding_box()["height"] >= 44


@pytest.fixture(scope="module")
def plain_streamlit() -> Iterator[str]:
    """The dashboard as `streamlit run dashboard.py` starts it, without our server's routes."""
    with servers.streamlit_run() as (address, _):
        yield address


def test_streamlit_run_offers_the_workbook_too(page, plain_streamlit, visit, tmp_path):
    visit(page, f"{plain_streamlit}/{INVESTMENT}")
    hide(page, -1)
    (name, rows), (second, notes) = sheets(download(page, "下载电子表格", TITLE, tmp_path))
    assert (name, second) == (TITLE, "说明")
    # The plan is hidden on the screen; the run that brings the workbook changes nothing there.
    assert rows[0] == [
        "年份",
        "区级重点项目完成投资（亿元）",
        "当年累计完成投资（亿元）",
        "累计至（月）",
    ]
    assert ["2021", "158.6"] in [row[:2] for row in rows]
    assert notes[0][:2] == ["标题", TITLE]
    opener = page.get_by_role("button", name=f"更多格式: {TITLE}", exact=True)
    expect(opener).to_have_attribute("aria-expanded", "true")
    # Another card's workbook is that card's.
    [(name, rows), _] = sheets(download(page, "下载电子表格", "项目名录", tmp_path))
    assert (name, rows[0][:2]) == ("项目名录", ["项目", "领域"])


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (413, "表格太大，不能生成电子表格。请下载 CSV 数据。"),
        (500, "没有生成文件。请刷新页面后再试一次。"),
    ],
)
def test_a_workbook_that_is_not_made_is_said_to_be(own, heard, status, words):
    own.route("**/workbook", lambda route: route.fulfill(status=status))
    with own.expect_console_message(lambda said: str(status) in said.text):
        own.get_by_role("button", name="下载电子表格: 项目名录").click()
    heard.clear()  # the refusal, which is no error of ours
    expect(own.get_by_text(words)).to_be_visible()
