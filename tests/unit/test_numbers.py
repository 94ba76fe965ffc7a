"""One figure or two of a series are told as numbers, and no chart is drawn of them."""

import csv
import json
from pathlib import Path

import pytest

from tests import opened

ROOT = Path(__file__).resolve().parents[2]


def numbers(at) -> dict[str, dict]:
    """Title → what stands in the place of a chart."""
    figures = {c["caption"]["title"]: json.loads(c["figure"]) for c in opened.charts(at)}
    meta = {title: figure["layout"].get("meta") or {} for title, figure in figures.items()}
    return {title: facts["numbers"] for title, facts in meta.items() if "numbers" in facts}


def test_one_figure_is_large_with_its_year_beside_what_it_is_compared_with():
    # data/observations: of 2021 alone, 10553户; the city's 57000户, of which it is 18.51 %.
    told = numbers(opened.shared("enterprises_and_jobs"))["新增市场主体"]
    (series,) = told["series"]
    assert series["numbers"] == [{"when": "2021年", "value": "10,553", "unit": "户", "marks": ""}]
    assert told["facts"] == [["全市新增市场主体", "57,000户"], ["占全市", "18.51%"]]
    assert told["only"] == "2010—2025年中仅此一年有年度数据。"


def test_two_figures_stand_beside_each_other_with_their_change():
    told = numbers(opened.shared("enterprises_and_jobs"))["新增“五上”企业"]
    (series,) = told["series"]
    assert [(n["when"], n["value"]) for n in series["numbers"]] == [
        ("2021年", "72"),
        ("2024年", "62"),
    ]
    assert series["change"] == "比2021年减少10户"  # 72 − 62
    assert told["facts"] == [["新增“五上”企业全市位次", "第1位"]]


def test_one_of_two_measures_says_which_it_is_and_its_unit():
    # Of 2015 only the revenue is known, 5.8546 under its former name.
    at = opened.shared("finance", **{"from": "2015", "to": "2015"})
    (series,) = numbers(at)["一般公共预算收入和支出"]["series"]
    assert series["name"] == "一般公共预算收入"
    assert [(n["when"], n["value"]) for n in series["numbers"]] == [("2015年", "5.85亿元")]


def test_in_english_a_figure_is_scaled_and_its_unit_stands_beside_it():
    told = numbers(opened.shared("environment", lang="en"))["Afforested area"]
    (series,) = told["series"]
    # 15万亩 are 150,000 mu, and 10,000 hectares: 15 mu are 1 hectare
    assert series["numbers"] == [{"when": "2021", "value": "150,000", "unit": "mu", "marks": ""}]
    assert told["facts"][0] == ["Afforested area", "10,000 hectares"]


def test_where_another_area_has_three_figures_the_chart_is_theirs_and_says_so():
    # Forest coverage: of the district in 2019 and 2021, of the city in five years.
    at = opened.shared("environment")
    assert "森林覆盖率" not in numbers(at)
    caption = next(c["caption"] for c in opened.charts(at) if c["caption"]["title"] == "森林覆盖率")
    assert caption["subtitle"] == "% · 安康市、全国，汉滨区仅2019年、2021年 · 2016—2022年"


def test_one_year_chosen_has_no_chart_over_the_years():
    at = opened.whole("overview", **{"from": "2025", "to": "2025"})
    told = numbers(at)["地区生产总值增速"]
    assert [n["value"] for n in told["series"][0]["numbers"]] == ["4.6%"]
    assert told["only"] == ""  # nobody asked for other years


def test_what_a_break_parts_is_not_compared():
    # data/breaks.csv: the census of 2020 begins the residents of 汉滨区 anew.
    years = {"from": "2019", "to": "2021"}
    told = numbers(opened.whole("indicator", indicator="resident_population", **years))
    (series,) = told["年末常住人口"]["series"]
    assert len(series["numbers"]) == 2
    assert series["change"] == "两年口径或范围不同，不作比较。"


def codes() -> list[str]:
    with (ROOT / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        return [row["indicator"] for row in csv.DictReader(file)]


@pytest.mark.sweep
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_indicator_has_a_chart_of_one_figure_or_two(lang):
    wrong = []
    for code in codes():
        at = opened.opened("indicator", lang=lang, indicator=code)
        assert [e.value for e in at.exception] == []
        for card in opened.charts(at):
            traces = json.loads(card["figure"])["data"]
            many = [sum(value is not None for value in _values(trace)) for trace in traces]
            if traces and max(many) < 3:
                wrong.append((code, card["caption"]["title"], many))
    assert wrong == []


def _values(trace: dict) -> list:
    y = trace["y"]
    return y if isinstance(y, list) else [1, 1, 1]
