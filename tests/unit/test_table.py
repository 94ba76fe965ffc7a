"""A table that is taken away: published figures keep every digit, and are shown in words."""

import json

import pandas as pd
import pytest

from indicators.takeaway.table import table


def cells(*values: object, computed: bool = False) -> list:
    """A column of figures as it is taken away."""
    found = table(
        pd.DataFrame({"value": list(values)}), {"value": "数"}, {"value"} if computed else ()
    )
    return [row[0] for row in found["rows"]]


def test_the_table_has_the_named_columns_and_missing_cells_stay_missing():
    rows = pd.DataFrame(
        {"year": [2020, 2021], "value": [None, 5150.0], "share": [1 / 3, 0.5], "inner": [1, 2]}
    )
    named = {"year": "年份", "value": "城镇新增就业（人）", "share": "占比", "absent": "没有"}
    assert table(rows, named, {"share"}) == {
        "columns": [
            {"key": "year", "header": "年份"},
            {"key": "value", "header": "城镇新增就业（人）"},
            {"key": "share", "header": "占比"},
        ],
        "rows": [[2020, None, [0.3333, "0.33"]], [2021, [5150, "5,150"], [0.5, "0.50"]]],
    }


@pytest.mark.parametrize("published", [12.345678, 123456789.123456, 0.000012345, 445.28, 0.1])
def test_a_published_figure_keeps_every_digit(published):
    [cell] = cells(published)
    figure, words = cell if isinstance(cell, list) else (cell, str(cell))
    assert json.loads(json.dumps(figure)) == published
    assert float(words.replace(",", "")) == published


def test_a_computed_figure_has_four_decimals_and_is_shown_with_two():
    # 100 × 147.2 / 136 = 108.235294…; 100 × 1 / 16 = 6.25; 100 × 11 / 16 = 68.75
    assert cells(100 * 147.2 / 136, 6.25, 68.75, computed=True) == [
        [108.2353, "108.24"],
        6.25,
        68.75,
    ]
    assert cells(0.00005, -0.00004, computed=True) == [[0.0001, "0.00"], [0, "0.00"]]


def test_figures_of_a_column_are_filled_up_to_two_decimals_and_never_cut():
    assert cells(81.0, 158.6) == [[81, "81.0"], 158.6]
    assert cells(5.0, 12.345678, -4.3) == [[5, "5.00"], 12.345678, [-4.3, "−4.30"]]
    assert cells(81.0, 84.0) == [81, 84]


def test_halves_are_rounded_up_and_nothing_is_minus_zero():
    assert cells(2.125, -2.125, 1.005, computed=True) == [
        [2.125, "2.13"],
        [-2.125, "−2.13"],
        [1.005, "1.01"],
    ]
    assert cells(-0.0) == [0]


def test_a_computed_figure_is_not_shortened_to_another_one_on_the_page():
    # To four decimals 2.12495 is 2.1250, and that is 2.13 in a spreadsheet; the page says 2.12.
    assert cells(2.12495, computed=True) == [[2.12495, "2.12"]]
    assert cells(2.124949, computed=True) == [[2.1249, "2.12"]]
    assert cells(0.49999999999999994, computed=True) == [[0.49999999999999994, "0.50"]]


def test_texts_stay_and_a_year_is_not_grouped():
    rows = pd.DataFrame({"year": [2021, 12021], "name_zh": ["流水大桥", None]})
    assert table(rows, {"year": "年份", "name_zh": "项目"})["rows"] == [
        [2021, "流水大桥"],
        [12021, None],
    ]


def test_a_table_without_rows_has_its_head():
    assert table(pd.DataFrame({"value": []}), {"value": "数"}) == {
        "columns": [{"key": "value", "header": "数"}],
        "rows": [],
    }
