#!/usr/bin/env bash
# Prints how what leaves the building stands up: alterations of a release that are found, redactions of invented papers that hold, and bad
# redactions that must be refused.
# FULL=1: 1,000 exports and 200 bad redactions (hours); else a small share.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
.venv/bin/python -m benchmarks.publish.bench_release --alterations 1000
if [ -n "${FULL:-}" ]; then
    .venv/bin/python -m benchmarks.publish.bench_redaction --exports 1000 --bad 200
else
    .venv/bin/python -m benchmarks.publish.bench_redaction --exports 14 --bad 18
fi
