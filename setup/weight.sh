#!/usr/bin/env bash
# Installs what users need into a scratch environment and prints how many packages that are, their size, and the ten heaviest.
# Aim: at most 80 packages and 600 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf work/weight-env
"${PYTHON:-python3}" -m venv work/weight-env
pip=(work/weight-env/bin/python -m pip --quiet --disable-pip-version-check)
"${pip[@]}" install --require-hashes --only-binary :all: -r lock/run.txt
"${pip[@]}" uninstall --yes setuptools pip
site=(work/weight-env/lib/python*/site-packages)
echo "$(find "${site[0]}" -maxdepth 1 -name '*.dist-info' | wc -l) packages, $(du -sm "${site[0]}" | cut -f1) MB on disk; the heaviest:"
du -sm "${site[0]}"/* | sort -rn | awk -F/ 'NR <= 10 {split($0, size, "\t"); printf "%6d MB  %s\n", size[1], $NF}'
rm -rf work/weight-env
