"""The ledger is published as the figures are: each file by itself, and never less than before."""

import os
from pathlib import Path

import pytest

from indicators import gate, ledger
from indicators.publishing import Publisher
from indicators.publishing.copies import writable
from tests.published import QUICK, rest, said, started, states
from tests.small_folder import replace

HEADER = ",".join(ledger.COLUMNS) + "\n"
TIER = "team_members,tier,,班子成员,Members\n"


def item(number: int, sector: str = "jobs") -> str:
    return f"{number},team_members,{sector},建民,修路,2021-03-01,,,,\n"


@pytest.fixture
def data(folder) -> Path:
    """The small folder with a tier, and a ledger of two files with an item each."""
    with (folder / "breakdowns.csv").open("a", encoding="utf-8") as file:
        file.write(TIER)
    (folder / "orders").mkdir()
    save(folder, "a", item(1))
    save(folder, "b", item(2))
    return folder


def save(folder: Path, name: str, items: str) -> None:
    (folder / "orders" / f"{name}.csv").write_text(HEADER + items, encoding="utf-8")


@pytest.fixture
def figures(data, tmp_path_factory) -> Publisher:
    return started(data, tmp_path_factory.mktemp("figures"))


@pytest.fixture
def start(data, figures, tmp_path_factory):
    """start() → the ledger's publisher as after the start of the dashboard."""
    working = tmp_path_factory.mktemp("beside") / ".working"

    def start_it() -> Publisher:
        kind = ledger.Orders(working, lambda: figures.edition)
        publisher = Publisher(kind, data, working, QUICK)
        publisher.start()
        return publisher

    return start_it


def numbers(publisher: Publisher) -> list[str]:
    asked = "select order_id from orders order by order_id"
    return [number for (number,) in publisher.edition.connection.cursor().execute(asked).fetchall()]


def test_a_folder_without_a_ledger_has_an_edition_of_no_file(data, start):
    for file in (data / "orders").iterdir():
        file.unlink()
    assert start().edition.files == ()


def test_a_changed_file_comes_into_force_once_it_was_left_alone(data, start):
    publisher = start()
    save(data, "a", item(1) + item(3))
    publisher.look(100)
    assert numbers(publisher) == ["1", "2"]
    publisher.look(101)
    assert numbers(publisher) == ["1", "2", "3"]


def test_a_bad_file_keeps_back_itself_alone_also_after_a_restart(data, start):
    publisher = start()
    save(data, "a", item(7).replace("2021-03-01", "三月一日"))
    save(data, "b", item(2) + item(3))
    rest(publisher)
    for now in (publisher, start()):
        assert numbers(now) == ["1", "2", "3"]
        assert states(now) == {"orders/a.csv": "refused"}
        assert said(now) == [
            "data/orders/a.csv 第2行“raised_on（提出日期）”列：填的是“三月一日”，"
            "应填日期，如 2021-03-05、2021/3/5 或 2021年3月5日。"
        ]


def test_of_two_files_with_one_number_the_one_that_was_accepted_before_is_right(data, start):
    publisher = start()
    save(data, "0", item(1) + item(9))
    rest(publisher)
    assert numbers(publisher) == ["1", "2"]
    assert states(publisher) == {"orders/0.csv": "not_used"}


def test_nothing_is_counted_while_a_file_was_bad_from_the_beginning(data, start):
    save(data, "a", item(1, sector="nothing"))
    publisher = start()
    with pytest.raises(gate.Refused) as refused:
        _ = publisher.edition
    assert [(p.file, p.line, p.column) for p in refused.value.problems] == [
        ("orders/a.csv", 2, "sector")
    ]
    save(data, "a", item(1))
    rest(publisher)
    assert numbers(publisher) == ["1", "2"]


def test_an_unchanged_ledger_is_opened_after_a_restart_and_not_read_again(start, monkeypatch):
    before = start().edition

    def unexpected(*_: object) -> None:
        raise AssertionError("the files are read again")

    monkeypatch.setattr(ledger.Orders, "check", unexpected)
    after = start()
    assert (after.edition.version, after.edition.since) == (before.version, before.since)
    assert numbers(after) == ["1", "2"]


def test_a_pipe_in_the_folder_is_named_and_waited_for_by_nobody(data, start):
    publisher = start()
    os.mkfifo(data / "orders" / "pipe.csv")
    save(data, "a", item(1) + item(3))
    rest(publisher, 11)
    assert numbers(publisher) == ["1", "2", "3"]
    assert states(publisher) == {"orders/pipe.csv": "not_used"}


def test_a_new_sector_of_the_figures_is_known_to_the_ledger(data, figures, start):
    publisher = start()
    save(data, "a", item(1, sector="learning"))
    rest(publisher)
    assert states(publisher) == {"orders/a.csv": "refused"}
    replace(data, "sectors.csv", "ecology,", "learning,干部学习,Learning,3\necology,")
    rest(figures)
    publisher.look(200)
    assert states(publisher) == {}


def test_each_data_folder_has_a_folder_for_temporary_files_of_its_own(tmp_path):
    (tmp_path / "full").write_text("no folder can be made within a file")
    one, two = (writable(tmp_path / "full" / name / ".working") for name in ("a", "b"))
    assert one != two


def test_where_nothing_can_be_written_the_ledger_is_read_in_memory(data, figures, tmp_path):
    (tmp_path / "full").write_text("no folder can be made within a file")
    kind = ledger.Orders(tmp_path / "full" / ".working", lambda: figures.edition)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("tempfile.gettempdir", lambda: str(tmp_path / "full"))
        publisher = Publisher(kind, data, tmp_path / "full" / ".working", QUICK)
        publisher.start()
    assert numbers(publisher) == ["1", "2"]
