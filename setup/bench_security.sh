#!/usr/bin/env bash
# Prints what kashf stands up to: tampering, honest cases that must raise no alarm, kills, full disks and a power that goes in the middle of
# writing, changed models and caches, small files that once stopped a case; and what encryption costs.
# FULL=1: as often as the papers quote (hours); else a tenth.
set -euo pipefail
cd "$(dirname "$0")/.."

run() {
    echo
    echo "== $*"
    .venv/bin/python -m "$@"
}

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
if [ -n "${FULL:-}" ]; then
    run benchmarks.security.bench_tampering --drawn 200
    run benchmarks.security.bench_honest_cases --cases 50
    run benchmarks.security.bench_crashes --kills 200 --disks 50 --operations 200
    run benchmarks.security.bench_mutated --each 125
else
    run benchmarks.security.bench_tampering --drawn 20
    run benchmarks.security.bench_honest_cases --cases 5
    run benchmarks.security.bench_crashes --kills 20 --disks 5 --operations 200
    run benchmarks.security.bench_mutated --each 12
fi
run benchmarks.security.bench_budgets
run benchmarks.security.bench_encryption
