"""Checks what the receipts list against what the tables say was seen; tables are derived, and never believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, EntryId, SightingId, is_digest
from kashf.domain.ledger import Entry, EntryKind, Fault, Recorded
from kashf.errors import BrokenCustodyError, DamagedCaseError
from kashf.intake.receive import read_manifest
from kashf.ports.blobs import BlobStore
from kashf.services.case.open import OpenCase
from kashf.services.ledger.checking.entry_checks import is_readable


@dataclass(frozen=True, slots=True)
class HeldInTables:
    """What the tables hold.

    Args:
        receipts: The receipt of each sighting that has one.
        documents: All there are.
    """

    receipts: Mapping[SightingId, EntryId]
    documents: AbstractSet[DocumentId]


@dataclass(frozen=True, slots=True)
class ListedInReceipts:
    """What the receipts list.

    Args:
        sightings: Each with the id of its receipt.
        unread: How many manifests cannot be read; they are named as faults by their hashes, like any blob.
    """

    sightings: Mapping[SightingId, tuple[Sighting, EntryId]]
    unread: int

    @property
    def documents(self) -> frozenset[DocumentId]:
        """What was received."""
        return frozenset(seen.document for seen, _ in self.sightings.values() if seen.document)


def held_by(case: OpenCase, documents: AbstractSet[DocumentId] | None) -> HeldInTables | None:
    """Return what the tables hold with the documents they know, or None when they wait to be made anew and tell nothing."""
    return None if documents is None else HeldInTables(case.view.received(), frozenset(filter(is_digest, documents)))


def listed_in(case: OpenCase, entries: Sequence[Recorded]) -> ListedInReceipts:
    """Return what the receipts among some entries list."""
    listed: dict[SightingId, tuple[Sighting, EntryId]] = {}
    unread = 0
    for entry, id in entries:
        if entry.kind != EntryKind.RECEIPT:
            continue
        try:
            listed.update((seen.id, (seen, id)) for seen in read_receipt(case.blobs, entry))
        except (BrokenCustodyError, DamagedCaseError):
            unread += 1
    return ListedInReceipts(listed, unread)


def receipt_faults(listed: ListedInReceipts, held: HeldInTables) -> list[Fault]:
    """Compare what the receipts list with what the tables hold."""
    faults = [
        Fault("sighting", id, receipt, held.receipts.get(id, "missing"))
        for id, (_, receipt) in listed.sightings.items()
        if held.receipts.get(id, EntryId("missing")) != receipt
    ]
    if not listed.unread:
        planted = ((id, receipt) for id, receipt in held.receipts.items() if id not in listed.sightings)
        faults += [Fault("sighting", id, "in no receipt", receipt) for id, receipt in planted]
    return faults + [Fault("document", id, "listed in a receipt", "missing") for id in sorted(listed.documents - held.documents)]


def read_receipt(blobs: BlobStore, receipt: Entry) -> tuple[Sighting, ...]:
    """Return the sightings that a receipt records.

    Raises:
        BrokenCustodyError: Its manifest is missing or was changed.
        DamagedCaseError: It, or its manifest, cannot be read.
    """
    if not is_readable(receipt):
        raise DamagedCaseError(f"ledger entry {receipt.chain}/{receipt.seq} is no receipt that can be read")
    manifest = DocumentId(str(receipt.body["manifest"]))
    if fault := blobs.fault(manifest):
        raise BrokenCustodyError(expected=manifest, found=fault)
    with blobs.open(manifest) as stream:
        return read_manifest(stream.read())
