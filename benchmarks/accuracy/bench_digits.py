"""How many numbers of scans are read right, by the shapes of their digits and by tesseract alone.

Run: python benchmarks/accuracy/bench_digits.py [--strips N] [--data DIR] [--letters PICTURE...]

Numbers are drawn in fonts that the table was not learnt from (data/draw_digits.py), spoilt as scans are. DIR holds `ocr/openiti`: printed
lines with their text. A PICTURE is a page with its text beside it, as NAME.gt.txt. Numbers of several digits and single digits are counted
apart; `wrong` are numbers in the reading that the truth does not have. Western and Persian digits count as the Arabic-Indic ones they mean.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from data.draw_digits import Face, draw, faces
from kashf.domain.document import Page
from kashf.sandboxed.engines.tesseract import TesseractLineReader, TesseractReader, data_folder
from kashf.sandboxed.ocr.digits.classifier import sign_classifier
from kashf.sandboxed.ocr.digits.number_paths import numbers_in
from kashf.sandboxed.ocr.digits.rereading import numbers_reread
from kashf.sandboxed.ocr.digits.strips import Strips
from kashf.sandboxed.ocr.digits.strokes import connected, darkest, shapes_of
from kashf.sandboxed.ocr.lines import Grey
from kashf.sandboxed.ocr.scans import Ocr, picture_of, read_line, read_scan

_TO_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
#: Pixels; a lower picture is one line.
_LINE_HEIGHT = 150


def numbers(text: str) -> list[str]:
    """Return the runs of digits of a text, in Western ones."""
    return re.findall(r"\d+", text.translate(_TO_WESTERN))


class Score:
    """Counts numbers that are read right, by whether they have several digits, and numbers that are not there."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.wrong = 0

    def add(self, truth: list[str], read: list[str]) -> None:
        """Count one picture."""
        left = Counter(read)
        for number in truth:
            kind = "several_digits" if len(number) > 1 else "one_digit"
            self.all[kind] += 1
            self.right[kind] += left[number] > 0
            left[number] -= 1
        self.wrong += sum(count for count in left.values() if count > 0)

    def told(self) -> dict[str, object]:
        """Return shares of right ones with how many there are, and the wrong ones."""
        shares = {kind: f"{self.right[kind]}/{count} = {self.right[kind] / count:.3f}" for kind, count in sorted(self.all.items())}
        return {**shares, "wrong": self.wrong}


def bench_unseen_fonts(ocr: Ocr, *, strips: int) -> dict[str, object]:
    """Return the scores on numbers drawn in fonts that the table was not learnt from."""
    chance, classifier = np.random.default_rng(11), sign_classifier()
    by_family: dict[str, list[Face]] = {}
    for face in faces():
        if face.is_kept_back and face.arabic:
            by_family.setdefault(face.family, []).append(face)
    scores = {"by_shape": Score(), "tesseract": Score()}
    fonts = {family: Score() for family in by_family}
    for turn in range(strips):
        family = sorted(by_family)[turn % len(by_family)]
        face = by_family[family][chance.integers(len(by_family[family]))]
        digits = 1 if chance.random() < 0.3 else int(chance.integers(2, 10))
        number = "".join(str(chance.integers(10)) for _ in range(digits))
        grey = draw(face, chance, number=number, arabic_only=True).grey
        by_shape = [digits for each in numbers_in(shapes_of(connected(darkest(grey))), classifier) for digits in numbers(each.text)]
        scores["by_shape"].add([number], by_shape)
        fonts[family].add([number], by_shape)
        scores["tesseract"].add([number], numbers(ocr.line.read_page(picture_of(grey), number=1).text))
    return {**{name: score.told() for name, score in scores.items()}, "fonts": {name: score.told() for name, score in fonts.items()}}


def bench_pictures(pictures: Iterable[Path], ocr: Ocr) -> dict[str, object]:
    """Return the scores on pictures with their text beside them, and the milliseconds of processor time that the second look takes."""
    scores = {"with_second_reading": Score(), "tesseract": Score()}
    taken, count = 0.0, 0
    for path, truth in _with_truth(pictures):
        grey = np.asarray(Image.open(path).convert("L"))
        page = _read(grey, ocr)
        started = time.process_time()
        again = numbers_reread(Strips(grey, page), page) or page
        taken, count = taken + time.process_time() - started, count + 1
        for name, read in (("with_second_reading", again), ("tesseract", page)):
            scores[name].add(numbers(truth), numbers(read.text))
    return {**{name: score.told() for name, score in scores.items()}, "milliseconds_each": round(1000 * taken / max(1, count), 1)}


def _with_truth(pictures: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in pictures:
        yield path, path.with_suffix("").with_suffix(".gt.txt").read_text("utf-8")


def _read(grey: Grey, ocr: Ocr) -> Page:
    return read_line(grey, ocr=ocr) if grey.shape[0] < _LINE_HEIGHT else read_scan(grey, ocr=ocr, number=1)


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strips", type=int, default=600)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--letters", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    folder = data_folder()
    if folder is None:
        parser.error("tesseract's Arabic and English models are not installed")
    ocr = Ocr(TesseractReader(folder), TesseractLineReader(folder))
    result: dict[str, object] = {"unseen_fonts": bench_unseen_fonts(ocr, strips=options.strips)} if options.strips else {}
    for book in sorted((options.data / "ocr/openiti").iterdir()) if options.data else ():
        result[book.name] = bench_pictures(sorted(book.glob("*.png")), ocr)
    if options.letters:
        result["letters"] = bench_pictures(options.letters, ocr)
    print(json.dumps(result, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
