"""A data folder so small that one can see it is right, and what tests do to it."""

# ruff: noqa: E501  (a line of CSV is as long as it is)

from pathlib import Path

from indicators import clock, gate

# A folder so small that one can see it is right.
GOOD = {
    "sectors.csv": """\
sector,name_zh,name_en,position
jobs,就业创业,Jobs,1
ecology,生态环境,Ecology,2
""",
    "areas.csv": """\
ref_area,name_zh,name_en,level,parent,is_home,tile_row,tile_column
610900,安康市,Ankang City,city,,false,,
610902,汉滨区,Hanbin District,county,610900,true,2,3
610922,石泉县,Shiquan County,county,610900,false,2,1
""",
    "sources.csv": """\
source,title,publisher,published_on,url,kind
seed_article,民情订单变满意清单,刘化学,2022,,newspaper
work_report_2025,2025年政府工作报告,汉滨区人民政府,2025-04-15,https://www.hanbin.gov.cn/1.html,official
""",
    "indicators.csv": """\
indicator,sector,name_zh,name_en,unit_zh,unit_en,decimals,better,kind,growth_of,part_of,headline,definition_zh,definition_en
new_urban_jobs,jobs,城镇新增就业,New urban jobs,人,people,0,higher,flow,,,1,新就业人数,New jobs
new_urban_jobs_growth_pct,jobs,城镇新增就业增速,Growth of new jobs,%,%,1,higher,growth,new_urban_jobs,,,同比增速,Growth
net_migration,jobs,净迁入,Net migration,人,people,0,neither,flow,,,,迁入减迁出,In less out
forest_coverage_pct,ecology,森林覆盖率,Forest coverage,%,%,1,higher,rate,,,2,占土地面积,Share of land
plan_completion_pct,ecology,完成年度计划,Share of plan,%,%,1,higher,rate,,,,占计划,Share of plan
air_quality_rank,ecology,空气质量位次,Air quality rank,位,rank,0,lower,rank,,,,全省位次,Rank
tea_area,ecology,茶园面积,Tea area,万亩,"10,000 mu",1,higher,stock,,,,年末面积,Area
forestry_area,ecology,林业作业面积,Forestry work,万亩,"10,000 mu",1,higher,flow,,,,分项面积,Work
industry_profit,jobs,工业利润,Profit,亿元,CNY 100 million,1,higher,flow,,,,营业利润,Profit
""",
    "breakdowns.csv": """\
breakdown,dimension,part_of,name_zh,name_en
planting,forestry_work,,人工造林,Planting
""",
    "observations/jobs.csv": """\
indicator,ref_area,time_period,coverage,breakdown,obs_value,obs_status,scope,source,note
new_urban_jobs,610902,2021,year,,5150,A,unstated,seed_article,
new_urban_jobs,610902,2024-Q1,quarter,,1203,P,,work_report_2025,快报
new_urban_jobs,610902,2024-06,year_to_date,,2610,A,,work_report_2025,
new_urban_jobs_growth_pct,610902,2024,year,,-4.5,A,,work_report_2025,
net_migration,610902,2024,year,,-87,E,,work_report_2025,
new_urban_jobs,610922,2024,year,,,A,,work_report_2025,未公布
""",
    "observations/ecology.csv": """\
indicator,ref_area,time_period,coverage,breakdown,obs_value,obs_status,scope,source,note
forest_coverage_pct,610902,2021,point,,70,A,,seed_article,
plan_completion_pct,610902,2021-11,point,,107.6,A,,seed_article,
air_quality_rank,610902,2021,year,,2,A,,seed_article,
tea_area,610902,2020-11-01,point,,21.5,A,,seed_article,
forestry_area,610902,2021,year,planting,1,A,,seed_article,
industry_profit,610902,2021,year,,-3.2,A,,seed_article,
""",
    "targets.csv": """\
indicator,ref_area,time_period,target_value,source,note
new_urban_jobs,610902,2025,5000,work_report_2025,
""",
    "breaks.csv": """\
indicator,ref_area,time_period,reason_zh,reason_en
tea_area,610902,2021-11,口径调整,Definition changed
""",
    "projects.csv": """\
project,name_zh,name_en,sector,ref_area,status,started_on,capacity_zh,source,note
school,职教中心,Vocational school,jobs,610902,under_construction,2021-03,,seed_article,
""",
    "red_sites.csv": """\
site,name_zh,name_en,source,note
niutiling,牛蹄岭战役遗址,Niutiling,seed_article,
""",
}


def replace(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="")


def checked(folder: Path) -> gate.Checked:
    """What the gate says of a folder; of the same bytes on the same day once for all who ask."""
    files = {name: folder / name for name in gate.names(folder)}
    if not all(path.is_file() for path in files.values()):  # a pipe has no bytes to tell it by
        return gate.check(files)
    seen = clock.today(), *((name, path.read_bytes()) for name, path in files.items())
    if seen not in CHECKED:
        CHECKED[seen] = gate.check(files)
    return CHECKED[seen]


CHECKED: dict[tuple, gate.Checked] = {}


def refusal(folder: Path) -> tuple[gate.Problem, ...]:
    found = checked(folder)
    assert found.refused
    return found.problems


def places(problems: tuple[gate.Problem, ...]) -> list[tuple]:
    return [(problem.file, problem.line, problem.column, problem.found) for problem in problems]


def rows(folder: Path, table: str) -> list[dict]:
    found = checked(folder)
    assert not found.refused, found.problems
    return found.tables[table].to_pylist()
