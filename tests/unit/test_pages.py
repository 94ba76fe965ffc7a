"""Every page opens alone, from the menu, with a link's filters and with nothing to show."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from tests import opened
from tests.opened import PAGES, ROOT, shared

SECTOR_OF_PAGE = {
    "overview": "jobs",
    "investment": "investment",
    "enterprises_and_jobs": "jobs",
    "environment": "ecology",
    "livelihood_orders": "public_service",
    "targets": "investment",
    "comparison": "economy",
    "indicator": "jobs",
    "finance": "finance",
    "livelihood": "income",
    "learning": "learning",
    "data": "economy",
}
TITLES = {
    "overview": "汉滨区 · 2025年",
    "investment": "投资与项目",
    "enterprises_and_jobs": "企业与就业",
    "environment": "城乡与生态",
    "livelihood_orders": "民情订单",
    "targets": "目标进度",
    "comparison": "县（市、区）对比",
    "indicator": "地区生产总值",
    "finance": "财政",
    "livelihood": "民生",
    "learning": "学习教育",
    "data": "数据与来源",
}


def figures(at: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_alone_with_its_title_and_filters(page):
    at = shared(page)
    assert [e.value for e in at.exception] == []
    assert at.title[0].value == TITLES[page]
    assert at.selectbox(key="last_year-zh").value == 2025
    assert at.multiselect(key="sectors-zh").value == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_english(page):
    at = shared(page, lang="en")
    assert [e.value for e in at.exception] == []
    assert at.title[0].value != TITLES[page]
    assert at.selectbox(key="last_year-en").label == "To"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_a_links_years_and_sector_as_codes(page):
    at = shared(page, **{"from": "2017", "to": "2021", "sector": SECTOR_OF_PAGE[page]})
    assert [e.value for e in at.exception] == []
    assert at.selectbox(key="first_year-zh").value == 2017
    assert at.selectbox(key="last_year-zh").value == 2021
    assert at.multiselect(key="sectors-zh").value == [SECTOR_OF_PAGE[page]]


def test_the_menu_lists_every_page_in_its_section():
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run()
    assert [e.value for e in at.exception] == []
    listed = (ROOT / "dashboard.py").read_text(encoding="utf-8")
    assert [page for page in PAGES if f'"{page}"' not in listed] == []


def test_a_link_with_nonsense_falls_back_and_says_so():
    at = shared("investment", **{"from": "last year", "sector": "石泉县", "lang": "zh"})
    assert at.selectbox(key="first_year-zh").value == 2010
    assert [w.value for w in at.warning] == [
        "链接有误（from=last year、sector=石泉县），已按当前筛选条件显示。",
    ]


def test_years_of_a_link_that_are_the_wrong_way_round_are_turned():
    at = shared("investment", **{"from": "2025", "to": "2017"})
    assert [w.value for w in at.warning] == ["链接中的起止年份前后颠倒，已按2017—2025年显示。"]
    assert at.selectbox(key="first_year-zh").value == 2017
    assert at.selectbox(key="last_year-zh").value == 2025


def test_a_year_without_any_figure_is_said_once_on_the_data_page():
    # Agriculture has 18 indicators, which are two grids, and nothing of 2011.
    at = shared("data", grid="agriculture", **{"from": "2011", "to": "2011"})
    assert len(at.info) == 1


@pytest.mark.parametrize("page", ["investment", "enterprises_and_jobs", "environment", "learning"])
def test_a_page_without_a_chosen_sector_says_so_and_offers_all(page):
    at = opened.opened(page, sector="education")
    assert "教育" in at.info[0].value
    assert figures(at) == []
    at.button[0].click().run()
    assert at.multiselect(key="sectors-zh").value == []
    assert len(opened.charts(at)) >= (1 if page == "learning" else 4)


def test_years_without_figures_say_when_there_are_some():
    at = shared("investment", **{"from": "2011", "to": "2012"})
    assert figures(at) == []
    assert any("2011—2012年暂无数据，最近的是2025年" in i.value for i in at.info)


def test_choosing_a_first_year_after_the_last_moves_the_last():
    at = opened.opened("investment", **{"from": "2010", "to": "2017"})
    at.selectbox(key="first_year-zh").set_value(2021).run()
    assert at.selectbox(key="last_year-zh").value == 2021


def test_the_language_switch_keeps_years_and_sectors():
    at = opened.opened("investment", **{"from": "2017", "to": "2021", "sector": "investment"})
    at.button_group(key="lang").set_value("en").run()
    assert at.selectbox(key="first_year-en").value == 2017
    assert at.multiselect(key="sectors-en").value == ["investment"]
    assert at.title[0].value == "Investment and projects"


def test_the_investment_chart_holds_the_published_figures():
    at = shared("investment")
    columns = next(f for f in figures(at) if f["data"][0]["name"] == "完成投资")["data"][0]
    drawn = dict(zip(columns["x"], columns["text"], strict=True))
    assert (drawn[2017], drawn[2021], drawn[2025]) == ("147.2", "158.6", "179.5")


def cards(at: AppTest) -> dict[str, dict]:
    """Indicator → the card that is drawn of it, in a page's own list."""
    return {
        card["indicator"]: card for group in opened.part(at, "groups") for card in group["cards"]
    }


def told(at: AppTest) -> dict[str, str]:
    """Indicator → value and unit as its card says them."""
    return {code: f"{card['value']}{card['unit']}" for code, card in cards(at).items()}


def test_the_learning_page_tells_the_articles_figures():
    assert told(shared("learning")) == {
        "books_distributed": "11000余本",
        "joint_study_sessions": "917场次",
        "home_teaching_visits": "1,463次",
        "party_lectures": "906次",
        "film_screenings": "3,078场次",
        "film_audience": "20万余人",
        "film_cost_saved": "200余万元",
        "arts_activities": "355场次",
        "contests_and_shows": "480余场次",
        "themed_campaigns": "10项",
    }


def test_the_learning_page_tells_groups_method_and_sites():
    at = shared("learning")
    (figure,) = figures(at)
    bars = dict(zip(figure["data"][0]["y"], figure["data"][0]["text"], strict=True))
    assert bars == {
        "离退休党员": "4,147（13.8%）",
        "流动党员": "3,182（10.6%）",
        "“两新”组织党员": "633（2.1%）",
    }
    words = " ".join(text.value for text in at.markdown)
    assert "专题研讨4次、集体学习8次" in words
    assert "“四个一”的具体内容，所收资料未载" in words
    assert "牛蹄岭战役遗址" in list(at.table[0].value["遗址"])


def test_the_livelihood_page_tells_the_articles_figures():
    found = told(shared("livelihood"))
    assert {code: found[code] for code in list(found)[:5]} == {
        "new_school_places": "1,170个",
        "medical_consortium_groups": "40个",
        "new_community_health_centres": "84家",
        "medical_insurance_window_visits": "2500多人次",
        "insurance_registration_minutes": "约5分钟",
    }
    assert (found["skills_trained"], found["startup_loans"]) == ("6,190人", "4,478万元")
    more = told(shared("livelihood", lang="en"))["medical_insurance_window_visits"]
    assert more == "more than 2,500 visits a month"


def test_a_pages_own_card_tells_its_definition():
    at = shared("livelihood")
    card = cards(at)["insurance_registration_minutes"]
    assert "一位市民的例子" in card["definition"]


def test_no_half_year_stands_among_the_incomes():
    drawn = [
        value
        for figure in figures(shared("livelihood"))
        for line in figure["data"]
        for value in line["y"]
    ]
    assert {28569, 9311, 15285} <= set(drawn)
    assert {17203, 8105, 2.12} & set(drawn) == set()


def test_a_chosen_sector_leaves_its_own_cards_and_charts():
    at = shared("livelihood", sector="health")
    assert list(cards(at)) == ["medical_consortium_groups", "new_community_health_centres"]
    assert figures(at) == []
    # residents by scope, and the registered among the counties
    assert len(figures(shared("livelihood", sector="population"))) == 2


def test_years_before_the_study_programme_are_not_published():
    at = shared("learning", **{"from": "2010", "to": "2019"})
    assert [e.value for e in at.exception] == []
    assert {card["value"] for card in cards(at).values()} == {None}
    assert any("最近的是2021年" in info.value for info in at.info)


def test_named_projects_have_a_status_in_words_and_missing_cells_say_so():
    table = shared("investment").table[0].value
    assert len(table) == 13
    assert list(table.iloc[0]) == [
        "关家镇魏坪村年出栏10万头生猪养殖项目",
        "农业农村",
        "● 在建",
        "年出栏生猪10万头",
        "重点项目；2022年初在建；镇名依原文",
        "未注明（通讯员刘化学），2022",
    ]
    assert set(table["进展"]) == {"● 在建", "○ 计划", "✓ 已完成"}
    assert table["规模"].iloc[1] == "缺"
    chosen = shared("investment", sector="investment").table[0].value
    assert list(chosen["项目"]) == ["柏润高端制袜项目"]


def test_a_refused_file_is_told_cell_by_cell_and_no_traceback(tmp_path, monkeypatch):
    import shutil

    shutil.copytree(ROOT / "data", tmp_path / "data")
    file = tmp_path / "data" / "observations" / "jobs.csv"
    broken = file.read_text(encoding="utf-8").replace(",5150,", ",五千余,", 1)
    file.write_text(broken, encoding="utf-8")
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path / "data"))
    at = opened.opened("investment")
    assert [e.value for e in at.exception] == []
    assert "1处需要更正" in at.error[0].value
    told = at.dataframe[0].value.iloc[0]
    assert told["文件"] == "data/observations/jobs.csv"
    assert told["列"] == "obs_value（数值）"
    assert told["填的内容"] == "五千余"


def tables(at: AppTest) -> list[list[list[str]]]:
    """The tables that a page writes itself: rows of cells, without their bars."""
    written = [element.proto.body for element in at.get("html") if "<table>" in element.proto.body]
    return [
        [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr")[1:]]
        for table in (re.sub(r"<span.*?</span>|</?a.*?>", "", each) for each in written)
    ]


def test_the_districts_targets_are_told_first_and_by_themselves():
    at = shared("targets")
    assert [e.value for e in at.exception] == []
    assert told_texts(at)[1:3] == [
        "汉滨区9项目标：✓ 达到目标1项、○ 暂无全年数6项、○ 暂无完成数2项。",
        "市、省、全国47项目标：✓ 达到目标12项、✕ 未达目标3项、○ 暂无全年数4项、○ 暂无完成数28项。",
    ]
    ours, others = tables(at)
    # as printed; 100 * 147.2 / 136 would be 108.2
    assert ours[:2] == [
        ["状态", "年份", "指标", "目标", "实际", "完成或差距"],
        ["✓ 达到目标", "2017年", "区级重点项目完成投资", "136亿元（年度计划）"]
        + ["147.2亿元", "107.6%"],
    ]
    # a share whose plan was printed nowhere: 100 × 11 ÷ 12 − 82 = 9.7 points
    assert ours[3] == [
        *("○ 暂无全年数", "2023年1—11月", "区级重点项目完成投资", "年度计划（未见数额）"),
        *("177亿元", "82%，慢于时间进度9.7个百分点"),
    ]
    # as it is printed, and as the report sentence has it
    assert ours[2][-1] == "39.65%，慢于时间进度10.4个百分点"
    # −9.1 − 3 = −12.1 points: Ankang's growth of 2020 against its target
    assert others[1] == [
        *("✕ 未达目标", "安康市", "2020年", "地区生产总值增速", "3%左右", "−9.1%"),
        "低于目标12.1个百分点",
    ]
    assert others[-1][0] == "○ 暂无完成数"


def test_the_comparison_says_the_place_and_the_gaps():
    at = shared("comparison", indicator="census_population", year="2020")
    # 89.4853 − 35.7876 = 53.6977
    assert told_texts(at)[1] == (
        "2020年，汉滨区常住人口（人口普查）894853人，居全市10个县（市、区）首位，"
        "比第2位的旬阳市多536977人。"
    )


def test_a_comparison_without_the_district_says_who_is_missing():
    at = shared("comparison", indicator="general_public_budget_revenue", year="2021")
    assert told_texts(at)[1].startswith("汉滨区当年暂无可比数据")
    assert "暂无数据：旬阳市。" in told_texts(at)[1]


def test_a_link_to_an_unknown_indicator_or_year_shows_the_first_there_is():
    at = shared("comparison", indicator="nonsense", year="1066")
    assert [e.value for e in at.exception] == []
    assert at.selectbox(key="compared-indicator-zh").value == "gdp"
    assert at.warning[0].value == "没有“nonsense”这个指标，已显示其他指标。"
    # Of 2024 and 2025 fewer than five counties are known: 2023 has all but one.
    assert at.selectbox(key="compared-year-zh").value == "2023"


def test_another_county_stands_beside_ours_in_all_its_figures():
    at = shared("comparison", county="610923")
    table = at.dataframe[-1].value
    assert list(table)[3:5] == ["宁陕县", "汉滨区"]
    [gdp] = table[table["指标"] == "地区生产总值"].to_dict("records")
    assert (gdp["年份"], gdp["宁陕县"], gdp["汉滨区"]) == (
        "2023年",
        "25.3601（二手资料）",
        "412.0136（二手资料）",
    )


def test_an_indicator_tells_every_figure_with_its_document_and_no_file():
    at = shared("indicator", indicator="new_urban_jobs")
    assert sentence(at) == "2021年，全区城镇新增就业5150人。"
    (row,) = at.dataframe[0].value.to_dict("records")
    assert (row["时期"], row["数值"], row["数据状态"]) == ("2021年", "5,150", "公布数")
    assert row["来源"].startswith("未注明（通讯员刘化学）《民情订单变满意清单")
    assert "所在文件和行" not in row


def sentence(at: AppTest) -> str:
    """The report sentence that can be copied."""
    given = [json.loads(c.proto.json) for c in at.get("bidi_component") if c.proto.json]
    return next(data["sentence"] for data in given if "sentence" in data)


def test_a_chart_of_one_indicator_is_read_out_as_its_report_sentence():
    at = shared("indicator", indicator="new_urban_jobs")
    assert f'aria-label="城镇新增就业: {sentence(at)}"' in opened.numbers(at)[-1]


def test_the_half_year_of_gdp_stands_apart_from_the_years():
    at = shared("indicator", indicator="gdp")
    years, parts = (list(table.value["时期"]) for table in at.dataframe)
    assert years == [f"{year}年" for year in range(2025, 2009, -1)]
    assert parts == ["2024年一季度", "2020年1—6月", "2019年1—9月"]
    # 汉滨区2020年上半年计划执行情况: 生产总值173.52亿元；2019年前三季度267.32亿元
    assert list(at.dataframe[1].value["数值"]) == ["94.53", "173.52", "267.32"]
    (chart,) = figures(at)
    assert 173.52 not in chart["data"][0]["y"]


def test_the_definition_card_tells_the_latest_figure_and_no_code_file_or_query():
    card = next(
        text
        for text in told_texts(shared("indicator", indicator="transfer_payments"))
        if "定义" in text
    )
    assert "- **最近数据**　2024年数，汉滨区人民政府（2025-04-15）" in card
    assert [word for word in ("data/", "queries/", "transfer_payments", "`") if word in card] == []


def test_levels_are_compared_by_growth_or_as_an_index():
    at = opened.opened("comparison", indicator="gdp", year="2024")
    at.button_group(key="compared-view-zh").set_value("index").run()
    assert [e.value for e in at.exception] == []
    assert at.selectbox(key="compared-base-zh").options[0] == "2019年"
    index = figures(at)[-1]
    home = next(line for line in index["data"] if line["name"] == "汉滨区")
    drawn = {x: y for x, y in zip(home["x"], home["y"], strict=True) if y}
    # 100 * 375.82 / 380.95 = 98.65 and so on; 2025 follows a break, and 2019 does
    assert {year: round(value, 2) for year, value in drawn.items()} == {
        2019: 100,
        2020: 98.65,
        2021: 106.91,
        2022: 106.55,
        2023: 108.15,
        2024: 115.63,
    }


def told_texts(at: AppTest) -> list[str]:
    """The paragraphs of a page, from the top."""
    return [element.value for element in at.markdown]


def test_an_indicator_of_which_only_parts_are_published_says_so():
    at = shared("indicator", indicator="quarterly_project_starts")
    said = "2010—2025年只有分项、季度或部分月份数据，暂无全年合计。"
    assert [info.value for info in at.info] == [said]
    assert len(at.dataframe[0].value) > 0


def taken(at: AppTest) -> dict[str, dict]:
    """Title → what a card of charts or of a table takes along."""
    return {card["caption"]["title"]: card for card in opened.cards(at)}


def test_a_card_takes_along_its_definitions_and_every_document_the_latest_figures_first():
    notes = taken(shared("enterprises_and_jobs"))["新增“五上”企业"]["notes"]
    assert notes["definitions"] == [
        "新增“五上”企业（户）：当年新纳入统计的规模以上工业、服务业，限额以上批零住餐，"
        "资质以上建筑业和房地产开发企业。",
        "新增“五上”企业全市位次（位）：新增“五上”企业数量在安康市十个县（市、区）中的位次。",
    ]
    assert notes["documents"] == [
        [
            "汉滨区人民政府《汉滨区2025年政府工作报告》（2025-04-15）",
            "https://www.hanbin.gov.cn/Content-2810991.html",
        ],
        ["未注明（通讯员刘化学）《民情订单变满意清单——汉滨区开展党史学习教育综述》（2022）", ""],
    ]


def test_definitions_and_documents_are_told_in_the_readers_language():
    at = shared("enterprises_and_jobs", lang="en")
    notes = taken(at)["New urban jobs and people trained"]["notes"]
    assert notes["definitions"] == [
        "New urban jobs (people): Urban jobs newly taken in the year, net of natural attrition.",
        "People given skills training (people): People given vocational training in the year.",
    ]
    assert notes["documents"] == [
        [
            "Medium not stated (correspondent Liu Huaxue), "
            "民情订单变满意清单——汉滨区开展党史学习教育综述 (2022)",
            "",
        ]
    ]


def test_a_table_takes_along_the_documents_that_its_rows_name():
    notes = taken(shared("investment"))["项目名录"]["notes"]
    assert [address for _, address in notes["documents"]] == [
        "https://www.hanbin.gov.cn/Content-2810991.html",
        "",
    ]
    assert notes["definitions"] == []


@pytest.mark.parametrize(
    ("query", "years", "sectors"),
    [
        ({}, "2010—2025年", "全部领域"),
        ({"from": "2017", "sector": "jobs,enterprises"}, "2017—2025年", "市场主体、就业创业"),
        ({"lang": "en", "sector": "jobs"}, "2010–2025", "Jobs and start-ups"),
    ],
)
def test_a_card_says_what_is_chosen_in_the_sidebar(query, years, sectors):
    cards = taken(shared("enterprises_and_jobs", **query)).values()
    said = {(card["notes"]["years"], card["notes"]["sectors"]) for card in cards}
    assert said == {(years, sectors)}


def test_a_column_of_one_indicator_is_named_for_it_with_its_unit():
    (card,) = taken(shared("indicator", indicator="gdp")).values()
    headers = [column["header"] for column in card["table"]["columns"]]
    assert headers == ["年份", "地区生产总值（亿元）", "备注"]


# Years and places have no unit; the cards of targets name it in a column of its own.
WITHOUT_UNIT = {"年份", "位次", "全市位次"}


@pytest.mark.parametrize("page", PAGES)
def test_every_column_of_figures_names_its_unit(page):
    tables = [card["table"] for card in taken(shared(page)).values()]
    for table in tables:
        headers = [column["header"] for column in table["columns"]]
        bare = {
            header
            for header, cells in zip(headers, zip(*table["rows"], strict=True), strict=True)
            if any(isinstance(cell, int | float) for cell in cells) and not header.endswith("）")
        }
        assert "单位" in headers or bare <= WITHOUT_UNIT


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sentence_is_one_wherever_it_is_said(lang):
    # Images, workbooks and what is read aloud take theirs from the card that a chart takes along.
    code = "district_key_projects_investment"
    alone = shared("indicator", indicator=code, lang=lang)
    said = sentence(alone)
    (chart,) = alone.get("plotly_chart")
    (card,) = taken(alone).values()
    on_its_page = {
        card["caption"]["sentence"] for card in taken(shared("investment", lang=lang)).values()
    }
    overview = opened.part(shared("overview", lang=lang), "whole")["all"]
    headline = next(listed for listed in overview if listed["indicator"] == code)
    assert said in on_its_page
    assert (headline["sentence"], headline["alt"], card["caption"]["sentence"]) == (said,) * 3
    assert chart.proto.alt == f"{card['caption']['title']}: {said}"
