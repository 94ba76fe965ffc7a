"""The shipped figures are the published ones, typed here a second time, by hand."""

from pathlib import Path

import pytest

from indicators import gate
from tools import counts

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def tables() -> dict[str, list[dict]]:
    return {table: rows.to_pylist() for table, rows in gate.read(DATA).items()}


def figures(tables, indicator: str, area: str, period: str) -> dict[str | None, float]:
    """The values of one indicator, area and period, by breakdown."""
    return {
        row["breakdown"]: row["obs_value"]
        for row in tables["observations"]
        if (row["indicator"], row["ref_area"], row["time_period"]) == (indicator, area, period)
    }


# 民情订单变满意清单——汉滨区开展党史学习教育综述 (seed_article); the comments say what is counted.
FOUNDING_ARTICLE = {
    # 实施重点项目147个，完成投资158.6亿元
    ("district_key_projects", "2021"): {None: 147},
    ("district_key_projects_investment", "2021"): {None: 158.6},
    # 新增市场主体10553户；新增“五上”企业72户，居全市第一
    ("new_market_entities", "2021"): {None: 10553},
    ("new_five_above_enterprises", "2021"): {None: 72},
    ("new_five_above_rank_in_city", "2021"): {None: 1},
    # 新增学位1170个，医联体覆盖医疗组40个，新建社区卫生中心84家
    ("new_school_places", "2021"): {None: 1170},
    ("medical_consortium_groups", "2021"): {None: 40},
    ("new_community_health_centres", "2021"): {None: 84},
    # 技能培训6190人，发放创业担保贷款4478万元，城镇新增就业5150人
    ("skills_trained", "2021"): {None: 6190},
    ("startup_loans", "2021"): {None: 4478},
    ("new_urban_jobs", "2021"): {None: 5150},
    # 交通完成投资3.1亿元，水利完成投资2亿元，绿化造林15万亩，取缔“三无”船只633条
    ("transport_investment", "2021"): {None: 3.1},
    ("water_investment", "2021"): {None: 2},
    ("afforestation_area", "2021"): {None: 15},
    ("illegal_boats_removed", "2021"): {None: 633},
    # 空气质量全省第二
    ("air_quality_rank_in_province", "2021"): {None: 2},
    # 2022年1月13日，26个项目集中开工，总投资19.93亿元
    ("quarterly_project_starts", "2022-Q1"): {None: 26},
    ("quarterly_project_starts_investment", "2022-Q1"): {None: 19.93},
    # 班子62项，区级领导50项，镇办部门422项，班子成员1035项，截至12月底全部办结
    ("livelihood_actions_planned", "2021"): {
        "leadership_team": 62,
        "district_leaders": 50,
        "towns_and_departments": 422,
        "team_members": 1035,
    },
    ("livelihood_actions_completed", "2021"): {
        "leadership_team": 62,
        "district_leaders": 50,
        "towns_and_departments": 422,
        "team_members": 1035,
    },
    # 医保窗口月均接待2500多人次；网上参保登记5分钟
    ("medical_insurance_window_visits", "2021"): {None: 2500},
    ("insurance_registration_minutes", "2021"): {None: 5},
    # 30000多名党员：流动3182名、离退休4147名、“两新”组织633名，发放书籍11000余本
    ("party_members", "2021"): {None: 30000, "mobile": 3182, "retired": 4147, "two_new": 633},
    ("books_distributed", "2021"): {None: 11000},
    # 联合集中学习917场次，送学上门1463次，专题党课906次
    ("joint_study_sessions", "2021"): {None: 917},
    ("home_teaching_visits", "2021"): {None: 1463},
    ("party_lectures", "2021"): {None: 906},
    # 节省观影资金200余万元，巡回放映3078场次，受众20万余人
    ("film_cost_saved", "2021"): {None: 200},
    ("film_screenings", "2021"): {None: 3078},
    ("film_audience", "2021"): {None: 20},
    # 文艺作品活动355场次，竞赛演讲汇演480余场次，“十大活动”
    ("arts_activities", "2021"): {None: 355},
    ("contests_and_shows", "2021"): {None: 480},
    ("themed_campaigns", "2021"): {None: 10},
    # “148”学习法：4次专题研讨，8次集体学习；通读4本指定书籍
    ("required_topic_discussions", "2021"): {None: 4},
    ("required_group_study_sessions", "2021"): {None: 8},
    ("required_designated_books", "2021"): {None: 4},
}


@pytest.mark.parametrize(
    ("series", "published"), FOUNDING_ARTICLE.items(), ids=["-".join(k) for k in FOUNDING_ARTICLE]
)
def test_a_figure_of_the_founding_article_is_shipped_as_printed(tables, series, published):
    indicator, period = series
    assert figures(tables, indicator, "610902", period) == published


def test_the_founding_article_has_45_figures_and_no_other_is_said_to_be_from_it(tables):
    cited = [row for row in tables["observations"] if row["source"] == "seed_article"]
    assert len(cited) == 45
    assert {(row["indicator"], row["time_period"]) for row in cited} == FOUNDING_ARTICLE.keys()
    assert {row["ref_area"] for row in cited} == {"610902"}


OTHER_SOURCES = {
    # 汉滨区2025年政府工作报告: 158个重点项目完成投资189.4亿元
    ("district_key_projects_investment", "610902", "2024"): {None: 189.4},
    # 汉滨去年开工重点项目134个，累计完成投资147亿元 (text: 147.2亿元)
    ("district_key_projects_investment", "610902", "2017"): {None: 147.2},
    # 汉滨39个项目集中开工和47个项目建成投用 (2023年四季度)，其中市级25个
    ("quarterly_project_starts", "610902", "2023-Q4"): {None: 39, "municipal_list": 25},
    # 汉滨区2021年年鉴: 国土总面积3645.91平方公里
    ("land_area", "610902", "2021"): {None: 3645.91},
    # 汉滨区2020年上半年计划执行情况: 生产总值173.52亿元
    ("gdp", "610902", "2020-06"): {None: 173.52},
    # 安康市2018年政府工作报告: 生产总值974.7亿元
    ("gdp", "610900", "2017"): {None: 974.7},
    # 2020年陕西省国民经济运行情况新闻发布会: 26181.86亿元
    ("gdp", "610000", "2020"): {None: 26181.86},
    # 2012年国民经济和社会发展统计公报: 城镇新增就业1266万人
    ("new_urban_jobs", "CHN", "2012"): {None: 12660000},
    # 2020年宁陕县统计公报: 生产总值下降29.0%
    ("gdp_growth_pct", "610923", "2020"): {None: -29},
    # 紫阳县第七次全国人口普查公报: 260971人
    ("census_population", "610924", "2020-11-01"): {None: 26.0971},
    # 安康高新区第七次全国人口普查公报: 105729人
    ("census_population", "610900-HITECH", "2020-11-01"): {None: 10.5729},
    # 百科条目石泉县: 2024年生产总值78.80亿元
    ("gdp", "610922", "2024"): {None: 78.8},
    # 汉滨区2014年重点建设项目盘子，其中农业103362万元
    ("district_key_projects_planned_investment", "610902", "2014"): {
        None: 81,
        "industry_group": 45,
        "manufacturing": 22.5223,
        "farming": 10.3362,
        "commerce": 9.5,
        "tourism": 2.9,
        "infrastructure": 8.332,
        "livelihood": 27.4238,
    },
}


@pytest.mark.parametrize(
    ("series", "published"), OTHER_SOURCES.items(), ids=["-".join(k) for k in OTHER_SOURCES]
)
def test_a_figure_of_another_source_is_shipped_as_published(tables, series, published):
    assert figures(tables, *series) == published


# Twenty of the figures of 2026-11, each worked out from what its note quotes.
WITH_A_NOTE = {
    # 数据库行 RegGDP=1369500万元，÷10000
    ("gdp", "610902", "2011"): {None: 136.95},
    # RegGDP=4120136万元
    ("gdp", "610902", "2023"): {None: 412.0136},
    # 紫阳县 RegGDP=1078442万元
    ("gdp", "610924", "2021"): {None: 107.8442},
    # 平利县 RegGDP=996248万元
    ("gdp", "610926", "2018"): {None: 99.6248},
    # 安康市 Gdpct01=1182.062亿元
    ("gdp", "610900", "2019"): {None: 1182.062},
    # 安康市 GDP_SecInd=3623430万元
    ("secondary_value_added", "610900", "2016"): {None: 362.343},
    # 安康市 GDP_PerCapita=43378元
    ("gdp_per_capita", "610900", "2020"): {None: 43378},
    # 汉滨区 一般公共预算收入=54847万元
    ("general_public_budget_revenue", "610902", "2023"): {None: 5.4847},
    # 汉滨区 地方一般预算收入=50211万元
    ("general_budget_revenue", "610902", "2017"): {None: 5.0211},
    # 汉滨区 一般公共预算支出=749299万元
    ("general_public_budget_expenditure", "610902", "2023"): {None: 74.9299},
    # 旬阳县 一般预算支出=243039万元
    ("general_public_budget_expenditure", "610981", "2013"): {None: 24.3039},
    # 汉滨区 PopNum=103.5万人
    ("registered_population", "610902", "2023"): {None: 103.5},
    # 汉滨区 UrbPerDisposableInc=26389元
    ("urban_disposable_income", "610902", "2016"): {None: 26389},
    # 石泉县 RurPerNetInc=4026元
    ("rural_net_income", "610922", "2010"): {None: 4026},
    # 普查 EDUC_AVGY=9.01年；EDUC_LITR=0.06058，即6.06%
    ("census_schooling_years", "610902", "2020-11-01"): {None: 9.01},
    ("census_illiteracy_pct", "610902", "2020-11-01"): {None: 6.06},
    # 紫阳县 AGES_65P=0.1625
    ("census_age_65_pct", "610924", "2020-11-01"): {None: 16.25},
    # 全国共完成造林736.2万公顷，×15亩
    ("forestation_completed", "CHN", "2017"): {None: 11043},
    # 2025年，全国城镇新增就业1267万人
    ("new_urban_jobs", "CHN", "2025"): {None: 12670000},
    # 前三季度，全区实现生产总值267.32亿元
    ("gdp", "610902", "2019-09"): {None: 267.32},
}


@pytest.mark.parametrize(
    ("series", "noted"), WITH_A_NOTE.items(), ids=["-".join(k) for k in WITH_A_NOTE]
)
def test_a_figure_is_shipped_as_its_note_quotes_it(tables, series, noted):
    assert figures(tables, *series) == noted


def test_an_income_by_the_old_survey_is_not_shipped_beside_those_by_the_new(tables):
    # 平利县2015年：县政府工作报告载27306、8929元，为旧口径；数据库23810、8130元
    assert figures(tables, "urban_disposable_income", "610926", "2015") == {None: 23810}
    assert figures(tables, "rural_disposable_income", "610926", "2015") == {None: 8130}


def test_a_newspaper_counts_before_a_database_that_has_another_figure(shipped, ask):
    columns = "value is_in_force is_secondary"
    asked = {"indicator": "gdp", "area": "610925"}
    rows = ask(shipped, "figures_by_indicator", f"time_period {columns}", **asked)
    assert [row[1:] for row in rows if row[0] == "2013"] == [
        (32.5, True, False),
        (30.956, False, True),
    ]


def test_a_target_is_shipped_as_published(tables):
    # 安康市2025年国民经济和社会发展计划: 城镇新增就业1.9万人
    targets = {(t["indicator"], t["ref_area"]): t for t in tables["targets"]}
    target = targets["new_urban_jobs", "610900"]
    assert (target["time_period"], target["target_value"]) == ("2025", 19000)
    assert target["source"] == "ankang_plan_2025"


def test_the_data_has_as_many_rows_and_figures_as_were_written_down():
    counted, written = counts.counted(), counts.shipped()
    changed = {
        what: (written.get(what), counted.get(what))
        for what in sorted(written.keys() | counted.keys())
        if written.get(what) != counted.get(what)
    }
    assert changed == {}, "written down and there; if that is what you changed: make counts"


def test_an_observation_stands_in_the_file_of_its_indicators_sector(tables):
    sector = {row["indicator"]: row["sector"] for row in tables["indicators"]}
    assert [
        (row["file"], row["line"])
        for row in tables["observations"]
        if row["file"] != f"observations/{sector[row['indicator']]}.csv"
    ] == []


def test_every_observation_has_a_value_and_every_indicator_an_observation_or_a_target(tables):
    assert [row for row in tables["observations"] if row["obs_value"] is None] == []
    used = {row["indicator"] for row in tables["observations"] + tables["targets"]}
    assert {row["indicator"] for row in tables["indicators"]} - used == set()


def test_every_source_is_cited(tables):
    citing = ("observations", "targets", "projects", "red_sites")
    cited = {row["source"] for table in citing for row in tables[table]}
    assert {row["source"] for row in tables["sources"]} - cited == set()


def test_the_home_area_is_hanbin(tables):
    homes = [row["name_zh"] for row in tables["areas"] if row["is_home"]]
    assert homes == ["汉滨区"]


def test_the_ten_counties_lie_in_the_tile_map_as_on_the_map(tables):
    tiles = {
        (row["tile_row"], row["tile_column"]): row["name_zh"]
        for row in tables["areas"]
        if row["tile_row"]
    }
    grid = [[tiles.get((row, column), "") for column in range(1, 6)] for row in range(1, 5)]
    assert grid == [
        ["宁陕县", "", "", "", ""],
        ["石泉县", "汉阴县", "汉滨区", "旬阳市", "白河县"],
        ["", "紫阳县", "岚皋县", "平利县", ""],
        ["", "", "", "镇坪县", ""],
    ]


def test_the_overview_begins_with_the_four_flagship_figures_and_has_thirty_three(tables):
    headlines = sorted(
        (row["headline"], row["indicator"]) for row in tables["indicators"] if row["headline"]
    )
    assert headlines[:4] == [
        (1, "district_key_projects_investment"),
        (2, "new_market_entities"),
        (3, "new_urban_jobs"),
        (4, "afforestation_area"),
    ]
    assert [position for position, _ in headlines] == list(range(1, 34))


def test_the_files_are_utf_8_without_bom_and_with_plain_line_ends():
    files = sorted(DATA.rglob("*.csv"))
    assert [file.name for file in files if file.read_bytes().startswith(b"\xef\xbb\xbf")] == []
    assert [file.name for file in files if b"\r" in file.read_bytes()] == []
