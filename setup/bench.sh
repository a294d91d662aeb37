#!/usr/bin/env bash
# Prints the figures of the papers: what taking files in costs next to the bare engines, how fast answers come, how well names are counted.
# DATA=DIR adds what is measured on a folder of real files; without it that part is left out, and said to be.
set -euo pipefail
cd "$(dirname "$0")/.."
work=work/bench
rm -rf "$work" && mkdir -p "$work"

run() {
    echo
    echo "== $*"
    .venv/bin/python -m "$@"
}

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version)"
run benchmarks.speed.bench_ingest --files 2000 --mix full --keep "$work"
run benchmarks.speed.bench_ingest --files 2000 --mix digital --keep "$work"
run benchmarks.speed.bench_ingest --files 22000 --mix text --keep "$work"
run benchmarks.speed.bench_startup "$work/full-2000.case"
run benchmarks.accuracy.bench_count --case "$work/full-2000.case" --truth "$work/full-2000/truth.json"
run benchmarks.accuracy.bench_count --case "$work/text-22000.case" --truth "$work/text-22000/truth.json"
run benchmarks.speed.bench_search
run benchmarks.speed.bench_web "$work/text-22000.case"
run benchmarks.speed.bench_workers --files 3000 --rounds 2
run benchmarks.speed.bench_sandbox
run benchmarks.speed.bench_language

for part in identify unpack readers copies translit ner; do
    if [ -n "${DATA:-}" ]; then
        folder=$DATA
        [ "$part" = translit ] && folder=$DATA/names/wd_arabic
        run "benchmarks.accuracy.bench_$part" --data "$folder"
    else
        echo
        echo "== benchmarks.accuracy.bench_$part: left out, it needs real files (make bench DATA=DIR)"
    fi
done
