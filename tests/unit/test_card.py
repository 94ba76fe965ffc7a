"""What a card takes along: a file's name, and its rows as a table."""

import json

import pandas as pd

from indicators.language import CODES, catalogue
from indicators.takeaway.card import Caption, Notes, prepare, safe

NOTES = Notes("2010—2025年", "全部领域")


def caption(**changes: str) -> Caption:
    ordinary = {
        "masthead": "汉滨区发展指标看板",
        "title": "城镇新增就业",
        "sentence": "",
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
    columns = {"name_zh": "项目", "capacity_zh": "规模"}
    notes = Notes("2010—2025年", "全部领域", documents=[("统计局《公报》（2022）", "")])
    card = prepare(cells, None, rows, caption(), notes, alt="项目", columns=columns)
    taken = json.loads(card.data)
    assert taken["figure"] is None
    assert taken["table"]["rows"] == [["流水大桥", None]]
    assert taken["notes"] == {
        "years": "2010—2025年",
        "sectors": "全部领域",
        "definitions": [],
        "documents": [["统计局《公报》（2022）", ""]],
    }


def test_what_windows_forbids_in_a_name_becomes_its_full_width_twin():
    name = caption(title='进出口/贸易（1/3）: "A|B" <C>?*\\').file_name
    assert name == "汉滨区_进出口／贸易（1／3）： ＂A｜B＂ ＜C＞？＊＼_2017-2025"


def test_a_districts_name_begins_the_file_of_all_charts_as_windows_allows_it():
    empty = pd.DataFrame()
    words = caption(district="甲/乙区.")
    card = prepare(empty, None, empty, words, NOTES, alt="", columns={})
    assert json.loads(card.data)["owner"] == "甲／乙区"


def test_a_pages_title_is_a_files_name_as_it_is():
    for code in CODES:
        titles = [text for key, text in catalogue(code).items() if key.startswith("menu.")]
        assert len(titles) > 10
        assert [title for title in titles if safe(title) != title] == []
