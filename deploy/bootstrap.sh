#!/bin/sh
# Find Python 3.11 or newer, make .venv with it, and go on in Python: bootstrap.sh MODULE [ARGUMENT...]
set -eu
cd "$(dirname "$0")/.."

enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

can_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

apt_install() {
    echo "==> Systeempakketten installeren: $*"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

if ! { [ -x .venv/bin/python ] && enough .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
    if ! python=$(find_python) && can_install; then
        apt_install python3 python3-venv
    fi
    if ! python=$(find_python); then
        echo "Python 3.11 of nieuwer ontbreekt. Installeer python3 met venv, of geef het pad: PYTHON=... make run" >&2
        exit 1
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if can_install; then
            apt_install python3-venv "python$version-venv" || apt_install python3-venv
        else
            echo "Python $version heeft geen venv. Installeer python$version-venv (Debian, Ubuntu) en probeer opnieuw." >&2
            exit 1
        fi
    fi
    echo "==> Omgeving .venv maken met $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
fi

exec .venv/bin/python -u -m "$@"
