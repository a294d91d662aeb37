"""Speed of comparing names, next to the peers: ``python -m benchmarks.speed.bench_names_speed [--names 2000] [--no-peers] [--json FILE]``.

Names are those of made-up people, half in Arabic and half in Latin script, as a case has them. CPU seconds of one process; in the first
figure of the second pass every word is met for the first time, as in a new case. Aims: first pass >= 200,000 pairs/s, second pass >= 20,000
pairs/s on pairs that got through the first. The peers compare each with each of 300 of these names.
"""

import argparse
import json
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.names.contestants import NOMENKLATURA, ask_peer
from benchmarks.names.people import make_people
from benchmarks.names.questions import Question
from kashf.entities.comparing.compare import Block, Prepared, compare, first_pass, prepare
from kashf.entities.comparing.prefilter import WORTH_COMPARING

#: Names of the peers' part: enough for a steady figure, few enough for a minute.
_PEERS_NAMES = 300


def some_names(number: int) -> list[str]:
    """Return that many different names, half of them in Latin script."""
    chance = random.Random(7)
    found: dict[str, None] = {}
    seed = 0
    while len(found) < number:
        seed += 1
        for person in make_people(300, seed=seed, seen={}, spellings=2):
            found[chance.choice(person.latin).text] = None
            found[person.arabic[0].text] = None
    return list(found)[:number]


def rate(count: int, work: Callable[[], object]) -> float:
    """Return how many things a CPU second does when the work is done once."""
    started = time.process_time()
    work()
    return count / (time.process_time() - started)


def measure(names: list[str]) -> dict[str, float]:
    """Return kashf's figures: names or pairs a second, and the share of pairs that the first pass lets through."""
    known: list[Prepared] = []
    figures = {"prepare, names/s": rate(len(names), lambda: known.extend(map(prepare, names)))}
    places = random.Random(1).choices(range(len(known)), k=400_000)
    pairs = [(known[left], known[right]) for left, right in zip(places[::2], places[1::2], strict=True)]
    figures["first pass, one by one, pairs/s"] = rate(len(pairs), lambda: [first_pass(left, right) for left, right in pairs])
    rows: list[np.ndarray] = []
    figures["first pass, one against all, pairs/s"] = rate(len(known) ** 2, lambda: rows.extend(map(Block(known).against, known)))
    worth = np.argwhere(np.triu(np.array(rows) >= WORTH_COMPARING, 1))
    figures["let through by the first pass, share"] = len(worth) / (len(known) * (len(known) - 1) / 2)
    chosen = worth[np.random.default_rng(1).permutation(len(worth))[:100_000]].tolist()
    few = chosen[: len(chosen) // 5]
    figures["second pass, words met for the first time, pairs/s"] = rate(len(few), lambda: _compare_all(known, few))
    figures["second pass, pairs/s"] = rate(len(chosen), lambda: _compare_all(known, chosen))
    return figures


def _compare_all(known: list[Prepared], places: list[list[int]]) -> None:
    for left, right in places:
        compare(known[left], known[right])


def main() -> None:
    """Print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=2000)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()

    names = some_names(arguments.names)
    figures = {f"kashf, {name}": value for name, value in measure(names).items()}
    if not arguments.no_peers:
        few = tuple(names[:_PEERS_NAMES])
        question = Question("speed", "matrix", few, few, tuple(range(len(few))))
        for method in (*NOMENKLATURA, "rapidfuzz anyascii token_sort_ratio", "rapidfuzz icu token_sort_ratio"):
            figures[f"{method}, pairs/s"] = len(few) ** 2 / ask_peer(method, question).cpu_seconds
    print(f"{len(names):,} names, {os.cpu_count()} cores; CPU time of one process")
    for name, value in figures.items():
        print(f"{name:60}{value:>16,.4f}" if value < 1 else f"{name:60}{value:>16,.0f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
