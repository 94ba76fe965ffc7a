#!/bin/sh
# Installs this bundle beside those before it, or updates to it; no network is needed.
#
#   sh install.sh             into /opt/hanbin, with the data in /srv/hanbin
#
# HANBIN_CODE and HANBIN_DATA name other folders, PYTHON another Python 3.11. Nothing of an older
# version is touched until this one is whole; rollback.sh goes back to it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
code=${HANBIN_CODE:-/opt/hanbin}
data=${HANBIN_DATA:-/srv/hanbin}
python=${PYTHON:-python3.11}

fail() { echo "$*" >&2; exit 1; }

"$python" -c 'import sys, venv; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null \
    || fail "需要 Python 3.11（含 venv）；PYTHON=… 可指定。Python 3.11 with venv is needed; PYTHON=… names it."
(cd "$here" && sha256sum --check --quiet SHA256SUMS) \
    || fail "安装包不完整，请重新拷贝。The bundle is not whole; copy it again."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/code/pyproject.toml")
mkdir -p "$code" "$data"
code=$(cd "$code" && pwd) data=$(cd "$data" && pwd)
release="$code/$version"
[ ! -e "$release" ] || fail "$release 已存在。$release is there already."
unfinished="$release.unfinished"
rm -rf "$unfinished"
cp -R "$here/code" "$unfinished"
# A virtual environment knows its own path, so it is made where it will be.
mv "$unfinished" "$release"
trap 'rm -rf "$release"' EXIT
"$python" -m venv "$release/.venv"
"$release/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-index \
    --require-hashes --find-links "$here/wheels" -r "$release/deploy/requirements.txt"
"$release/.venv/bin/python" -m pip check --disable-pip-version-check
[ -e "$data/data" ] || cp -R "$release/data" "$data/data"
# Would this version take the data? What it refuses is listed, and keeps its accepted version.
(cd "$release" && .venv/bin/python -m indicators.ledger "$data/data") > "$release/check.txt" 2>&1 \
    || echo "数据有问题，见 $release/check.txt。Some data would be refused: $release/check.txt"
trap - EXIT

[ ! -L "$code/current" ] || ln -sfn "$(readlink "$code/current")" "$code/previous"
ln -sfn "$release" "$code/current"
echo "已安装 · installed: $code/current → $release"
echo "下一步见 · next: $release/docs/operating.md"
