"""Functions of the cards' script that need neither a page nor Plotly: words, legends, files.

Widths are those of a made-up pen: a Chinese sign is as wide as the size, any other half of it.
"""

import base64
import csv
import io
import itertools
import zipfile

import pytest
from PIL import Image

SIZE = 10  # a Chinese sign is 10 wide, a Latin one 5


@pytest.mark.parametrize(
    ("sentence", "head", "rest"),
    [
        ("2021年，全区新增5150人。", "2021年，全区新增5150人。", ""),
        ("2025年，增长4.6%，比上年回落0.8个点。", "2025年，增长4.6%", "比上年回落0.8个点。"),
        # A comma within brackets parts nothing, nor does one of a number.
        (
            "2025年，增长4.6%（初步数，不含高新区），回落。",
            "2025年，增长4.6%（初步数，不含高新区）",
            "回落。",
        ),
        ("In 2021, 10,553 were new, 3 more.", "In 2021, 10,553 were new", "3 more."),
        ("All is well.", "All is well.", ""),
    ],
)
def test_the_headline_is_the_first_clause_with_its_period(workshop, sentence, head, rest):
    assert workshop.pure("statement", sentence) == [head, rest]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # A number stays with what it counts, a closing mark with what it closes.
        ("2025年，汉滨区", ["2025年，", "汉", "滨", "区"]),
        ("《公报》等", ["《公", "报》", "等"]),
        ("New market entities", ["New", " ", "market", " ", "entities"]),
        ("增长4.6%（现价）", ["增", "长", "4.6%", "（现", "价）"]),
        # and its minus with its digits
        ("Province −5.9", ["Province", " ", "−5.9"]),
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
        ([box(0, 0, 40, 17)], [box(30, 0, 50, 90, point=1)], 1),  # words of no column over one
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


# A plot of 200 × 100 with a column of names at its right. A name of two signs is 26 wide and 15
# high, its place beside a point 9 from it.
ROOM = {"width": 200, "height": 100}
FREE: dict[str, list] = {"texts": [], "points": [], "joins": [], "breaks": []}


def at(x: float, y: float, value: str = "") -> dict:
    return {"x": x, "y": y, "value": value}


def mark_at(x: float, y: float) -> dict:
    return box(x - 4, y - 4, x + 4, y + 4)


def line(name: str, *points: dict, ends: bool = False, aside: bool = False) -> dict:
    joins = [list(pair) for pair in itertools.pairwise(points)]
    named = {"of": name, "lines": [name], "colour": "#000", "ends": ends, "aside": aside}
    return {"points": list(points), "joins": joins, "name": named, "colour": "#000"}


def names_of(workshop, lines: list[dict], **taken: list) -> dict[str, dict]:
    """Where the names of lines are written, with all their marks and joins in the way."""
    marks = [mark_at(p["x"], p["y"]) for one in lines for p in one["points"]]
    joins = [join for one in lines for join in one["joins"]]
    there = {**FREE, "points": marks, "joins": joins, **taken}
    made = workshop.pure("written", lines, there, ROOM)
    return {label["lines"][0]: label for label in made["labels"]} | {"aside": made["aside"]}


def test_a_name_stands_beside_its_point(workshop):
    written = names_of(workshop, [line("全国", at(50, 50))])
    assert (written["全国"]["x"], written["全国"]["y"], written["全国"]["anchor"]) == (
        59,
        50,
        "start",
    )
    assert written["全国"]["leader"] is False


def test_names_of_one_year_stand_in_the_order_of_its_values(workshop):
    # Ten apart, less than the 17 of a line of words.
    three = [line(name, at(50, 40 + 10 * n)) for n, name in enumerate(("汉滨", "安康", "全国"))]
    written = names_of(workshop, three)
    heights = [written[name]["y"] for name in ("汉滨", "安康", "全国") if name in written]
    assert heights == sorted(heights)
    column = [one | {"name": one["name"] | {"ends": True}} for one in three]
    written = names_of(workshop, column)
    # Pooled around the middle one at 50, 17 apart.
    assert [written[name]["y"] for name in ("汉滨", "安康", "全国")] == [33, 50, 67]


def test_a_leader_in_the_column_begins_beside_its_mark_and_leaves_its_neighbours_alone(workshop):
    three = [line(name, at(50, 40 + 4 * n), ends=True) for n, name in enumerate(("汉滨", "安康"))]
    written = names_of(workshop, three)
    # 6 from the middle of marks that are 4 to each side.
    assert [written[name]["leader"][0] for name in ("汉滨", "安康")] == [
        {"x": 56, "y": 40},
        {"x": 56, "y": 44},
    ]


def test_a_name_has_no_leader_over_another_line(workshop):
    early = line("早年", at(20, 90), at(40, 90), ends=True)
    # From (40, 90) to the column at 125 − 3 a line at the same height runs on between 50 and 100.
    late = line("全国", at(50, 90), at(100, 90), ends=True)
    written = names_of(workshop, [early, late])
    assert written["早年"]["leader"] is False
    assert written["全国"]["leader"][0] == {"x": 106, "y": 90}


def test_a_name_that_has_no_honest_place_goes_into_the_column(workshop):
    # Marks all around it, 16 apart: wherever its name stood it would cover one or lead over one.
    fence = [mark_at(x, y) for x in range(2, 200, 16) for y in range(2, 100, 16)]
    written = names_of(workshop, [line("全国", at(50, 50))], points=fence)
    assert written["aside"] == ["全国"]
    assert "全国" not in written


def test_a_name_never_stands_beyond_a_break(workshop):
    # Beside its point at 50 it would reach from 59 to 85, over the break at 60: so it stands above,
    # ending at 48, or at its left, ending at 41.
    written = names_of(workshop, [line("全国", at(50, 50))], breaks=[60])
    assert written["全国"]["anchor"] != "start"
    assert written["全国"]["x"] <= 50
    assert names_of(workshop, [line("全国", at(50, 50))], breaks=[48, 52])["aside"] == ["全国"]


def test_values_of_the_home_area_have_their_places_before_the_names_of_others(workshop):
    # The value 5.4 is 19.5 wide and goes to the right of its point, where the name would be too.
    home = line("汉滨", at(50, 50, "5.4"), at(150, 20), ends=True)
    other = line("安康", at(50, 54))
    written = names_of(workshop, [other, home], joins=[])
    assert written["5.4"]["x"] == 59
    assert written["安康"]["y"] != 54


def lines_of(width: float, **note: object) -> dict:
    """A chart of 2021 to 2025 whose line's name stands 236 pixels wide at its end."""
    name = {"name": "北县", "text": "北县 1,234.50（2024年）", "x": 2025, "showarrow": True}
    return {
        "data": [],
        "width": width,
        "left": 40,
        "layout": {
            "meta": {
                "years": [2021, 2025],
                "step": 1,
                "size": 13,
                "names": {"北县": ["北县 1,234.50（2024年）", "北县"]},
            },
            "margin": {"r": 236},
            "xaxis": {"dtick": 1, "range": [2020.4, 2025.6]},
            "annotations": [name | note],
        },
    }


def test_a_chart_that_has_room_stays_as_it_is_drawn(workshop):
    # 600 − 40 − 236 = 324 for the plot, more than 0.42 × 600 = 252.
    assert workshop.pure("changes", lines_of(600)) == [{}, {}]


def test_names_are_measured_and_then_shortened_where_they_leave_the_plot_too_little(workshop):
    # Five Chinese signs and 13 others: 13 × (5 + 13 ÷ 2) = 149.5 wide, with 20 beside it 170.
    # 400 − 40 − 170 = 190 is enough: 0.42 × 400 = 168. A year is 26 wide and has 36.5.
    assert workshop.pure("changes", lines_of(400)) == [{}, {"margin.r": 170}]
    # 320 − 40 − 170 = 110 is not: the name alone takes 2 × 13 + 20 = 46.
    assert workshop.pure("changes", lines_of(320)) == [
        {},
        {"margin.r": 46, "annotations[0].text": "北县"},
    ]
    # Turned sideways, a phone says all of it again; margins stay measured.
    turned = lines_of(600, text="北县")
    assert workshop.pure("changes", turned)[1]["annotations[0].text"] == "北县 1,234.50（2024年）"


def test_as_many_years_are_named_as_have_room(workshop):
    chart = lines_of(140)
    chart["layout"] |= {"annotations": [], "margin": {"r": 8}}
    # 140 − 40 − 8 = 92 for 5.2 years, 17.7 each; a year's name needs 26 + 8 = 34, so every second.
    assert workshop.pure("changes", chart) == [{}, {"xaxis.dtick": 2}]


@pytest.mark.parametrize(
    ("break_at", "asked", "said"),
    [
        # Six Chinese signs of 12 are 72, with 4 of air 76. A year is 552 ÷ 5.2 = 106 pixels.
        (2023.5, "left", {}),  # from 369 to 445, within 600
        (2025.5, "left", {"annotations[0].xanchor": "right"}),  # it would end at 657
        (2020.5, "right", {"annotations[0].xanchor": "left"}),  # it would begin at −25
    ],
)
def test_what_is_said_of_a_break_stays_on_the_chart(workshop, break_at, asked, said):
    note = {"text": "汉滨区不可比", "x": break_at, "xanchor": asked, "yref": "y domain"}
    chart = lines_of(600)
    chart["layout"] |= {"annotations": [note | {"font": {"size": 12}}], "margin": {"r": 8}}
    assert workshop.pure("changes", chart) == [{}, said]


def test_values_above_columns_are_as_small_as_their_places(workshop):
    column = {"type": "bar", "text": ["189.4", "179.5"], "textfont": {"size": 13}}
    chart = lines_of(200) | {"data": [column]}
    chart["layout"] |= {"annotations": [], "margin": {"r": 8}}
    # 200 − 40 − 8 = 152 for 5.2 years: 29 each, one of it air. “189.4” is 32.5 at 13, and 28 at 11.
    assert workshop.pure("changes", chart)[0] == {"textfont.size": 11}
