"""What a person wrote into a file to be weighed, read with the place of each fault; nothing that is missing is guessed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.errors import BadEvidenceError
from kashf.language.recognising.as_seen import says_something

#: Bytes of a file of checks, reports or a board: more was not written by people.
MOST_BYTES: Final = 4 << 20
#: Code points of a name, and of a sentence.
_LONGEST_ID: Final = 100
_LONGEST_WORDS: Final = 2000


@dataclass(frozen=True, slots=True)
class GivenObject:
    """One object of such a file.

    Args:
        place: Where it stands, as messages name it.
        untrusted_values: As parsed.
    """

    place: str
    untrusted_values: Mapping[str, object]

    def has(self, key: str) -> bool:
        """Return whether something is given under a key."""
        return self.untrusted_values.get(key) is not None

    def words(self, key: str, *, longest: int = _LONGEST_WORDS, default: str | None = None) -> str:
        """Return the words under a key; without a default they have to be there."""
        value = self.untrusted_values.get(key, default)
        if not isinstance(value, str) or len(value) > longest or (default is None and not says_something(value)):
            raise self.fault(f"{key!r} has to be words of at most {longest} characters")
        return value.strip()

    def id(self, key: str = "id") -> str:
        """Return a name by which something is called elsewhere in the file."""
        return self.words(key, longest=_LONGEST_ID)

    def number(self, key: str, *, low: float, high: float, default: float | None = None) -> float:
        """Return a number within bounds."""
        return self.as_number(self.untrusted_values.get(key, default), key, low=low, high=high)

    def chance(self, key: str, *, default: float | None = None) -> float:
        """Return a number in [0..1]."""
        return self.number(key, low=0, high=1, default=default)

    def whole(self, key: str, *, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number within bounds."""
        value = self.number(key, low=low, high=high, default=default)
        if value != int(value):
            raise self.fault(f"{key!r} has to be a whole number")
        return int(value)

    def objects(self, key: str, *, optional: bool = False) -> tuple[GivenObject, ...]:
        """Return the objects of a list."""
        value = self.untrusted_values.get(key, [] if optional else None)
        if not isinstance(value, list):
            raise self.fault(f"{key!r} has to be a list")
        return tuple(self._object(each, f"{key}[{number}]") for number, each in enumerate(value, start=1))

    def part(self, key: str) -> GivenObject:
        """Return the object under a key; an empty one where there is none."""
        return self._object(self.untrusted_values.get(key, {}), key)

    def only(self, *known: str) -> None:
        """Check that there is nothing but what is known, so that a slip of the pen is not passed over."""
        unknown = sorted(set(map(str, self.untrusted_values)) - set(known))
        if unknown:
            raise self.fault(f"unknown: {', '.join(unknown)[:200]}; known are {', '.join(known)}")

    def as_number(self, value: object, key: str, *, low: float, high: float) -> float:
        """Return a value that has to be a number within bounds."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.fault(f"{key!r} has to be a number from {low:g} to {high:g}")
        return float(value)

    def fault(self, what: str) -> BadEvidenceError:
        """Return an error that names this place."""
        return BadEvidenceError(f"{self.place}: {what}", code="evidence-file", place=self.place, what=what)

    def _object(self, value: object, at: str) -> GivenObject:
        place = f"{self.place}.{at}" if self.place != "file" else at
        if not isinstance(value, Mapping):
            raise BadEvidenceError(f"{place} has to be an object", code="evidence-file", place=place, what="object")
        return GivenObject(place, value)


def given_object(untrusted_content: bytes) -> GivenObject:
    """Return what a file holds.

    Raises:
        BadEvidenceError: It is no JSON object in UTF-8, has a key twice, or is too long.
    """
    if len(untrusted_content) > MOST_BYTES:
        raise BadEvidenceError("the file is longer than 4 MB", code="evidence-file", place="file", what="4 MB")
    try:
        untrusted = json.loads(untrusted_content.decode("utf-8-sig"), object_pairs_hook=_once)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BadEvidenceError(f"the file is not JSON in UTF-8: {error}"[:300], code="evidence-file", place="file", what="JSON") from error
    except (ValueError, RecursionError) as error:
        found = "a key is given twice, a number is too long, or lists stand in lists too deeply"
        raise BadEvidenceError(f"the file cannot be read: {found}", code="evidence-file", place="file", what="JSON") from error
    if not isinstance(untrusted, dict):
        raise BadEvidenceError("the file has to hold one JSON object", code="evidence-file", place="file", what="{...}")
    return GivenObject("file", untrusted)


def once(ids: Sequence[str], what: str) -> None:
    """Check that no two things are called the same.

    Raises:
        BadEvidenceError: Two are.
    """
    twice = sorted(each for each, count in Counter(ids).items() if count > 1)
    if twice:
        raise BadEvidenceError(f"duplicate {what}: {', '.join(twice)[:200]}", code="evidence-twice", what=what, ids=", ".join(twice)[:200])


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice in one object")
    return found
