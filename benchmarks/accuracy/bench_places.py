"""Which place a name means: the shipped gazetteer on events of UCDP GED, with and without what stands beside a name.

    python -m benchmarks.accuracy.bench_places --data DIR [--wrong 12]

DIR holds `events/ucdp_ged_syria_2016.csv` (UCDP GED, whose coders wrote place, district, governorate and coordinates). Each event whose
place is known well (where_prec 1 or 2) asks for `where_coordinates`, first alone, then with `adm_2` and `adm_1` as names of the same paper.
Right is a point within 10 km of the coder's; "wrong" a point that is told and lies further; an area is no point; "cannot tell" is an answer
too. Beside it: how many the gazetteer has at all within 10 km among its candidates. No weight was set on these events.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.speed.measure import machine
from kashf.domain.place import km_between
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.resolve_places import Resolved, resolve_places
from kashf.events.places.said_place import said_place
from kashf.language.places.place_table import shipped_places

_RIGHT_KM: Final = 10.0
_MOST_PREC: Final = 2.0


def main(arguments: list[str] | None = None) -> int:
    """Ask for every place and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wrong", type=int, default=12, help="wrong answers to print, the most frequent first")
    options = parser.parse_args(arguments)
    print(machine())
    events = list(_events(options.data / "events" / "ucdp_ged_syria_2016.csv"))
    gazetteer = Gazetteer(shipped_places())
    for title, columns in (("alone", ()), ("with adm_2 and adm_1", ("adm_2", "adm_1"))):
        _measure(title, events, gazetteer, columns=columns, show=options.wrong)
    return 0


def _events(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from (row for row in csv.DictReader(lines) if float(row["where_prec"]) <= _MOST_PREC)


def _measure(title: str, events: Sequence[Mapping[str, str]], gazetteer: Gazetteer, *, columns: Sequence[str], show: int) -> None:
    by_event, by_name, wrong = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    known: dict[tuple[str, ...], str] = {}
    has = 0
    for row in events:
        asked = (row["where_coordinates"], *(row[column] for column in columns if row[column]))
        found = resolve_places([said_place(text) for text in asked], gazetteer)[0]
        answer = _told(found, row)
        by_event[answer] += 1
        has += any(_km(each.place.latitude, each.place.longitude, row) <= _RIGHT_KM for each in found.candidates)
        if asked not in known:
            known[asked] = answer
            by_name[answer] += 1
        if answer == "wrong" and found.chosen:
            wrong[(asked[0], f"{found.chosen.place.name}, {found.chosen.place.country}")] += 1
    print(f"\n{title}: {len(events)} events, {len(known)} different")
    answers = ("right", "wrong", "area", "cannot tell", "no such name")
    for what, counted in (("of events", by_event), ("of different ones", by_name)):
        total = sum(counted.values())
        print(f"  {what:18}", ", ".join(f"{name} {counted[name] / total:.3f}" for name in answers))
    told = by_event["right"] + by_event["wrong"]
    print(f"  of points told {by_event['right'] / max(1, told):.3f} are right; {has / len(events):.3f} have a candidate in 10 km")
    for (asked_name, place), count in wrong.most_common(show):
        print(f"    wrong {count:4}  {asked_name} -> {place}")


def _told(found: Resolved, row: Mapping[str, str]) -> str:
    if found.chosen is None:
        return "cannot tell" if found.candidates else "no such name"
    if found.chosen.is_area:
        return "area"
    return "right" if _km(found.chosen.place.latitude, found.chosen.place.longitude, row) <= _RIGHT_KM else "wrong"


def _km(latitude: float, longitude: float, row: Mapping[str, str]) -> float:
    return km_between((latitude, longitude), (float(row["latitude"]), float(row["longitude"])))


if __name__ == "__main__":
    sys.exit(main())
