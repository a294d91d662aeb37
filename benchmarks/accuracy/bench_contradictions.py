"""How many contradictions `kashf clashes` finds of those that were put in, and how many it finds in honest letters.

    python -m benchmarks.accuracy.bench_contradictions [--seeds 2] [--letters 300] [--each 8] [--wordings shown] [--work DIR]

A pile of `examples/siege/make_acts.py` for each seed, as texts; some letters get a contradiction (`benchmarks/letters/planted_clashes.py`,
by the same hand as what finds them). Honest are letters that nobody changed and that are no forgeries; the generator lets some of them cite
a paper by a wrong day, and telling that is right.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.made_piles import made_pile, told_by, true_rows
from benchmarks.letters.planted_clashes import KINDS, found_of, plant
from benchmarks.speed.measure import machine


def main(arguments: list[str] | None = None) -> int:
    """Make the piles, put contradictions in, read them, and print the table."""
    options = _parser().parse_args(arguments)
    print(machine())
    put_in, found, false, honest, misquoted = Counter[str](), Counter[str](), Counter[str](), 0, Counter[str]()
    told_of = []
    with TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        for seed in range(1, options.seeds + 1):
            pile = made_pile(work, letters=options.letters, seed=seed, wordings=options.wordings)
            haul = pile.with_name(f"{pile.name}-clashes")
            rows = true_rows(pile, "letters")
            planted = plant(pile, rows, haul / "files", seed=seed, each=options.each)
            read_haul(haul, haul.with_suffix(".case"))
            forged = {str(row["id"]) for row in rows if row["forged"]}
            put_in.update(planted.values())
            honest += len(rows) - len(planted) - len(forged)
            wrong = {str(row["id"]) for row in rows if any(map(_is_told, row["references"]))} - {*planted} - forged
            misquoted["of"] += len(wrong)
            hits = set()
            for kind, letter, put, is_certain in found_of(planted, told_by(["clashes", str(haul.with_suffix(".case"))])):
                if kind == put:
                    hits.add(letter)
                elif kind == "told-otherwise" and letter in wrong:
                    misquoted["found"] += 1
                elif letter not in forged and letter not in planted:
                    false[f"{kind}, {'certain' if is_certain else 'possible'}"] += 1
                    told_of.append(f"{seed} {letter}: {kind}")
            found.update(planted[letter] for letter in hits)
    print(f"\n{'put in':16}  found  of")
    for kind in KINDS:
        print(f"{kind:16}  {found[kind]:5}  {put_in[kind]}")
    print(f"\nletters that cite one that is here, with author and number, by a wrong day: {misquoted['of']}, told of {misquoted['found']}")
    print(
        f"\nin {honest} honest letters: {sum(false.values())}, {1000 * sum(false.values()) / max(1, honest):.2f} per 1,000: {dict(false)}"
    )
    for each in told_of[: options.faults]:
        print(f"  {each}")
    return 0


def _is_told(cited: Mapping[str, Any]) -> bool:
    return bool(cited["wrong_by_days"] and cited["author"] and cited["number"] and cited["letter"])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--letters", type=int, default=300, help="a seed")
    parser.add_argument("--each", type=int, default=8, help="contradictions of each kind, a seed")
    parser.add_argument("--wordings", choices=("shown", "kept"), default="shown")
    parser.add_argument("--faults", type=int, default=10, help="of honest letters, printed")
    parser.add_argument("--work", type=Path, help="where piles and cases stay, so that they need not be made again")
    return parser


if __name__ == "__main__":
    sys.exit(main())
