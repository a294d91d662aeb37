"""What is true about a man and his form, before it is written down in any language."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from examples.siege.forms.kit import Field, Figure, Kit, Language, Part
from examples.siege.forms.people import Man, phone_of

#: (relation, name)
Relative = tuple[str, tuple[Part, ...]]
Fact = Man | Figure | Relative | tuple[Part, ...] | tuple[str, ...] | dt.date | str | bool
BLOOD = ("O+", "A+", "B+", "AB+", "O-", "A-", "B-")
#: What stays the same whoever asks, on all forms of a man.
OF_THE_FORM = frozenset({"date", "number", "signer"})


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from: a man, and a key for what his form alone says."""

    kit: Kit
    seed: int
    man: Man
    form: str

    @property
    def words(self) -> Language:
        """A language of the kit: all have words for the same."""
        return next(iter(self.kit.languages.values()))

    def fact(self, field: Field) -> Fact:
        """Return what a field asks for; two forms of one man agree but for what is the form's own."""
        if field.name in _OF_THE_MAN:
            return _OF_THE_MAN[field.name](self.man)
        return self.drawn(field)

    def drawn(self, field: Field, attempt: int = 0) -> Fact:
        """Return what chance says for a field; another attempt may say something else."""
        key = self.form if field.kind in OF_THE_FORM else self.man.id
        rng = Random(f"{self.seed}/{key}/{field.name}" + (f"/{attempt}" if attempt else ""))
        if field.kind == "free" and field.name in self.kit.choices:
            weights = self.kit.choices[field.name]
            return rng.choices(list(weights), list(weights.values()))[0]
        return _DRAWN[field.kind](self, field, rng)


def other_fact(field: Field, fact: Fact, source: Source, rng: Random) -> Fact:
    """Return another fact of the same kind, for a twin."""
    if isinstance(fact, bool):
        return not fact
    if isinstance(fact, dt.date):
        return fact + dt.timedelta(days=rng.choice((-1, 1)) * rng.randrange(1, 300))
    if field.name == "go_between":
        kit = source.kit
        return rng.choice([figure for figure in (*kit.go_betweens, kit.wanted) if figure != fact])
    for attempt in range(1, 100):
        other = source.drawn(field, attempt)
        if other != fact:
            return other
    raise ValueError(f"{field.name} can say one thing only")


def _day(source: Source, field: Field, rng: Random) -> dt.date:
    """Return a day that has to do with the man's coming; what is dated but the form itself comes some days after."""
    return source.man.arrived + dt.timedelta(days=rng.randrange(4) if field.name == "form_date" else rng.randrange(5, 120))


def _country(source: Source, field: Field, rng: Random) -> str:
    same = field.name != "nationality" and rng.random() < 0.8
    return source.man.country if same else rng.choice(sorted(source.kit.countries))


def _relative(source: Source, _field: Field, rng: Random) -> Relative:
    return rng.choice(sorted(source.words.relations)), (rng.choice(source.kit.given), source.man.names[-1])


def _number(source: Source, field: Field, rng: Random) -> str:
    return str(rng.randrange(*source.kit.numbers.get(field.name, (100, 10_000))))


_OF_THE_MAN: dict[str, Callable[[Man], Fact]] = {
    "name": lambda man: man,
    "kunya": lambda man: man.kunya,
    "mother": lambda man: man.mother,
    "birth": lambda man: man.birth,
    "nationality": lambda man: man.country,
    "go_between": lambda man: man.go_between,
    "entry_date": lambda man: man.arrived,
}
_DRAWN: dict[str, Callable[[Source, Field, Random], Fact]] = {
    "date": _day,
    "birth": _day,
    "number": _number,
    "nationality": _country,
    "relative": _relative,
    "signer": lambda source, _, rng: rng.choice(source.kit.signers),
    "guarantor": lambda source, _, rng: rng.choice(source.kit.guarantors),
    "go_between": lambda source, _, rng: rng.choice(source.kit.go_betweens),
    "phone": lambda source, _, rng: phone_of(rng, source.man.country),
    "yes_no": lambda source, field, rng: rng.random() < source.kit.yes_shares.get(field.name, 0.06),
    "blood": lambda _, __, rng: rng.choices(BLOOD, (40, 26, 18, 6, 5, 3, 2))[0],
    "place": lambda source, _, rng: rng.choice(sorted(source.words.places)),
    "skills": lambda source, _, rng: tuple(rng.sample(sorted(source.words.skills), rng.choice((1, 1, 2, 3)))),
    "free": lambda _, __, rng: str(rng.randrange(1000)),
}
