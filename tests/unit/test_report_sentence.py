"""Rows in, the whole report sentence out: only what is known, in the order of a work report."""

import pytest

from indicators import sentences
from indicators.language import Language
from indicators.warehouse import queries

NAME = "sentence_parts_by_indicator"
zh, en = Language("zh"), Language("en")

CITY, HOME, SHIQUAN, HANYIN = "610900", "610902", "610922", "610921"
AREAS = [
    {"ref_area": CITY, "level": "city", "name_zh": "安康市", "name_en": "Ankang City"},
    {"ref_area": HOME, "name_zh": "汉滨区", "name_en": "Hanbin District", "parent": CITY}
    | {"is_home": True},
    {"ref_area": SHIQUAN, "name_zh": "石泉县", "name_en": "Shiquan County", "parent": CITY},
    {"ref_area": HANYIN, "name_zh": "汉阴县", "name_en": "Hanyin County", "parent": CITY},
]
MONEY = {"name_zh": "重点项目完成投资", "name_en": "Key-project investment"}
PROJECTS = {
    "name_zh": "重点项目",
    "name_en": "Key projects",
    "unit_zh": "个",
    "unit_en": "projects",
    "decimals": 0,
}
PER_CENT = {"unit_zh": "%", "unit_en": "%"}
GROWTH = PER_CENT | {
    "indicator": "growth",
    "kind": "growth",
    "growth_of": "gdp",
    "name_zh": "生产总值增速",
    "name_en": "GDP growth",
}
LEVEL = {"name_zh": "生产总值", "name_en": "GDP"}
SHARE = PER_CENT | {"kind": "rate", "name_zh": "森林覆盖率", "name_en": "Forest coverage"}
PLACE = {
    "kind": "rank",
    "better": "lower",
    "decimals": 0,
    "unit_zh": "位",
    "unit_en": "rank",
    "name_zh": "空气质量全省位次",
    "name_en": "Air quality rank in the province",
}


def figure(period: str, value: float, **more) -> dict:
    to_date = {"coverage": "year_to_date"} if period[4:] in ("-06", "-09", "-11") else {}
    return {"time_period": period, "obs_value": value} | to_date | more


def growth(period: str, value: float, **more) -> dict:
    return figure(period, value, indicator="growth", **more)


# What is published → what is said of the indicator gdp in 2022, unless another is named.
SAID = {
    "level_only": (
        {"indicators": [MONEY], "observations": [figure("2022", 189.4)]},
        "2022年，汉滨区重点项目完成投资189.4亿元。",
        "2022: Hanbin District, Key-project investment 189.4 × CNY 100 million.",
    ),
    "growth_only_of_a_level": (
        {"indicators": [LEVEL, GROWTH], "observations": [growth("2022", 7.1)]},
        "2022年，汉滨区生产总值同比增长7.1%。",
        "2022: Hanbin District, GDP up 7.1% on the year before.",
    ),
    "a_negative_growth": (
        {"indicators": [LEVEL, GROWTH], "observations": [growth("2022", -4.0)]},
        "2022年，汉滨区生产总值同比下降4.0%。",
        "2022: Hanbin District, GDP down 4.0% on the year before.",
    ),
    "no_growth_at_all": (
        {"indicators": [LEVEL, GROWTH], "observations": [growth("2022", 0)]},
        "2022年，汉滨区生产总值同比持平。",
        "2022: Hanbin District, GDP unchanged on the year before.",
    ),
    "a_growth_of_nothing_that_is_known": (
        {
            "indicators": [GROWTH | {"growth_of": None, "name_zh": "生猪出栏增速"}],
            "observations": [growth("2022", 4.1)],
        },
        "2022年，汉滨区生猪出栏增速4.1%。",
        "2022: Hanbin District, GDP growth 4.1%.",
    ),
    # 0.6 points less than in 2021, and no “year before” said twice
    "a_growth_after_another": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2021", 5.2), growth("2022", 4.6)],
        },
        "2022年，汉滨区生产总值同比增长4.6%，增速比2021年回落0.6个百分点。",
        "2022: Hanbin District, GDP up 4.6% on the year before, "
        "growth 0.6 percentage points below 2021.",
    ),
    "a_level_with_its_published_growth": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [figure("2021", 200), figure("2022", 220), growth("2022", 6.5)],
        },
        "2022年，汉滨区生产总值220.0亿元，同比增长6.5%。",
        "2022: Hanbin District, GDP 220.0 × CNY 100 million, up 6.5% on the year before.",
    ),
    # 100 * (179.5 − 189.4) / 189.4 = −5.227
    "a_fall_computed_from_money": (
        {"indicators": [MONEY], "observations": [figure("2021", 189.4), figure("2022", 179.5)]},
        "2022年，汉滨区重点项目完成投资179.5亿元，同比下降5.2%（按现价计算）。",
        "2022: Hanbin District, Key-project investment 179.5 × CNY 100 million, "
        "down 5.2% on the year before (at current prices).",
    ),
    # 100 * (158 − 147) / 147 = 7.483; projects have no prices
    "a_rise_computed_from_a_count": (
        {"indicators": [PROJECTS], "observations": [figure("2021", 147), figure("2022", 158)]},
        "2022年，汉滨区重点项目158个，同比增长7.5%（按公布数计算）。",
        "2022: Hanbin District, Key projects 158 projects, "
        "up 7.5% on the year before (computed from the published figures).",
    ),
    # 189.4 − 158.6 = 30.8; no per cent over two years
    "an_older_figure_is_named_with_its_year": (
        {"indicators": [MONEY], "observations": [figure("2020", 158.6), figure("2022", 189.4)]},
        "2022年，汉滨区重点项目完成投资189.4亿元，比2020年增加30.8亿元。",
        "2022: Hanbin District, Key-project investment 189.4 × CNY 100 million, "
        "30.8 × CNY 100 million more than in 2020.",
    ),
    "the_year_before_was_zero": (
        {"indicators": [PROJECTS], "observations": [figure("2021", 0), figure("2022", 1)]},
        "2022年，汉滨区重点项目1个，比2021年增加1个。",
        "2022: Hanbin District, Key projects 1 project, 1 project more than in 2021.",
    ),
    "the_same_as_long_ago": (
        {"indicators": [PROJECTS], "observations": [figure("2015", 62), figure("2022", 62)]},
        "2022年，汉滨区重点项目62个，与2015年持平。",
        "2022: Hanbin District, Key projects 62 projects, the same as in 2015.",
    ),
    "a_break_lies_between": (
        {
            "indicators": [MONEY],
            "observations": [figure("2021", 200), figure("2022", 100)],
            "breaks": [{"time_period": "2022"}],
        },
        "2022年，汉滨区重点项目完成投资100.0亿元，口径调整，与2021年不可比。",
        "2022: Hanbin District, Key-project investment 100.0 × CNY 100 million, "
        "definition changed, not comparable with 2021.",
    ),
    "a_break_of_the_level_leaves_the_published_growth": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [figure("2021", 200), figure("2022", 202), growth("2022", 4.6)],
            "breaks": [{"time_period": "2022"}],
        },
        "2022年，汉滨区生产总值202.0亿元，同比增长4.6%，总量口径调整，与2021年不可比。",
        "2022: Hanbin District, GDP 202.0 × CNY 100 million, up 4.6% on the year before, "
        "level redefined, not comparable with 2021.",
    ),
    "two_scopes_are_not_compared": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [
                figure("2021", 200, scope="whole_jurisdiction"),
                figure("2022", 150, scope="excluding_zones"),
                growth("2022", 4.6, scope="whole_jurisdiction"),
                figure("2022", 900, ref_area=CITY),
            ],
        },
        "2022年，汉滨区生产总值150.0亿元（不含高新区、恒口示范区），口径调整，与2021年不可比。",
        "2022: Hanbin District, GDP 150.0 × CNY 100 million "
        "(without the High-tech and Hengkou zones), "
        "definition changed, not comparable with 2021.",
    ),
    # 100 * 147.2 / 136 = 108.235
    "a_target_more_than_reached": (
        {
            "indicators": [MONEY],
            "observations": [figure("2022", 147.2)],
            "targets": [{"time_period": "2022", "target_value": 136}],
        },
        "2022年，汉滨区重点项目完成投资147.2亿元，完成年度目标108.2%。",
        "2022: Hanbin District, Key-project investment 147.2 × CNY 100 million, "
        "108.2% of the year's target.",
    ),
    # 100 * 90 / 100 = 90
    "a_target_missed": (
        {
            "indicators": [MONEY],
            "observations": [figure("2022", 90)],
            "targets": [{"time_period": "2022", "target_value": 100}],
        },
        "2022年，汉滨区重点项目完成投资90.0亿元，完成年度目标90.0%，未达到目标。",
        "2022: Hanbin District, Key-project investment 90.0 × CNY 100 million, "
        "90.0% of the year's target, target missed.",
    ),
    # 1.7 − 6 = −4.3
    "a_growth_below_its_target": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2022", 1.7)],
            "targets": [{"indicator": "growth", "time_period": "2022", "target_value": 6}],
        },
        "2022年，汉滨区生产总值同比增长1.7%，低于年度目标4.3个百分点。",
        "2022: Hanbin District, GDP up 1.7% on the year before, "
        "4.3 percentage points below the year's target.",
    ),
    # 100 * 120 / 100 = 120: too much of what should be little
    "lower_is_better_and_the_limit_is_exceeded": (
        {
            "indicators": [PROJECTS | {"better": "lower", "name_zh": "逾期项目"}],
            "observations": [figure("2022", 120)],
            "targets": [{"time_period": "2022", "target_value": 100}],
        },
        "2022年，汉滨区逾期项目120个，为年度控制目标的120.0%，超过控制目标。",
        "2022: Hanbin District, Key projects 120 projects, "
        "120.0% of the year's limit, limit exceeded.",
    ),
    # 100 * 177 / 215 = 82.3; eleven of twelve months are 91.7; 82.326 − 91.667 = −9.341
    "the_year_to_date_behind_the_years_plan": (
        {
            "indicators": [MONEY],
            "observations": [figure("2021", 158.6), figure("2022-11", 177)],
            "targets": [{"time_period": "2022", "target_value": 215}],
        },
        "2022年1—11月，汉滨区重点项目完成投资177.0亿元，"
        "完成年度目标82.3%，慢于时间进度9.3个百分点。",
        "January–November 2022: Hanbin District, Key-project investment "
        "177.0 × CNY 100 million, 82.3% of the year's target, "
        "9.3 percentage points behind the time elapsed.",
    ),
    # 100 * 60 / 100 = 60, half a year is 50; 100 * (60 − 50) / 50 = 20
    "the_year_to_date_ahead_and_against_the_same_months": (
        {
            "indicators": [MONEY],
            "observations": [figure("2021", 120), figure("2021-06", 50), figure("2022-06", 60)],
            "targets": [{"time_period": "2022", "target_value": 100}],
        },
        "2022年1—6月，汉滨区重点项目完成投资60.0亿元，"
        "完成年度目标60.0%，超时间进度10.0个百分点，同比增长20.0%（按现价计算）。",
        "January–June 2022: Hanbin District, Key-project investment 60.0 × CNY 100 million, "
        "60.0% of the year's target, 10.0 percentage points ahead of the time elapsed, "
        "up 20.0% on the year before (at current prices).",
    ),
    # 4.4 − 7.5 = −3.1, against the first half of the last year that has one
    "the_growth_of_a_half_year_against_another_half_year": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2019", 9), growth("2020-06", 7.5), growth("2022-06", 4.4)],
        },
        "2022年1—6月，汉滨区生产总值同比增长4.4%，增速比2020年1—6月回落3.1个百分点。",
        "January–June 2022: Hanbin District, GDP up 4.4% on the year before, "
        "growth 3.1 percentage points below January–June 2020.",
    ),
    "more_than_so_many": (
        {
            "indicators": [PROJECTS | {"unit_zh": "本", "unit_en": "books", "name_zh": "发放书籍"}],
            "observations": [
                figure("2022", 11000, obs_status="E", note="原文“11000余本”"),
            ],
        },
        "2022年，汉滨区发放书籍11,000余本。",
        "2022: Hanbin District, Key projects 11,000+ books.",
    ),
    "a_provisional_figure_of_a_stated_scope": (
        {
            "indicators": [LEVEL],
            "observations": [figure("2022", 380.95, obs_status="P", scope="whole_jurisdiction")],
        },
        "2022年，汉滨区生产总值381.0亿元（全辖区、初步数）。",
        "2022: Hanbin District, GDP 381.0 × CNY 100 million (whole jurisdiction, provisional).",
    ),
    # 4.6 − 4.2 = 0.4
    "a_growth_above_the_city": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2022", 4.6), growth("2022", 4.2, ref_area=CITY)],
        },
        "2022年，汉滨区生产总值同比增长4.6%，高于全市0.4个百分点。",
        "2022: Hanbin District, GDP up 4.6% on the year before, "
        "0.4 percentage points above the city.",
    ),
    # 4.6 − 5.0 = −0.4
    "a_level_whose_growth_is_below_the_citys": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [
                figure("2022", 220),
                figure("2022", 900, ref_area=CITY),
                growth("2022", 4.6),
                growth("2022", 5.0, ref_area=CITY),
            ],
        },
        "2022年，汉滨区生产总值220.0亿元，同比增长4.6%，增速低于全市0.4个百分点。",
        "2022: Hanbin District, GDP 220.0 × CNY 100 million, up 4.6% on the year before, "
        "growth 0.4 percentage points below the city.",
    ),
    # 70.0 − 68.8 = 1.2 over two years
    "a_rate_in_per_cent_changes_in_points": (
        {
            "indicators": [SHARE],
            "observations": [
                figure("2020", 68.8),
                figure("2022", 70.0),
                figure("2022", 70.0, ref_area=CITY),
            ],
        },
        "2022年，汉滨区森林覆盖率70.0%，比2020年提高1.2个百分点，与全市持平。",
        "2022: Hanbin District, Forest coverage 70.0%, "
        "1.2 percentage points above 2020, the same as the city.",
    ),
    "the_city_published_no_figure_of_the_year": (
        {
            "indicators": [SHARE],
            "observations": [figure("2022", 70.0), figure("2021", 68.0, ref_area=CITY)],
        },
        "2022年，汉滨区森林覆盖率70.0%，未公布全市数据，不作比较。",
        "2022: Hanbin District, Forest coverage 70.0%, "
        "not published for the city, so not compared.",
    ),
    "the_half_year_is_not_compared_with_the_citys_year": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2022-06", 4.6), growth("2022", 4.2, ref_area=CITY)],
        },
        "2022年1—6月，汉滨区生产总值同比增长4.6%，未公布全市数据，不作比较。",
        "January–June 2022: Hanbin District, GDP up 4.6% on the year before, "
        "not published for the city, so not compared.",
    ),
    "first_of_all_counties": (
        {
            "indicators": [PROJECTS],
            "observations": [
                figure("2022", 72),
                figure("2022", 30, ref_area=SHIQUAN),
                figure("2022", 20, ref_area=HANYIN),
                figure("2022", 122, ref_area=CITY),
            ],
        },
        "2022年，汉滨区重点项目72个，居全市3个县（市、区）首位。",
        "2022: Hanbin District, Key projects 72 projects, first of the city's 3 counties.",
    ),
    "a_tie_among_those_that_are_known": (
        {
            "indicators": [PROJECTS],
            "observations": [figure("2022", 30), figure("2022", 30, ref_area=SHIQUAN)],
        },
        "2022年，汉滨区重点项目30个，居有公布数的2个县（市、区）并列首位。",
        "2022: Hanbin District, Key projects 30 projects, "
        "tied for first of 2 counties with a published figure.",
    ),
    "lower_is_better_and_second": (
        {
            "indicators": [PROJECTS | {"better": "lower"}],
            "observations": [
                figure("2022", 30),
                figure("2022", 20, ref_area=SHIQUAN),
                figure("2022", 30, ref_area=HANYIN),
            ],
        },
        "2022年，汉滨区重点项目30个，居全市3个县（市、区）并列第2位。",
        "2022: Hanbin District, Key projects 30 projects, tied for no. 2 of the city's 3 counties.",
    ),
    # from the third place to the second
    "a_place_gained": (
        {"indicators": [PLACE], "observations": [figure("2021", 3), figure("2022", 2)]},
        "2022年，汉滨区空气质量全省位次第2位，比2021年前移1位。",
        "2022: Hanbin District, Air quality rank in the province: no. 2, 1 place up on 2021.",
    ),
    "nothing_published": (
        {"indicators": [MONEY], "observations": []},
        "2020—2022年，汉滨区重点项目完成投资未公布。",
        "2020–2022: Hanbin District, Key-project investment not published.",
    ),
    "an_older_year_names_itself": (
        {"indicators": [MONEY], "observations": [figure("2020", 5), figure("2019", 4)]},
        "2020年，汉滨区重点项目完成投资5.0亿元，同比增长25.0%（按现价计算）。",
        "2020: Hanbin District, Key-project investment 5.0 × CNY 100 million, "
        "up 25.0% on the year before (at current prices).",
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_a_sentence_is_said_as_a_work_report_would(given, case):
    tables, chinese, english = SAID[case]
    spoken_of = "growth" if all_of_growth(tables) else "gdp"
    assert said(given(areas=AREAS, **tables), spoken_of, zh) == chinese
    assert said(given(areas=AREAS, **tables), spoken_of, en) == english


def all_of_growth(tables: dict) -> bool:
    """Whether only growth is published of the district."""
    return {row.get("indicator") for row in tables["observations"]} == {"growth"}


def said(built, indicator: str, language: Language, first_year=2020, last_year=2022) -> str:
    years = {"first_year": first_year, "last_year": last_year}
    rows = queries.run(built, NAME, area=HOME, sectors=[], indicators=[indicator], **years)
    return sentences.reports(rows, language, **years)[indicator]


# Typed by hand from data/observations/*.csv; the lines are named where two figures are compared.
SHIPPED = {
    # plan 136, completed 147.2: 100 * 147.2 / 136 = 108.235
    ("district_key_projects_investment", 2017): "2017年，汉滨区区级重点项目完成投资147.2亿元，"
    "完成年度目标108.2%。",
    # 158.6 in 2021, 147.2 in 2017
    ("district_key_projects_investment", 2021): "2021年，汉滨区区级重点项目完成投资158.6亿元，"
    "比2017年增加11.4亿元。",
    # eleven months, and no plan of 2023 is published; 158.6 of the whole of 2021 is no comparison
    ("district_key_projects_investment", 2023): "2023年1—11月，汉滨区区级重点项目完成投资"
    "177.0亿元。",
    # 100 * (179.5 − 189.4) / 189.4 = −5.227
    ("district_key_projects_investment", 2025): "2025年，汉滨区区级重点项目完成投资179.5亿元，"
    "同比下降5.2%（按现价计算）。",
    # −4.0 of the work report of 2021; 宁陕 23.16 and 紫阳 100.53 are the others of 2020
    ("gdp", 2020): "2020年，汉滨区地区生产总值375.82亿元（全辖区），同比下降4.0%，"
    "居有公布数的3个县（市、区）首位。",
    ("gdp", 2025): "2025年，汉滨区地区生产总值445.28亿元，同比增长4.6%，"
    "总量口径调整，与2024年不可比。",
    # 5.4 against Ankang's 6.0
    ("gdp_growth_pct", 2024): "2024年，汉滨区地区生产总值同比增长5.4%，增速比2020年提高"
    "9.4个百分点，低于全市0.6个百分点，居有公布数的2个县（市、区）第2位。",
    ("fixed_asset_investment_growth_pct", 2020): "2020年1—6月，汉滨区固定资产投资"
    "同比下降18.2%（不含高新区、恒口示范区）。",
    ("census_population", 2021): "2020年11月，汉滨区常住人口（人口普查）89.49万人（全辖区），"
    "比2010年11月增加2.47万人，居全市10个县（市、区）首位。",
    ("books_distributed", 2021): "2021年，汉滨区发放书籍11,000余本。",
    ("county_economy_rank", 2019): "2019年，汉滨区全省县域经济监测位次（城区组）第12位，"
    "比2015年前移10位。",
}


@pytest.mark.parametrize(("indicator", "year"), SHIPPED)
def test_a_sentence_of_the_shipped_figures(shipped, indicator, year):
    assert said(shipped, indicator, zh, 2010, year) == SHIPPED[indicator, year]


def test_the_gdp_of_the_first_half_of_2020_is_never_that_of_the_year(given):
    # 汉滨区2020年上半年计划执行情况: 173.52亿元, −7.2%
    built = given(
        areas=AREAS,
        indicators=[LEVEL | {"decimals": 2}, GROWTH],
        observations=[
            figure("2019", 380.95, scope="whole_jurisdiction"),
            figure("2020-06", 173.52, scope="whole_jurisdiction"),
            growth("2020-06", -7.2, scope="whole_jurisdiction"),
        ],
    )
    assert said(built, "gdp", zh) == (
        "2020年1—6月，汉滨区生产总值173.52亿元（全辖区），同比下降7.2%。"
    )


def attention(built, indicator: str = "gdp") -> list[str]:
    years = {"first_year": 2020, "last_year": 2022}
    rows = queries.run(built, NAME, area=HOME, sectors=[], indicators=[indicator], **years)
    known = [row for row in rows.itertuples() if row.attention]
    return [sentences.attention(row, language) for row in known for language in (zh, en)]


def test_what_falls_is_said_with_the_amount(given):
    built = given(
        areas=AREAS, indicators=[MONEY], observations=[figure("2021", 189.4), figure("2022", 179.5)]
    )
    # 179.5 − 189.4 = −9.9
    assert attention(built) == [
        "重点项目完成投资179.5亿元，比2021年减少9.9亿元",
        "Key-project investment 179.5 × CNY 100 million, 9.9 × CNY 100 million less than in 2021",
    ]


def test_a_growth_that_falls_is_said_to_have_fallen_itself(given):
    built = given(
        areas=AREAS,
        indicators=[LEVEL, GROWTH],
        observations=[growth("2021", 5.4), growth("2022", 4.6)],
    )
    # 4.6 − 5.4 = −0.8
    assert attention(built, "growth") == [
        "生产总值同比增长4.6%，增速比2021年回落0.8个百分点",
        "GDP up 4.6% on the year before, growth 0.8 percentage points below 2021",
    ]


def test_what_is_behind_the_pace_is_said_with_its_months(given):
    built = given(
        areas=AREAS,
        indicators=[MONEY],
        observations=[figure("2022-11", 177)],
        targets=[{"time_period": "2022", "target_value": 215}],
    )
    assert attention(built) == [
        "2022年1—11月重点项目完成投资177.0亿元，完成年度目标82.3%，慢于时间进度9.3个百分点",
        "January–November 2022: Key-project investment 177.0 × CNY 100 million, "
        "82.3% of the year's target, 9.3 percentage points behind the time elapsed",
    ]


def test_a_lost_rank_is_said_with_both_places(given):
    built = given(
        areas=AREAS,
        indicators=[PROJECTS],
        observations=[
            figure("2021", 30),
            figure("2021", 20, ref_area=SHIQUAN),
            figure("2022", 31),
            figure("2022", 40, ref_area=SHIQUAN),
        ],
    )
    assert attention(built) == [
        "重点项目31个，在全市各县（市、区）中的位次由2021年第1位退至第2位",
        "Key projects 31 projects, down from no. 1 in 2021 to no. 2 among the city's counties",
    ]
