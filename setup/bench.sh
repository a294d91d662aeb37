#!/usr/bin/env bash
# Runs every benchmark there is, accuracy first. Each is a module with a main block that prints its figures.
set -euo pipefail
cd "$(dirname "$0")/.."

shopt -s nullglob
echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version)"
for script in benchmarks/accuracy/bench_*.py benchmarks/speed/bench_*.py; do
    module=${script%.py}
    echo
    echo "== ${module//\//.}"
    .venv/bin/python -m "${module//\//.}"
done
