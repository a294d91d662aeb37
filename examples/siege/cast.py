"""Who and what a leak is about: people, places, units, groups, and the titles its people go by."""

from dataclasses import dataclass
from random import Random

from examples.siege import world
from examples.siege.drawn import draw_groups, draw_people, draw_places, draw_units
from examples.siege.named import CODE, GROUP, PLACE, Thing, things
from examples.siege.people import Somebody, make_people


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything that the letters of a leak may name, but for those who are planted.

    Attributes:
        number: 0 for the first cast, by which the figures of all benchmarks go that do not say otherwise.
    """

    number: int
    people: tuple[Somebody, ...]
    places: tuple[Thing, ...]
    units: tuple[Thing, ...]
    groups: tuple[Thing, ...]

    @property
    def latin_places(self) -> tuple[Thing, ...]:
        """The places whose name in Latin letters is not a translation."""
        return tuple(place for place in self.places if not place.english.startswith("the "))


ROADS = things("road", PLACE, world.ROADS, optional="road")
CODE_NAMES = things("code", CODE, world.CODE_NAMES)


def first_cast(rng: Random) -> Cast:
    """Return the cast that every leak had before there were others: one way to write each name in either script."""
    return Cast(
        0,
        make_people(rng),
        places=things("place", PLACE, world.PLACES),
        units=things("unit", GROUP, world.UNITS),
        groups=things("group", GROUP, world.GROUPS),
    )


def make_cast(seed: int, number: int) -> Cast:
    """Return the cast of that number in the leak with that seed: 0 is the first, all others are drawn."""
    if not number:
        return first_cast(Random(f"{seed}/cast"))
    rng = Random(f"{seed}/cast {number}")
    return Cast(number, draw_people(rng), places=draw_places(rng), units=draw_units(rng), groups=draw_groups(rng))
