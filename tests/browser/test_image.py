"""Every image of every page: whole, as large as promised, and saying what its table says."""

import base64
import io
import json
import re
import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest
from PIL import Image, ImageChops

from indicators import charts
from indicators.language import Language
from indicators.style import LIGHT
from tests import opened
from tests.browser import pictures
from tests.browser.reading import misread, misread_series, reading
from tests.browser.taking import download
from tests.browser.workshop import IN_TURN, ORIGIN, SHAPES, Drawn, Workshop, shape_of

# Each with the number of its first image: in turn, one has two shapes in its two languages.
LANGUAGES = {"zh": 0, "en": 2}


def cards(lang: str) -> list[tuple[str, dict, dict]]:
    """Every chart of every page: where it stands, its card, the words of its bar."""
    return [
        (opened.address(page, lang), card, opened.words(at))
        for page in opened.PAGES
        for at in [opened.shared(page, lang=lang)]
        for card in opened.charts(at)
    ]


@pytest.mark.parametrize("shape", IN_TURN)
@pytest.mark.parametrize(("lang", "first"), LANGUAGES.items())
def test_every_image_is_whole_and_says_what_its_table_says(workshop, lang, first, shape):
    wrong = []
    for number, (address, card, words) in enumerate(cards(lang), first):
        workshop.stand_at(address, words["lang"])
        drawn = workshop.draw(card, words, shape_of(shape, number), scale=2)
        found = [*pictures.faults(drawn, address), *misread(drawn, words["missing"])]
        wrong += [f"{drawn.title}: {fault}" for fault in found]
    assert wrong == [], "\n".join(wrong)


def test_a_series_that_is_hidden_is_nowhere_on_the_image(workshop):
    tried, wrong = 0, []
    for address, card, words in cards("zh"):
        names = [t["name"] for t in json.loads(card["figure"])["data"] if "name" in t]
        workshop.stand_at(address, words["lang"])
        for name in names if len(names) > 1 else ():
            drawn = workshop.draw(card, words, "slide", hidden=(name,))
            printed = pictures.words(drawn.svg)
            still = [text for text in printed if text == name or text.startswith(f"{name} ")]
            # The sentence may speak of what is hidden, so it goes too.
            still += [card["caption"]["sentence"]] * (card["caption"]["sentence"] in printed)
            found = [*still, *misread_series(reading(drawn, words["missing"]))]
            wrong += [f"{drawn.title} without {name}: {fault}" for fault in found]
            tried += 1
    assert wrong == [], "\n".join(wrong)
    assert tried > 40


def laid_out(**parts: list) -> Drawn:
    """An image of nothing but these parts, for what is to find faults of it."""
    nothing = {"texts": [], "marks": [], "bars": [], "points": [], "stretches": [], "leaders": []}
    return Drawn("", "", "slide", "", b"", nothing | parts, {})


def area(left: float, top: float, right: float, bottom: float, **more: object) -> dict:
    return {"left": left, "top": top, "right": right, "bottom": bottom, **more}


def test_words_on_a_bar_are_found():
    word = area(100, 100, 150, 118, text="安康市", inPlot=True)
    assert pictures.misplaced(laid_out(texts=[word])) == []
    bars = [[area(140, 90, 200, 130)]]
    assert pictures.misplaced(laid_out(texts=[word], bars=bars)) == ["安康市 lies on a bar"]


def test_a_leader_over_a_mark_or_a_line_of_another_is_found():
    own, other = (area(x - 4, 96, x + 4, 104, x=x, y=100, seen=True) for x in (100, 150))
    leader = [{"x": 106, "y": 100}, {"x": 200, "y": 101}]
    assert pictures.misplaced(laid_out(points=[[own]], leaders=[leader])) == []
    marks = laid_out(points=[[own], [other]], leaders=[leader])
    assert pictures.misplaced(marks) == ["the leader from (106, 100) runs over a mark"]
    line = [{"x": 130, "y": 50}, {"x": 130, "y": 150}]
    lines = laid_out(points=[[own]], leaders=[leader], stretches=[[line]])
    assert pictures.misplaced(lines) == ["the leader from (106, 100) runs over a line"]


LONG_NAME = "恒口示范区及高新技术产业开发区"  # fifteen characters
CAPTION = {
    "masthead": "汉滨区发展指标看板 · 投资与项目",
    "sentence": "2025年，区级重点项目完成投资179.5亿元，比上年减少9.9亿元、下降5.2%，"
    "完成年度计划的98.1%，居全市10个县（市、区）首位。",
    "title": "汉滨区及恒口示范区、高新技术产业开发区规模以上工业企业全年完成工业总产值与"
    "固定资产投资项目年度计划完成情况同口径比较",
    "subtitle": "亿元，括号内为占比 · 汉滨区与全市、全省、全国 · 2010—2025年",
    "note": "缺：暂无数据。斜线柱为当年部分月份累计，不是全年数。" * 4,
    "source": "来源：汉滨区人民政府《汉滨区2025年政府工作报告》（2025-04-15）等16份资料",
    "as_of": "数据截至2025年",
    "exported": "导出日期：2026-11-24",
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
@pytest.mark.parametrize("shape", SHAPES)
def test_long_titles_names_and_numbers_hold_in_every_shape(workshop, figure, numbers, shape):
    drawn = workshop.picture(figure, CAPTION, shape)
    assert pictures.misplaced(drawn) == []
    printed = "".join(pictures.words(drawn.svg)).replace(" ", "")
    # The address stands on what is printed, and not on what is sent.
    missing = [part for part, said in CAPTION.items() if not pictures.is_printed(said, printed)]
    assert missing == ([] if shape in pictures.DOCUMENTS else ["address"])
    assert [number for number in numbers if number not in printed] == []


def test_words_of_breaks_give_way_to_signs_before_a_plot_shrinks(workshop):
    years = {2013: AREAS[0], 2016: AREAS[1], 2018: AREAS[2], 2021: AREAS[3]}
    broken = [years.get(row.year) == row.ref_area for row in ROWS.itertuples()]
    rows = ROWS.assign(is_break=broken)
    figure = charts.values_by_area_and_year(rows, Language("zh"), LIGHT, decimals=0)
    drawn = workshop.picture(json.loads(figure.to_json()), CAPTION, "phone")
    assert {"①", "②", "③", "④"} <= set(pictures.words(drawn.svg))
    assert f"①{AREAS[0]}前后不可比" in "".join(pictures.words(drawn.svg)).replace(" ", "")
    # On a slide there is room for the words.
    one = rows.assign(is_break=rows["is_break"] & (rows["year"] == 2018))
    figure = charts.values_by_area_and_year(one, Language("zh"), LIGHT, decimals=0)
    drawn = workshop.picture(json.loads(figure.to_json()), CAPTION, "slide")
    assert f"{AREAS[2]}前后不可比" in pictures.words(drawn.svg)


def test_the_years_that_have_a_figure_are_named_first(workshop):
    rows = ROWS[(ROWS["ref_area"] != AREAS[0]) | ROWS["year"].isin([2012, 2017, 2022])]
    figure = charts.values_by_area_and_year(rows, Language("zh"), LIGHT, decimals=0)
    drawn = workshop.picture(json.loads(figure.to_json()), CAPTION, "phone")
    named = {tick["text"] for tick in drawn.layout["ticks"]["x"]}
    # The last one, and of the home area's those that are not too near to it.
    assert {"2024", "2012", "2017"} <= named


def first(workshop: Workshop, page: str, shape: str, *, scale: int = 0, place: int = 0) -> Drawn:
    """The image of a page's first chart, or of the one at another place, in Chinese."""
    at = opened.shared(page, lang="zh")
    workshop.stand_at(opened.address(page), "zh-CN")
    return workshop.draw(opened.charts(at)[place], opened.words(at), shape, scale=scale)


def test_an_image_writes_the_home_areas_values_and_leads_to_names_that_stand_away(workshop):
    drawn = first(workshop, "overview", "slide", place=-1)
    printed = pictures.words(drawn.svg)
    # The district's growth of 2020, 2024 and 2025, as published; it has no figure between.
    assert {"−4.0", "5.4", "汉滨区 4.6"} <= set(printed)
    # The legend, the home area first.
    areas = ["汉滨区", "安康市", "陕西省", "全国"]
    assert [word for word in printed if word in areas] == areas
    # 5.1, 5.0 and 4.6 are three names at the last year, too close to stand beside their points.
    assert drawn.svg.count('stroke-width="0.75"') >= 3


def test_characters_have_their_simplified_shapes(workshop):
    """直 骨 门 角 differ between Chinese and Japanese print."""
    chinese, english = (workshop.call("drawnSigns", lang, None) for lang in ("zh-CN", "en"))
    simplified, japanese = (workshop.call("drawnSigns", "", edition) for edition in ("SC", "JP"))
    if simplified == japanese:
        pytest.skip("no font with both shapes on this machine")
    assert chinese == simplified
    assert english == simplified  # the sources are Chinese in English too


def test_a_drawing_program_finds_the_parts_of_an_svg_and_a_reader_hears_what_is_on_it(workshop):
    drawn = first(workshop, "investment", "slide")
    whole = ElementTree.fromstring(drawn.svg)
    ids = [part.get("id") for part in whole if part.get("id")]
    assert ids == ["masthead", "subtitle", "title", "sentence", "footer", "chart-area"]
    assert whole.get("role") == "img"
    # The figures of 2025 and not the name of a document.
    assert "179.5" in whole.findtext("{http://www.w3.org/2000/svg}desc")


def test_the_file_tells_where_it_comes_from(workshop):
    drawn = first(workshop, "investment", "square", scale=2)
    with Image.open(io.BytesIO(drawn.png)) as image:
        image.load()
        texts = image.text
    assert texts["Title"] == drawn.title
    assert texts["Source"].startswith("来源：")
    assert texts["Description"].startswith(drawn.card["caption"]["sentence"])
    assert "2014—2025年" in texts["Description"]
    assert texts["URL"] == f"{ORIGIN}/{opened.address('investment')}"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", texts["Creation Time"])


TITLE = "新增市场主体"


def test_the_image_is_the_same_in_a_narrow_a_wide_and_a_dark_window(
    new_page, server, visit, tmp_path
):
    address = f"{server}/{opened.address('enterprises_and_jobs')}"
    saved = []
    usual, wide, narrow = ({"width": width, "height": 900} for width in (1440, 1920, 390))
    # In new tabs: one that has drawn other pages keeps their signs, and smooths their edges so.
    for window in ({"viewport": usual}, {"viewport": wide, "color_scheme": "dark"}):
        page = new_page(stranger=True, **window)
        visit(page, address)
        saved.append(download(page, "下载图片", TITLE, tmp_path).read_bytes())
    phone = new_page(stranger=True, viewport=narrow)
    visit(phone, address)
    phone.get_by_role("button", name=f"下载图片: {TITLE}", exact=True).click()
    held = phone.get_by_role("dialog").get_by_role("img").get_attribute("src")
    saved.append(base64.b64decode(held.partition(",")[2]))
    usual, *others = (Image.open(io.BytesIO(png)).convert("RGB") for png in saved)
    assert [ImageChops.difference(usual, other).getbbox() for other in others] == [None, None]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_dashboard_saves_the_very_image_that_is_drawn_here(
    new_page, server, visit, workshop, tmp_path, lang
):
    address = opened.address("investment", lang)
    page = new_page()
    visit(page, f"{server}/{address}")
    at = opened.shared("investment", lang=lang)
    page.wait_for_function(
        "(many) => window.exhibitCards?.size === many", arg=len(opened.cards(at))
    )
    handed = page.evaluate("[...window.exhibitCards.values()].map((text) => JSON.parse(text))")
    assert sorted(handed, key=_title) == sorted(opened.cards(at), key=_title)
    card = opened.charts(at)[0]
    verb = "下载矢量图" if lang == "zh" else "Download SVG"
    saved = download(page, verb, _title(card), tmp_path).read_text(encoding="utf-8")
    workshop.stand_at(address, opened.words(at)["lang"])
    drawn = workshop.draw(card, opened.words(at), "page").svg
    host = server.removeprefix("http://")
    assert _anonymous(saved) == _anonymous(drawn.replace(ORIGIN.removeprefix("http://"), host))


def _title(card: dict) -> str:
    return card["caption"]["title"]


def _anonymous(svg: str) -> str:
    """An SVG without the names that Plotly draws by lot, its attributes in one order."""
    named = re.sub(r"(clip|defs-|trace|[\"#]p)[0-9a-f]{6}(-[0-9a-f]{6})?", r"\1", svg)
    return ElementTree.canonicalize(named)
