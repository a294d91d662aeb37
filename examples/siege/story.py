"""The letters that the story is told from, a forgery that somebody planted among them, and what a second channel brought."""

import datetime as dt
from dataclasses import replace
from random import Random
from typing import NamedTuple

from examples.siege.cast import CODE_NAMES, Cast
from examples.siege.fill import Fixed
from examples.siege.operations import SCRIPTS, Operation
from examples.siege.plan import Spec

#: Operations from this number on are those of the story.
FIRST = 1_000_000
#: When both channels had handed over what they had.
RECEIVED = dt.date(2016, 4, 12)
COURIER, SECOND = "kestrel-1", "plover-2"
#: How many letters of the second channel are its own.
OWN = 12


class Told(NamedTuple):
    """A letter of the story: what it orders, its day, and when it is to happen."""

    id: str
    kind: str
    day: dt.date
    end: dt.date


#: The forgery has a day behind that on which it came.
LETTERS = (
    Told("withdrawal", "withdrawal", dt.date(2014, 9, 2), dt.date(2014, 9, 9)),
    Told("passage", "passage", dt.date(2014, 6, 3), dt.date(2014, 7, 1)),
    Told("evacuation", "evacuation", dt.date(2013, 11, 19), dt.date(2013, 11, 24)),
    Told("forged", "withdrawal", dt.date(2016, 5, 3), dt.date(2016, 5, 10)),
)


def story_operation(seed: int, number: int, cast: Cast) -> Operation:
    """Return an operation of the story, of which the order alone is in the leak."""
    told = LETTERS[number - FIRST]
    rng = Random(f"{seed}/story/{told.kind}")
    chief, field_officer = rng.sample(cast.people, 2)
    place, unit, code = rng.choice(cast.places), rng.choice(cast.units), rng.choice(CODE_NAMES)
    script = next(script for script in SCRIPTS if script.kind == told.kind)
    reference = rng.randrange(100, 4000)
    fixed = Fixed(place, unit, code, reference=reference, day=told.day, end=told.end)
    return Operation(f"S{told.id}", script, fixed, chief, field_officer, days=(told.day,) * 3, numbers=(reference,) * 3)


def with_story(specs: tuple[Spec, ...]) -> tuple[Spec, ...]:
    """Return the files of a leak below the folder of its courier, with the story among them, and those of a second channel."""
    told = [
        Spec(f"{each.id}.txt", "letter_utf8", f"S{each.id}", each.id, operation=FIRST + at, role="order") for at, each in enumerate(LETTERS)
    ]
    both = (replace(told[0], path="copy of a withdrawal.txt"), replace(told[2], path="evacuation, sent on.txt", change="header"))
    own = (Spec(f"letter {number}.txt", "letter_utf8", f"S{number:02}", f"S{number:02}") for number in range(OWN))
    return (
        *(replace(spec, path=f"{COURIER}/{spec.path}") for spec in (*specs, *told)),
        *(replace(spec, path=f"{SECOND}/{spec.path}") for spec in (*both, *own)),
    )


def story_rows() -> list[dict[str, str]]:
    """Return what is true of the letters of the story."""
    return [
        {
            "what": each.id,
            "letter": f"LS{each.id}",
            "file": f"{COURIER}/{each.id}.txt",
            "day": each.day.isoformat(),
            "received": RECEIVED.isoformat(),
        }
        for each in LETTERS
    ]
