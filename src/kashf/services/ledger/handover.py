"""How a delivery came to us, and whether the list of hashes that came with it agrees: sealed, but for how many."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.entries.handovers import Hop
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import EntryKind
from kashf.errors import UsageError
from kashf.intake.hash_list import HashCheck as HashCheck  # noqa: PLC0414 - doors take it from here
from kashf.intake.hash_list import HereFile, check_hashes, list_text, read_hash_list
from kashf.services.case.brought.additions import Addition, additions
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record
from kashf.services.ledger.vault.keep_note import keep_note

_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Handover:
    """What is recorded of how one delivery came.

    Args:
        entry: Of the ledger.
        hops: How many times it is said to have changed hands.
        hash_check: How many files of the sender's list match, differ, are missing and so on; None where no list was checked.
        note: What is sealed; None when it is not here, or was not asked for.
    """

    entry: EntryId
    hops: int
    hash_check: Mapping[str, Json] | None
    note: Mapping[str, Json] | None


def record_handover(
    case: WritableCase, addition: Addition, *, hops: Sequence[Hop] = (), hash_list: bytes = b""
) -> tuple[EntryId, HashCheck | None]:
    """Enter how a delivery came and what comes of the sender's list of hashes; who, and every path, are sealed.

    Args:
        case: Which case.
        addition: What one `add` took in.
        hops: From the first who is known to us.
        hash_list: The list as it came; b"" for none.

    Raises:
        UsageError: There is nothing to enter, or no line of the list is understood.
    """
    if not hops and not hash_list:
        raise UsageError("there is nothing to enter: neither hops nor a list of hashes")
    check = _checked(case.reading, addition, hash_list) if hash_list else None
    content: dict[str, Json] = {"hops": [dict(hop.as_json()) for hop in hops]} if hops else {}
    if check:
        content |= {"hash_list": list_text(hash_list), "hash_list_sha256": hashlib.sha256(hash_list).hexdigest()}
    receipts: list[Json] = [*addition.receipts]
    body: dict[str, Json] = {"receipts": receipts, "hops": len(hops), "hash_check": _counted(check) if check else None}
    with case.store.unit() as uow:
        entry = record(case, uow, EntryKind.HANDOVER, {**body, **keep_note(case, uow, content)})
        uow.commit()
    return entry, check


def handovers(case: OpenCase, addition: Addition, *, with_notes: bool = True) -> tuple[Handover, ...]:
    """Return what is recorded of how a delivery came, oldest first.

    Args:
        case: Which case.
        addition: What one `add` took in.
        with_notes: Open what is sealed: who gave it to whom.

    Raises:
        BrokenCustodyError: A sealed note is not what was sealed.
    """
    return tuple(_handovers(case, addition, with_notes=with_notes))


def _handovers(case: OpenCase, addition: Addition, *, with_notes: bool) -> Iterator[Handover]:
    for entry, id in case.view.entries(kinds=(EntryKind.HANDOVER,)):
        receipts, check = entry.body.get("receipts"), entry.body.get("hash_check")
        if isinstance(receipts, list) and set(map(str, receipts)) & set(addition.receipts):
            note = case.sealed.note(str(entry.body["sealed"])) if with_notes else None
            yield Handover(id, int(str(entry.body.get("hops") or 0)), check if isinstance(check, dict) else None, note)


def _checked(case: OpenCase, addition: Addition, hash_list: bytes) -> HashCheck:
    listed = read_hash_list(hash_list)
    if not listed.files:
        raise UsageError("no line of the list of hashes is understood; it may be one of sha256sum, BSD tools, hashdeep or a table")
    own = DocumentId(hashlib.sha256(hash_list).hexdigest())
    here = [file for document, file in _here(case, addition, listed.algorithms) if document != own]
    return check_hashes(listed, here)


def _here(case: OpenCase, addition: Addition, algorithms: Sequence[str]) -> Iterator[tuple[DocumentId | None, HereFile]]:
    """Yield the files of a delivery, and what the same source gave at other times, with hashes computed from the kept bytes.

    What was stopped and begun again, or given twice, came by several receipts.
    """
    own, received = set(addition.receipts), case.view.received()
    receipts = [id for each in additions(case) if each.channel == addition.channel for id in each.receipts]
    for document in case.view.brought_by(receipts):
        seen = [(sighting, receipt) for sighting, receipt in case.view.sightings(document) if receipt in receipts]
        hashes = _hashes(case, document, algorithms) if seen else {}
        yield from ((document, HereFile(sighting.path, hashes, receipt not in own)) for sighting, receipt in seen)
    yield from ((None, HereFile(each.path, {})) for each in case.view.unreadable() if received.get(each.id) in own)


def _hashes(case: OpenCase, document: DocumentId, algorithms: Sequence[str]) -> Mapping[str, str]:
    """Return hashes of a document; that by which it is kept was computed when it came, and `kashf verify` proves it."""
    others = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms if name != "sha256"}
    if others:
        with case.blobs.open(document) as file:
            while chunk := file.read(_CHUNK_BYTES):
                for each in others.values():
                    each.update(chunk)
    return {"sha256": str(document)} | {name: each.hexdigest() for name, each in others.items()}


def _counted(check: HashCheck) -> dict[str, Json]:
    """Return what the ledger holds of a check: no path."""
    return {
        "algorithms": list(check.algorithms),
        "weak": check.is_weak,
        "matches": check.matches,
        "differs": len(check.differs),
        "missing": len(check.missing),
        "unlisted": len(check.unlisted),
        "unread_lines": len(check.unread_lines),
    }
