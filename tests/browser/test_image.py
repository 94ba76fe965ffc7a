"""Every image of every page, both languages, all shapes: as large as promised, whole and said."""

import io
import json
import re

import pandas as pd
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from indicators import charts
from indicators.language import Language
from indicators.style import LIGHT
from tests.browser import pictures
from tests.browser.pictures import SHAPES, faults, outside, touching, words

PAGES = pictures.with_charts()
LANGUAGES = ("zh", "en")


@pytest.fixture
def reader(new_page, server, visit):
    """A reader on a page, all of whose cards are there."""

    def on(page: str, lang: str = "zh", **more) -> Page:
        opened = new_page(**more)
        visit(
            opened, f"{server}/{'' if page == 'overview' else page}?from=2010&to=2025&lang={lang}"
        )
        pictures.cards(opened)
        return opened

    return on


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_image_is_whole_in_every_shape(reader, page, lang):
    opened = reader(page, lang)
    wrong = [
        f"{made.title}, {made.shape}: {fault}"
        for made in pictures.made(opened)
        for fault in faults(opened, made)
    ]
    assert wrong == []


LONG_NAME = "恒口示范区及高新技术产业开发区"  # fifteen characters
CAPTION = {
    "masthead": "汉滨区发展指标看板 · 项目投资",
    "sentence": "2025年，汉滨区区级重点项目完成投资179.5亿元，同比下降5.2%（按现价计算），"
    "完成年度目标98.1%，未达到目标，居全市10个县（市、区）首位。",
    "title": "汉滨区及恒口示范区、高新技术产业开发区规模以上工业企业全年完成工业总产值与"
    "固定资产投资项目年度计划完成情况同口径比较",
    "subtitle": "亿元，括号内为占比 · 汉滨区与全市、全省、全国 · 2010—2025年",
    "note": "缺：未公布。斜线柱为当年部分月份累计，不是全年数。" * 4,
    "source": "来源：汉滨区人民政府《汉滨区2025年政府工作报告》（2025-04-15）等16份资料",
    "as_of": "数据截至2025年",
    "exported": "导出于2026-11-24",
    "address": "kanban.hanbin.local/investment?from=2010&to=2025&sector=investment,jobs&lang=zh",
}
BARS = {
    "data": [
        {
            "type": "bar",
            "orientation": "h",
            "x": [123456789 - 3000000 * n for n in range(30)],
            "y": [f"{LONG_NAME[:12]}{n:02d}" for n in range(30)],
            "text": [f"{123456789 - 3000000 * n:,}" for n in range(30)],
            "textposition": "outside",
            "constraintext": "none",
        }
    ],
    "layout": {
        "font": {"size": 13},
        "yaxis": {"automargin": True, "type": "category", "tickmode": "linear", "dtick": 1},
        "xaxis": {"visible": False},
    },
}
COLUMNS = {
    "data": [
        {
            "type": "bar",
            "x": list(range(1996, 2026)),
            "y": [123456789 - 3000000 * (n % 7) for n in range(30)],
            "text": [f"{123456789 - 3000000 * (n % 7):,}" for n in range(30)],
            "textposition": "outside",
            "constraintext": "none",
        }
    ],
    "layout": {
        "font": {"size": 13},
        "yaxis": {"automargin": True, "separatethousands": True, "exponentformat": "none"},
        "xaxis": {"tickmode": "linear", "tick0": 2025, "dtick": 4, "range": [1995.4, 2025.6]},
    },
}


# Four areas with names of fourteen characters and nine digits, which all end within 3,000,000 of
# each other; two of them have gaps, so there is a legend too.
AREAS = [f"{LONG_NAME[:13]}{sign}" for sign in "甲乙丙丁"]
ROWS = pd.DataFrame(
    {
        "ref_area": area,
        "name_zh": area,
        "is_home": area == AREAS[0],
        "year": year,
        "value": 123456789.0 - 1000000 * number - 9000000 * ((2024 - year) * (number + 1) % 4),
    }
    for number, area in enumerate(AREAS)
    for year in range(2010, 2025)
    if (year, number) not in {(2014, 0), (2019, 2)}
)
LINES = json.loads(
    charts.values_by_area_and_year(ROWS, Language("zh"), LIGHT, decimals=0).to_json()
)


# 123,456,789 − 3,000,000 × 6 = 105,456,789, and − 1,000,000 × 3 = 120,456,789.
@pytest.mark.parametrize(
    ("figure", "numbers"),
    [
        pytest.param(BARS, ("123,456,789", "105,456,789"), id="30 bars"),
        pytest.param(COLUMNS, ("123,456,789", "105,456,789"), id="30 columns"),
        pytest.param(LINES, ("123,456,789", "120,456,789"), id="4 lines of 15 years"),
    ],
)
def test_long_titles_names_and_numbers_hold_in_every_shape(reader, figure, numbers):
    page = reader("investment")
    pictures.bring_tools(page)
    for shape, (width, height) in SHAPES.items():
        svg = page.evaluate(
            "([figure, caption, shape]) => window.tools.picture("
            "figure, caption, window.tools.SHAPES[shape], 'zh-CN')",
            [figure, CAPTION, shape],
        )
        boxes = pictures.boxes(page, svg)
        assert [b["text"] for b in boxes if outside(b, width, height)] == [], shape
        assert touching(boxes) == [], shape
        printed = "".join(words(svg)).replace(" ", "")
        assert [said for said in CAPTION.values() if said.replace(" ", "") not in printed] == []
        assert pictures.covered(page, svg) == [], shape
        assert [number for number in numbers if number not in printed] == [], shape


def test_an_image_writes_the_home_areas_values_and_leads_to_names_that_stand_away(reader):
    page = reader("overview")
    made = next(pictures.made(page, ("slide",)))
    # The district's growth of 2020, 2024 and 2025, as published; it has no figure between.
    assert {"−4.0", "5.4", "汉滨区 4.6"} <= set(words(made.svg))
    assert [w for w in words(made.svg) if w in ("汉滨区", "安康市", "陕西省", "全国")] == [
        "汉滨区",
        "安康市",
        "陕西省",
        "全国",
    ]  # the legend, the home area first
    # 5.1, 5.0 and 4.6 are three names at the last year, too close to stand beside their points.
    assert made.svg.count('stroke-width="0.75"') >= 3


@pytest.mark.parametrize("width", [390, 1920])
def test_the_image_is_the_same_in_a_narrow_a_wide_and_a_dark_window(reader, width):
    (first, *_), (other, *_) = (
        pictures.made(reader("enterprises_and_jobs", **window), ("slide",))
        for window in ({"width": 1440}, {"width": width, "color_scheme": "dark"})
    )
    with Image.open(io.BytesIO(first.png)) as a, Image.open(io.BytesIO(other.png)) as b:
        assert ImageChops.difference(a.convert("RGB"), b.convert("RGB")).getbbox() is None


def test_characters_have_their_simplified_shapes(reader):
    """直 骨 门 角 differ between Chinese and Japanese print."""
    page = reader("investment")
    pictures.bring_tools(page)
    drawn = {lang: page.evaluate(GLYPHS, lang) for lang in ("zh-CN", "en", "SC", "JP")}
    if drawn["SC"] == drawn["JP"]:
        pytest.skip("no font with both shapes on this machine")
    assert drawn["zh-CN"] == drawn["SC"]
    assert drawn["en"] == drawn["SC"]  # the sources are Chinese in English too


# The four characters in the image's own fonts and language, or in one named edition of the font.
GLYPHS = """async (asked) => {
    const { fontsOf, asPng, asAddress } = window.tools;
    const edition = asked.length === 2 && asked !== "en";
    const fonts = edition ? `'Noto Sans CJK ${asked}'` : fontsOf(asked);
    const lang = asked === "JP" ? "ja" : "zh-CN";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" lang="${lang}" xml:lang="${lang}"
        width="200" height="60" font-family="${fonts}">
        <rect width="200" height="60" fill="white"/>
        <text y="50" font-size="48">直骨门角</text></svg>`;
    return asAddress(await asPng(svg, { width: 200, height: 60 }, 2));
}"""


def test_the_file_tells_where_it_comes_from(reader):
    page = reader("investment")
    made = next(pictures.made(page, ("square",)))
    with Image.open(io.BytesIO(made.png)) as image:
        image.load()
        texts = image.text
    assert texts["Title"] == made.title
    assert texts["Source"].startswith("来源：")
    assert "2010—2025年" in texts["Description"]
    assert texts["URL"] == page.url
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", texts["Creation Time"])
