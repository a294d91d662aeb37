"""How long answers about a case take: ``python -m benchmarks.speed.bench_counts [CASE] [--files 22000] [--plain] [--rounds 5]``.

Without a case it makes one of small texts with a real variety of words, or of the example's words alone. Asks warm, in process, for the
names of persons, the count, the dossier and the network of the most frequent ones, a name that is nobody's, a look-alike of words, the
groups of copies, searches of each kind, and holds a list of 100 names against it; then for each on the command line, from start to exit.
Prints one JSON object a question: median milliseconds by the clock and of processor time (on a busy machine the second is the one to
trust). Targets at 22,000 texts: find 50, names 100, count 150, dossier 400, network 800, screen 500, copies 300; .4 s more on the command
line.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from benchmarks.speed.made_case import KASHF, add_arguments, case_of, watchlist
from benchmarks.speed.measure import machine
from kashf.bootstrap import open_case
from kashf.domain.entity import MentionType
from kashf.services.case.documents import copies
from kashf.services.case.open import OpenCase
from kashf.services.names.count import count_name
from kashf.services.names.dossier import dossier
from kashf.services.names.list import list_names
from kashf.services.names.network import network
from kashf.services.names.screen import screen
from kashf.services.search.find import find

NOBODY, LOOKALIKE = "Nobody Khaled al-Nowhere", "Ali"
#: Of the most frequent persons, how many are asked about.
MOST = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser, files=22_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with case_of(asked) as path:
        case = open_case(path)
        facts = {"documents": case.view.totals().done, **machine()}
        for name, ask in _questions(case).items():
            print(json.dumps({"what": name, **facts, **warm(ask, asked.rounds)}), flush=True)
        with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as listed:
            listed.write(_listed(case))
            listed.flush()
            for name, words in _commands(case, path, listed.name).items():
                print(json.dumps({"what": f"command: {name}", **facts, **started(words, asked.rounds)}), flush=True)
        case.close()


def warm(ask: Callable[[], object], rounds: int) -> dict[str, float]:
    """Return the median milliseconds of a question, by the clock and of processor time, once it was asked."""
    ask()
    wall, busy = [], []
    for _ in range(rounds):
        began, worked = time.perf_counter(), time.process_time()
        ask()
        wall.append(time.perf_counter() - began)
        busy.append(time.process_time() - worked)
    return {"p50_ms": round(median(wall) * 1000, 1), "p50_cpu_ms": round(median(busy) * 1000, 1)}


def started(words: list[str], rounds: int) -> dict[str, float]:
    """Return the median milliseconds of a command from start to exit, by the clock and of processor time."""
    wall, busy = [], []
    for _ in range(rounds):
        began, worked = time.perf_counter(), _children()
        subprocess.run([*KASHF, *words], check=False, capture_output=True)
        wall.append(time.perf_counter() - began)
        busy.append(_children() - worked)
    return {"p50_ms": round(median(wall) * 1000, 1), "p50_cpu_ms": round(median(busy) * 1000, 1)}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _frequent(case: OpenCase) -> list[str]:
    return [each.text for each in list_names(case, [MentionType.PERSON], limit=MOST)]


def _questions(case: OpenCase) -> Mapping[str, Callable[[], object]]:
    most, listed = _frequent(case), _listed(case)
    return {
        "names": lambda: list_names(case, [MentionType.PERSON]),
        "count, the most frequent": lambda: [count_name(case, name) for name in most[:1]],
        "count, three of the most frequent": lambda: [count_name(case, name) for name in most],
        "count, nobody": lambda: count_name(case, NOBODY),
        "count, like common words": lambda: count_name(case, LOOKALIKE),
        "dossier, the most frequent": lambda: dossier(case, MentionType.PERSON, most[0]),
        "network, the most frequent": lambda: network(case, most[0]),
        "copies": lambda: copies(case),
        "screen, a hundred": lambda: screen(case, listed, name="list"),
        "find, a term": lambda: find(case, "road"),
        "find, a name": lambda: find(case, most[0]),
        "find, a phrase": lambda: find(case, f'"{most[0]}"'),
        "find, fuzzy": lambda: find(case, "battalion~"),
    }


def _listed(case: OpenCase) -> str:
    return watchlist([each.text for each in list_names(case, [MentionType.PERSON], limit=100)])


def _commands(case: OpenCase, path: Path, listed: str) -> Mapping[str, list[str]]:
    most, leak = _frequent(case)[0], str(path)
    return {
        "find": ["find", leak, most],
        "names": ["names", leak, "--type", "PER"],
        "count": ["count", leak, most],
        "network": ["network", leak, "--about", most],
        "screen": ["screen", leak, listed],
        "copies": ["copies", leak],
    }


if __name__ == "__main__":
    main()
