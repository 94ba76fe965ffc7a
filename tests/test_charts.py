"""Charts take literal rows and return figures: gaps stay gaps, the latest year is the accent."""

import pandas as pd
import pytest

from indicators import charts
from indicators.language import Language
from indicators.style import DARK, LIGHT

zh, en = Language("zh"), Language("en")
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
    assert (plan.name, list(plan.x), list(plan.y)) == ("Plan of the year", [2017], [136.0])


def test_a_missing_year_says_so_and_draws_no_zero():
    figure = charts.projects_by_year(INVESTMENT, zh, LIGHT)
    assert notes(figure) == ["缺"]
    assert figure.layout.annotations[0].x == 2018
    assert pd.isna(figure.data[0].y[1])


def test_a_year_with_a_part_only_is_not_said_to_be_missing():
    assert notes(charts.investment_by_year(INVESTMENT, zh, LIGHT)) == []


def test_bars_start_at_zero():
    assert charts.projects_by_year(INVESTMENT, zh, LIGHT).layout.yaxis.range[0] == 0


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
    bars = charts.planned_investment_by_category(rows, zh, LIGHT).data[0]
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
    figure = charts.five_above_by_year(rows, zh, LIGHT)
    assert list(figure.data[0].text) == ["72<br>全市第1", ""]
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
    assert list(charts.afforestation_by_year(rows, zh, LIGHT).data[0].text) == [
        "15.0<br>10,000公顷，占国土2.74%"
    ]


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
    figure = charts.values_by_area_and_year(AREAS, zh, LIGHT)
    home = figure.data[-1]
    assert home.name == "汉滨区"
    assert [None if pd.isna(v) else v for v in home.y] == [-4.0, None, 5.4]
    assert home.connectgaps is False


def test_the_home_area_has_the_accent_and_peers_are_grey():
    figure = charts.values_by_area_and_year(AREAS, zh, LIGHT)
    assert [t.line.color for t in figure.data] == [*LIGHT.context[:2], LIGHT.accent]


def test_provisional_points_are_hollow():
    figure = charts.values_by_area_and_year(AREAS, zh, LIGHT)
    assert figure.data[1].marker.symbol[:2] == ("circle-open", "circle-open")


def test_names_at_the_line_ends_do_not_touch():
    rows = AREAS.assign(year=[2021, 2022, 2022, 2021, 2022], value=[4.0, 5.0, 5.0, 2.0, 5.0])
    figure = charts.values_by_area_and_year(rows, zh, LIGHT)
    shifts = sorted(a.yshift for a in figure.layout.annotations)
    assert shifts[0] == 0
    assert all(b - a >= 16.9 for a, b in zip(shifts, shifts[1:], strict=False))


@pytest.mark.parametrize(("first", "step"), [(2017, 1), (2010, 2)])
def test_years_on_the_axis_are_whole_and_few(first, step):
    rows = pd.DataFrame({"year": range(first, 2026), "projects": range(2026 - first)})
    axis = charts.projects_by_year(rows, zh, LIGHT).layout.xaxis
    assert (axis.tickformat, axis.dtick, axis.tick0) == ("d", step, 2025)


def test_both_looks_use_their_own_colours():
    dark = charts.projects_by_year(INVESTMENT, zh, DARK)
    assert dark.data[0].marker.color[-1] == DARK.accent
