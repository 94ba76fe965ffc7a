"""A table as an office keeps it becomes rows, each with its cell, or names what is not known."""

import csv
import io
import json
import random

import openpyxl
import pytest

from indicators import gate
from indicators.gate import imports, templates
from indicators.gate.__main__ import main
from indicators.gate.imports import Choices, Vocabulary
from indicators.gate.imports.labels import facets_of, factor
from tests.small_folder import GOOD, checked

HEADER = GOOD["observations/jobs.csv"].splitlines()[0]


@pytest.fixture
def tables(folder):
    return checked(folder).tables


@pytest.fixture
def vocabulary(tables):
    return Vocabulary.of(tables)


@pytest.fixture
def office(tmp_path_factory, vocabulary):
    """Writes an office's table as text or as a workbook with merged cells, and imports it."""
    elsewhere = tmp_path_factory.mktemp("office")

    def take(lines: list[list], *merged: str, choices: Choices | None = None) -> imports.Import:
        path = elsewhere / ("office.xlsx" if merged else "office.csv")
        if merged:
            book = openpyxl.Workbook()
            for line in lines:
                book.active.append(line)
            for area in merged:
                book.active.merge_cells(area)
            book.save(path)
        else:
            out = io.StringIO()
            csv.writer(out).writerows(lines)
            path.write_text(out.getvalue(), encoding="utf-8")
        (grid,) = imports.grids(path, path.name)
        return imports.recognised(grid, vocabulary, choices or Choices())

    return take


def taken(found: imports.Import) -> list[tuple]:
    return [
        (f.cell, f.indicator, f.ref_area, f.time_period, f.coverage, f.obs_value)
        for f in found.figures
    ]


def lacking(found: imports.Import) -> list[tuple]:
    return [(f.cell, f.text, *(zh for zh, _ in f.missing)) for f in found.others]


def test_years_across_units_in_names_and_a_footnote(office):
    found = office(
        [
            ["指标名称", "2019年", "2020年", "2021年"],
            ["城镇新增就业（人）", "4,980", "…", "5,150"],
            ["其中：净迁入(人)", "-", "-87", "12①"],
            ["①含高新区。", "", "", ""],
        ]
    )
    assert taken(found) == [
        ("B2", "new_urban_jobs", "610902", "2019", "year", "4980"),
        ("D2", "new_urban_jobs", "610902", "2021", "year", "5150"),
        ("C3", "net_migration", "610902", "2020", "year", "-87"),
        ("D3", "net_migration", "610902", "2021", "year", "12"),
    ]
    assert found.figures[-1].note == "①含高新区。"
    assert (found.empty, found.others, found.passed_over) == (2, [], {4: "注释"})


def test_counties_below_each_other_levels_and_growth_beside_each_other(office):
    found = office(
        [
            ["2022年各县区主要指标", None, None],
            ["县（市、区）", "城镇新增就业", None],
            [None, "总量", "增速"],
            [None, "人", "%"],
            ["汉滨区", 5300, 4.6],
            ["石泉", 1100, -0.5],
            ["全市", 9000, 2],
            ["注：示例。", None, None],
        ],
        "A1:C1", "A2:A4", "B2:C2",
    )  # fmt: skip
    assert taken(found) == [
        ("B5", "new_urban_jobs", "610902", "2022", "year", "5300"),
        ("C5", "new_urban_jobs_growth_pct", "610902", "2022", "year", "4.6"),
        ("B6", "new_urban_jobs", "610922", "2022", "year", "1100"),
        ("C6", "new_urban_jobs_growth_pct", "610922", "2022", "year", "-0.5"),
        ("B7", "new_urban_jobs", "610900", "2022", "year", "9000"),
        ("C7", "new_urban_jobs_growth_pct", "610900", "2022", "year", "2"),
    ]
    assert found.passed_over == {8: "说明或落款"}


def test_a_monthly_list_with_this_month_and_since_january(office):
    found = office(
        [
            ["2023年就业月报"],
            ["填报单位：示例局", "", "", "单位：人"],
            ["月份", "城镇新增就业", "", "净迁入"],
            ["", "本月", "累计", "本月"],
            ["1月", 407, 407, 5],
            ["2月", 414, 821, 6],
            ["合计", 821, "", 11],
            ["填表人：示例  审核人：示例"],
        ]
    )
    assert taken(found) == [
        ("B5", "new_urban_jobs", "610902", "2023-01", "month", "407"),
        ("C5", "new_urban_jobs", "610902", "2023-01", "year_to_date", "407"),
        ("D5", "net_migration", "610902", "2023-01", "month", "5"),
        ("B6", "new_urban_jobs", "610902", "2023-02", "month", "414"),
        ("C6", "new_urban_jobs", "610902", "2023-02", "year_to_date", "821"),
        ("D6", "net_migration", "610902", "2023-02", "month", "6"),
    ]
    assert found.passed_over == {7: "合计", 8: "说明或落款"}


def test_a_monthly_bulletin_with_growth_beside_amounts(office):
    found = office(
        [
            ["汉滨区2024年1-9月主要指标", None, None, None, None, None],
            ["指标名称", "计量单位", "本月", None, "1至本月累计", None],
            [None, None, "绝对额", "同比±%", "绝对额", "同比±%"],
            ["一、城镇新增就业", "人", 430, 5.1, 3900, 4.8],
        ],
        "A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2",
    )  # fmt: skip
    assert taken(found) == [
        ("C4", "new_urban_jobs", "610902", "2024-09", "month", "430"),
        ("D4", "new_urban_jobs_growth_pct", "610902", "2024-09", "month", "5.1"),
        ("E4", "new_urban_jobs", "610902", "2024-09", "year_to_date", "3900"),
        ("F4", "new_urban_jobs_growth_pct", "610902", "2024-09", "year_to_date", "4.8"),
    ]


def test_another_power_of_the_same_unit_is_converted_and_noted(office):
    # 1.06 万人 are 10,600 人; 98,000 万元 are 9.8 亿元.
    found = office(
        [
            ["指标", "2021年"],
            ["城镇新增就业（万人）", "1.06"],
            ["工业利润（万元）", "98000"],
        ]
    )
    assert [(f.obs_value, f.note) for f in found.figures] == [
        ("10600", "原值1.06万人，换算为人"),
        ("9.8", "原值98000万元，换算为亿元"),
    ]


def test_what_is_not_known_is_named_with_its_cell_and_never_guessed(office):
    found = office(
        [
            ["指标", "单位", "2021年"],
            ["新登记市场主体", "户", "10553"],
            ["茶园面积", "户", "3"],
            ["空气质量位次", "位", "约2"],
        ]
    )
    assert lacking(found) == [
        ("C2", "10553", "“新登记市场主体”没有对上"),
        ("C3", "3", "单位是户，指标的单位是万亩"),
        ("C4", "约2", "应只填数字"),
    ]
    assert found.unmatched == ["新登记市场主体"]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([["指标", "1-2月"], ["城镇新增就业", "821"]], "没有写明年份"),
        ([["指标", "2023年2月"], ["城镇新增就业", "414"]], "没有写明是当月数还是累计数"),
        ([["2023年"], ["指标", "累计"], ["城镇新增就业", "414"]], "没有写明月份"),
        ([["2023年", "2022年"], ["汉滨区", "3", "4"]], "没有写明指标"),
    ],
)
def test_a_figure_whose_time_or_name_is_not_said_is_no_row(office, lines, words):
    found = office(lines)
    assert found.figures == []
    assert words in {zh for figure in found.others for zh, _ in figure.missing}


def test_what_people_choose_counts_where_the_table_says_nothing_else(office):
    choices = Choices(year="2023", coverage="month").named({"新增岗位": "new_urban_jobs"})
    found = office([["指标", "2月", "1-2月"], ["新增岗位", "414", "821"]], choices=choices)
    assert taken(found) == [
        ("B2", "new_urban_jobs", "610902", "2023-02", "month", "414"),
        ("C2", "new_urban_jobs", "610902", "2023-02", "year_to_date", "821"),
    ]


def test_choices_of_names_are_kept_for_the_next_table(tmp_path):
    assert Choices.load(tmp_path).names == {}
    Choices().named({"新增 岗位": "new_urban_jobs", "": ""}).keep(tmp_path)
    assert Choices.load(tmp_path).names == {"新增岗位": "new_urban_jobs"}
    (tmp_path / "imports.json").write_text("[", encoding="utf-8")
    assert Choices.load(tmp_path).names == {}


def test_a_stock_is_of_a_point_in_time_and_a_flow_of_a_year(office):
    found = office([["指标", "2021"], ["茶园面积", "21"], ["城镇新增就业", "5150"]])
    assert [(f.indicator, f.coverage) for f in found.figures] == []
    found = office([["指标", "2020", "2021"], ["茶园面积", "20", "21"], ["城镇新增就业", "1", "2"]])
    assert {(f.indicator, f.coverage) for f in found.figures} == {
        ("tea_area", "point"),
        ("new_urban_jobs", "year"),
    }


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("2021年", {"year": "2021"}),
        ("2021年3月", {"year": "2021", "within": "03"}),
        ("2021年1—9月", {"year": "2021", "within": "09", "coverage": "year_to_date"}),
        ("一季度", {"within": "Q1", "coverage": "quarter"}),
        ("上半年", {"within": "06", "coverage": "year_to_date"}),
        ("1至本月累计", {"coverage": "year_to_date"}),
        ("本月", {"coverage": "month"}),
        ("同比±%", {"is_growth": True, "unit": "%"}),
        ("增速", {"is_growth": True, "unit": "%"}),
        ("累计增长（%）", {"coverage": "year_to_date", "is_growth": True, "unit": "%"}),
        ("绝对额", {}),
        ("万人", {"unit": "万人"}),
        ("县（市、区）", {}),
        ("全市", {"area": "610900"}),
        ("石泉", {"area": "610922"}),
        ("1、城镇新增就业", {"indicator": "new_urban_jobs"}),
        ("  其中：人工造林", {"breakdown": "planting"}),
        ("无人知道的指标", {"unknown": ("无人知道的指标",)}),
    ],
)
def test_what_a_label_says(vocabulary, label, said):
    found = facets_of(label, vocabulary, {})
    expected = {"unknown": (), "is_growth": False} | said
    assert {
        name: value for name, value in vars(found).items() if value or name in expected
    } == expected


def test_a_mark_of_a_note_that_is_typed_is_kept_as_a_note(office):
    found = office(
        [
            ["指标", "2021年", "2022年"],
            ["城镇新增就业", "5,300 [1]", "5,150*"],
            ["[1] 含高新区"],
        ]
    )
    assert [(f.obs_value, f.note) for f in found.figures] == [
        ("5300", "[1]含高新区"),
        ("5150", "原表有注释号*"),
    ]


def test_a_heading_that_says_provisional_says_so_of_its_figures(office):
    found = office(
        [
            ["指标", "2018年（实际）", "2019年（快报）", "2020年预计数"],
            ["城镇新增就业", "1", "2", "3"],
        ],
        choices=Choices(status="P"),
    )
    assert [(f.time_period, f.obs_status) for f in found.figures] == [
        ("2018", "A"),
        ("2019", "P"),
        ("2020", "E"),
    ]


def test_years_down_under_their_heading_are_no_figures(office):
    found = office([["年份", "城镇新增就业", "茶园面积"], ["2020", "5300", "20"]])
    assert taken(found) == [
        ("B2", "new_urban_jobs", "610902", "2020", "year", "5300"),
        ("C2", "tea_area", "610902", "2020", "point", "20"),
    ]
    found = office([["指标", "地区", "时间", "数值"], ["城镇新增就业", "石泉县", "2020", "5300"]])
    assert taken(found) == [("D2", "new_urban_jobs", "610922", "2020", "year", "5300")]


def test_what_is_a_data_file_already_is_sent_to_be_checked(office):
    with pytest.raises(imports.Broken) as broken:
        office([HEADER.split(","), *csv.reader(GOOD["observations/jobs.csv"].splitlines()[1:])])
    assert broken.value.zh == "已经是每行一个数的数据文件，不用导入：请用“检查文件”"


def test_the_names_that_come_nearest_are_told(vocabulary):
    assert vocabulary.nearest("城镇新增就业人数") == ["new_urban_jobs", "new_urban_jobs_growth_pct"]
    assert vocabulary.nearest("石泉") == ["610922"]
    assert vocabulary.nearest("xyz") == []


def test_units_are_converted_only_by_their_power_of_ten():
    assert factor("万元", "亿元") == factor("人", "万人") == 1 / factor("万人", "人")
    assert factor("户", "人") is None
    assert factor("公顷", "万亩") is None


def test_the_rows_are_accepted_by_the_gate(folder, office):
    found = office([["指标", "2018年", "2019年"], ["城镇新增就业（人）", "4,980", "5,010"]])
    content = imports.as_csv(found.figures, "seed_article")
    (folder / "observations" / "office.csv").write_bytes(content)
    rows = [r for r in gate.read(folder)["observations"].to_pylist() if "office" in r["file"]]
    assert [(r["time_period"], r["obs_value"], r["obs_status"]) for r in rows] == [
        ("2018", 4980.0, "A"),
        ("2019", 5010.0, "A"),
    ]


def test_any_table_of_pieces_is_an_import_or_names_and_never_a_crash(office):
    made = random.Random(1)
    words = "2021年 本月 累计 同比 5,300 5① — 城镇新增就业 全市 合计 注：x 单位：人 1-3月 ① 2021 %"
    pieces = [*words.split(), "", "", "=1", "\u200b"]
    for _ in range(300):
        lines = [[made.choice(pieces) for _ in range(5)] for _ in range(made.randint(1, 8))]
        found = office(lines)
        assert all(figure.missing for figure in found.others)
        assert all(figure.obs_value and figure.indicator for figure in found.figures)


def test_the_command_line_takes_a_table_in_and_keeps_what_is_chosen(
    folder, tmp_path_factory, capsys
):
    elsewhere = tmp_path_factory.mktemp("office")
    table, into = elsewhere / "月报.csv", elsewhere / "office.csv"
    table.write_text("指标,2018年,2019年\n新增岗位,4980,5010\n", encoding="utf-8")
    asked = [str(folder), "--import", str(table), "--into", str(into), "--source", "seed_article"]
    assert main(asked) == 1
    said = capsys.readouterr().out
    assert "✕ B2 4980：“新增岗位”没有对上" in said
    assert "0 个数可以读入，2 个没有对上" in said
    assert main([*asked, "--choose", "新增岗位=new_urban_jobs"]) == 0
    assert into.read_text(encoding="utf-8-sig").splitlines() == [
        HEADER,
        "new_urban_jobs,610902,2018,year,,4980,A,,seed_article,",
        "new_urban_jobs,610902,2019,year,,5010,A,,seed_article,",
    ]
    assert main(asked) == 0  # it is known now
    kept = json.loads((folder.parent / ".working" / "imports.json").read_text(encoding="utf-8"))
    assert kept == {"names": {"新增岗位": "new_urban_jobs"}}


def test_a_template_offers_names_and_is_read_as_it_was_filled_in(folder, tables):
    lines = templates.due(tables, "observations/jobs.csv")
    filled = [line | {"obs_value": "7", "source": "work_report_2025"} for line in lines]
    path = folder / "observations" / "template.xlsx"
    path.write_bytes(templates.workbook(tables, filled))
    sheet = openpyxl.load_workbook(path)["填报"]
    written = [cell.value for cell in sheet[2]]
    assert written[:8] == ["城镇新增就业", "汉滨区", "2022", "全年", None, 7, "公布数", "未说明"]
    assert written[8:] == ["2025年政府工作报告", None, "人", "2021", 5150]
    lists = {str(rule.sqref)[0]: rule.type for rule in sheet.data_validations.dataValidation}
    assert lists == {"A": "list", "B": "list", "D": "list", "E": "list", "F": "decimal",
                     "G": "list", "H": "list", "I": "list"}  # fmt: skip
    rows = [r for r in gate.read(folder)["observations"].to_pylist() if "template" in r["file"]]
    assert [(r["indicator"], r["ref_area"], r["time_period"], r["coverage"]) for r in rows] == [
        ("new_urban_jobs", "610902", "2022", "year"),
        ("new_urban_jobs", "610902", "2024-Q2", "quarter"),
        ("new_urban_jobs", "610902", "2024-07", "year_to_date"),
        ("new_urban_jobs_growth_pct", "610902", "2025", "year"),
        ("net_migration", "610902", "2025", "year"),
    ]


@pytest.mark.parametrize(
    ("period", "later"),
    [("2021", "2022"), ("2021-Q4", "2022-Q1"), ("2021-Q1", "2021-Q2"), ("2021-12", "2022-01"),
     ("2021-09", "2021-10"), ("2020-11-01", "")],
)  # fmt: skip
def test_the_next_period(period, later):
    assert templates.next_period(period) == later
