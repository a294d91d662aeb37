"""Whether a case is what was received and recorded, and making it again from just that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, EntryId, SightingId
from kashf.domain.ledger import Entry, Fault, Kind, chain_faults, merkle_root
from kashf.errors import BrokenCustodyError, DamagedCaseError, IntegrityError
from kashf.intake.receive import read_manifest
from kashf.ports.blobs import BlobStore
from kashf.ports.stores import DocumentRecord
from kashf.services.handles import OpenCase, WritableCase
from kashf.services.record import record
from kashf.services.versions import READ_VERSION


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the case is what was received and recorded.

    Args:
        head: Merkle tree hash over all ledger entries, in hex; keep it elsewhere to notice a cut-off tail.
        entries: How many there are.
        blobs: How many were hashed again.
        faults: Everything that is not as recorded; empty when the case is intact.
    """

    head: str
    entries: int
    blobs: int
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no fault."""
        return not self.faults


def verify(case: OpenCase) -> Verification:
    """Recompute the ledger's chains and head, and hash every blob again; takes about 5 s a gigabyte."""
    entries = case.view.entries()
    faults = list(chain_faults((entry for entry, _ in entries), recorded={(e.device, e.seq): id for e, id in entries}))
    named: dict[DocumentId, str] = {}
    for entry, _ in entries:
        if entry.kind is Kind.RECEIPT:
            named.setdefault(DocumentId(str(entry.body["manifest"])), "manifest")
    faults += _manifest_faults(case, entries)
    for found in _all_documents(case):
        named.setdefault(found.id, "blob")
    present = dict.fromkeys(case.blobs.ids(), "blob")
    checked = sorted({*named, *present})
    for id in checked:
        if fault := case.blobs.fault(id):
            faults.append(Fault(named.get(id, "blob"), id, id, fault))
    return Verification(head_of(entries), len(entries), len(checked), tuple(dict.fromkeys(faults)))


def rebuild(case: WritableCase) -> int:
    """Throw away all that is derived and take up again what the receipts list; `process` then reads and indexes it.

    Returns:
        How many sightings the receipts list.

    Raises:
        IntegrityError: The ledger is broken; nothing was thrown away.
    """
    entries = case.reading.view.entries()
    faults = chain_faults((entry for entry, _ in entries), recorded={(e.device, e.seq): id for e, id in entries})
    if faults:
        raise IntegrityError(f"the ledger is broken at {faults[0].where}; nothing was thrown away")
    lists = [(id, read_receipt(case.reading.blobs, entry)) for entry, id in entries if entry.kind is Kind.RECEIPT]
    with case.store.unit() as uow:
        uow.forget_derived()
        for receipt, sightings in lists:
            uow.sight(sightings, receipt=receipt, depth=0, read_version=READ_VERSION)
        record(case, uow, Kind.REBUILT, {"read_version": READ_VERSION})
        uow.commit()
    case.reading.index.clear()
    return sum(len(sightings) for _, sightings in lists)


def read_receipt(blobs: BlobStore, receipt: Entry) -> tuple[Sighting, ...]:
    """Return the sightings that a receipt records.

    Raises:
        BrokenCustodyError: Its manifest is missing or was changed.
        DamagedCaseError: Its manifest cannot be read.
    """
    manifest = DocumentId(str(receipt.body["manifest"]))
    if fault := blobs.fault(manifest):
        raise BrokenCustodyError(expected=manifest, found=fault)
    with blobs.open(manifest) as stream:
        return read_manifest(stream.read())


def export_ledger(case: OpenCase) -> Iterable[bytes]:
    """Yield each ledger entry as a line of canonical JSON, by device and place."""
    for entry, _ in case.view.entries():
        yield entry.canonical() + b"\n"


def head_of(entries: Sequence[tuple[Entry, EntryId]]) -> str:
    """Return the Merkle tree hash over all entries, in hex."""
    return merkle_root([bytes.fromhex(entry.id) for entry, _ in entries]).hex()


def _manifest_faults(case: OpenCase, entries: Sequence[tuple[Entry, EntryId]]) -> list[Fault]:
    """Compare what the receipts list with what the tables say was seen."""
    faults: list[Fault] = []
    recorded = case.view.received()
    listed: dict[SightingId, EntryId] = {}
    for entry, id in entries:
        if entry.kind is not Kind.RECEIPT:
            continue
        try:
            listed.update((seen.id, id) for seen in read_receipt(case.blobs, entry))
        except (BrokenCustodyError, DamagedCaseError):
            return faults  # The manifest itself is named as a fault by its hash.
    for seen_id, receipt in listed.items():
        if recorded.get(seen_id) != receipt:
            faults.append(Fault("sighting", seen_id, receipt, recorded.get(seen_id, "missing")))
    faults += [Fault("sighting", id, "in no receipt", receipt) for id, receipt in recorded.items() if id not in listed]
    return faults


def _all_documents(case: OpenCase) -> Iterable[DocumentRecord]:
    after = ""
    while found := case.view.documents(after=after, limit=1000):
        yield from found
        after = found[-1].id
