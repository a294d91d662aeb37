"""How far letters are read as what they say: field by field, on invented letters, of digital files and of scans.

    python -m benchmarks.accuracy.bench_letters [--seeds 1] [--letters 300] [--scans 60] [--wordings shown] [--work DIR]

A pile of `examples/siege/make_acts.py` is made for each seed and read as anybody would, then `kashf letters --jsonl` is held against
its truth. Letters in Arabic and English are counted, the others are said. A date is right where it names the day among eight at most; a
reference where author, number and date are all three right, or missing on the paper and here; an act where its kind is, and whether it is
forbidden ("acts"), or all of its force: ordered, asked for, allowed, done, planned ("acts: force").
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.letter_figures import LetterFigures
from benchmarks.letters.made_piles import file_name, made_pile, true_name, true_rows
from benchmarks.speed.measure import machine

_READ = ("ar", "en")


def main(arguments: list[str] | None = None) -> int:
    """Make the piles, read them, and print the table."""
    options = _parser().parse_args(arguments)
    print(machine())
    with TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        for name, letters, share in (("digital", options.letters, 0), ("scans", options.scans, 100)):
            figures, others = LetterFigures(), 0
            for seed in range(1, options.seeds + 1) if letters else ():
                pile = made_pile(work, letters=letters, seed=seed, scans=share, wordings=options.wordings)
                read_haul(pile, pile.with_suffix(".case"))
                others += _count(figures, pile)
            if letters:
                _print(f"{name}, {options.wordings} wordings", figures, others)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--letters", type=int, default=300, help="of digital files, a seed")
    parser.add_argument("--scans", type=int, default=60, help="that are pictures of paper, a seed; 0 for none")
    parser.add_argument("--wordings", choices=("shown", "kept"), default="shown")
    parser.add_argument("--work", type=Path, help="where piles and cases stay, so that they need not be made again")
    return parser


def _count(figures: LetterFigures, pile: Path) -> int:
    """Count the letters of a pile; returns how many are in other languages."""
    command = [sys.executable, "-m", "kashf", "letters", pile.with_suffix(".case"), "--jsonl", "--limit", "100000"]
    lines = subprocess.run(command, check=False, capture_output=True, text=True).stdout.splitlines()
    found = {file_name(str(letter["path"])): letter for letter in map(json.loads, lines)}
    truths = true_rows(pile, "letters")
    for truth in truths:
        if truth["language"] in _READ:
            figures.add(truth, found.get(true_name(truth)))
    return sum(truth["language"] not in _READ for truth in truths)


def _print(title: str, figures: LetterFigures, others: int) -> None:
    print(f"\n{title}; {others} letters in other languages left out\n{'field':26}  F1     right  wrong  missing")
    for name, tally in figures.fields.items():
        print(f"{name:26}  {tally.f1:.3f}  {tally.right:5}  {tally.wrong:5}  {tally.missing:7}")
    print(f"null kept null: {figures.null_kept / max(1, figures.null_all):.3f} of {figures.null_all}; filled: {dict(+figures.nulls)}")


if __name__ == "__main__":
    sys.exit(main())
