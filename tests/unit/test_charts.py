"""Charts take literal rows and return figures: gaps stay gaps, the latest year is the accent."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from indicators import charts
from indicators.charts.base import figure_of, folded, value_axis
from indicators.charts.targets import _colour
from indicators.language import Language
from indicators.style import DARK, LIGHT, Look

zh, en = Language("zh"), Language("en")
ROOT = Path(__file__).resolve().parents[2]
NA = float("nan")

INVESTMENT = pd.DataFrame(
    {
        "year": [2015, 2016, 2017, 2018, 2019],
        "projects": [None, None, 139, None, 147],
        "completed": [NA, NA, 147.2, NA, 158.6],
        "planned": [NA, NA, 136.0, NA, NA],
        "completed_to_date": [NA, NA, NA, 177.0, NA],
        "to_date_month": [None, None, None, 11, None],
    }
)


def projects(rows: pd.DataFrame, look: Look):
    """A series of one measure, as its exhibit asks for it."""
    names = {"projects": "区级重点项目个数"}
    return charts.series_by_year(rows, zh, look, measure="projects", names=names, decimals=0)


def notes(figure) -> list[str]:
    return [a.text for a in figure.layout.annotations]


def test_years_before_the_first_figure_are_left_out():
    figure = charts.investment_by_year(INVESTMENT, zh, LIGHT)
    assert list(figure.data[0].x) == [2017, 2018, 2019]


def test_the_latest_figure_has_the_accent_and_earlier_ones_do_not():
    figure = charts.investment_by_year(INVESTMENT, zh, LIGHT)
    assert list(figure.data[0].marker.color) == [LIGHT.tint, LIGHT.tint, LIGHT.accent]


def test_a_part_of_a_year_is_hatched_and_names_its_months():
    part = charts.investment_by_year(INVESTMENT, zh, LIGHT).data[1]
    assert part.name == "1—11月累计，非全年"
    assert list(part.text) == ["177.0"]
    assert part.marker.pattern.shape == "/"


def test_the_plan_is_a_mark_across_the_column():
    plan = charts.investment_by_year(INVESTMENT, en, LIGHT).data[2]
    assert (plan.name, list(plan.x), list(plan.y)) == ("Annual plan", [2017], [136.0])


def test_a_missing_year_says_so_and_draws_no_zero():
    figure = projects(INVESTMENT, LIGHT)
    assert notes(figure) == ["缺"]
    assert figure.layout.annotations[0].x == 2018
    assert pd.isna(figure.data[0].y[1])


def test_a_year_with_a_part_only_is_not_said_to_be_missing():
    assert notes(charts.investment_by_year(INVESTMENT, zh, LIGHT)) == []


def test_columns_start_at_zero_and_leave_room_for_their_own_labels_alone():
    # The plan of 136 and the 177 of a part of a year stand in the same rows, and in no column:
    # 147 * 1.18 = 173.46
    assert projects(INVESTMENT, LIGHT).layout.yaxis.range == (0, pytest.approx(173.46))
    # 177 * 1.18 = 208.86: of the investment, the part of a year is the tallest
    axis = charts.investment_by_year(INVESTMENT, zh, LIGHT).layout.yaxis
    assert axis.range == (0, pytest.approx(208.86))


def test_columns_below_zero_hang_from_it():
    rows = pd.DataFrame({"year": [2023, 2024], "projects": [-87, 12]})
    # −87 * 1.18 = −102.66 and 12 * 1.18 = 14.16
    assert projects(rows, LIGHT).layout.yaxis.range == pytest.approx((-102.66, 14.16))


def test_a_plan_without_anything_completed_yet_is_drawn():
    rows = pd.DataFrame(
        {"year": [2023], "completed": [NA], "planned": [NA], "completed_to_date": [177.0]}
    ).assign(to_date_month=11, year=pd.array([2023], dtype="Int64"))
    figure = charts.investment_by_year(rows, zh, LIGHT)
    assert list(figure.data[1].text) == ["177.0"]


def test_quarters_are_named_with_their_investment():
    rows = pd.DataFrame(
        {
            "time_period": ["2021-Q3", "2022-Q1"],
            "year": [2021, 2022],
            "projects": [7, 26],
            "total_investment": [NA, 19.93],
        }
    )
    bars = charts.project_starts_by_quarter(rows, zh, LIGHT).data[0]
    # Plotly draws horizontal bars from the bottom up, so the earliest quarter comes last.
    assert list(bars.y) == ["2022年一季度", "2021年三季度"]
    assert list(bars.text) == ["26个，总投资19.93亿元", "7个"]


def test_categories_are_ranked_with_their_share():
    rows = pd.DataFrame(
        {
            "year": [2014, 2014, 2013],
            "name_zh": ["旅游", "工业", "旧"],
            "planned_investment": [2.9, 22.5223, 9.9],
            "share_pct": [3.58, 27.8, 100.0],
        }
    )
    bars = charts.planned_investment_by_category(rows, zh, LIGHT, decimals=2).data[0]
    assert list(bars.y) == ["旅游", "工业"]  # the last is drawn on top
    assert list(bars.text) == ["2.90（3.6%）", "22.52（27.8%）"]


def test_new_enterprises_carry_their_rank_in_the_city():
    rows = pd.DataFrame(
        {
            "year": [2021, 2022],
            "new_five_above_enterprises": [72, None],
            "new_five_above_rank_in_city": [1, None],
        }
    )
    measure = "new_five_above_enterprises"
    series = {"measure": measure, "names": {measure: "新增“五上”企业"}}
    figure = charts.five_above_by_year(rows, zh, LIGHT, **series)
    assert list(figure.data[0].text) == ["72<br>全市第1位", ""]
    assert notes(figure) == ["缺"]


def test_afforestation_is_said_in_hectares_and_share_of_the_land():
    rows = pd.DataFrame(
        {
            "year": [2021],
            "afforested": [15.0],
            "afforested_hectares": [10000.0],
            "share_of_land_pct": [2.7428],
        }
    )
    series = {"measure": "afforested", "names": {"afforested": "绿化造林面积"}}
    columns = charts.afforestation_by_year(rows, zh, LIGHT, **series).data[0]
    assert list(columns.text) == ["15.0"]  # more would leave a narrow page
    assert list(columns.hovertext) == ["15.0<br>10,000公顷，占国土面积的2.74%"]


AREAS = pd.DataFrame(
    {
        "ref_area": ["610902", "610902", "610900", "CHN", "CHN"],
        "name_zh": ["汉滨区", "汉滨区", "安康市", "全国", "全国"],
        "is_home": [True, True, False, False, False],
        "year": [2020, 2022, 2021, 2020, 2021],
        "value": [-4.0, 5.4, 7.5, 2.3, 8.1],
        "obs_status": ["A", "A", "A", "P", "P"],
    }
)


def test_lines_leave_a_gap_where_a_year_is_missing():
    figure = charts.values_by_area_and_year(AREAS, zh, LIGHT, decimals=1)
    home = figure.data[-1]
    assert home.name == "汉滨区"
    assert [None if pd.isna(v) else v for v in home.y] == [-4.0, None, 5.4]
    assert home.connectgaps is False


def test_the_home_area_has_the_accent_and_peers_are_grey():
    figure = charts.values_by_area_and_year(AREAS, zh, LIGHT, decimals=1)
    assert [t.line.color for t in figure.data] == [*LIGHT.context[:2], LIGHT.accent]


def test_provisional_points_are_paper_within_the_colour_and_final_ones_are_filled():
    figure = charts.values_by_area_and_year(AREAS, zh, LIGHT, decimals=1)
    city, country, home = figure.data
    assert (country.marker.color[:2], country.marker.line.color[:2]) == (
        (LIGHT.paper, LIGHT.paper),
        (LIGHT.context[1], LIGHT.context[1]),
    )
    assert (city.marker.color[1], home.marker.color[0]) == (LIGHT.context[0], LIGHT.accent)


def test_what_is_from_a_copy_is_hollow():
    rows = AREAS.assign(is_secondary=AREAS["ref_area"] == "610900")
    city, _, home = charts.values_by_area_and_year(rows, zh, LIGHT, decimals=1).data
    assert LIGHT.paper in city.marker.color
    assert LIGHT.paper not in home.marker.color
    rows = pd.DataFrame({"year": [2020, 2021, 2022], "value": [1.0, None, 3.0]}).assign(
        is_secondary=pd.array([True, pd.NA, False], dtype="boolean")
    )
    shown = {"measure": "value", "names": {"value": "GDP"}, "decimals": 1}
    [bars] = charts.series_by_year(rows, zh, LIGHT, **shown).data
    assert list(bars.marker.color) == [LIGHT.paper, LIGHT.tint, LIGHT.accent]
    assert list(bars.marker.line.color) == [LIGHT.tint, LIGHT.tint, LIGHT.accent]


ESTIMATES = pd.DataFrame(
    {
        "name_zh": "藏书",
        "name_en": "Books",
        "year": [2020, 2021, 2022, 2023],
        "value": [11000.0, 9000.0, 5.0, 12000.0],
        "target": NA,
        "obs_status": ["E", "E", "E", "P"],
        "estimate": ["more_than", "more_than", "about", None],
        "quoted": ["11000余本", "9000吨以上", None, None],
        "is_break": False,
    }
)


@pytest.mark.parametrize("kind", ["flow", "stock"])
def test_columns_and_lines_tell_a_figure_as_exact_as_it_is_known(kind):
    figure = charts.trend_by_year(ESTIMATES, zh, LIGHT, decimals=0, kind=kind)
    assert list(figure.data[0].text) == ["11,000余", "9,000以上", "约5", "12,000"]
    figure = charts.trend_by_year(ESTIMATES, en, LIGHT, decimals=0, kind=kind)
    assert list(figure.data[0].text) == ["11,000+", "9,000+", "about 5", "12,000"]


@pytest.mark.parametrize("kind", ["flow", "stock"])
def test_what_is_hollow_is_explained_by_what_it_is(kind):
    def clause(rows: pd.DataFrame) -> list[str]:
        figure = charts.trend_by_year(rows, zh, LIGHT, decimals=0, kind=kind)
        hollow = [LIGHT.paper == colour for colour in figure.data[0].marker.color]
        assert any(hollow) == rows["obs_status"].isin(["P", "E"]).any()
        return [
            mark for mark in charts.marks(figure, zh) if "provisional" in mark or "estim" in mark
        ]

    assert clause(ESTIMATES) == ["provisional_or_estimated"]
    assert clause(ESTIMATES[:3]) == ["estimated"]
    assert clause(ESTIMATES.assign(obs_status=["A", "A", "A", "P"])) == ["provisional"]
    assert clause(ESTIMATES.assign(obs_status="A")) == []


COUNTIES = pd.DataFrame(
    {
        "ref_area": ["610902"] * 2 + ["610921"] * 2 + ["610922"],
        "name_zh": ["汉滨区"] * 2 + ["汉阴县"] * 2 + ["石泉县"],
        "is_home": [True] * 2 + [False] * 3,
        "year": [2021, 2022, 2021, 2022, 2021],
        "value": [40.0, 42.0, 11.0, 10.0, 10.5],
        "is_break": [False, True, False, False, False],
    }
)


def test_the_home_area_stands_out_among_the_counties_which_are_named_at_the_end():
    figure = charts.counties_by_year(COUNTIES, zh, LIGHT, decimals=1)
    assert [(line.name, line.line.color, line.line.width) for line in figure.data] == [
        ("汉阴县", LIGHT.context[2], 1),
        ("石泉县", LIGHT.context[2], 1),
        ("汉滨区", LIGHT.accent, 3.5),
    ]
    # One that ends before the others says when; the break is the home area's, and has no name.
    said = [note.text for note in figure.layout.annotations]
    assert said == ["汉阴县 10.0", "石泉县 10.5（2021年）", "汉滨区 42.0", "前后不可比"]
    # All in one column, none on another.
    heights = sorted(
        note.y if note.ay is None else note.ay for note in figure.layout.annotations[:3]
    )
    low, high = figure.layout.yaxis.range
    assert heights[1] - heights[0] >= 17 * (high - low) / 350


def test_revenue_stands_within_expenditure_and_a_year_without_the_one_is_missing():
    rows = pd.DataFrame(
        {"year": [2020, 2021, 2023], "revenue": [5.0, None, 6.0], "expenditure": [70.0, 65.0, 75.0]}
    )
    names = {"revenue": "收入", "expenditure": "支出"}
    wide, narrow = charts.budget_by_year(rows, zh, LIGHT, names=names).data
    assert (wide.name, list(wide.x), wide.width) == ("支出", [2020, 2021, 2022, 2023], 0.7)
    assert (narrow.name, list(narrow.y)[0], narrow.width) == ("收入", 5.0, 0.3)
    missing = charts.budget_by_year(rows, zh, LIGHT, names=names).layout.annotations
    assert [(note.x, note.text) for note in missing] == [(2022, "缺")]


def test_marks_are_explained_where_a_part_of_a_line_stands_apart_from_its_name():
    # The district has 2020 and 2022 but not 2021: its first point bears no name.
    figure = charts.values_by_area_and_year(AREAS, zh, LIGHT, decimals=1)
    assert figure.layout.meta["marks"] == [["●", "汉滨区"], ["■", "安康市"], ["◆", "全国"]]
    whole = charts.values_by_area_and_year(AREAS[AREAS["year"] > 2020], zh, LIGHT, decimals=1)
    assert "marks" not in whole.layout.meta


def explained(figure) -> list[str]:
    return charts.marks(figure, zh)


def test_a_note_explains_the_marks_that_are_drawn_and_no_others():
    home = AREAS[AREAS["is_home"]]  # 2020 and 2022: a gap, and nothing that is preliminary
    lines = {"decimals": 1}
    assert explained(charts.values_by_area_and_year(home, zh, LIGHT, **lines)) == ["gaps"]
    assert explained(charts.values_by_area_and_year(AREAS, zh, LIGHT, **lines)) == [
        "gaps",
        "provisional",
    ]
    joined = home.assign(year=[2021, 2022])
    assert explained(charts.values_by_area_and_year(joined, zh, LIGHT, **lines)) == []
    cut = joined.assign(is_break=[False, True])
    assert explained(charts.values_by_area_and_year(cut, zh, LIGHT, **lines)) == ["breaks"]


def test_a_scale_that_leaves_out_zero_is_said_to_and_one_of_ranks_is_not():
    # From 102 to 103 a tenth of 103 around them: from 97 to 108 and not from 0.
    level = AREAS[AREAS["is_home"]].assign(year=[2021, 2022], value=[102.0, 103.0])
    assert explained(charts.values_by_area_and_year(level, zh, LIGHT, decimals=0)) == ["cut"]
    from_zero = level.assign(value=[10.0, 103.0])
    assert explained(charts.values_by_area_and_year(from_zero, zh, LIGHT, decimals=0)) == []
    ranks = GROWTH.assign(value=[3, 2, 1], target=NA)
    assert explained(charts.trend_by_year(ranks, zh, LIGHT, decimals=0, kind="rank")) == []


def test_a_note_on_columns_explains_what_is_missing_and_what_is_a_part_of_a_year():
    assert explained(projects(INVESTMENT, LIGHT)) == ["missing"]
    assert explained(projects(INVESTMENT[INVESTMENT["year"] == 2017], LIGHT)) == []
    assert explained(charts.investment_by_year(INVESTMENT, zh, LIGHT)) == ["part_of_year"]
    # Up to 2017 there is neither a part of a year nor a gap; the plan stands in the legend.
    assert explained(charts.investment_by_year(INVESTMENT[:3], zh, LIGHT)) == []


@pytest.mark.parametrize(
    ("values", "ends", "step"),
    [
        # 20 in steps of 5, where steps of 2 would be eleven of them and steps of 10 reach over 30
        ([-4.0, 13.9], (-5, 15), 5),
        # 35,000 in seven steps; steps of 10,000 would reach over 40,000
        ([22540, 54188], (20000, 55000), 5000),
        # less than a third of 56,502: from zero, in as few steps as reach no further
        ([15683, 56502], (0, 60000), 20000),
        # a growth from −8 to 21 leaves 6 of 35 empty
        ([-8, 21], (-10, 25), 5),
        # 0.03 of 102.61 is next to nothing: a tenth of it, 10.26, lies around 102.595
        ([102.58, 102.61], (96, 108), 2),
        # one value alone: a tenth of it around it, from 14,521 to 16,049
        ([15285], (14000, 16500), 500),
        # 4.1 is less than a fifth of 2 above 4
        ([4.1, 11.6], (2, 12), 2),
        # so is what lies on a line of the scale itself, but never below zero
        ([40, 60], (35, 65), 5),
        ([0, 10], (0, 12), 2),
        ([0, 0], (0, 1.2), 0.2),
    ],
)
def test_a_scale_ends_in_round_figures_beyond_the_lowest_and_the_highest(values, ends, step):
    figure = figure_of(LIGHT)
    value_axis(figure, pd.Series(values))
    axis = figure.layout.yaxis
    # and a sixtieth further, for the first and the last line of the grid
    edge = (ends[1] - ends[0]) / 60
    assert (axis.range, axis.dtick) == (
        pytest.approx((ends[0] - edge, ends[1] + edge)),
        pytest.approx(step),
    )


@pytest.mark.parametrize(
    ("values", "written"), [([3.0, 3.2], ",.1f"), ([0.3, 0.32], ",.2f"), ([40, 60], ",.0f")]
)
def test_all_figures_of_a_scale_have_as_many_decimals(values, written):
    # A tenth of 3.2 around 3.1 in steps of 0.1: 2.9, 3.0, 3.1, 3.2, 3.3.
    figure = figure_of(LIGHT)
    value_axis(figure, pd.Series(values))
    assert figure.layout.yaxis.tickformat == written


def test_the_first_place_is_at_the_top():
    rows = GROWTH.assign(value=[3, 2, 1], target=NA)
    axis = charts.trend_by_year(rows, zh, LIGHT, decimals=0, kind="rank").layout.yaxis
    # half a place beyond the third and the first
    assert (axis.range, axis.dtick) == ((3.5, 0.5), 1)


def test_a_break_parts_a_line_and_is_named():
    rows = pd.DataFrame(
        {
            "ref_area": ["610900"] * 3 + ["CHN"] * 3,
            "name_zh": ["安康市"] * 3 + ["全国"] * 3,
            "is_home": [False] * 6,
            "year": [2017, 2018, 2019] * 2,
            "value": [28158, 24977, 26000, 36396, 39251, 42359],
            "is_break": [False, True, False] + [False] * 3,
        }
    )
    figure = charts.values_by_area_and_year(rows, zh, LIGHT, decimals=1)
    broken, whole = figure.data
    assert list(broken.x) == [2017, 2018, 2018, 2019]
    assert [None if pd.isna(y) else y for y in broken.y] == [28158, None, 24977, 26000]
    assert list(whole.x) == [2017, 2018, 2019]
    # Between 2017 and 2018 stand the line and its words.
    assert [line.x0 for line in figure.layout.shapes] == [2017.5]
    assert [n.x for n in figure.layout.annotations if n.text == "安康市前后不可比"] == [2017.5]


@pytest.mark.parametrize("kind", ["rate", "flow"])
def test_a_break_in_a_year_without_a_figure_is_named_too(kind):
    # As rural incomes: figures of 2015 to 2017 and of 2024, and a new definition since 2018.
    values = {2015: 7849.46, 2016: 8506.0, 2017: 9311.0, 2024: 15285.0}
    rows = pd.DataFrame({"year": range(2014, 2026), "name_zh": "收入", "name_en": "Income"}).assign(
        value=lambda all: all["year"].map(values),
        is_break=lambda all: all["year"].isin([2018, 2025]),  # that of 2025 parts nothing yet
        target=float("nan"),
    )
    figure = charts.trend_by_year(rows, zh, LIGHT, decimals=0, kind=kind)
    assert [n.x for n in figure.layout.annotations if n.text == "前后不可比"] == [2017.5]


def test_a_break_before_every_figure_parts_nothing():
    rows = AREAS.assign(is_break=[True, False, False, False, False])
    figure = charts.values_by_area_and_year(rows, zh, LIGHT, decimals=1)
    assert [text for text in notes(figure) if "口径" in text] == []


def test_scopes_are_lines_of_their_own_and_the_whole_is_the_accent():
    rows = pd.DataFrame(
        {
            "scope": ["whole_jurisdiction", "whole_jurisdiction", "excluding_zones"],
            "name_zh": ["全辖区", "全辖区", "不含高新区、恒口示范区"],
            "year": [2019, 2021, 2021],
            "value": [88.64, 89.12, 67.28],
            "obs_status": ["E", "A", "A"],
            "is_break": [False, True, True],
        }
    )
    figure = charts.values_by_scope_and_year(rows, zh, LIGHT, decimals=2)
    assert [(line.name, line.line.color) for line in figure.data] == [
        ("不含高新区、恒口示范区", LIGHT.context[0]),
        ("全辖区", LIGHT.accent),
    ]
    assert notes(figure) == ["不含高新区、恒口示范区 67.28", "全辖区 89.12", "全辖区前后不可比"]


def test_a_published_ratio_is_a_mark_beside_the_computed_ones():
    rows = AREAS.drop(columns=["value", "obs_status"]).assign(
        urban_rural_ratio=[3.07, NA, 2.63, 2.7, 2.6],
        published_ratio=[NA, 2.1, NA, NA, NA],
        is_break=False,
    )
    figure = charts.urban_rural_ratio_by_area_and_year(rows, zh, LIGHT)
    assert (list(figure.data[-1].x), list(figure.data[-1].y)) == ([2022], [2.1])
    assert figure.data[-1].name == "公布的城乡收入比"
    without = charts.urban_rural_ratio_by_area_and_year(rows.assign(published_ratio=NA), zh, LIGHT)
    assert [line.name for line in without.data] == ["安康市", "全国", "汉滨区"]


def test_member_groups_are_ranked_and_a_missing_one_says_so():
    rows = pd.DataFrame(
        {
            "year": [2021, 2021, 2021],
            "name_zh": ["离退休党员", "流动党员", "“两新”组织党员"],
            "members": [4147, 3182, None],
            "share_pct": [13.823, NA, NA],
        }
    )
    bars = charts.party_members_by_group(rows, zh, LIGHT).data[0]
    drawn = dict(zip(bars.y, bars.text, strict=True))
    assert drawn == {
        "流动党员": "3,182",
        "离退休党员": "4,147（13.8%）",
        "“两新”组织党员": "缺",
    }


def test_a_long_name_beside_a_bar_is_broken_into_lines():
    rows = pd.DataFrame(
        {"year": [2021], "name_en": ['Members in "two-new" organisations'], "members": [633]}
        | {"share_pct": [2.11]}
    )
    bars = charts.party_members_by_group(rows, en, LIGHT).data[0]
    assert list(bars.y) == ['Members in "two-new"<br soft space>organisations']


def test_a_long_name_takes_as_few_lines_as_it_needs_about_equally_long():
    # 34 signs in lines of 18 are two. Up to 21 wide its words make three, at 22 they make two.
    name = "Above-scale industrial value added"
    assert folded(name, 18) == "Above-scale industrial<br soft space>value added"
    assert folded("Plush-toy output", 18) == "Plush-toy output"
    assert (
        folded("规模以上工业增加值增速", 9) == "规模以上工业<br soft>增加值增速"
    )  # 11 signs: 6 + 5
    # A number stays with its unit, and no line begins with a comma.
    assert folded("147.2亿元，完成年度计划的108.2%（目标136亿元）", 20) == (
        "147.2亿元，完成年度计划的<br soft>108.2%（目标136亿元）"
    )


def test_long_values_of_neighbouring_years_are_written_upwards_where_there_are_many_years():
    years = range(2014, 2026)
    apart = [114.2, NA, NA, 290.92, NA, NA, NA, NA, NA, NA, 440.5, NA]
    beside = [*apart[:-1], 445.28]
    for values, angle in ((apart, None), (beside, -90)):
        rows = pd.DataFrame({"year": years, "value": values, "name_zh": "地区生产总值"})
        rows = rows.assign(target=NA, is_break=False, obs_status="A")
        figure = charts.trend_by_year(rows, zh, LIGHT, decimals=2, kind="flow")
        assert figure.data[0].textangle == angle


def test_what_is_done_lies_over_what_is_planned_also_where_a_name_is_broken_into_lines():
    tiers = ["District leadership team", "District leaders"]
    rows = pd.DataFrame({"name_en": tiers, "items_planned": [62, 50], "items_completed": [62, 49]})
    rows = rows.assign(year=2021, items_done_pct=[100.0, 98.0])
    figure = charts.completion_by_tier(rows, en, LIGHT)
    rows_drawn = [tuple(trace.y) for trace in figure.data]
    assert rows_drawn == [("District leaders", "District<br soft space>leadership team")] * 2
    assert [tuple(trace.x) for trace in figure.data] == [(50, 62), (49, 62)]


def test_names_at_the_line_ends_do_not_touch():
    rows = AREAS.assign(year=[2021, 2022, 2022, 2021, 2022], value=[4.0, 5.0, 5.0, 2.0, 5.0])
    figure = charts.values_by_area_and_year(rows, zh, LIGHT, decimals=1)
    # All three end in 2022 at 5.0. The scale is from 1 to 6 and 5 / 60 more at both ends, 5.167
    # for the 230 pixels of a plot: 17 pixels are 0.382. The lowest name needs no line to its point.
    places = sorted(a.ay or a.y for a in figure.layout.annotations)
    assert places == pytest.approx([5.0, 5.382, 5.764], abs=0.001)
    assert [a.showarrow for a in figure.layout.annotations].count(False) == 1


def test_a_name_stands_beside_its_point_unless_another_line_goes_on_there():
    # The city ends in 2021 at 4.0 where the district runs from 3.9 to 4.2, or far above it.
    for city, stands_at in ((4.0, 2022), (9.0, None)):
        rows = pd.DataFrame(
            {
                "ref_area": ["610900", "610900", "610902", "610902", "610902"],
                "name_zh": ["安康市", "安康市", "汉滨区", "汉滨区", "汉滨区"],
                "is_home": [False, False, True, True, True],
                "year": [2020, 2021, 2020, 2021, 2022],
                "value": [2.0, city, 3.0, 3.9, 4.2],
            }
        )
        figure = charts.values_by_area_and_year(rows, zh, LIGHT, decimals=1)
        names = {a.text: a for a in figure.layout.annotations}
        of_city = names[f"安康市 {city}（2021年）"]
        # Where it stands away from its point, the axis says where, and a line leads there.
        assert (of_city.x, of_city.ax) == (2021, stands_at and pytest.approx(stands_at + 0.2))
        assert names["汉滨区 4.2"].x == 2022


def test_a_name_goes_further_off_rather_than_cover_another_and_has_a_shorter_form():
    # The province ends two years before the others, within 0.5 of two of their names.
    rows = pd.DataFrame(
        {
            "ref_area": ["610000"] * 2 + ["610900"] * 4 + ["610902"] * 4,
            "name_zh": ["陕西省"] * 2 + ["安康市"] * 4 + ["汉滨区"] * 4,
            "is_home": [False] * 6 + [True] * 4,
            "year": [2021, 2022, 2022, 2023, 2024, 2025, 2022, 2023, 2024, 2025],
            "value": [2.0, 6.5, 2.0, 9.0, 9.0, 6.8, 3.0, 9.5, 9.5, 6.3],
        }
    )
    figure = charts.values_by_area_and_year(rows, zh, LIGHT, decimals=1)
    low, high = figure.layout.yaxis.range
    names = {a.name: (a.ay or a.y) for a in figure.layout.annotations}
    apart = 17 * (high - low) / 230  # 17 pixels of a plot of 230
    others = [names["安康市"], names["汉滨区"]]
    assert [abs(names["陕西省"] - at) >= apart for at in others] == [True, True]
    assert figure.layout.meta["names"] == {
        "陕西省": ["陕西省 6.5（2022年）", "陕西省"],
        "安康市": ["安康市 6.8", "安康市"],
        "汉滨区": ["汉滨区 6.3", "汉滨区 6.3"],  # the home area's is always told
    }


def test_names_of_lines_that_end_in_other_years_do_not_touch_either():
    # China goes on to 2025; the city ends in 2024 at 6.4 and the district in 2023 at 6.3.
    rows = pd.DataFrame(
        {
            "ref_area": ["CHN"] * 2 + ["610900"] * 2 + ["610902"] * 2,
            "name_zh": ["全国"] * 2 + ["安康市"] * 2 + ["汉滨区"] * 2,
            "is_home": [False] * 4 + [True] * 2,
            "year": [2020, 2025, 2020, 2024, 2020, 2023],
            "value": [0.0, 20.0, 1.0, 6.4, 2.0, 6.3],
        }
    )
    figure = charts.values_by_area_and_year(rows, zh, LIGHT, decimals=1)
    low, high = figure.layout.yaxis.range
    names = {a.name: (a.ay or a.y) for a in figure.layout.annotations}
    assert abs(names["安康市"] - names["汉滨区"]) >= 17 * (high - low) / 230  # 17 pixels of 230


@pytest.mark.parametrize(("first", "step"), [(2017, 1), (2010, 2)])
def test_years_on_the_axis_are_whole_and_few(first, step):
    rows = pd.DataFrame({"year": range(first, 2026), "projects": range(2026 - first)})
    axis = projects(rows, LIGHT).layout.xaxis
    assert (axis.tickformat, axis.dtick, axis.tick0) == ("d", step, 2025)


def test_where_few_years_are_named_the_first_is_too():
    # 2010 to 2020 in at most three names: every fourth year would leave 2010 out, every fifth not.
    rows = AREAS.assign(year=[2010, 2020, 2010, 2010, 2020], name_zh="很长的一个地区名称")
    assert charts.values_by_area_and_year(rows, zh, LIGHT, decimals=1).layout.xaxis.dtick == 5


def test_both_looks_use_their_own_colours():
    dark = projects(INVESTMENT, DARK)
    assert dark.data[0].marker.color[-1] == DARK.accent


GROWTH = pd.DataFrame(
    {
        "name_zh": "增速",
        "name_en": "Growth",
        "year": [2020, 2021, 2022],
        "value": [-4.0, NA, 5.4],
        "target": [NA, NA, 6.0],
        "obs_status": "A",
        "is_break": False,
    }
)


def test_growth_stands_in_columns_on_both_sides_of_zero():
    figure = charts.trend_by_year(GROWTH, zh, LIGHT, decimals=1, kind="growth")
    columns = figure.data[0]
    assert columns.type == "bar"
    # Plotly puts an outside label of a negative column below it.
    assert (list(columns.text), columns.textposition) == (["−4.0", "", "5.4"], "outside")
    low, high = figure.layout.yaxis.range
    # from −4 to the target of 6, and 0.18 * (6 − −4) = 1.8 beyond both for the labels
    assert (low, high) == (pytest.approx(-5.8), pytest.approx(7.8))
    assert notes(figure) == ["缺"]


def test_growth_that_never_fell_has_no_room_below_zero():
    rows = GROWTH[GROWTH["year"] == 2022]
    figure = charts.trend_by_year(rows, zh, LIGHT, decimals=1, kind="growth")
    assert figure.layout.yaxis.range[0] == 0


def test_an_index_leaves_out_what_cannot_be_compared():
    rows = pd.DataFrame(
        {
            "ref_area": ["610902", "610902", "610900"],
            "name_zh": ["汉滨区", "汉滨区", "安康市"],
            "is_home": [True, True, False],
            "year": [2020, 2021, 2021],
            "value": [400.0, 500.0, 1200.0],
            "index_value": [100.0, 125.0, NA],
            "obs_status": "A",
        }
    )
    figure = charts.index_by_area_and_year(rows, zh, LIGHT)
    assert [trace.name for trace in figure.data] == ["汉滨区"]
    assert list(figure.data[0].y) == [100.0, 125.0]
    assert figure.layout.shapes[0].y0 == 100


@pytest.mark.parametrize("language", [zh, en], ids=["zh", "en"])
def test_no_indicators_name_takes_more_than_two_lines_of_the_coverage_grid(language):
    """A third would lie on the next row's name."""
    rows = pd.read_csv(ROOT / "data" / "indicators.csv").assign(availability="missing", year=2021)
    axis = charts.coverage_by_indicator_and_year(rows, language, LIGHT).layout.yaxis
    assert len(axis.ticktext) == len(rows) > 100
    assert [name for name in axis.ticktext if name.count("<br") > 1] == []


def test_a_target_stands_at_its_own_year():
    rows = pd.DataFrame(
        {"year": [2020, 2021], "name_zh": "甲", "value": [1.0, 2.0], "target": [1.5, None]}
    )
    _, targets = charts.trend_by_year(rows, zh, LIGHT, decimals=1, kind="flow").data
    assert (list(targets.x), list(targets.y)) == ([2020], [1.5])


OF_TARGETS = pd.DataFrame(
    {
        "area_zh": ["安康市", "汉滨区"],
        "area_en": ["Ankang City", "Hanbin District"],
        "is_home": [False, True],
        "name_zh": ["新增就业", "新增就业"],
        "name_en": ["New jobs", "New jobs"],
        "year": [2024, 2021],
        "done_pct": [63.44, 103.0],
        "elapsed_pct": [100.0, 100.0],
        "distance": [-4.3, 0.7],
        "state": ["missed", "achieved"],
    }
)


def test_a_target_stands_in_three_columns_the_districts_first_and_a_missed_one_by_a_sign_too():
    figure = charts.done_by_target(OF_TARGETS, zh, LIGHT)
    # From below: the city's, then the district's at the top.
    assert list(figure.layout.yaxis.ticktext) == [
        "安康市2024年<br soft>新增就业",
        "汉滨区2021年<br soft>新增就业",
    ]
    assert notes(figure) == ["✕ 63.4%", "103.0%"]
    assert notes(charts.distance_by_target(OF_TARGETS, en, LIGHT)) == ["✕ −4.3", "+0.7"]
    assert list(figure.data[0].marker.color) == [LIGHT.behind, LIGHT.accent]


def test_what_is_behind_its_target_is_told_in_the_colour_of_that():
    states = {"behind": LIGHT.behind, "missed": LIGHT.behind, "achieved": LIGHT.accent}
    for state, colour in states.items():
        assert _colour(SimpleNamespace(state=state, is_home=True), LIGHT) == colour


PLACES = pd.DataFrame(
    {
        "ref_area": ["610902"] * 3 + ["610921"] * 3,
        "name_zh": ["汉滨区"] * 3 + ["汉阴县"] * 3,
        "name_en": ["Hanbin"] * 3 + ["Hanyin"] * 3,
        "is_home": [True] * 3 + [False] * 3,
        "year": [2019, 2020, 2021] * 2,
        "value": [407.0, 412.0, 430.0, 80.0, 90.0, 95.0],
        "rank": [1, 1, 2, 4, 3, 1],
        "ranked": [4] * 6,
        "is_break": [True, False, True] * 2,
    }
)


def test_places_stand_from_the_first_at_the_top_and_are_named_with_the_last_one():
    figure = charts.ranks_by_area_and_year(PLACES, zh, LIGHT, decimals=1)
    peer, home = figure.data  # the home area is drawn last, on top
    assert (peer.name, home.name, home.line.color) == ("汉阴县", "汉滨区", LIGHT.accent)
    assert list(figure.layout.yaxis.range) == [4.5, 0.5]
    assert notes(figure) == ["1 汉阴县", "2 汉滨区"]


def test_places_that_do_not_compare_are_not_joined():
    home = charts.ranks_by_area_and_year(PLACES, zh, LIGHT, decimals=1).data[1]
    # 2019 begins, 2020 follows it, 2021 does not compare with 2020.
    assert list(home.x) == [2019, 2019, 2020, 2021, 2021]
    assert list(home.y) == [None, 1, 1, None, 2]


def test_a_place_tells_its_figure_on_hover():
    home = charts.ranks_by_area_and_year(PLACES, zh, LIGHT, decimals=1).data[1]
    assert home.hovertext[1] == "汉滨区: 407.0，第1位"


def test_tiles_are_shaded_by_value_in_classes_of_values_that_lie_together():
    counties = pd.DataFrame(
        {
            "name_zh": list("甲乙丙丁戊己庚"),
            "is_home": False,
            "tile_row": 1,
            "tile_column": range(1, 8),
            # Least apart within: 5 | 25, 28 | 61 | 100, 104 | 412.
            "value": [5.0, 25.0, 28.0, 61.0, 100.0, 104.0, 412.0],
            "rank": range(7, 0, -1),
            "ranked": 7,
        }
    )
    figure = charts.tiles_by_area(counties, zh, LIGHT, decimals=0, unit="")
    tiles, key = figure.layout.shapes[:7], figure.layout.shapes[7:]
    assert [tile.opacity for tile in tiles] == [0.1, 0.2, 0.2, 0.3, 0.42, 0.42, 0.56]
    assert [patch.opacity for patch in key] == [0.1, 0.2, 0.3, 0.42, 0.56]
    assert notes(figure)[7:] == ["5", "25—<br>28", "61", "100—<br>104", "412"]


def test_satisfaction_stands_as_points_on_the_scale_of_its_answers():
    towns = pd.DataFrame(
        {"town": ["甲镇", "乙镇"], "satisfaction": [3.79, 3.33], "answers": [63, 73]}
    )
    figure = charts.satisfaction_by_town(towns, zh, LIGHT)
    assert list(figure.data[0].x) == [3.33, 3.79]  # from below
    assert list(figure.layout.xaxis.tickvals) == [1, 2, 3, 4, 5]
    assert notes(figure)[1].startswith("3.79")


def named_months(*years: int) -> list[str]:
    months = [f"{year}-{month:02d}" for year in years for month in range(1, 13)]
    rows = pd.DataFrame({"month": months, "p90_days": 80.0, "median_days": 50.0})
    return list(charts.days_to_close_by_month(rows, zh, LIGHT).layout.xaxis.tickvals)


def test_months_are_named_by_half_years_where_a_phone_has_room_and_else_by_years():
    assert named_months(2024, 2025) == ["2024-01", "2024-07", "2025-01", "2025-07"]
    assert named_months(2023, 2024, 2025) == ["2023-01", "2024-01", "2025-01"]  # six halves
    # nine years by every second: 2017, 2019, …, 2025 are five
    assert named_months(*range(2017, 2026)) == [f"{year}-01" for year in range(2017, 2026, 2)]
