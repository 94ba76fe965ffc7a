"""What a card takes along: a file's name, its rows as a CSV that Excel and WPS open right."""

import pandas as pd

from indicators.card import Caption, csv, prepare_table


def caption(**changes: str) -> Caption:
    ordinary = {
        "title": "城镇新增就业",
        "subtitle": "人",
        "note": "",
        "source": "来源",
        "as_of": "数据截至2025年",
        "district": "汉滨区",
        "years": "2017-2025",
    }
    return Caption(**(ordinary | changes))


def test_the_file_is_named_for_district_title_and_years():
    assert caption().file_name == "汉滨区_城镇新增就业_2017-2025"


def test_a_long_title_gives_way_and_the_years_stay():
    # 80 − len("汉滨区") − len("2017-2025") − two _ = 80 − 3 − 9 − 2 = 66 signs for the title
    name = caption(title="长" * 100).file_name
    assert name == f"汉滨区_{'长' * 66}_2017-2025"
    assert len(name) == 80


def test_a_list_without_years_has_none_in_its_name():
    assert caption(title="红色遗址", years="").file_name == "汉滨区_红色遗址"


def test_a_table_is_taken_away_as_data_and_not_as_an_image():
    rows = pd.DataFrame({"name_zh": ["流水大桥"], "capacity_zh": [None]})
    cells = pd.DataFrame({"项目": ["流水大桥"], "规模": ["缺"]})
    card = prepare_table(cells, rows, caption(), columns={"name_zh": "项目", "capacity_zh": "规模"})
    assert card.data["figure"] is None
    assert card.data["csv"] == "\ufeff项目,规模\r\n流水大桥,\r\n"


def test_what_windows_forbids_in_a_name_is_left_out():
    assert (
        caption(title='进出口/贸易: "A|B" <C>?*\\').file_name == "汉滨区_进出口贸易 AB C_2017-2025"
    )


def test_the_csv_has_a_bom_windows_line_ends_named_columns_and_empty_cells():
    rows = pd.DataFrame({"year": [2020, 2021], "value": [None, 5150.0], "inner": [1, 2]})
    text = csv(rows, {"year": "年份", "value": "城镇新增就业（人）", "absent": "没有"})
    assert text == "\ufeff年份,城镇新增就业（人）\r\n2020,\r\n2021,5150.0\r\n"
