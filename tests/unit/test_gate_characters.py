"""No character makes another figure, another month or another day of what was written."""

import pytest

from indicators.gate import characters, forms, periods
from indicators.gate.mistakes import Mistake
from tests.small_folder import refusal, replace, rows

JOBS = "observations/jobs.csv"

# Unicode calls each of these compatible with a digit; behind a figure it is the mark of a note.
MARKS = "①②⑨⑳²³¹⁰⁴₁₂⑴⑵⒈❶❷㈠㊀⓪🄂"


@pytest.mark.parametrize("mark", MARKS)
def test_a_footnote_mark_behind_a_figure_is_no_digit(mark):
    with pytest.raises(Mistake) as mistake:
        forms.number(f"5300{mark}")
    assert mistake.value.words()[0] == f"数字后有注释号“{mark}”，应填 5300，注释写进 note 列"


@pytest.mark.parametrize("text", ["①", "½", "5½", "٥", "५", "𝟓", "五", "Ⅴ", "㎏5", "5㎡"])
def test_what_only_resembles_a_digit_is_no_figure(text):
    with pytest.raises(ValueError):
        forms.number(text)


@pytest.mark.parametrize("mark", MARKS)
def test_a_footnote_mark_is_no_digit_of_a_date_a_period_or_a_code(mark):
    for read, text in [
        (periods.day, f"2021-03-1{mark}"),
        (periods.period, f"2021{mark}"),
        (forms.CODE.canonical, f"61090{mark}"),
    ]:
        with pytest.raises(ValueError):
            read(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("５３００．５", "5300.5"),
        ("－5.2", "-5.2"),
        ("−5.2", "-5.2"),
        ("﹣5.2", "-5.2"),
        ("+5.2", "5.2"),
        ("＋5.2", "5.2"),
        ("'5300", "5300"),
        (".5", "0.5"),
        ("-.5", "-0.5"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("53\u200b00", "5300"),
        ("\ufeff5300", "5300"),
        ("5300\u202c", "5300"),
        ("5300\u00a0", "5300"),
    ],
)
def test_a_figure_that_can_only_mean_one_number_is_read(text, number):
    assert forms.number(text) == number


# What stands in the cell of a figure and what its reader is told.
SLIPS = {
    "(5.2)": "括号表示负数时应写 -5.2",
    "（5.2）": "括号表示负数时应写 -5.2",
    "△3.2": "应去掉数字前的符号，下降写 -3.2，上升写 3.2",
    "5。2": "小数点应写作英文句点“.”",
    "53OO": "里有字母 O 或 l，应填数字 0 或 1",
    "5300户": "单位已写在指标里，应只填数字 5300",
    "5,300.0元": "单位已写在指标里，应只填数字 5,300.0",
    "1.5万": "数字后有“万、亿”等，应按指标的单位换算后只填数字",
    "约5300": "应只填数字，“约、近、余”等写进 note 列",
    "5300余": "应只填数字，“约、近、余”等写进 note 列",
    "5300-5400": "是一个范围，应填一个数",
    "5300[1]": "数字后有注释号，应填 5300，注释写进 note 列",
    "5,300 [1]": "数字后有注释号，应填 5,300，注释写进 note 列",
    "5300*": "数字后有注释号，应填 5300，注释写进 note 列",
    "6.5‰": "是千分数，应换算成百分数后只填数字",
    "无": "没有数的应留空或写“暂无”，是零请写 0",
    "#REF!": "公式有错，应在 Excel、WPS 中改好公式，或填数字",
    "#N/A": "公式有错，应在 Excel、WPS 中改好公式，或填数字",
    "########": "是列宽不够时显示的井号，应填数字",
    "=1+1": "是公式的文字，应填公式算出的数",
    "05300": "数字前多了 0",
    "5 300": "数字中间有空格，应连着写",
    "0.0000000000001": "小得不像是统计数，是零请写 0",
}


@pytest.mark.parametrize(("text", "words"), SLIPS.items(), ids=SLIPS)
def test_a_slip_that_is_well_known_says_what_to_write(text, words):
    with pytest.raises(Mistake) as mistake:
        forms.number(text)
    assert mistake.value.words()[0] == words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021/3/10 0:00", "2021-03-10"),
        ("2021/3/20 0:00", "2021-03-20"),
        ("2021-3-10 0:00", "2021-03-10"),
        ("2021/12/30 0:00:00", "2021-12-30"),
        ("2021-03-10 00:00:00.000", "2021-03-10"),
        ("2021/3/10T00:00", "2021-03-10"),
        ("2021/3/1 0:00", "2021-03-01"),
        ("2021年3月10日", "2021-03-10"),
    ],
)
def test_a_date_with_midnight_is_that_day(text, day):
    assert periods.day(text) == day


@pytest.mark.parametrize("text", ["2021/3/1 0", "2021/3/10 14:30", "2021/3/1 1:00", "2021-3 10"])
def test_a_date_with_another_time_is_not_guessed(text):
    with pytest.raises(ValueError):
        periods.day(text)


# Nine months, however they are written.
TO_DATE = [
    "2021年1-9月",
    "2021年1－9月",
    "2021年1～9月",
    "2021年1—9月",
    "2021年1——9月",
    "2021年1–9月",
    "2021年1至9月",
    "２０２１年１－９月",
    "2021年1-9月\u200b",
    "2021年前三季度\ufeff",
    "2021 年 1-9 月",
]


@pytest.mark.parametrize("text", TO_DATE)
def test_nine_months_are_those_up_to_september_however_they_are_written(text):
    assert periods.reading(text) == ("2021-09", True)


@pytest.mark.parametrize("coverage", ["month", "point", "year_to_date"])
def test_nine_months_are_no_month_and_no_point(folder, coverage):
    replace(folder, JOBS, "2021,year", f"2021年1－9月\u200b,{coverage}")
    if coverage == "year_to_date":
        assert rows(folder, "observations")[6]["time_period"] == "2021-09"
    else:
        said = [p.expected_zh for p in refusal(folder) if p.severity == "refused"]
        assert said == ["是年初以来的累计数，coverage 应填 year_to_date"]


def test_three_months_called_a_quarter_are_told_how_the_quarter_is_written(folder):
    replace(folder, JOBS, "2021,year", "2021年1-3月,quarter")
    assert [p.expected_zh for p in refusal(folder) if p.severity == "refused"] == [
        "是一季度的数应填 2021-Q1，是年初以来的累计数则 coverage 应填 year_to_date"
    ]


@pytest.mark.parametrize("written", ["51%", "51％", "51﹪", "51 %", "51%\u200b"])
def test_a_percent_sign_of_any_width_beside_another_unit_is_refused(folder, written):
    replace(folder, JOBS, ",5150,", f",{written},")
    assert [p.expected_zh for p in refusal(folder) if p.severity == "refused"] == [
        "单位是人，应填不带百分号的数字"
    ]


def test_what_nobody_sees_has_a_name():
    assert characters.shown("53\u200b00") == "53⟦零宽空格⟧00"
    assert characters.shown("53\u200b00", "en") == "53⟦zero-width space⟧00"
    assert characters.shown("\x00" * 300 + "a") == "⟦空字符×300⟧a"
    assert characters.shown("\u202c") == "⟦U+202C⟧"


def test_a_code_as_pandas_saves_it_is_that_code(folder):
    replace(folder, JOBS, "new_urban_jobs,610902,2021,", "new_urban_jobs,610902.0,2021.0,")
    row = rows(folder, "observations")[6]
    assert (row["ref_area"], row["time_period"]) == ("610902", "2021")
