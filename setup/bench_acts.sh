#!/usr/bin/env bash
# Prints how far letters are read as what they say, field by field, on invented letters, digital and scanned; some minutes.
# FULL=1: five seeds of 600 and of 100 scans. KEPT=1: with the wordings that whoever wrote the reader has not seen.
set -euo pipefail
cd "$(dirname "$0")/.."
work=work/bench-acts
rm -rf "$work" && mkdir -p "$work"

sizes=(--seeds 1 --letters 300 --scans 60)
[ -n "${FULL:-}" ] && sizes=(--seeds 5 --letters 600 --scans 100)
wordings=shown
[ -n "${KEPT:-}" ] && wordings=kept

.venv/bin/python -m benchmarks.accuracy.bench_letters --work "$work" "${sizes[@]}" --wordings "$wordings"
