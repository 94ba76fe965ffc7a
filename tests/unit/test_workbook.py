"""The workbook that is taken away, as a spreadsheet opens it, and what it is not made of."""

import io
import json

import openpyxl
import pytest

from indicators.takeaway.files.request import BadRequest, TooLarge, book
from indicators.takeaway.files.workbook import Note, Sheet, sheet_names, workbook

TABLE = {
    "columns": [{"key": "year", "header": "年份"}, {"key": "value", "header": "完成投资（亿元）"}],
    "rows": [[2020, None], [2021, 158.6], [2022, [1081, "1,081.0"]], [2023, [-4.25, "−4.25"]]],
}
REQUEST = {"sheets": [{"title": "投资", "table": TABLE}], "notes": [], "title": "说明"}


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def sent(**changes: object) -> bytes:
    return json.dumps(REQUEST | changes, ensure_ascii=False).encode()


def test_a_sheet_has_the_head_and_the_figures_of_its_table():
    sheet = opened(book(sent()))["投资"]
    assert list(sheet.values) == [
        ("年份", "完成投资（亿元）"),
        (2020, None),
        (2021, 158.6),
        (2022, 1081),
        (2023, -4.25),
    ]
    assert [cell.number_format for cell in sheet["A"]][1:] == ["0", "0", "0", "0"]
    assert [cell.number_format for cell in sheet["B"]][2:] == ["#,##0.0", "#,##0.0", "#,##0.00"]
    assert sheet["A1"].font.b and sheet["A1"].alignment.wrap_text
    assert {sheet[at].font.name for at in ("A1", "B3", "A2")} == {"Microsoft YaHei"}
    assert sheet.freeze_panes == "A2"


def test_columns_are_as_wide_as_what_stands_in_them():
    # 完成投资（亿元）: eight signs of two digits, and three of air = 19; 年份: 2 × 2 + 3 = 7.
    sheet = opened(book(sent()))["投资"]
    widths = [sheet.column_dimensions[column].width for column in "AB"]
    assert widths == pytest.approx([7, 19], abs=0.8)


def test_a_published_figure_is_in_its_cell_with_every_digit():
    figures = [12.345678, 123456789.123456, 0.000012345, 123456789012345]
    sheet = Sheet("数", [("value", "数")], [[figure] for figure in figures])
    cells = opened(workbook([sheet], [], "说明"))["数"]["A"][1:]
    assert [cell.value for cell in cells] == figures
    assert [cell.number_format for cell in cells] == [
        "#,##0.000000",
        "#,##0.000000",
        "#,##0.000000000",
        "#,##0",
    ]


def test_a_text_stays_a_text_whatever_it_looks_like():
    texts = ["=1+1", "@sum", "00123", "https://a.cn", "2021-11", "<b>&amp;"]
    sheet = Sheet("文", [("name", "名称")], [[text] for text in texts])
    cells = opened(workbook([sheet], [], "说明"))["文"]["A"][1:]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in texts]
    assert [cell.hyperlink for cell in cells] == [None] * 6


def test_notes_stand_in_the_last_sheet_with_links_that_an_address_may_hold():
    notes = [
        Note("资料", "1. 公报", 'https://a.cn/%20?b=1&c="2"'),
        Note("", "2. 年鉴", "http://汉滨.cn/年鉴"),
        Note("", "3. 文件", "file:///c:/secret"),
        Note("", "4. 脚本", "javascript:alert(1)"),
        Note("", "5. 长", "https://a.cn/" + "长" * 700),  # 9 signs each as a code: 6,313
    ]
    sheet = opened(workbook([], notes, "说明"))["说明"]
    assert [row[0].value for row in sheet.rows] == ["资料", None, None, None, None]
    assert [row[2].value for row in sheet.rows] == [note.url for note in notes]
    assert {
        row[2].coordinate: row[2].hyperlink.target for row in sheet.rows if row[2].hyperlink
    } == {
        "C1": "https://a.cn/%20?b=1&c=%222%22",
        "C2": "http://%E6%B1%89%E6%BB%A8.cn/%E5%B9%B4%E9%89%B4",
    }


def test_a_sheet_is_printed_on_the_width_of_a_page_lying_where_it_is_wide():
    wide = Sheet("宽", [(str(n), "很长的一个列名") for n in range(5)], [])  # 5 × (14 + 3) = 85
    narrow = Sheet("窄", [(str(n), "很长的一个列名") for n in range(4)], [])  # 4 × 17 = 68
    for sheet in (sheets := opened(workbook([wide, narrow], [], "说明"))):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
    orientations = [sheet.page_setup.orientation for sheet in sheets]
    assert orientations == ["landscape", "portrait", "landscape"]


def test_sheets_have_names_that_excel_allows_and_none_twice():
    long = "区级重点项目完成投资与年度计划投资及其完成情况的逐年比较表（一）"  # 32 signs
    assert sheet_names(["a/b:c", "A/B/C", "[1]", "'", "", long, long, "𠮷" * 20]) == [
        "abc",
        "ABC 2",
        "1",
        "4",
        "5",
        long[:31],
        f"{long[:29]} 2",
        "𠮷" * 15,  # each is two units of UTF-16
    ]


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        (b"{", "not JSON in UTF-8"),
        (b"\xff", "not JSON in UTF-8"),
        (b"[" * 100_000, "not JSON in UTF-8"),
        (b"[]", "an object with sheets, notes, title is wanted"),
        (b'{"sheets": [], "notes": []}', "an object with sheets, notes, title is wanted"),
        (sent(sheets={}), "a list is wanted"),
        (sent(sheets=[{"title": "投资"}]), "an object with title, table is wanted"),
        (sent(sheets=[{"title": 1, "table": TABLE}]), "a text of at most 32767 signs is wanted"),
        (sent(title="长" * 32_768), "a text of at most 32767 signs is wanted"),
        (b'{"sheets": [], "notes": [], "title": "\\ud800"}', "half a sign stands in a text"),
        (sent(notes=[["资料"]]), "a note is a label, a text and perhaps an address"),
        (sent(notes=[["a", "b", "c", "d"]]), "more than 3 in a list"),
    ],
)
def test_what_is_no_workbook_is_refused_with_the_reason(request_, reason):
    with pytest.raises(BadRequest, match=f"^{reason}$"):
        book(request_)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("true", "a cell is a text, a figure or null"),
        ("{}", "a cell is a text, a figure or null"),
        ("[1]", "a cell is a text, a figure or null"),
        ('["1", "1"]', "a cell is a text, a figure or null"),
        ("NaN", "not JSON in UTF-8"),
        ("1e999", "a figure is larger than a spreadsheet's"),
        ("1" + "0" * 400, "a figure is larger than a spreadsheet's"),
        ("1, 2", "a row has other cells than there are columns"),
    ],
)
def test_a_cell_is_a_text_a_figure_or_nothing(cell, reason):
    table = f'{{"columns": [{{"key": "v", "header": "数"}}], "rows": [[{cell}]]}}'
    request = f'{{"sheets": [{{"title": "t", "table": {table}}}], "notes": [], "title": "n"}}'
    with pytest.raises(BadRequest, match=f"^{reason}$"):
        book(request.encode())


def test_what_is_larger_than_a_page_is_refused():
    with pytest.raises(TooLarge, match="more than 4000000 bytes"):
        book(b" " * 4_000_001)
    wide = {"columns": [{"key": "v", "header": "数"}] * 200, "rows": [[1] * 200] * 1000}
    with pytest.raises(TooLarge, match="more than 200000 cells"):
        book(sent(sheets=[{"title": "t", "table": wide}]))
    with pytest.raises(TooLarge, match="more than 100 in a list"):
        book(sent(sheets=[{"title": "t", "table": TABLE}] * 101))
