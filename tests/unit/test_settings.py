"""One file outside the code: what it says is followed, and what it cannot mean is refused."""

import re
from pathlib import Path

import pytest

from indicators.server import settings
from indicators.server.settings import Settings, Unfit

OPERATING = Path(__file__).resolve().parents[2] / "docs" / "operating.md"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("SETTINGS", "DATA", "ZONE"):
        monkeypatch.delenv(f"INDICATORS_{name}", raising=False)


@pytest.fixture
def said(tmp_path):
    """The settings of a file with these lines: said('port = 9000')."""

    def read(*lines: str, arguments=()) -> Settings:
        file = tmp_path / "settings.toml"
        file.write_text("\n".join(lines), encoding="utf-8")
        return settings.read(["--settings", str(file), *arguments])

    return read


def test_what_is_not_set_is_as_the_table_has_it():
    assert settings.read([]) == Settings()
    assert (Settings().port, Settings().zone, Settings().hosts) == (8501, "Asia/Shanghai", ())


def test_the_environment_goes_before_the_file_and_the_command_line_before_both(said, monkeypatch):
    lines = ("port = 9000", 'zone = "Asia/Urumqi"', 'hosts = ["kanban.hanbin"]')
    assert said(*lines) == Settings(port=9000, zone="Asia/Urumqi", hosts=("kanban.hanbin",))
    monkeypatch.setenv("INDICATORS_PORT", "9001")
    monkeypatch.setenv("INDICATORS_HOSTS", "kanban.hanbin, 10.0.0.7:8501")
    assert said(*lines).port == 9001
    assert said(*lines).hosts == ("kanban.hanbin", "10.0.0.7:8501")
    assert said(*lines, arguments=["--port", "9002"]).port == 9002


def test_the_file_may_be_named_by_the_environment(tmp_path, monkeypatch):
    (tmp_path / "office.toml").write_text("upload_mb = 5", encoding="utf-8-sig")  # by Notepad
    monkeypatch.setenv("INDICATORS_SETTINGS", str(tmp_path / "office.toml"))
    assert settings.read([]).upload_mb == 5


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("prot = 9000", "prot is no setting; do you mean port?"),
        ("port = 70000", "port = 70000; wanted: a port"),
        ("port = 1.5", "port = 1.5; wanted: a port"),
        ("port = true", "port = True; wanted: a port"),
        ('zone = "Asia/Ankang"', "zone = 'Asia/Ankang'; wanted: a time zone"),
        ("zone = 8", "zone = 8; wanted: a time zone"),
        ('address = "kanban"', "address = 'kanban'; wanted: an address of this machine"),
        ('proxies = ["nginx"]', "proxies = ['nginx']; wanted: addresses of machines"),
        ("hosts = [1]", "hosts = [1]; wanted: something like []"),
        ("sessions = 0", "sessions = 0; wanted: a number from 1 on"),
        ('base_path = "kanban"', "base_path = 'kanban'; wanted: a path that begins with /"),
        ("upload_mb = 61", "upload_mb = 61; wanted: a number from 1 to 60"),
        ("port = ", "settings.toml: "),  # no TOML
    ],
)
def test_what_cannot_be_followed_is_refused_with_what_is_wanted(said, line, words):
    with pytest.raises(Unfit, match=re.escape(words)):
        said(line)


@pytest.mark.parametrize(
    ("variable", "words"),
    [
        ("INDICATORS_PROT", "INDICATORS_PROT is no setting; do you mean INDICATORS_PORT?"),
        ("STREAMLIT_SERVER_PORT", "is without effect here; do you mean INDICATORS_PORT?"),
        ("STREAMLIT_SERVER_ADDRESS", "is without effect here; do you mean INDICATORS_ADDRESS?"),
        ("STREAMLIT_SERVER_MAX_UPLOAD_SIZE", "; do you mean INDICATORS_UPLOAD_MB?"),
        ("STREAMLIT_SERVER_BASE_URL_PATH", "; do you mean INDICATORS_BASE_PATH?"),
        ("STREAMLIT_THEME_BASE", "STREAMLIT_THEME_BASE is without effect here"),
    ],
)
def test_a_variable_that_would_be_without_effect_is_refused(monkeypatch, variable, words):
    monkeypatch.setenv(variable, "8600")
    with pytest.raises(Unfit, match=re.escape(words)):
        settings.read([])


def test_a_file_that_is_not_there_is_refused():
    with pytest.raises(Unfit, match="absent.toml"):
        settings.read(["--settings", "absent.toml"])


def test_the_table_of_the_document_is_that_of_the_program():
    rows = re.findall(r"^\| `(\w+)` \| `(.+?)` \| (.+?) \|$", OPERATING.read_text("utf-8"), re.M)
    assert rows == list(settings.described())
