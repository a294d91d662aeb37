#!/usr/bin/env bash
# Makes work/peers-env, the environment of the programs that the benchmark of names is measured against; kashf itself never runs in it.
#
#   setup/peers.sh           make it from lock/peers.txt, every package checked by hash; the second time it has nothing to do
#   setup/peers.sh --dates   make work/date-peers from lock/date-peers.txt instead: readers of dates, beside which bench-acts measures ours
#   setup/peers.sh --lock    resolve both anew
#
# PyICU comes as source and is built here, which takes libicu-dev, pkg-config and g++ of Debian. The code of nomenklatura 4.17 was under
# the MIT licence when this was written; it is run beside kashf and nothing of it is copied or shipped.
# Exit codes: 0 all there, 2 wrong usage, 5 something is missing that only an administrator can install.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
    "${PYTHON:-python3}" -m venv work/lock-env
    work/lock-env/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r lock/uv.txt
    resolve lock/peers.txt "nomenklatura>=4.17" "rapidfuzz>=3.14" "anyascii>=0.3.3" "pyicu>=2.15"
    resolve lock/date-peers.txt "dateparser>=1.5" "python-dateutil>=2.9"
    git --no-pager diff --stat -- lock
}

# resolve FILE PACKAGE...
resolve() {
    printf '%s\n' "${@:2}" |
        work/lock-env/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
            --custom-compile-command "setup/peers.sh --lock" -o "$1" -
}

# A folder for PYTHONPATH and no environment: what is measured beside them is kashf in its own.
get_date_peers() {
    local stamp=work/date-peers/.set-up now
    now=$(sha256sum lock/date-peers.txt)
    if [[ $(cat "$stamp" 2>/dev/null) == "$now" ]]; then return; fi
    rm -rf work/date-peers
    .venv/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input \
        install --require-hashes --only-binary :all: --target work/date-peers -r lock/date-peers.txt
    printf '%s' "$now" >"$stamp"
}

# What building PyICU takes; installed as root or through a sudo that asks nothing.
get_build_tools() {
    local packages=(libicu-dev pkg-config g++ python3-dev) admin
    if pkg-config --exists icu-i18n 2>/dev/null && command -v g++ >/dev/null; then return; fi
    if ((EUID == 0)); then
        admin=(env)
    elif sudo -n true 2>/dev/null; then
        admin=(sudo -n env)
    else
        echo "Ask an administrator to run: apt-get install -y --no-install-recommends ${packages[*]}" >&2
        exit 5
    fi
    compgen -G "/var/lib/apt/lists/*_Packages*" >/dev/null || "${admin[@]}" apt-get -qq update >/dev/null
    "${admin[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${packages[@]}" >/dev/null
}

case ${1:-} in
    "") ;;
    --lock) lock && exit ;;
    --dates) get_date_peers && exit ;;
    *) echo "usage: setup/peers.sh [--dates | --lock]" >&2 && exit 2 ;;
esac

stamp=work/peers-env/.set-up
# The folder counts too: a virtual environment that was moved does not work.
now=$(pwd; sha256sum lock/peers.txt setup/peers.sh)
if [[ $(cat "$stamp" 2>/dev/null) == "$now" ]]; then exit 0; fi

echo "Setting up work/peers-env, the peers of the benchmark of names (once; about a minute and 700 MB)" >&2
get_build_tools
mkdir -p work
"${PYTHON:-python3}" -m venv --clear work/peers-env
work/peers-env/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input \
    install --require-hashes --only-binary :all: --no-binary pyicu -r lock/peers.txt
printf '%s' "$now" >"$stamp"
