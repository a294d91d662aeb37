"""How rightly acts of invented letters are laid in time, as kashf reads them and with the truth put in; and what drawing 20,000 costs.

    python -m benchmarks.accuracy.bench_acts [--seeds 1] [--letters 300] [--wordings shown] [--work DIR]

The true day of an order is that on which its paper was written, whatever the paper says: slips of its writer and forgeries count as faults.
With the truth put in, only the rules of days are measured, and not the reader.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.act_figures import ActFigures, letter_put_in, lines
from benchmarks.letters.made_piles import file_name, made_pile, true_name, true_rows
from benchmarks.speed.measure import machine
from kashf.bootstrap import open_case
from kashf.domain.acts.act import Act, ActBasis, ActDay, ActOrigin, ActWords, DayRule
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.events.acts.acts_of_letter import acts_of_letter
from kashf.events.acts.drawing_words import TimelineWords
from kashf.events.acts.timeline_lanes import timeline_of
from kashf.publish.timeline_drawing import timeline_drawing
from kashf.services.acts.list_acts import ActQuery, list_acts

_DOCUMENT = DocumentId("0" * 64)
#: Acts that are drawn, and milliseconds that this may take.
_DRAWN, _MOST_MS = 20_000, 200


def main(arguments: list[str] | None = None) -> int:
    """Make the piles, read them, and print the figures; 1 when drawing takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--letters", type=int, default=300, help="of digital files, a seed")
    parser.add_argument("--wordings", choices=("shown", "kept"), default="shown")
    parser.add_argument("--work", type=Path, help="where piles and cases stay, so that they need not be made again")
    options = parser.parse_args(arguments)
    print(machine())
    read, put_in, folded = ActFigures(), ActFigures(), 0
    with TemporaryDirectory() as temporary:
        for seed in range(1, options.seeds + 1):
            pile = made_pile(options.work or Path(temporary), letters=options.letters, seed=seed, wordings=options.wordings)
            read_haul(pile, pile.with_suffix(".case"))
            folded += _count(pile, read, put_in)
    for title, figures in (("as kashf reads them", read), ("with the truth put in", put_in)):
        figures.compare()
        print(f"\n{title}, {options.wordings} wordings")
        for line in lines(figures):
            print(f"  {line}")
    print(f"\nletters that are counted with a copy, and not compared: {folded}")
    return _draw()


def _count(pile: Path, read: ActFigures, put_in: ActFigures) -> int:
    """Count the letters of a pile both ways; returns how many are counted with a copy of theirs."""
    papers = {str(each["id"]): str(each["day"]) for each in true_rows(pile, "papers")}
    case = open_case(pile.with_suffix(".case"))
    found = list_acts(case, ActQuery(origin=ActOrigin.CORPUS))
    case.close()
    by_file: dict[str, list[Act]] = {file_name(path): [] for path in found.paths.values()}
    for act in found.acts:
        by_file[file_name(found.paths[act.document])].append(act)
    folded = 0
    for truth in true_rows(pile, "letters"):
        if truth["language"] not in {"ar", "en"}:
            continue
        name = true_name(truth)
        put_in.add(truth, acts_of_letter(_DOCUMENT, letter_put_in(truth)), papers)
        if name in by_file:
            read.add(truth, sorted(by_file[name], key=lambda act: act.nth), papers)
        else:
            folded += 1
    return folded


def _draw() -> int:
    """Draw acts that were made up, and say what processor time that took."""
    acts, best = _made_acts(), float("inf")
    words = TimelineWords("Acts", "", "no day", str, "", str, str)
    for _ in range(3):
        began = time.process_time()
        drawing = timeline_drawing(timeline_of(acts, {}, {}), words)
        best = min(best, (time.process_time() - began) * 1000)
    print(f"timeline of {len(acts)} acts, laid out and drawn: {best:.0f} ms of processor time (at most {_MOST_MS}), {len(drawing)} bytes")
    return 0 if best <= _MOST_MS else 1


def _made_acts() -> list[Act]:
    drawn = random.Random(1)
    acts = []
    for nth in range(_DRAWN):
        first = dt.date(2013, 1, 1) + dt.timedelta(drawn.randrange(1500))
        last = first + dt.timedelta(drawn.choice((0, 0, 0, 2, 29, 364)))
        day = ActDay(FuzzyDate(first, last), DayRule.NAMED) if drawn.random() > 0.1 else ActDay(UNDATED)
        office = f"office {drawn.randrange(60)}"
        said = ActWords("made up")
        acts.append(Act(_DOCUMENT, nth, ActOrigin.CORPUS, ActBasis.CLAUSE, "pay", said, office_id=office, when=day))
    return acts


if __name__ == "__main__":
    sys.exit(main())
