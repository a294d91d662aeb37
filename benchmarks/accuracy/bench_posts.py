"""How far `kashf posts` tells who held which post when: on letters as kashf reads them, and on the truth about them put in.

    python -m benchmarks.accuracy.bench_posts [--seeds 3] [--letters 300] [--wordings shown] [--work DIR]

A pile of `examples/siege/make_acts.py` for each seed. Named rightly is whoever held the post on the true day; a bound is right where the
true tenure does not cross it. Two at once are told by what is behind them: a forgery that was put in, one man under two names, or other.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.made_piles import file_name, made_pile, told_by, true_name, true_rows
from benchmarks.letters.post_figures import PostFigures, true_letters
from benchmarks.speed.measure import machine
from kashf.events.posts.post_signs import post_signs
from kashf.events.posts.tenures import held_posts
from kashf.services.posts.posts_of_case import tell_posts
from kashf.services.posts.signed_papers import SignedPapers
from kashf.show.posts.post_answers import post_answer

_SHARES = (
    *(("true tenures with a dated paper", "true found", "true"), ("found tenures that are of one man", "tenures of one", "tenures")),
    *(("seen from, within the true time", "seen_from right", "seen_from"), ("seen to, within it", "seen_to right", "seen_to")),
    *(("not before", "not_before right", "not_before"), ("not after", "not_after right", "not_after")),
    *(("a post alone, named for certain", "nameless certain right", "nameless certain"),),
    *(("a post alone, one of a few", "nameless one-of right", "nameless one-of"), ("papers dated by tenures", "dated right", "dated")),
)


def main(arguments: list[str] | None = None) -> int:
    """Make the piles, read them, and print both tables."""
    options = _parser().parse_args(arguments)
    print(machine())
    read, put_in = PostFigures(), PostFigures()
    with TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        for seed in range(1, options.seeds + 1):
            pile = made_pile(work, letters=options.letters, seed=seed, wordings=options.wordings)
            read_haul(pile, pile.with_suffix(".case"))
            rows, tenures = true_rows(pile, "letters"), true_rows(pile, "posts")
            told = told_by(["posts", str(pile.with_suffix(".case"))])
            by_file = {true_name(row): row for row in rows}
            of_document = {id: row for id, path in told["paths"].items() if (row := by_file.get(file_name(path)))}
            read.add(told["posts"], of_document, tenures)
            put_in.add(_from_truth(rows), {str(row["id"]): row for row in rows}, tenures)
    for title, figures in (("letters as kashf reads them", read), ("the truth put in", put_in)):
        _print(title, figures, faults=options.faults)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--letters", type=int, default=300, help="a seed")
    parser.add_argument("--wordings", choices=("shown", "kept"), default="shown")
    parser.add_argument("--faults", type=int, default=0, help="of each table, printed")
    parser.add_argument("--work", type=Path, help="where piles and cases stay, so that they need not be made again")
    return parser


def _from_truth(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    signed = SignedPapers.of(true_letters(rows))
    return [post_answer(each) for each in tell_posts(signed, held_posts(post_signs(signed.papers, signed)))]


def _print(title: str, figures: PostFigures, *, faults: int) -> None:
    counts = figures.counts
    print(f"\n{title}")
    for name, right, of in _SHARES:
        print(f"{name:40} {counts[right] / max(1, counts[of]):.3f}  {counts[right]} of {counts[of]}")
    print(f"{'a post alone, cannot be said':40} {counts['nameless unknown']}; no signature of the truth {counts['nameless misread']}")
    for told_as in ("two", "perhaps-one", "handover"):
        causes = ", ".join(f"{cause} {counts[f'{told_as}: {cause}']}" for cause in ("forgery", "one man", "other"))
        print(f"{f'at once, told as {told_as}':40} {causes}")
    for fault in figures.faults[:faults]:
        print(f"  {fault}")


if __name__ == "__main__":
    sys.exit(main())
