#!/usr/bin/env bash
# Prints what queries find, by kind, on our own set of documents and queries, and how fast a case of PASSAGES texts (22,000) is indexed and searched.
# DATA=DIR: also on the set in that folder (documents.jsonl and queries.jsonl), beside recoll on the same files where it is installed.
set -euo pipefail
cd "$(dirname "$0")/.."

run() {
    echo
    echo "== $*"
    .venv/bin/python -m "$@"
}

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
run benchmarks.accuracy.bench_search_recall --show
if [ -n "${DATA:-}" ]; then
    run benchmarks.accuracy.bench_search_recall --data "$DATA" --show --peer
fi
run benchmarks.speed.bench_search --passages "${PASSAGES:-22000}" --queries 42
