"""How long it takes to tell copies from strangers among forms of one template, the worst that buckets of signatures can meet.

    python -m benchmarks.speed.bench_near_texts [--documents 22000]

Half of each pile are forms of four templates, the rest letters; one in eight has a copy. A ninth, a third and all of it is measured, so
that it is seen how the time grows. Signing is part of reading and told apart. Printed as JSON, in CPU seconds.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from benchmarks.accuracy.copy_piles import Made, joined, piles
from kashf.intake.near_copies import signature
from kashf.intake.near_texts.compared_text import ComparedText, compared_text
from kashf.intake.near_texts.grouping import near_pairs
from kashf.language.words.tokens import folded_words

PAGES_OF_A_LARGE_CASE = 1_000_000


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=22_000)
    most = parser.parse_args().documents
    pile = list(islice(_pile(most), most))
    steps = {count: measured(pile[:count]) for count in (most // 9, most // 3, most)}
    each = {count: found["grouping"] / count for count, found in steps.items()}
    growth = each[most] / each[most // 3]
    result = {
        "by documents": steps,
        "CPU seconds a document grow, for three times the documents, by a factor of": round(growth, 2),
        f"CPU seconds at {PAGES_OF_A_LARGE_CASE:,} of one page, at this growth": round(_extrapolated(each[most], most, growth)),
        "peak resident MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


def measured(pile: Sequence[Made]) -> dict[str, float]:
    """Return what it takes to sign and to group a pile, and how right the groups are."""
    texts = {made.id: made for made in pile}

    def read(ids: Sequence[str]) -> Iterator[tuple[str, ComparedText]]:
        return ((id, compared_text([texts[id].text], is_scan=texts[id].is_scan)) for id in ids)

    started = time.process_time()
    signed = [(made.id, signature(folded_words(made.text))) for made in pile]
    signed_at = time.process_time()
    pairs = near_pairs(signed, read, scanned={made.id for made in pile if made.is_scan})
    ended = time.process_time()
    groups: dict[str, list[str]] = {}
    for pair in pairs:
        groups.setdefault(pair.of, [pair.of]).append(pair.copy)
    told = joined(pile, list(groups.values()))
    return {"signing": round(signed_at - started, 1), "grouping": round(ended - signed_at, 1), **told}


def _pile(documents: int) -> Iterator[Made]:
    """Yield forms and letters by turns."""
    made = piles(7, many=documents // 6)
    kinds = [made[kind] for kind in ("permits", "long forms", "declarations", "letters of one letterhead", "letters")]
    for row in range(max(map(len, kinds))):
        yield from (kind[row] for kind in kinds if row < len(kind))


def _extrapolated(each: float, documents: int, growth: float) -> float:
    """Return the seconds for a large case, if a threefold pile goes on to cost so much more for each document."""
    times = 0.0
    count = float(documents)
    while count < PAGES_OF_A_LARGE_CASE:
        count, times = count * 3, times + 1
    return float(PAGES_OF_A_LARGE_CASE * each * growth**times)


if __name__ == "__main__":
    main()
