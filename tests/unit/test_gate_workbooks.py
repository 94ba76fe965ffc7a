"""A workbook is read as the clerk sees it, and what cannot be seen is said."""

import io
import zipfile

import openpyxl
import pytest

from tests import workbooks
from tests.small_folder import checked, places, refusal, rows
from tests.workbooks import HEADER, ROW, figure, row, save, sheet, styles

NAME = "observations/office.xlsx"


@pytest.fixture
def office(folder):
    """The path of an office's workbook in a data folder."""
    return folder / NAME


def table(*more: str, **cells: str) -> str:
    return sheet(row(1, HEADER), row(2, ROW, **cells), *more)


def read(folder) -> tuple[list, list[str]]:
    """The figures that the office's workbook brings, and what is said of it."""
    found = checked(folder)
    said = [problem.sentence("zh").removeprefix(f"data/{NAME}") for problem in found.problems]
    if NAME in found.refused:
        return ["refused"], said
    figures = [
        (each["time_period"], each["obs_value"])
        for each in found.tables["observations"].to_pylist()
        if each["file"] == NAME
    ]
    return figures, said


# What is stored, its number format, what is read, and what is said.
SHOWN = {
    "a plain number": ("5300", "General", 5300.0, []),
    "0.1 + 0.2": ("0.30000000000000004", "General", 0.3, []),
    "thousands": ("5300", "#,##0", 5300.0, []),
    "money": ("5300", '"¥"#,##0.00', 5300.0, []),
    "an accountant's": ("5300", '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 5300.0, []),
    "a unit behind it": ("5300", '0"人"', 5300.0, []),
    "a per-cent sign that is only text": ("6", r"0\%", 6.0, []),
    "a blank as wide as a per-cent sign": ("6", "0_%_);(0_%)", 6.0, []),
    "coloured": ("5300", "[Red]0;[Blue]-0", 5300.0, []),
    "by a condition": ("5300", '[<1000]"few";0', 5300.0, []),
    "rounded": (
        "5.2375",
        "0.0",
        5.2375,
        [
            " 第2行“obs_value（数值）”列：填的是“5.2375”，"
            "显示为 5.2，保存的是 5.2375，已按保存的读入，请核对。"
        ],
    ),
    "hidden by the format": (
        "5300",
        ";;;",
        5300.0,
        [
            " 第2行“obs_value（数值）”列：填的是“5300”，"
            "被单元格格式隐藏，保存的是 5300，已按保存的读入，请核对。"
        ],
    ),
    "zero as a stroke": (
        "0",
        '0;-0;"—"',
        0.0,
        [" 第2行“obs_value（数值）”列：填的是“0”，显示为“—”，保存的是 0，已按保存的读入，请核对。"],
    ),
}


@pytest.mark.parametrize(("stored", "code", "value", "said"), SHOWN.values(), ids=SHOWN)
def test_a_number_is_read_as_its_format_shows_it(folder, office, stored, code, value, said):
    save(office, table(F=figure(stored)), style=styles(code))
    assert read(folder) == ([("2022", value)], said)


# 368,200 in formats that show another number.
SCALED = {
    "thousands": ("0.0,", "368.2"),
    "ten thousands": (r'0\.0,"万"', "36.8万"),
    "ten thousands, written with !": ('0!.0,"万"', "36.8万"),
    "millions": ('0.00,,"百万"', "0.37百万"),
}


@pytest.mark.parametrize(("code", "seen"), SCALED.values(), ids=SCALED)
def test_a_number_that_its_format_scales_is_refused_with_both(folder, office, code, seen):
    save(office, table(F=figure("368200")), style=styles(code))
    assert read(folder)[1] == [
        f" 第2行“obs_value（数值）”列：填的是“368200”，显示为 {seen}，保存的是 368200，"
        "应把单元格格式改为“常规”后核对。"
    ]


def test_per_cent_is_a_hundredfold_only_where_the_format_says_so(folder, office):
    share = ("forest_coverage_pct", "610902", "2022", "point", "", "", "A", "", "seed_article", "")
    save(office, sheet(row(1, HEADER), row(2, share, F=figure("0.065"))), style=styles("0.0%"))
    assert read(folder) == (
        [("2022", 6.5)],
        [" 第2行“obs_value（数值）”列：填的是“6.5%”，已识别为“6.5”。"],
    )


# Days count from 30 December 1899: 45444 is 1 June 2024, 45473 is 30 June 2024.
DATES = {
    "a year": ("45473", "yyyy", "point", "2024"),
    "a year in Chinese": ("45473", 'yyyy"年"', "point", "2024"),
    "a month": ("45444", "yyyy-mm", "month", "2024-06"),
    "a month of a later day": ("45473", 'yyyy"年"m"月"', "month", "2024-06"),
    "a red month": ("45444", "[Red]yyyy-mm", "month", "2024-06"),
    "an English month": ("45444", "mmm-yy", "month", "2024-06"),
    "a Chinese format": ("45444", '[$-804]yyyy"年"m"月";@', "month", "2024-06"),
    "a day": ("45473", "yyyy/m/d", "point", "2024-06-30"),
}


@pytest.mark.parametrize(("serial", "code", "coverage", "period"), DATES.values(), ids=DATES)
def test_a_date_is_read_as_its_format_shows_it(folder, office, serial, code, coverage, period):
    dated = (*ROW[:2], "", coverage, *ROW[4:8], "work_report_2025", "")
    cell = f'<c r="C2" s="1"><v>{serial}</v></c>'
    save(office, sheet(row(1, HEADER), row(2, dated, C=cell)), style=styles(code))
    assert read(folder) == ([(period, 5300.0)], [])


def test_a_workbook_may_count_its_days_from_1904(folder, office):
    dated = (*ROW[:2], "", "point", *ROW[4:8], "work_report_2025", "")
    cell = '<c r="C2" s="1"><v>44011</v></c>'  # 45473 − 1462
    save(
        office,
        sheet(row(1, HEADER), row(2, dated, C=cell)),
        style=styles("yyyy-m-d"),
        workbook='<workbookPr date1904="1"/>',
    )
    assert read(folder)[0] == [("2024-06-30", 5300.0)]


NO_RESULT = " 第2行“obs_value（数值）”列：公式没有保存结果，应在 Excel、WPS 中打开后保存，再放回。"


def test_a_formula_without_its_result_is_refused_and_not_missing(folder, office):
    save(office, table(F=figure("", formula="2610+2540")))
    assert read(folder) == (["refused"], [NO_RESULT])


def test_a_formula_with_its_result_is_that_number(folder, office):
    save(office, table(F=figure("5150", formula="2610+2540")))
    assert read(folder) == ([("2022", 5150.0)], [])


def test_a_formula_that_openpyxl_wrote_has_no_result_yet(folder, office):
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active.append([*ROW[:5], "=2610+2540", *ROW[6:]])
    book.save(office)
    assert read(folder) == (["refused"], [NO_RESULT])


def test_a_result_that_is_only_calculated_when_opened_is_no_result(folder, office):
    # XlsxWriter writes 0 for every result, and that all is to be calculated.
    zero = figure("0", formula="2610+2540")
    save(office, table(F=zero), workbook='<calcPr fullCalcOnLoad="1"/>')
    assert read(folder)[0] == ["refused"]
    assert "公式没有保存结果" in read(folder)[1][0]


def test_an_error_in_a_cell_is_an_error_of_its_formula(folder, office):
    save(office, table(F='<c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))
    assert read(folder)[1] == [
        " 第2行“obs_value（数值）”列：填的是“#DIV/0!”，"
        "公式有错，应在 Excel、WPS 中改好公式，或填数字。"
    ]


def test_the_first_sheet_in_sight_is_read_and_a_hidden_one_with_figures_is_named(folder, office):
    old = sheet(row(1, HEADER), row(2, (*ROW[:5], "1", *ROW[6:])))
    save(office, old, table(), names=("旧数", "2022年"), hidden=(0,))
    assert read(folder) == (
        [("2022", 5300.0)],
        ["：只读了工作表“2022年”，没有读“旧数”；各表的数应放在一张表里，或分成几个文件。"],
    )


def test_a_cover_sheet_is_passed_over_and_it_is_said_which_sheet_was_read(folder, office):
    cover = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>封面</t></is></c></row>')
    save(office, cover, table(), names=("封面", "数据"))
    assert read(folder) == ([("2022", 5300.0)], ["：已读工作表“数据”。"])


def test_a_sheet_a_quarter_is_not_passed_over_in_silence(folder, office):
    save(office, table(), table(), table(), names=("Q1", "Q2", "Q3"))
    assert read(folder)[1] == [
        "：只读了工作表“Q1”，没有读“Q2、Q3”；各表的数应放在一张表里，或分成几个文件。"
    ]


def test_another_sheet_with_numbers_is_named(folder, office):
    other = sheet('<row r="1"><c r="A1"><v>7</v></c></row>')
    save(office, table(), other, names=("数据", "草稿"))
    assert read(folder) == ([("2022", 5300.0)], ["：没有读工作表“草稿”。"])


def test_a_hidden_row_is_a_doubt(folder, office):
    later = row(3, (*ROW[:2], "2023", *ROW[3:]), 'hidden="1"')
    save(office, table(later))
    assert "：".join(read(folder)[1][:1]) == " 第3行：这一行被筛选或隐藏，仍已读入，请核对。"
    assert read(folder)[0] == [("2022", 5300.0), ("2023", 5300.0)]


def test_a_figure_that_is_struck_through_is_a_doubt(folder, office):
    save(office, table(F=figure("5300")), style=styles(font="<strike/>"))
    assert read(folder)[1] == [
        " 第2行“obs_value（数值）”列：填的是“5300”，加了删除线，仍已读入，请核对。"
    ]


def test_merged_cells_are_told_as_such(folder, office):
    below = row(3, ("", "", "2023", *ROW[3:]))
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>'
    save(office, sheet(row(1, HEADER), row(2, ROW), below, after=merged))
    assert read(folder)[1] == [
        " 第3行“indicator（指标）”列：共2格在合并单元格里，应取消合并、逐行填写。"
    ]


def test_a_table_may_begin_anywhere(folder, office):
    shifted = ("indicator", *HEADER[1:])
    letters = "CDEFGHIJKL"
    lines = [
        f'<row r="{number}">'
        + "".join(
            workbooks.text(f"{letter}{number}", cell)
            for letter, cell in zip(letters, cells, strict=True)
        )
        + "</row>"
        for number, cells in ((5, shifted), (6, ROW))
    ]
    save(office, sheet(*lines))
    assert read(folder) == ([("2022", 5300.0)], [])


def test_shared_strings_are_read_without_their_phonetic_guides(folder, office):
    strings = (
        f'<sst xmlns="{workbooks.MAIN}"><si><r><t>快</t></r><r><t>报</t></r>'
        "<rPh><t>kuàibào</t></rPh></si><si><t>一_x005F_x000D_二</t></si></sst>"
    )
    cells = [
        row(2, ROW, J='<c r="J2" t="s"><v>0</v></c>'),
        row(3, (*ROW[:2], "2019", "year", "", "5200", *ROW[6:]), J='<c r="J3" t="s"><v>1</v></c>'),
    ]
    save(office, sheet(row(1, HEADER), *cells), strings=strings)
    notes = [each["note"] for each in rows(folder, "observations") if each["file"] == NAME]
    assert notes == ["快报", "一_x000D_二"]


def test_a_control_character_of_a_shared_string_is_refused(folder, office):
    save(office, table(J='<c r="J2" t="str"><v>快_x0007_报</v></c>'))
    assert places(refusal(folder)) == [(NAME, 2, "note", "快⟦U+0007⟧报")]


def test_faults_that_concern_no_figure_keep_none_out(folder, office):
    external = (
        f'<Relationships xmlns="{workbooks.PACKAGE}"><Relationship Id="r1" '
        f'Type="{workbooks.OFFICE}/worksheet" Target="worksheets/s1.xml"/><Relationship Id="x" '
        f'Type="{workbooks.OFFICE}/externalLink" Target="externalLinks/gone.xml"/></Relationships>'
    )
    save(
        office,
        table(),
        style=styles().replace("<font/>", '<font><family val="34"/><color rgb="F00"/></font>'),
        **{"xl/_rels/workbook.xml.rels": external, "docProps/core.xml": "<not closed"},
    )
    assert read(folder) == ([("2022", 5300.0)], [])


def test_strict_open_xml_is_read_too(folder, office):
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    save(office, sheet(row(1, HEADER), row(2, ROW), namespace=strict))
    assert read(folder) == ([("2022", 5300.0)], [])


DAMAGED = "工作簿已损坏或没有复制完，应在 Excel、WPS 中打开并另存，或重新取得文件"
BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><worksheet/>'


@pytest.mark.parametrize(
    "content",
    [
        table()[:600],
        BOMB,
        table(F='<c r="F2" t="s"><v>99</v></c>'),
        table().replace("5300", "\x01"),
        table(F='<c r="F2" s="x"><v>1</v></c>'),
    ],
    ids=["cut", "entities", "no such string", "control character", "no such style"],
)
def test_a_damaged_sheet_is_a_sentence_and_no_crash(folder, office, content):
    save(office, content)
    assert [problem.expected_zh for problem in refusal(folder)] == [DAMAGED]


def _zip_with(name: str, content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr(name, content)
    return written.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
DISGUISED = {
    "nothing": (b"", "文件是空的（0 字节），没有复制完，应重新取得文件"),
    "a text": (b"indicator,ref_area\r\ngdp,610902\r\n", "其实是文本（CSV），应把扩展名改为 .csv"),
    "a web page": (
        b"<html><body><table>",
        "其实是网页（系统导出的“假 Excel”），应在 Excel、WPS 中另存为“Excel 工作簿（.xlsx）”",
    ),
    "an old workbook": (
        OLE,
        "其实是旧版工作簿（.xls），应在 Excel、WPS 中另存为“Excel 工作簿（.xlsx）”",
    ),
    "a password": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "工作簿有密码，应在 Excel、WPS 中去掉打开密码后另存",
    ),
    "another ZIP file": (
        _zip_with("word/document.xml", b"<x/>"),
        "这个 ZIP 文件不是 xlsx 工作簿，应放入工作簿本身",
    ),
    "half a ZIP file": (_zip_with("xl/workbook.xml", b"<x/>")[:60], DAMAGED),
}


@pytest.mark.parametrize(("content", "words"), DISGUISED.values(), ids=DISGUISED)
def test_what_is_no_workbook_is_told_what_it_is(folder, office, content, words):
    office.write_bytes(content)
    assert [problem.expected_zh for problem in refusal(folder)] == [words]


def test_a_workbook_of_charts_alone_has_no_table(folder, office):
    save(office, sheet())
    assert [problem.expected_zh for problem in refusal(folder)] == [
        "工作簿里没有表格，只有图表或空表，应换成有数据的工作簿"
    ]


TOO_LARGE = "工作簿展开后过大，应删去多余内容，或另存为“CSV UTF-8”"


def test_a_text_of_200_mb_in_a_small_file_is_not_unpacked_whole(folder, office):
    long = "<si><t>" + "长" * (64 << 20) + "</t></si>"  # 192 MB of UTF-8, 0.2 MB packed
    save(office, table(), strings=f'<sst xmlns="{workbooks.MAIN}">{long}</sst>')
    assert office.stat().st_size < 1 << 20
    assert [problem.expected_zh for problem in refusal(folder)] == [TOO_LARGE]


@pytest.mark.sweep
def test_more_elements_than_any_office_fills_are_too_many(folder, office):
    save(office, sheet(row(1, HEADER), "<row>" + "<c><v>1</v></c>" * 1_600_000 + "</row>"))
    assert [problem.expected_zh for problem in refusal(folder)] == [TOO_LARGE]


def test_cells_that_have_only_a_look_are_no_rows(folder, office):
    looks = "".join(
        f'<row r="{number}"><c r="A{number}" s="1"/><c r="XFD{number}" s="1"/></row>'
        for number in (3, 1_048_576)
    )
    save(office, table(looks))
    assert read(folder) == ([("2022", 5300.0)], [])
