"""What is said of a figure: only what is known, percentage points never as per cent."""

from types import SimpleNamespace

import pandas as pd
import pytest

from indicators import sentences
from indicators.language import Language

zh, en = Language("zh"), Language("en")

ORDINARY = {
    "indicator": "investment",
    "name_zh": "完成投资",
    "name_en": "Investment",
    "said_zh": "完成投资{v}",
    "said_en": "investment was {v}",
    "area_zh": "汉滨区",
    "area_en": "Hanbin District",
    "is_home": True,
    "area_level": "county",
    "growth_of": None,
    "headline": 1,
    "report_place": 4,
    "unit_zh": "亿元",
    "unit_en": "CNY 100 million",
    "decimals": 1,
    "kind": "flow",
    "better": "higher",
    "value": 179.5,
    "year": 2025,
    "is_focus_year": True,
    "time_period": "2025",
    "coverage": "year",
    "elapsed_pct": 100,
    "obs_status": "A",
    "estimate": None,
    "quoted": None,
    "scope": None,
    "previous_year": 2024,
    "previous_period": "2024",
    "previous_coverage": "year",
    "change": -9.9,  # 179.5 − 189.4
    "change_pct": -5.227,  # 100 * −9.9 / 189.4
    "is_broken": False,
    "growth_pct": float("nan"),
    "planned_by": "plan",
    "done_pct": float("nan"),
    "distance": float("nan"),
    "state": None,
    "publisher_zh": "汉滨区人民政府",
    "publisher_en": "Hanbin District People's Government",
    "published_on": "2025-04-15",
}


def row(**changes) -> SimpleNamespace:
    return SimpleNamespace(**{**ORDINARY, **changes})


@pytest.mark.parametrize(
    ("changes", "chinese", "english"),
    [
        (
            {},
            "比上年减少9.9亿元、下降5.2%",
            "CNY 990 million or 5.2% less than in the previous year",
        ),
        (
            {"previous_year": 2021, "previous_period": "2021", "change": 20.9}
            | {"change_pct": float("nan")},
            "比2021年增加20.9亿元",
            "CNY 2.09 billion more than in 2021",
        ),
        # 0.04 is less than what figures of it are told to
        ({"change": 0.04, "change_pct": 0.02}, "与上年持平", "the same as in the previous year"),
        (
            {"kind": "growth", "unit_zh": "%", "unit_en": "%", "value": 6.0, "change": 0.6},
            "增速比上年加快0.6个百分点",
            "0.6 percentage points faster than in the previous year",
        ),
        (
            {"kind": "growth", "unit_zh": "%", "unit_en": "%", "value": -6.0, "change": -0.8},
            "降幅比上年扩大0.8个百分点",
            "a fall 0.8 percentage points wider than in the previous year",
        ),
        (
            {"kind": "rate", "unit_zh": "%", "unit_en": "%", "change": -0.8},
            "比上年下降0.8个百分点",
            "0.8 percentage points lower than in the previous year",
        ),
        (
            {"kind": "rate", "unit_zh": "比值", "unit_en": "ratio", "decimals": 2}
            | {"value": 2.12, "change": -0.05},
            "比上年下降0.05",
            "0.05 lower than in the previous year",
        ),
        (
            {"kind": "rank", "decimals": 0, "value": 2, "change": -1},
            "比上年前移1位",
            "1 place better than in the previous year",
        ),
        ({"is_broken": True, "change": float("nan")}, None, None),
        ({"previous_year": pd.NA, "change": float("nan")}, None, None),
        ({"change": float("nan")}, None, None),
    ],
)
def test_change(changes, chinese, english):
    assert sentences.change(row(**changes), zh) == chinese
    assert sentences.change(row(**changes), en) == english


@pytest.mark.parametrize(
    ("growth", "chinese", "english"),
    [
        (4.6, "增长4.6%", "up 4.6%"),
        (-4.0, "下降4%", "down 4%"),
        (0.0, "与上年持平", "unchanged"),
        (float("nan"), None, None),
    ],
)
def test_growth(growth, chinese, english):
    assert sentences.growth(row(growth_pct=growth), zh) == chinese
    assert sentences.growth(row(growth_pct=growth), en) == english


@pytest.mark.parametrize(
    ("changes", "chinese", "english"),
    [
        # 147.2 of 136 planned: 100 * 147.2 / 136 = 108.235…
        (
            {"done_pct": 100 * 147.2 / 136},
            "完成年度计划的108.2%",
            "108.2% of the annual plan",
        ),
        (
            {"done_pct": 39.65, "planned_by": "budget"},  # as printed
            "完成年初预算的39.65%",
            "39.65% of the initial budget",
        ),
        (
            {"done_pct": 120.0, "planned_by": "target"},
            "完成年度目标的120%",
            "120% of the annual target",
        ),
        (
            {"done_pct": 120.0, "better": "lower"},
            "为年度控制目标的120%",
            "120% of the annual limit",
        ),
        ({}, None, None),
    ],
)
def test_done(changes, chinese, english):
    assert sentences.done(row(**changes), zh) == chinese
    assert sentences.done(row(**changes), en) == english


COUNTED = {"unit_zh": "个", "unit_en": "projects", "decimals": 0}


@pytest.mark.parametrize(
    ("changes", "chinese", "english"),
    [
        ({"value": 10553.0} | COUNTED, ("10,553", "个"), ("10,553 projects", "")),
        ({"value": 1.0} | COUNTED, ("1", "个"), ("1 project", "")),
        ({"value": 20.0, "estimate": "about"} | COUNTED, ("约20", "个"), ("about 20 projects", "")),
        (
            {"value": 11000.0, "estimate": "more_than", "quoted": "11000余个"} | COUNTED,
            ("11000余个", ""),
            ("more than 11,000 projects", ""),
        ),
        ({"value": 440.5, "decimals": 2}, ("440.5", "亿元"), ("CNY 44.05 billion", "")),
        (
            {"value": 4478.0, "unit_zh": "万元", "unit_en": "CNY 10,000"},
            ("4,478", "万元"),
            ("CNY 44.78 million", ""),
        ),
        (
            {"value": 15.0, "unit_zh": "万亩", "unit_en": "10,000 mu"},
            ("15", "万亩"),
            ("150,000 mu", ""),
        ),
        (
            {"value": 3645.91, "unit_zh": "平方公里", "unit_en": "km²"},
            ("3,645.91", "平方公里"),
            ("3,645.91 km²", ""),
        ),
        (
            {"value": 13130.0, "unit_zh": "元", "unit_en": "CNY"},
            ("13,130", "元"),
            ("CNY 13,130", ""),
        ),
        ({"value": 2.0, "kind": "rank"}, ("第2位", ""), ("second", "")),
        ({"value": 22.0, "kind": "rank"}, ("第22位", ""), ("22nd", "")),
        ({"value": 112.0, "kind": "rank"}, ("第112位", ""), ("112th", "")),
    ],
)
def test_a_card_shows_the_figure_and_the_unit_where_it_stands_beside(changes, chinese, english):
    shown = row(**changes)
    assert (sentences.value(shown, zh), sentences.unit(shown, zh)) == chinese
    assert (sentences.value(shown, en), sentences.unit(shown, en)) == english


@pytest.mark.parametrize(
    ("many", "one"),
    [("people", "person"), ("entities", "entity"), ("visits a month", "visit a month")],
)
def test_one_of_a_thing_is_not_said_in_the_plural(many, one):
    single = row(value=1.0, unit_zh="个", unit_en=many, decimals=0)
    assert sentences.named_value(single, en) == f"Investment 1 {one}"
    assert sentences.named_value(single, zh) == "完成投资1个"


REQUIRED = [
    ORDINARY | {"indicator": f"required_{name}", "value": count, "decimals": 0}
    for name, count in (("topic_discussions", 4), ("group_study_sessions", 8))
]
BOOKS = ORDINARY | {"indicator": "required_designated_books", "value": 4, "decimals": 0}
UNLISTED = zh.text("learning.unlisted")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [*REQUIRED, BOOKS],
            "“148”学习法要求专题研讨4次、集体学习8次。党政机关党员干部须通读指定书籍4本。"
            "以上均为学习要求，不是完成数。",
        ),
        (
            REQUIRED[1:],
            "“148”学习法要求集体学习8次。以上均为学习要求，不是完成数。",
        ),
        ([BOOKS | {"value": float("nan")}], ""),
    ],
)
def test_the_study_method_is_told_as_far_as_it_is_known(rows, said):
    assert sentences.study_method(pd.DataFrame(rows), zh) == f"{said}\n\n{UNLISTED}".strip()


@pytest.mark.parametrize(
    ("is_more_than", "said"),
    [(True, "资料载全区党员超过30000名，比重按30000名计算，略偏高。"), (False, "")],
)
def test_shares_of_more_than_so_many_are_said_to_be_too_large(is_more_than, said):
    rows = pd.DataFrame(
        {"year": [2021], "all_members": [30000], "all_members_is_more_than": [is_more_than]}
    )
    assert sentences.share_of_more_than(rows, zh) == said
    assert sentences.share_of_more_than(rows.iloc[:0], zh) == ""


def test_a_status_has_a_mark_and_a_word():
    rows = pd.DataFrame({"status": ["under_construction", "planned", "completed"]}).assign(
        publisher_zh="汉滨区人民政府",
        published_on=["2025-04-15", None, "2025"],
        is_secondary=[False, False, True],
    )
    worded = sentences.projects(rows, zh)
    assert list(worded["status_words"]) == ["● 在建", "○ 计划", "✓ 已完成"]
    assert list(worded["source_words"]) == [
        "汉滨区人民政府，2025-04-15",
        "汉滨区人民政府",
        "汉滨区人民政府，2025（二手资料）",
    ]


def copies(**columns: object) -> str:
    rows = pd.DataFrame({"value": 1.0} | columns)
    return sentences.second_hand(rows, ["value"], zh, hollow=True)


def test_what_is_from_a_copy_is_named_by_its_years_or_its_areas():
    years = {"year": [2010, 2011, 2012, 2014]}
    assert copies(**years, is_secondary=[False] * 4) == ""
    assert copies(**years, is_secondary=[True] * 4) == (
        "数据均为二手资料（数据库转录或百科，图中空心）。"
    )
    assert copies(**years, is_secondary=[False, True, True, True]) == (
        "二手资料（数据库转录或百科，图中空心）：2011—2012年、2014年。"
    )
    areas = {"ref_area": ["a", "b", "c"], "name_zh": ["甲县", "乙县", "丙县"]}
    some = {"is_secondary": [False, True, True]}
    assert copies(**areas, **some, year=2021) == (
        "二手资料（数据库转录或百科，图中空心）：乙县、丙县。"
    )
    assert copies(**areas, **some, year=[2020, 2021, 2022]) == (
        "二手资料（数据库转录或百科，图中空心）共2个数。"
    )


def test_of_two_figures_a_year_one_from_a_copy_makes_not_all_of_them_copies():
    rows = pd.DataFrame({"revenue": [5.0, None], "expenditure": [70.0, 71.0], "year": [2020, 2021]})
    measures = ["expenditure", "revenue"]
    said = sentences.second_hand(rows.assign(is_secondary=True), measures, zh, hollow=True)
    assert said == "各年均含二手资料（数据库转录或百科，图中空心）。"


def test_a_break_of_the_district_is_told_with_its_reason():
    rows = pd.DataFrame(
        {"name_zh": "汉滨区", "name_en": "Hanbin", "year": 2018}
        | {"break_kind": ["definition", None], "reason_zh": "原因", "reason_en": "Why"}
    )
    assert sentences.home_breaks(rows, zh) == (
        "汉滨区2018年统计口径调整，与以前年份不可直接比较：原因。 "
        "汉滨区2018年数据与以前年份不可直接比较：原因。"
    )
    assert sentences.home_breaks(rows, en) == (
        "Hanbin, 2018: definition changed, not comparable with earlier years. Why. "
        "Hanbin, 2018: not comparable with earlier years. Why."
    )
    assert sentences.home_breaks(rows.iloc[:0], zh) == ""


def test_a_figure_of_another_year_says_so():
    assert sentences.stale(row(), zh, 2010, 2025) == ""
    old = row(year=2021, is_focus_year=False)
    assert sentences.stale(old, zh, 2010, 2025) == "暂无2025年数据，为2021年数"
    assert sentences.stale(row(year=pd.NA), zh, 2010, 2025) == "2010—2025年暂无数据"


def places(*ranks_by_year: tuple[int, int]) -> pd.DataFrame:
    """Hanbin's places among four counties, year by year, as ranks_by_area_and_year returns them."""
    return pd.DataFrame(
        [
            {"name_zh": "汉滨区", "name_en": "Hanbin", "is_home": True, "year": year, "rank": rank}
            for year, rank in ranks_by_year
        ]
    ).assign(ranked=4)


GROWN = ORDINARY | {"kind": "growth", "unit_zh": "%", "unit_en": "%", "decimals": 1}
YEAR = [
    ORDINARY
    | {"indicator": "retail", "said_zh": "零售额{v}", "said_en": "retail sales were {v}"}
    | {"report_place": 5, "scope": "excluding_zones"},
    ORDINARY | {"headline": 2},
    GROWN | {"indicator": "gdp_growth", "growth_of": "gdp", "report_place": 1, "value": 4.6},
    ORDINARY
    | {"indicator": "gdp", "said_zh": "生产总值{v}", "said_en": "GDP was {v}"}
    | {"report_place": 1, "value": 445.28, "growth_pct": 4.6},
    ORDINARY | {"indicator": "old", "year": 2024},
    ORDINARY | {"indicator": "half", "coverage": "year_to_date", "elapsed_pct": 50},
]


NO_GROWTHS = pd.DataFrame(columns=["year", "is_home"])
NO_PLACES = pd.DataFrame(columns=["year", "is_home", "rank"])
GROWTHS = pd.DataFrame(
    {
        "name_zh": ["汉滨区", "安康市", "陕西省", "全国"],
        "name_en": ["Hanbin", "Ankang", "Shaanxi", "China"],
        "is_home": [True, False, False, False],
        "year": [2025, 2025, 2025, 2024],
        "value": [4.6, 4.1, 4.6, 9.9],
    }
)


def test_the_judgement_tells_what_a_report_begins_with_beside_the_city_and_the_province():
    rows = pd.DataFrame(YEAR)
    # 4.6 − 4.1 = 0.5, 4.6 − 4.6 = 0; China has no growth of the year
    assert sentences.judgement(rows, GROWTHS, NO_PLACES, zh, 2025) == (
        "2025年，全区生产总值445.28亿元、增长4.6%，增速高于安康市0.5个百分点、与陕西省持平。"
    )
    assert sentences.judgement(rows, GROWTHS, NO_PLACES, en, 2025) == (
        "In Hanbin District in 2025, GDP was CNY 44.53 billion, up 4.6%, with growth"
        " 0.5 percentage points above Ankang and in line with Shaanxi."
    )


@pytest.mark.parametrize(
    ("ranks", "told"),
    [
        (places((2021, 2), (2024, 1)), "；2024年总量居全市4个县（市、区）首位。"),
        (places((2024, 1), (2025, 2)), "；总量居全市4个县（市、区）第2位。"),
    ],
    ids=["of an earlier year", "of the year"],
)
def test_the_judgement_ends_with_the_last_place_that_there_is(ranks, told):
    whole = sentences.judgement(pd.DataFrame(YEAR), NO_GROWTHS, ranks, zh, 2025)
    assert whole == f"2025年，全区生产总值445.28亿元、增长4.6%{told}"


def test_the_judgement_of_a_year_without_figures_says_so():
    old = pd.DataFrame(YEAR[4:])
    assert sentences.judgement(old, NO_GROWTHS, NO_PLACES, zh, 2025) == (
        "2025年暂无年度数据，显示此前最近一年的数。"
    )
    assert sentences.summary(old, zh, 2025) == ""


def test_a_level_without_its_zones_is_compared_with_nobody():
    part = pd.DataFrame([YEAR[3] | {"scope": "excluding_zones"}])
    told = sentences.judgement(part, GROWTHS, NO_PLACES, zh, 2025)
    assert told == "2025年，全区生产总值445.28亿元、增长4.6%（不含安康高新区、恒口示范区）。"


def test_the_summary_tells_what_else_is_of_the_year_and_a_growth_once():
    rows = pd.DataFrame(YEAR)
    assert sentences.summary(rows, zh, 2025) == (
        "完成投资179.5亿元，零售额179.5亿元（不含安康高新区、恒口示范区）。"
    )
    assert sentences.summary(rows, en, 2025) == (
        "Investment was CNY 17.95 billion; and retail sales were CNY 17.95 billion "
        "(excluding the High-tech and Hengkou zones)."
    )


def test_a_share_printed_otherwise_is_told_with_both_figures():
    rows = pd.DataFrame(
        {
            "year": [2016, 2017],
            "completed": [50.0, 147.2],
            "completed_to_date": [None, None],
            "planned": [100.0, 136.0],
            "completed_pct": [50.0, 108.235],
            "published_completed_pct": [50.0, 107.6],
        }
    )
    assert sentences.about_plans(rows, zh) == (
        "2017年：按完成147.2、计划136.0计算为108.2%，原文为107.6%，以原文为准。"
    )


def test_the_budget_is_told_of_the_latest_year_that_has_both():
    rows = pd.DataFrame(
        {
            "year": [2022, 2023],
            "name_zh": "汉滨区",
            "name_en": "Hanbin District",
            "revenue": [5.0, 6.0],
            "expenditure": [40.0, None],
            "self_sufficiency_pct": [12.5, None],  # 100 * 5 / 40
        }
    )
    money = SimpleNamespace(unit_zh="亿元", unit_en="CNY 100 million", decimals=2, kind="flow")
    assert sentences.budget(rows, zh, indicator=money) == (
        "2022年，汉滨区一般公共预算收入5亿元，支出40亿元，财政自给率12.5%。"
    )
    assert sentences.budget(rows, en, indicator=money) == (
        "In 2022, Hanbin District had general public budget revenue of CNY 500 million and "
        "expenditure of CNY 4 billion, a self-sufficiency of 12.5%."
    )
    assert sentences.budget(rows[1:], zh, indicator=money) == ""


def test_a_figure_of_the_census_stands_between_two_counties_with_its_place():
    row = {"unit_zh": "%", "decimals": 2, "value": 6.06, "rank": 2, "ranked": 10, "better": "lower"}
    row |= {"least": 5.5, "least_zh": "宁陕县", "most": 12.34, "most_zh": "岚皋县"}
    rows = sentences.with_range(pd.DataFrame([row, row | {"better": "neither"}]), zh)
    assert list(rows["rank_words"]) == ["2/10", ""]
    words = rows[["unit_words", "value_words", "least_words", "most_words"]]
    assert list(words.iloc[0]) == ["%", "6.06", "5.50（宁陕县）", "12.34（岚皋县）"]


def test_a_plan_that_was_not_found_is_said_of_the_latest_year():
    years = {"year": [2017, 2025], "completed": [147.2, 179.5], "completed_to_date": None}
    nothing = {"completed_pct": [108.2, None], "published_completed_pct": [108.2, None]}
    rows = pd.DataFrame(years | nothing | {"planned": [136.0, None]})
    assert sentences.about_plans(rows, zh) == "未见2025年年度计划的数额。"
    assert sentences.about_plans(rows, en) == "No annual plan of 2025 was found."
    assert sentences.about_plans(rows[:1], zh) == ""
    # A share of the plan is printed: so there was one.
    printed = rows.assign(published_completed_pct=[108.2, 82.0])
    assert sentences.about_plans(printed, zh) == ""


def bar(**known: object) -> list[dict]:
    row = {
        "is_home": True, "state": "achieved", "area_zh": "汉滨区", "year": 2021, "name_zh": "就业",
        "indicator": "jobs", "unit_zh": "人", "decimals": 0, "better": "higher", "kind": "flow",
        "qualifier": None, "target": 100.0, "value": 90.0, "elapsed_pct": 100.0,
        "done_pct": None, "pace_points": None, "distance": None,
    }  # fmt: skip
    computed = dict.fromkeys(("done_pct", "pace_points", "distance"), "float64")
    rows = pd.DataFrame([row | known, row | {"is_home": False}]).astype(computed)
    return sentences.target_bars(rows, zh, address="indicator?indicator=", home=True)


def test_a_bar_ends_where_so_much_of_the_target_is_done():
    # 90 of 120 per cent are 75 of the cell; its target stands at 100 of 120
    [cell] = bar(done_pct=90.0)
    assert (cell["start"], cell["end"], round(cell["aim"], 1)) == (0, 75, 83.3)
    assert (cell["完成或差距"], cell["address"]) == ("90%", "indicator?indicator=jobs")
    assert bar(done_pct=300.0)[0]["end"] == 100
    # the farthest distance of the table reaches the end, here that to the left
    [cell] = bar(distance=-4.3, unit_zh="%", kind="growth", decimals=1, state="missed")
    assert (cell["start"], cell["end"], cell["aim"], cell["is_behind"]) == (0, 50, 50, True)
    assert cell["完成或差距"] == "低于目标4.3个百分点"
    assert "end" not in bar(value=None, state="not_reported")[0]


def test_of_which_years_the_figures_are_is_one_sentence():
    rows = pd.DataFrame(
        {"is_focus_year": [False, True, True, False], "value": [1.0, 2.0, 3.0, None]}
    )
    assert sentences.freshness(rows, zh, 2025) == (
        "4项主要指标：2项为2025年数，1项为较早年份数，1项暂无数据。"
    )
    assert sentences.freshness(rows, en, 2025) == (
        "4 headline indicators: 2 of 2025, 1 of earlier years and 1 without data."
    )
    assert sentences.freshness(rows[1:3], zh, 2025) == "2项主要指标：2项为2025年数。"
    assert sentences.freshness(rows[:1], zh, 2025) == (
        "1项主要指标：0项为2025年数，1项为较早年份数。"
    )


def test_beside_an_old_figure_the_months_of_the_year_are_told():
    months = row(value=177.0, coverage="year_to_date", time_period="2023-11")
    assert sentences.to_date(months, zh) == "2023年1—11月完成投资177亿元（暂无全年数据）"
    assert sentences.to_date(months, en) == (
        "In January–November 2023, investment was CNY 17.7 billion (no figure for the whole year)"
    )


def test_areas_without_an_index_are_named():
    rows = pd.DataFrame(
        {
            "ref_area": ["610902", "610902", "610900", "CHN"],
            "index_value": [100.0, 117.2, 100.0, float("nan")],
        }
    )
    names = {"610902": "汉滨区", "610900": "安康市", "CHN": "全国"}
    assert sentences.not_indexed(rows, zh, areas=names) == (
        "不能比较：安康市、全国（基期或其他年份没有同口径数据）。"
    )
    assert sentences.not_indexed(rows, zh, areas={"610902": "汉滨区"}) == ""


def test_a_change_of_the_data_is_told_with_every_digit_of_both_figures():
    row = {"what": "revised", "kept_in": "observations", "indicator": "gdp", "ref_area": "610902"}
    row |= {"time_period": "2021", "coverage": "year", "source": "bulletin", "file": "economy.csv"}
    row |= {"value_before": 1234567890.12345, "value_now": -0.5}
    [told] = sentences.change_list([row], {"gdp": "地区生产总值"}, {"610902": "汉滨区"}, zh)
    assert [told["原数"], told["现数"]] == ["1,234,567,890.12345", "−0.5"]


GDP = row(name_zh="地区生产总值", name_en="GDP")


@pytest.mark.parametrize(
    ("rows", "chinese", "english"),
    [
        (
            places((2019, 1), (2020, 1), (2023, 1)),
            "2019—2023年有各县数据的3年，汉滨区地区生产总值均居全市4个县（市、区）首位。",
            "2019–2023: Hanbin, GDP, first among the city's 4 counties and districts in each of the"
            " 3 years with data for all.",
        ),
        (
            places((2019, 2), (2020, 1), (2023, 3)),
            "2023年，汉滨区地区生产总值居全市4个县（市、区）第3位，2019年为第2位。",
            "2023: Hanbin, GDP, third among the city's 4 counties and districts; second in 2019.",
        ),
    ],
    ids=["always the same", "another one"],
)
def test_places_over_the_years_are_told_in_one_sentence(rows, chinese, english):
    assert sentences.places(rows, Language("zh"), indicator=GDP) == chinese
    assert sentences.places(rows, Language("en"), indicator=GDP) == english


POINT = {"unit_zh": "%", "unit_en": "%", "kind": "growth", "better": "higher", "decimals": 1}


def test_a_distance_from_a_target_of_one_point_is_one_point():
    # 5 − 6 = −1
    missed = row(value=5.0, target=6.0, distance=-1.0, **POINT)
    assert sentences.distance_of_target(missed, zh) == "5%，低于目标1个百分点"
    assert sentences.distance_of_target(missed, en) == "5%, 1 percentage point below the target"


def test_a_distance_from_a_target_has_its_unit():
    # 88 − 90 = −2
    units = {"unit_zh": "位", "unit_en": "rank", "kind": "rank", "decimals": 0}
    money = row(value=88.0, target=90.0, distance=-2.0)
    assert sentences.distance_of_target(money, zh) == "88亿元，低于目标2亿元"
    assert sentences.distance_of_target(money, en) == (
        "CNY 8.8 billion, CNY 200 million below the target"
    )
    place = row(value=3.0, target=2.0, distance=-1.0, **units | {"better": "lower"})
    assert sentences.distance_of_target(place, zh).endswith("1位")


def test_a_pace_of_one_point_is_one_point():
    behind = row(
        value=4.9,
        target=10.0,
        done_pct=49.0,
        elapsed_pct=50.0,
        pace_points=-1.0,
        qualifier="plan",
    )
    assert sentences.done_of_target(behind, zh) == (
        "4.9亿元，完成年度计划的49%，慢于时间进度1个百分点"
    )
    assert sentences.done_of_target(behind, en) == (
        "CNY 490 million, 49% of the annual plan, 1 percentage point behind schedule"
    )


COUNTED = pd.DataFrame(
    {"is_home": [True, True, False], "state": ["achieved", "not_reported", "missed"]}
)


def test_targets_are_counted_in_a_sentence_that_begins_with_its_only_capital():
    named = COUNTED.assign(area_zh="汉滨区", area_en="Hanbin District")
    assert sentences.targets(named, en, home=True) == (
        "Hanbin District, 2 targets: ✓ met: 1, ○ no data: 1."
    )
    assert sentences.targets(named, en, home=False) == (
        "City, province and China, 1 target: ✕ not met: 1."
    )


def test_a_requirement_is_of_no_kind():
    told = {"definition_zh": "学习的要求", "definition_en": "Required", "kind": "rate"}
    figures = pd.DataFrame({"value": pd.Series(dtype="float64")})
    required = row(is_said=False, **told)
    assert "性质" not in sentences.definition(figures, required, "学习教育", zh)
    average = row(is_said=True, **told)
    assert "- **性质**　比率或平均数" in sentences.definition(figures, average, "学习教育", zh)


def counties(*values: float | None) -> pd.DataFrame:
    """Hanbin and its neighbours in 2024, as ranks_by_area returns them, best first."""
    names = (
        ("汉滨区", "Hanbin"),
        ("旬阳市", "Xunyang"),
        ("紫阳县", "Ziyang"),
        ("岚皋县", "Langao"),
    )
    rows = [
        {"name_zh": zh_name, "name_en": en_name, "is_home": place == 0, "year": 2024}
        | {"value": value, "rank": None if value is None else place + 1}
        for place, ((zh_name, en_name), value) in enumerate(zip(names, values, strict=False))
    ]
    found = pd.DataFrame(rows)
    below = found["value"] - found["value"].shift(-1)
    return found.assign(
        ranked=int(found["value"].notna().sum()), gap_above=float("nan"), gap_below=below
    )


def test_nobody_is_first_of_two():
    gdp = row(name_zh="生产总值", name_en="GDP")
    # 440.5 − 220.5 = 220
    assert sentences.place(counties(440.5, 220.5, None), zh, indicator=gdp) == (
        "2024年，汉滨区生产总值440.5亿元；仅2个县（市、区）有数据，不排位，"
        "比旬阳市多220亿元。暂无数据：紫阳县。"
    )


def test_the_next_is_named_with_its_place():
    gdp = row(name_zh="生产总值", name_en="GDP")
    said = sentences.place(counties(440.5, 220.5, 100.0, 50.0), en, indicator=gdp)
    assert said == (
        "2024: Hanbin, GDP CNY 44.05 billion, first among the city's 4 counties and districts, "
        "CNY 22 billion more than second-placed Xunyang."
    )


def test_the_first_among_falls_is_not_praised():
    growth = row(name_zh="生产总值增速", unit_zh="%", kind="growth")
    assert sentences.place(counties(-2.0, -3.0, -4.0, -5.0), zh, indicator=growth) == (
        "2024年，汉滨区生产总值增速−2%，居全市4个县（市、区）第1位，比第2位的旬阳市高1个百分点。"
    )


def test_a_change_in_per_cent_of_money_is_said_to_be_nominal():
    assert sentences.nominal(row(), zh) == "增减按公布数计算，未扣除价格因素。"
    assert sentences.nominal(row(growth_pct=4.6), zh) == ""  # the published growth is told
    assert sentences.nominal(row(unit_zh="人", change=-12.0, value=2000.0), zh) == ""
    assert sentences.nominal(row(previous_year=float("nan")), zh) == ""


@pytest.mark.parametrize(
    ("ours", "of_level", "chinese", "english"),
    [
        # 4.6 − 5.0 = −0.4, 4.6 − 4.1 = 0.5
        (
            4.6,
            True,
            "增速低于全市0.4个百分点、高于全省0.5个百分点",
            "with growth 0.4 percentage points below the city and "
            "0.5 percentage points above the province",
        ),
        (4.6, False, "低于全市0.4个百分点、高于全省0.5个百分点", None),
        # −4.0 − 5.0 = −9.0, −4.0 − 4.1 = −8.1: neither fell
        (-4.0, False, "低于全市9个百分点、低于全省8.1个百分点", None),
    ],
)
def test_a_growth_beside_those_of_others(ours, of_level, chinese, english):
    assert sentences.beside(ours, [(5.0, "全市"), (4.1, "全省")], zh, of_level=of_level) == chinese
    if english:
        others = [(5.0, "the city"), (4.1, "the province")]
        assert sentences.beside(ours, others, en, of_level=of_level) == english


def test_of_two_falls_the_falls_are_compared():
    # −4.0 − −9.1 = 5.1; the province grew: −4.0 − 2.2 = −6.2
    others = [(-9.1, "全市"), (2.2, "全省")]
    assert sentences.beside(-4.0, others, zh, of_level=True) == (
        "降幅小于全市5.1个百分点、增速低于全省6.2个百分点"
    )
    assert sentences.beside(-4.0, [(-1.5, "the city")], en, of_level=True) == (
        "a fall 2.5 percentage points larger than that of the city"
    )
    assert sentences.beside(-4.0, [(-4.0, "全市")], zh, of_level=False) == "与全市持平"


@pytest.mark.parametrize(
    ("better", "rank", "chinese", "english"),
    [
        ("higher", 1, "居全市10个县（市、区）首位", "the highest among the city's 10"),
        ("higher", 3, "居全市10个县（市、区）第3位", "the third-highest among the city's 10"),
        (
            "lower",
            2,
            "由低到高居全市10个县（市、区）第2位",
            "the second-lowest among the city's 10",
        ),
    ],
)
def test_the_place_of_a_rate_says_from_which_end(better, rank, chinese, english):
    place = {"rank": rank, "ranked": 10, "is_tied": False, "better": better, "kind": "rate"}
    nothing = dict.fromkeys(("city_points", "growth_change", "distance"), float("nan"))
    told = row(unit_zh="%", unit_en="%", previous_year=float("nan"), **place, **nothing)
    assert sentences.parts(told, zh)["rank"] == chinese
    assert sentences.parts(told, en)["rank"].startswith(english)


def test_two_scopes_are_noted_where_both_have_a_figure():
    rows = pd.DataFrame({"scope": ["whole_jurisdiction", "excluding_zones"], "value": [89.1, 67.3]})
    assert sentences.two_scopes(rows, zh) == (
        "辖区与不含高新区、恒口示范区是两个范围，不相连、不比较。"
    )
    assert sentences.two_scopes(rows[:1], zh) == ""
    assert sentences.two_scopes(rows.assign(value=[89.1, None]), zh) == ""


def test_a_figure_without_a_place_is_noted_where_there_is_one():
    rows = pd.DataFrame({"value": [89.1, 67.3, None], "rank": [1.0, None, None]})
    assert sentences.unranked(rows, zh) == "不含高新区、恒口示范区的数不参加排位。"
    assert sentences.unranked(rows.iloc[[0, 2]], zh) == ""


@pytest.mark.parametrize(
    ("unit", "figure", "told"),
    [
        ("亿元", 233.7171, "233.72亿元"),
        ("亿元", 440.5, "440.5亿元"),
        ("亿元", 2.995, "3亿元"),  # half up, and no false zeros
        ("元", 7849.46, "7849元"),
        ("万元", 4478, "4478万元"),
        ("万人", 89.4853, "894853人"),
        ("万人", 102.6116, "102.61万人"),  # from a million on in 万
        ("%", 67.46, "67.46%"),
    ],
)
def test_money_of_a_database_is_told_to_two_decimals_as_every_report_does(unit, figure, told):
    assert sentences.spoken(figure, row(unit_zh=unit), zh) == told


def test_a_change_of_money_that_no_report_would_say_is_none():
    same = row(value=233.7171, change=0.0041, change_pct=0.0018, decimals=2)  # 233.7171 − 233.7130
    assert sentences.change(same, zh) == "与上年持平"
