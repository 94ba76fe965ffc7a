"""Every picture has a statement: an indicator's report sentence, else what its rows say."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from indicators import sentences
from indicators.language import Language
from tests import opened

ROOT = Path(__file__).resolve().parents[2]
zh = Language("zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", opened.PAGES)
def test_every_picture_of_a_page_has_a_statement(page, lang):
    captions = [card["caption"] for card in opened.charts(opened.shared(page, lang=lang))]
    assert [caption["title"] for caption in captions if not caption["sentence"]] == []


@pytest.mark.sweep
def test_every_indicator_that_is_said_has_a_statement():
    with (ROOT / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        said = [row["indicator"] for row in csv.DictReader(file) if row["said_zh"]]
    without = []
    for code in said:
        captions = [c["caption"] for c in opened.charts(opened.opened("indicator", indicator=code))]
        without += [(code, said["title"]) for said in captions if not said["sentence"]]
    assert without == []


def test_where_the_latest_figure_is_of_a_half_year_the_statement_is_of_the_last_year_drawn():
    # 2024年1—6月，城镇居民人均可支配收入17203元 is the latest; whole years end in 2017.
    (card, *_) = opened.charts(opened.shared("livelihood"))
    assert card["caption"]["sentence"] == "2017年，全区城镇居民人均可支配收入28569元。"


def test_two_indicators_of_a_picture_are_one_sentence():
    cards = {c["caption"]["title"]: c for c in opened.charts(opened.shared("enterprises_and_jobs"))}
    said = cards["城镇新增就业与技能培训"]["caption"]["sentence"]
    assert said == "2021年，全区城镇新增就业5150人，开展技能培训6190人。"


RATIOS = pd.DataFrame(
    {
        "name_zh": "汉滨区",
        "name_en": "Hanbin District",
        "is_home": True,
        "year": [2016, 2017],
        "urban_rural_ratio": [3.1, 3.07],
        "published_ratio": float("nan"),
        "is_break": False,
    }
)


def test_a_ratio_of_incomes_is_wider_or_narrower_than_in_the_year_before():
    # 3.07 − 3.10 = −0.03
    said = "2017年，汉滨区城乡居民收入比为3.07（农村＝1），比上年缩小0.03。"
    assert sentences.income_ratio(RATIOS, zh) == said
    published = RATIOS.assign(urban_rural_ratio=[3.1, float("nan")], published_ratio=[3.0, 3.07])
    assert (
        sentences.income_ratio(published, zh) == "2017年，汉滨区城乡居民收入比为3.07（农村＝1）。"
    )
    apart = RATIOS.assign(is_break=[False, True])
    assert sentences.income_ratio(apart, zh) == "2017年，汉滨区城乡居民收入比为3.07（农村＝1）。"


SHARES = pd.DataFrame(
    {
        "name_zh": ["汉滨区", "石泉县", "宁陕县"],
        "name_en": ["Hanbin District", "Shiquan County", "Ningshan County"],
        "is_home": [True, False, False],
        "year": 2023,
        "self_sufficiency_pct": [7.3, 9.1, 5.0],
    }
)


def test_a_place_is_told_among_all_counties_alone():
    three = dict.fromkeys("abc", "")
    said = sentences.self_sufficiency(SHARES, zh, areas=three)
    assert said == "2023年，汉滨区财政自给率7.3%，居全市3个县（市、区）第2位。"  # 9.1 is before it
    four = dict.fromkeys("abcd", "")
    assert sentences.self_sufficiency(SHARES, zh, areas=four) == "2023年，汉滨区财政自给率7.3%。"


def test_the_largest_part_is_told_with_its_amount():
    cards = {c["caption"]["title"]: c for c in opened.charts(opened.shared("investment"))}
    said = cards["区级重点项目年度计划投资构成"]["caption"]["sentence"]
    # data/observations: 民生保障27.42亿元, 工业22.52亿元 and four that have less
    assert said == "2014年，区级重点项目年度计划投资中民生保障最多（27.42亿元）。"


def test_of_two_that_have_as_much_none_is_said_to_have_most():
    towns = pd.DataFrame({"town": ["建民", "老城"], "raised": [5.0, 3.0], "closed": [4.0, 3.0]})
    assert sentences.raised_most(towns, zh) == "建民提出最多，共5项，已办结4项。"
    assert sentences.raised_most(towns.assign(raised=5.0), zh) == ""


def test_targets_count_those_with_a_result_alone():
    states = ["achieved", "behind", "not_reported"]
    rows = pd.DataFrame({"done_pct": [100.0, 80.0, None], "state": states})
    said = sentences.reached(rows, zh, measure="done_pct")
    assert said == "2项有完成数的目标中，达到目标的有1项。"
