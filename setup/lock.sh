#!/usr/bin/env bash
# Resolves the dependencies of pyproject.toml and pins every one by hash, for Python 3.11 and newer on any machine.
# No address of a package registry gets into the lock files, so that they hold for a mirror as well. What resolves is pinned, too:
# a newer uv is taken by deleting lock/uv.txt.
set -euo pipefail
cd "$(dirname "$0")/.."

"${PYTHON:-python3}" -m venv work/lock-env
pip=(work/lock-env/bin/python -m pip install --quiet --disable-pip-version-check)
if [[ -f lock/uv.txt ]]; then "${pip[@]}" --require-hashes --only-binary :all: -r lock/uv.txt; else "${pip[@]}" uv; fi
resolve=(work/lock-env/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url)
"${resolve[@]}" --custom-compile-command "make lock" -o lock/run.txt pyproject.toml
"${resolve[@]}" --custom-compile-command "make lock" --extra dev -o lock/dev.txt pyproject.toml
[[ -f lock/uv.txt ]] || echo uv | "${resolve[@]}" --custom-compile-command "make lock" -o lock/uv.txt -
git --no-pager diff --stat -- lock
