"""Rows in, the whole report sentence out: only what can be read out, in a work report's order."""

import pytest

from indicators import sentences
from indicators.language import Language
from indicators.rows import each
from indicators.warehouse import queries

NAME = "sentence_parts_by_indicator"
zh, en = Language("zh"), Language("en")

CITY, HOME, SHIQUAN, HANYIN, ZIYANG = "610900", "610902", "610922", "610921", "610924"
AREAS = [
    {"ref_area": CITY, "level": "city", "name_zh": "安康市", "name_en": "Ankang City"},
    {"ref_area": HOME, "name_zh": "汉滨区", "name_en": "Hanbin District", "parent": CITY}
    | {"is_home": True},
    *({"ref_area": code, "parent": CITY} for code in (SHIQUAN, HANYIN, ZIYANG)),
]
MONEY = {
    "said_zh": "重点项目完成投资{v}",
    "said_en": "investment in key projects was {v}",
}
PROJECTS = {
    "said_zh": "实施重点项目{v}",
    "said_en": "{n} key projects were under way",
    "unit_zh": "个",
    "unit_en": "projects",
    "decimals": 0,
}
PEOPLE = {
    "said_zh": "常住人口{v}",
    "said_en": "the resident population was {n}",
    "unit_zh": "万人",
    "unit_en": "10,000 people",
    "decimals": 2,
    "kind": "stock",
    "better": "neither",
}
JOBS = {
    "said_zh": "城镇新增就业{v}",
    "said_en": "{n} new urban jobs were created",
    "unit_zh": "人",
    "unit_en": "people",
    "decimals": 0,
}
PER_CENT = {"unit_zh": "%", "unit_en": "%"}
GROWTH = PER_CENT | {
    "indicator": "growth",
    "kind": "growth",
    "growth_of": "gdp",
    "said_zh": "生产总值{v}",
    "said_en": "GDP {v}",
}
LEVEL = {"said_zh": "生产总值{v}", "said_en": "GDP was {v}"}
SHARE = PER_CENT | {
    "kind": "rate",
    "said_zh": "森林覆盖率为{v}",
    "said_en": "forest coverage was {v}",
}
PLACE = {
    "kind": "rank",
    "better": "lower",
    "decimals": 0,
    "unit_zh": "位",
    "unit_en": "rank",
    "said_zh": "空气质量居全省第{n}位",
    "said_en": "the place in the province by air quality was {n}",
}


def figure(period: str, value: float, **more) -> dict:
    to_date = {"coverage": "year_to_date"} if period[4:] in ("-06", "-09") else {}
    return {"time_period": period, "obs_value": value} | to_date | more


def growth(period: str, value: float, **more) -> dict:
    return figure(period, value, indicator="growth", **more)


# What is published → what is said of the indicator gdp in 2022, unless another is named.
SAID = {
    "the_figure_as_published_without_false_zeros": (
        {"indicators": [MONEY | {"decimals": 2}], "observations": [figure("2022", 440.5)]},
        "2022年，全区重点项目完成投资440.5亿元。",
        # 440.5 × 100 million
        "In Hanbin District in 2022, investment in key projects was CNY 44.05 billion.",
    ),
    "less_than_a_billion_is_told_in_million": (
        {"indicators": [MONEY], "observations": [figure("2022", 6)]},
        "2022年，全区重点项目完成投资6亿元。",
        "In Hanbin District in 2022, investment in key projects was CNY 600 million.",
    ),
    "no_separator_of_thousands_in_chinese": (
        {"indicators": [JOBS], "observations": [figure("2022", 10553)]},
        "2022年，全区城镇新增就业10553人。",
        "In Hanbin District in 2022, 10,553 new urban jobs were created.",
    ),
    "people_from_a_million_in_ten_thousands": (
        {"indicators": [JOBS], "observations": [figure("2022", 12060000)]},
        "2022年，全区城镇新增就业1206万人。",
        "In Hanbin District in 2022, 12.06 million new urban jobs were created.",
    ),
    "the_growth_of_a_year_is_not_called_year_on_year": (
        {"indicators": [LEVEL, GROWTH], "observations": [growth("2022", 7.1)]},
        "2022年，全区生产总值增长7.1%。",
        "In Hanbin District in 2022, GDP grew by 7.1%.",
    ),
    "a_negative_growth_is_a_fall": (
        {"indicators": [LEVEL, GROWTH], "observations": [growth("2022", -4.0)]},
        "2022年，全区生产总值下降4%。",
        "In Hanbin District in 2022, GDP fell by 4%.",
    ),
    "no_growth_at_all": (
        {"indicators": [LEVEL, GROWTH], "observations": [growth("2022", 0)]},
        "2022年，全区生产总值与上年持平。",
        "In Hanbin District in 2022, GDP remained unchanged.",
    ),
    # 4.6 − 5.2 = −0.6
    "a_growth_against_that_of_the_year_before": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2021", 5.2), growth("2022", 4.6)],
        },
        "2022年，全区生产总值增长4.6%，增速比上年回落0.6个百分点。",
        "In Hanbin District in 2022, GDP grew by 4.6%, "
        "0.6 percentage points slower than in the previous year.",
    ),
    # −2 − −4 = 2: not a growth that became faster
    "a_fall_that_grew_narrower": (
        {"indicators": [LEVEL, GROWTH], "observations": [growth("2021", -4), growth("2022", -2)]},
        "2022年，全区生产总值下降2%，降幅比上年收窄2个百分点。",
        "In Hanbin District in 2022, GDP fell by 2%, "
        "a fall 2 percentage points narrower than in the previous year.",
    ),
    "a_growth_is_not_compared_with_an_older_one": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2020", -14.1), growth("2022", 11)],
        },
        "2022年，全区生产总值增长11%。",
        "In Hanbin District in 2022, GDP grew by 11%.",
    ),
    # 220 − 200 would be nominal, beside a real growth of 6.5
    "a_level_with_a_published_growth_has_no_nominal_difference": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [figure("2021", 200), figure("2022", 220), growth("2022", 6.5)],
        },
        "2022年，全区生产总值220亿元、增长6.5%。",
        "In Hanbin District in 2022, GDP was CNY 22 billion, up 6.5%.",
    ),
    "nor_where_the_growth_of_that_year_is_not_known": (
        {"indicators": [LEVEL, GROWTH], "observations": [figure("2021", 200), figure("2022", 190)]},
        "2022年，全区生产总值190亿元。",
        "In Hanbin District in 2022, GDP was CNY 19 billion.",
    ),
    # 179.5 − 189.4 = −9.9; 100 * −9.9 / 189.4 = −5.227
    "money_is_compared_by_both": (
        {"indicators": [MONEY], "observations": [figure("2021", 189.4), figure("2022", 179.5)]},
        "2022年，全区重点项目完成投资179.5亿元，比上年减少9.9亿元、下降5.2%。",
        "In Hanbin District in 2022, investment in key projects was CNY 17.95 billion, "
        "CNY 990 million or 5.2% less than in the previous year.",
    ),
    # 154 − 158 = −4
    "a_count_below_a_thousand_by_its_difference": (
        {"indicators": [PROJECTS], "observations": [figure("2021", 158), figure("2022", 154)]},
        "2022年，全区实施重点项目154个，比上年减少4个。",
        "In Hanbin District in 2022, 154 key projects were under way, "
        "4 fewer than in the previous year.",
    ),
    # 5150 − 5000 = 150; 100 * 150 / 5000 = 3
    "a_larger_count_by_both": (
        {"indicators": [JOBS], "observations": [figure("2021", 5000), figure("2022", 5150)]},
        "2022年，全区城镇新增就业5150人，比上年增加150人、增长3%。",
        "In Hanbin District in 2022, 5,150 new urban jobs were created, "
        "150 or 3% more than in the previous year.",
    ),
    # 189.4 − 158.6 = 30.8; no per cent over two years
    "an_older_figure_is_named_with_its_year": (
        {"indicators": [MONEY], "observations": [figure("2020", 158.6), figure("2022", 189.4)]},
        "2022年，全区重点项目完成投资189.4亿元，比2020年增加30.8亿元。",
        "In Hanbin District in 2022, investment in key projects was CNY 18.94 billion, "
        "CNY 3.08 billion more than in 2020.",
    ),
    "the_same_as_long_ago": (
        {"indicators": [PROJECTS], "observations": [figure("2015", 62), figure("2022", 62)]},
        "2022年，全区实施重点项目62个，与2015年持平。",
        "In Hanbin District in 2022, 62 key projects were under way, the same as in 2015.",
    ),
    # 88.04 − 87.87 = 0.17
    "a_stock_is_compared_with_the_end_of_the_year_before": (
        {
            "indicators": [PEOPLE],
            "observations": [
                figure("2021", 87.87, coverage="point"),
                figure("2022", 88.04, coverage="point", obs_status="E", note="普查前推算数"),
            ],
        },
        "2022年末，全区常住人口88.04万人（推算数），比上年末增加0.17万人。",
        "In Hanbin District at the end of 2022, the resident population was 880,400 "
        "(projection), 1,700 more than at the end of the previous year.",
    ),
    # 894853 − 870126 = 24727: both were counted one by one
    "a_census_is_told_person_by_person_with_its_day": (
        {
            "indicators": [PEOPLE],
            "observations": [figure("2010-11-01", 87.0126), figure("2020-11-01", 89.4853)],
        },
        "2020年11月1日，全区常住人口894853人，比2010年11月1日增加24727人。",
        "In Hanbin District on 1 November 2020, the resident population was 894,853, "
        "24,727 more than on 1 November 2010.",
    ),
    # 102.6116 − 102.58 = 0.0316: the older figure does not say how many single people
    "a_difference_is_as_exact_as_the_less_exact_figure": (
        {
            "indicators": [PEOPLE],
            "observations": [
                figure("2014", 102.58, coverage="point"),
                figure("2022", 102.6116, coverage="point"),
            ],
        },
        "2022年末，全区常住人口102.61万人，比2014年末增加0.03万人。",
        "In Hanbin District at the end of 2022, the resident population was 1.026 million, "
        "300 more than at the end of 2014.",
    ),
    "a_break_is_for_the_note_and_not_for_the_sentence": (
        {
            "indicators": [MONEY],
            "observations": [figure("2021", 200), figure("2022", 100)],
            "breaks": [{"time_period": "2022"}],
        },
        "2022年，全区重点项目完成投资100亿元。",
        "In Hanbin District in 2022, investment in key projects was CNY 10 billion.",
    ),
    "the_whole_jurisdiction_has_its_own_word": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [
                figure("2022", 375.82, scope="whole_jurisdiction"),
                growth("2022", -4, scope="whole_jurisdiction"),
            ],
        },
        "2022年，辖区生产总值375.82亿元、下降4%。",
        "In the whole jurisdiction of Hanbin District in 2022, GDP was CNY 37.58 billion, down 4%.",
    ),
    "what_leaves_the_zones_out_says_so_and_is_not_compared": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [
                figure("2021", 200, scope="whole_jurisdiction"),
                figure("2022", 150, scope="excluding_zones"),
                growth("2022", 4.6, scope="whole_jurisdiction"),
                figure("2022", 900, ref_area=CITY),
            ],
        },
        "2022年，全区生产总值150亿元（不含安康高新区、恒口示范区）。",
        "In Hanbin District in 2022, GDP was CNY 15 billion "
        "(excluding the High-tech and Hengkou zones).",
    ),
    # 100 * 147.2 / 136 = 108.235
    "a_plan_more_than_fulfilled": (
        {
            "indicators": [MONEY],
            "observations": [figure("2022", 147.2)],
            "targets": [{"time_period": "2022", "target_value": 136, "qualifier": "plan"}],
        },
        "2022年，全区重点项目完成投资147.2亿元，完成年度计划的108.2%。",
        "In Hanbin District in 2022, investment in key projects was CNY 14.72 billion, "
        "108.2% of the annual plan.",
    ),
    # 108.235 by the figures, 107.6 as printed
    "the_share_that_the_document_prints_counts": (
        {
            "indicators": [
                MONEY | {"indicator": "district_key_projects_investment"},
                SHARE | {"indicator": "district_key_projects_plan_completion_pct"},
            ],
            "observations": [
                figure("2022", 147.2, indicator="district_key_projects_investment"),
                figure("2022", 107.6, indicator="district_key_projects_plan_completion_pct"),
            ],
            "targets": [
                {"indicator": "district_key_projects_investment", "time_period": "2022"}
                | {"target_value": 136, "qualifier": "plan"}
            ],
        },
        "2022年，全区重点项目完成投资147.2亿元，完成年度计划的107.6%。",
        "In Hanbin District in 2022, investment in key projects was CNY 14.72 billion, "
        "107.6% of the annual plan.",
    ),
    # 100 * 90 / 100 = 90; that it is missed, the share says
    "a_target_missed": (
        {
            "indicators": [MONEY],
            "observations": [figure("2022", 90)],
            "targets": [{"time_period": "2022", "target_value": 100}],
        },
        "2022年，全区重点项目完成投资90亿元，完成年度目标的90%。",
        "In Hanbin District in 2022, investment in key projects was CNY 9 billion, "
        "90% of the annual target.",
    ),
    # 1.7 − 6 = −4.3
    "a_growth_below_its_target": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2022", 1.7)],
            "targets": [{"indicator": "growth", "time_period": "2022", "target_value": 6}],
        },
        "2022年，全区生产总值增长1.7%，低于年度目标4.3个百分点。",
        "In Hanbin District in 2022, GDP grew by 1.7%, "
        "4.3 percentage points below the annual target.",
    ),
    # 100 * 120 / 100 = 120: too much of what should be little
    "a_limit_exceeded": (
        {
            "indicators": [PROJECTS | {"better": "lower"}],
            "observations": [figure("2022", 120)],
            "targets": [{"time_period": "2022", "target_value": 100}],
        },
        "2022年，全区实施重点项目120个，为年度控制目标的120%。",
        "In Hanbin District in 2022, 120 key projects were under way, 120% of the annual limit.",
    ),
    # six of twelve months are 50; 100 * 60 / 100 = 60; 60 − 50 = 10; 100 * 10 / 50 = 20
    "a_part_of_a_year_with_its_pace_and_the_same_months": (
        {
            "indicators": [MONEY],
            "observations": [figure("2021", 120), figure("2021-06", 50), figure("2022-06", 60)],
            "targets": [{"time_period": "2022", "target_value": 100, "qualifier": "plan"}],
        },
        "2022年1—6月，全区重点项目完成投资60亿元，比上年同期增加10亿元、增长20%，"
        "完成年度计划的60%，快于时间进度10个百分点。",
        "In Hanbin District in January–June 2022, investment in key projects was "
        "CNY 6 billion, CNY 1 billion or 20% more than a year earlier and "
        "60% of the annual plan, 10 percentage points ahead of schedule.",
    ),
    # 100 * 72.93 / 150 = 48.62; 48.62 − 50 = −1.38
    "a_level_with_its_growth_and_its_plan": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [figure("2022-06", 72.93), growth("2022-06", -14.3)],
            "targets": [
                {"indicator": "gdp", "time_period": "2022", "target_value": 150}
                | {"qualifier": "plan"}
            ],
        },
        "2022年1—6月，全区生产总值72.93亿元，同比下降14.3%，完成年度计划的48.6%，"
        "慢于时间进度1.4个百分点。",
        "In Hanbin District in January–June 2022, GDP was CNY 7.293 billion, "
        "down 14.3% year on year, equal to 48.6% of the annual plan, "
        "1.4 percentage points behind schedule.",
    ),
    "the_growth_of_a_part_of_a_year_is_year_on_year": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [figure("2022-06", 72.93), growth("2022-06", -14.3)],
        },
        "2022年1—6月，全区生产总值72.93亿元，同比下降14.3%。",
        "In Hanbin District in January–June 2022, GDP was CNY 7.293 billion, "
        "down 14.3% year on year.",
    ),
    "a_quarter_speaks_where_no_year_does": (
        {
            "indicators": [GROWTH | {"growth_of": None, "said_zh": "生猪出栏{v}"}],
            "observations": [growth("2022-Q1", -38.6)],
        },
        "2022年一季度，全区生猪出栏同比下降38.6%。",
        "In Hanbin District in the first quarter of 2022, GDP fell by 38.6% year on year.",
    ),
    "and_not_where_a_year_does": (
        {"indicators": [MONEY], "observations": [figure("2021", 5), figure("2022-Q1", 1)]},
        "2021年，全区重点项目完成投资5亿元。",
        "In Hanbin District in 2021, investment in key projects was CNY 500 million.",
    ),
    "more_than_so_many_as_the_source_says": (
        {
            "indicators": [PEOPLE | {"said_zh": "观影群众{v}", "kind": "flow", "decimals": 0}],
            "observations": [figure("2022", 20, obs_status="E", note="原文“20万余人”")],
        },
        "2022年，全区观影群众20万余人。",
        "In Hanbin District in 2022, the resident population was more than 200,000.",
    ),
    "and_at_least_where_the_number_is_included": (
        {
            "indicators": [MONEY | {"unit_zh": "吨", "unit_en": "tonnes"}],
            "observations": [figure("2022", 9000, obs_status="E", note="原文“年产量9000吨以上”")],
        },
        "2022年，全区重点项目完成投资9000吨以上。",
        "In Hanbin District in 2022, investment in key projects was at least 9,000 tonnes.",
    ),
    "a_provisional_figure_says_so": (
        {"indicators": [LEVEL], "observations": [figure("2022", 380.95, obs_status="P")]},
        "2022年，全区生产总值380.95亿元（初步数）。",
        "In Hanbin District in 2022, GDP was CNY 38.1 billion (preliminary).",
    ),
    # 4.6 − 5.0 = −0.4: it is the growth that is compared
    "a_level_whose_growth_is_below_the_citys": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [
                figure("2022", 220),
                growth("2022", 4.6),
                growth("2022", 5.0, ref_area=CITY),
            ],
        },
        "2022年，全区生产总值220亿元、增长4.6%，增速低于全市0.4个百分点。",
        "In Hanbin District in 2022, GDP was CNY 22 billion, up 4.6%, "
        "with growth 0.4 percentage points below the city.",
    ),
    # 4.6 − 5.2 = −0.6; 4.6 − 4.2 = 0.4: one subject for both
    "the_year_before_and_the_city_share_their_subject": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [
                growth("2021", 5.2),
                growth("2022", 4.6),
                growth("2022", 4.2, ref_area=CITY),
            ],
        },
        "2022年，全区生产总值增长4.6%，增速比上年回落0.6个百分点、高于全市0.4个百分点。",
        "In Hanbin District in 2022, GDP grew by 4.6%, 0.6 percentage points slower "
        "than in the previous year and 0.4 percentage points above the city.",
    ),
    # 70.0 − 68.8 = 1.2 over two years
    "a_share_rises_and_falls_in_points": (
        {
            "indicators": [SHARE],
            "observations": [
                figure("2020", 68.8),
                figure("2022", 70.0),
                figure("2022", 70.0, ref_area=CITY),
            ],
        },
        "2022年，全区森林覆盖率为70%，比2020年提高1.2个百分点，与全市持平。",
        "In Hanbin District in 2022, forest coverage was 70%, "
        "1.2 percentage points higher than in 2020 and in line with the city.",
    ),
    "that_the_city_has_no_figure_is_not_said": (
        {
            "indicators": [SHARE],
            "observations": [figure("2022", 70.0), figure("2021", 68.0, ref_area=CITY)],
        },
        "2022年，全区森林覆盖率为70%。",
        "In Hanbin District in 2022, forest coverage was 70%.",
    ),
    "first_of_all_counties_of_the_city": (
        {
            "indicators": [PROJECTS],
            "observations": [
                figure("2022", 72),
                *(figure("2022", 30, ref_area=code) for code in (SHIQUAN, HANYIN, ZIYANG)),
            ],
        },
        "2022年，全区实施重点项目72个，居全市4个县（市、区）首位。",
        "In Hanbin District in 2022, 72 key projects were under way, "
        "first among the city's 4 counties and districts.",
    ),
    "the_place_names_what_it_is_of": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [
                figure("2022", 72),
                growth("2022", 5),
                *(figure("2022", 90, ref_area=code) for code in (SHIQUAN, HANYIN, ZIYANG)),
            ],
        },
        "2022年，全区生产总值72亿元、增长5%，总量居全市4个县（市、区）第4位。",
        "In Hanbin District in 2022, GDP was CNY 7.2 billion, up 5%, "
        "fourth in size among the city's 4 counties and districts.",
    ),
    "a_place_among_some_of_the_counties_is_none": (
        {
            "indicators": [PROJECTS],
            "observations": [figure("2022", 30), figure("2022", 20, ref_area=SHIQUAN)],
        },
        "2022年，全区实施重点项目30个。",
        "In Hanbin District in 2022, 30 key projects were under way.",
    ),
    "a_fall_is_not_praised_for_its_place": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [
                growth("2022", -2),
                *(growth("2022", -5, ref_area=code) for code in (SHIQUAN, HANYIN, ZIYANG)),
            ],
        },
        "2022年，全区生产总值下降2%。",
        "In Hanbin District in 2022, GDP fell by 2%.",
    ),
    # from the third place to the second
    "a_place_gained": (
        {"indicators": [PLACE], "observations": [figure("2021", 3), figure("2022", 2)]},
        "2022年，全区空气质量居全省第2位，比上年前移1位。",
        "In Hanbin District in 2022, the place in the province by air quality was second, "
        "1 place better than in the previous year.",
    ),
    # 22nd of 25 in 2015, 12th of 30 in 2022: other competitors
    "a_place_is_not_compared_with_an_older_one": (
        {"indicators": [PLACE], "observations": [figure("2015", 22), figure("2022", 1)]},
        "2022年，全区空气质量居全省首位。",
        "In Hanbin District in 2022, the place in the province by air quality was first.",
    ),
    "the_district_is_not_said_twice": (
        {
            "indicators": [MONEY | {"said_zh": "区级重点项目完成投资{v}"}],
            "observations": [figure("2022", 189.4)],
        },
        "2022年，区级重点项目完成投资189.4亿元。",
        "In Hanbin District in 2022, investment in key projects was CNY 18.94 billion.",
    ),
    "what_says_its_years_is_not_told_of_one": (
        {
            "indicators": [
                PROJECTS
                | {"said_zh": "“十三五”期间（2016—2020年）累计实施重点项目{v}"}
                | {"said_en": "{n} key projects were carried out in 2016–2020"}
            ],
            "observations": [figure("2020", 689)],
        },
        "全区“十三五”期间（2016—2020年）累计实施重点项目689个。",
        "In Hanbin District, 689 key projects were carried out in 2016–2020.",
    ),
    "of_nothing_nothing_is_said": ({"indicators": [MONEY], "observations": []}, "", ""),
    "what_is_never_said_is_not_said": (
        {"indicators": [{"unit_zh": "分钟"}], "observations": [figure("2022", 5)]},
        "",
        "",
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_a_sentence_is_said_as_a_work_report_would(given, case):
    tables, chinese, english = SAID[case]
    codes = {row.get("indicator", "gdp") for row in tables["observations"]}
    spoken_of = codes.pop() if len(codes) == 1 else "gdp"
    if "district_key_projects_investment" in codes:
        spoken_of = "district_key_projects_investment"
    built = given(areas=AREAS, **tables)
    assert said(built, spoken_of, zh) == chinese
    assert said(built, spoken_of, en) == english


def said(built, indicator: str, language: Language, first_year=2020, last_year=2022) -> str:
    years = {"first_year": first_year, "last_year": last_year}
    rows = queries.run(built, NAME, area=HOME, sectors=[], indicators=[indicator], **years)
    return sentences.reports(rows, language)[indicator]


# Typed by hand from data/observations/*.csv; the figures are named where two are compared.
SHIPPED = {
    # plan 136, completed 147.2; the document prints 107.6
    ("district_key_projects_investment", 2017): "2017年，区级重点项目完成投资147.2亿元，"
    "完成年度计划的107.6%。",
    # 158.6 in 2021, 147.2 in 2017: 11.4
    ("district_key_projects_investment", 2021): "2021年，区级重点项目完成投资158.6亿元，"
    "比2017年增加11.4亿元。",
    # 82 as printed, eleven of twelve months are 91.67: 9.67 behind
    ("district_key_projects_investment", 2023): "2023年1—11月，区级重点项目完成投资177亿元，"
    "完成年度计划的82%，慢于时间进度9.7个百分点。",
    # 179.5 − 189.4 = −9.9; 100 * −9.9 / 189.4 = −5.227
    ("district_key_projects_investment", 2025): "2025年，区级重点项目完成投资179.5亿元，"
    "比上年减少9.9亿元、下降5.2%。",
    # −4.0 of the work report of 2021; of the others only 宁陕 and 紫阳 are known
    # −4.0 against Ankang's −9.1; 375.82, the next is 旬阳's
    ("gdp", 2020): "2020年，辖区地区生产总值375.82亿元、下降4%，降幅小于全市5.1个百分点，"
    "总量居全市10个县（市、区）首位。",
    # 5.4 against Ankang's 6.0
    ("gdp", 2024): "2024年，全区地区生产总值440.5亿元、增长5.4%，增速低于全市0.6个百分点。",
    # 4.6 after 5.4
    ("gdp", 2025): "2025年，全区地区生产总值445.28亿元、增长4.6%，增速比上年回落0.8个百分点。",
    # −14.1 in 2020 is no comparison
    ("above_scale_industry_value_added_growth_pct", 2024): "2024年，全区规模以上工业增加值"
    "增长11%。",
    ("fixed_asset_investment_growth_pct", 2020): "2020年1—6月，全区固定资产投资同比下降18.2%"
    "（不含安康高新区、恒口示范区）。",
    # 894853 − 870126 = 24727
    ("census_population", 2021): "2020年11月1日，辖区常住人口894853人，"
    "比2010年11月1日增加24727人，居全市10个县（市、区）首位。",
    # only 旬阳 has less, 5.94; 紫阳 is next with 7.28
    ("census_illiteracy_pct", 2020): "2020年11月1日，辖区文盲率为6.06%，"
    "由低到高居全市10个县（市、区）第2位。",
    # 88.04 − 87.87 = 0.17
    ("resident_population", 2017): "2017年末，辖区常住人口88.04万人（推算数），"
    "比上年末增加0.17万人。",
    ("books_distributed", 2021): "2021年，全区发放书籍11000余本。",
    ("film_audience", 2021): "2021年，全区红色影片观影群众20万余人。",
    ("pigs_slaughtered_growth_pct", 2024): "2024年一季度，全区生猪出栏同比下降38.6%。",
    ("urban_rural_income_ratio", 2024): "2024年1—6月，全区城乡居民收入比为2.12（农村居民＝1）。",
    # 15285 in 2024; 9311 of 2017 is of another definition; 7.2 in the city too
    ("rural_disposable_income", 2024): "2024年，全区农村居民人均可支配收入15285元、增长7.2%，"
    "增速与全市持平。",
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
    assert said(built, "gdp", zh) == "2020年1—6月，辖区生产总值173.52亿元，同比下降7.2%。"


def attention(built, indicator: str = "gdp") -> list[str]:
    years = {"first_year": 2020, "last_year": 2022}
    rows = queries.run(built, NAME, area=HOME, sectors=[], indicators=[indicator], **years)
    known = [row for row in each(rows) if row.attention]
    return [sentences.attention(row, language) for row in known for language in (zh, en)]


# What is published → what calls for attention, and how far it is.
CALLS = {
    # 179.5 − 189.4 = −9.9; 100 * −9.9 / 189.4 = −5.227
    "what_fell": (
        {"indicators": [MONEY], "observations": [figure("2021", 189.4), figure("2022", 179.5)]},
        "重点项目完成投资179.5亿元，比上年减少9.9亿元、下降5.2%",
        "Investment in key projects was CNY 17.95 billion, "
        "CNY 990 million or 5.2% less than in the previous year",
    ),
    "a_negative_growth_whatever_stood_before": (
        {"indicators": [LEVEL, GROWTH], "observations": [growth("2022", -14.1)]},
        "生产总值下降14.1%",
        "GDP fell by 14.1%",
    ),
    # 4.2 − 5.4 = −1.2
    "growth_that_is_slower": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2021", 5.4), growth("2022", 4.2)],
        },
        "生产总值增长4.2%，增速比上年回落1.2个百分点",
        "GDP grew by 4.2%, 1.2 percentage points slower than in the previous year",
    ),
    # 6.5 − 11.6 = −5.1
    "what_is_below_the_city": (
        {
            "indicators": [LEVEL, GROWTH],
            "observations": [growth("2022", 6.5), growth("2022", 11.6, ref_area=CITY)],
        },
        "生产总值增长6.5%，低于全市5.1个百分点",
        "GDP grew by 6.5%, 5.1 percentage points below the city",
    ),
    # 100 * 40 / 100 = 40; half a year is 50
    "what_is_behind_its_plan_with_its_months": (
        {
            "indicators": [MONEY],
            "observations": [figure("2022-06", 40)],
            "targets": [{"time_period": "2022", "target_value": 100, "qualifier": "plan"}],
        },
        "2022年1—6月重点项目完成投资40亿元，完成年度计划的40%，慢于时间进度10个百分点",
        "In January–June 2022, investment in key projects was CNY 4 billion, "
        "40% of the annual plan, 10 percentage points behind schedule",
    ),
    "a_lost_place": (
        {
            "indicators": [PROJECTS],
            "observations": [
                *(figure("2021", 20, ref_area=code) for code in (SHIQUAN, HANYIN, ZIYANG)),
                *(figure("2022", 20, ref_area=code) for code in (HANYIN, ZIYANG)),
                figure("2021", 30),
                figure("2022", 31),
                figure("2022", 40, ref_area=SHIQUAN),
            ],
        },
        "实施重点项目31个，全市位次由上年第1位后移至第2位",
        "31 key projects were under way, second in the city after being first in the previous year",
    ),
}


@pytest.mark.parametrize("case", CALLS)
def test_what_calls_for_attention_is_said_with_its_size(given, case):
    tables, *told = CALLS[case]
    codes = {row.get("indicator", "gdp") for row in tables["observations"]}
    assert attention(given(areas=AREAS, **tables), codes.pop()) == told
