"""民情订单 with no ledger, with a generated one, and with one that has a wrong cell."""

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators import store
from indicators.markdown import verbatim
from tests import orders

ROOT = Path(__file__).resolve().parents[2]
TIERS = "62项，全部办结", "50项，全部办结", "422项，全部办结", "1,035项，全部办结"


def opened(**query: str) -> AppTest:
    page = ROOT / "pages" / "livelihood_orders.py"
    at = AppTest.from_file(str(page), default_timeout=60)
    for name, value in {"lang": "zh", **query}.items():
        at.query_params[name] = value
    at.run()
    assert [e.value for e in at.exception] == []
    return at


def figures(at: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path / "data"))
    return shutil.copytree(ROOT / "data", tmp_path / "data")


@pytest.fixture
def generated(data) -> None:
    orders.write(data / "orders", 2000)


def said(at: AppTest) -> str:
    return "\n".join(element.value for element in at.markdown)


def test_without_a_ledger_the_totals_stand_and_the_page_says_what_one_would_add():
    at = opened()
    assert "2021年，各级清单确定办实事1569项，全部办结。" in said(at)
    (lists,) = figures(at)
    assert tuple(lists["data"][0]["text"][::-1]) == TIERS
    assert at.info[0].value.startswith("目前只有各级清单的总数，尚无逐项台账。")
    assert at.get("download_button")[0].proto.label == "下载台账模板"


def test_a_generated_ledger_is_marked_on_every_chart_and_on_the_page(generated):
    at = opened()
    titles = [title.value for title in at.header]
    assert titles[:2] == ["民生实事清单办结情况", "逐项台账"]
    assert len(titles) == 9
    assert [title for title in titles[2:] if not title.startswith("【测试数据，非真实】")] == []
    assert at.warning[0].value == "这份台账是测试数据，不是真实事项，不得用于汇报。"
    assert len(figures(at)) == 7


def test_the_filters_of_a_link_reach_the_ledger(generated):
    everything = opened().dataframe[0].value
    at = opened(town="生成镇01,不存在的镇", tier="team_members", **{"from": "2023"})
    rows = at.dataframe[0].value
    assert len(everything) > len(rows) > 0
    assert set(rows["承办镇（街道）"]) == {"生成镇01"}
    assert set(rows["责任层级"]) == {"班子成员"}
    assert min(rows["提出日期"]) >= "2023"
    assert at.multiselect(key="towns-zh").value == ["生成镇01"]


def test_a_day_of_reference_in_a_link_counts_as_of_that_day(generated):
    at = opened(as_of="2022-06-30")
    assert "统计截至2022年6月30日" not in said(at)
    assert at.date_input(key="as_of-zh").value.isoformat() == "2022-06-30"
    assert any("在统计截止日之后" in caption.value for caption in at.caption)
    assert max(at.dataframe[0].value["办理时限"]) < "2022-06-30"


def test_a_day_that_is_none_is_refused_and_said(generated):
    at = opened(as_of="30 June")
    assert at.warning[0].value == verbatim("链接有误（as_of=30 June），已按当前筛选条件显示。")


def test_a_choice_without_items_says_so(generated):
    at = opened(sector="learning")
    assert at.info[0].value.startswith("所选范围内没有事项")


def test_a_wrong_cell_is_named_and_the_rest_of_the_page_stands(data):
    file = orders.write(data / "orders", 10)
    lines = file.read_text(encoding="utf-8").splitlines()
    cells = lines[3].split(",")
    cells[9] = "6"
    file.write_text("\n".join([*lines[:3], ",".join(cells), *lines[4:]]), encoding="utf-8")
    at = opened()
    assert "1569项" in said(at)
    assert len(figures(at)) == 1
    assert at.error[0].value.startswith("台账中有1处需要更正")
    told = at.dataframe[0].value.iloc[0]
    assert (told["文件"], told["行"], told["列"]) == (
        "data/orders/generated.csv",
        "4",
        "satisfaction（满意度）",
    )
    assert at.get("download_button")[0].proto.label == "下载台账模板"


def test_a_ledger_of_an_office_is_not_marked(data):
    (data / "orders").mkdir()
    (data / "orders" / "2024.csv").write_text(
        "order_id,tier,sector,town,title,raised_on,dispatched_on,due_on,completed_on,satisfaction\n"
        "民2024-001,班子成员,卫生健康,建民街道,修路灯,2024/3/1,2024年3月2日,2024-03-31,2024-03-20,5\n",
        encoding="utf-8",
    )
    at = opened()
    assert "提出1项，派出1项，办结1项，办结率100%，其中按期办结1项；" in said(at)
    assert "半数在19天内办结，九成在19天内办结；逾期未办结0项。" in said(at)
    assert [t.value for t in at.header if "生成数据" in t.value] == []
    assert [w.value for w in at.warning] == []
    assert any(i.value == "没有逾期未办结的事项。" for i in at.info)


def test_a_changed_ledger_is_read_beside_the_open_one_and_a_wrong_one_leaves_it_open(data):
    file = orders.write(data / "orders", 20)
    assert "提出20项" in said(opened())

    orders.write(data / "orders", 30)
    assert "提出30项" in until("提出30项")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(text.splitlines()[3].split(",")[5], "三月一日"), encoding="utf-8")
    wait_for(lambda: store.orders().problems)

    at = opened()
    assert "提出30项" in said(at)
    assert [e.value for e in at.error] == []


def until(words: str) -> str:
    """What the page says once it says this; it must be whole every single time."""
    wait_for(lambda: words in said(opened()))
    return said(opened())


def wait_for(condition: Callable[[], object], seconds: float = 30) -> None:
    """Ask again and again: the changed ledger is read by a thread of its own."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true within the time"
        time.sleep(0.3)
