"""How many copies are found among forms, letters of one letterhead, circulars, registers and scans, and how many strangers are joined.

    python -m benchmarks.accuracy.bench_copies [--data DIR] [--case CASE --truth FILE]

Piles are invented by `copy_piles.py`: the same sheet with one changed value, typed anew, and misread by chance as OCR misreads. DIR holds
`ner/anercorp/train_data.txt`, whose words serve as running text, and `ocr/openiti`, lines of print that Tesseract reads. CASE is an
ingested leak of `examples/siege`, and FILE its truth. The result is printed as JSON.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.accuracy.copy_piles import Made, joined, misread, piles
from kashf.intake.near_copies import signature
from kashf.intake.near_texts.compared_text import ComparedText, compared_text
from kashf.intake.near_texts.grouping import near_pairs
from kashf.language.words.tokens import folded_words
from kashf.ports.engines import Limits, Source
from kashf.sandboxed.engines.pictures import PictureReader
from kashf.sandboxed.engines.tesseract import TesseractLineReader, data_folder

LINES_A_TEXT = 10
LINES_A_BOOK = 60
SEEDS = (1, 2, 3)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--case", type=Path)
    parser.add_argument("--truth", type=Path)
    asked = parser.parse_args()
    result: dict[str, object] = {}
    for kind, some in _by_kind().items():
        result[kind] = {f"seed {seed}": joined(pile, groups_of(pile)) for seed, pile in some.items()}
    if asked.data:
        lines = (asked.data / "ner/anercorp/train_data.txt").read_text(encoding="utf-8").splitlines()
        words = [line.split()[0] for line in lines if line.strip()]
        result["running text, misread"] = {
            f"{count} words, CER {one} and {other}": joined(pile, groups_of(pile))
            for count in (30, 60, 200, 500)
            for one, other in ((0.0, 0.05), (0.0, 0.1), (0.05, 0.05), (0.1, 0.1))
            for pile in [_misread_pile(words, (one, other), count=count, rng=Random(1))]
        }
        pile = list(_printed(asked.data / "ocr/openiti"))
        result["print and its OCR"] = joined(pile, groups_of(pile))
    if asked.case and asked.truth:
        result["siege"] = _siege(asked.case, json.loads(asked.truth.read_text(encoding="utf-8")))
    print(json.dumps(result, ensure_ascii=False, indent=1))


def groups_of(pile: Sequence[Made]) -> list[list[str]]:
    """Return the groups of copies that are found in a pile."""
    texts = {made.id: compared_text([made.text], is_scan=made.is_scan) for made in pile}

    def read(ids: Sequence[str]) -> Iterator[tuple[str, ComparedText]]:
        return ((id, texts[id]) for id in ids)

    found: defaultdict[str, list[str]] = defaultdict(list)
    signed = ((made.id, signature(folded_words(made.text))) for made in pile)
    for pair in near_pairs(signed, read, scanned={made.id for made in pile if made.is_scan}):
        found[pair.of].append(pair.copy)
    return [[leader, *copies] for leader, copies in found.items()]


def _by_kind() -> dict[str, dict[int, list[Made]]]:
    made = {seed: piles(seed) for seed in SEEDS}
    kinds = {kind: {seed: made[seed][kind] for seed in SEEDS} for kind in made[SEEDS[0]]}
    return kinds | {"all in one pile": {seed: [each for pile in some.values() for each in pile] for seed, some in made.items()}}


def _misread_pile(words: Sequence[str], shares: tuple[float, float], *, count: int, rng: Random) -> list[Made]:
    texts = [" ".join(words[start : start + count]) for start in range(0, len(words) - count, count)][:300]
    return [
        Made(f"{number:04}{side}", misread(text, share, rng), f"{number:04}", is_scan=share > 0)
        for number, text in enumerate(texts)
        for side, share in zip("ab", shares, strict=True)
    ]


def _printed(folder: Path) -> Iterator[Made]:
    """Yield ten lines of print at a time, and what Tesseract reads in them; nothing where it is not installed."""
    tongues = data_folder()
    if tongues is None:
        return
    reader, pictures = TesseractLineReader(tongues), PictureReader()
    for book in sorted(folder.iterdir()):
        said, read = [], []
        for path in sorted(book.glob("*.png"))[:LINES_A_BOOK]:
            said.append(path.with_suffix(".gt.txt").read_text(encoding="utf-8"))
            source = Source(path, path.stat().st_size, path.name, "image/png")
            read.append(reader.read_page(pictures.draw(source, page=1, longest_side=4000, limits=Limits()), number=1).text)
        for at in range(0, len(said), LINES_A_TEXT):
            letter = f"{book.name} {at:03}"
            yield Made(f"{letter} print", "\n".join(said[at : at + LINES_A_TEXT]), letter)
            yield Made(f"{letter} read", "\n".join(read[at : at + LINES_A_TEXT]), letter, is_scan=True)


def _siege(path: Path, truth: dict[str, Any]) -> dict[str, object]:
    """Return how many of the copies of a siege are in one group, by kind, and how many pairs of unlike letters are."""
    from kashf.api import open_case

    with open_case(path) as case:
        groups = [frozenset(map(_place, group.paths)) for group in case.copies()]
    planted: dict[str, list[list[str]]] = truth["copies"]
    letters = _letters(truth)
    found: dict[str, object] = {}
    for kind, some in planted.items():
        pairs = [{_place(one), _place(other)} for group in some for at, one in enumerate(group) for other in group[:at]]
        found[kind] = {
            "wanted": len(pairs),
            "recall": round(sum(any(pair <= group for group in groups) for pair in pairs) / max(1, len(pairs)), 4),
        }
    joined_letters = [{letters[place] for place in group if place in letters} for group in groups]
    return found | {"groups": len(groups), "groups of unlike letters": sum(len(each) > 1 for each in joined_letters)}


def _letters(truth: dict[str, Any]) -> dict[str, str]:
    rows: Iterable[dict[str, str]] = truth["letters"]
    return {_place("//".join(filter(None, (row["file"], row["member"])))): row["id"] for row in rows}


def _place(path: str) -> str:
    return path.removeprefix("files/").replace("//", "/")


if __name__ == "__main__":
    main()
