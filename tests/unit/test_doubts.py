"""A figure that looks wrong beside its neighbours is let in, and the report asks about it."""

# ruff: noqa: E501  (a sentence of the report is as long as it is)

from datetime import date

import pytest

from indicators import clock
from tests.small_folder import GOOD, checked, replace

JOBS = "observations/jobs.csv"


def doubts(folder, language: str = "zh") -> list[str]:
    found = checked(folder)
    assert not found.refused
    assert {problem.severity for problem in found.problems} <= {"warning"}
    return [problem.sentence(language) for problem in found.problems]


def add(folder, *lines: str, file: str = JOBS) -> None:
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.writelines(f"{line}\n" for line in lines)


def jobs(period: str, value: str, coverage: str = "year", breakdown: str = "") -> str:
    source = "work_report_2025"
    return f"new_urban_jobs,610902,{period},{coverage},{breakdown},{value},A,,{source},"


def profit(period: str, value: str) -> str:
    return f"industry_profit,610922,{period},year,,{value},A,,work_report_2025,"


def test_good_files_raise_no_doubt(folder):
    assert doubts(folder) == []


# Profit of 610922 in 亿元; what stands in line 8 and what is said of it.
SLIPS = {
    "10,000 times too large": (
        ("3.1", "31500", "3.3"),
        "填的是“31500”，约为相邻一期（2020，3.1）的1万倍，请核对单位。",
    ),
    "10,000 times too small": (
        ("31000", "3.2", "33000"),
        "填的是“3.2”，约为相邻一期（2020，31000）的万分之一，请核对单位。",
    ),
    "100,000,000 times too large": (
        ("3.1", "320000000", "3.3"),
        "填的是“320000000”，约为相邻一期（2020，3.1）的1亿倍，请核对单位。",
    ),
    "a decimal point left out": (
        ("189.4", "1795", "181.2"),  # 1795 / 189.4 = 9.5, 1795 / 181.2 = 9.9
        "填的是“1795”，约为相邻一期（2020，189.4）的10倍，请核对小数点。",
    ),
    "a decimal point two places too far left": (
        ("189.4", "1.795", "181.2"),
        "填的是“1.795”，约为相邻一期（2020，189.4）的百分之一，请核对小数点。",
    ),
}


@pytest.mark.parametrize(("values", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_of_the_unit_in_the_midst_of_a_series(folder, values, said):
    lines = [
        profit(year, value) for year, value in zip(("2020", "2021", "2022"), values, strict=True)
    ]
    add(folder, *lines)
    # Lines 2 to 7 are there already; 2020 stands in line 8, 2021 in line 9.
    assert doubts(folder) == [f"data/{JOBS} 第9行“obs_value（数值）”列：{said}"]


@pytest.mark.parametrize(
    "values",
    [("20", "195"), ("20", "60", "195"), ("20", "100", "24"), ("20", "33", "60", "195")],
    ids=["two alone", "growth in two years", "fivefold for a year", "growth in three years"],
)
def test_a_series_that_may_well_have_grown_raises_no_doubt(folder, values):
    add(folder, *[profit(str(2020 + at), value) for at, value in enumerate(values)])
    assert doubts(folder) == []


def test_a_slip_of_the_unit_in_the_first_and_in_the_last_year_of_a_series(folder):
    add(folder, profit("2019", "31000"), profit("2020", "3.2"), profit("2021", "3.3"),
        profit("2022", "34000"))  # fmt: skip
    assert doubts(folder, "en") == [
        f"data/{JOBS}, line 8, column “obs_value (value)”: found “31000”, please check: "
        "about 10,000 times its neighbour, 3.2 of 2020; perhaps in another unit.",
        f"data/{JOBS}, line 11, column “obs_value (value)”: found “34000”, please check: "
        "about 10,000 times its neighbour, 3.3 of 2021; perhaps in another unit.",
    ]


def test_of_two_figures_that_differ_by_a_unit_the_later_is_asked_about(folder):
    add(folder, profit("2021", "3.2"), profit("2022", "33000"))
    assert doubts(folder) == [
        f"data/{JOBS} 第9行“obs_value（数值）”列：填的是“33000”，约为相邻一期（2021，3.2）的1万倍，请核对单位。"
    ]


def test_a_large_change_that_is_no_slip_of_a_unit_raises_no_doubt(folder):
    add(folder, profit("2020", "3.1"), profit("2021", "900"), profit("2022", "0"),
        profit("2023", "-4000"))  # fmt: skip
    assert doubts(folder) == []


@pytest.fixture
def industries(folder):
    """Two parts of the profit of industry."""
    row = GOOD["indicators.csv"].splitlines()[-1]
    for code, name in (("mining_profit", "采矿利润"), ("power_profit", "电力利润")):
        cells = row.replace("industry_profit", code).replace("工业利润", name).split(",")
        cells[10] = "industry_profit"  # part_of
        add(folder, ",".join(cells), file="indicators.csv")
    return folder


def part(code: str, value: str) -> str:
    return f"{code},610902,2021,year,,{value},A,,seed_article,"


def test_parts_that_do_not_add_up_to_the_whole(industries):
    # −3.2 is the whole, in line 7 of ecology.csv; −1.0 − 1.2 = −2.2, and −3.2 − (−2.2) = −1.
    add(industries, part("mining_profit", "-1.0"), part("power_profit", "-1.2"))
    assert doubts(industries) == [
        "data/observations/ecology.csv 第7行“obs_value（数值）”列："
        "填的是“-3.2”，各分项之和为 -2.2，相差 1，请核对。"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # −1.96 − 1.28 = −3.24: 0.04 off, less than the 0.05 by which −3.2 may be rounded.
        [part("mining_profit", "-1.96"), part("power_profit", "-1.28")],
        [part("mining_profit", "-1.0")],
    ],
    ids=["rounded", "a part is not known"],
)
def test_parts_that_are_rounded_or_not_all_known_raise_no_doubt(industries, lines):
    add(industries, *lines)
    assert doubts(industries) == []


def test_a_part_that_is_larger_than_the_whole(folder):
    work = "forestry_area,610902,2021,year,,0.4,A,,seed_article,"
    add(folder, work)
    # 1 was planted, in line 6 of ecology.csv, of 0.4 in all.
    assert doubts(folder) == [
        f"data/{JOBS} 第8行“obs_value（数值）”列：填的是“0.4”，各分项之和为 1，相差 0.6，请核对。"
    ]


def test_a_total_beyond_the_parts_that_are_named_raises_no_doubt(folder):
    add(folder, "forestry_area,610902,2021,year,,8,A,,seed_article,")
    assert doubts(folder) == []


def test_quarters_that_do_not_add_up_to_the_year(folder):
    # 1203 is the first quarter already, in line 3; 1203 + 1300 + 1400 + 1000 = 4903.
    add(folder, jobs("2024-Q2", "1300", "quarter"), jobs("2024-Q3", "1400", "quarter"),
        jobs("2024-Q4", "1000", "quarter"), jobs("2024", "5000"))  # fmt: skip
    assert doubts(folder) == [
        f"data/{JOBS} 第11行“obs_value（数值）”列：填的是“5000”，各季之和为 4903，相差 97，请核对。"
    ]


def test_a_year_that_had_more_by_june(folder):
    add(folder, jobs("2024", "2500"))  # 2610 by June, in line 4
    assert doubts(folder, "en") == [
        f"data/{JOBS}, line 8, column “obs_value (value)”: found “2500”, please check: "
        "the year to date had already reached 2610, a difference of 110."
    ]


def test_three_quarters_say_nothing_of_the_year(folder):
    add(folder, jobs("2024-Q2", "1300", "quarter"), jobs("2024-Q3", "1400", "quarter"),
        jobs("2024", "5000"))  # fmt: skip
    assert doubts(folder) == []


def test_published_growth_far_from_that_of_the_levels(folder):
    # −4.5 in line 5; 5500 / 5000 − 1 = +10 %.
    add(folder, jobs("2023", "5000"), jobs("2024", "5500"))
    assert doubts(folder) == [
        f"data/{JOBS} 第5行“obs_value（数值）”列：填的是“-4.5”，"
        "按总量 5000 和 5500 推算应约为 10.0%，相差超过 10 个百分点，请核对。"
    ]


def test_growth_near_that_of_the_levels_or_across_a_break_raises_no_doubt(folder):
    # 4800 / 5000 − 1 = −4%, half a point from −4.5 %.
    add(folder, jobs("2023", "5000"), jobs("2024", "4800"))
    assert doubts(folder) == []
    replace(folder, JOBS, ",4800,", ",9900,")
    add(folder, "new_urban_jobs,610902,2024,口径调整,New definition", file="breaks.csv")
    assert doubts(folder) == []


def test_a_source_without_a_date(folder):
    replace(folder, "sources.csv", "2025-04-15", "")
    assert doubts(folder) == [
        "data/sources.csv 第3行“source（来源）”列：填的是“work_report_2025”，"
        "没有发布日期，与其他来源的数不一致时视为最早发布，以其他来源为准。"
    ]


def test_a_figure_of_a_year_after_that_of_its_publication(folder):
    add(folder, jobs("2026", "5000"))
    assert doubts(folder) == [
        f"data/{JOBS} 第8行“time_period（时间）”列：填的是“2026”，"
        "来源发布于 2025-04-15，早于数据所属时间，请核对。"
    ]


def test_a_line_that_is_refused_raises_no_doubt_besides(folder):
    add(folder, profit("2020", "3.1"), profit("2021", "31500").replace(",A,", ",B,"),
        profit("2022", "3.3"))  # fmt: skip
    found = checked(folder)
    assert [(p.line, p.column, p.severity) for p in found.problems] == [
        (9, "obs_status", "refused")
    ]


def doubted(folder) -> list[tuple]:
    """File, line, column and Chinese words of what is doubted, apart from the source's date."""
    found = checked(folder)
    assert not found.refused
    return [
        (p.file, p.line, p.column, p.expected_zh)
        for p in found.problems
        if "早于数据所属时间" not in p.expected_zh
    ]


@pytest.fixture
def in_2026(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 27))


NOT_BEGUN = "这个时期还没有开始（今天是 2026-11-27），请核对年份"


@pytest.mark.parametrize(
    ("period", "coverage"),
    [("2027", "year"), ("2026-12", "month"), ("2027-Q1", "quarter"), ("2026-11-28", "point")],
)
def test_a_figure_of_a_time_that_has_not_begun(folder, in_2026, period, coverage):
    add(folder, jobs(period, "5000", coverage))
    assert doubted(folder) == [(JOBS, 8, "time_period", NOT_BEGUN)]


@pytest.mark.parametrize(
    ("period", "coverage"),
    [("2026", "year"), ("2026-11", "month"), ("2026-Q4", "quarter"), ("2026-11-27", "point")],
)
def test_a_figure_of_a_time_that_has_begun_raises_no_doubt(folder, in_2026, period, coverage):
    add(folder, jobs(period, "5000", coverage))
    assert doubted(folder) == []


def test_a_target_of_a_later_year_raises_no_doubt(folder, in_2026):
    add(folder, "new_urban_jobs,610902,2035,9000,work_report_2025,", file="targets.csv")
    assert doubted(folder) == []


def test_a_year_far_from_all_others(folder):
    # 2020 is the earliest other year: 2009 is eleven years from it, 2010 ten.
    add(folder, jobs("2010", "5000"))
    assert doubted(folder) == []
    replace(folder, JOBS, "610902,2010,", "610902,2009,")
    assert doubted(folder) == [
        (JOBS, 8, "time_period", "与其他数的年份相隔十年以上（最近的是 2020 年），请核对年份")
    ]


def test_growth_of_650_per_cent(folder):
    add(folder, "new_urban_jobs_growth_pct,610922,2024,year,,650,A,,work_report_2025,")
    assert doubted(folder) == [(JOBS, 8, "obs_value", "增速超过 300%，请核对是否多乘了 100")]


def test_a_fraction_where_per_cent_is_meant(folder):
    # 0.046 has three decimals, the indicator one; −4.5 is the other growth, 4.6 is near it.
    add(folder, "new_urban_jobs_growth_pct,610922,2024,year,,0.046,A,,work_report_2025,")
    assert doubted(folder) == [
        (JOBS, 8, "obs_value", "像是小数而不是百分数，如为 4.6% 应填 4.6，请核对")
    ]


@pytest.mark.parametrize("value", ["0.4", "0.0001"])
def test_little_growth_raises_no_doubt(folder, value):
    # 0.4 has no more decimals than growth has; 0.01 % would be far from what it usually is.
    add(folder, f"new_urban_jobs_growth_pct,610922,2024,year,,{value},A,,work_report_2025,")
    assert doubted(folder) == []


def test_a_source_of_the_future(folder, in_2026):
    replace(folder, "sources.csv", "2025-04-15", "2062-04-15")
    assert doubted(folder) == [
        ("sources.csv", 3, "published_on", "发布日期晚于今天（2026-11-27），请核对年份")
    ]


@pytest.mark.parametrize("published", ["2026-11-27", "2026-11", "2026"])
def test_a_source_of_today_raises_no_doubt(folder, in_2026, published):
    replace(folder, "sources.csv", "2025-04-15", published)
    assert doubted(folder) == []


def test_a_breakdown_of_another_sector(folder):
    add(folder, "forestry_area,610922,2021,year,planting,2,A,,seed_article,")
    add(folder, jobs("2021", "100", breakdown="planting"))
    assert doubted(folder) == [(JOBS, 9, "breakdown", "这个分组通常用于别的领域的指标，请核对")]


def test_counties_that_do_not_add_up_to_their_city(folder):
    # 610902 had 5150 in 2021; with 610922 5150 + 1000 = 6150.
    add(folder, "new_urban_jobs,610922,2021,year,,1000,A,,seed_article,")
    add(folder, "new_urban_jobs,610900,2021,year,,8000,A,,seed_article,")
    assert doubted(folder) == [
        (JOBS, 9, "obs_value", "所辖各县（市、区）之和为 6150，相差 1850，请核对")
    ]


def test_counties_that_nearly_add_up_or_are_not_all_known_raise_no_doubt(folder):
    add(folder, "new_urban_jobs,610900,2021,year,,8000,A,,seed_article,")
    assert doubted(folder) == []
    replace(folder, JOBS, ",8000,", ",6300,")
    add(folder, "new_urban_jobs,610922,2021,year,,1000,A,,seed_article,")
    assert doubted(folder) == []


def test_a_city_among_its_counties_is_their_mean_and_raises_no_doubt(folder):
    # 5150 and 1000 add up to 6150; 3000 lies between the two
    add(folder, "new_urban_jobs,610922,2021,year,,1000,A,,seed_article,")
    add(folder, "new_urban_jobs,610900,2021,year,,3000,A,,seed_article,")
    assert doubted(folder) == []


def test_growth_of_growth(folder):
    row = GOOD["indicators.csv"].splitlines()[2].replace("new_urban_jobs_growth_pct", "odd_pct")
    add(folder, row.replace("growth,new_urban_jobs", "growth,new_urban_jobs_growth_pct")
        .replace("城镇新增就业增速", "增速的增速"), file="indicators.csv")  # fmt: skip
    assert doubted(folder) == [("indicators.csv", 11, "growth_of", "这个指标本身也是增速，请核对")]


def test_two_indicators_that_are_part_of_each_other(folder):
    replace(folder, "indicators.csv", "new_urban_jobs,jobs,城镇新增就业,New urban jobs,人,people,0,higher,flow,,,",
            "new_urban_jobs,jobs,城镇新增就业,New urban jobs,人,people,0,higher,flow,,net_migration,")  # fmt: skip
    replace(folder, "indicators.csv", "neither,flow,,,", "neither,flow,,new_urban_jobs,")
    circle = "互为对方的一部分，请核对"
    assert [told for told in doubted(folder) if told[2] == "part_of"] == [
        ("indicators.csv", 2, "part_of", circle),
        ("indicators.csv", 4, "part_of", circle),
    ]


def test_two_indicators_of_one_name(folder):
    replace(folder, "indicators.csv", "净迁入", "城镇新增 就业")
    assert doubted(folder) == [
        ("indicators.csv", 4, "name_zh", "与另一行名称相同，读者分不清，请核对")
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("#REF!", "是公式的错误，请改好公式或填文字"),
        ("见#N/A", "是公式的错误，请改好公式或填文字"),
        ("锟斤拷中心", "像是乱码，请核对原文件的编码"),
        ("职教\ufffd心", "像是乱码，请核对原文件的编码"),
        ("????", "像是乱码，请核对原文件的编码"),
        ("Ã©tude", "像是乱码，请核对原文件的编码"),
    ],
)
def test_what_is_no_text_of_anybody(folder, name, words):
    replace(folder, "projects.csv", "职教中心", name)
    assert doubted(folder) == [("projects.csv", 2, "name_zh", words)]


def test_a_question_in_a_name_raises_no_doubt(folder):
    replace(folder, "projects.csv", "职教中心", "职教中心？")
    assert doubted(folder) == []


def test_a_figure_without_a_scope_is_the_same_as_one_whose_scope_is_unstated(folder):
    add(folder, "new_urban_jobs,610902,2021,year,,5200,A,,seed_article,")
    found = checked(folder)
    assert [(p.line, p.expected_zh) for p in found.problems] == [
        (
            8,
            "指标、地区、时间、时期类型、分组、范围、来源7项与第2行完全相同，只能保留一行",
        )
    ]
