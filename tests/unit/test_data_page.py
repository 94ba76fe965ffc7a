"""The data page shows what the files hold, and what would be said of a file."""

import contextlib
import io
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import psutil
import pytest
from streamlit.testing.v1 import AppTest

from indicators import apart, store
from indicators.gate import Problem, imports
from tests import workbooks

ROOT = Path(__file__).resolve().parents[2]
JOBS = "observations/jobs.csv"


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    copy = shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.setenv("INDICATORS_DATA", str(copy))
    return copy


def opened(section: str, language: str = "zh") -> AppTest:
    at = AppTest.from_file(ROOT / "pages" / "data.py", default_timeout=30)
    at.query_params["lang"] = language
    at.run()
    at.button_group(key=f"section-{language}").set_value(section).run()
    assert not at.exception
    return at


def publish(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    publisher = store.publisher()
    publisher.look(0)
    publisher.look(60)


def test_the_figures_name_their_document_file_and_line(data):
    listed = opened("observations").dataframe[0].value
    jobs = listed[(listed["指标"] == "城镇新增就业") & (listed["时期"] == "2021年")]
    assert list(jobs["数值"]) == ["5,150"]
    (place,) = jobs["所在文件和行"]
    file, line = place.removeprefix("data/").split(":")
    assert ",5150," in (data / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_a_broken_file_is_told_cell_by_cell_while_its_older_figures_stay(data):
    opened("problems")
    publish(data, JOBS, ",5150,", ",五千,")
    at = opened("problems")

    assert "有1个文件的最新版未采用" in at.markdown[-2].value
    assert at.markdown[-1].value.startswith(
        "- **✕ 应填数字，如 1234.5**\n"
        "    - data/observations/jobs.csv 第2行“obs\\_value（数值）”列，填的是“五千”\n"
    )
    problems = at.dataframe[0].value
    refused = problems[problems["处理"] == "✕ 未采用"]
    assert refused[["文件", "列", "填的内容", "说明"]].to_numpy().tolist() == [
        [f"data/{JOBS}", "obs_value（数值）", "五千", "应填数字，如 1234.5"]
    ]
    files = at.dataframe[1].value.set_index("文件")
    assert files.loc[f"data/{JOBS}", "采用情况"] == "✕ 有误，沿用上一版"

    listed = opened("observations").dataframe[0].value
    assert "5,150" in set(listed[listed["指标"] == "城镇新增就业"]["数值"])


def test_what_changed_is_told_with_the_old_and_the_new_value(data):
    assert "数据没有变化" in opened("changes").info[0].value
    publish(data, JOBS, ",5150,", ",5200,")
    at = opened("changes")

    assert "新增0条，修订1条，撤下0条" in at.markdown[-1].value
    row = at.dataframe[0].value.iloc[0]
    assert row[["变化", "指标", "地区", "时期", "原数", "现数"]].tolist() == [
        "修订", "城镇新增就业", "汉滨区", "2021年", "5,150", "5,200",
    ]  # fmt: skip


def test_a_page_shows_the_new_figure_without_a_restart(data):
    def shown() -> list[str]:
        listed = opened("observations").dataframe[0].value
        jobs = listed[(listed["指标"] == "城镇新增就业") & (listed["时期"] == "2021年")]
        return list(jobs["数值"])

    assert shown() == ["5,150"]
    publish(data, JOBS, ",5150,", ",5151,")
    assert shown() == ["5,151"]


def test_a_file_is_checked_in_the_place_of_another_and_nothing_is_kept(data):
    good = (data / JOBS).read_bytes()
    before = sorted(path.name for path in store.working().rglob("*")) if store.file_names() else []
    bad = good.replace(b",5150,", ",五千,".encode(), 1)

    assert [p.severity for p in store.check({JOBS: good}, instead_of=[JOBS])] == []
    assert [p.found for p in store.check({JOBS: bad}, instead_of=[JOBS])] == ["五千"]
    assert sorted(path.name for path in store.working().rglob("*")) >= before
    assert store.edition().problems == store.publisher().edition.problems
    assert (data / JOBS).read_bytes() == good


LEDGER = (
    "编号,层级,领域,镇办,事项,点单日期,派单日期,限办日期,办结日期,满意度\n"
    "1,班子成员,卫生健康,建民街道,修路灯,2024-03-01,,,2024-02-01,\n"
)


def test_a_file_with_the_columns_of_a_ledger_is_judged_as_one(data):
    sent = {"台账.csv": LEDGER.encode("gb18030"), "jobs.csv": (data / JOBS).read_bytes()}
    assert store.ledgers(sent) == {"台账.csv"}
    items = {"orders/台账.csv": LEDGER.encode()}
    problems, is_beside = store.check_orders(items, instead_of=[])
    assert is_beside
    assert store.check_orders(items, instead_of=[])[0] is problems  # kept, and not judged again
    assert [p.sentence("zh") for p in problems if p.severity == "refused"] == [
        "data/orders/台账.csv 第2行“completed_on（办结日期）”列：填的是“2024-02-01”，"
        "办结日期不应早于提出日期。"
    ]


def test_a_ledger_that_is_checked_is_compared_with_the_items_in_force(data):
    (data / "orders").mkdir()
    right = LEDGER.replace("2024-02-01", "2024-04-01")
    (data / "orders" / "2024.csv").write_text(right, encoding="utf-8")
    new = {"orders/new.csv": right.encode()}
    (refused,) = [p for p in store.check_orders(new, instead_of=[])[0] if p.severity == "refused"]
    assert refused.sentence("zh") == (
        "data/orders/new.csv：整个文件的1项在 data/orders/2024.csv 里都有，"
        "应是副本：请删去这个文件。"
    )
    problems, _ = store.check_orders(new, instead_of=["orders/2024.csv"])
    assert [p for p in problems if p.severity == "refused"] == []


def test_a_file_is_judged_once_for_all_runs_of_a_page_over_the_same_figures(data):
    header, *lines = (data / JOBS).read_text(encoding="utf-8").splitlines()
    [line] = [line for line in lines if ",2021,year,,5150," in line]
    new = {"observations/new.csv": f"{header}\n{line}\n".encode()}

    def refused() -> tuple[Problem, ...]:
        return store.check(new, instead_of=[])

    first = refused()
    assert [(p.file, p.severity) for p in first] == [("observations/new.csv", "refused")]
    assert refused() is first  # kept, and not judged again
    assert store.check(dict(new), instead_of=[JOBS]) != first  # the other one is not in force then
    mended = [store.mended(new, "observations/new.csv", instead_of=[]) for _ in range(2)]
    assert mended[0] is mended[1]

    publish(data, JOBS, line, line.replace(",2021,", ",2009,"))
    assert "refused" not in {problem.severity for problem in refused()}


def inflating(cell: str, many: int) -> bytes:
    """A small workbook of a great many cells."""
    content = io.BytesIO()
    workbooks.save(content, workbooks.sheet(*[f"<row>{cell * 10}</row>"] * (many // 10)))
    return content.getvalue()


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("cell", "many"),
    [
        ("<c><v>1</v></c>", 2_000_000),
        ('<c t="inlineStr"><is><t>' + "a" * 32_000 + "</t></is></c>", 15_000),
    ],
)
def test_a_workbook_that_inflates_costs_the_server_no_memory(data, cell, many):
    store.edition()
    bomb = inflating(cell, many)
    assert len(bomb) < 700_000
    before = psutil.Process().memory_info().rss
    with contextlib.suppress(apart.Exceeded):
        problems = store.check({"observations/x.xlsx": bomb}, instead_of=[])
        assert {p.file for p in problems if p.severity == "refused"} == {"observations/x.xlsx"}
    assert psutil.Process().memory_info().rss - before < 60 << 20


def test_an_office_table_without_cells_or_with_too_many_is_refused_in_words(data):
    with pytest.raises(imports.Broken) as empty:
        store.sheets("空.csv", b"\n\n")
    assert empty.value.zh == "表里没有内容"
    with pytest.raises(imports.Broken) as large:
        store.sheets("大.csv", b"1,2,3,4,5,6,7,8,9,10\n" * 10_001)  # 100,010 cells
    assert large.value.zh == "表过大（超过100,000格），应只留要导入的部分"


def test_a_file_that_others_need_is_told_what_it_would_break(data):
    breakdowns = (data / "breakdowns.csv").read_text(encoding="utf-8")
    without = "\n".join(line for line in breakdowns.splitlines() if not line.startswith("planting"))
    found = store.check({"breakdowns.csv": without.encode()}, instead_of=["breakdowns.csv"])

    assert {(p.file, p.found) for p in found if p.severity == "refused"} == {
        ("observations/ecology.csv", "planting")
    }


@pytest.mark.parametrize(
    "section", ["coverage", "observations", "problems", "check", "import", "changes", "documents"]
)
def test_every_section_opens_in_english(data, section):
    at = opened(section, "en")
    assert at.title[0].value == "Data and sources"


def test_a_link_opens_its_section_and_the_address_follows_what_is_chosen(data):
    at = AppTest.from_file(ROOT / "pages" / "data.py", default_timeout=30)
    at.query_params.update({"lang": "zh", "section": "problems"})
    at.run()
    assert at.button_group(key="section-zh").value == "problems"
    at.button_group(key="section-zh").set_value("documents").run()
    assert at.query_params["section"] == "documents"


def test_a_link_to_an_unknown_section_shows_the_first_and_says_so(data):
    at = AppTest.from_file(ROOT / "pages" / "data.py", default_timeout=30)
    at.query_params.update({"lang": "zh", "section": "secret"})
    at.run()
    assert at.warning[0].value == "链接有误（section=secret），已按当前筛选条件显示。"
    assert at.button_group(key="section-zh").value == "coverage"


@pytest.fixture
def reader() -> Iterator[Callable[[Callable[[], None]], None]]:
    """Runs a test in a thread of its own: with it goes the edition that it took for its page."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        yield lambda story: thread.submit(story).result()


def years() -> store.Answer:
    return store.query("years", area="610902", this_year=2026)


def test_one_page_shows_one_edition_even_if_another_comes_into_force_meanwhile(data, reader):
    def story() -> None:
        store.begin_page()
        before = years().rows
        publish(data, JOBS, ",2021,year,", ",1999,year,")

        assert years().rows.equals(before)
        store.begin_page()
        assert years().rows.iloc[0]["first_year"] == 1999

    reader(story)


def test_what_readers_asked_lately_is_asked_of_new_figures_before_they_are_in_force(data, reader):
    def story() -> None:
        store.begin_page()
        assert years().rows.iloc[0]["first_year"] != 1999
        publish(data, JOBS, ",2021,year,", ",1999,year,")

        store.begin_page()
        store.edition().connection.close()  # whatever is answered now was asked beforehand
        assert years().rows.iloc[0]["first_year"] == 1999
        with pytest.raises(duckdb.Error):
            store.query("years", area="none asked for this one", this_year=2026)

    reader(story)
