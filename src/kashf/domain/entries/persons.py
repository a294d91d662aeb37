"""Who works on a case. A person is introduced once, by an entry; what a person then writes down names that entry.

A person has a key, which that entry or a later one names, and signs with it what they write. One whom an earlier kashf introduced has none
until they sign again: what was written under that name is a record and no proof.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import EntryId, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded

#: Where the body of an entry names the person who signed it.
SIGNED_BY: Final = "person"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works on a case.

    Args:
        id: The ledger entry that introduced them.
        name: As they are called in the case.
        key: What their signatures can be checked with; "" for one of an earlier kashf.
    """

    id: str
    name: str
    key: str = ""


def persons_of(entries: Iterable[Recorded]) -> tuple[Person, ...]:
    """Return the persons of a case in the order in which they were introduced; entries of other kinds are passed over."""
    return tuple(PERSONS.fold(entries))


def find_person(persons: Iterable[Person], name: str) -> Person | None:
    """Return the first person who is called so, or None; see `as_called`.

    >>> find_person([Person("1", "Layla Haddad")], " layla  haddad").id
    '1'
    """
    return next((each for each in persons if as_called(each.name) == as_called(name)), None)


def signer(entry: Entry) -> str:
    """Return the id of the person who signed an entry, or "" when no person of the case did: a name of the settings is none."""
    signed = entry.body.get(SIGNED_BY)
    return signed if isinstance(signed, str) else ""


def as_called(name: str) -> str:
    """Return a name as it is told from others: without capitals, further blanks, other forms of a letter, and what cannot be seen.

    So nobody becomes two persons, and nothing two sources, by what no reader can tell apart.

    >>> as_called(" Layla\u200b  \uff28addad")
    'layla haddad'
    """
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", name) if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", seen.casefold()).split())


def _introduce(persons: list[Person], entry: Entry, id: EntryId) -> list[Person]:
    told = entry.body.get("key")
    key = told if isinstance(told, str) and is_digest(told) else ""
    if entry.kind == EntryKind.PERSON_KEY:
        return [replace(each, key=key) if each.id == entry.body.get("of") and not each.key else each for each in persons]
    return [*persons, Person(id, str(entry.body.get("name") or ""), key)]


#: Who was introduced to the case, and with which key they sign: the first that is named.
PERSONS: Final[Projection[list[Person]]] = Projection(frozenset({EntryKind.PERSON, EntryKind.PERSON_KEY}), list, _introduce)
