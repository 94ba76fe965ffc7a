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
    "unit_zh": "亿元",
    "unit_en": "CNY 100 million",
    "decimals": 1,
    "kind": "flow",
    "better": "higher",
    "value": 179.5,
    "year": 2025,
    "is_focus_year": True,
    "obs_status": "A",
    "is_more_than": False,
    "previous_year": 2024,
    "change": 179.5 - 189.4,  # −9.9
    "is_broken": False,
    "growth_pct": float("nan"),
    "done_pct": float("nan"),
    "state": None,
    "publisher": "汉滨区人民政府",
    "published_on": "2025-04-15",
}


def row(**changes) -> SimpleNamespace:
    return SimpleNamespace(**{**ORDINARY, **changes})


@pytest.mark.parametrize(
    ("changes", "chinese", "english"),
    [
        ({}, "比2024年减少9.9亿元", "9.9 × CNY 100 million less than in 2024"),
        (
            {"previous_year": 2021, "change": 20.9},
            "比2021年增加20.9亿元",
            "20.9 × CNY 100 million more than in 2021",
        ),
        ({"change": 0.04}, "与2024年持平", "the same as in 2024"),
        (
            {"kind": "growth", "unit_zh": "%", "unit_en": "%", "change": 0.6},
            "比2024年提高0.6个百分点",
            "0.6 percentage points above 2024",
        ),
        (
            {"kind": "growth", "unit_zh": "%", "unit_en": "%", "change": -0.8},
            "比2024年回落0.8个百分点",
            "0.8 percentage points below 2024",
        ),
        (
            {"kind": "rank", "decimals": 0, "change": -10},
            "比2024年前移10位",
            "10 places up on 2024",
        ),
        (
            {"is_broken": True, "change": float("nan")},
            "口径调整，与2024年不可比",
            "definition changed, not comparable with 2024",
        ),
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
        (4.6, "同比增长4.6%", "up 4.6% on the year before"),
        (-4.0, "同比下降4.0%", "down 4.0% on the year before"),
        (0.0, "同比持平", "unchanged on the year before"),
        (float("nan"), None, None),
    ],
)
def test_growth(growth, chinese, english):
    assert sentences.growth(row(growth_pct=growth), zh) == chinese
    assert sentences.growth(row(growth_pct=growth), en) == english


def test_done():
    # 147.2 of 136 planned: 100 * 147.2 / 136 = 108.235…
    assert sentences.done(row(done_pct=100 * 147.2 / 136), zh) == "完成年度目标108.2%"
    assert sentences.done(row(), zh) is None


@pytest.mark.parametrize(
    ("better", "state", "chinese", "english"),
    [
        (
            "lower",
            "missed",
            "为年度控制目标的120.0%，超过控制目标",
            "120.0% of the year's limit, limit exceeded",
        ),
        ("lower", "achieved", "为年度控制目标的120.0%", "120.0% of the year's limit"),
        ("higher", "achieved", "完成年度目标120.0%", "120.0% of the year's target"),
    ],
)
def test_of_a_limit_it_is_said_that_it_is_exceeded(better, state, chinese, english):
    limited = row(done_pct=120.0, better=better, state=state)
    assert sentences.done(limited, zh) == chinese
    assert sentences.done(limited, en) == english


def test_an_estimate_is_said_to_be_about():
    assert sentences.value(row(value=20, decimals=0, obs_status="E"), zh) == "约20"
    assert sentences.value(row(value=20, decimals=0, obs_status="P"), zh) == "20"


@pytest.mark.parametrize(
    ("value", "unit_zh", "unit_en", "chinese", "english"),
    [
        (11000, "本", "books", "完成投资11,000余本", "Investment 11,000+ books"),
        (200, "万元", "CNY 10,000", "完成投资200余万元", "Investment 200+ × CNY 10,000"),
    ],
)
def test_more_than_is_said_as_the_source_says_it(value, unit_zh, unit_en, chinese, english):
    units = {"unit_zh": unit_zh, "unit_en": unit_en}
    more = row(value=value, decimals=0, obs_status="E", is_more_than=True, **units)
    assert sentences.named_value(more, zh) == chinese
    assert sentences.named_value(more, en) == english


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
    [(True, "全区党员原文为30,000余名，比重按30,000名计算，实际略低。"), (False, "")],
)
def test_shares_of_more_than_so_many_are_said_to_be_too_large(is_more_than, said):
    rows = pd.DataFrame(
        {"year": [2021], "all_members": [30000], "all_members_is_more_than": [is_more_than]}
    )
    assert sentences.share_of_more_than(rows, zh) == said
    assert sentences.share_of_more_than(rows.iloc[:0], zh) == ""


def test_a_status_has_a_mark_and_a_word():
    rows = pd.DataFrame({"status": ["under_construction", "planned", "completed"]}).assign(
        publisher="汉滨区人民政府", published_on=["2025-04-15", None, "2025"]
    )
    worded = sentences.projects(rows, zh)
    assert list(worded["status_words"]) == ["● 在建", "○ 计划", "✓ 已完成"]
    assert list(worded["source_words"]) == [
        "汉滨区人民政府，2025-04-15",
        "汉滨区人民政府",
        "汉滨区人民政府，2025",
    ]


def test_a_break_of_the_district_is_told_with_its_reason():
    rows = pd.DataFrame(
        {"name_zh": ["汉滨区"], "name_en": ["Hanbin"], "year": [2018]}
        | {"reason_zh": ["不与以后的数相连"], "reason_en": ["not to be joined"]}
    )
    assert sentences.home_breaks(rows, zh) == "汉滨区2018年口径调整：不与以后的数相连。"
    assert sentences.home_breaks(rows, en) == "Hanbin, new definition from 2018: not to be joined."
    assert sentences.home_breaks(rows.iloc[:0], zh) == ""


def test_a_figure_of_another_year_says_so():
    assert sentences.stale(row(), zh, 2010, 2025) == ""
    old = row(year=2021, is_focus_year=False)
    assert sentences.stale(old, zh, 2010, 2025) == "2025年未公布，为2021年数"
    assert sentences.stale(row(year=pd.NA), zh, 2010, 2025) == "2010—2025年未公布"


def test_the_summary_tells_only_the_focus_year():
    rows = pd.DataFrame([ORDINARY, {**ORDINARY, "name_zh": "旧", "is_focus_year": False}])
    assert sentences.summary(rows, zh, 2025) == "2025年，完成投资179.5亿元。"
    assert sentences.summary(rows.iloc[1:], zh, 2025) == (
        "2025年的年度指标尚未公布，以下为此前最近一年的数。"
    )


def test_a_share_printed_otherwise_is_told_with_both_figures():
    rows = pd.DataFrame(
        {
            "year": [2016, 2017],
            "completed": [50.0, 147.2],
            "planned": [100.0, 136.0],
            "completed_pct": [50.0, 108.235],
            "published_completed_pct": [50.0, 107.6],
        }
    )
    assert sentences.printed_otherwise(rows, zh) == (
        "2017年：按完成147.2、计划136.0计算为108.2%，原文印作107.6%，两数均予保留。"
    )


def test_how_many_figures_are_not_published_is_one_sentence_or_none():
    rows = pd.DataFrame({"is_focus_year": [False, True, True, False]})
    assert sentences.not_reported(rows, zh, 2025) == (
        "4项主要指标中，2项2025年尚未公布，以下为最近一年的数。"
    )
    assert sentences.not_reported(rows[1:3], zh, 2025) == ""


def test_one_of_a_thing_is_not_said_in_the_plural():
    units = {"unit_zh": "个", "unit_en": "projects", "decimals": 0}
    assert sentences.named_value(row(value=1, **units), en) == "Investment 1 project"
    assert sentences.named_value(row(value=2, **units), en) == "Investment 2 projects"
    assert sentences.named_value(row(value=1, **units), zh) == "完成投资1个"
    for many, one in (("people", "person"), ("entities", "entity"), ("visits a month",) * 2):
        said = sentences.named_value(row(value=1, **units | {"unit_en": many}), en)
        assert said == f"Investment 1 {one.replace('visits', 'visit')}"


def test_beside_an_old_figure_the_months_of_the_year_are_told():
    months = row(value=177.0, coverage="year_to_date", time_period="2023-11")
    assert sentences.to_date(months, zh) == "2023年1—11月为177.0亿元，全年数未公布"
    assert sentences.to_date(months, en) == (
        "January–November 2023: 177.0 × CNY 100 million; whole year not published"
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
        "不能比较：安康市、全国（基年或其他年份没有同口径的公布数）。"
    )
    assert sentences.not_indexed(rows, zh, areas={"610902": "汉滨区"}) == ""


def test_a_change_of_the_data_is_told_with_every_digit_of_both_figures():
    row = {"what": "revised", "kept_in": "observations", "indicator": "gdp", "ref_area": "610902"}
    row |= {"time_period": "2021", "coverage": "year", "source": "bulletin", "file": "economy.csv"}
    row |= {"value_before": 1234567890.12345, "value_now": -0.5}
    [told] = sentences.change_list([row], {"gdp": "地区生产总值"}, {"610902": "汉滨区"}, zh)
    assert [told["原数"], told["现数"]] == ["1,234,567,890.12345", "−0.5"]
