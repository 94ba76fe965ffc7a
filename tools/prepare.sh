#!/bin/sh
# Finds or installs what Python's packages cannot bring: venv itself, a browser, a Chinese font.
# `prepare.sh venv DIR` makes the virtual environment; without arguments it sees to the browser,
# and `prepare.sh engines` to two other browsers as well.
# It says what it installs; without the right to install it says what to ask for.
set -u

install() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing from the distribution: $*"
        apt-get update -qq >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "Not installed, and no right to install it. Please ask for: apt-get install $*" >&2
        return 1
    fi
}

if [ "${1:-}" = venv ]; then
    [ -x "$2/bin/python" ] && exit 0
    command -v python3 >/dev/null 2>&1 || { echo "python3 is missing." >&2; exit 1; }
    python3 -c 'import ensurepip, venv' 2>/dev/null || install python3-venv || exit 1
    python3 -m venv "$2"
    exit $?
fi

if [ "${1:-}" = engines ]; then
    command -v firefox-esr >/dev/null 2>&1 || install firefox-esr || exit 1
    command -v WebKitWebDriver >/dev/null 2>&1 || install webkit2gtk-driver xvfb xauth || exit 1
fi

command -v chromium >/dev/null 2>&1 || install chromium
fc-list :lang=zh-cn 2>/dev/null | grep -q . || install fontconfig fonts-noto-cjk
if ! command -v chromium >/dev/null 2>&1; then
    if [ "${CI:-}" = true ]; then
        echo "CI=true, and no Chromium: the browser's tests cannot run, so nothing is proved." >&2
        exit 1
    fi
    echo "Without Chromium the browser's tests are left out; everything else runs." >&2
fi
exit 0
