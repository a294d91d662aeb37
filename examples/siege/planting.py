"""Where the wanted man is named, how often, who may be mistaken for him, and which letters make up an operation."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from examples.siege.mixes import KINDS
from examples.siege.operations import ROLES
from examples.siege.plan import Spec
from examples.siege.wanted import Plant

#: Mentions of the full name in a leak of the size the story tells of, and the least a small one has.
MENTIONS, OF_FILES, LEAST = 400, 22_000, 12
#: For each full mention so many of the other kinds.
SHARES = {"partial": 0.15, "other_man": 0.5, "not_a_name": 0.8}
LATIN_SHARE = 0.3
#: A sheet has no room for more.
MOST_IN_A_TEXT = 4
FILES_AN_OPERATION = 45
#: Formats that can hold Latin words within Arabic text and give them back in order.
_MIXED = {"letter_docx", "letter_txt", "letter_utf8", "letter_html"}
_PLANTABLE = {"letter", "scan", "report", "table", "mail"}


@dataclass(frozen=True, slots=True)
class _Place:
    """A text that names can be put into: its key, how many files repeat it, their kinds."""

    key: str
    copies: int
    kinds: frozenset[str]

    @property
    def latin(self) -> bool:
        return all(KINDS[kind].language == "" for kind in self.kinds)

    @property
    def family(self) -> str:
        return KINDS[min(self.kinds)].family


@dataclass(slots=True)
class _Bed:
    """What has been planted where."""

    rng: Random
    plants: dict[str, list[Plant]] = field(default_factory=dict)
    counters: Counter[str] = field(default_factory=Counter)

    def plant(self, place: _Place, kind: str) -> None:
        mixed = kind == "full" and not place.latin and place.kinds <= _MIXED and self.rng.random() < 0.1
        spelling = f"{kind}/{place.latin or mixed}"
        self.plants.setdefault(place.key, []).append(Plant(kind, self.counters[spelling], latin=mixed))
        self.counters[spelling] += 1


def full_mentions(files: int) -> int:
    """Return how often the full name stands in a leak of so many files, copies counted.

    >>> full_mentions(22_000), full_mentions(300), full_mentions(9)
    (400, 12, 3)
    """
    return max(min(LEAST, files // 3), round(files * MENTIONS / OF_FILES))


def planted(seed: int, specs: tuple[Spec, ...]) -> tuple[Spec, ...]:
    """Return the specs with names planted and letters bound into operations."""
    rng = Random(f"{seed}/{len(specs)}/plants")
    places = _places(specs)
    rng.shuffle(places)
    bed = _Bed(rng)
    total = full_mentions(len(specs))
    latin = round(total * LATIN_SHARE)
    _plant_full(bed, [place for place in places if place.latin], latin)
    _plant_full(bed, [place for place in places if not place.latin], total - latin)
    for kind, share in SHARES.items():
        _plant_others(bed, places, kind, math.ceil(total * share))
    operations = _operations(rng, places, len(specs) // FILES_AN_OPERATION)
    return tuple(_bound(spec, bed.plants, operations) for spec in specs)


def _places(specs: tuple[Spec, ...]) -> list[_Place]:
    copies: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {}
    for spec in _documents(specs):
        copies[spec.content] += 1
        kinds.setdefault(spec.content, set()).add(spec.kind)
    return [_Place(key, copies[key], frozenset(kinds[key])) for key in sorted(copies)]


def _documents(specs: tuple[Spec, ...]) -> Iterator[Spec]:
    for top in specs:
        yield from (spec for spec in top.walk() if KINDS[spec.kind].family in _PLANTABLE and spec.kind != "box_mbox")


def _plant_full(bed: _Bed, places: list[_Place], total: int) -> None:
    """Plant exactly so many mentions, copies counted, in texts of which one at least is copied, if any is."""
    places = sorted(places, key=lambda place: place.copies == 1)[:1] + places
    left, used = total, set()
    for place in places:
        wanted = bed.rng.choices((1, 2, 3), (70, 22, 8))[0]
        times = min(wanted, left // place.copies)
        if place.key in used or times == 0:
            continue
        used.add(place.key)
        left -= times * place.copies
        for _ in range(times):
            bed.plant(place, "full")


def _plant_others(bed: _Bed, places: list[_Place], kind: str, total: int) -> None:
    """Plant about so many of another kind, half of them beside the full name where that is."""
    fitting = [place for place in places if kind != "not_a_name" or place.family != "table"]
    beside = [place for place in fitting if place.key in bed.plants]
    for _ in range(total):
        if total <= 0 or not fitting:
            return
        place = bed.rng.choice(beside if beside and bed.rng.random() < 0.5 else fitting)
        if len(bed.plants.get(place.key, ())) < MOST_IN_A_TEXT:
            bed.plant(place, kind)
            total -= place.copies


def _operations(rng: Random, places: list[_Place], count: int) -> dict[str, tuple[int, str]]:
    """Return key -> (operation, role) for three letters of each operation."""
    letters = [place.key for place in places if place.family in {"letter", "scan"}]
    chosen = rng.sample(letters, min(len(letters), count * len(ROLES)) // len(ROLES) * len(ROLES))
    return {key: (position // len(ROLES), ROLES[position % len(ROLES)]) for position, key in enumerate(chosen)}


def _bound(spec: Spec, plants: dict[str, list[Plant]], operations: dict[str, tuple[int, str]]) -> Spec:
    number, role = operations.get(spec.content, (-1, ""))
    inside = tuple(_bound(member, plants, operations) for member in spec.inside)
    return replace(spec, plants=tuple(plants.get(spec.content, ())), operation=number, role=role, inside=inside)
