#!/usr/bin/env bash
# Prints what is found of filled-in forms in one table: families, fields, states, what values say, editions nobody saw, the table of a question,
# copies, and what many forms cost, part by part; beside a reader that splits lines. A sample, in some six processor minutes; FULL=1: five
# seeds of 600 and of 200 with scans, and 22,000 forms, in over an hour. DATA=DIR: on the hauls in that folder too (each with files/ and truth.json).
set -euo pipefail
cd "$(dirname "$0")/.."
work=work/bench-forms
rm -rf "$work" && mkdir -p "$work"

if [ -n "${FULL:-}" ]; then
    sizes=(--seeds 5 --digital 600 --full 200 --others 2000)
    many=(2000 22000)
else
    sizes=(--seeds 1 --digital 300 --full 60 --others 400)
    many=(1000 4000)
fi
data=()
[ -n "${DATA:-}" ] && data=(--data "$DATA")

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
.venv/bin/python -m benchmarks.accuracy.bench_forms --work "$work" "${sizes[@]}" "${data[@]}"
.venv/bin/python -m benchmarks.speed.bench_families --forms "${many[@]}"
.venv/bin/python -m benchmarks.speed.bench_tables --forms "${many[@]}"
