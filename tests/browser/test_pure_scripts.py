"""Functions of the cards' script that need neither a page nor Plotly: words, legends, files.

Widths are those of a made-up pen: a Chinese sign is as wide as the size, any other half of it.
"""

import base64
import csv
import io
import zipfile

import pytest
from PIL import Image

SIZE = 10  # a Chinese sign is 10 wide, a Latin one 5


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # A number stays with what it counts, a closing mark with what it closes.
        ("2025年，汉滨区", ["2025年，", "汉", "滨", "区"]),
        ("《公报》等", ["《公", "报》", "等"]),
        ("New market entities", ["New", " ", "market", " ", "entities"]),
        ("增长4.6%（现价）", ["增", "长", "4.6%", "（现", "价）"]),
        # An address breaks after / and before &.
        ("a.cn/b?x=1&y=2", ["a.cn/", "b?x=1", "&y=2"]),
    ],
)
def test_a_text_breaks_where_its_reader_would_break_it(workshop, text, pieces):
    assert workshop.pure("pieces", text) == pieces


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("汉滨区重点项目", 30, ["汉滨区", "重点项", "目"]),  # 3 × 10 in each line
        ("汉滨区重点项目", 39, ["汉滨区", "重点项", "目"]),  # 4 × 10 would be 40
        ("one two three", 35, ["one two", "three"]),  # 7 × 5 = 35; “ three” would be 65
        ("abcdefgh", 20, ["abcd", "efgh"]),  # a word that is wider than a line by itself
        ("汉。滨", 20, ["汉。", "滨"]),
        ("", 20, []),
    ],
)
def test_a_line_is_as_full_as_it_can_be_and_no_wider(workshop, text, width, lines):
    assert workshop.pure("wrap", text, SIZE, width) == lines


def test_a_title_of_two_lines_is_about_equally_long_in_both(workshop):
    # Ten signs in a width of nine: 9 + 1 would leave one alone. Words are 重点 项目 完成 投资 情况.
    text = "重点项目完成投资情况"
    assert workshop.pure("wrap", text, SIZE, 90) == ["重点项目完成投资情", "况"]
    assert workshop.pure("balanced", text, SIZE, 90) == ["重点项目完成", "投资情况"]


def test_the_last_line_of_a_note_is_no_lonely_word(workshop):
    # 4 × 5 = 20 and a blank: seven words of four letters fill 7 × 20 + 6 × 5 = 170, the eighth
    # would stand alone in 20, less than a quarter of the width.
    text = " ".join(["word"] * 8)
    assert workshop.pure("wrap", text, SIZE, 170) == [" ".join(["word"] * 7), "word"]
    assert workshop.pure("evenly", text, SIZE, 170) == [
        " ".join(["word"] * 6),
        " ".join(["word"] * 2),
    ]


def test_short_statements_share_a_line_where_they_fit(workshop):
    # 40 + 10 (a blank between them) + 40 = 90
    statements = ["数据截至", "导出日期", "地址"]
    assert workshop.pure("shared", statements, SIZE, 90) == ["数据截至　导出日期", "地址"]
    assert workshop.pure("shared", statements, SIZE, 89) == ["数据截至", "导出日期　地址"]
    assert workshop.pure("shared", statements, SIZE, 120) == ["数据截至　导出日期　地址"]


PLOT = {"width": 100, "height": 100}


def box(left: float, top: float, right: float, bottom: float, **more: object) -> dict:
    return {"left": left, "top": top, "right": right, "bottom": bottom, "lines": 0, **more}


@pytest.mark.parametrize(
    ("texts", "bars", "count"),
    [
        ([box(0, 0, 40, 17)], [], 0),
        ([box(-2, 0, 40, 17)], [], 1),  # leaves the plot by two
        ([box(0, 0, 40, 17), box(43, 0, 80, 17)], [], 1),  # three apart: two values read as one
        ([box(0, 0, 40, 17), box(45, 0, 80, 17)], [], 0),
        ([box(0, 0, 40, 17), box(0, 14, 40, 31)], [], 0),  # their ink is lower than their boxes
        ([box(0, 0, 40, 17), box(0, 12, 40, 29)], [], 1),
        ([box(0, 0, 40, 17, point=1)], [box(30, 0, 50, 90, point=2)], 1),  # another's column
        ([box(0, 0, 40, 17, point=1)], [box(30, 0, 50, 90, point=1)], 0),
        ([box(0, 0, 40, 68, point=1, lines=4)], [], 1),  # a column of words is no label
    ],
)
def test_what_is_wrong_with_a_plot_is_counted(workshop, texts, bars, count):
    assert workshop.pure("faults", {"texts": texts, "bars": bars}, PLOT) == count


def test_a_legend_goes_on_in_another_row_and_begins_with_the_home_area(workshop):
    bars = [{"type": "bar", "name": name, "legendrank": rank} for name, rank in AREAS]
    figure = {"data": bars, "layout": {"showlegend": True}}
    # Each entry: a mark of 10, half of that as air, a name of 30: 45. After it 1.6 × 10 = 16.
    assert workshop.pure("legendOf", figure, SIZE, 106) == [
        [["汉滨区", 0, 15], ["安康市", 61, 76]],  # 61 + 45 = 106 has just room
        [["陕西省", 0, 15]],
    ]
    assert [len(row) for row in workshop.pure("legendOf", figure, SIZE, 105)] == [1, 1, 1]
    assert workshop.pure("legendOf", figure | {"layout": {}}, SIZE, 106) == []


AREAS = (("安康市", 2), ("陕西省", 2), ("汉滨区", 1))

TABLE = {
    "columns": [
        {"key": "year", "header": "年份"},
        {"key": "completed", "header": "完成投资（亿元）"},
        {"key": "name_zh", "header": "地区"},
    ],
    "rows": [[2021, 158.6, "汉滨区"], [2022, None, 'a "b", c'], [2023, -4, "甲\n乙\t丙"]],
}


def test_a_csv_is_read_back_as_it_was(workshop):
    text = workshop.pure("csv", TABLE)
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))) == [
        ["年份", "完成投资（亿元）", "地区"],
        ["2021", "158.6", "汉滨区"],
        ["2022", "", 'a "b", c'],
        ["2023", "-4", "甲\n乙\t丙"],
    ]
    assert text.endswith("\r\n")


def test_cells_that_are_pasted_stay_in_their_row_and_column(workshop):
    assert workshop.pure("tabbed", TABLE).split("\r\n") == [
        "年份\t完成投资（亿元）\t地区",
        "2021\t158.6\t汉滨区",
        '2022\t\ta "b", c',
        "2023\t-4\t甲 乙 丙",
    ]


def test_a_hidden_series_leaves_the_table_as_a_column_or_as_rows(workshop):
    by_column = workshop.pure("visible", TABLE, [{"name": "完成投资", "columns": ["completed"]}])
    assert [column["key"] for column in by_column["columns"]] == ["year", "name_zh"]
    assert by_column["rows"][0] == [2021, "汉滨区"]
    by_name = workshop.pure("visible", TABLE, [{"name": "汉滨区", "columns": []}])
    assert [row[0] for row in by_name["rows"]] == [2022, 2023]
    assert by_name["columns"] == TABLE["columns"]


def test_a_zip_holds_its_files_under_chinese_names(workshop):
    files = [{"name": "汉滨区_图.txt", "text": "一\r\n"}, {"name": "empty.txt", "text": ""}]
    packed = base64.b64decode(workshop.pure("zip", files))
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["汉滨区_图.txt", "empty.txt"]
        assert opened.read("汉滨区_图.txt").decode() == "一\r\n"


def test_a_picture_tells_of_itself_and_how_large_it_is_in_print(workshop):
    drawn = io.BytesIO()
    Image.new("RGB", (2, 1), "white").save(drawn, "PNG")
    png = base64.b64encode(drawn.getvalue()).decode()
    # 6,000 pixels a metre are 60 a centimetre and 60 × 2.54 = 152.4 an inch.
    made = base64.b64decode(workshop.pure("described", png, {"Title": "标题"}, 6000))
    with Image.open(io.BytesIO(made)) as image:
        image.load()
        assert image.text == {"Title": "标题"}
        assert image.info["dpi"] == pytest.approx((152.4, 152.4))
        assert image.size == (2, 1)
