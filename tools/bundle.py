"""All that an office without a network needs, in one archive: code, packages, how to install them.

    python -m tools.bundle [--to dist] [--platform linux-x86_64 …]

Packages are fetched by pip with their hashes; nothing is built. Python itself is not in it.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

from indicators.version import version

ROOT = Path(__file__).resolve().parents[1]
PYTHON = "3.11"
# As pip calls them; the first ones want glibc 2.28.
PLATFORMS = {
    "linux-x86_64": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "linux-aarch64": ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    "windows": ("win_amd64",),
}
# What runs, and what an administrator reads; no tests, no tools.
CODE = (
    ".streamlit",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dashboard.py",
    "data",
    "deploy",
    "docs",
    "indicators",
    "pages",
    "pyproject.toml",
    "queries",
    "requirements.txt",
)
# What an administrator starts with lies on top.
ON_TOP = ("install.sh", "install.cmd")


def bundle(to: Path, platforms: Sequence[str], wheels: Path) -> Path:
    """Write the archive into a folder; `wheels` is where its packages are fetched to."""
    to.mkdir(parents=True, exist_ok=True)
    for platform in platforms:
        fetch(platform, wheels)
    named = f"hanbin-dashboard-{version()}"
    archive = to / f"{named}.tar.gz"
    files = dict(sorted({**_code(), **_packages(wheels)}.items()))
    sums, parts = to / "SHA256SUMS", to / "SBOM.json"
    parts.write_text(json.dumps(parts_list(wheels), indent=1), encoding="utf-8")
    files["SBOM.json"] = parts
    sums.write_text("".join(f"{_hash(p)}  {name}\n" for name, p in files.items()), "utf-8")
    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:  # wheels are packed already
        for name, path in {**files, "SHA256SUMS": sums}.items():
            tar.add(path, f"{named}/{name}")
    return archive


def fetch(platform: str, wheels: Path) -> None:
    """The packages of a platform, by pip, each as its hash says."""
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--only-binary=:all:", "--no-deps", "--require-hashes", "--python-version", PYTHON),
            *(part for name in PLATFORMS[platform] for part in ("--platform", name)),
            *("--dest", str(wheels), "--requirement", str(ROOT / "deploy" / "requirements.txt")),
        ],
        check=True,
    )


def parts_list(wheels: Path) -> dict[str, object]:
    """What is shipped, as a CycloneDX list (SBOM): each package's file with its hash."""
    components = [
        {
            "type": "library",
            "name": path.name.split("-")[0],
            "version": path.name.split("-")[1],
            "purl": "pkg:pypi/{}@{}".format(*path.name.split("-")[:2]),
            "hashes": [{"alg": "SHA-256", "content": _hash(path)}],
            "properties": [{"name": "file", "value": path.name}],
        }
        for path in sorted(wheels.glob("*.whl"))
    ]
    about = {"type": "application", "name": "hanbin-dashboard", "version": version()}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": about},
        "components": components,
    }


def _code() -> dict[str, Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *CODE], cwd=ROOT, capture_output=True, check=True
    )
    names = [name for name in listed.stdout.decode().split("\0") if name]
    on_top = {name: ROOT / "deploy" / name for name in ON_TOP}
    return {**{f"code/{name}": ROOT / name for name in names}, **on_top}


def _packages(wheels: Path) -> dict[str, Path]:
    return {f"wheels/{path.name}": path for path in wheels.glob("*.whl")}


def _hash(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def main() -> None:
    """Make the archive and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=ROOT / "dist")
    parser.add_argument("--platform", nargs="+", choices=PLATFORMS, default=[*PLATFORMS])
    given = parser.parse_args()
    archive = bundle(given.to, given.platform, given.to / "wheels")
    print(f"{archive}: {archive.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
