"""Whether a case is what was received and recorded, and making it again from just that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kashf.domain.document import Sighting
from kashf.domain.entries.heads import ChainState, Covered, chain_states, find_head, head_of
from kashf.domain.entries.references import reference_faults
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import EntryKind, Fault, Recorded, case_id, chain_faults, count_unknown
from kashf.domain.sealing.row_seals import SEALED
from kashf.errors import IntegrityError, UnfinishedError
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.versions import READ_VERSION
from kashf.services.ledger.checking.blob_checks import blobs_named, check_blobs
from kashf.services.ledger.checking.entry_checks import destroyed_documents, entry_faults, is_readable
from kashf.services.ledger.checking.fault_names import with_names
from kashf.services.ledger.checking.folder_checks import folder_faults
from kashf.services.ledger.checking.index_checks import check_index
from kashf.services.ledger.checking.label_checks import label_faults
from kashf.services.ledger.checking.receipt_checks import held_by, listed_in, read_receipt, receipt_faults
from kashf.services.ledger.checking.records_checks import records_faults
from kashf.services.ledger.checking.row_checks import RowCheck, check_rows
from kashf.services.ledger.place_decisions import keep_quotes
from kashf.services.ledger.record import record
from kashf.services.ledger.sealing.seal_rows import take_over_rows
from kashf.services.ledger.set_aside import leave_out
from kashf.services.ledger.signing.at_home import NOWHERE, AtHome, seen_faults
from kashf.services.ledger.signing.check_signatures import Restart, check_signatures
from kashf.services.ledger.signing.timestamping import HeadTimestamp, check_timestamps
from kashf.services.ledger.standing.named_documents import document_faults
from kashf.services.ledger.vault.note_faults import note_faults

#: What lies in containers that are set aside, with its depth.
InsideAside = tuple[tuple[int, tuple[Sighting, ...]], ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the case is what was received and recorded.

    Args:
        case: Id of the case, by which two of the same name are told apart; "" when nothing says which it is.
        head: Hash over all chains of the ledger, in hex; keep it elsewhere to notice a cut-off tail.
        chains: How far each chain is; custody alone, if only that is told.
        entries: How many there are.
        unknown: How many of them are of kinds that this kashf does not know.
        blobs: How many were hashed again.
        faults: Everything that is not as recorded; empty when the case is intact.
        covered: What an earlier head covered; None when none was given or nothing gives it.
        sealed_away: Sealed notes that the ledger commits to and that are not here: taken out, which breaks nothing.
        signed: Entries that the installation which wrote them signed.
        signed_here: Entries that the installation which asks signed, and which nobody who is in the case let in yet.
        before_keys: Entries that nobody signed, since the case had no keys when they were written.
        rows: What is known of the rows that were made from what was received; None when only a ledger was looked at.
        is_index_sure: Whether every file of the index was held against the hashes that the ledger names.
        pending_blobs: Blobs that nothing names since a run that kept them was stopped, or is under way; the next run ends that.
        timestamps: What whoever gives the time says of earlier heads, each checked again.
        restarts: Where an installation that nobody let in started the case again; what rests on that is not among `signed`.
    """

    case: str
    head: str
    chains: tuple[ChainState, ...]
    entries: int
    unknown: int
    blobs: int
    faults: tuple[Fault, ...]
    covered: Covered | None = None
    sealed_away: int = 0
    signed: int = 0
    before_keys: int = 0
    signed_here: int = 0
    pending_blobs: int = 0
    rows: RowCheck | None = None
    is_index_sure: bool = False
    timestamps: tuple[HeadTimestamp, ...] = ()
    restarts: tuple[Restart, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is no fault."""
        return not self.faults


def verify(case: OpenCase, *, earlier_head: str = "", covering: int = 0, home: AtHome = NOWHERE) -> Verification:
    """Recompute the ledger's chains and head, hash every blob again, and look whether all is as it was recorded; about 5 s a gigabyte.

    What must be there is told by the receipts and their manifests; what is derived is held against them, never believed. Tables that
    wait to be made anew by this kashf tell nothing, and are passed over.

    Args:
        case: Which case.
        earlier_head: One that was kept elsewhere, 64 hex digits; it is a fault when nothing in the case gives it.
        covering: How many entries that head covers; 0 when that was not kept.
        home: What the installation that asks knows of the case.
    """
    with case.view.snapshot():
        (entries, unread), signatures = case.view.whole_ledger(), case.view.entry_signatures()
        listed = listed_in(case, entries)
        rows = check_rows(case, entries, listed.sightings)
        held = held_by(case, rows.documents)
    ledger = verify_entries(entries, earlier_head=earlier_head, covering=covering)
    signed = check_signatures(entries, signatures, case.holds, own=(home.device, home.key))
    timestamps, not_stamped = check_timestamps(entries, case.vouches)
    blobs = check_blobs(case, entries, listed, held)
    index = check_index(case, entries)
    away, sealed = note_faults(case, [each for each in entries if is_readable(each[0])])
    faults = [
        *unread,
        *ledger.faults,
        *signed.faults,
        *not_stamped,
        *seen_faults(home, entries, ledger.case),
        *(label_faults(case.label, entries) if case.label else ()),
        *folder_faults(case.path),
        *records_faults(case),
        *(receipt_faults(listed, held) if held else ()),
        *(document_faults(case, entries, listed.documents | held.documents) if held else ()),
        *blobs.faults,
        *rows.faults,
        *index.faults,
        *sealed,
    ]
    told = replace(ledger, blobs=blobs.checked, faults=with_names(case, faults, listed), sealed_away=away, pending_blobs=blobs.pending)
    known = replace(told, signed=signed.signed, before_keys=signed.before_keys, signed_here=signed.own, timestamps=timestamps)
    return replace(known, restarts=signed.restarts, rows=rows.check, is_index_sure=index.is_sure)


def verify_entries(entries: Sequence[Recorded], *, earlier_head: str = "", covering: int = 0) -> Verification:
    """Recompute chains and head of a ledger alone; no blob is looked at.

    Args:
        entries: With the ids recorded beside them.
        earlier_head: As `verify` takes it.
        covering: As `verify` takes it.
    """
    told = [(entry, entry.id) for entry, _ in entries]
    chains, case = chain_states(told), case_id(told)
    covered = find_head(told, earlier_head, count=covering) if earlier_head else None
    faults = [*chain_faults(entries)]
    faults += entry_faults(entries)
    faults += reference_faults(told)
    if earlier_head and covered is None:
        faults.append(_not_had(told, earlier_head, covering))
    if not case:
        faults.append(Fault("ledger", "the entry that made the case", "created", "missing"))
    unknown = count_unknown(Counter(entry.kind for entry, _ in entries))
    return Verification(case, head_of(chains), chains, len(entries), unknown, 0, tuple(faults), covered)


def _not_had(told: Sequence[Recorded], head: str, covering: int) -> Fault:
    """Return what is told of a head that the case did not have, or not over so many entries."""
    if covering and (other := find_head(told, head, count=0)):
        found, then = f"it covers {other.entries} ledger entries", f"kashf verify CASE --head {head} --entries {other.entries}"
        return Fault("head", head, f"over {covering} ledger entries", found, remedy=then)
    return Fault("head", head, "a head that this case had", "nothing in this case gives it")


def prepare_rebuild(case: WritableCase) -> InsideAside:
    """Write down what would be forgotten where a case is made anew, and return what is not unpacked again."""
    inside = _inside_what_is_aside(case.reading)
    _await_unpacking(case)
    keep_quotes(case)
    return inside


def rebuild(case: WritableCase, inside: InsideAside = ()) -> int:
    """Throw away all that is derived and take up again what the receipts list; `process` then reads and indexes it.

    Args:
        case: Which case.
        inside: What `prepare_rebuild` returned, where its records were made anew since.

    Returns:
        How many sightings the receipts list.

    Raises:
        IntegrityError: The ledger is broken; nothing was thrown away.
    """
    receipts, inside = check_receipts(case), (*inside, *prepare_rebuild(case))
    with case.store.unit() as uow:
        uow.renew(everything=True)
        count = _sight(uow, receipts)
        for depth, members in inside:
            uow.sight(members, receipt=None, depth=depth)
        uow.destroy(sorted(destroyed_documents(case.reading.view.entries(kinds=(EntryKind.DESTROYED,)))))
        leave_out(case, uow)
        record(case, uow, EntryKind.REBUILT, {"read_version": READ_VERSION, **SEALED})
        uow.commit()
    case.reading.index.clear()
    return count


def bring_forward(case: WritableCase) -> None:
    """Make tables that another kashf made in another form anew; what they held waits to be done again. Harmless when there are none.

    Raises:
        IntegrityError: The ledger is broken; nothing was thrown away.
    """
    with case.store.unit() as uow:
        groups = uow.renew()
        if "documents" in groups:
            _await_unpacking(case)
            _sight(uow, check_receipts(case))
            uow.destroy(sorted(destroyed_documents(case.reading.view.entries(kinds=(EntryKind.DESTROYED,)))))
        if groups:
            leave_out(case, uow)
            uow.commit()
    if "documents" in groups:
        case.reading.index.clear()
    take_over_rows(case)


def check_receipts(case: WritableCase) -> list[tuple[EntryId, tuple[Sighting, ...]]]:
    """Return what each receipt lists, from a ledger that is not broken."""
    entries = case.reading.view.entries()
    faults = chain_faults(entries)
    if faults:
        raise IntegrityError(f"the ledger is broken at {faults[0].where}; nothing was thrown away")
    return [(id, read_receipt(case.reading.blobs, entry)) for entry, id in entries if entry.kind == EntryKind.RECEIPT]


def _await_unpacking(case: WritableCase) -> None:
    """Write down that what was unpacked is named again only when it is unpacked again, perhaps by other readers that find less."""
    named = blobs_named(case.reading.view.entries(), frozenset())
    case.reading.blobs.mark_pending([id for id in case.reading.blobs.ids() if id not in named])


def _inside_what_is_aside(case: OpenCase) -> InsideAside:
    """Return what lies in containers that are set aside, with its depth: they are not unpacked again, and what is in them stays counted."""
    try:
        found = [(id, members) for id in case.view.documents_aside() if (members := case.view.members(id))]
        return tuple((_depth(case, id) + 1, members) for id, members in found)
    except UnfinishedError:  # made by another kashf, in another form
        return ()


def _depth(case: OpenCase, document: DocumentId) -> int:
    """Return in how many containers a document lies, the least of all its places."""
    depth, at, passed = 0, {document}, {document}
    while at:
        parents = {seen.parent for each in at for seen, _ in case.view.sightings(each)}
        if None in parents:
            return depth
        at = {parent for parent in parents if parent} - passed
        passed |= at
        depth += 1
    return 0  # in nothing that was received


def _sight(uow: UnitOfWork, receipts: Sequence[tuple[EntryId, tuple[Sighting, ...]]]) -> int:
    """Take up what receipts list, into empty tables, and return how many sightings that are."""
    for receipt, sightings in receipts:
        uow.sight(sightings, receipt=receipt, depth=0)
    return sum(len(sightings) for _, sightings in receipts)
