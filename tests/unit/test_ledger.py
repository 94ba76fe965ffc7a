"""A ledger is read as it is written, or every wrong cell of it is named; the rest goes on."""

import io
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow
import pytest
from openpyxl import Workbook

from indicators import ledger, warehouse
from indicators.ledger import checking
from indicators.warehouse import queries
from tests import orders

DATA = Path(__file__).resolve().parents[2] / "data"
AS_TEXT = "raised_on::varchar, dispatched_on::varchar, due_on::varchar, completed_on::varchar"
HEADER = (
    "order_id,tier,sector,town,title,raised_on,dispatched_on,due_on,completed_on,satisfaction\n"
)
GOOD = "1,team_members,health,建民,修路,2021-03-01,2021-03-02,2021-03-31,2021-03-20,5\n"


@pytest.fixture(scope="module")
def labels() -> dict[str, pyarrow.Table]:
    connection = warehouse.open_folder(DATA)
    return {t: connection.sql(f"from {t}").to_arrow_table() for t in ("sectors", "breakdowns")}


@pytest.fixture
def checked(tmp_path, labels) -> Callable[..., tuple]:
    """checked("…", …) → what is said of these files, and the connection to what they hold."""

    opened: list[duckdb.DuckDBPyConnection] = []

    def check(*texts: str, raw: bytes | None = None, name: str = "1.csv") -> tuple:
        files = {f"orders/{n}.csv": (HEADER + text).encode() for n, text in enumerate(texts, 1)}
        if raw is not None:
            files[f"orders/{name}"] = raw
        for number, content in enumerate(files.values()):
            (tmp_path / str(number)).write_bytes(content)
        paths = {name: tmp_path / str(number) for number, name in enumerate(files)}
        database = tmp_path / "ledger.duckdb"
        for connection in opened:
            connection.close()
        database.unlink(missing_ok=True)
        opened[:] = [duckdb.connect(str(database))]
        return ledger.check(paths, labels, opened[0]), opened[0]

    return check


@pytest.fixture
def rows(checked) -> Callable[..., list[tuple]]:
    """rows("…", columns="town") → these columns of the items, by number; nothing is refused."""

    def read(*texts: str, columns: str, **more: object) -> list[tuple]:
        problems, connection = checked(*texts, **more)
        assert [p.sentence("zh") for p in problems if p.severity == "refused"] == []
        return connection.execute(f"select {columns} from orders order by order_id").fetchall()

    return read


@pytest.fixture
def said(checked) -> Callable[..., list[str]]:
    """said("…") → what is said of these files, in Chinese."""

    def say(*texts: str, **more: object) -> list[str]:
        return [problem.sentence("zh") for problem in checked(*texts, **more)[0]]

    return say


def test_an_item_is_kept_as_it_is_written(rows):
    days = "raised_on, dispatched_on, due_on, completed_on, known_until"
    kept = rows(GOOD, columns=f"* exclude ({days})")
    assert kept == [
        # … satisfaction, year raised, month closed, days to close (1 to 20 March), file, line
        ("1", "team_members", "health", "建民", "修路", 5, 2021, "2021-03", 19, "orders/1.csv", 2)
    ]
    assert rows(GOOD, columns=AS_TEXT) == [("2021-03-01", "2021-03-02", "2021-03-31", "2021-03-20")]
    assert rows(GOOD, columns="known_until::varchar") == [("2021-03-20",)]


def test_dates_as_offices_write_them_are_normalised_and_names_become_codes(rows):
    item = "1,班子成员,卫生健康,建民,修路,2021/3/5,2021年3月5日,2021/03/31,2021年12月20日,\n"
    assert rows(item, columns=AS_TEXT) == [("2021-03-05", "2021-03-05", "2021-03-31", "2021-12-20")]
    assert rows(item, columns="tier, sector, satisfaction") == [("team_members", "health", None)]


def test_quotes_and_commas_in_a_title_are_kept_and_a_line_break_is_a_blank(rows):
    item = '1,team_members,health,建民,"修""路"", 东段\n西段",2021-03-01,,,,\n'
    assert rows(item, columns="title, completed_on") == [('修"路", 东段 西段', None)]


def test_columns_may_stand_in_another_order_and_several_files_make_one_ledger(rows):
    names = HEADER.strip().split(",")
    cells = GOOD.strip().replace("1,", "2,", 1).split(",")
    turned = ",".join(names[::-1]) + "\n" + ",".join(cells[::-1]) + "\n"
    raw = ("\ufeff" + turned).encode()
    assert rows(GOOD, columns="order_id, town, file", raw=raw, name="z.csv") == [
        ("1", "建民", "orders/1.csv"),
        ("2", "建民", "orders/z.csv"),
    ]


def test_blank_lines_are_passed_over(rows):
    assert rows("\n,,,,,,,,,\n" + GOOD + "\n", columns="order_id, line") == [("1", 4)]


BROKEN = {
    "completed before raised": (
        "1,team_members,health,建民,修路,2021-03-05,,,2021-03-04,\n",
        "data/orders/1.csv 第2行“completed_on（办结日期）”列：填的是“2021-03-04”，"
        "办结日期不应早于提出日期。",
    ),
    "dispatched before raised": (
        "1,team_members,health,建民,修路,2021-03-05,2021-03-04,,,\n",
        "data/orders/1.csv 第2行“dispatched_on（派单日期）”列：填的是“2021-03-04”，"
        "派单日期不应早于提出日期。",
    ),
    "due before raised": (
        "1,team_members,health,建民,修路,2021-03-05,,2021-03-04,,\n",
        "data/orders/1.csv 第2行“due_on（办理时限）”列：填的是“2021-03-04”，"
        "办理时限不应早于提出日期。",
    ),
    "unknown tier": (
        "1,team_member,health,建民,修路,2021-03-05,,,,\n",
        "data/orders/1.csv 第2行“tier（层级）”列：填的是“team_member”，"
        "应填层级的代码或名称，相近的是 team_members。",
    ),
    "unknown sector": (
        "1,team_members,卫生,建民,修路,2021-03-05,,,,\n",
        "data/orders/1.csv 第2行“sector（领域）”列：填的是“卫生”，"
        "应填领域的代码或名称，相近的是 卫生健康。",
    ),
    "satisfaction of 6": (
        "1,team_members,health,建民,修路,2021-03-05,,,,6\n",
        "data/orders/1.csv 第2行“satisfaction（满意度）”列：填的是“6”，"
        "应填 1 到 5 的整数，5 最满意，没有评价的留空。",
    ),
    "satisfaction of 4.5": (
        "1,team_members,health,建民,修路,2021-03-05,,,,4.5\n",
        "data/orders/1.csv 第2行“satisfaction（满意度）”列：填的是“4.5”，"
        "应填 1 到 5 的整数，5 最满意，没有评价的留空。",
    ),
    "a day that is not in the calendar": (
        "1,team_members,health,建民,修路,2021-02-30,,,,\n",
        "data/orders/1.csv 第2行“raised_on（提出日期）”列：填的是“2021-02-30”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "day and month in the other order": (
        "1,team_members,health,建民,修路,05/03/2021,,,,\n",
        "data/orders/1.csv 第2行“raised_on（提出日期）”列：填的是“05/03/2021”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "infinity": (
        "1,team_members,health,建民,修路,2021-03-05,,,infinity,\n",
        "data/orders/1.csv 第2行“completed_on（办结日期）”列：填的是“infinity”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "no day of raising": (
        "1,team_members,health,建民,修路,,,,,\n",
        "data/orders/1.csv 第2行“raised_on（提出日期）”列：没有填，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "no town": (
        "1,team_members,health,,修路,2021-03-05,,,,\n",
        "data/orders/1.csv 第2行“town（承办镇街）”列：没有填，应填承办镇（街道）。",
    ),
    "no number": (
        ",team_members,health,建民,修路,2021-03-05,,,,\n",
        "data/orders/1.csv 第2行“order_id（编号）”列：没有填，应填事项编号。",
    ),
    "the same number twice": (
        GOOD + GOOD.replace("修路", "修桥"),
        "data/orders/1.csv 第3行“order_id（编号）”列：填的是“1”，"
        "与 data/orders/1.csv 第2行的编号重复。",
    ),
    "a mistake after a title with a line break": (
        GOOD.replace("修路", '"修\n路"') + "2,team_members,health,建民,修桥,2021-13-01,,,,\n",
        "data/orders/1.csv 第4行“raised_on（提出日期）”列：填的是“2021-13-01”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "a cell too many": (
        GOOD + "2,team_members,health,建民,修桥,东段,2021-03-05,,,,5\n",
        "data/orders/1.csv 第3行：填的是“2,team_members,health,建民,修桥,东段,2021-03-05,,,,5”，"
        "这一行应有10格，现有11格：应删去多出的（第11格）；如果是一格里有逗号，整格应加英文引号。",
    ),
    "a cell too few": (
        GOOD + "2,team_members\n",
        "data/orders/1.csv 第3行：填的是“2,team_members”，"
        "这一行应有10格，现有2格：没有数的格也应留着逗号。",
    ),
    "a quotation mark that is never closed": (
        GOOD + '2,team_members,health,建民,"修桥,2021-03-05,,,,\n',
        'data/orders/1.csv 第3行：填的是“2,team_members,health,建民,"修桥,2021-03-05,,,,”，'
        "引号应成对，把有逗号、引号或换行的整格括起来，格内的引号写两遍。",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_wrong_cell_is_named_with_file_line_and_column(checked, case):
    text, sentence = BROKEN[case]
    refused = [p.sentence("zh") for p in checked(text)[0] if p.severity == "refused"]
    assert refused == [sentence]


def test_the_same_number_in_two_files_names_both(said):
    other = GOOD.replace("1,", "2,", 1)
    assert said(GOOD, GOOD + other) == [
        "data/orders/2.csv 第2行“order_id（编号）”列：填的是“1”，"
        "与 data/orders/1.csv 第2行的编号重复。"
    ]


def test_all_problems_of_all_files_are_told_at_once(checked):
    problems, _ = checked(
        "1,team_members,health,建民,修路,2021-03-05,,,2021-03-04,6\n",
        "2,nobody,health,建民,修桥,2021-03-05,,,,\n",
    )
    assert [(p.file, p.line, p.column) for p in problems] == [
        ("orders/1.csv", 2, "satisfaction"),
        ("orders/1.csv", 2, "completed_on"),
        ("orders/2.csv", 2, "tier"),
    ]


def test_of_very_many_problems_the_first_are_told_and_all_are_counted(checked):
    wrong = "{},team_members,health,建民,修路,2021-03-05,,,,9\n"
    problems, _ = checked("".join(wrong.format(number) for number in range(300)))
    # 20 of a cause are listed, and one line says that there are 300 - 20 = 280 more.
    assert (len(problems), problems[-1].more) == (21, 280)


def test_a_column_that_is_missing_or_misspelt_is_named(said):
    text = HEADER.replace("due_on", "due-on") + GOOD
    assert said(raw=text.encode()) == [
        "data/orders/1.csv 第1行“due_on（办理时限）”列：没有找到，应有这一列。",
        "data/orders/1.csv 第1行“due-on”列：填的是“due-on”，列名应写作 due_on。",
    ]


def test_a_wrong_cell_of_a_file_in_gb18030_is_quoted_right(said):
    raw = (HEADER + GOOD).replace("2021-03-01", "三月一日", 1).encode("gb18030")
    assert any("填的是“三月一日”" in sentence for sentence in said(raw=raw))


def test_what_is_no_text_is_refused(said):
    assert "文件编码无法识别" in said(raw=b"order_id\xff\xff\n")[0]


FORMS = {
    "GB18030": ("1.csv", lambda text: text.encode("gb18030")),
    "UTF-16, as Excel's Unicode text": ("1.txt", lambda t: t.replace(",", "\t").encode("utf-16")),
    "semicolons": ("1.csv", lambda text: text.replace(",", ";").encode()),
    "tabs": ("1.tsv", lambda text: text.replace(",", "\t").encode()),
    "empty columns at the end": ("1.csv", lambda text: text.replace("\n", ",,\n").encode()),
    "lines of an old Mac": ("1.csv", lambda text: text.replace("\n", "\r").encode()),
    "Chinese column names": (
        "1.csv",
        lambda text: text.replace(
            HEADER,
            "编号,层级,领域,承办镇办,事项名称,点单日期,派单日期,限办日期,办结日期,满意度\n",
        ).encode(),
    ),
    "a workbook": ("1.xlsx", lambda text: workbook(text)),
}


def workbook(text: str) -> bytes:
    book = Workbook()
    for line in text.splitlines():
        book.active.append(line.split(","))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_a_ledger_is_read_in_every_form_that_figures_are_read_in(rows, form):
    name, made = FORMS[form]
    found = rows(raw=made(HEADER + GOOD), name=name, columns=f"order_id, town, {AS_TEXT}")
    assert found == [("1", "建民", "2021-03-01", "2021-03-02", "2021-03-31", "2021-03-20")]


REFUSED = {
    "an old workbook": ("1.xls", b"\xd0\xcf\x11\xe0", "应另存为 xlsx 工作簿"),
    "a title above the header": ("1.csv", f"台账\n{HEADER}{GOOD}".encode(), "应删去上面的标题"),
    "a folder within": ("2024/1.csv", (HEADER + GOOD).encode(), "应直接放在 data/orders/ 里"),
    "signatures below": ("1.csv", f"{HEADER}{GOOD}填表人：张三,,,,,,,,,\n".encode(), "说明或落款"),
    "words for numbers": (
        "1.csv",
        (HEADER + GOOD.replace(",5\n", ",非常满意\n")).encode(),
        "5 最满意",
    ),
    "a number that Excel rounded": (
        "1.csv",
        (HEADER + GOOD.replace("1,", "6.10902E+11,", 1)).encode(),
        "科学计数法，位数可能已经丢了",
    ),
    "a day of the year 22": (
        "1.csv",
        (HEADER + GOOD.replace("2021-03-01", "0022-03-01")).encode(),
        "应填日期",
    ),
    "a town of one blank": (
        "1.csv",
        (HEADER + GOOD.replace("建民", "\u3000")).encode(),
        "应填承办镇（街道）",
    ),
    "a character that ends a text in C": (
        "1.csv",
        (HEADER + GOOD.replace("修路", "修\0路")).encode(),
        "控制字符",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_right_is_refused_with_the_step_to_take(checked, case):
    name, raw, words = REFUSED[case]
    problems, _ = checked(raw=raw, name=name)
    assert [words in p.sentence("zh") for p in problems if p.severity == "refused"] == [True]


def test_writings_of_a_town_that_look_alike_are_one_town(rows):
    # Twice as it is; with an ideographic space, a zero-width space, and a blank in its midst.
    towns = ["张滩镇", "张滩镇", "张滩镇\u3000", "张滩\u200b镇", "张 滩镇"]
    items = [f"{n},team_members,health,{t},修路,2021-03-01,,,,\n" for n, t in enumerate(towns)]
    assert rows("".join(items), columns="town") == [("张滩镇",)] * 5


def test_capitals_and_width_tell_no_two_towns_apart_and_the_usual_writing_stays(rows):
    towns = ["East Town", "East  Town", "EAST TOWN", "Ｅａｓｔ Town"]
    items = [f"{n},team_members,health,{t},修路,2021-03-01,,,,\n" for n, t in enumerate(towns)]
    assert rows("".join(items), columns="town") == [("East Town",)] * 4


@pytest.mark.parametrize("number", ["HB-001 ", "ＨＢ-001", "hb-001", "HB\u200b-001", "HB -001"])
def test_writings_of_a_number_that_look_alike_are_one_item_twice(checked, number):
    again = GOOD.replace("1,", f"{number},", 1)
    problems, _ = checked(GOOD.replace("1,", "HB-001,", 1) + again)
    assert [(p.line, p.expected_zh) for p in problems if p.severity == "refused"] == [
        (3, "与 data/orders/1.csv 第2行的编号重复")
    ]


def test_a_copy_of_a_file_is_named_as_one(said):
    assert said(GOOD, GOOD) == [
        "data/orders/2.csv：整个文件的1项在 data/orders/1.csv 里都有，应是副本：请删去这个文件。"
    ]


def test_a_time_of_the_clock_is_no_part_of_the_day(rows):
    item = "1,team_members,health,建民,修路,2021/3/5 14:30,,,,\n"
    assert rows(item, columns="raised_on::varchar") == [("2021-03-05",)]


DOUBTS = {
    "completed before it was dispatched": (
        "2021-03-01,2021-03-20,,2021-03-10,",
        ("completed_on", "2021-03-10", "办结早于派单，请核对"),
    ),
    "an answer about what is open": (
        "2021-03-01,,,,4",
        ("satisfaction", "4", "还没有办结就有评价，请核对"),
    ),
    "completed in 2062": (
        "2021-03-01,,,2062-03-10,",
        ("completed_on", "2062-03-10", "晚于今天，请核对年份；不影响统计截止日"),
    ),
    "dispatched in 2062": (
        "2021-03-01,2062-03-10,,,",
        ("dispatched_on", "2062-03-10", "晚于今天，请核对年份；不影响统计截止日"),
    ),
    "raised in 2062": (
        "2062-03-01,,,,",
        (
            "raised_on",
            "2062-03-01",
            "晚于今天或早于 2000 年，请核对年份；这一项不影响统计截止日",
        ),
    ),
    "due in 9999": (
        "2021-03-01,,9999-12-31,,",
        ("due_on", "9999-12-31", "比提出日期晚十年以上，请核对；没有办理时限的应留空"),
    ),
}


@pytest.mark.parametrize("case", DOUBTS)
def test_what_looks_wrong_is_let_in_with_a_doubt(checked, case):
    days, doubt = DOUBTS[case]
    problems, connection = checked(f"1,team_members,health,建民,修路,{days}\n")
    assert [(p.severity, p.column, p.found, p.expected_zh) for p in problems] == [
        ("warning", *doubt)
    ]
    assert connection.execute("select count(*) from orders").fetchall() == [(1,)]


def test_a_slip_in_the_year_moves_neither_the_day_of_reference_nor_the_years(checked, tmp_path):
    good = "1,team_members,health,建民,修路,2021-03-01,,,2021-03-20,\n"
    late = "2,team_members,health,建民,修路,2022-05-01,,,2062-05-03,\n"
    later = "3,team_members,health,建民,修路,2062-05-01,,,,\n"
    early = "4,team_members,health,建民,修路,1921-05-01,,,2021-03-20,\n"
    checked(good + late + later + early)[1].close()
    with ledger.connect(tmp_path / "ledger.duckdb") as connection:
        facts = queries.run(connection, "order_ledger").iloc[0]
        assert ledger.years(connection) == (2021, 2022)
    # The latest day that can be is 1 May 2022, on which the second item was raised.
    assert (facts["first_year"], facts["last_year"], str(facts["last_day"])) == (
        2021,
        2022,
        "2022-05-01",
    )


PRIVATE = {
    "an identity card": ("联系610902199001011234反映", "联系***反映"),
    "an identity card with X": ("联系61090219900101123X反映", "联系***反映"),
    "a telephone": ("张某13800138000要求修路", "张某***要求修路"),
    "a telephone in groups": ("张某138 0013 8000要求修路", "张某***要求修路"),
    "a telephone of an office": ("电话0915-3212345", "电话***"),
    "a telephone in full width": ("张某１３８００１３８０００要求修路", "张某***要求修路"),
    "a bank card": ("打入6222021001112345678", "打入***"),
    "a bank card in groups": ("打入6222 0210 0111 2345 678", "打入***"),
}


@pytest.mark.parametrize("case", PRIVATE)
def test_a_number_of_a_person_is_hidden_and_doubted(checked, case):
    title, hidden = PRIVATE[case]
    problems, connection = checked(GOOD.replace("修路", title))
    assert connection.execute("select title from orders").fetchall() == [(hidden,)]
    assert [(p.severity, p.column, p.found) for p in problems] == [("warning", "title", hidden)]


@pytest.mark.parametrize(
    "title", ["2021-03-01至2021-03-31修路", "国道316线K2021+300", "安汉发〔2021〕12号"]
)
def test_other_numbers_in_a_title_stay(checked, title):
    problems, connection = checked(GOOD.replace("修路", title))
    assert connection.execute("select title from orders").fetchall() == [(title,)]
    assert problems == ()


def test_a_number_of_a_person_is_hidden_in_what_is_said_of_a_whole_line(said):
    line = "2,team_members,health,建民,13800138000,2021-03-01\n"
    (sentence,) = said(GOOD + line)
    assert "填的是“2,team_members,health,建民,***,2021-03-01”" in sentence


def test_a_long_plain_file_is_read_as_a_short_one_is(checked, monkeypatch):
    texts = GOOD + GOOD.replace("1,", "B2,", 1).replace("2021-03-20,5", ",")
    rows_of = "select * exclude (line) from orders order by order_id"
    carefully = checked(texts)[1].execute(rows_of).fetchall()
    monkeypatch.setattr(checking, "LONG", 0)
    problems, connection = checked(texts)
    assert connection.execute(rows_of).fetchall() == carefully
    assert connection.execute("select line from orders").fetchall() == [(None,), (None,)]
    assert problems == ()


def test_what_is_not_plain_in_a_long_file_is_told_as_of_a_short_one(checked, said, monkeypatch):
    texts = [text for text, _ in BROKEN.values()]
    texts += [GOOD.replace("修路", title) for title, _ in PRIVATE.values()]
    texts += [f"1,team_members,health,建民,修路,{days}\n" for days, _ in DOUBTS.values()]
    texts += ["\n" + GOOD, GOOD + GOOD.replace("1,", "2,", 1).replace("建民", "建 民")]
    carefully = [said(text) for text in texts]
    monkeypatch.setattr(checking, "LONG", 0)
    assert [said(text) for text in texts] == carefully


def test_a_long_file_that_is_read_in_parts_is_told_as_one(checked, monkeypatch):
    town = [GOOD.replace("1,", f"{n},", 1).replace("建民", "建 民") for n in range(1, 30)]
    wrong = [GOOD.replace("1,", f"{n},", 1).replace(",5\n", ",6\n") for n in range(30, 60)]
    blank, total = ",,,,,,,,,\n", "合计,,,,,,,,,\n"
    text = "".join([*town, GOOD.replace("1,", "A1,", 1), blank, *wrong, total])
    rows_of = "select order_id, town, line from placed order by line"
    problems, connection = checked(text)
    carefully = (problems, connection.execute(rows_of).fetchall())
    monkeypatch.setattr(checking, "LONG", 0)
    monkeypatch.setattr(checking, "PART", 7)
    problems, connection = checked(text)
    assert (problems, connection.execute(rows_of).fetchall()) == carefully
    # 29 towns are one reading; of 30 wrong answers 20 are listed, and 10 more; one is a total.
    assert [(p.line, p.times, p.more) for p in problems if p.column == "town"] == [(2, 29, 0)]
    assert [p.more for p in problems if p.column == "satisfaction"] == [*[0] * 20, 10]


def test_a_reading_tells_nobodys_number(said):
    assert (
        "data/orders/1.csv 第2行“title（标题）”列：填的是“ ***的路 ”，已识别为“***的路”。"
        in said(GOOD.replace("修路", " 13812345678的路 "))
    )


def test_an_open_ledger_only_answers_and_not_for_ever(checked, tmp_path):
    checked(GOOD)[1].close()
    connection = ledger.connect(tmp_path / "ledger.duckdb")
    for forbidden in (
        "delete from orders",
        "delete from ledger.orders",
        "select * from read_csv('/etc/passwd')",
        "set enable_external_access = true",
        "attach 'other.duckdb'",
    ):
        with pytest.raises(duckdb.Error):
            connection.cursor().execute(forbidden)
    limit = "select current_setting('max_execution_time')::integer"
    assert connection.cursor().execute(limit).fetchall() == [(20_000,)]


def test_the_generator_writes_the_same_marked_items_for_the_same_seed(tmp_path, labels):
    one = orders.write(tmp_path / "one", 1000)
    two = orders.write(tmp_path / "two", 1000)
    assert one.read_bytes() == two.read_bytes()
    database = tmp_path / "ledger.duckdb"
    with duckdb.connect(str(database)) as made:
        assert ledger.check({"orders/generated.csv": one}, labels, made) == ()
    with ledger.connect(database) as connection:
        counted = "count(*), count(*) filter (order_id like 'GENERATED%'), count(distinct town)"
        asked = f"select {counted} from orders"
        assert connection.cursor().execute(asked).fetchall() == [(1000, 1000, 27)]
