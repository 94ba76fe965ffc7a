"""The overview: its judgement, the flagships, what calls and what goes well, a figure a field."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from indicators.headlines.cards import Figures
from indicators.headlines.overview import attention
from indicators.language import Language
from tests import opened
from tests.opened import shared


def opening(year: str = "2025", lang: str = "zh") -> dict:
    return opened.part(shared("overview", to=year, lang=lang), "opening")


def rest(year: str = "2025", lang: str = "zh") -> dict:
    return opened.part(shared("overview", to=year, lang=lang), "whole")


def listed(year: str = "2025", lang: str = "zh") -> dict[str, dict]:
    """Indicator → its line in the list of all."""
    return {card["indicator"]: card for card in rest(year, lang)["all"]}


def test_the_judgement_tells_how_large_how_fast_and_beside_whom():
    # 4.6 − 5.1 = −0.5 against Shaanxi, 4.6 − 5.0 = −0.4 against China; Ankang has no growth of 2025
    assert opening()["judgement"] == (
        "2025年，全区地区生产总值445.28亿元、增长4.6%，"
        "增速低于陕西省0.5个百分点、低于全国0.4个百分点；"
        # the last year in which all ten counties have a figure
        "2021年总量居全市10个县（市、区）首位。"
    )


def test_what_else_is_of_the_year_follows_as_in_every_bulletin():
    # 7.2, 7.1, 7.1, 5.1 and 6.2 of 2025; projects are told where there is room
    told = (
        "规模以上工业增加值增长7.2%，固定资产投资增长7.1%，区级重点项目完成投资179.5亿元，"
        "社会消费品零售总额增长7.1%，城镇居民人均可支配收入增长5.1%，农村居民人均可支配收入增长6.2%。"
    )
    assert opening()["summary"] == told
    assert opening()["sentence"] == opening()["judgement"] + told


def test_how_many_figures_are_of_the_year_is_said_once():
    # nine of the thirty-three are of 2025
    assert opening()["fresh"] == "33项主要指标：9项为2025年数，24项为较早年份数。"


def test_each_flagship_has_its_year_and_a_second_fact():
    told = {c["indicator"]: (c["value"], c["year"], c["fact"]) for c in opening()["flagships"]}
    assert told == {
        # 179.5 − 189.4 = −9.9; 100 × −9.9 / 189.4 = −5.2
        "district_key_projects_investment": ("179.5", "2025年", "比上年减少9.9亿元、下降5.2%"),
        "new_market_entities": ("10,553", "2021年", "占安康市18.5%"),  # 10,553 / 57,025
        "new_urban_jobs": ("5,150", "2021年", None),
        # 15 万亩 are 10,000 hectares, 100 km²; 100 / 3,645.91 = 2.74 %
        "afforestation_area": ("15", "2021年", "占全区国土面积2.74%"),
    }


def test_months_of_the_focus_year_are_told_beside_the_figure_of_an_older_one():
    card = opening("2023")["flagships"][0]
    assert (card["value"], card["year"]) == ("158.6", "2021年")
    assert card["stale_text"] == "2023年1—11月区级重点项目完成投资177亿元（暂无全年数据）"
    assert card["sentence"] == (
        "2023年1—11月，区级重点项目完成投资177亿元，完成年度计划的82%，慢于时间进度9.7个百分点。"
    )


def test_every_line_of_the_list_has_its_report_sentence():
    assert [code for code, card in listed().items() if not card["sentence"].startswith("20")] == []
    assert listed()["gdp"]["sentence"] == (
        "2025年，全区地区生产总值445.28亿元、增长4.6%，增速比上年回落0.8个百分点。"
    )


def marked(lists: dict) -> list[str]:
    signs = {"down": "▼", "slower": "▽", "up": "▲"}
    return [f"{signs[i['mark']]} {i['text']}" for i in [*lists["items"], *lists["others"]]]


# The shipped years worked through by hand: each figure stands in data/observations/*.csv.
WORST = {
    # −4, −14.1, −18.2 of the first half, −5.8: no nominal −5.13 of GDP
    "2020": [
        "▼ 地区生产总值下降4%",
        "▼ 规模以上工业增加值下降14.1%（不含安康高新区、恒口示范区）",
        "▼ 2020年1—6月固定资产投资同比下降18.2%（不含安康高新区、恒口示范区）",
        "▼ 社会消费品零售总额下降5.8%",
    ],
    # nothing of 2021 has a year before it
    "2021": [],
    # 82 per cent of the plan in eleven of twelve months, 91.67: 9.67 behind
    "2023": [
        "▼ 2023年1—11月区级重点项目完成投资177亿元，完成年度计划的82%，慢于时间进度9.7个百分点"
    ],
    # 5.4 against 6.0, 6.5 against 11.6; retail sales are 0.4 below, urban incomes 0.2
    "2024": [
        "▼ 地区生产总值增长5.4%，低于全市0.6个百分点",
        "▼ 固定资产投资增长6.5%，低于全市5.1个百分点",
    ],
    # 179.5 after 189.4; 7.2 after 11, 6.2 after 7.2; GDP and retail sales are 0.8 slower
    "2025": [
        "▼ 区级重点项目完成投资179.5亿元，比上年减少9.9亿元、下降5.2%",
        "▽ 地区生产总值增长4.6%，增速比上年回落0.8个百分点",
        "▽ 规模以上工业增加值增长7.2%，增速比上年回落3.8个百分点",
        "▽ 社会消费品零售总额增长7.1%，增速比上年回落0.8个百分点",
        "▽ 农村居民人均可支配收入增长6.2%，增速比上年回落1个百分点",
    ],
}


@pytest.mark.parametrize("year", WORST)
def test_who_reads_only_what_needs_attention_has_heard_what_was_worst(year):
    assert marked(rest(year)["attention"]) == WORST[year]


def test_what_goes_well_stands_beside_it():
    # 7.1 after 6.5; that incomes grew 5.1 after 4.8 is less than half a point
    assert marked(rest()["credit"]) == [
        "▲ 固定资产投资增长7.1%，增速比上年加快0.6个百分点",
    ]


def test_a_year_of_falls_has_nothing_that_goes_well():
    assert rest("2020")["credit"]["items"] == []
    assert rest("2020")["credit"]["nothing"] == (
        "○ 已比较8项，没有达到计划、好于上年、高于全市或位次前移的。"
    )


def test_a_tick_stands_only_where_something_was_judged():
    # 2021 has figures of the year and none to compare them with; 2022 has no annual figure
    for year in ("2021", "2022"):
        lists = rest(year)["attention"]
        assert lists["nothing"] == "○ 没有可与上年、计划、全市或位次比较的升降指标，暂不能判断。"


def made_up(*calls: tuple[str, str]) -> Figures:
    """Indicators and why they call, the first in the order of a report."""
    rows = [
        {"indicator": code, "attention": why, "credit": None, "headline": n, "report_place": 1}
        | {"said_zh": "产值{v}", "said_en": "it {v}", "kind": "growth", "value": -1.0}
        | {"coverage": "year", "growth_pct": float("nan"), "area_level": "county", "scope": None}
        | {"obs_status": "A", "estimate": None, "is_judged": True, "state": "missed"}
        | {"done_pct": 90.0, "planned_by": "plan", "elapsed_pct": 100, "better": "higher"}
        | {"year": 2025, "growth_of": None}
        for n, (code, why) in enumerate(calls)
    ]
    nothing = pd.DataFrame(columns=["indicator", "headline"])
    return Figures(nothing, pd.DataFrame({"indicator": []}), pd.DataFrame(rows))


def test_three_are_seen_the_gravest_first_and_the_others_unfold():
    calls = [(f"i{n}", "shrinking") for n in range(5)]
    figures = made_up(*calls, ("plan", "missed"))
    found = attention(figures, Language("zh"))
    assert [item["indicator"] for item in found["items"]] == ["plan", "i0", "i1"]
    assert [item["indicator"] for item in found["others"]] == ["i2", "i3", "i4"]
    assert found["more"] == "另有3项"


def test_a_field_leads_to_its_page_with_its_newest_figure():
    told = {card["field"]: (card["indicator"], card["page"]) for card in rest()["fields"]}
    assert told["居民收入"] == ("urban_disposable_income_growth_pct", "livelihood")
    # of 2024, and no flagship; the judgement and the picture tell of the economy's GDP already
    assert told["市场主体"] == ("new_five_above_enterprises", "enterprises_and_jobs")
    assert "gdp" not in {code for code, _ in told.values()}


def buttons(at: AppTest) -> list[str]:
    return [button.label for button in at.button]


def test_a_year_without_annual_figures_offers_the_last_one_that_has_some():
    at = opened.opened("overview", to="2022", sector="jobs")
    assert opened.part(at, "opening")["judgement"] == "2022年暂无年度数据，显示此前最近一年的数。"
    assert buttons(at) == ["看2021年"]
    at.button[0].click().run()
    assert at.title[0].value == "汉滨区 · 2021年"


def test_years_without_any_figure_say_so_once_and_offer_all_years():
    at = opened.opened("overview", to="2012", sector="jobs")
    assert at.info[0].value == "2010—2012年暂无主要指标数据。"
    assert buttons(at) == ["看2010—2025年", "显示全部领域"]
    assert at.get("plotly_chart") == []
    at.button[0].click().run()
    assert at.title[0].value == "汉滨区 · 2025年"


def test_the_judgement_in_english():
    assert opening("2025", "en")["judgement"] == (
        "In Hanbin District in 2025, GDP was CNY 44.53 billion, up 4.6%, with growth"
        " 0.5 percentage points below Shaanxi Province and 0.4 percentage points below China;"
        " in 2021 it was first in size among the city's 10 counties and districts."
    )


def test_a_year_without_the_usual_flagships_has_others_and_no_empty_frame():
    # 2015 knows of no project, enterprise, job or tree; what the judgement tells is told once
    told = {c["indicator"]: (c["value"], c["year"]) for c in opening("2015")["flagships"]}
    assert told == {
        "rural_disposable_income": ("7,849", "2015年"),
        "general_public_budget_expenditure": ("40.99", "2014年"),
        "registered_population": ("100.84", "2015年"),
        "urban_disposable_income": ("24,332", "2015年"),
    }
    assert {card["value"] for card in rest("2015")["all"]}.isdisjoint({None})
    assert rest("2015")["without"].startswith("暂无数据的28项：区级重点项目完成投资、新增市场主体")


def test_an_early_year_has_its_judgement_too():
    # 2015 has the GDP of all ten counties, and no growth
    assert opening("2015")["judgement"].endswith("；总量居全市10个县（市、区）首位。")
