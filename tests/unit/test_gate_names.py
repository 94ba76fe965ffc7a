"""What an office calls a thing is taken for its code, and the report says so."""

import pytest

from indicators.gate.headings import with_name
from tests.small_folder import GOOD, checked, refusal, replace, rows

JOBS = "observations/jobs.csv"


def said(folder) -> list[str]:
    found = checked(folder)
    assert not found.refused
    return [problem.sentence("zh") for problem in found.problems]


# Column, what stands there, the name in its place.
NAMES = {
    "indicator": ("indicator", "new_urban_jobs,610902,2021", "城镇新增就业,610902,2021"),
    "English name": ("indicator", "new_urban_jobs,610902,2021", "New urban jobs,610902,2021"),
    "area": ("ref_area", "jobs,610902,2021", "jobs,汉滨区,2021"),
    "coverage": ("coverage", "2024-06,year_to_date", "2024-06,累计"),
    "status": ("obs_status", ",P,", ",快报,"),
    "scope": ("scope", ",unstated,", ",未说明,"),
    "document": ("source", ",unstated,seed_article", ",unstated,民情订单变满意清单"),
}


@pytest.mark.parametrize(("column", "code", "name"), NAMES.values(), ids=NAMES)
def test_a_name_is_read_as_its_code(folder, column, code, name):
    expected = rows(folder, "observations")
    replace(folder, JOBS, code, name)
    assert rows(folder, "observations") == expected
    (only,) = said(folder)
    assert f"“{with_name(column)}”列" in only and "已识别为" in only


def test_a_breakdown_is_read_by_its_name(folder):
    replace(folder, "observations/ecology.csv", ",planting,", ",人工造林,")
    assert rows(folder, "observations")[4]["breakdown"] == "planting"


def test_a_table_that_refers_to_itself_takes_names_too(folder):
    replace(folder, "areas.csv", "county,610900,false", "county,安康市,false")
    assert rows(folder, "areas")[2]["parent"] == "610900"


def test_a_name_that_two_have_is_refused_with_both_codes(folder):
    replace(folder, "indicators.csv", "净迁入", "城镇新增就业")
    replace(folder, JOBS, "new_urban_jobs,610902,2021", "城镇新增就业,610902,2021")
    assert [p.expected_zh for p in refusal(folder) if p.severity == "refused"] == [
        "这个名称有几个代码，应填其中一个：new_urban_jobs、net_migration"
    ]


def test_a_name_that_none_has_is_told_the_nearest(folder):
    replace(folder, JOBS, "new_urban_jobs,610902,2021", "城镇新增就业人数,610902,2021")
    assert [p.expected_zh for p in refusal(folder)] == [
        "应填 data/indicators.csv 里有的代码或名称，相近的是 城镇新增就业"
    ]


def test_chinese_names_of_columns_are_read(folder):
    expected = rows(folder, "observations")
    header = "指标,地区,时间,口径,分组,数值,状态,范围,来源,备注"
    text = GOOD[JOBS]
    (folder / JOBS).write_text(header + text[text.index("\n") :], encoding="utf-8")
    assert rows(folder, "observations") == expected
    assert said(folder) == [
        f"data/{JOBS} 第1行：表头已按代码读入：指标→indicator、地区→ref_area、时间→time_period、"
        "口径→coverage、分组→breakdown、数值→obs_value、状态→obs_status、范围→scope、"
        "来源→source、备注→note。"
    ]


@pytest.mark.parametrize("name", ["ｎｏｔｅ", "note\u00a0", "no\u200bte", "NOTE", "\ufeffnote"])
def test_a_column_in_another_writing_is_read(folder, name):
    expected = rows(folder, "observations")
    replace(folder, JOBS, "source,note\n", f"source,{name}\n")
    assert rows(folder, "observations") == expected


def test_the_choices_of_a_column_are_told_with_their_meaning(folder):
    replace(folder, JOBS, ",P,", ",预告,")
    assert refusal(folder)[0].expected_zh == "应填 A（公布数）、P（初步数）、E（推算数） 之一"
