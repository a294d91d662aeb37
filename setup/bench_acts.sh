#!/usr/bin/env bash
# Prints how rightly dates are found in running text, read and told apart, and how far letters are read as what they say, field by field, on
# invented letters, digital and scanned, and how rightly registers are rebuilt from them; some minutes. DATA=DIR: dates on published tables and annotated sentences too (hijri/*.json,
# ner/wojood_sample, ner/anercorp), and places of events (UCDP GED). FULL=1: letters of five seeds of 600 and of 100 scans. KEPT=1: with the
# wordings that whoever wrote the reader has not seen. PEERS=1: dateparser and dateutil beside the dates (got once, checked by hash).
set -euo pipefail
cd "$(dirname "$0")/.."
work=work/bench-acts
rm -rf "$work" && mkdir -p "$work"

data=()
[ -n "${DATA:-}" ] && data=(--data "$DATA")
sizes=(--seeds 1 --letters 300 --scans 60)
[ -n "${FULL:-}" ] && sizes=(--seeds 5 --letters 600 --scans 100)
wordings=shown
[ -n "${KEPT:-}" ] && wordings=kept

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
peers=
if [ -n "${PEERS:-}" ]; then setup/peers.sh --dates && peers=work/date-peers; fi
PYTHONPATH=$peers .venv/bin/python -m benchmarks.accuracy.bench_dates "${data[@]}"
PYTHONPATH=$peers .venv/bin/python -m benchmarks.accuracy.bench_dates_second_hand "${data[@]}"
[ -n "${DATA:-}" ] && .venv/bin/python -m benchmarks.accuracy.bench_places "${data[@]}"
.venv/bin/python -m benchmarks.accuracy.bench_written_days --work "$work"
.venv/bin/python -m benchmarks.accuracy.bench_case_places --work "$work" --letters 200
.venv/bin/python -m benchmarks.accuracy.bench_letters --work "$work" "${sizes[@]}" --wordings "$wordings"
.venv/bin/python -m benchmarks.accuracy.bench_letter_corpora
.venv/bin/python -m benchmarks.accuracy.bench_letter_bodies
.venv/bin/python -m benchmarks.accuracy.bench_letter_heads
.venv/bin/python -m benchmarks.accuracy.bench_learning
.venv/bin/python -m benchmarks.accuracy.bench_acts --work "$work" --letters 300 --wordings "$wordings"
.venv/bin/python -m benchmarks.accuracy.bench_posts --work "$work" --seeds 2 --letters 300 --wordings "$wordings"
.venv/bin/python -m benchmarks.accuracy.bench_contradictions --work "$work" --seeds 2 --letters 300 --each 5 --wordings "$wordings"
.venv/bin/python -m benchmarks.accuracy.bench_chains --work "$work" --seeds "${CHAINS:-1}" --letters 300 --wordings "$wordings"
.venv/bin/python -m benchmarks.speed.bench_letter_network
.venv/bin/python -m benchmarks.accuracy.bench_registers --work "$work" --seeds 3
.venv/bin/python -m benchmarks.speed.bench_map
