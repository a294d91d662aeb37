"""How many near copies are found when a text was read by OCR again, and how many unrelated texts and filled-in forms are joined.

    python benchmarks/accuracy/bench_copies.py --data DIR

DIR holds `ner/anercorp/train_data.txt`, whose words serve as running text, and `ocr/openiti`. Wrong letters are put in by chance, three
parts wrong, one part lost, one part doubled; then lines of print are read by Tesseract and compared with what they say. The result is
printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np

from kashf.intake.near_copies import NEAR_DIGITAL, NEAR_SCANNED, near_groups, signature
from kashf.language.words.tokens import folded_words
from kashf.ports.engines import Limits, Source
from kashf.sandboxed.engines.pictures import PictureReader
from kashf.sandboxed.engines.tesseract import TesseractLineReader, data_folder

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LINES_A_TEXT = 10
LINES_A_BOOK = 60


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    lines = (data / "ner/anercorp/train_data.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split()[0] for line in lines if line.strip()]
    rng = Random(1)
    result = {
        "found_among_copies_with_chance_errors": {
            f"{count} words, CER {first} and {second}": found(words, (first, second), count=count, rng=rng)
            for count in (30, 60, 200, 500)
            for first, second in ((0.0, 0.05), (0.0, 0.1), (0.05, 0.05), (0.1, 0.1))
        },
        "forms_joined": {f"{share:.0%} of 100 words filled in": joined_forms(words, share, rng=rng) for share in (0.05, 0.1, 0.2, 0.3)},
        "likeness_of_print_to_its_ocr": likeness(data / "ocr/openiti"),
        "seconds_for_22000_texts": seconds(words, rng=rng),
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


def found(words: Sequence[str], shares: tuple[float, float], *, count: int, rng: Random) -> dict[str, float]:
    """Return by threshold the share of texts whose two readings are joined, and how many groups join different texts."""
    texts = [" ".join(words[start : start + count]) for start in range(0, len(words) - count, count)][:300]
    pairs = [
        (f"{number:04}{side}", signed(misread(text, share, rng)))
        for number, text in enumerate(texts)
        for side, share in zip("ab", shares, strict=True)
    ]
    result: dict[str, float] = {}
    for threshold in (NEAR_DIGITAL, NEAR_SCANNED):
        groups = near_groups(pairs, threshold=threshold)
        result[f"found at {threshold}"] = round(sum(group[0][:4] == group[-1][:4] for group in groups) / len(texts), 3)
        result[f"wrong groups at {threshold}"] = sum(group[0][:4] != group[-1][:4] for group in groups)
    return result


def joined_forms(words: Sequence[str], share: float, *, rng: Random) -> dict[str, int]:
    """Return by threshold how many of a hundred differently filled forms are joined with another."""
    forms = []
    for number in range(100):
        form = list(words[1000:1100])
        for _ in range(int(100 * share)):
            form[rng.randrange(100)] = rng.choice(words)
        forms.append((f"{number:03}", signed(" ".join(form))))
    return {str(threshold): sum(map(len, near_groups(forms, threshold=threshold))) for threshold in (NEAR_DIGITAL, NEAR_SCANNED)}


def likeness(folder: Path) -> dict[str, list[float]]:
    """Return for each book how like ten lines are to what Tesseract reads in them, as signatures estimate it."""
    tongues = data_folder()
    if tongues is None:
        return {}
    reader, pictures = TesseractLineReader(tongues), PictureReader()
    result: dict[str, list[float]] = {}
    for book in sorted(folder.iterdir()):
        said, read = [], []
        for path in sorted(book.glob("*.png"))[:LINES_A_BOOK]:
            said.append(path.with_suffix(".gt.txt").read_text(encoding="utf-8"))
            source = Source(path, path.stat().st_size, path.name, "image/png")
            read.append(reader.read_page(pictures.draw(source, page=1, longest_side=4000, limits=Limits()), number=1).text)
        starts = range(0, len(said), LINES_A_TEXT)
        pairs = [(signed(" ".join(said[at : at + LINES_A_TEXT])), signed(" ".join(read[at : at + LINES_A_TEXT]))) for at in starts]
        result[book.name] = [alike(left, right) for left, right in pairs]
    return result


def seconds(words: Sequence[str], *, rng: Random) -> dict[str, float]:
    """Return how long it takes to sign and to group as many texts as a leak holds."""
    texts = []
    for _ in range(22_000):
        start, count = rng.randrange(len(words) - 400), rng.choice((40, 80, 120, 200, 400))
        texts.append(folded_words(" ".join(rng.sample(words[start : start + 2 * count], count))))
    started = time.perf_counter()
    signatures = [(str(number), signature(text)) for number, text in enumerate(texts)]
    signed_at = time.perf_counter()
    near_groups(signatures, scanned={str(number) for number in range(0, 22_000, 2)})
    return {"signatures": round(signed_at - started, 2), "groups": round(time.perf_counter() - signed_at, 2)}


def misread(text: str, share: float, rng: Random) -> str:
    """Return a text with a share of its letters wrong."""
    read = []
    for letter in text:
        chance = rng.random()
        if chance < share * 0.6:
            read.append(rng.choice(LETTERS) if letter != " " else "")
        elif chance < share * 0.8:
            continue
        else:
            read.append(letter + rng.choice(LETTERS + " ") if chance < share else letter)
    return "".join(read)


def signed(text: str) -> bytes:
    """Return the signature of a text."""
    return signature(folded_words(text))


def alike(left: bytes, right: bytes) -> float:
    """Return the estimated share of common shingles."""
    if not left or not right:
        return 0.0
    return round(float((np.frombuffer(left, "<u4") == np.frombuffer(right, "<u4")).mean()), 2)


if __name__ == "__main__":
    main()
