"""Who passed files on, by a code name. What could name a source stands in no entry: an entry holds a commitment to it at most."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kashf.domain.ids import EntryId, Json, canonical_json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.projections import Projection


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
    return tuple(str(entry.body["sealed"]) for entry, _ in entries if entry.kind in _KINDS and entry.body.get("sealed"))


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
_SOURCES: Projection[dict[str, Source]] = Projection(_KINDS, dict, _entered)
