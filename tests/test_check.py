"""`make check` says what is wrong in a data folder, and its exit code says whether anything is."""

import shutil
from pathlib import Path

import pytest

from indicators.gate.__main__ import main

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture
def copy(tmp_path) -> Path:
    return shutil.copytree(DATA, tmp_path / "data")


def test_a_good_folder_is_counted(copy, capsys):
    assert main([str(copy)]) == 0
    assert "没有发现问题，共740条数据" in capsys.readouterr().out


def test_a_wrong_cell_is_named_in_both_languages_and_the_exit_code_is_1(copy, capsys):
    file = copy / "observations" / "jobs.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace(lines[1].split(",")[5], "五千")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main([str(copy)]) == 1
    printed = capsys.readouterr().out
    assert "data/observations/jobs.csv 第 2 行“obs_value”列：填的是“五千”" in printed
    assert "data/observations/jobs.csv, line 2, column “obs_value”: found “五千”" in printed
    assert "有1处需要改正" in printed
