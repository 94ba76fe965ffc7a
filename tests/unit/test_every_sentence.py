"""Every sentence of the shipped data in both languages, as `make sentences` lists them.

What a pencil would strike is written as a pattern, with a sentence that it was found in; each
test lists the sentences that offend.
"""

import re

import pytest

from tools import sentences

FAULTS = {
    "zh": {
        "a separator of thousands": (r"\d,\d", "农村居民人均可支配收入15,285元"),
        "a false zero": (r"\.\d*0(?!\d)", "地区生产总值440.50亿元"),
        "a minus sign": (r"[−-]\d", "地区生产总值增速−4.0%"),
        "a measure word twice": (r"([个户人次项家条本名]|亿元)\1", "实施区级重点项目147个个"),
        "a column's name": (
            r"个数\d|人数\d|次数\d|倍数\d|比重\d|位次第|（户）|（人）\d|比值",
            "区级重点项目个数147个",
        ),
        "the district twice": (r"区区|全全|全区全|全区区", "汉滨区区级重点项目"),
        "the district as strangers call it": ("汉滨区", "2021年，汉滨区城镇新增就业5150人。"),
        "a bracket for the whole jurisdiction": ("（全辖区）", "生产总值375.82亿元（全辖区）"),
        "what is not published": ("未公布|不作比较", "未公布全市数据，不作比较"),
        "a break": ("口径|不可比", "总量口径调整，与2024年不可比"),
        "how it was computed": ("按.*计算", "同比下降5.2%（按现价计算）"),
        "a place among a few": (r"有公布数|[^\d][23]个县", "居有公布数的2个县（市、区）首位"),
        "about a figure of four digits": (r"约\d+\.\d\d", "常住人口约87.87万人"),
        "a year said to be year on year": (r"^\d{4}年，.*同比", "2025年，全区生产总值同比增长4.6%"),
        "a fall praised": (r"下降[\d.]+%，(增速)?居", "第二产业增加值下降10.6%，增速居全市首位"),
        "no full stop, or two": (r"[^。]$|。.*。|，。|，，|、，", "全区地区生产总值445.28亿元，。"),
        "a placeholder or a missing value": (r"[{}]|nan|None", "全区地区生产总值nan亿元。"),
    },
    "en": {
        "a unit as a factor": ("×", "GDP was 445.28 × CNY 100 million."),
        "a unit of the data": (r"\d (CNY|USD|10,000)", "150.0 10,000 mu"),
        "a number beside a unit's number": (r"\d 100 million", "445.28 100 million"),
        "a false zero": (r"\.\d*0(?!\d)", "GDP was CNY 44.50 billion."),
        "a minus sign": (r"[−]\d", "GDP grew by −4%."),
        "a word for the sign of per cent": (r"per ?cent\b", "GDP grew by 4.6 percent."),
        "less of what is counted": (r"^\S* \d+ less|, \d[\d,]* less", "154 key projects, 4 less"),
        "a plural of one": (r"\b1 (?!of|or)[a-z]+s\b", "1 places better"),
        "what is not published": ("not published|compar", "not published for the city"),
        "a break": ("redefined|definition", "level redefined, not comparable with 2024"),
        "no sentence": (r"^(?!In )|[^.]$|: ", "2025: Hanbin District, GDP up 4.6%."),
        "a capital inside": (
            r", [A-Z][a-z]+ (?!City|Party)[a-z]+ ",
            "in 2025, Key projects were 4",
        ),
        "Chinese": (r"[\u4e00-\u9fff（），。]", "GDP was CNY 44.5 billion（projection）."),
        "a placeholder or a missing value": (r"[{}]|nan\b|None", "GDP was nan."),
    },
}
CASES = [(language, fault) for language, faults in FAULTS.items() for fault in faults]


@pytest.fixture(scope="module")
def listed(shipped) -> list[dict]:
    return list(sentences.sentences_of(shipped))


@pytest.mark.parametrize(("language", "fault"), CASES)
def test_no_sentence_needs_a_pencil(listed, language, fault):
    pattern, found_in = FAULTS[language][fault]
    assert not found_in or re.search(pattern, found_in)
    said = [row["sentence"] for row in listed if row["language"] == language]
    assert [sentence for sentence in said if re.search(pattern, sentence)] == []


def test_every_level_of_area_and_both_languages_are_read(listed):
    found = {(row["area"], row["language"]) for row in listed}
    assert found == {
        (area, language)
        for area in ("610902", "610900", "610000", "CHN")
        for language in ("zh", "en")
    }


def test_what_is_said_in_one_language_is_said_in_the_other(listed):
    said = {
        code: {
            (row["indicator"], row["area"], row["year"])
            for row in listed
            if row["language"] == code
        }
        for code in ("zh", "en")
    }
    assert said["zh"] == said["en"]


def test_a_line_is_of_the_year_in_which_the_sentence_first_stands_and_has_its_parts(listed):
    [row] = [
        row
        for row in listed
        if (row["indicator"], row["area"], row["language"], row["year"])
        == ("district_key_projects_investment", "610902", "zh", 2023)
    ]
    assert row == {
        "indicator": "district_key_projects_investment",
        "area": "610902",
        "year": 2023,
        "language": "zh",
        "sentence": "2023年1—11月，区级重点项目完成投资177亿元，完成年度计划的82%，"
        "慢于时间进度9.7个百分点。",
        "plan": "完成年度计划的82%，慢于时间进度9.7个百分点",
    }
