"""How many words of Arabic PDFs come out whole: kashf, pdfium's own text, iscc-tika, kreuzberg, and pdftotext when it is installed.

Run: python -m benchmarks.accuracy.bench_pdf_text --data DIR [--misses]

DIR holds pairs of NAME.pdf and NAME.txt, the text that the page shows, such as `python -m benchmarks.pages.arabic_pdfs DIR` makes. A word
is intact when it is among the words found, as often as it is expected, after NFC and without invisible signs; marks count. `lines` is the
share of lines that come out word by word in the same order, `sure` the confidence of kashf's reading, OCR left out. Files called
PRODUCER_FONT_KIND are printed as a table of producers and fonts, vowelled text apart.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2 as pdfium

from benchmarks.accuracy.in_child import in_child
from kashf.ports.engines import Limits, Source
from kashf.sandboxed.engines.pdfium import PdfiumReader

#: Soft hyphen, joiners, signs of direction.
_INVISIBLE = dict.fromkeys([0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def main() -> None:
    """Print the share of words intact for each file and each engine, then the means."""
    parser = argparse.ArgumentParser(description="Words of PDFs that come out whole")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="print the words that kashf did not find")
    options = parser.parse_args()
    engines: dict[str, Callable[[Path], str]] = {"kashf": by_kashf, "pdfium": by_pdfium, "iscc-tika": by_tika, "kreuzberg": by_kreuzberg}
    if shutil.which("pdftotext"):
        engines["pdftotext"] = by_pdftotext
    sums: Counter[str] = Counter()
    table: dict[tuple[str, str], dict[str, float]] = {}
    files = [path for path in sorted(options.data.glob("*.pdf")) if path.with_suffix(".txt").exists()]
    for path in files:
        expected = path.with_suffix(".txt").read_text("utf-8")
        texts = {name: str(in_child(read, path).answer or "") for name, read in engines.items()}
        shares = {name: round(share_intact(expected, text), 3) for name, text in texts.items()}
        shares["lines"] = round(share_of_lines(expected, texts["kashf"]), 3)
        sums.update(shares)
        producer, font, kind = (path.stem.split("_") + 2 * [""])[:3]
        table.setdefault((kind, producer), {})[font] = shares["kashf"]
        print(json.dumps({"file": path.name, **shares, "sure": sureness(path)}))
        if options.misses:
            print("  missed:", *(words(expected) - words(texts["kashf"])), "\n  instead:", *(words(texts["kashf"]) - words(expected)))
    print_table(table)
    print(json.dumps({"files": len(files), **{name: round(total / len(files), 4) for name, total in sums.items()}}))


def print_table(table: Mapping[tuple[str, str], Mapping[str, float]]) -> None:
    """Print the share of words that kashf has intact, a row for each producer and kind of text, a column for each font."""
    fonts = sorted({font for row in table.values() for font in row})
    print(" " * 24, *(f"{font:>9}" for font in fonts))
    for (kind, producer), row in sorted(table.items()):
        print(f"{kind + ' ' + producer:24}", *(f"{row[font]:9.3f}" if font in row else f"{'-':>9}" for font in fonts))


def words(text: str) -> Counter[str]:
    """Return the words of a text, with how often each is there."""
    return Counter(unicodedata.normalize("NFC", text).translate(_INVISIBLE).split())


def share_intact(expected: str, found: str) -> float:
    """Return the share in [0..1] of expected words that were found."""
    return (words(expected) & words(found)).total() / words(expected).total()


def share_of_lines(expected: str, found: str) -> float:
    """Return the share in [0..1] of expected lines whose words were found one after the other."""
    normal = _spaced(found)
    lines = [_spaced(line) for line in expected.splitlines() if line.strip()]
    return sum(line in normal for line in lines) / len(lines)


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_INVISIBLE).split())


def by_kashf(path: Path) -> str:
    """Return the text that kashf reads."""
    return "\n".join(page.text for page in PdfiumReader().read(Source(path, path.stat().st_size), limits=Limits()).pages)


def sureness(path: Path) -> float:
    """Return the least confidence of the pages that kashf reads; 0.0 where it asks for the image."""
    return min(page.confidence for page in PdfiumReader().read(Source(path, path.stat().st_size), limits=Limits()).pages)


def by_tika(path: Path) -> str:
    """Return the text that iscc-tika reads."""
    import iscc_tika

    return str(iscc_tika.Extractor().extract_bytes_to_string(bytearray(path.read_bytes()))[0])


def by_kreuzberg(path: Path) -> str:
    """Return the text that kreuzberg reads."""
    import kreuzberg

    return kreuzberg.extract_file_sync(str(path), config=kreuzberg.ExtractionConfig(use_cache=False, disable_ocr=True)).content  # type: ignore[call-arg]  # the stub leaves these arguments out


def by_pdfium(path: Path) -> str:
    """Return the text in pdfium's own order."""
    with pdfium.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def by_pdftotext(path: Path) -> str:
    """Return what pdftotext prints."""
    return subprocess.run([str(shutil.which("pdftotext")), str(path), "-"], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
