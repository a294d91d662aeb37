#!/usr/bin/env bash
# Prints how rightly evidence is weighed: lower bounds of channels' records, and boards beside naive multiplication, on simulated cases.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
.venv/bin/python -m benchmarks.evidence.bench_evidence
echo
echo "== benchmarks.evidence.bench_second_hand"
.venv/bin/python -m benchmarks.evidence.bench_second_hand
