#!/usr/bin/env bash
# Prints how what leaves the building stands up: alterations of a release that are found.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
.venv/bin/python -m benchmarks.publish.bench_release --alterations 1000
