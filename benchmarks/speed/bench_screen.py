"""How long holding a list against a case takes: ``python -m benchmarks.speed.bench_screen CASE [--entries 100 2000] [--rounds 3]``.

The list is made up: one entry of ten is a name of the case, the others are of common given names and families in both scripts. Prints one
JSON object a size: milliseconds by the clock and of processor time, at first and warm (the median). Targets at 22,000 texts: 100 entries
500 warm; 2,000 entries against 20,000 names 60,000 in all. With ``--names 20000`` instead of a case, names are held against names alone.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from functools import partial
from pathlib import Path

from benchmarks.speed.bench_counts import warm
from benchmarks.speed.crowd import make_crowd
from benchmarks.speed.measure import machine
from kashf.bootstrap import open_case
from kashf.domain.entity import MentionType, NameKey
from kashf.entities.screening.possible import screen as hold_against
from kashf.entities.screening.watchlist import WatchlistName
from kashf.ports.mentions import NameTotal
from kashf.services.case.open import OpenCase
from kashf.services.names.screen import screen

GIVEN = ("Omar", "Khaled", "Samer", "Nadim", "Hugo", "Petra", "Lutfi", "Rashid", "محمود", "سعيد", "خالد", "ريم", "هبة", "Viktor", "Anselm")
MIDDLE = ("bin Salem", "Abdullah", "", "Karim", "X.", "Fathi")
FAMILIES = ("Brandt", "al-Khatib", "al-Nouri", "Oliveira", "Sorensen", "المنصوري", "الزيات", "Hadjiev", "Kowalczyk", "البيطار", "al-Tal")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path, nargs="?")
    parser.add_argument("--names", type=int, default=0)
    parser.add_argument("--entries", type=int, nargs="+", default=[100, 2000])
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    if asked.names:
        against_names(asked.names, asked.entries)
        return
    case = open_case(asked.case)
    facts = {"documents": case.view.totals().done, "names": len(case.view.names(MentionType.PERSON, limit=None)), **machine()}
    for entries in asked.entries:
        listed = "\n".join(made_list(names_of(case), entries))
        began, worked = time.perf_counter(), time.process_time()
        found = screen(case, listed, name="list")
        first = {"first_ms": round((time.perf_counter() - began) * 1000), "first_cpu_ms": round((time.process_time() - worked) * 1000)}
        again = warm(partial(screen, case, listed, name="list"), asked.rounds) if asked.rounds else {}
        print(json.dumps({"entries": entries, "hits": len(found.hits), **first, **again, **facts}), flush=True)
    case.close()


def against_names(number: int, sizes: list[int]) -> None:
    """Hold made-up lists against made-up names and print CPU seconds."""
    known = list(make_crowd(5, distinct=number, mentions=number + 10).mentions)[:number]
    names = [NameTotal(MentionType.PERSON, NameKey(text), text, 1, 1) for text in known]
    for entries in sizes:
        listed = [WatchlistName(str(n), MentionType.PERSON, (text,)) for n, text in enumerate(made_list(known, entries))]
        worked = time.process_time()
        hits = hold_against(listed, names)
        print(
            json.dumps({"entries": entries, "names": number, "hits": len(hits), "cpu_s": round(time.process_time() - worked, 1)}),
            flush=True,
        )


def names_of(case: OpenCase) -> list[str]:
    """Return the people of a case."""
    return [each.text for each in case.view.names(MentionType.PERSON, limit=None)]


def made_list(known: list[str], entries: int) -> list[str]:
    """Return made-up names, among them some of those known."""
    draw = random.Random(5)
    listed = draw.sample(known, min(len(known), entries // 10))
    while len(listed) < entries:
        parts = (draw.choice(GIVEN), draw.choice(MIDDLE), draw.choice(FAMILIES), draw.choice(("", "", draw.choice(FAMILIES))))
        listed.append(" ".join(filter(None, parts)))
    return listed


if __name__ == "__main__":
    main()
