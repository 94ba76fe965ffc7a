"""How sentences say an indicator: said_zh and said_en of the shipped indicators, and the gate."""

import re
from pathlib import Path

from indicators import gate
from tests.small_folder import places, refusal, replace, rows

DATA = Path(__file__).resolve().parents[2] / "data"
SHIPPED = {row["indicator"]: row for row in gate.read(DATA)["indicators"].to_pylist()}
SAID = {code: row for code, row in SHIPPED.items() if row["said_zh"]}
HEAD = "indicator,sector,name_zh,name_en,"

# No sentence is made of what is no result.
UNSAID = {
    "insurance_registration_minutes": "one resident's example, not an average",
    "required_topic_discussions": "a requirement, not a result",
    "required_group_study_sessions": "a requirement, not a result",
    "required_designated_books": "a requirement, not a result",
}


def spoken(row: dict) -> tuple[str, str]:
    """What both languages say of the district's figure of one: 全区…1个, 增长1%."""
    is_growth = row["kind"] == "growth"
    with_unit = "增长1%" if is_growth else f"1{row['unit_zh']}"
    zh = row["said_zh"].replace("{v}", with_unit).replace("{n}", "1")
    en = row["said_en"].replace("{v}", "grew by 1%" if is_growth else "CNY 1").replace("{n}", "1")
    return zh if zh.startswith("区") else f"全区{zh}", en


def test_every_indicator_is_said_but_for_what_is_no_result():
    assert SHIPPED.keys() - SAID.keys() == UNSAID.keys()


def test_no_measure_word_stands_twice():
    # 个数147个, 次数4次, 倍数1.7倍, 位次第2位, 人数6190人, （户）5893户, 比重82%, 比值2.12比值
    doubled = re.compile(r"(?<!位)(.)数1\1|位次第?1|第1位位|（[户人]）1|比重1|比值1|(..)1\2")
    assert [spoken(row)[0] for row in SAID.values() if doubled.search(spoken(row)[0])] == []


def test_the_district_is_named_once():
    assert [said for said, _ in map(spoken, SAID.values()) if "区区" in said] == []


def test_what_english_says_begins_small_and_has_its_verb():
    # GDP is written in capitals wherever it stands.
    assert [
        row["said_en"]
        for row in SAID.values()
        if not re.match(r"[a-z{]|GDP", row["said_en"]) or row["said_en"].endswith(".")
    ] == []


def test_a_growth_leaves_its_verb_to_the_figure_in_both_languages():
    of_growths = [row for row in SAID.values() if row["kind"] == "growth"]
    assert [
        row["indicator"]
        for row in of_growths
        if not (row["said_zh"].endswith("{v}") and row["said_en"].endswith(" {v}"))
        or re.search(r"增速|增长|growth", row["said_zh"] + row["said_en"])
    ] == []


def test_a_level_and_its_growth_are_said_by_one_subject():
    assert [
        code
        for code, row in SAID.items()
        if row["growth_of"] and row["said_zh"] != SAID[row["growth_of"]]["said_zh"]
    ] == []


def test_a_place_is_said_by_its_number_alone():
    of_ranks = [row["said_zh"] for row in SAID.values() if row["kind"] == "rank"]
    assert [said for said in of_ranks if not said.endswith("第{n}位")] == []


def test_what_is_said_has_one_place_for_the_figure(folder):
    said_before(folder)
    replace(folder, "indicators.csv", "New urban jobs,,,", "New urban jobs,新增就业,{n} {v},")
    assert places(refusal(folder)) == [
        ("indicators.csv", 2, "said_zh", "新增就业"),
        ("indicators.csv", 2, "said_en", "{n} {v}"),
    ]


def test_what_is_said_in_one_language_is_said_in_the_other(folder):
    said_before(folder)
    replace(folder, "indicators.csv", "New urban jobs,,,", "New urban jobs,城镇新增就业{v},,")
    assert places(refusal(folder)) == [("indicators.csv", 2, "said_en", "")]


def said_before(folder: Path) -> None:
    """Adds the columns of what is said, empty, to the small folder."""
    file = folder / "indicators.csv"
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    widened = [re.sub(r"^((?:[^,]*,){4})", r"\1,,", line) for line in lines]
    text = "\n".join([head.replace(HEAD, f"{HEAD}said_zh,said_en,"), *widened])
    file.write_text(f"{text}\n", encoding="utf-8")


def test_a_folder_of_before_these_columns_is_read_as_if_they_were_empty(folder):
    said = [(row["said_zh"], row["said_en"]) for row in rows(folder, "indicators")]
    assert said == [(None, None)] * 9
    assert [row["kind"] for row in rows(folder, "breaks")] == [None]
    assert [row["qualifier"] for row in rows(folder, "targets")] == [None]
    assert [row["publisher_en"] for row in rows(folder, "sources")] == [None, None]


def test_every_shipped_break_says_of_which_kind_it_is():
    breaks = gate.read(DATA)["breaks"].to_pylist()
    assert {row["kind"] for row in breaks} == {"revision", "definition", "coverage", "source"}


def test_the_qualifier_of_a_target_is_the_word_of_its_document():
    targets = gate.read(DATA)["targets"].to_pylist()
    qualified = {
        (row["indicator"], row["ref_area"], row["time_period"]): row["qualifier"] for row in targets
    }
    # 安康市2023年：生产总值增长6%左右，规上工业7.5%以上；汉滨区2017年计划投资136亿元
    assert qualified["gdp_growth_pct", "610900", "2023"] == "about"
    assert qualified["above_scale_industry_value_added_growth_pct", "610900", "2023"] == "at_least"
    assert qualified["district_key_projects_investment", "610902", "2017"] == "plan"
    assert qualified["gdp_growth_pct", "610900", "2025"] is None
    # 14 of before; of 2026-11 8 “左右”, 5 “以上”, and the numbers and investments of 2019 and 2020
    assert len([word for word in qualified.values() if word]) == 14 + 8 + 5 + 4


def test_every_publisher_has_an_english_name():
    sources = gate.read(DATA)["sources"].to_pylist()
    assert [row["source"] for row in sources if not row["publisher_en"]] == []
