"""Who passed files on, and what they are to a case.

A source has a code name; what could name it stands in no entry, which holds a commitment to it at most. A delivery is the leak itself,
our own work on it, or reference kept beside it; numbers are of the leak unless told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import EntryId, Json, canonical_json
from kashf.domain.ledger import Entry, EntryKind, Recorded


class Collection(StrEnum):
    """What a delivery is, in the order in which a document that came by several belongs to one."""

    LEAK = "leak"
    OWN_WORK = "own-work"
    REFERENCE = "reference"


class Scope(StrEnum):
    """What a number is of: one collection, or all."""

    LEAK = "leak"
    OWN_WORK = "own-work"
    REFERENCE = "reference"
    ALL = "all"


def belongs_to(brought_by: Iterable[Collection]) -> Collection:
    """Return the collection of a document that came by some deliveries: what is in the leak is leak, whoever else keeps a copy.

    >>> belongs_to([Collection.REFERENCE, Collection.LEAK])
    <Collection.LEAK: 'leak'>
    """
    return min(brought_by, key=list(Collection).index)


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody, or something, that files came from.

    Args:
        id: Made at random, 32 hex digits; "" for one of which only receipts of an earlier kashf tell.
        code_name: What the case calls it.
        sealed: Commitments to sealed notes about it, oldest first.
    """

    id: str
    code_name: str
    sealed: tuple[str, ...] = ()


def sources(entries: Iterable[Recorded]) -> tuple[Source, ...]:
    """Return the sources of a case by code name: those that were entered, and those that only receipts name."""
    found = _SOURCES.fold(entries)
    return tuple(found[name] for name in sorted(found))


def sealed_by(entries: Iterable[Recorded]) -> tuple[str, ...]:
    """Return every commitment to a sealed note that entries hold, in their order."""
    return tuple(str(entry.body["sealed"]) for entry, _ in entries if entry.kind in _SEALING and entry.body.get("sealed"))


def boxes_by(entries: Iterable[Recorded]) -> dict[str, str]:
    """Return the SHA-256 of the encrypted form of sealed notes by the commitments to them, as entries tell it."""
    found: dict[str, str] = {}
    for entry, _ in entries:
        if entry.kind in _SEALING and entry.body.get("box"):
            found[str(entry.body.get("sealed"))] = str(entry.body["box"])
        moved = entry.body.get("boxes") if entry.kind == EntryKind.VAULT else None
        found |= {str(note): str(box) for note, box in moved.items()} if isinstance(moved, dict) else {}
    return found


def vault_key(entries: Iterable[Recorded]) -> str:
    """Return the public key of the case's vault in hex, as entries tell it; "" before there was one."""
    return next((str(entry.body.get("public")) for entry, _ in reversed([*entries]) if entry.kind == EntryKind.VAULT), "")


def commitment(salt: bytes, content: Mapping[str, Json]) -> str:
    """Return what the ledger holds of a sealed note: with the salt it proves the note, without it it tells nothing, not even to a guess.

    Args:
        salt: 32 random bytes, kept with the note.
        content: The note.
    """
    return hashlib.sha256(salt + canonical_json(content)).hexdigest()


def _entered(found: dict[str, Source], entry: Entry, _id: EntryId) -> dict[str, Source]:
    is_receipt = entry.kind == EntryKind.RECEIPT
    id, name = str(entry.body.get("source") or ""), str(entry.body.get("channel" if is_receipt else "code_name", ""))
    known = found.get(name, Source(id, name))
    sealed = (str(entry.body["sealed"]),) if entry.body.get("sealed") and not is_receipt else ()
    found[name] = replace(known, id=known.id or id, sealed=(*known.sealed, *sealed))
    return found


_KINDS = frozenset({EntryKind.SOURCE, EntryKind.RECEIPT})
_SEALING = _KINDS | {EntryKind.OPENED, EntryKind.HANDOVER}
_SOURCES: Projection[dict[str, Source]] = Projection(_KINDS, dict, _entered)
