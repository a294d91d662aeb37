"""What people decided about what lies in a case: deliveries set aside, and files that could not be read, each with what is to become of it.

Nothing is destroyed by any of it, and each can be taken back: what is set aside or excluded is left out of every answer, and counted there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from kashf.domain.decisions import Retraction
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.errors import DamagedCaseError


class DispositionKind(StrEnum):
    """What is to become of what a disposition is about."""

    #: A delivery: it should not have been taken in.
    SET_ASIDE = "set-aside"
    #: A file that could not be read, or not whole: another one of the case stands for it.
    REPLACED = "replaced"
    #: It stays as it is, unread, and that is known.
    ACCEPTED_UNREAD = "accepted-unread"
    #: It is left out, with what was unpacked from it and lies nowhere else.
    EXCLUDED = "excluded"


#: What is left out of every answer.
_LEFT_OUT: Final = frozenset({DispositionKind.SET_ASIDE, DispositionKind.EXCLUDED})
#: What may become of a file that is an exception.
OF_FILES: Final = (DispositionKind.REPLACED, DispositionKind.ACCEPTED_UNREAD, DispositionKind.EXCLUDED)


@dataclass(frozen=True, slots=True)
class Disposition:
    """What somebody decided about some of what lies in a case.

    Args:
        id: Its ledger entry.
        about: Ids of receipts, or of documents and of sightings that could not be read.
        outcome: What is to become of them.
        why: Words of the person.
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        person: Id of that person of the case; "" when no person of the case signed it.
        undone: The first retraction of it that counts, or None while it stands.
        by: The document that replaces the file; "" for every other kind.
    """

    id: EntryId
    about: tuple[str, ...]
    outcome: DispositionKind
    why: str
    who: str
    when: dt.datetime
    person: str = ""
    undone: Retraction | None = None
    by: str = ""

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may take it back: what a person of the case signed, only that person."""
        return self.person in {"", person}


def dispositions_of(entries: Iterable[Recorded]) -> tuple[Disposition, ...]:
    """Return what was decided, oldest first, with what was taken back; entries of other kinds are passed over."""
    return tuple(DISPOSITIONS.fold(entries).values())


def left_out(dispositions: Iterable[Disposition]) -> tuple[str, ...]:
    """Return what is left out of every answer, each once, by id."""
    return tuple(sorted(id for id, each in standing(dispositions).items() if each.outcome in _LEFT_OUT))


def standing(dispositions: Iterable[Disposition]) -> dict[str, Disposition]:
    """Return what holds about each receipt, document and sighting: of what was not taken back, the last.

    Args:
        dispositions: Oldest first.
    """
    return {id: each for each in dispositions if each.undone is None for id in each.about}


def _tell(told: dict[EntryId, Disposition], entry: Entry, id: EntryId) -> dict[EntryId, Disposition]:
    if entry.kind == EntryKind.SET_ASIDE:
        told[id] = _disposition(entry, id, _texts(entry.body.get("receipts")), DispositionKind.SET_ASIDE)
    elif entry.kind == EntryKind.EXCEPTION:
        outcome = _outcome(entry)
        told[id] = replace(_disposition(entry, id, _texts(entry.body.get("files")), outcome), by=str(entry.body.get("by") or ""))
    elif known := told.get(EntryId(str(entry.body.get("entry")))):
        retraction = Retraction(entry.actor, entry.time, id, signer(entry))
        if known.undone is None and known.may_be_undone_by(retraction.person):
            told[known.id] = replace(known, undone=retraction)
    return told


def _disposition(entry: Entry, id: EntryId, about: tuple[str, ...], outcome: DispositionKind) -> Disposition:
    return Disposition(id, about, outcome, str(entry.body.get("why", "")), entry.actor, entry.time, signer(entry))


def _outcome(entry: Entry) -> DispositionKind:
    try:
        return DispositionKind(str(entry.body.get("outcome")))
    except ValueError as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no decision about an exception that can be read") from error


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


_KINDS: Final = frozenset({EntryKind.SET_ASIDE, EntryKind.EXCEPTION, EntryKind.UNDONE})
#: What is to become of what lies in a case.
DISPOSITIONS: Final[Projection[dict[EntryId, Disposition]]] = Projection(_KINDS, dict, _tell)
