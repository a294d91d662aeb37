"""What the map costs: python -m benchmarks.speed.bench_map [--acts 20000].

Papers are made in memory, each of one act from one town of the shipped table to another, drawn at random, in Arabic and in Latin letters:
hardly any two papers say the same, which is the worst case for what is remembered. What is not in it is reading the letters of a case from
its store, which every list of letters does.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time
from collections.abc import Callable
from typing import TypeVar

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.said_place import said_place
from kashf.language.places.place_table import shipped_places
from kashf.services.places.list_places import place_papers
from kashf.services.places.map_places import map_drawing, map_of
from kashf.services.places.named_places import NamedThere, Papers, PlacesPaper
from kashf.show.places.map_answers import map_geojson, map_words
from kashf.show.plain import as_json
from kashf.show.wording import wording

Made = TypeVar("Made")


def main() -> None:
    """Print CPU seconds a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--acts", type=int, default=20_000)
    asked = parser.parse_args()
    table = _timed("reading the table", shipped_places)
    numbers = random.Random(1)
    names = [form for form, places in table.by_form.items() if any("\tSY\t" in table.lines[place] for place in places)]
    papers = Papers([_paper(at, numbers.sample(names, 2), numbers.randrange(700)) for at in range(asked.acts)])
    placed = _timed("choosing places", lambda: place_papers(papers, Gazetteer(table), ()))
    found = _timed("putting on the map", lambda: map_of(placed, papers))
    _timed("GeoJSON", lambda: as_json(map_geojson(found)))
    _timed("drawing", lambda: map_drawing(found, map_words(wording("en"))))
    print(f"{asked.acts} acts, {len(placed)} names of places, {len(found.places)} places on the map, not placed: {dict(found.not_placed)}")


def _paper(at: int, names: list[str], day: int) -> PlacesPaper:
    document = DocumentId(f"{at:064x}")
    date = FuzzyDate.on(dt.date(2014, 1, 1) + dt.timedelta(day))
    ends = zip(("from", "to"), names, (0, 100), strict=True)
    places = (NamedThere(Span(document, 1, start, start + len(name)), said_place(name), role, "move", date) for role, name, start in ends)
    return PlacesPaper(document, f"Office {at % 50}", tuple(places))


def _timed(what: str, work: Callable[[], Made]) -> Made:
    start = time.process_time()
    made = work()
    print(f"{what:20} {time.process_time() - start:6.2f} CPU-s")
    return made


if __name__ == "__main__":
    main()
