"""The table of places that ships with kashf: one line for each place, its names folded, made by `data/make_places.py`."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from kashf.domain.entity import Value, unchanging
from kashf.domain.ids import Json
from kashf.domain.place import KnownPlace
from kashf.language.words.tokens import folded_words

#: Places of one name that are told of it; a name of more is a word.
MOST_CANDIDATES: Final = 5


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Places by their folded names.

    Attributes:
        lines: One of the table for each place.
        by_form: Folded name -> indexes of the places called so: countries and regions, then towns, the largest first, then provinces.
        ambiguous: Names that are also ordinary words or names of people: they need a word beside them that says "place".
    """

    lines: tuple[str, ...]
    by_form: Mapping[str, tuple[int, ...]]
    ambiguous: frozenset[str]

    def find(self, name: str) -> tuple[KnownPlace, ...]:
        """Return the places a name may mean, the likeliest first; empty when there is none.

        An article more or less in Arabic letters, or one before a name in Latin letters, changes nothing.
        """
        words = folded_words(name)
        tries = [" ".join(words), "ال" + " ".join(words), " ".join(words).removeprefix("ال"), " ".join(words[1:])]
        found = next((self.by_form[form] for form in tries if form in self.by_form), ())
        return tuple(map(self.place, found))

    def place(self, index: int) -> KnownPlace:
        """Return the place on a line."""
        return _place(self.lines[index])

    def value(self, form: str) -> Value:
        """Return the value of a mention of a folded name: the places it may mean, the likeliest first, at most `MOST_CANDIDATES`.

        Each has the name of the gazetteer, its kind, country and population, and where it is in degrees, as exact decimals.
        """
        found = self.by_form.get(form, ())[:MOST_CANDIDATES]
        return unchanging({"candidates": [_candidate(self.lines[index]) for index in found]} if found else {})


@lru_cache(maxsize=1)
def shipped_places() -> PlaceTable:
    """Return the table that ships with kashf; it is read when it is first asked for, which takes about 20 ms."""
    return parse_places(packed_places())


@lru_cache(maxsize=1)
def packed_places() -> bytes:
    """Return the bytes of the table that ships with kashf."""
    return (resources.files("kashf.language.tables") / "places.tsv.gz").read_bytes()


def parse_places(packed: bytes) -> PlaceTable:
    """Read the table.

    Args:
        packed: The bytes of `places.tsv.gz`.
    """
    lines = tuple(gzip.decompress(packed).decode().split("\n"))
    by_form: dict[str, tuple[int, ...]] = {}
    ambiguous: set[str] = set()
    for index, line in enumerate(lines):
        for form in line.rpartition("\t")[2].split("|"):
            if form[0] == "?":
                ambiguous.add(form[1:])
            name = form.removeprefix("?")
            by_form[name] = (*by_form.get(name, ()), index)
    return PlaceTable(lines, by_form, frozenset(ambiguous))


def _candidate(line: str) -> Mapping[str, Json]:
    kind, country, latitude, longitude, population, *_, name, _ = line.split("\t")
    known = {"name": name, "kind": kind, "country": country, "lat": latitude, "lon": longitude}
    return {**known, "population": int(population)}


def _place(line: str) -> KnownPlace:
    kind, country, latitude, longitude, population, geonameid, province, reach, name, _ = line.split("\t")
    id = f"geonames:{geonameid}" if geonameid else f"table:{country}:{kind}:{name}"
    return KnownPlace(name, kind, country, float(latitude), float(longitude), int(population), id, province, float(reach))
