"""A case's own places: lists that people add, signed and kept as they came, so that they can be taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from kashf.domain.decisions import Retraction
from kashf.domain.entity import MentionType
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.place import KnownPlace
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.events.places.own_list import read_own_places, rows_that_look_swapped
from kashf.language.places.place_table import shipped_places
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import checked_why, record_entry
from kashf.services.ledger.word_blobs import keep_words, read_words
from kashf.services.names.list import accepted_names

#: Rows that look wrong and are named.
_MOST_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class AddedPlaces:
    """A list of places that somebody added.

    Args:
        id: Its ledger entry.
        name: What its file was called.
        words: The blob with its text.
        count: How many places it has.
        why: Words of the person.
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        person: Id of that person of the case; "" when no person of the case signed it.
        undone: The first retraction of it that counts, or None while it stands.
    """

    id: EntryId
    name: str
    words: DocumentId
    count: int
    why: str
    who: str
    when: dt.datetime
    person: str = ""
    undone: Retraction | None = None


def added_places(case: OpenCase) -> tuple[AddedPlaces, ...]:
    """Return the lists of places that people added, oldest first, with what was taken back."""
    return tuple(_ADDED.fold(case.view.entries(kinds=sorted(_ADDED.kinds))).values())


def own_places(case: OpenCase) -> tuple[KnownPlace, ...]:
    """Return the places of the lists that stand; of those with one id the last."""
    found: dict[str, KnownPlace] = {}
    for added in added_places(case):
        if added.undone is None:
            text = read_words(case.blobs, added.words).decode()
            found |= {place.id: place for place in read_own_places(text, name=added.name, table=shipped_places())}
    return tuple(found.values())


def names_to_find(case: OpenCase) -> tuple[tuple[str, MentionType], ...]:
    """Return the names that are looked for in texts of a case beside all that is known anyway: accepted ones, and its own places."""
    names = {name for place in own_places(case) for name in (place.name, *place.others)}
    return (*accepted_names(case), *((name, MentionType.PLACE) for name in sorted(names)))


def add_places(case: WritableCase, untrusted_text: str, *, name: str, why: str = "") -> AddedPlaces:
    """Keep a list of places and write down who added it; its names are looked for in all texts when the case is next processed.

    Args:
        case: Which case.
        untrusted_text: A table or GeoJSON, as `read_own_places` takes it.
        name: What its file is called.
        why: In the person's own words.

    Raises:
        UsageError: It cannot be read, or stands already.
    """
    places = read_own_places(untrusted_text, name=name, table=shipped_places())
    words = keep_words(case, untrusted_text.encode())
    if any(each.words == words and each.undone is None for each in added_places(case.reading)):
        raise UsageError(f"{name} was added already", code="places-already", name=name)
    with case.store.unit() as uow:
        body: dict[str, Json] = {"name": name, "words": words, "count": len(places), "why": checked_why(why).strip()}
        entry = record_entry(case, uow, EntryKind.PLACES_ADDED, body)
        uow.commit()
    return _ADDED.fold([(entry, entry.id)])[entry.id]


def rows_to_look_at(untrusted_text: str, *, name: str) -> tuple[tuple[int, str], ...]:
    """Return the rows of a list that was added whose latitude and longitude look changed over, each with why."""
    return tuple(islice(rows_that_look_swapped(untrusted_text, name=name, table=shipped_places()), _MOST_NAMED))


def take_places_back(case: WritableCase, added: AddedPlaces) -> None:
    """Take a list back, in what is resolved at once, and in names when the case is next processed.

    Raises:
        NotFoundError: It was taken back already.
        NotAllowedError: Another person of the case signed it.
    """
    if added.undone:
        raise NotFoundError(f"{added.name} was taken back already", code="places-taken-back", name=added.name)
    if added.person not in {"", case.person}:
        raise NotAllowedError(f"only {added.who} can take that back", code="others-places", who=added.who)
    with case.store.unit() as uow:
        record_entry(case, uow, EntryKind.UNDONE, {"entry": added.id})
        uow.commit()


def _tell(told: dict[EntryId, AddedPlaces], entry: Entry, id: EntryId) -> dict[EntryId, AddedPlaces]:
    body = entry.body
    if entry.kind == EntryKind.PLACES_ADDED:
        words, count = DocumentId(str(body.get("words"))), int(str(body.get("count", 0)))
        name, why = str(body.get("name", "")), str(body.get("why", ""))
        told[id] = AddedPlaces(id, name, words, count, why, entry.actor, entry.time, signer(entry))
    elif known := told.get(EntryId(str(body.get("entry", "")))):
        retraction = Retraction(entry.actor, entry.time, id, signer(entry))
        if known.undone is None and known.person in {"", retraction.person}:
            told[known.id] = replace(known, undone=retraction)
    return told


_ADDED: Final[Projection[dict[EntryId, AddedPlaces]]] = Projection(frozenset({EntryKind.PLACES_ADDED, EntryKind.UNDONE}), dict, _tell)
