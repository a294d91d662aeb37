"""Which place people say that a name means: in one paper, in papers that name the same places beside it, or everywhere in the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.decisions import Retraction
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.place import KnownPlace
from kashf.errors import DamagedCaseError


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """What a person decided about a name of a place.

    Args:
        id: Its ledger entry.
        name: The folded words of the name.
        place: What it means, as it was known then; None where the person says that it cannot be told.
        document: The paper it was decided on.
        beside: Names that this paper has beside it: the decision holds for papers that have one of them, too.
        is_everywhere: Whether it holds for every paper.
        why: Words of the person.
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        person: Id of that person of the case; "" when no person of the case signed it.
        undone: The first retraction of it that counts, or None while it stands.
    """

    id: EntryId
    name: str
    place: KnownPlace | None
    document: DocumentId
    beside: frozenset[str]
    is_everywhere: bool
    why: str
    who: str
    when: dt.datetime
    person: str = ""
    undone: Retraction | None = None

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may take it back: what a person of the case signed, only that person."""
        return self.person in {"", person}

    def holds_for(self, name: str, *, document: DocumentId, beside: Collection[str]) -> bool:
        """Return whether it says something of a name in a paper, which names some others."""
        if name != self.name:
            return False
        return self.is_everywhere or document == self.document or not self.beside.isdisjoint(beside)


def choices_of(entries: Iterable[Recorded]) -> tuple[PlaceChoice, ...]:
    """Return what was decided about names of places, oldest first, with what was taken back; entries of other kinds are passed over.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    return tuple(PLACE_CHOICES.fold(entries).values())


def applying(choices: Sequence[PlaceChoice], name: str, *, document: DocumentId, beside: Collection[str]) -> tuple[PlaceChoice, ...]:
    """Return what stands and holds for a name in a paper, the last of each person, oldest first.

    What is said of the paper itself stands before what is said of its like, and that before what is said of all.
    """
    holding = [each for each in choices if each.undone is None and each.holds_for(name, document=document, beside=beside)]
    if not holding:
        return ()
    nearest = min(_distance(each, document) for each in holding)
    last: dict[str, PlaceChoice] = {}
    for each in holding:
        if _distance(each, document) == nearest:
            last.pop(each.person, None)
            last[each.person] = each
    return tuple(last.values())


def body_of_choice(
    name: str, place: KnownPlace | None, *, document: DocumentId, beside: Iterable[str], is_everywhere: bool, why: str
) -> Mapping[str, Json]:
    """Return the body of the ledger entry of a decision; latitude and longitude are exact decimals in text."""
    told: Json = None
    if place:
        told = {
            "id": place.id,
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "province": place.province,
            "lat": f"{place.latitude:.5f}",
            "lon": f"{place.longitude:.5f}",
            "reach_km": f"{place.reach_km:.1f}",
            "population": place.population,
        }
    return {
        "name": name,
        "place": told,
        "document": document,
        "beside": sorted(beside),
        "everywhere": is_everywhere,
        "why": why,
    }


def _distance(choice: PlaceChoice, document: DocumentId) -> int:
    return 0 if choice.document == document and not choice.is_everywhere else 2 if choice.is_everywhere else 1


def _tell(told: dict[EntryId, PlaceChoice], entry: Entry, id: EntryId) -> dict[EntryId, PlaceChoice]:
    if entry.kind == EntryKind.PLACE_CHOSEN:
        told[id] = _choice(entry, id)
    elif known := told.get(EntryId(str(entry.body.get("entry", "")))):
        retraction = Retraction(entry.actor, entry.time, id, signer(entry))
        if known.undone is None and known.may_be_undone_by(retraction.person):
            told[known.id] = replace(known, undone=retraction)
    return told


def _choice(entry: Entry, id: EntryId) -> PlaceChoice:
    body = entry.body
    beside, name = body.get("beside"), body.get("name")
    if not isinstance(name, str) or not name or not isinstance(beside, list | tuple):
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no decision about a place that can be read")
    return PlaceChoice(
        id=id,
        name=name,
        place=_place(entry),
        document=DocumentId(str(body.get("document", ""))),
        beside=frozenset(map(str, beside)),
        is_everywhere=body.get("everywhere") is True,
        why=str(body.get("why", "")),
        who=entry.actor,
        when=entry.time,
        person=signer(entry),
    )


def _place(entry: Entry) -> KnownPlace | None:
    told = entry.body.get("place")
    if told is None:
        return None
    try:
        if not isinstance(told, Mapping):
            raise TypeError
        name, kind, country, id, province = (str(told[each]) for each in ("name", "kind", "country", "id", "province"))
        latitude, longitude, reach = (float(str(told[each])) for each in ("lat", "lon", "reach_km"))
        return KnownPlace(name, kind, country, latitude, longitude, int(str(told["population"])), id, province, reach)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no decision about a place that can be read") from error


#: What people decided about names of places.
PLACE_CHOICES: Final[Projection[dict[EntryId, PlaceChoice]]] = Projection(
    frozenset({EntryKind.PLACE_CHOSEN, EntryKind.UNDONE}), dict, _tell
)
