"""The gate lets good files in as they are written and names every cell that it refuses."""

# ruff: noqa: E501  (a line of CSV is as long as it is)

import csv

import pytest

from indicators import gate
from indicators.gate.tables import TABLES
from tests.small_folder import GOOD, places, refusal, replace, rows


def test_good_files_come_in_as_they_are_written(folder):
    tables = {table: read.to_pylist() for table, read in gate.read(folder).items()}

    assert {table: len(rows) for table, rows in tables.items()} == {
        "sectors": 2,
        "areas": 3,
        "sources": 2,
        "indicators": 9,
        "breakdowns": 1,
        "observations": 12,
        "targets": 1,
        "breaks": 1,
        "projects": 1,
        "red_sites": 1,
    }
    assert tables["areas"][1] == {
        "ref_area": "610902",
        "name_zh": "汉滨区",
        "name_en": "Hanbin District",
        "level": "county",
        "parent": "610900",
        "is_home": True,
        "tile_row": 2,
        "tile_column": 3,
        "file": "areas.csv",
        "line": 3,
    }


def test_an_empty_cell_is_none_and_every_row_knows_its_file_and_line(folder):
    assert rows(folder, "observations")[-1] == {
        "indicator": "new_urban_jobs",
        "ref_area": "610922",
        "time_period": "2024",
        "coverage": "year",
        "breakdown": None,
        "obs_value": None,
        "obs_status": "A",
        "scope": None,
        "source": "work_report_2025",
        "note": "未公布",
        "file": "observations/jobs.csv",
        "line": 7,
    }


# file, what stands there, what stands there instead; line, column and text of the problem;
# the rest of the Chinese sentence
REFUSED = {
    "not a number": (
        ("observations/jobs.csv", ",5150,", ",NaN,"),
        (2, "obs_value", "NaN"),
        " 第2行“obs_value（数值）”列：填的是“NaN”，应填数字，如 1234.5。",
    ),
    "infinite": (
        ("observations/jobs.csv", ",5150,", ",inf,"),
        (2, "obs_value", "inf"),
        " 第2行“obs_value（数值）”列：填的是“inf”，应填数字，如 1234.5。",
    ),
    "exponent": (
        ("observations/jobs.csv", ",5150,", ",5e3,"),
        (2, "obs_value", "5e3"),
        " 第2行“obs_value（数值）”列：填的是“5e3”，应填写完整的数字，科学计数法可能已经丢了位数。",
    ),
    "underscore in a number": (
        ("observations/jobs.csv", ",5150,", ",5_150,"),
        (2, "obs_value", "5_150"),
        " 第2行“obs_value（数值）”列：填的是“5_150”，应填数字，如 1234.5。",
    ),
    "decimal comma": (
        ("observations/jobs.csv", ",5150,", ',"51,5",'),
        (2, "obs_value", "51,5"),
        " 第2行“obs_value（数值）”列：填的是“51,5”，"
        "逗号的位置不对：千位逗号后应有三位数字，小数点应写“.”。",
    ),
    "letters for digits": (
        ("observations/jobs.csv", ",5150,", ",515O,"),
        (2, "obs_value", "515O"),
        " 第2行“obs_value（数值）”列：填的是“515O”，里有字母 O 或 l，应填数字 0 或 1。",
    ),
    "more digits than are kept": (
        ("observations/jobs.csv", ",5150,", ",1234567890.123456,"),
        (2, "obs_value", "1234567890.123456"),
        " 第2行“obs_value（数值）”列：填的是“1234567890.123456”，应填不超过 15 位的数字。",
    ),
    "missing target": (
        ("targets.csv", ",5000,", ",,"),
        (2, "target_value", ""),
        " 第2行“target_value（目标）”列：没有填，应填数字，如 1234.5。",
    ),
    "missing name": (
        ("sectors.csv", "就业创业", ""),
        (2, "name_zh", ""),
        " 第2行“name_zh（名称）”列：没有填，应填文字。",
    ),
    "a code that is no code": (
        ("breakdowns.csv", "forestry_work", "林业作业"),
        (2, "dimension", "林业作业"),
        " 第2行“dimension（维度）”列：填的是“林业作业”，"
        "应填代码，只用字母、数字、下划线和连字符，如 new_urban_jobs。",
    ),
    "a position that is not whole": (
        ("sectors.csv", "Jobs,1", "Jobs,1.5"),
        (2, "position", "1.5"),
        " 第2行“position（顺序）”列：填的是“1.5”，应填从 1 起的整数，如 3。",
    ),
    "too many decimals": (
        ("indicators.csv", "New urban jobs,人,people,0,", "New urban jobs,人,people,7,"),
        (2, "decimals", "7"),
        " 第2行“decimals（小数位）”列：填的是“7”，应填 0 到 6 的整数。",
    ),
    "home yes": (
        ("areas.csv", "610900,true,2,3", "610900,对,2,3"),
        (3, "is_home", "对"),
        " 第3行“is_home（本级）”列：填的是“对”，应填 true（是）、false（否） 之一。",
    ),
    "unknown coverage": (
        ("observations/jobs.csv", "2024-Q1,quarter", "2024-Q1,Quarterly"),
        (3, "coverage", "Quarterly"),
        " 第3行“coverage（时期类型）”列：填的是“Quarterly”，"
        "应填 year（全年）、quarter（单季）、year_to_date（年初累计）、month（当月）、point（时点） 之一，相近的是 quarter。",
    ),
    "unknown status": (
        ("observations/jobs.csv", ",P,", ",预告,"),
        (3, "obs_status", "预告"),
        " 第3行“obs_status（状态）”列：填的是“预告”，应填 A（公布数）、P（初步数）、E（推算数） 之一。",
    ),
    "missing status": (
        ("observations/jobs.csv", ",P,", ",,"),
        (3, "obs_status", ""),
        " 第3行“obs_status（状态）”列：没有填，应填 A（公布数）、P（初步数）、E（推算数） 之一。",
    ),
    "unknown scope": (
        ("observations/jobs.csv", "unstated", "whole"),
        (2, "scope", "whole"),
        " 第2行“scope（范围）”列：填的是“whole”，应填 whole_jurisdiction（全区）、excluding_zones（不含功能区）、unstated（未说明） 之一。",
    ),
    "unknown kind of indicator": (
        ("indicators.csv", "lower,rank", "lower,ranking"),
        (7, "kind", "ranking"),
        " 第7行“kind（类别）”列：填的是“ranking”，"
        "应填 flow（流量）、stock（存量）、rate（比率）、growth（增速）、rank（位次） 之一，相近的是 rank。",
    ),
    "unknown better": (
        ("indicators.csv", "lower,rank", "up,rank"),
        (7, "better", "up"),
        " 第7行“better（方向）”列：填的是“up”，应填 higher（越高越好）、lower（越低越好）、neither（不论高低） 之一。",
    ),
    "unknown level": (
        ("areas.csv", "Shiquan County,county", "Shiquan County,country side"),
        (4, "level", "country side"),
        " 第4行“level（级别）”列：填的是“country side”，"
        "应填 country（国家）、province（省）、city（市）、county（县级）、zone（功能区） 之一，相近的是 country。",
    ),
    "unknown kind of source": (
        ("sources.csv", "newspaper", "news"),
        (2, "kind", "news"),
        " 第2行“kind（类别）”列：填的是“news”，"
        "应填 official（政府及部门）、newspaper（报刊）、encyclopaedia（百科）、other（其他） 之一，相近的是 newspaper。",
    ),
    "unknown status of a project": (
        ("projects.csv", "under_construction", "building"),
        (2, "status", "building"),
        " 第2行“status（进展）”列：填的是“building”，应填 planned（拟建）、under_construction（在建）、completed（建成） 之一。",
    ),
    "a day that is not in the calendar": (
        ("sources.csv", "2025-04-15", "2025-02-30"),
        (3, "published_on", "2025-02-30"),
        " 第3行“published_on（发布日期）”列：填的是“2025-02-30”，应填日期，如 2025-04-15、2025-04 或 2025。",
    ),
    "an address without http": (
        ("sources.csv", "https://www.hanbin", "www.hanbin"),
        (3, "url", "www.hanbin.gov.cn/1.html"),
        " 第3行“url（网址）”列：填的是“www.hanbin.gov.cn/1.html”，应填网址，以 http:// 或 https:// 开头。",
    ),
    "the month a spreadsheet made of it": (
        ("observations/jobs.csv", "2024-06", "Jun-24"),
        (4, "time_period", "Jun-24"),
        " 第4行“time_period（时间）”列：填的是“Jun-24”，"
        "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间。",
    ),
    "month thirteen": (
        ("observations/jobs.csv", "2024-06", "2024-13"),
        (4, "time_period", "2024-13"),
        " 第4行“time_period（时间）”列：填的是“2024-13”，"
        "应填 2021、2021-06、2021-Q3 或 2020-11-01 这样的时间。",
    ),
    "a quarter called a year": (
        ("observations/jobs.csv", "2024-Q1,quarter", "2024-Q1,year"),
        (3, "time_period", "2024-Q1"),
        " 第3行“time_period（时间）”列：填的是“2024-Q1”，coverage（时期类型）为 year（全年）时应填 2021 这样的时间。",
    ),
    "a year called a quarter": (
        ("observations/jobs.csv", "610902,2021,year", "610902,2021,quarter"),
        (2, "time_period", "2021"),
        " 第2行“time_period（时间）”列：填的是“2021”，coverage（时期类型）为 quarter（单季）时应填 2021-Q3 这样的时间。",
    ),
    "a year to date without its month": (
        ("observations/jobs.csv", "2024-06,year_to_date", "2024,year_to_date"),
        (4, "time_period", "2024"),
        " 第4行“time_period（时间）”列：填的是“2024”，coverage（时期类型）为 year_to_date（年初累计）时应填 2021-06 这样的时间。",
    ),
    "a quarter called a month": (
        ("observations/jobs.csv", "2024-Q1,quarter", "2024-Q1,month"),
        (3, "time_period", "2024-Q1"),
        " 第3行“time_period（时间）”列：填的是“2024-Q1”，coverage（时期类型）为 month（当月）时应填 2021-06 这样的时间。",
    ),
    "a quarter called a point": (
        ("observations/jobs.csv", "2024-Q1,quarter", "2024-Q1,point"),
        (3, "time_period", "2024-Q1"),
        " 第3行“time_period（时间）”列：填的是“2024-Q1”，"
        "coverage（时期类型）为 point（时点）时应填 2021、2021-06、2020-11-01 这样的时间。",
    ),
    "a target for a month": (
        ("targets.csv", "2025,5000", "2025-06,5000"),
        (2, "time_period", "2025-06"),
        " 第2行“time_period（时间）”列：填的是“2025-06”，应填四位年份，如 2021。",
    ),
    "unknown indicator": (
        ("observations/jobs.csv", "net_migration", "new_urban_job"),
        (6, "indicator", "new_urban_job"),
        " 第6行“indicator（指标）”列：填的是“new_urban_job”，"
        "应填 data/indicators.csv 里有的代码，相近的是 new_urban_jobs。",
    ),
    "unknown area": (
        ("observations/jobs.csv", "610922", "610992"),
        (7, "ref_area", "610992"),
        " 第7行“ref_area（地区）”列：填的是“610992”，应填 data/areas.csv 里有的代码，相近的是 610922。",
    ),
    "unknown breakdown": (
        ("observations/ecology.csv", "planting", "aerial_seeding"),
        (6, "breakdown", "aerial_seeding"),
        " 第6行“breakdown（分组）”列：填的是“aerial_seeding”，应填 data/breakdowns.csv 里有的代码。",
    ),
    "unknown source": (
        ("observations/jobs.csv", "seed_article", "seed_articles"),
        (2, "source", "seed_articles"),
        " 第2行“source（来源）”列：填的是“seed_articles”，"
        "应填 data/sources.csv 里有的代码，相近的是 seed_article。",
    ),
    "unknown sector of an indicator": (
        ("indicators.csv", "net_migration,jobs", "net_migration,job"),
        (4, "sector", "job"),
        " 第4行“sector（领域）”列：填的是“job”，应填 data/sectors.csv 里有的代码，相近的是 jobs。",
    ),
    "unknown sector of a project": (
        ("projects.csv", "school,jobs", "school,health"),
        (2, "sector", "health"),
        " 第2行“sector（领域）”列：填的是“health”，应填 data/sectors.csv 里有的代码。",
    ),
    "unknown area of a project": (
        ("projects.csv", "610902", "610903"),
        (2, "ref_area", "610903"),
        " 第2行“ref_area（地区）”列：填的是“610903”，应填 data/areas.csv 里有的代码，相近的是 610902。",
    ),
    "unknown source of a site": (
        ("red_sites.csv", "seed_article", "seed"),
        (2, "source", "seed"),
        " 第2行“source（来源）”列：填的是“seed”，应填 data/sources.csv 里有的代码。",
    ),
    "growth of nothing known": (
        ("indicators.csv", "growth,new_urban_jobs,", "growth,new_urban_job,"),
        (3, "growth_of", "new_urban_job"),
        " 第3行“growth_of（增速对应的总量）”列：填的是“new_urban_job”，"
        "应填 data/indicators.csv 里有的代码，相近的是 new_urban_jobs。",
    ),
    "growth of something, but no growth": (
        ("indicators.csv", "neither,flow,,", "neither,flow,new_urban_jobs,"),
        (4, "growth_of", "new_urban_jobs"),
        " 第4行“growth_of（增速对应的总量）”列：填的是“new_urban_jobs”，kind 不是 growth 时应留空。",
    ),
    "target of an unknown indicator": (
        ("targets.csv", "new_urban_jobs", "gdp"),
        (2, "indicator", "gdp"),
        " 第2行“indicator（指标）”列：填的是“gdp”，应填 data/indicators.csv 里有的代码。",
    ),
    "break of an unknown area": (
        ("breaks.csv", "610902", "CHN"),
        (2, "ref_area", "CHN"),
        " 第2行“ref_area（地区）”列：填的是“CHN”，应填 data/areas.csv 里有的代码。",
    ),
    "unknown parent": (
        ("areas.csv", "county,610900,false", "county,610800,false"),
        (4, "parent", "610800"),
        " 第4行“parent（上级）”列：填的是“610800”，应填 data/areas.csv 里有的代码，相近的是 610900。",
    ),
    "a parent on the same level": (
        ("areas.csv", "county,610900,false", "county,610902,false"),
        (4, "parent", "610902"),
        " 第4行“parent（上级）”列：填的是“610902”，应填更高一级地区的代码。",
    ),
    "a second home": (
        ("areas.csv", "610900,false,2,1", "610900,true,2,1"),
        (4, "is_home", "true"),
        " 第4行“is_home（本级）”列：填的是“true”，只应有一个本级地区，第3行已是。",
    ),
    "no home": (
        ("areas.csv", "610900,true", "610900,false"),
        (None, "is_home", ""),
        "“is_home（本级）”列：没有一行填 true，应有且只有一个本级地区。",
    ),
    "half a tile": (
        ("areas.csv", ",2,1\n", ",2,\n"),
        (4, "tile_column", ""),
        " 第4行“tile_column（图块列）”列：没有填，tile_row 填了，这里也应填。",
    ),
    "two areas on one tile": (
        ("areas.csv", ",2,1\n", ",2,3\n"),
        (4, None, "2,3"),
        " 第4行：填的是“2,3”，图块行、图块列2项与第3行完全相同，只能保留一行。",
    ),
    "a code twice": (
        ("sources.csv", "official\n", "official\nseed_article,再记一次,刘化学,2022,,newspaper\n"),
        (4, "source", "seed_article"),
        " 第4行“source（来源）”列：填的是“seed_article”，与第2行重复，应各行不同。",
    ),
    "a position twice": (
        ("sectors.csv", "Ecology,2", "Ecology,1"),
        (3, "position", "1"),
        " 第3行“position（顺序）”列：填的是“1”，与第2行重复，应各行不同。",
    ),
    "a headline twice": (
        ("indicators.csv", "rate,,,2,", "rate,,,1,"),
        (5, "headline", "1"),
        " 第5行“headline（总览位置）”列：填的是“1”，与第2行重复，应各行不同。",
    ),
    "an observation twice": (
        ("observations/jobs.csv", "2024,year,,-87,E,,", "2024,year,,-87,E,,work_report_2025,\nnet_migration,610902,2024,year,,-90,A,,"),
        (7, None, "net_migration,610902,2024,year,work_report_2025"),
        " 第7行：填的是“net_migration,610902,2024,year,work_report_2025”，"
        "指标、地区、时间、时期类型、分组、范围、来源7项与"
        "第6行完全相同，只能保留一行。",
    ),
    "an observation twice, in two files": (
        ("observations/jobs.csv", "未公布\n", "未公布\nair_quality_rank,610902,2021,year,,3,A,,seed_article,\n"),
        (8, None, "air_quality_rank,610902,2021,year,seed_article"),
        " 第8行：填的是“air_quality_rank,610902,2021,year,seed_article”，"
        "指标、地区、时间、时期类型、分组、范围、来源7项与"
        " data/observations/ecology.csv 第4行完全相同，只能保留一行。",
    ),
    "a target twice": (
        ("targets.csv", "work_report_2025,\n", "work_report_2025,\nnew_urban_jobs,610902,2025,5100,seed_article,\n"),
        (3, None, "new_urban_jobs,610902,2025"),
        " 第3行：填的是“new_urban_jobs,610902,2025”，"
        "指标、地区、时间3项与第2行完全相同，只能保留一行。",
    ),
    "a rank of zero": (
        ("observations/ecology.csv", ",2,", ",0,"),
        (4, "obs_value", "0"),
        " 第4行“obs_value（数值）”列：填的是“0”，是位次，应填从 1 起的整数。",
    ),
    "a rank and a half": (
        ("observations/ecology.csv", ",2,", ",1.5,"),
        (4, "obs_value", "1.5"),
        " 第4行“obs_value（数值）”列：填的是“1.5”，是位次，应填从 1 起的整数。",
    ),
    "more forest than land": (
        ("observations/ecology.csv", ",70,", ",170,"),
        (2, "obs_value", "170"),
        " 第2行“obs_value（数值）”列：填的是“170”，是占比，应在 0 到 100 之间。",
    ),
    "less forest than none": (
        ("observations/ecology.csv", ",70,", ",-70,"),
        (2, "obs_value", "-70"),
        " 第2行“obs_value（数值）”列：填的是“-70”，是占比，应在 0 到 100 之间。",
    ),
    "fewer than no jobs": (
        ("observations/jobs.csv", ",5150,", ",-5150,"),
        (2, "obs_value", "-5150"),
        " 第2行“obs_value（数值）”列：填的是“-5150”，是数量，不应为负。",
    ),
    "a negative area": (
        ("observations/ecology.csv", ",21.5,", ",-21.5,"),
        (5, "obs_value", "-21.5"),
        " 第5行“obs_value（数值）”列：填的是“-21.5”，是数量，不应为负。",
    ),
    "a target of fewer than no jobs": (
        ("targets.csv", ",5000,", ",-5000,"),
        (2, "target_value", "-5000"),
        " 第2行“target_value（目标）”列：填的是“-5000”，是数量，不应为负。",
    ),
    "a cell too few": (
        ("breakdowns.csv", ",Planting", ""),
        (2, None, "planting,forestry_work,,人工造林"),
        " 第2行：填的是“planting,forestry_work,,人工造林”，这一行应有5格，现有4格：没有数的格也应留着逗号。",
    ),
    "a cell too many": (
        ("breakdowns.csv", ",Planting", ",Planting,by hand"),
        (2, None, "planting,forestry_work,,人工造林,Planting,by hand"),
        " 第2行：填的是“planting,forestry_work,,人工造林,Planting,by hand”，"
        "这一行应有5格，现有6格：应删去多出的（第6格）；如果是一格里有逗号，整格应加英文引号。",
    ),
    "a quotation mark that is not closed": (
        ("red_sites.csv", "Niutiling", '"Niutiling'),
        (2, None, 'niutiling,牛蹄岭战役遗址,"Niutiling,seed_article,'),
        " 第2行：填的是“niutiling,牛蹄岭战役遗址,\"Niutiling,seed_article,”，"
        "引号应成对，把有逗号、引号或换行的整格括起来，格内的引号写两遍。",
    ),
    "a column that is missing": (
        ("red_sites.csv", ",note\nniutiling,牛蹄岭战役遗址,Niutiling,seed_article,",
         "\nniutiling,牛蹄岭战役遗址,Niutiling,seed_article"),
        (1, "note", ""),
        " 第1行“note（备注）”列：没有找到，应有这一列。",
    ),
    "a column that nobody knows": (
        ("red_sites.csv", ",note\nniutiling,", ",note,town\nniutiling,"),
        (1, "town", "town"),
        " 第1行“town（承办镇街）”列：填的是“town”，"
        "应删去这一列，这个文件的列是 site, name_zh, name_en, source, note。",
    ),
    "a column twice": (
        ("red_sites.csv", ",note\nniutiling,", ",note,note\nniutiling,"),
        (1, "note", "note"),
        " 第1行“note（备注）”列：填的是“note”，这一列应只有一个，现有2个（第5、6列），应删去多的。",
    ),
    "a column without a name": (
        ("red_sites.csv", "site,name_zh,", "site,,name_zh,"),
        (1, None, "site,,name_zh,name_en,source,note"),
        " 第1行：填的是“site,,name_zh,name_en,source,note”，第2列应有列名，或者删去。",
    ),
    "a cell beyond the last column": (
        ("red_sites.csv", "seed_article,\n", "seed_article,,,备查\n"),
        (2, None, "niutiling,牛蹄岭战役遗址,Niutiling,seed_article,,,备查"),
        " 第2行：填的是“niutiling,牛蹄岭战役遗址,Niutiling,seed_article,,,备查”，"
        "这一行应有5格，现有7格：应删去多出的（第7格）；如果是一格里有逗号，整格应加英文引号。",
    ),
    "a unit beside a site": (
        ("red_sites.csv", ",note\nniutiling,", ",note,unit\nniutiling,"),
        (1, "unit", "unit"),
        " 第1行“unit”列：填的是“unit”，"
        "应删去这一列：一个指标只有一个单位，写在 data/indicators.csv。",
    ),
    "a unit beside a figure": (
        ("observations/jobs.csv", "scope,source,note", "scope,source,note,unit_zh"),
        (1, "unit_zh", "unit_zh"),
        " 第1行“unit_zh（单位）”列：填的是“unit_zh”，"
        "应删去这一列：一个指标只有一个单位，写在 data/indicators.csv。",
    ),
}  # fmt: skip


def test_a_folder_with_a_slip_is_not_read(folder):
    replace(folder, "observations/jobs.csv", ",5150,", ",5e3,")
    with pytest.raises(gate.Refused) as refused:
        gate.read(folder)
    assert refused.value.problems == refusal(folder)


@pytest.mark.parametrize(("change", "place", "sentence"), REFUSED.values(), ids=REFUSED)
def test_one_slip_is_one_problem_with_its_place_and_a_chinese_sentence(
    folder, change, place, sentence
):
    replace(folder, *change)
    problems = refusal(folder)
    assert places(problems) == [(change[0], *place)]
    assert problems[0].sentence("zh") == f"data/{change[0]}{sentence}"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            ("observations/jobs.csv", ",5150,", ",5e3,"),
            "data/observations/jobs.csv, line 2, column “obs_value (value)”: found “5e3”, "
            "expected a number written out, for an exponent may have lost digits.",
        ),
        (
            ("targets.csv", ",5000,", ",,"),
            "data/targets.csv, line 2, column “target_value (target)”: empty, "
            "expected a number, such as 1234.5.",
        ),
        (
            ("observations/jobs.csv", "seed_article", "seed_articles"),
            "data/observations/jobs.csv, line 2, column “source”: found “seed_articles”, "
            "expected a code from data/sources.csv; the nearest is seed_article.",
        ),
        (
            ("observations/jobs.csv", "2024-Q1,quarter", "2024-Q1,point"),
            "data/observations/jobs.csv, line 3, column “time_period (period)”: found “2024-Q1”, "
            "expected a period such as 2021, 2021-06, 2020-11-01 for the coverage point.",
        ),
        (
            ("breakdowns.csv", ",Planting", ""),
            "data/breakdowns.csv, line 2: found “planting,forestry_work,,人工造林”, "
            "expected 5 cells in this line, not 4: a cell without a value keeps its comma.",
        ),
        (
            ("red_sites.csv", ",note\nniutiling,", ",note,note\nniutiling,"),
            "data/red_sites.csv, line 1, column “note”: found “note”, "
            "expected this column once, not 2 times (columns 5, 6).",
        ),
        (
            ("indicators.csv", "rate,,,2,", "rate,,,1,"),
            "data/indicators.csv, line 5, column “headline (place on the overview)”: found “1”, "
            "expected another value; it repeats line 2, and every row needs its own.",
        ),
        (
            ("areas.csv", "610900,true", "610900,false"),
            "data/areas.csv, column “is_home (home area)”: "
            "expected true in exactly one row, that of the home area; no row has it.",
        ),
    ],
)
def test_the_english_sentence_says_the_same(folder, change, sentence):
    replace(folder, *change)
    assert [problem.sentence("en") for problem in refusal(folder)] == [sentence]


def test_all_problems_of_all_files_come_at_once_by_file_and_line(folder):
    replace(folder, "targets.csv", ",5000,", ",,")
    replace(folder, "observations/jobs.csv", ",2610,", ",约2610,")
    replace(folder, "observations/jobs.csv", "2021,year,,5150,A", "2021-06,year,,5150,B")
    replace(folder, "areas.csv", "Shiquan County,county", "Shiquan County,")

    assert places(refusal(folder)) == [
        ("areas.csv", 4, "level", ""),
        ("observations/jobs.csv", 2, "obs_status", "B"),
        ("observations/jobs.csv", 2, "time_period", "2021-06"),
        ("observations/jobs.csv", 4, "obs_value", "约2610"),
        ("targets.csv", 2, "target_value", ""),
    ]


def test_a_missing_file_is_one_problem_not_one_for_every_row_that_refers_to_it(folder):
    (folder / "sources.csv").unlink()
    problems = refusal(folder)

    assert places(problems) == [("sources.csv", None, None, "")]
    assert problems[0].sentence("zh") == (
        "data/sources.csv：缺少这个文件，"
        "应有以下各列：source, title, publisher, publisher_en, published_on, url, kind。"
    )
    assert problems[0].sentence("en") == (
        "data/sources.csv: expected this file, which is missing, "
        "with the columns source, title, publisher, publisher_en, published_on, url, kind."
    )


def test_a_folder_in_the_place_of_a_file_is_a_problem_not_a_crash(folder):
    (folder / "breaks.csv").unlink()
    (folder / "breaks.csv").mkdir()

    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        "data/breaks.csv：是文件夹，应是文件。"
    ]


def test_a_folder_without_any_data_lists_every_file_that_is_missing(tmp_path):
    assert [problem.file for problem in refusal(tmp_path)] == [
        "areas.csv",
        "breakdowns.csv",
        "breaks.csv",
        "indicators.csv",
        "observations",
        "projects.csv",
        "red_sites.csv",
        "sectors.csv",
        "sources.csv",
        "targets.csv",
    ]


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b"\xef\xbb\xbf", b",,,,\n"])
def test_an_empty_file_is_called_so(folder, content):
    (folder / "red_sites.csv").write_bytes(content)

    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        "data/red_sites.csv：文件是空的，应有列名和数据；可能没有保存或没有复制完。"
    ]


def test_a_column_with_a_slip_in_its_name_is_told_its_name(folder):
    replace(folder, "observations/jobs.csv", "obs_value", "Obs_Val")

    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        "data/observations/jobs.csv 第1行“obs_value（数值）”列：没有找到，应有这一列。",
        "data/observations/jobs.csv 第1行“Obs_Val”列：填的是“Obs_Val”，列名应写作 obs_value。",
    ]


def test_a_line_that_cannot_be_read_hides_no_code_from_the_other_files(folder):
    replace(folder, "sources.csv", ",2022,,newspaper", ",2022,newspaper")

    assert places(refusal(folder)) == [
        ("sources.csv", 2, None, "seed_article,民情订单变满意清单,刘化学,2022,newspaper")
    ]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("areas.csv", "610922", "石泉"), ("areas.csv", 4, "ref_area", "石泉")),
        (("areas.csv", "y,610900,true", "y,安康,true"), ("areas.csv", 3, "parent", "安康")),
        (
            ("areas.csv", "true,2,3", "true,2"),
            ("areas.csv", 3, None, "610902,汉滨区,Hanbin District,county,610900,true,2"),
        ),
        (
            ("indicators.csv", "growth,new_urban_jobs,", "grow,new_urban_jobs,"),
            ("indicators.csv", 3, "kind", "grow"),
        ),
        (
            ("observations/jobs.csv", "2024-06,year_to_date", "2024-06,to_date"),
            ("observations/jobs.csv", 4, "coverage", "to_date"),
        ),
    ],
    ids=["code", "reference", "line", "kind", "coverage"],
)
def test_what_is_refused_once_is_not_judged_again(folder, change, place):
    replace(folder, *change)
    assert place in places(refusal(folder))
    assert [p for p in places(refusal(folder)) if p[0] == place[0]] == [place]


def test_two_lines_with_the_same_wrong_cell_are_not_called_a_repetition_too(folder):
    with (folder / "targets.csv").open("a", encoding="utf-8") as targets:
        targets.write("new_urban_jobs,610902,明年,5200,work_report_2025,\n")
        targets.write("new_urban_jobs,610902,明年,5200,work_report_2025,\n")

    assert places(refusal(folder)) == [
        ("targets.csv", 3, "time_period", "明年"),
        ("targets.csv", 4, "time_period", "明年"),
    ]


def test_a_strange_column_beside_the_units_is_told_which_columns_there_are(folder):
    text = GOOD["indicators.csv"].replace("\n", ",\n").replace("en,\n", "en,unit\n", 1)
    (folder / "indicators.csv").write_text(text, encoding="utf-8")
    (problem,) = refusal(folder)

    assert problem.expected_en == (
        "only known columns; they are indicator, sector, name_zh, name_en, said_zh, said_en, "
        "unit_zh, unit_en, decimals, better, kind, growth_of, part_of, headline, definition_zh, definition_en"
    )


def test_a_wrong_cell_in_the_row_of_a_code_leaves_the_code_known(folder):
    replace(folder, "indicators.csv", "New urban jobs,人,people,0,", "New urban jobs,人,,0,")

    assert places(refusal(folder)) == [("indicators.csv", 2, "unit_en", "")]


def test_a_bad_file_of_observations_does_not_keep_the_other_ones_unread(folder):
    (folder / "observations" / "jobs.csv").write_text("nothing\n", encoding="utf-8")
    replace(folder, "observations/ecology.csv", ",70,", ",七十,")

    assert {(problem.file, problem.line) for problem in refusal(folder)} == {
        ("observations/ecology.csv", 2),
        ("observations/jobs.csv", 1),
    }


def test_a_damaged_workbook_is_not_passed_over_in_silence(folder):
    (folder / "observations" / "water.xlsx").write_bytes(b"PK")

    assert [problem.sentence("zh") for problem in refusal(folder)] == [
        "data/observations/water.xlsx：工作簿已损坏或没有复制完，应在 Excel、WPS 中打开并另存，或重新取得文件。"
    ]


def test_the_lock_files_of_office_programs_are_passed_over(folder):
    (folder / "observations" / "~$jobs.xlsx").write_bytes(b"lock")
    (folder / "observations" / ".~lock.jobs.csv#").write_bytes(b"lock")

    assert len(rows(folder, "observations")) == 12


@pytest.mark.parametrize(
    "as_saved",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: (text + "\n,,,\n\n").encode(),
        lambda text: text.rstrip("\n").encode(),
    ],
    ids=["with BOM", "CRLF", "CR", "empty lines at the end", "no line break at the end"],
)
def test_the_ways_of_saving_a_csv_in_utf_8_make_no_difference(folder, as_saved):
    (folder / "sectors.csv").write_bytes(as_saved(GOOD["sectors.csv"]))

    assert rows(folder, "sectors") == [
        {"sector": "jobs", "name_zh": "就业创业", "name_en": "Jobs", "position": 1,
         "file": "sectors.csv", "line": 2},
        {"sector": "ecology", "name_zh": "生态环境", "name_en": "Ecology", "position": 2,
         "file": "sectors.csv", "line": 3},
    ]  # fmt: skip


def test_the_order_of_the_columns_is_free(folder):
    (folder / "breakdowns.csv").write_text(
        "name_en,name_zh,part_of,breakdown,dimension\nPlanting,人工造林,,planting,forestry_work\n",
        encoding="utf-8",
    )

    assert rows(folder, "breakdowns") == [
        {"breakdown": "planting", "dimension": "forestry_work", "part_of": None, "name_zh": "人工造林",
         "name_en": "Planting", "file": "breakdowns.csv", "line": 2}
    ]  # fmt: skip


def test_lines_are_counted_as_an_editor_counts_them_after_a_break_within_a_cell(folder):
    replace(folder, "sectors.csv", "就业创业", '"就业\n创业"')
    replace(folder, "sectors.csv", "Ecology,2", "Ecology,two")

    assert ("sectors.csv", 4, "position", "two") in places(refusal(folder))


def test_home_may_be_written_in_the_capitals_of_a_spreadsheet(folder):
    replace(folder, "areas.csv", "610900,true", "610900,TRUE")

    assert [row["is_home"] for row in rows(folder, "areas")] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("0.05", 0.05),
        ("5150.0", 5150.0),
        ("28.0348", 28.0348),
        ("123456789012.345", 123456789012.345),
        ("0.000000000012345", 0.000000000012345),
    ],
)
def test_a_plain_number_comes_in_as_it_is_written(folder, text, value):
    replace(folder, "observations/jobs.csv", ",5150,", f",{text},")
    jobs = [row for row in rows(folder, "observations") if row["line"] == 2]

    assert jobs[1]["obs_value"] == value


def test_the_same_figure_from_another_source_or_of_another_scope_is_no_repetition(folder):
    with (folder / "observations" / "jobs.csv").open("a", encoding="utf-8") as jobs:
        jobs.write("new_urban_jobs,610902,2021,year,,5150,A,unstated,work_report_2025,\n")
        jobs.write("new_urban_jobs,610902,2021,year,,4000,A,excluding_zones,seed_article,\n")

    assert len(rows(folder, "observations")) == 14


def test_a_long_cell_is_quoted_in_short(folder):
    replace(folder, "observations/jobs.csv", ",5150,", f",{'五' * 100},")
    (problem,) = refusal(folder)

    assert problem.found == "五" * 59 + "…"
    assert problem.sentence("zh") == (
        "data/observations/jobs.csv 第2行“obs_value（数值）”列："
        f"填的是“{'五' * 59}…”，应填数字，如 1234.5。"
    )
    assert problem.severity == "refused"


def test_no_column_that_must_be_filled_may_be_empty(folder):
    let_in = []
    for name, text in GOOD.items():
        table = gate.table_of(name)
        header, first, *rest = text.splitlines()
        needed = [c for c, form in TABLES[table].columns.items() if form.is_required]
        for column in needed:
            cells = next(csv.reader([first]))
            cells[header.split(",").index(column)] = ""
            emptied = ",".join(f'"{cell}"' for cell in cells)
            (folder / name).write_text("\n".join([header, emptied, *rest, ""]), encoding="utf-8")
            refused = places(gate.check({name: folder / name}).problems)
            if (name, 2, column, "") not in refused:
                let_in.append(f"{table}.{column}")
    assert let_in == []
