#!/usr/bin/env bash
# Prints the figures of reading: what comes out of Arabic PDFs, of every format, of scans and of their numbers, beside iscc-tika, kreuzberg,
# pdftotext and tesseract's own layout, and what reading 2,000 mixed files costs next to the bare engines that do the same readings.
# DATA=DIR: what needs real files is measured on those of that folder (formats/, ocr/openiti, and pdf/ with pairs of NAME.pdf and NAME.txt);
# without it, or where a folder is not there, that part is left out, and said to be.
# A sample is measured, in some ten minutes on a machine that does nothing else; FULL=1 measures all, in an hour. EACH=SECONDS: a step that
# takes longer than this is stopped, which is said, and the next one goes on. The last thing printed is one table of the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
work=work/bench-reading
rm -rf "$work" && mkdir -p "$work"

if [ -n "${FULL:-}" ]; then
    every=1 pages=2 strips=600 files=2000 each=${EACH:-3600}
else
    every=3 pages=1 strips=100 files=200 each=${EACH:-240}
fi

# run MODULE ARGUMENT...: run a step within its time; a step that fails or is stopped says so and stops no other.
run() {
    echo
    echo "== $*"
    timeout "$each" .venv/bin/python -m "$@" || echo "-- $1 ended with $? (124: stopped after $each seconds)"
}

# run_on FOLDER MODULE ARGUMENT...: run it when the folder is there.
run_on() {
    local folder=$1
    shift
    if [ -n "${DATA:-}" ] && [ -d "$DATA/$folder" ]; then
        run "$@"
    else
        echo
        echo "== $1: left out, it needs $folder of a folder of real files (make bench-reading DATA=DIR)"
    fi
}

version_of() { .venv/bin/python -c 'import importlib.metadata, sys; print(sys.argv[1], importlib.metadata.version(sys.argv[1]))' "$1"; }

echo "Machine: $(nproc) cores, $(uname -m), $(.venv/bin/python --version); kashf $(git describe --always --dirty 2>/dev/null || echo without git)"
for package in iscc-tika kreuzberg pypdfium2 pillow; do version_of "$package" || echo "$package not installed"; done 2>/dev/null
{ tesseract --version 2>&1 || echo "tesseract not installed"; } | sed -n 1p
{ pdftotext -v 2>&1 || echo "pdftotext not installed"; } | sed -n 1p

run_on pdf benchmarks.accuracy.bench_pdf_text --data "${DATA:-}/pdf"
run_on formats benchmarks.accuracy.bench_readers --data "${DATA:-}" --set tika --set pdfjs --every "$every" --json "$work/readers.json"
lines=() data=()
if [ -n "${FULL:-}" ] && [ -n "${DATA:-}" ] && [ -d "$DATA/ocr/openiti" ]; then
    lines=(--lines "$DATA/ocr/openiti") data=(--data "$DATA")
fi
run benchmarks.accuracy.bench_ocr --each "$pages" "${lines[@]}" --json "$work/ocr.json"
run benchmarks.accuracy.bench_digits --strips "$strips" "${data[@]}"
run benchmarks.speed.bench_ingest --files "$files" --mix full --keep "$work/ingest" --no-peers | tee "$work/ingest.txt"
grep '^{' "$work/ingest.txt" > "$work/ingest.json" || true
echo
.venv/bin/python -m benchmarks.accuracy.reading_figures "$work"
