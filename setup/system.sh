#!/usr/bin/env bash
# Sees to the programs and libraries that kashf needs from the machine (Debian 12 or newer).
#
#   setup/system.sh                  what running kashf needs
#   setup/system.sh --with-browser   also what the browser tests need
#
# It looks for each thing itself rather than for a package of that name, so a tesseract built by hand is as good as Debian's.
# What is missing is installed as root or through a sudo that asks nothing; else the line to give an administrator is printed.
# Exit codes: 0 all there, 2 wrong usage, 5 something is missing that only an administrator can install.
set -euo pipefail

python=${PYTHON:-python3}
missing=()
python_too_old=no

# Usage: need PACKAGE COMMAND...   asks for the package unless the command succeeds.
need() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}

# A Python that is there but too old is not missing: no package of Debian's would help.
has_python() {
    local code=0
    "$python" -c "import sys; sys.version_info >= (3, 11) or sys.exit(3); import ensurepip, venv" || code=$?
    if ((code == 3)); then python_too_old=yes; fi
    ((code == 0 || code == 3))
}
has_library() { grep -qF "$1 " <<<"$libraries"; }
has_language() { grep -qx "$1" <<<"$languages"; }
has_arabic_font() { compgen -G "/usr/share/fonts/*/noto/NotoNaskhArabic-*"; }

look() {
    missing=()
    libraries=$(/sbin/ldconfig -p 2>/dev/null || true)
    languages=$(tesseract --list-langs 2>/dev/null || true)
    need make command -v make
    need python3-venv has_python
    need tesseract-ocr command -v tesseract
    need tesseract-ocr-ara has_language ara
    need tesseract-ocr-eng has_language eng
    need bubblewrap command -v bwrap
    need libmagic1 has_library libmagic.so.1
    need libseccomp2 has_library libseccomp.so.2
    need libarchive13 has_library libarchive.so.13
    need fonts-noto-core has_arabic_font
    if [[ $with_browser == yes ]]; then
        need chromium command -v chromium
    fi
}

# Usage: install_with PREFIX...   PREFIX is what makes an administrator of us: env, or sudo -n env.
install_with() {
    local apt=("$@" DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    echo "Installing: ${missing[*]}" >&2
    if ! compgen -G "/var/lib/apt/lists/*_Packages*" >/dev/null; then
        "${apt[@]}" update >/dev/null
    fi
    # Lists that are there but old name packages that are gone: fetch them anew and try once more.
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null ||
        { "${apt[@]}" update >/dev/null && "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null; }
}

ask_an_administrator() {
    {
        echo "kashf needs programs that this machine lacks, and only an administrator can install them. Ask one to run"
        echo
        echo "    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
        echo
        echo "as root, then give the same make command again. On another system install what corresponds to these Debian packages."
    } >&2
    exit 5
}

with_browser=no
case ${1:-} in
    "") ;;
    --with-browser) with_browser=yes ;;
    *) echo "usage: setup/system.sh [--with-browser]" >&2 && exit 2 ;;
esac

look
if ((${#missing[@]} > 0)); then
    if ! command -v apt-get >/dev/null; then
        ask_an_administrator
    elif ((EUID == 0)); then
        install_with env
    elif sudo -n true 2>/dev/null; then
        install_with sudo -n env
    else
        ask_an_administrator
    fi
    look
    ((${#missing[@]} == 0)) || ask_an_administrator
fi

if [[ $python_too_old == yes ]]; then
    echo "kashf needs Python 3.11 or newer; $python is $("$python" --version). Name another: make PYTHON=/path/to/python3 ..." >&2
    exit 5
fi
