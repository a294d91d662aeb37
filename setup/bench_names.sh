#!/usr/bin/env bash
# Prints how well and how fast names are compared, next to nomenklatura and to rapidfuzz on romanised names.
# DATA=DIR (a folder with names/wd_arabic, names/name_bench, names/anetac) adds all that is measured on real names; without it only speed is.
# The first time the peers take about a quarter of an hour; their answers are kept in work/bench-names.
set -euo pipefail
cd "$(dirname "$0")/.."

setup/peers.sh
mkdir -p work/bench-names
echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
echo
echo "== speed"
.venv/bin/python -m benchmarks.speed.bench_names_speed --json work/bench-names/speed.json
echo
echo "== verdicts on made-up pairs"
.venv/bin/python -m benchmarks.accuracy.bench_verdicts
if [ -n "${DATA:-}" ]; then
    .venv/bin/python -m benchmarks.accuracy.bench_names --data "$DATA/names" --json work/bench-names/names.json
else
    echo
    echo "Left out, since they need real names (make bench-names DATA=DIR): wd_arabic_16 and what is built from its spellings (hard negatives,"
    echo "the three lists of made-up people), name_bench, anetac."
fi
