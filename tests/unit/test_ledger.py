"""A ledger is read as it is written, or every wrong cell of it is named; the rest goes on."""

import shutil
from pathlib import Path

import duckdb
import pytest

from indicators import ledger, warehouse
from tests import orders

DATA = Path(__file__).resolve().parents[2] / "data"
HEADER = (
    "order_id,tier,sector,town,title,raised_on,dispatched_on,due_on,completed_on,satisfaction\n"
)
GOOD = "1,team_members,health,建民,修路,2021-03-01,2021-03-02,2021-03-31,2021-03-20,5\n"


@pytest.fixture(scope="module")
def lookups() -> duckdb.DuckDBPyConnection:
    return warehouse.open_folder(DATA)


@pytest.fixture
def opened(tmp_path, lookups):
    """opened("…") → the ledger of these files, the first one with the usual header."""

    def open_files(*texts: str, raw: bytes | None = None, version: str = "1") -> ledger.Ledger:
        folder = tmp_path / "data" / "orders"
        folder.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts, start=1):
            (folder / f"{number}.csv").write_text(HEADER + text, encoding="utf-8")
        if raw is not None:
            (folder / "1.csv").write_bytes(raw)
        return ledger.open_folder(tmp_path / "data", tmp_path / ".working", lookups, version)

    return open_files


def rows(open_ledger: ledger.Ledger, columns: str) -> list[tuple]:
    asked = f"select {columns} from orders order by order_id"
    return open_ledger.connection.cursor().execute(asked).fetchall()


def said(open_ledger: ledger.Ledger) -> list[str]:
    assert open_ledger.connection is None
    return [problem.sentence("zh") for problem in open_ledger.problems]


def test_without_a_file_there_is_no_ledger_and_no_problem(tmp_path, lookups):
    assert ledger.open_folder(tmp_path, tmp_path / ".working", lookups, "1") == ledger.Ledger()


def test_an_item_is_kept_as_it_is_written(opened):
    found = opened(GOOD)
    kept = rows(found, "* exclude (raised_on, dispatched_on, due_on, completed_on)")
    assert kept == [
        # … satisfaction, year raised, month closed, days to close (1 to 20 March), file, mistakes
        ("1", "team_members", "health", "建民", "修路", 5, 2021, "2021-03", 19, "orders/1.csv", 0)
    ]
    days = "raised_on::varchar, dispatched_on::varchar, due_on::varchar, completed_on::varchar"
    assert rows(found, days) == [("2021-03-01", "2021-03-02", "2021-03-31", "2021-03-20")]


def test_dates_as_offices_write_them_are_normalised_and_names_become_codes(opened):
    found = opened(
        "1,班子成员,卫生健康,建民,修路,2021/3/5,2021年3月5日,2021/03/31,2021年12月20日,\n"
    )
    days = "raised_on::varchar, dispatched_on::varchar, due_on::varchar, completed_on::varchar"
    assert rows(found, days) == [("2021-03-05", "2021-03-05", "2021-03-31", "2021-12-20")]
    assert rows(found, "tier, sector, satisfaction") == [("team_members", "health", None)]


def test_quotes_commas_and_line_breaks_in_a_title_are_kept(opened):
    found = opened('1,team_members,health,建民,"修""路"", 东段\n西段",2021-03-01,,,,\n')
    assert rows(found, "title, completed_on") == [('修"路", 东段\n西段', None)]


def test_columns_may_stand_in_another_order_and_several_files_make_one_ledger(opened, tmp_path):
    folder = tmp_path / "data" / "orders"
    folder.mkdir(parents=True)
    names = HEADER.strip().split(",")
    cells = GOOD.strip().replace("1,", "2,", 1).split(",")
    turned = ",".join(names[::-1]) + "\n" + ",".join(cells[::-1]) + "\n"
    (folder / "z.csv").write_text("\ufeff" + turned, encoding="utf-8")
    assert rows(opened(GOOD), "order_id, town, file") == [
        ("1", "建民", "orders/1.csv"),
        ("2", "建民", "orders/z.csv"),
    ]


def test_blank_lines_are_passed_over(opened):
    assert rows(opened("\n,,,,,,,,,\n" + GOOD + "\n"), "order_id") == [("1",)]


BROKEN = {
    "completed before raised": (
        "1,team_members,health,建民,修路,2021-03-05,,,2021-03-04,\n",
        "data/orders/1.csv 第 2 行“completed_on”列：填的是“2021-03-04”，办结不应早于点单。",
    ),
    "dispatched before raised": (
        "1,team_members,health,建民,修路,2021-03-05,2021-03-04,,,\n",
        "data/orders/1.csv 第 2 行“dispatched_on”列：填的是“2021-03-04”，派单不应早于点单。",
    ),
    "due before raised": (
        "1,team_members,health,建民,修路,2021-03-05,,2021-03-04,,\n",
        "data/orders/1.csv 第 2 行“due_on”列：填的是“2021-03-04”，限办日期不应早于点单。",
    ),
    "unknown tier": (
        "1,team_member,health,建民,修路,2021-03-05,,,,\n",
        "data/orders/1.csv 第 2 行“tier”列：填的是“team_member”，"
        "应填层级的代码或名称，相近的是 team_members。",
    ),
    "unknown sector": (
        "1,team_members,卫生,建民,修路,2021-03-05,,,,\n",
        "data/orders/1.csv 第 2 行“sector”列：填的是“卫生”，"
        "应填领域的代码或名称，相近的是 卫生健康。",
    ),
    "satisfaction of 6": (
        "1,team_members,health,建民,修路,2021-03-05,,,,6\n",
        "data/orders/1.csv 第 2 行“satisfaction”列：填的是“6”，"
        "应填 1 到 5 的整数，没有评价的留空。",
    ),
    "satisfaction of 4.5": (
        "1,team_members,health,建民,修路,2021-03-05,,,,4.5\n",
        "data/orders/1.csv 第 2 行“satisfaction”列：填的是“4.5”，"
        "应填 1 到 5 的整数，没有评价的留空。",
    ),
    "a day that is not in the calendar": (
        "1,team_members,health,建民,修路,2021-02-30,,,,\n",
        "data/orders/1.csv 第 2 行“raised_on”列：填的是“2021-02-30”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "day and month in the other order": (
        "1,team_members,health,建民,修路,05/03/2021,,,,\n",
        "data/orders/1.csv 第 2 行“raised_on”列：填的是“05/03/2021”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "a date with a time": (
        "1,team_members,health,建民,修路,2021-03-05,2021-03-05 08:30,,,\n",
        "data/orders/1.csv 第 2 行“dispatched_on”列：填的是“2021-03-05 08:30”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "infinity": (
        "1,team_members,health,建民,修路,2021-03-05,,,infinity,\n",
        "data/orders/1.csv 第 2 行“completed_on”列：填的是“infinity”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "no day of raising": (
        "1,team_members,health,建民,修路,,,,,\n",
        "data/orders/1.csv 第 2 行“raised_on”列：没有填，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "no town": (
        "1,team_members,health,,修路,2021-03-05,,,,\n",
        "data/orders/1.csv 第 2 行“town”列：没有填，应填承办镇办。",
    ),
    "no number": (
        ",team_members,health,建民,修路,2021-03-05,,,,\n",
        "data/orders/1.csv 第 2 行“order_id”列：没有填，应填事项编号。",
    ),
    "the same number twice": (
        GOOD + GOOD.replace("修路", "修桥"),
        "data/orders/1.csv 第 3 行“order_id”列：填的是“1”，"
        "编号应各项不同，data/orders/1.csv:2 已有。",
    ),
    "a mistake after a title with a line break": (
        GOOD.replace("修路", '"修\n路"') + "2,team_members,health,建民,修桥,2021-13-01,,,,\n",
        "data/orders/1.csv 第 4 行“raised_on”列：填的是“2021-13-01”，"
        "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。",
    ),
    "a cell too many": (
        GOOD + "2,team_members,health,建民,修桥,东段,2021-03-05,,,,\n",
        "data/orders/1.csv 第 3 行：填的是“2,team_members,health,建民,修桥,东段,2021-03-05,,,,”，"
        "这一行应有 10 格，现有 11 格。",
    ),
    "a cell too few": (
        GOOD + "2,team_members\n",
        "data/orders/1.csv 第 3 行：填的是“2,team_members”，这一行应有 10 格，现有 2 格。",
    ),
    "a quotation mark that is never closed": (
        GOOD + '2,team_members,health,建民,"修桥,2021-03-05,,,,\n',
        'data/orders/1.csv 第 3 行：填的是“2,team_members,health,建民,"修桥,2021-03-05,,,,”，'
        "引号应成对，把有逗号、引号或换行的整格括起来，格内的引号写两遍。",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_wrong_cell_is_named_with_file_line_and_column(opened, case):
    text, sentence = BROKEN[case]
    assert said(opened(text)) == [sentence]


def test_the_same_number_in_two_files_names_both(opened):
    assert said(opened(GOOD, GOOD)) == [
        "data/orders/2.csv 第 2 行“order_id”列：填的是“1”，"
        "编号应各项不同，data/orders/1.csv:2 已有。"
    ]


def test_all_problems_of_all_files_are_told_at_once(opened):
    found = opened(
        "1,team_members,health,建民,修路,2021-03-05,,,2021-03-04,6\n",
        "2,nobody,health,建民,修桥,2021-03-05,,,,\n",
    )
    assert [(p.file, p.line, p.column) for p in found.problems] == [
        ("orders/1.csv", 2, "satisfaction"),
        ("orders/1.csv", 2, "completed_on"),
        ("orders/2.csv", 2, "tier"),
    ]
    assert found.problem_count == 3


def test_of_very_many_problems_the_first_are_told_and_all_are_counted(opened):
    wrong = "{},team_members,health,建民,修路,2021-03-05,,,,9\n"
    found = opened("".join(wrong.format(number) for number in range(300)))
    assert (len(found.problems), found.problem_count) == (200, 300)


def test_a_column_that_is_missing_or_misspelt_is_named(opened):
    text = HEADER.replace("due_on", "due-on") + GOOD
    assert said(opened(raw=text.encode())) == [
        "data/orders/1.csv 第 1 行“due_on”列：没有找到，应有这一列。",
        "data/orders/1.csv 第 1 行“due-on”列：填的是“due-on”，列名应写作 due_on。",
    ]


def test_a_file_in_gb18030_is_read_as_it_is(opened):
    assert rows(opened(raw=(HEADER + GOOD).encode("gb18030")), "order_id") == [("1",)]


def test_a_wrong_cell_of_a_file_in_gb18030_is_quoted_right(opened):
    raw = (HEADER + GOOD).replace("2021-03-01", "三月一日", 1).encode("gb18030")
    assert "填的是“三月一日”" in said(opened(raw=raw))[0]


def test_what_is_no_text_is_refused(opened):
    assert "不是 UTF-8、GB18030 编码的文字" in said(opened(raw=b"order_id\xff\xff\n"))[0]


def test_a_refused_ledger_leaves_the_last_accepted_one_open(opened):
    opened(GOOD, version="1")
    refused = opened(GOOD.replace("1,", "7,", 1).replace("2021-03-01", "三月一日", 1), version="2")

    assert rows(refused, "order_id") == [("1",)]
    assert len(refused.problems) == 1


def test_a_ledger_is_kept_and_an_unchanged_one_is_not_read_again(opened, tmp_path):
    assert rows(opened(GOOD), "order_id") == [("1",)]
    shutil.rmtree(tmp_path / "data" / "orders")
    (tmp_path / "data" / "orders").mkdir()
    (tmp_path / "data" / "orders" / "1.csv").write_text("changed without a new version")
    again = ledger.open_folder(tmp_path / "data", tmp_path / ".working", None, "1")
    assert rows(again, "order_id") == [("1",)]


def test_a_changed_ledger_is_read_again_and_the_former_is_forgotten(opened, tmp_path):
    opened(GOOD, version="1").connection.close()
    assert rows(opened(GOOD.replace("1,", "7,", 1), version="2"), "order_id") == [("7",)]
    assert len(list((tmp_path / ".working").glob("ledger-*.duckdb"))) == 1


def test_an_open_ledger_only_answers(opened):
    connection = opened(GOOD).connection
    for forbidden in (
        "delete from orders",
        "delete from ledger.orders",
        "select * from read_csv('/etc/passwd')",
        "set enable_external_access = true",
        "attach 'other.duckdb'",
    ):
        with pytest.raises(duckdb.Error):
            connection.cursor().execute(forbidden)


def test_the_generator_writes_the_same_marked_items_for_the_same_seed(tmp_path, lookups):
    one = orders.write(tmp_path / "data" / "orders", 1000).read_bytes()
    two = orders.write(tmp_path / "other", 1000).read_bytes()
    assert one == two
    found = ledger.open_folder(tmp_path / "data", tmp_path / ".working", lookups, "1")
    asked = "count(*), count(*) filter (order_id like 'GENERATED%'), count(distinct town)"
    assert found.problems == ()
    assert found.connection.cursor().execute(f"select {asked} from orders").fetchall() == [
        (1000, 1000, 27)
    ]
