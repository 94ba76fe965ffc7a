"""What is taken away: the image as a file of the promised size, with everything printed on it."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

TITLE = "区级重点项目完成投资"
TEXT = "{http://www.w3.org/2000/svg}text"


def download(page: Page, verb: str, title: str, folder: Path) -> Path:
    wanted = page.get_by_role("button", name=f"{verb}: {title}", exact=True)
    if not wanted.is_visible():
        page.get_by_role("button", name=re.compile(f"^(更多格式|More formats): {title}$")).click()
    with page.expect_download() as waiting:
        wanted.click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def texts(svg: Path) -> list[str]:
    return ["".join(t.itertext()) for t in ElementTree.parse(svg).iter(TEXT)]


@pytest.fixture
def investment(page, server, visit) -> Page:
    visit(page, f"{server}/investment?from=2010&to=2025&lang=zh")
    return page


def test_the_image_is_2400_by_1350_and_named_for_its_content(investment, tmp_path):
    file = download(investment, "下载图片", TITLE, tmp_path)
    assert file.name == f"汉滨区_{TITLE}_2014-2025.png"
    with Image.open(file) as image:
        assert (image.format, image.size) == ("PNG", (2400, 1350))
        # The blue rule at the top, white paper below it, and ink on it.
        assert image.convert("RGB").getpixel((1200, 4)) == (0x0F, 0x5C, 0x8C)
        assert image.convert("RGB").getpixel((20, 700)) == (255, 255, 255)
        assert len(image.convert("RGB").getcolors(1 << 20)) > 100


def test_title_subtitle_source_and_dates_are_printed_on_it(investment, tmp_path):
    file = download(investment, "下载矢量图", TITLE, tmp_path)
    words = texts(file)
    printed = "".join(words)
    assert words[:3] == ["汉滨区", TITLE, "亿元 · 汉滨区 · 2010—2025年"]
    assert f"{investment.url.split('//')[1]}" in printed
    assert "来源：汉滨区人民政府《汉滨区2025年政府工作报告》（2025-04-15）等6份资料" in printed
    assert "数据截至2025年" in printed
    assert re.search(r"导出于\d{4}-\d\d-\d\d", printed)


def test_axis_labels_and_values_are_whole(investment, tmp_path):
    words = texts(download(investment, "下载矢量图", TITLE, tmp_path))
    assert {"147.2", "158.6", "189.4", "179.5"} <= set(words)
    assert {"0", "50", "100", "150", "200"} <= set(words)


def test_the_image_is_light_when_the_screen_is_dark(new_page, server, visit, tmp_path):
    dark = new_page(color_scheme="dark")
    visit(dark, f"{server}/investment?lang=zh")
    with Image.open(download(dark, "下载图片", TITLE, tmp_path)) as image:
        assert image.convert("RGB").getpixel((20, 700)) == (255, 255, 255)


def test_what_is_hidden_on_the_screen_is_hidden_on_the_image(investment, tmp_path):
    investment.locator(".legendtoggle").last.click()
    investment.wait_for_timeout(600)  # a click is only one click once no second one follows
    words = texts(download(investment, "下载矢量图", TITLE, tmp_path))
    assert "年度计划" not in words
    assert "完成投资" in words


def test_the_data_opens_right_in_excel(investment, tmp_path):
    file = download(investment, "下载数据（CSV）", TITLE, tmp_path)
    assert file.name == f"汉滨区_{TITLE}_2014-2025.csv"
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = raw.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("年份,完成投资（亿元）,年度计划投资（亿元）,完成计划（%，计算）")
    assert any(line.startswith("2021,158.6,,") for line in lines)


def test_the_image_speaks_english_too(new_page, server, visit, tmp_path):
    page = new_page(locale="en-GB")
    visit(page, f"{server}/investment?lang=en")
    title = "Investment completed on district-level key projects"
    words = texts(download(page, "Download SVG", title, tmp_path))
    assert words[0] == "Hanbin District"
    assert not any(re.search("缺|来源|亿元", word) for word in words[:3])
