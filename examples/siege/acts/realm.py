"""Who and what letters are about: offices and who held which post when, people, places, operations."""

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

from examples.siege.acts.kit import ActsKit, OfficeWords
from examples.siege.pool_people import FAMILY, GIVEN
from examples.siege.pool_world import PLACE_HEADS, PLACE_WORDS, PLACES
from examples.siege.spelling import romanised

Row = dict[str, Any]
BEGINS = dt.date(2013, 9, 1)
DAYS = 900
ENDS = BEGINS + dt.timedelta(days=DAYS)
#: Languages of Latin letters that names are romanised for; French, English and Turkish have rules of their own.
_LATIN = ("en", "fr", "tr")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Arabic and in scholarly letters."""

    key: str
    arabic: str
    scholarly: str

    def written(self, language: str) -> str:
        """Return it plainly in a language."""
        return romanised(self.scholarly, language) if language in _LATIN else self.arabic


@dataclass(frozen=True, slots=True)
class Individual:
    """Somebody: his full name in four parts, his usual one in two, and what he is called in the field."""

    key: str
    full: Name
    usual: Name
    variant: Name
    kunya: Name


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held a post of an office, on [first, last]."""

    office: str
    post: str
    person: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Operation:
    """What chains are about: a code name, the day it is to happen, where, and the office that is to see to it."""

    key: str
    code: int
    day: dt.date
    place: str
    office: str


@dataclass(frozen=True, slots=True)
class Realm:
    """The world of a pile."""

    kit: ActsKit
    offices: dict[str, OfficeWords]
    people: dict[str, Individual]
    places: dict[str, Name]
    tenures: tuple[Tenure, ...]
    operations: tuple[Operation, ...]

    def holder(self, office: str, post: str, day: dt.date) -> str:
        """Return who holds a post on a day."""
        return next(each.person for each in self.tenures if (each.office, each.post) == (office, post) and each.first <= day <= each.last)

    def line_of(self, office: str) -> tuple[str, ...]:
        """Return an office and those above it, from the top down."""
        above = self.offices[office].parent
        return (*(self.line_of(above) if above else ()), office)

    def under(self, office: str) -> tuple[str, ...]:
        """Return the offices directly below one."""
        return tuple(key for key, each in self.offices.items() if each.parent == office)

    def direction(self, sender: str, recipient: str) -> str:
        """Return "down", "up" or "sideways"."""
        if sender != recipient and sender in self.line_of(recipient):
            return "down"
        if sender != recipient and recipient in self.line_of(sender):
            return "up"
        return "sideways"


def make_realm(kit: ActsKit, seed: int, *, size: int) -> Realm:
    """Return a world for so many letters."""
    rng = Random(f"{seed}/{kit.name}/realm")
    people = {f"P{number:04}": _individual(rng, kit, f"P{number:04}") for number in range(max(60, size // 6))}
    places = {place.key: place for place in _places(rng, kit)}
    offices = {office.key: office for office in kit.offices}
    keys = list(people)
    rng.shuffle(keys)
    tenures = tuple(
        tenure for office in kit.offices for post in (office.post, office.second) for tenure in _tenures(rng, office.key, post, keys)
    )
    count = max(3, min(len(kit.operations), size // 60))
    days = sorted(BEGINS + dt.timedelta(days=rng.randrange(60, DAYS - 60)) for _ in range(count))
    codes = rng.sample(range(len(kit.operations)), count)
    able = {
        side: [key for key, each in offices.items() if each.side == side and each.parent and not each.foreign]
        for side in ("group", "state")
    }
    operations = tuple(
        Operation(f"O{number:02}", code, day, rng.choice(list(places)), rng.choice(able["group" if number % 4 else "state"]))
        for number, (code, day) in enumerate(zip(codes, days, strict=True), 1)
    )
    return Realm(kit, offices, people, places, tenures, operations)


def _tenures(rng: Random, office: str, post: str, keys: list[str]) -> list[Tenure]:
    """Return who held a post one after the other; each has another name."""
    changes = sorted(rng.sample(range(90, DAYS - 40), rng.choice((0, 1, 1, 2, 3))))
    firsts = [BEGINS - dt.timedelta(days=400), *(BEGINS + dt.timedelta(days=day) for day in changes)]
    lasts = [*(first - dt.timedelta(days=1) for first in firsts[1:]), ENDS + dt.timedelta(days=400)]
    return [Tenure(office, post, keys.pop() if keys else "P0000", first, last) for first, last in zip(firsts, lasts, strict=True)]


def _individual(rng: Random, kit: ActsKit, key: str) -> Individual:
    given = [GIVEN[number] for number in rng.sample(range(kit.half, len(GIVEN), 2), 4)]
    family = FAMILY[rng.randrange(kit.half, len(FAMILY), 2)]
    nisba = FAMILY[rng.randrange(kit.half, 36, 2)]

    def named(*parts: tuple[str, str]) -> Name:
        return Name(key, " ".join(arabic for arabic, _ in parts), " ".join(latin for _, latin in parts))

    father_of = ("أبو", "Abū")
    kunya = named(father_of, given[3], nisba) if rng.random() < 0.7 else named(father_of, given[3])
    return Individual(key, named(*given[:3], family), named(given[0], family), named(*given[:2], family), kunya)


def _places(rng: Random, kit: ActsKit) -> list[Name]:
    heads, words, whole = (pool[kit.half :: 2] for pool in (PLACE_HEADS, PLACE_WORDS, PLACES))
    pairs = rng.sample([(head, word) for head in heads for word in words], 26)
    names = [Name("", f"{head.arabic} {word.arabic}", f"{head.scholarly} {word.scholarly}") for head, word in pairs]
    names += [Name("", word.arabic, word.scholarly) for word in whole]
    return [Name(f"L{number:02}", name.arabic, name.scholarly) for number, name in enumerate(names)]
