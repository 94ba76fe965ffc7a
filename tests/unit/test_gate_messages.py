"""One message for a whole cause, with the step to take."""

import os

import pytest

from indicators.gate.problems import Report, statement
from tests.small_folder import GOOD, checked, refusal, replace, rows

NAME = "observations/office.csv"
HEADER = GOOD["observations/jobs.csv"].splitlines()[0]
ROW = "new_urban_jobs,610902,2022,year,,5300,A,,work_report_2025,"


def write(folder, *lines: str, name: str = NAME, codec: str = "utf-8") -> None:
    (folder / name).write_bytes(("\r\n".join(lines) + "\r\n").encode(codec))


def told(folder) -> list[tuple]:
    """Line and words of what is refused in the office's file, which is all that is refused."""
    problems = [problem for problem in refusal(folder) if problem.severity == "refused"]
    assert {problem.file for problem in problems} == {NAME}
    return [(problem.line, problem.expected_zh) for problem in problems]


WIDE = (
    "是宽表（年份、月份或几种数排在列上），数据文件应每行一个数："
    "请在“数据与来源”的“导入表格”里转换，或下载模板填写"
)


@pytest.mark.parametrize(
    "lines",
    [
        ("指标,单位,2021年,2022年,2023年", "城镇新增就业,人,5150,5300,5400"),
        ("指标名称,1-1月,1-2月,1-3月", "城镇新增就业,400,800,1200"),
        ("指标,1月,2月,3月", "城镇新增就业,400,800,1200"),
        ("2022年主要指标", "指标,本月,1至本月累计,同比（%）", "城镇新增就业,400,800,4.5"),
        ("县区,2021,2022", "汉滨区,1,2"),
    ],
    ids=["years", "months to date", "months", "kinds", "areas"],
)
def test_a_wide_table_is_told_so_once(folder, lines):
    write(folder, *lines)
    assert told(folder) == [(1, WIDE)]


def test_a_title_above_the_header(folder):
    write(folder, "就业情况表", HEADER, ROW)
    assert told(folder) == [(1, "第一行应是列名，列名现在第2行：应删去上面的标题")]


def test_a_total_a_note_and_signatures_below_the_table_are_one_problem_each(folder):
    below = "像是表下的说明或落款，不是数据：应删去这一行，要保留的写进各行的 note 列"
    write(
        folder, HEADER, ROW, "合计,,,,,5300,,,,", "注：快报数", "填表人：张三,,,,审核人：李四,,,,,"
    )
    assert told(folder) == [
        (3, "是合计，不是一条数据：应删去这一行"),
        (4, below),
        (5, below),
    ]


def test_two_files_that_were_put_together(folder):
    write(folder, HEADER, ROW, f"\ufeff{HEADER}", ROW.replace("2022", "2023"))
    assert told(folder) == [(3, "又是列名，像是两个文件拼在一起：应删去这一行")]


def test_the_header_of_another_table(folder):
    write(folder, *GOOD["targets.csv"].splitlines())
    assert told(folder) == [
        (
            1,
            "是另一种表的列名，应放入 data/targets.csv；这个文件的列是 indicator, ref_area, "
            "time_period, coverage, breakdown, obs_value, obs_status, scope, source, note",
        )
    ]


def test_a_file_that_lacks_columns_is_told_which_and_is_sent_nowhere(folder):
    write(folder, "指标,地区,时间,数值", "城镇新增就业,汉滨区,2022,5300")
    assert told(folder) == [
        (
            1,
            "缺6列：coverage（时期类型）、breakdown（分组）、obs_status（状态）、scope（范围）、"
            "source（来源）、note（备注）；可下载模板",
        )
    ]


def test_a_table_without_notes_is_told_of_no_column_for_them(folder):
    (folder / "breakdowns.csv").write_text(
        f"{GOOD['breakdowns.csv']}注：快报数,,,,\n", encoding="utf-8"
    )
    (words,) = [p.expected_zh for p in refusal(folder) if p.file == "breakdowns.csv"]
    assert words == "像是表下的说明或落款，不是数据：应删去这一行"


def test_no_header_at_all(folder):
    write(folder, ROW)
    ((line, words),) = told(folder)
    assert line == 1
    assert words.startswith("第一行应是列名 indicator, ref_area, ")
    assert words.endswith("；可下载模板，把数据粘贴到列名下面")


def test_many_strange_columns_are_one_problem(folder):
    strange = ",".join(f"c{number}" for number in range(16_374))
    write(folder, f"{HEADER},{strange}")
    ((line, words),) = told(folder)
    assert words.startswith("这些（共16,374列）不是这个文件的列，应删去；这个文件的列是 ")


def test_many_lines_of_one_cause_are_twenty_and_a_count(folder):
    lines = [ROW.replace("2022", str(year)).replace("5300", "1.5万") for year in range(1950, 2020)]
    write(folder, HEADER, *lines)
    assert [line for line, _ in told(folder)] == [*range(2, 22), None]
    assert refusal(folder)[-1].sentence("zh") == (
        f"data/{NAME}“obs_value（数值）”列：另有50处，没有逐一列出："
        "数字后有“万、亿”等，应按指标的单位换算后只填数字。"
    )
    assert refusal(folder)[-1].sentence("en") == (
        f"data/{NAME}, column “obs_value (value)”: 50 more, which are not listed: "
        "expected a number alone, in the unit of the indicator, without 万 or 亿."
    )


def test_a_code_that_many_lines_have_is_told_once_with_how_many(folder):
    years = range(2015, 2022)
    lines = [ROW.replace("2022", str(year)).replace("report_2025", "report") for year in years]
    write(folder, HEADER, *lines, ROW.replace("report_2025", "repord"))
    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        f"data/{NAME} 第2行“source（来源）”列：填的是“work_report”，"
        "应填 data/sources.csv 里有的代码，相近的是 work_report_2025，共7处。",
        f"data/{NAME} 第9行“source（来源）”列：填的是“work_repord”，"
        "应填 data/sources.csv 里有的代码，相近的是 work_report_2025。",
    ]
    assert refusal(folder)[0].sentence("en") == (
        f"data/{NAME}, line 2, column “source”: found “work_report”, expected a code from "
        "data/sources.csv; the nearest is work_report_2025, in 7 places."
    )


def test_codes_that_are_not_listed_are_counted_place_by_place(folder):
    # 25 codes that nobody knows, each in the lines of two years: 20 of them are listed.
    lines = [
        ROW.replace("2022", str(year)).replace("work_report_2025", f"paper_{code}")
        for code in range(25)
        for year in (2021, 2022)
    ]
    write(folder, HEADER, *lines)
    problems = [problem for problem in refusal(folder) if problem.column == "source"]
    assert [problem.places for problem in problems] == [*[2] * 20, 10]
    assert problems[-1].advice("zh").startswith("另有10处，没有逐一列出：")


def test_many_lines_of_one_cause_leave_room_for_another_cause(folder):
    lines = [ROW.replace("2022", f"2{n:03}").replace("5300", "1.5万") for n in range(1100)]
    write(folder, HEADER, *lines, ROW.replace(",A,", ",预告,"))
    assert (1102, "应填 A（公布数）、P（初步数）、E（推算数） 之一") in told(folder)


def test_one_cause_that_is_told_part_by_part_is_twenty_and_one_count():
    report = Report()
    for part in ([*range(15)], [*range(15, 25)], [*range(25, 10_025)]):
        report.add_each(
            NAME, "refused", part, lambda n: statement(NAME, "重复", "twice", n), cause="twice"
        )
    report.add_each(
        NAME, "refused", [7], lambda n: statement(NAME, "别的", "another", n), cause="another"
    )
    said = [(p.line, p.more) for p in report.problems()]
    # 15 + 10 + 10,000 = 10,025 of one cause: 20 and 10,005 more; and the 7 of another one.
    assert said == [
        *((n, 0) for n in range(8)),
        (7, 0),
        *((n, 0) for n in range(8, 20)),
        (None, 10_005),
    ]


def test_two_causes_in_one_column_are_both_listed(folder):
    lines = [ROW.replace("2022", str(year)).replace("5300", "约5300") for year in range(1950, 1990)]
    write(folder, HEADER, *lines, ROW.replace("5300", "(5.2)"))
    assert (42, "括号表示负数时应写 -5.2") in told(folder)


def test_a_blank_in_an_empty_line_does_not_make_it_a_row(folder):
    write(folder, HEADER, ROW, " ,,,,,,,,,", "\u3000", ROW.replace("2022", "2023"))
    assert [row["line"] for row in rows(folder, "observations") if row["file"] == NAME] == [2, 5]


def test_a_long_text_is_refused_the_quick_way_and_the_careful_way(folder):
    for end in ("", "\n\n"):
        long = f"{ROW}{'长' * 20_001}"
        (folder / NAME).write_text(f"{HEADER}\n{long}\n{end}", encoding="utf-8")
        assert told(folder) == [(2, "过长，一格最多 2 万字")]


RUBBISH = "按 GB18030 读出来是乱码，编码可能是 Big5（繁体）、日文或别的"


# A right sentence for what is no text, or not in the encoding that it seems to be in.
@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("快报".encode("utf-16-le"), "编码像是 UTF-16 而没有标记"),
        ("快报".encode("utf-32"), "编码是 UTF-32"),
        ("漢濱區統計快報".encode("big5"), RUBBISH),
        ("統計速報のデータ".encode("shift-jis"), RUBBISH),
        ("José Peña".encode("cp1252"), "文件编码无法识别（不是 UTF-8 或 GB18030），或者文件不完整"),
    ],
    ids=["UTF-16 without mark", "UTF-32", "Big5", "Shift-JIS", "Windows-1252"],
)  # fmt: skip
def test_another_encoding_is_named_and_never_read_as_rubbish(folder, note, words):
    codec = {"编码像是 UTF-16 而没有标记": "utf-16-le", "编码是 UTF-32": "utf-32"}.get(
        words, "ascii"
    )
    written = f"{HEADER}\r\n{ROW}".encode(codec)
    (folder / NAME).write_bytes(written + note.removeprefix("".encode(codec)))
    assert [said for _, said in told(folder)] == [f"{words}，应在 Excel、WPS 中另存为“CSV UTF-8”"]


def test_lines_of_utf_8_below_lines_of_gbk_are_named(folder):
    gbk = f"{HEADER}\r\n{ROW}城镇新增就业\r\n".encode("gbk")
    (folder / NAME).write_bytes(gbk + f"{ROW.replace('2022', '2023')}原文\r\n".encode())
    assert told(folder) == [
        (
            3,
            "这一行是 UTF-8 编码，别的行是 GB18030，像是两个文件拼在一起，"
            "应在 Excel、WPS 中另存为“CSV UTF-8”",
        )
    ]


@pytest.mark.parametrize(
    "note", ["Café", "Cafe\u0301", "Xiʼan", "محمد", "Тула", "São Tomé", "naïve"]
)
def test_foreign_letters_in_utf_8_stay_what_they_are(folder, note):
    write(folder, HEADER, ROW + note)
    notes = [row["note"] for row in rows(folder, "observations") if row["file"] == NAME]
    assert notes == [note]


@pytest.mark.parametrize("word", ["童装", "小学", "快报", "䶮镇𠮷村", "岚皋"])
def test_a_few_chinese_words_in_gb18030_are_read(folder, word):
    write(folder, HEADER, ROW + word, codec="gb18030")
    notes = [row["note"] for row in rows(folder, "observations") if row["file"] == NAME]
    assert notes == [word]


@pytest.mark.parametrize("content", [b"\0" * 4096, b"\0" * 300])
def test_a_file_that_a_power_cut_filled_with_zeros_is_called_damaged(folder, content):
    (folder / NAME).write_bytes(f"{HEADER}\r\n{ROW}\r\n".encode() + content)
    assert told(folder) == [
        (3, "从这一行起是空字符（NUL），文件可能因断电损坏，应换用备份或重新保存")
    ]


def test_the_end_mark_of_old_programs_is_dropped_and_reported(folder):
    (folder / NAME).write_bytes(f"{HEADER}\r\n{ROW}\r\n".encode() + b"\x1a")
    found = checked(folder)
    assert [(p.severity, p.expected_zh) for p in found.problems] == [
        ("normalised", "文件末尾的结束符（Ctrl-Z）没有读入")
    ]


def test_two_byte_order_marks_are_dropped(folder):
    (folder / NAME).write_bytes(f"\ufeff\ufeff{HEADER}\r\n{ROW}\r\n".encode())
    assert [row["line"] for row in rows(folder, "observations") if row["file"] == NAME] == [2]


# What lies in the place of a file, and what is said.
def _pipe(path):
    os.mkfifo(path)


def _folder(path):
    path.mkdir()


def _link_to_a_device(path):
    path.symlink_to("/dev/zero")


def _link_to_nothing(path):
    path.symlink_to(path.with_name("gone.csv"))


def _link_elsewhere(path):
    path.symlink_to("/etc/passwd")


@pytest.mark.parametrize(
    ("lay", "words"),
    [
        (_pipe, "不是普通文件，不能读"),
        (_folder, "是文件夹，应是文件"),
        (_link_to_a_device, "是指向别处的链接，应放入文件本身"),
        (_link_to_nothing, "链接指向的文件不存在，应放入文件本身"),
        (_link_elsewhere, "是指向别处的链接，应放入文件本身"),
    ],
)
def test_what_is_no_plain_file_is_refused_at_once_and_not_quoted(folder, lay, words):
    lay(folder / NAME)
    assert told(folder) == [(None, words)]
    assert [problem.found for problem in refusal(folder)] == [""]


def test_a_link_within_the_folder_is_followed_as_mounted_volumes_have_them(folder):
    write(folder, HEADER, ROW, name="observations/.office")
    (folder / NAME).symlink_to(".office")
    assert [row["line"] for row in rows(folder, "observations") if row["file"] == NAME] == [2]


@pytest.mark.parametrize("copy", ["jobs - 副本.csv", "jobs(1).csv", "复件 jobs.csv", "zjobs.csv"])
def test_the_copy_of_a_file_is_refused_and_not_the_file(folder, copy):
    (folder / "observations" / copy).write_text(GOOD["observations/jobs.csv"], encoding="utf-8")
    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        f"data/observations/{copy}："
        "整个文件的6行在 data/observations/jobs.csv 里都有，应是副本：请删去这个文件。"
    ]


# A file, and what is said of it.
STRAY = {
    "orders.csv": "是台账，没有读：应放在 data/orders/ 里",
    "民情订单台账.xlsx": "是台账，没有读：应放在 data/orders/ 里",
    "就业2024.csv": "没有这个名字的表，没有读：各部门的数应放在 data/observations/ 里",
    "sources - 副本.csv": "像是 data/sources.csv 的副本，没有读：应删去",
    "observations/2024/jobs.csv": "没有读这个文件夹里的文件，应直接放在 data/observations/ 里",
    "observations/trial.xlsb": "不支持 .xlsb 格式，应另存为 xlsx 工作簿或“CSV UTF-8”文件",
    "observations/trial.dbf": "不支持 .dbf 格式，应另存为 xlsx 工作簿或“CSV UTF-8”文件",
    "observations/trial.et": "不支持 .et 格式，应另存为 xlsx 工作簿或“CSV UTF-8”文件",
    "observations/trial.csv.txt": "文件名应改为 trial.csv，去掉多余的“.txt”",
}


@pytest.mark.parametrize(("name", "words"), STRAY.items(), ids=STRAY)
def test_a_file_that_is_not_read_is_named(folder, name, words):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    assert [(p.file, p.expected_zh) for p in refusal(folder)] == [(name, words)]


@pytest.mark.parametrize(
    ("name", "codec", "between"),
    [("office.txt", "utf-16", "\t"), ("office.tsv", "utf-8", "\t"), ("OFFICE.CSV", "gbk", ",")],
)
def test_other_names_of_texts_are_read(folder, name, codec, between):
    text = f"{HEADER}\r\n{ROW}\r\n".replace(",", between)
    (folder / "observations" / name).write_bytes(text.encode(codec))
    figures = [row["obs_value"] for row in rows(folder, "observations") if name in row["file"]]
    assert figures == [5300.0]


def test_a_name_in_the_bytes_of_gbk_stops_nothing(folder):
    name = os.fsencode(folder / "observations") + b"/\xbe\xcd\xd2\xb5.csv"
    with open(name, "wb") as content:
        content.write(f"{HEADER}\n{ROW}\n".encode())
    assert len(rows(folder, "observations")) == 12


def test_excel_errors_are_told_as_such(folder):
    replace(folder, "observations/jobs.csv", ",5150,", ",#DIV/0!,")
    assert [p.expected_zh for p in refusal(folder)] == [
        "公式有错，应在 Excel、WPS 中改好公式，或填数字"
    ]


def test_a_file_that_is_cut_within_a_character(folder):
    (folder / NAME).write_bytes(f"{HEADER}\r\n{ROW}快报数".encode("gbk")[:-1])
    assert told(folder) == [(None, "文件末尾断在一个字的中间，没有复制完，应重新取得文件")]


def test_two_encodings_in_one_file_are_told_with_a_line_of_each(folder):
    rows = [f"{ROW}快报", f"{ROW.replace('2022', '2023')}初步数"]
    in_gbk, in_utf8 = rows[0].encode("gbk"), rows[1].encode()
    (folder / NAME).write_bytes(b"\n".join([HEADER.encode(), in_gbk, in_utf8, b""]))
    said = "这一行不是 UTF-8 编码，而第3行是，像是两个文件拼在一起：应分别另存后再合并"
    assert told(folder) == [(2, said)]


def test_a_line_with_more_cells_says_which_is_too_many(folder):
    write(folder, HEADER, f"{ROW},,√", ROW.replace("2022", "2023")[:-2])
    assert told(folder) == [
        (
            2,
            "这一行应有10格，现有12格：应删去多出的（第12格）；"
            "如果是一格里有逗号，整格应加英文引号",
        ),
        (3, "这一行应有10格，现有9格：没有数的格也应留着逗号"),
    ]
