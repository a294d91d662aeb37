"""How page images are read, kind by kind, beside plain tesseract with its own layout (psm 3) on the same pictures.

Run: python -m benchmarks.accuracy.bench_ocr [--seed N] [--each N] [--fonts seen|unseen] [--given DIR] [--lines DIR] [--json FILE]

Pages are made by `benchmarks.pages.kinds`; `--given` adds pictures of a folder, each with its text in a file that ends in .gt.txt, and
`--lines` printed lines, book by book. CER is the share of wrong characters after NFKC, without marks and tatweel, alef and ya folded, white
space as one space.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

from PIL import Image
from rapidfuzz.distance import Levenshtein

from benchmarks.pages.kinds import FONTS, pages

_ALIKE = str.maketrans("أإآٱى\u06cc", "ااااي\u064a")


@dataclass(frozen=True, slots=True)
class Score:
    """What one page came to.

    Args:
        ours: CER of kashf.
        plain: CER of tesseract psm 3 in Arabic and English.
        status: What kashf says of the reading.
        confidence: Of the page.
        seconds: CPU time of kashf and of tesseract.
    """

    kind: str
    ours: float
    plain: float
    status: str
    confidence: float
    seconds: tuple[float, float]


def main() -> None:
    """Print a row for each kind of page, and the means."""
    parser = argparse.ArgumentParser(description="Accuracy of OCR by kind of page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--fonts", choices=sorted(FONTS), default="seen")
    parser.add_argument("--kind", action="append")
    parser.add_argument("--given", type=Path)
    parser.add_argument("--lines", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was read")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    scores = [score(kind, image, text, show=options.show) for kind, image, text in _samples(options)]
    rows = {kind: _row([each for each in scores if each.kind == kind]) for kind in dict.fromkeys(each.kind for each in scores)}
    for kind, row in rows.items():
        print(f"{kind:20}", *(f"{name} {value}" for name, value in row.items()), sep="  ")
    if rows:
        ours, plain = (fmean(float(str(row[name])) for row in rows.values()) for name in ("cer", "psm3"))
        print(f"mean over kinds: cer {ours:.3f}  psm3 {plain:.3f}  share {ours / plain:.2f}")
    if options.lines:
        print(json.dumps(_books(options.lines)))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2), "utf-8")


def _samples(options: argparse.Namespace) -> Iterator[tuple[str, Image.Image, str]]:
    if options.given:
        for path in sorted(options.given.glob("*.gt.txt")):
            picture = next(each for each in path.parent.glob(path.name.removesuffix(".gt.txt") + ".*") if each.suffix != ".txt")
            yield f"given {path.name.removesuffix('.gt.txt')}", Image.open(picture), path.read_text("utf-8")
    if options.each:
        for sample in pages(seed=options.seed, each=options.each, fonts=options.fonts, kinds=options.kind):
            yield sample.kind, sample.image, sample.text


def score(kind: str, image: Image.Image, text: str, *, show: bool = False) -> Score:
    """Return what kashf and plain tesseract make of a page."""
    started = time.process_time()
    answer = answer_of(image)
    between = time.process_time()
    plain = plain_text(image)
    ended = time.process_time()
    read = "\n".join(page["text"] for page in answer["pages"])
    if show:
        print(f"--- {kind}\n{read}\n--- plain\n{plain}\n--- truth\n{text}\n")
    confidence = fmean(page["confidence"] for page in answer["pages"]) if answer["pages"] else 0.0
    status = f"{answer['status']} {answer['reason'] or ''}".strip()
    return Score(kind, cer(text, read), cer(text, plain), status, confidence, (between - started, ended - between))


def _row(scores: Sequence[Score]) -> dict[str, object]:
    ends = sorted(each.status for each in scores)
    return {
        "cer": f"{fmean(each.ours for each in scores):.3f}",
        "psm3": f"{fmean(each.plain for each in scores):.3f}",
        "worst": f"{max(each.ours - each.plain for each in scores):+.3f}",
        "confidence": f"{fmean(each.confidence for each in scores):.2f}",
        "cpu": "/".join(f"{fmean(each.seconds[number] for each in scores):.1f}" for number in (0, 1)),
        "ends": {end: ends.count(end) for end in dict.fromkeys(ends)},
    }


class _Nowhere:
    """Takes members of a container and drops them."""

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        """Forget it."""


def answer_of(image: Image.Image) -> dict[str, Any]:
    """Return kashf's answer for a picture."""
    from kashf.sandboxed import worker

    with tempfile.TemporaryFile() as file:
        image.save(file, "PNG", compress_level=1)
        file.flush()
        return worker.handle({"kind": "read", "params": {"names": ["page.png"]}}, [file.fileno()], _Nowhere())


def plain_text(image: Image.Image) -> str:
    """Return what tesseract reads by its own layout."""
    api = _api("ara+eng", 3)
    api.SetImage(image)
    return str(api.GetUTF8Text())


@cache
def _api(languages: str, mode: int) -> Any:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    import tesserocr

    from kashf.sandboxed.engines.tesseract import data_folder

    api = tesserocr.PyTessBaseAPI(path=str(data_folder()), lang=languages, oem=tesserocr.OEM.LSTM_ONLY)
    api.SetPageSegMode(mode)
    return api


def folded(text: str) -> str:
    """Return what is compared."""
    letters = (letter for letter in unicodedata.normalize("NFKC", text) if not unicodedata.category(letter).startswith(("M", "Cf")))
    return re.sub(r"\s+", " ", "".join(letters).replace("ـ", "").translate(_ALIKE)).strip()


def cer(truth: str, read: str) -> float:
    """Return the share of wrong characters in [0..1]; a reading longer than the truth counts no more than 1."""
    return min(1.0, Levenshtein.distance(folded(truth), folded(read)) / max(1, len(folded(truth))))


def _books(folder: Path) -> dict[str, float]:
    """Return CER of printed lines by book."""
    from kashf.sandboxed import worker

    found = {}
    for book in sorted(each for each in folder.iterdir() if each.is_dir()):
        wrong = letters = 0
        for picture in sorted(book.glob("*.png")):
            truth = folded(picture.with_suffix("").with_suffix(".gt.txt").read_text("utf-8"))
            with picture.open("rb") as file:
                answer = worker.handle({"kind": "line", "params": {"names": [""]}}, [file.fileno()], _Nowhere())
            read = "\n".join(page["text"] for page in answer["pages"])  # type: ignore[attr-defined]  # a JSON object
            wrong += Levenshtein.distance(truth, folded(read))
            letters += len(truth)
        found[book.name] = round(wrong / max(1, letters), 4)
    return found


if __name__ == "__main__":
    main()
