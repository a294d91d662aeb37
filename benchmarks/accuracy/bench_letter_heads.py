"""How far heads and feet of letters are read by their structure: ``python -m benchmarks.accuracy.bench_letter_heads [--wrong N]``.

Made-up heads in the manner of many offices (benchmarks/letters/letter_heads.yaml), with labels and layouts of which the reader's tables
lack many, written before its rules by whoever then wrote them; and texts that are no letters (headless_texts.yaml), from which nothing is
to be read. They are no held-out set: they say whether what was once read still is. Fields are scored as in `bench_letter_corpora`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.accuracy.bench_letter_corpora import Entry, add_head, entries, read
from benchmarks.letters.letter_figures import Tally
from kashf.domain.letters.letter import Letter

HEADS = Path(__file__).parent.parent / "letters" / "letter_heads.yaml"
NO_LETTERS = HEADS.with_name("headless_texts.yaml")


def figures(kept: Sequence[Entry]) -> Mapping[str, Tally]:
    """Return the figures of heads by field."""
    tallies: Mapping[str, Tally] = defaultdict(Tally)
    for entry in kept:
        add_head(tallies, entry, read(entry) or Letter())
    return tallies


def taken_for_letters(kept: Sequence[Entry]) -> list[str]:
    """Return which texts that are no letters were taken for one."""
    return [str(entry["id"]) for entry in kept if read(entry)]


def main() -> None:
    """Print a table of the fields, and which texts were wrongly taken for letters."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", type=int, default=0, help="Show so many faults of each field.")
    most = parser.parse_args().wrong
    kept = tuple(entries(HEADS.read_text(encoding="utf-8")))
    print(f"{len(kept)} heads of letters\n{'field':26}  F1     right  wrong  missing")
    for name, tally in figures(kept).items():
        print(f"{name:26}  {tally.f1:.3f}  {tally.right:5}  {tally.wrong:5}  {tally.missing:7}")
        for letter, missing, wrong in tally.faults[:most]:
            print(f"    {letter}: not found [{missing}], wrong [{wrong}]")
    others = tuple(entries(NO_LETTERS.read_text(encoding="utf-8")))
    taken = taken_for_letters(others)
    print(f"{len(others)} texts that are no letters: {len(taken)} taken for one ({', '.join(taken) or 'none'})")


if __name__ == "__main__":
    main()
