"""A leak of small text files with a real variety of words: ``python -m benchmarks.speed.varied_leak DIR [--files 22000] [--seed 1]``.

The example's texts draw on two thousand words, so that whatever is kept by word is always found again. Here each text ends with a line
of invented words, two thirds Arabic, most of which stand in a handful of texts; copies of a text, also near ones, get the same line.
Twenty-two thousand files hold well over 100,000 distinct words. Writes DIR/files.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from kashf.domain.groups import Groups
from kashf.intake.near_copies import signature, text_key
from kashf.intake.near_texts.compared_text import compared_text
from kashf.intake.near_texts.grouping import near_pairs
from kashf.language.words.tokens import folded_words

WORDS_A_TEXT = 24
#: How steeply frequency falls with rank. Zipf's 1 leaves so small a pile with half as many distinct words as real ones of its size hold.
STEEPNESS = 0.6


def make_leak(folder: Path, *, files: int, seed: int = 1) -> Path:
    """Write a leak and return the folder of its files."""
    made = example_leak(folder, files=files, seed=seed)
    vary(made, seed=seed)
    return made


def example_leak(folder: Path, *, files: int, seed: int = 1) -> Path:
    """Write the example's texts as they are and return the folder of the files."""
    words = ["--seed", str(seed), "--files", str(files), "--mix", "text", "--without-names", "--out", str(folder)]
    subprocess.run([sys.executable, "examples/siege/make.py", *words], check=True, capture_output=True)
    return folder / "files"


def vary(files: Path, *, seed: int) -> None:
    """Give each text file below a folder a last line of invented words."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(files.rglob("*.txt"))}
    leader = _leaders(texts)
    lexicon = invented_words(random.Random(seed))
    weights = list(accumulate(1 / (rank + 3) ** STEEPNESS for rank in range(len(lexicon))))
    for path, text in texts.items():
        chance = random.Random(f"{seed} {leader[path]}")
        path.write_text(f"{text.rstrip()}\n{' '.join(chance.choices(lexicon, cum_weights=weights, k=WORDS_A_TEXT))}.\n", encoding="utf-8")


def invented_words(chance: random.Random, *, roots: int = 14_000) -> list[str]:
    """Return about 200,000 words of roots and endings, in the order of how frequent they are."""
    arabic = _words(chance, "بتثجحخدرزسشصضطعغفقكلمنهوي", ("ا{}", "م{}", "ت{}", "{}ون", "{}ات", "ال{}", "{}ها", "{}"), " ايو", roots=roots)
    english = _words(chance, "bcdfghklmnprstvwz", ("{}ing", "{}ed", "{}s", "{}er", "re{}", "{}"), "aeiou", roots=roots)
    lexicon = arabic + english
    chance.shuffle(lexicon)
    return lexicon


def _words(chance: random.Random, consonants: str, forms: Sequence[str], vowels: str, *, roots: int) -> list[str]:
    made = ["".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(3)).replace(" ", "") for _ in range(roots)]
    return list(dict.fromkeys(form.format(root) for form in forms for root in made))


def _leaders(texts: Mapping[Path, str]) -> dict[Path, str]:
    """Return for each text what stands for it and its copies."""
    groups = Groups[str]()
    for path, text in texts.items():
        groups.join(text_key([text]) or path.name, str(path))
    compared = {str(path): compared_text([text], is_scan=False) for path, text in texts.items()}
    signed = ((str(path), signature(folded_words(text))) for path, text in texts.items())
    for pair in near_pairs(signed, lambda ids: ((id, compared[id]) for id in ids)):
        groups.join(pair.of, pair.copy)
    return {path: groups.find(str(path)) for path in texts}


def main() -> None:
    """Write the leak and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=22_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(make_leak(asked.folder, files=asked.files, seed=asked.seed))


if __name__ == "__main__":
    main()
