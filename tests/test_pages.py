"""Every page opens alone, from the menu, with a link's filters and with nothing to show."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "pages").glob("*.py"))
SECTOR_OF_PAGE = {
    "overview": "jobs",
    "investment": "investment",
    "enterprises_and_jobs": "jobs",
    "environment": "ecology",
    "livelihood_orders": "public_service",
    "targets": "investment",
    "comparison": "economy",
    "livelihood": "income",
    "learning": "learning",
}
TITLES = {
    "overview": "汉滨区 · 2025年",
    "investment": "投资与项目",
    "enterprises_and_jobs": "企业与就业",
    "environment": "城乡与生态",
    "livelihood_orders": "民情订单",
    "targets": "目标进度",
    "comparison": "区县对比",
    "livelihood": "民生",
    "learning": "学习教育",
}


def opened(page: str, **query: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=30)
    for name, value in {"lang": "zh", **query}.items():
        at.query_params[name] = value
    return at.run()


def figures(at: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]


@pytest.mark.parametrize("page", [path.stem for path in PAGES])
def test_a_page_opens_alone_with_its_title_and_filters(page):
    at = opened(page)
    assert [e.value for e in at.exception] == []
    assert at.title[0].value == TITLES[page]
    assert at.selectbox(key="last_year-zh").value == 2025
    assert at.multiselect(key="sectors-zh").value == []


@pytest.mark.parametrize("page", [path.stem for path in PAGES])
def test_a_page_opens_in_english(page):
    at = opened(page, lang="en")
    assert [e.value for e in at.exception] == []
    assert at.title[0].value != TITLES[page]
    assert at.selectbox(key="last_year-en").label == "To"


@pytest.mark.parametrize("page", [path.stem for path in PAGES])
def test_a_page_takes_a_links_years_and_sector_as_codes(page):
    at = opened(page, **{"from": "2017", "to": "2021", "sector": SECTOR_OF_PAGE[page]})
    assert [e.value for e in at.exception] == []
    assert at.selectbox(key="first_year-zh").value == 2017
    assert at.selectbox(key="last_year-zh").value == 2021
    assert at.multiselect(key="sectors-zh").value == [SECTOR_OF_PAGE[page]]


def test_the_menu_lists_every_page_in_its_section():
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run()
    assert [e.value for e in at.exception] == []
    listed = (ROOT / "dashboard.py").read_text(encoding="utf-8")
    assert [path.stem for path in PAGES if f'"{path.stem}"' not in listed] == []


def test_a_link_with_nonsense_falls_back_and_says_so():
    at = opened("investment", **{"from": "last year", "sector": "石泉县", "lang": "zh"})
    assert at.selectbox(key="first_year-zh").value == 2010
    assert [w.value for w in at.warning] == [
        "链接中的“from=last year”无法识别，已按现有筛选显示。",
        "链接中的“sector=石泉县”无法识别，已按现有筛选显示。",
    ]


@pytest.mark.parametrize("page", ["investment", "enterprises_and_jobs", "environment"])
def test_a_page_without_a_chosen_sector_says_so_and_offers_all(page):
    at = opened(page, sector="education")
    assert "教育" in at.info[0].value
    assert figures(at) == []
    at.button[0].click().run()
    assert at.multiselect(key="sectors-zh").value == []
    assert len(figures(at)) >= 4


def test_years_without_figures_say_when_there_are_some():
    at = opened("investment", **{"from": "2011", "to": "2012"})
    assert figures(at) == []
    assert any("2011—2012年没有公布的数；最近一次公布的是2025年" in i.value for i in at.info)


def test_choosing_a_first_year_after_the_last_moves_the_last():
    at = opened("investment", **{"from": "2010", "to": "2017"})
    at.selectbox(key="first_year-zh").set_value(2021).run()
    assert at.selectbox(key="last_year-zh").value == 2021


def test_the_language_switch_keeps_years_and_sectors():
    at = opened("investment", **{"from": "2017", "to": "2021", "sector": "investment"})
    at.button_group(key="lang").set_value("en").run()
    assert at.selectbox(key="first_year-en").value == 2017
    assert at.multiselect(key="sectors-en").value == ["investment"]
    assert at.title[0].value == "Investment and projects"


def test_the_investment_chart_holds_the_published_figures():
    at = opened("investment")
    columns = next(f for f in figures(at) if f["data"][0]["name"] == "完成投资")["data"][0]
    drawn = dict(zip(columns["x"], columns["text"], strict=True))
    assert (drawn[2017], drawn[2021], drawn[2025]) == ("147.2", "158.6", "179.5")


def test_a_refused_file_is_told_cell_by_cell_and_no_traceback(tmp_path, monkeypatch):
    import shutil

    shutil.copytree(ROOT / "data", tmp_path / "data")
    file = tmp_path / "data" / "observations" / "jobs.csv"
    broken = file.read_text(encoding="utf-8").replace(",5150,", ",五千余,", 1)
    file.write_text(broken, encoding="utf-8")
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path / "data"))
    at = opened("investment")
    assert [e.value for e in at.exception] == []
    assert "1处需要改正" in at.error[0].value
    told = at.dataframe[0].value.iloc[0]
    assert told["文件"] == "observations/jobs.csv"
    assert told["列"] == "obs_value"
    assert "五千余" in told["问题"]
