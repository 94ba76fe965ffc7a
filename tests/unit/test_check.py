"""`make check` says what is wrong in a data folder, and its exit code says whether anything is."""

import csv
import shutil
from pathlib import Path

import pytest

from indicators.ledger.__main__ import main

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def copy(tmp_path) -> Path:
    return shutil.copytree(DATA, tmp_path / "data")


def test_a_good_folder_is_counted(copy, capsys):
    files = (copy / "observations").glob("*.csv")
    figures = sum(len(list(csv.DictReader(file.open(encoding="utf-8")))) for file in files)
    assert main([str(copy)]) == 0
    assert f"✓ 可以采用，共{figures:,}条数据" in capsys.readouterr().out


def test_a_wrong_cell_is_named_in_both_languages_and_the_exit_code_is_1(copy, capsys):
    file = copy / "observations" / "jobs.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace(lines[1].split(",")[5], "五千")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main([str(copy)]) == 1
    printed = capsys.readouterr().out
    assert "data/observations/jobs.csv 第2行“obs_value（数值）”列：填的是“五千”" in printed
    assert "data/observations/jobs.csv, line 2, column “obs_value (value)”: found “五千”" in printed
    assert "✕ 有1处需要更正，更正前这些文件不会采用" in printed


def test_the_list_goes_to_the_office_as_a_csv_that_no_spreadsheet_takes_for_formulas(
    copy, tmp_path
):
    file = copy / "observations" / "jobs.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace(lines[1].split(",")[5], "=1+1")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main([str(copy), "--csv", str(tmp_path / "list.csv")]) == 1

    content = (tmp_path / "list.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    listed = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert next(row for row in listed if row["处理"] == "✕ 未采用") == {
        "文件": "data/observations/jobs.csv",
        "行": "2",
        "列": "obs_value（数值）",
        "填的内容": "'=1+1",
        "处理": "✕ 未采用",
        "说明": "是公式的文字，应填公式算出的数",
    }


ORDER = "1,班子成员,卫生健康,建民街道,修路灯,2024-03-01,,,,\n"


def with_ledger(copy: Path, items: str) -> None:
    columns = "order_id,tier,sector,town,title,raised_on,dispatched_on,due_on,completed_on"
    (copy / "orders").mkdir()
    (copy / "orders" / "2024.csv").write_text(f"{columns},satisfaction\n{items}", encoding="utf-8")


def test_a_wrong_cell_of_the_ledger_is_named_and_the_exit_code_is_1(copy, capsys):
    with_ledger(copy, ORDER.replace("2024-03-01", "三月一日"))
    assert main([str(copy)]) == 1
    printed = capsys.readouterr().out
    assert "data/orders/2024.csv 第2行“raised_on（提出日期）”列：填的是“三月一日”" in printed
    assert "✕ 有1处需要更正" in printed


def test_a_good_ledger_is_accepted_with_what_is_to_be_said_of_it(copy, capsys):
    with_ledger(copy, ORDER)
    assert main([str(copy)]) == 0
    assert "“tier（层级）”列：填的是“班子成员”，已识别为“team_members”" in capsys.readouterr().out
