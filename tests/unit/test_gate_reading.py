"""How office programs save their files makes no difference, and the report says how they were read."""

# ruff: noqa: E501  (a line of CSV is as long as it is)

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.small_folder import GOOD, checked, places, refusal, replace, rows

JOBS = "observations/jobs.csv"


def said(folder: Path, language: str = "zh") -> list[str]:
    """What the gate says about files that it lets in."""
    found = checked(folder)
    assert not found.refused
    return [problem.sentence(language) for problem in found.problems]


@pytest.mark.parametrize(
    ("codec", "sentence"),
    [
        ("utf-8-sig", None),
        ("gb18030", "data/sources.csv：编码是 GB18030，已照此读入。"),
        ("gbk", "data/sources.csv：编码是 GB18030，已照此读入。"),
        ("utf-16", "data/sources.csv：编码是 UTF-16，已照此读入。"),
    ],
)
def test_a_file_says_the_same_in_every_encoding_of_the_ladder(folder, codec, sentence):
    expected = rows(folder, "sources")
    (folder / "sources.csv").write_bytes(GOOD["sources.csv"].encode(codec))

    assert rows(folder, "sources") == expected
    assert said(folder) == ([sentence] if sentence else [])


def test_utf_16_of_either_byte_order_is_known_by_its_mark(folder):
    expected = rows(folder, "sources")
    (folder / "sources.csv").write_bytes(b"\xfe\xff" + GOOD["sources.csv"].encode("utf-16-be"))

    assert rows(folder, "sources") == expected


def test_two_bytes_of_gbk_that_are_also_utf_8_are_read_as_chinese(folder):
    # 童装 in GBK is CD AF D7 B0: in UTF-8 a combining letter and a Yiddish one.
    text = GOOD["breakdowns.csv"].replace("人工造林", "童装")
    (folder / "breakdowns.csv").write_bytes(text.encode("gbk"))

    assert rows(folder, "breakdowns")[0]["name_zh"] == "童装"


def test_signs_that_utf_8_writes_with_two_bytes_stay_utf_8(folder):
    text = GOOD["breakdowns.csv"].replace("人工造林", "n×m·é").replace("Planting", "Café ± α")
    (folder / "breakdowns.csv").write_text(text, encoding="utf-8")

    assert rows(folder, "breakdowns")[0]["name_zh"] == "n×m·é"
    assert said(folder) == []


def test_one_broken_byte_does_not_turn_utf_8_into_rubbish(folder):
    # 汉 is E6 B1 89: without its last byte the rest would also be GB18030, of other words.
    good = GOOD["sources.csv"].encode()
    (folder / "sources.csv").write_bytes(
        good.replace("汉滨".encode(), b"\xe6\xb1" + "滨".encode(), 1)
    )

    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        "data/sources.csv 第3行：填的是“0xE6”，"
        "文件编码无法识别（不是 UTF-8 或 GB18030），或者文件不完整，应在 Excel、WPS 中另存为“CSV UTF-8”。"
    ]


def test_bytes_that_are_no_text_are_refused_with_their_line(folder):
    (folder / "sources.csv").write_bytes(GOOD["sources.csv"].encode() + b"a\xff\xff,\x80\n")

    assert [(p.file, p.line, p.found) for p in refusal(folder)] == [("sources.csv", 4, "0xFF")]


@pytest.mark.parametrize(
    ("delimiter", "zh", "en"),
    [
        (";", "各列以分号分隔，已照此读入", "read as columns between semicolons"),
        ("\t", "各列以制表符分隔，已照此读入", "read as columns between tabs"),
        ("，", "各列以全角逗号分隔，已照此读入", "read as columns between full-width commas"),
    ],
)
def test_other_separators_are_recognised_and_reported(folder, delimiter, zh, en):
    expected = rows(folder, "sectors")
    text = GOOD["sectors.csv"].replace(",", delimiter)
    (folder / "sectors.csv").write_text(text, encoding="utf-8", newline="")

    assert rows(folder, "sectors") == expected
    assert said(folder, "zh") == [f"data/sectors.csv：{zh}。"]
    assert said(folder, "en") == [f"data/sectors.csv: {en}."]


def test_commas_quotes_and_breaks_within_quotes_belong_to_the_cell(folder):
    replace(folder, JOBS, "快报", '"快报，其中""五上""72, 80\n户"')

    assert rows(folder, "observations")[7]["note"] == '快报，其中"五上"72, 80 户'
    assert said(folder) == [
        "data/observations/jobs.csv 第3行“note（备注）”列："
        '填的是“快报，其中"五上"72, 80\n户”，已识别为“快报，其中"五上"72, 80 户”。'
    ]


def test_empty_columns_that_a_spreadsheet_leaves_at_the_end_are_passed_over(folder):
    expected = rows(folder, "sectors")
    lines = GOOD["sectors.csv"].splitlines()
    # The header with two empty columns, one row with one, one with none.
    (folder / "sectors.csv").write_text(
        f"{lines[0]},,\n{lines[1]},\n{lines[2]}\n", encoding="utf-8"
    )
    assert rows(folder, "sectors") == expected


# What stands in the cell, the value that is read, and the words of the report.
NUMBERS = {
    '"1,234.5"': (1234.5, "填的是“1,234.5”，已识别为“1234.5”。"),
    '"1,234,567"': (1234567.0, "填的是“1,234,567”，已识别为“1234567”。"),
    '"1，234"': (1234.0, "填的是“1，234”，已识别为“1234”。"),
    "５１５０": (5150.0, "填的是“５１５０”，已识别为“5150”。"),
    " 5150": (5150.0, "填的是“ 5150”，已识别为“5150”。"),
    "5150\u3000": (5150.0, "填的是“5150\u3000”，已识别为“5150”。"),
    "−3": (-3.0, "填的是“−3”，已识别为“-3”。"),
    "-": (None, "填的是“-”，视为缺失。"),
    "—": (None, "填的是“—”，视为缺失。"),
    "…": (None, "填的是“…”，视为缺失。"),
    "暂无": (None, "填的是“暂无”，视为缺失。"),
    "N/A": (None, "填的是“N/A”，视为缺失。"),
    " ": (None, "填的是“ ”，视为缺失。"),
}


@pytest.mark.parametrize(("written", "read"), NUMBERS.items(), ids=NUMBERS)
def test_a_number_is_read_where_it_can_only_mean_one_thing(folder, written, read):
    replace(folder, JOBS, ",-87,", f",{written},")  # a balance, which may be negative

    assert rows(folder, "observations")[10]["obs_value"] == read[0]
    assert said(folder) == [f"data/observations/jobs.csv 第6行“obs_value（数值）”列：{read[1]}"]


@pytest.mark.parametrize("written", ["70%", "70 %", "70％"])
def test_a_percent_sign_is_read_where_the_unit_is_per_cent(folder, written):
    replace(folder, "observations/ecology.csv", ",70,", f",{written},")

    assert rows(folder, "observations")[0]["obs_value"] == 70
    assert said(folder) == [
        f"data/observations/ecology.csv 第2行“obs_value（数值）”列：填的是“{written}”，已识别为“70”。"
    ]


def test_a_percent_sign_beside_another_unit_is_refused(folder):
    replace(folder, JOBS, ",5150,", ",51%,")

    assert [
        problem.sentence("zh") for problem in refusal(folder) if problem.severity == "refused"
    ] == [
        "data/observations/jobs.csv 第2行“obs_value（数值）”列："
        "填的是“51%”，单位是人，应填不带百分号的数字。"
    ]


# What stands there with which coverage, and the period that is read.
PERIODS = [
    ("2021年", "year", "2021"),
    ("２０２１", "year", "2021"),
    ("2021年度", "year", "2021"),
    ("2021Q1", "quarter", "2021-Q1"),
    ("2021年一季度", "quarter", "2021-Q1"),
    ("2021年第四季度", "quarter", "2021-Q4"),
    ("2021年3季度", "quarter", "2021-Q3"),
    ("2021-3", "month", "2021-03"),
    ("2021/03", "month", "2021-03"),
    ("2021年3月", "month", "2021-03"),
    ("2021年3月份", "year_to_date", "2021-03"),
    ("2021年1-3月", "year_to_date", "2021-03"),
    ("2021年1—11月", "year_to_date", "2021-11"),
    ("2021年1～11月", "year_to_date", "2021-11"),
    ("2021年1月至9月", "year_to_date", "2021-09"),
    ("2021年上半年", "year_to_date", "2021-06"),
    ("2021年前三季度", "year_to_date", "2021-09"),
    ("2020年11月1日", "point", "2020-11-01"),
    ("2020/11/1", "point", "2020-11-01"),
    ("2020/11/1 0:00", "point", "2020-11-01"),
    ("2020年 11月", "point", "2020-11"),
]


@pytest.mark.parametrize(("written", "coverage", "read"), PERIODS)
def test_a_period_is_read_in_the_forms_of_bulletins_and_spreadsheets(
    folder, written, coverage, read
):
    replace(folder, JOBS, "2021,year", f"{written},{coverage}")

    assert rows(folder, "observations")[6]["time_period"] == read
    assert said(folder) == [
        f"data/observations/jobs.csv 第2行“time_period（时间）”列：填的是“{written}”，已识别为“{read}”。"
    ]


@pytest.mark.parametrize(
    ("written", "coverage", "expected"),
    [
        ("2021年1-3月", "month", "是年初以来的累计数，coverage 应填 year_to_date"),
        ("2021年上半年", "point", "是年初以来的累计数，coverage 应填 year_to_date"),
        ("2021年3月", "quarter", "coverage（时期类型）为 quarter（单季）时应填 2021-Q3 这样的时间"),
        ("Mar-21", "month", "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间"),
        ("2021.10", "month", "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间"),
        ("2021年2-3月", "year_to_date", "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间"),
        ("2021-02-29", "point", "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间"),
        ("去年", "year", "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间"),
        ("—", "year", "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间"),
    ],
)
def test_a_period_that_may_mean_something_else_is_refused(folder, written, coverage, expected):
    replace(folder, JOBS, "2021,year", f"{written},{coverage}")

    refused = [problem for problem in refusal(folder) if problem.severity == "refused"]
    assert [(p.line, p.column, p.found, p.expected_zh) for p in refused] == [
        (2, "time_period", written, expected)
    ]


def test_blanks_and_characters_that_nobody_sees_are_dropped_and_reported(folder):
    replace(folder, "sectors.csv", "就业创业", " 就业\u200b创业 ")
    replace(folder, "sectors.csv", "ecology,", "ecology\u00a0,")

    assert [row["name_zh"] for row in rows(folder, "sectors")] == ["就业创业", "生态环境"]
    assert said(folder) == [
        "data/sectors.csv 第2行“name_zh（名称）”列：填的是“ 就业⟦零宽空格⟧创业 ”，已识别为“就业创业”。",
        "data/sectors.csv 第3行“sector（领域）”列：填的是“ecology\u00a0”，已识别为“ecology”。",
    ]


def test_a_control_character_is_refused(folder):
    replace(folder, "sectors.csv", "就业创业", "就业\x00创业")
    assert places(refusal(folder)) == [("sectors.csv", 2, "name_zh", "就业⟦空字符⟧创业")]


def test_two_writings_of_one_key_are_a_repetition(folder):
    replace(folder, "targets.csv", "5000,work_report_2025,\n",
            "5000,work_report_2025,\nnew_urban_jobs,610902,2025年,5100,seed_article,\n")  # fmt: skip

    refused = [p for p in refusal(folder) if p.severity == "refused"]
    assert places(tuple(refused)) == [("targets.csv", 3, None, "new_urban_jobs,610902,2025")]


def test_titles_above_the_header_are_one_problem(folder):
    title = "汉滨区领域代码表,,,\n填报单位：统计局,,,\n"
    (folder / "sectors.csv").write_text(title + GOOD["sectors.csv"], encoding="utf-8")

    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        "data/sectors.csv 第1行：填的是“汉滨区领域代码表”，"
        "第一行应是列名，列名现在第3行：应删去上面的标题。"
    ]


@pytest.fixture
def workbook(folder):
    """Writes rows into the first sheet of areas.xlsx, in the place of areas.csv."""

    def write(table: str, cells: list[list], formats: dict[str, str] | None = None) -> Path:
        (folder / f"{table}.csv").unlink()
        book = openpyxl.Workbook()
        for row in cells:
            book.active.append(row)
        for place, number_format in (formats or {}).items():
            book.active[place].number_format = number_format
        book.create_sheet("说明").append(["second sheet"])
        book.save(folder / f"{table}.xlsx")
        return folder

    return write


def test_a_workbook_is_read_like_a_csv(workbook):
    folder = workbook(
        "sectors",
        [
            ["sector", "name_zh", "name_en", "position"],
            ["jobs", "就业创业", "Jobs", 1],
            [None, None, None, None],
            ["ecology", "生态环境", "Ecology", 2.0],
        ],
    )
    assert rows(folder, "sectors") == [
        {"sector": "jobs", "name_zh": "就业创业", "name_en": "Jobs", "position": 1,
         "file": "sectors.xlsx", "line": 2},
        {"sector": "ecology", "name_zh": "生态环境", "name_en": "Ecology", "position": 2,
         "file": "sectors.xlsx", "line": 4},
    ]  # fmt: skip


def test_a_cell_of_a_workbook_is_read_as_it_is_shown(workbook):
    folder = workbook(
        "observations/jobs",
        [
            ["indicator", "ref_area", "time_period", "coverage", "breakdown", "obs_value",
             "obs_status", "scope", "source", "note"],
            # 0.1 + 0.2 is 0.30000000000000004 for a computer and 0.3 on the sheet.
            ["industry_profit", 610902, 2021, "year", None, 0.1 + 0.2, "A", None, "seed_article", None],
            # 0.045 in a cell that shows per cent is 4.5%.
            ["new_urban_jobs_growth_pct", 610902, 2024, "year", None, 0.045, "A", None, "work_report_2025", None],
            # 1 March in a cell that shows the month is the month.
            ["new_urban_jobs", 610902, date(2021, 3, 1), "month", None, 480, "A", None, "seed_article", None],
            ["tea_area", 610902, date(2021, 3, 1), "point", None, 21, "A", None, "seed_article", None],
        ],
        {"F3": "0.0%", "C4": 'yyyy"年"m"月"', "C5": "yyyy/m/d"},
    )  # fmt: skip
    (folder / "observations" / "ecology.csv").unlink()

    assert [(row["time_period"], row["obs_value"]) for row in rows(folder, "observations")] == [
        ("2021", 0.3),
        ("2024", 4.5),
        ("2021-03", 480.0),
        ("2021-03-01", 21.0),
    ]


def test_a_wrong_cell_of_a_workbook_is_named_by_its_row(workbook):
    folder = workbook(
        "breakdowns",
        [["breakdown", "dimension", "part_of", "name_zh", "name_en"],
         ["planting", "林业", None, "人工造林", "Planting"]],
    )  # fmt: skip
    assert places(refusal(folder)) == [("breakdowns.xlsx", 2, "dimension", "林业")]


def test_a_table_is_kept_in_one_file(workbook):
    folder = workbook("sectors", [["sector", "name_zh", "name_en", "position"]])
    (folder / "sectors.csv").write_text(GOOD["sectors.csv"], encoding="utf-8")

    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        "data/sectors.xlsx：应只留一个，sectors.csv 已有。"
    ]


@pytest.mark.parametrize("name", ["jobs.xls", "jobs.et", "jobs.ods"])
def test_workbooks_of_other_kinds_are_told_how_to_be_saved(folder, name):
    (folder / "observations" / name).write_bytes(b"\xd0\xcf\x11\xe0")

    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        f"data/observations/{name}：不支持 {Path(name).suffix} 格式，应另存为 xlsx 工作簿或“CSV UTF-8”文件。"
    ]


def test_of_thousands_of_wrong_cells_the_first_are_listed_and_the_rest_counted(folder):
    line = "new_urban_jobs,610902,{},month,,约500,A,,seed_article,\n"
    months = [f"{year}-{month:02}" for year in range(1910, 2026) for month in range(1, 13)]
    with (folder / JOBS).open("a", encoding="utf-8") as jobs:
        jobs.writelines(line.format(month) for month in months)

    problems = refusal(folder)
    assert len(months) == 1392  # of which 20 are listed
    assert [problem.line for problem in problems] == [*range(8, 28), None]
    assert problems[-1].sentence("zh") == (
        "data/observations/jobs.csv“obs_value（数值）”列："
        "另有1,372处，没有逐一列出：应只填数字，“约、近、余”等写进 note 列。"
    )
