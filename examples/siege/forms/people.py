"""The people of a haul: most are strangers to each other, some are brothers, some bear one name, some are not of age."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from examples.siege.dates import LEAK_BEGINS, LEAK_DAYS
from examples.siege.forms.kit import Figure, Kit, Part

FATHER_OF: Part = ("أبو", "Abū")
ADULT_YEARS = 18
#: Numbers that nobody has: kept free for films and examples by those who give out numbers.
RESERVED = {
    "SE": ("+46 70 1740 6{:02}", 5, 100), "FR": ("+33 6 39 98 {:02} 00", 0, 100), "DE": ("+49 171 39200{:02}", 0, 100),
    "GB": ("+44 7700 900{:03}", 0, 1000), "US": ("+1 202 555 01{:02}", 0, 100), "AU": ("+61 491 570 {:03}", 6, 160),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Man:
    """Somebody about whom there are forms.

    Attributes:
        names: Given, father's, perhaps grandfather's, and family name.
        kunya: With or without a nisba.
        arrived: The day he came.
        brother_of, namesake_of: Id of another, or "".
    """

    id: str
    names: tuple[Part, ...]
    kunya: tuple[Part, ...]
    mother: tuple[Part, ...]
    birth: dt.date
    country: str
    arrived: dt.date
    go_between: Figure
    brother_of: str = ""
    namesake_of: str = ""

    @property
    def is_minor(self) -> bool:
        """Whether he was not of age on the day he came."""
        return years_between(self.birth, self.arrived) < ADULT_YEARS


def years_between(birth: dt.date, day: dt.date) -> int:
    """Return how old somebody is on a day, in whole years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def population(rng: Random, kit: Kit, wanted: tuple[bool, ...]) -> tuple[Man, ...]:
    """Return a man for each truth value, which says whether the wanted go-between brought him."""
    men: list[Man] = []
    for number, his in enumerate(wanted, start=1):
        man = _stranger(rng, kit, f"P{number:05}", his=his)
        chance = rng.random()
        if men and chance < 0.03:
            other = rng.choice(men)
            names = (rng.choice([part for part in kit.given if part not in other.names]), *other.names[1:])
            man = replace(man, names=names, mother=other.mother, country=other.country, brother_of=other.id)
        elif men and chance < 0.055:
            other = rng.choice(men)
            man = replace(man, names=other.names, namesake_of=other.id)
        elif chance < 0.09:
            man = replace(man, birth=man.arrived - dt.timedelta(days=rng.randrange(14 * 366, 18 * 365)))
        men.append(man)
    return tuple(men)


def _stranger(rng: Random, kit: Kit, key: str, *, his: bool) -> Man:
    given = rng.sample(kit.given, 4)
    names = (*given[: rng.choice((1, 2, 2, 2, 3))], rng.choice(kit.family_names))
    kunya = (FATHER_OF, given[3], *((rng.choice(kit.family_names),) if rng.random() < 0.6 else ()))
    mother = (rng.choice(kit.women), *((rng.choice(kit.family_names),) if rng.random() < 0.4 else ()))
    arrived = LEAK_BEGINS + dt.timedelta(days=rng.randrange(LEAK_DAYS - 60))
    birth = arrived - dt.timedelta(days=round(rng.triangular(18.2, 48, 25) * 365.25))
    northern = rng.random() < (0.6 if his else 0.02)
    others = [code for code in kit.countries if code not in kit.wanted_countries]
    country = rng.choice(kit.wanted_countries) if northern else rng.choices(others, [kit.countries[code] for code in others])[0]
    return Man(key, names, kunya, mother, birth, country, arrived, go_between=kit.wanted if his else rng.choice(kit.go_betweens))


def arabic_of(parts: tuple[Part, ...]) -> str:
    """Return a name plainly in Arabic, as the truth has it."""
    return " ".join(arabic for arabic, _ in parts)


def phone_of(rng: Random, country: str) -> str:
    """Return a reserved number with its country's code, of a country that has some."""
    code = country if country in RESERVED and rng.random() < 0.7 else rng.choice(sorted(RESERVED))
    pattern, first, end = RESERVED[code]
    return pattern.format(rng.randrange(first, end))


def people_rows(men: tuple[Man, ...]) -> Iterator[dict[str, object]]:
    """Yield what the truth says of each man."""
    for man in men:
        yield {
            "id": man.id, "name": arabic_of(man.names), "kunya": arabic_of(man.kunya), "mother": arabic_of(man.mother),
            "birth": man.birth.isoformat(), "nationality": man.country, "arrived": man.arrived.isoformat(),
            "go_between": man.go_between.key, "is_minor": man.is_minor,
            "brother_of": man.brother_of or None, "namesake_of": man.namesake_of or None,
        }  # fmt: skip
