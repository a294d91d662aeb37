"""How much of the text the readers get, next to the engines they are made of.

Run: python -m benchmarks.accuracy.bench_readers --data DIR [--set tika|pdfjs|openiti] [--every N] [--misses] [--json FILE]

With --every N one file in N is read, the same ones each time. DIR holds formats/tika with tika_expected.json, formats/pdfjs with
pdfjs_manifest.json, and ocr/openiti. Every file is read in a forked child with a time limit, as in the product but without the sandbox.
Scores: recall of expected strings by format, beside iscc-tika, kreuzberg and pdftotext (`recall_by_format`); for PDFs, how many open,
fail with a reason, or hang; for printed lines, the share of wrong characters (CER) after NFKC, without marks and tatweel, with alef and
ya folded, and the share of numbers that are right.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from benchmarks.accuracy.in_child import Members, answer_of, in_child
from benchmarks.accuracy.recall_by_format import bench_tika


def main() -> None:
    """Run the sets that were asked for and print their figures."""
    parser = argparse.ArgumentParser(description="Accuracy of the readers")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", choices=("tika", "pdfjs", "openiti"), action="append")
    parser.add_argument("--every", type=int, default=1, help="read one file in so many")
    parser.add_argument("--misses", action="store_true", help="print every expected string that was not found")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    benches: dict[str, Callable[[Path, int], dict[str, object]]] = {"tika": bench_tika, "pdfjs": bench_pdfjs, "openiti": bench_openiti}
    figures = {name: benches[name](options.data, options.every) for name in options.set or benches}
    if not options.misses and "tika" in figures:
        del figures["tika"]["misses"]
    print(json.dumps({"cores": os.cpu_count(), **figures}, ensure_ascii=False, indent=2))
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=2), "utf-8")


def bench_pdfjs(data: Path, every: int) -> dict[str, object]:
    """Return how PDFs of the pdf.js test suite end."""
    ends: Counter[str] = Counter()
    wrong = []
    for entry in json.loads((data / "formats/pdfjs_manifest.json").read_text("utf-8"))[::every]:
        answer = in_child(answer_of, data / "formats/pdfjs" / entry["file"]).answer
        end = "hang or crash" if answer is None else f"{answer['status']} {answer['reason'] or ''}".strip()
        ends[end] += 1
        if end not in {"done", "partial unreadable"} and not (entry["password"] and end == "failed encrypted"):
            wrong.append({"file": entry["file"], "end": end, "password": entry["password"]})
    return {"files": ends.total(), "ends": dict(ends), "unexpected": wrong}


def bench_openiti(data: Path, every: int) -> dict[str, object]:
    """Return the share of wrong characters and of right numbers on printed Arabic lines, by book."""
    result: dict[str, object] = {}
    for book in sorted((data / "ocr/openiti").iterdir()):
        wrong = letters = numbers = right = empty = 0
        started = time.perf_counter()
        for image in sorted(book.glob("*.png"))[::every]:
            truth = _folded_arabic(image.with_suffix("").with_suffix(".gt.txt").read_text("utf-8"))
            read = _folded_arabic(in_child(_line_of, image).answer or "")
            wrong += Levenshtein.distance(truth, read)
            letters += len(truth)
            empty += not read.strip()
            found = Counter(re.findall(r"\d+", read))
            for number in re.findall(r"\d+", truth):
                numbers += 1
                right += found[number] > 0
                found[number] -= 1
        result[book.name] = {
            "cer": round(wrong / max(1, letters), 3),
            "numbers_right": f"{right}/{numbers}",
            "empty_lines": empty,
            "seconds": round(time.perf_counter() - started, 1),
        }
    return result


def _line_of(path: Path) -> str:
    from kashf.sandboxed import worker

    file = os.open(path, os.O_RDONLY)
    answer: Any = worker.handle({"kind": "line", "params": {}}, [file], Members(path.parent))
    return "\n".join(page["text"] for page in answer["pages"])


def _folded_arabic(text: str) -> str:
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKC", text) if not unicodedata.combining(letter) and letter not in "ـ\u200e\u200f"
    )
    return " ".join(re.sub("[أإآٱ]", "ا", plain).replace("ى", "ي").translate({0x0660 + digit: str(digit) for digit in range(10)}).split())


if __name__ == "__main__":
    from kashf.sandboxed.worker import preload

    os.environ["PATH"] = "/nonexistent"  # as in the sandbox, where engines find no programs to call
    preload()
    main()
