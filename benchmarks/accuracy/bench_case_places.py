"""Which place is meant in invented letters, with a list of places in Arabic alone, so that other scripts are found by sound.

    python -m benchmarks.accuracy.bench_case_places [--letters 300] [--work DIR]

The places of a pile of `examples/siege/make_acts.py` are invented, and no gazetteer has them: they are added as a case's own, by their
Arabic names, each somewhere in a land of 300 km, and every sixth name is given to a second place. It is measured twice: on the places
that the truth says letters name, put in as they are written, which measures the choice alone; and on what kashf reads in the files, in
which faults of reading count too. Places of one letter are drawn at random, so that neighbours say nothing there: of a name that two
places have the right answer is "cannot tell". Whoever wrote the rules wrote this list of places.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.made_piles import file_name, made_pile, true_name, true_rows
from benchmarks.speed.measure import machine
from kashf.bootstrap import open_case, open_to_decide
from kashf.domain.place import KnownPlace
from kashf.events.places.own_list import read_own_places
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.resolve_places import Resolved, resolve_places
from kashf.events.places.said_place import said_place
from kashf.language.places.place_table import shipped_places
from kashf.services.places.list_places import place_all
from kashf.services.places.own_places import add_places
from kashf.settings import Settings

_TWIN: Final = 6


def main(arguments: list[str] | None = None) -> int:
    """Make the pile, put its places in, and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--work", type=Path, help="where the pile and its case stay, so that they need not be made again")
    options = parser.parse_args(arguments)
    print(machine())
    with TemporaryDirectory() as temporary:
        pile = made_pile(options.work or Path(temporary), letters=options.letters, seed=7)
        own = "".join(_own_list(pile))
        _print("truth put in", _put_in(pile, own))
        _print("as kashf reads the files", _as_read(pile, own))
    return 0


def _own_list(pile: Path) -> Iterator[str]:
    rng = random.Random(1)
    yield "id,name,lat,lon\n"
    for number, row in enumerate(true_rows(pile, "places")):
        for twin in ("", "-b")[: 2 if number % _TWIN == 0 else 1]:
            yield f"{row['place']}{twin},{row['ar']},{rng.uniform(34, 36.7):.4f},{rng.uniform(38, 41.3):.4f}\n"


def _put_in(pile: Path, own: str) -> Mapping[str, Counter[str]]:
    gazetteer = Gazetteer(shipped_places(), read_own_places(own, name="own", table=shipped_places()))
    figures: dict[str, Counter[str]] = defaultdict(Counter)
    for letter in true_rows(pile, "letters"):
        named = list(_named(letter))
        found = resolve_places([said_place(text) for _, text in named], gazetteer)
        for (key, _), each in zip(named, found, strict=True):
            figures[letter["language"]][_answer(key, each, own)] += 1
    return figures


def _as_read(pile: Path, own: str) -> Mapping[str, Counter[str]]:
    case, settings = pile.with_suffix(".places.case"), Settings(actor="bench", home=pile.parent / "home")
    if not case.exists():
        read_haul(pile, case)
        with open_to_decide(case, settings=settings) as writable:
            add_places(writable, own, name="own.csv")
        subprocess.run([sys.executable, "-m", "kashf", "process", case], check=True, capture_output=True)
    reading = open_case(case)
    placed, _, _ = place_all(reading)
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for each in placed:
        name = file_name(reading.view.places([each.document])[each.document][0])
        if each.place:
            told[name][each.place.id.removeprefix("own:").removesuffix("-b")] = each.state
    reading.close()
    figures: dict[str, Counter[str]] = defaultdict(Counter)
    for letter in true_rows(pile, "letters"):
        file = true_name(letter)
        wanted = {key for key, _ in _named(letter) if f"{key}-b," not in own}
        got = {key for key in told.get(file, {}) if f"{key}-b," not in own}
        if file in told or wanted:
            tally = figures[letter["language"]]
            tally["right"] += len(wanted & got)
            tally["not told"] += len(wanted - got)
            tally["told, not in an act of the truth"] += len(got - wanted)
    return figures


def _named(letter: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for act in letter["acts"]:
        if act["place"]:
            yield act["place"]["place"], act["place"]["text"]
        yield from ((end["key"], end["text"]) for end in (act["from"], act["to"]) if end and end["kind"] == "place")


def _answer(key: str, found: Resolved, own: str) -> str:
    chosen: KnownPlace | None = found.chosen.place if found.chosen else None
    if f"{key}-b," in own:
        return "one of two: cannot tell" if chosen is None else "one of two: told"
    if chosen is None:
        return "cannot tell" if found.candidates else "no such name"
    return "right" if chosen.id == f"own:{key}" else "wrong"


def _print(title: str, figures: Mapping[str, Counter[str]]) -> None:
    print(f"\n{title}")
    columns: Sequence[str] = sorted({column for counted in figures.values() for column in counted})
    for language, counted in sorted(figures.items()):
        print(f"  {language:4}", ", ".join(f"{column} {counted[column]}" for column in columns))


if __name__ == "__main__":
    sys.exit(main())
