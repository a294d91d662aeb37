"""The figures of reading in one table, from what the benchmarks of `make bench-reading` left in a folder.

Run: python -m benchmarks.accuracy.reading_figures DIR
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

Row = tuple[str, str, str]


def main() -> None:
    """Print the table; what is not there was left out or stopped, and says so."""
    folder = Path(sys.argv[1])
    rows = [row for name, rows_of in _ROWS.items() for row in _rows(folder / f"{name}.json", name, rows_of)]
    print("| what | figure | beside |\n|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def _rows(path: Path, name: str, rows_of: Any) -> Iterator[Row]:
    try:
        figures = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        yield name, "left out or stopped", ""
        return
    yield from rows_of(figures)


def _readers(figures: Any) -> Iterator[Row]:
    tika, pdfs = figures["tika"], figures["pdfjs"]
    beside = ", ".join(f"{name} {tika[name]['recall']:.3f}" for name in ("iscc-tika", "kreuzberg", "pdftotext") if name in tika)
    yield f"recall of {tika['kashf']['strings']} expected strings, all formats", f"{tika['kashf']['recall']:.3f}", beside
    yield "formats: files that hang or crash", str(tika["kashf"]["hangs_or_crashes"]), ""
    yield (
        "formats: processor seconds without OCR",
        str(tika["kashf"]["cpu_seconds_without_ocr"]),
        f"iscc-tika {tika['iscc-tika']['cpu_seconds_without_ocr']}",
    )
    yield f"PDFs of the pdf.js suite, {pdfs['files']} files", ", ".join(f"{end}: {count}" for end, count in pdfs["ends"].items()), ""


def _ocr(figures: Any) -> Iterator[Row]:
    kinds = [kind for kind in figures.values() if isinstance(kind, dict) and "cer" in kind]
    cer, plain = (fmean(float(kind[name]) for kind in kinds) for name in ("cer", "psm3"))
    yield f"wrong characters on {len(kinds)} kinds of scans (CER)", f"{cer:.3f}", f"tesseract psm 3 {plain:.3f}"


def _ingest(figures: Any) -> Iterator[Row]:
    for name, value in figures.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield f"ingest: {name.replace('_', ' ')}", f"{value:g}", ""


#: Name of a benchmark's file -> what is told of it.
_ROWS = {"readers": _readers, "ocr": _ocr, "ingest": _ingest}

if __name__ == "__main__":
    main()
