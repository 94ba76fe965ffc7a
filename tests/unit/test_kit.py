"""The kit of deploy/: what installs, starts, keeps and restores the dashboard in an office."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import urllib.request
from pathlib import Path

import pytest

from indicators.server import settings
from tests.published import JOBS, figure, rest, started
from tests.small_folder import replace
from tools import bundle
from tools.bench import servers
from tools.bench.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
POSIX = pytest.mark.skipif(os.name == "nt", reason="scripts of a Linux server")


def run(script: str, *arguments: object, **variables: object) -> str:
    """What a script of the kit prints. Fails where it does."""
    told = {name: str(value) for name, value in variables.items()}
    ended = subprocess.run(
        ["sh", str(DEPLOY / script), *map(str, arguments)],
        env={**os.environ, **told},
        capture_output=True,
        text=True,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def pins(path: Path) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[\w.]+", path.read_text("utf-8"), re.M))


def test_the_hashes_are_of_the_packages_that_run():
    hashed = DEPLOY / "requirements.txt"
    assert {pin.lower() for pin in pins(hashed)} == {
        pin.lower().replace("_", "-") for pin in pins(ROOT / "requirements.txt")
    }
    parts = re.split(r"^(?=[\w.-]+==)", hashed.read_text("utf-8"), flags=re.M)[1:]
    assert [part.split()[0] for part in parts if "--hash=sha256:" not in part] == []


def test_the_settings_of_the_kit_are_settings(monkeypatch):
    for name in ("DATA", "ZONE", "LOG"):
        monkeypatch.delenv(f"INDICATORS_{name}", raising=False)
    kit = settings.read(["--settings", str(DEPLOY / "settings.toml")])
    assert (kit.address, kit.data) == ("127.0.0.1", "/srv/hanbin/data")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
def test_systemd_accepts_the_unit(tmp_path):
    unit = (DEPLOY / "hanbin-dashboard@.service").read_text("utf-8")
    here = tmp_path / "hanbin-dashboard@.service"
    here.write_text(unit.replace("/opt/hanbin/current/.venv/bin/python", sys.executable), "utf-8")
    ended = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", here], capture_output=True, text=True
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@POSIX
def test_a_backup_brings_back_the_edition_with_what_a_refused_file_had(tmp_path, folder):
    home = tmp_path / "srv"
    shutil.copytree(folder, home / "data", ignore=shutil.ignore_patterns("srv"))
    before = started(home / "data", home / ".working")
    replace(home / "data", JOBS, ",5150,", ",many,")  # refused: 5150 stays in force
    rest(before)
    told = before.edition.version, before.edition.since, before.edition.files
    kept = run("backup.sh", tmp_path / "kept", HANBIN_DATA=home, HANBIN_SETTINGS="absent").strip()
    shutil.rmtree(home)
    run("restore.sh", kept, HANBIN_DATA=home)
    again = started(home / "data", home / ".working")
    assert (again.edition.version, again.edition.since, again.edition.files) == told
    assert figure(again) == 5150


@POSIX
def test_of_backups_the_last_ones_are_kept_and_a_restore_loses_nothing(tmp_path):
    home, kept = tmp_path / "srv", tmp_path / "kept"
    (home / "data").mkdir(parents=True)
    kept.mkdir()
    for day in (1, 2, 3):
        (kept / f"hanbin-2020-01-0{day}-000000.tgz").touch()
    (home / "data" / "a.csv").write_text("first")
    now = run("backup.sh", kept, HANBIN_DATA=home, HANBIN_KEEP=2, HANBIN_SETTINGS="absent").strip()
    assert sorted(map(str, kept.iterdir())) == [str(kept / "hanbin-2020-01-03-000000.tgz"), now]
    (home / "data" / "a.csv").write_text("second")
    run("restore.sh", now, HANBIN_DATA=home)
    assert (home / "data" / "a.csv").read_text() == "first"
    [aside] = home.glob("before-*")
    assert (aside / "data" / "a.csv").read_text() == "second"


@POSIX
def test_who_goes_back_to_the_version_before_may_go_forth_again(tmp_path):
    for name, release in (("current", "1.1.0"), ("previous", "1.0.0")):
        (tmp_path / name).symlink_to(tmp_path / release)
    run("rollback.sh", HANBIN_CODE=tmp_path)
    assert os.readlink(tmp_path / "current") == str(tmp_path / "1.0.0")
    run("rollback.sh", HANBIN_CODE=tmp_path)
    assert os.readlink(tmp_path / "current") == str(tmp_path / "1.1.0")


def carried(folder: Path) -> Path:
    """A bundle without packages, as it comes out of its archive."""
    (folder / "code").mkdir(parents=True)
    (folder / "code" / "pyproject.toml").write_text('version = "1.0.0"\n')
    shutil.copy(DEPLOY / "install.sh", folder)
    summed = bundle._hash(folder / "code" / "pyproject.toml")
    (folder / "SHA256SUMS").write_text(f"{summed}  code/pyproject.toml\n")
    return folder


def refused(folder: Path, **variables: object) -> str:
    """What the installation of a bundle says that does not succeed."""
    told = {"PYTHON": sys.executable, **variables}
    ended = subprocess.run(
        ["sh", str(folder / "install.sh")],
        env={**os.environ, **{name: str(value) for name, value in told.items()}},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    return ended.stderr


@POSIX
def test_a_bundle_that_changed_on_its_way_or_finds_no_python_installs_nothing(tmp_path):
    bundled, code = carried(tmp_path / "bundle"), tmp_path / "opt"
    where = {"HANBIN_CODE": code, "HANBIN_DATA": tmp_path / "srv"}
    assert "Python 3.11 with venv is needed" in refused(bundled, **where, PYTHON="absent")
    (bundled / "code" / "pyproject.toml").write_text('version = "1.0.1"\n')
    assert "The bundle is not whole; copy it again." in refused(bundled, **where)
    assert not code.exists()


@POSIX
@pytest.mark.sweep
def test_a_bundle_without_its_packages_leaves_nothing_half_installed(tmp_path):
    bundled, code = carried(tmp_path / "bundle"), tmp_path / "opt"
    (bundled / "code" / "deploy").mkdir()
    shutil.copy(DEPLOY / "requirements.txt", bundled / "code" / "deploy")
    (bundled / "wheels").mkdir()
    said = refused(bundled, HANBIN_CODE=code, HANBIN_DATA=tmp_path / "srv")
    assert "No matching distribution found" in said
    assert list(code.iterdir()) == []


PROXY = "http://127.0.0.1:9"  # nobody listens there
NOWHERE = {"PIP_NO_INDEX": "1", "https_proxy": PROXY, "http_proxy": PROXY}


@POSIX
@pytest.mark.sweep
def test_the_bundle_installs_without_a_network_and_serves_its_first_page(tmp_path):
    archive = bundle.bundle(tmp_path, [f"linux-{os.uname().machine}"], tmp_path / "wheels")
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path / "carried", filter="data")
    [carried] = (tmp_path / "carried").iterdir()
    installed = subprocess.run(
        ["sh", str(carried / "install.sh")],
        env={
            "PATH": os.environ["PATH"],
            **{"HANBIN_CODE": str(tmp_path / "opt"), "HANBIN_DATA": str(tmp_path / "srv")},
            **{"PYTHON": sys.executable, **NOWHERE},
        },
        capture_output=True,
        text=True,
    )
    assert installed.returncode == 0, installed.stderr
    assert "would be refused" not in installed.stdout
    current = tmp_path / "opt" / "current"
    with (
        servers.dashboard(tmp_path / "srv" / "data", installed=current) as (address, _),
        Reader(address, "overview") as reader,
    ):
        reader.rerun("lang=zh")
        with urllib.request.urlopen(f"{address}/ready") as ready:
            assert ready.status == 200
