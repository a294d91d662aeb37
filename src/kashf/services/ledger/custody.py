"""Whether a case is what was received and recorded, and making it again from just that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Final

from kashf.domain.decisions import decisions_of
from kashf.domain.document import Sighting
from kashf.domain.entries.event_lists import EVENT_LISTS, event_blobs
from kashf.domain.entries.heads import ChainState, Covered, chain_states, find_head, head_of
from kashf.domain.entries.named_words import named_words
from kashf.domain.entries.projections import Projection
from kashf.domain.forms.form_decisions import FORM_DECISIONS
from kashf.domain.forms.record_decisions import RECORD_DECISIONS
from kashf.domain.ids import DocumentId, EntryId, SightingId, is_digest
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Fault, Recorded, case_id, chain_faults, count_unknown
from kashf.domain.letters.letter_corrections import LETTER_CORRECTIONS
from kashf.domain.letters.letter_lexicon import LETTER_LEXICONS
from kashf.domain.models.measured import DRAFTED, MEASUREMENTS
from kashf.domain.transcription.heard_quotes import HEARD
from kashf.domain.transcription.transcripts import TRANSCRIPTS
from kashf.domain.translation.contested import CONTESTED
from kashf.domain.translation.translations import TRANSLATIONS
from kashf.errors import BrokenCustodyError, DamagedCaseError, IntegrityError, LaterVersionError, UnfinishedError
from kashf.intake.receive import read_manifest
from kashf.ports.blobs import BlobStore
from kashf.ports.stores import UnitOfWork
from kashf.services.case.brought.known_as import known_as
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.versions import READ_VERSION
from kashf.services.ledger.place_decisions import keep_quotes
from kashf.services.ledger.record import record
from kashf.services.ledger.set_aside import leave_out
from kashf.services.ledger.signing.check_signatures import check_signatures
from kashf.services.ledger.vault.note_faults import note_faults

#: Refuse an entry that is none of theirs, as `decisions_of` does.
_OF_FORMS: Final[tuple[Projection[Any], ...]] = (FORM_DECISIONS, RECORD_DECISIONS)
_PROJECTIONS: Final[tuple[Projection[Any], ...]] = (
    TRANSCRIPTS,
    HEARD,
    TRANSLATIONS,
    CONTESTED,
    MEASUREMENTS,
    DRAFTED,
    EVENT_LISTS,
    LETTER_CORRECTIONS,
    LETTER_LEXICONS,
    *_OF_FORMS,
)


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

    @property
    def ok(self) -> bool:
        """Whether there is no fault."""
        return not self.faults


def verify(case: OpenCase, *, earlier_head: str = "", own: tuple[str, str] = ("", "")) -> Verification:
    """Recompute the ledger's chains and head, and hash every blob again; takes about 5 s a gigabyte.

    What must be there is told by the receipts and their manifests; what is derived is held against them, never believed. Tables that
    wait to be made anew by this kashf tell nothing, and are passed over.

    Args:
        case: Which case.
        earlier_head: One that was kept elsewhere, 64 hex digits; it is a fault when nothing in the case gives it.
        own: Name and key of the installation that asks.
    """
    with case.view.snapshot():
        entries, signatures = case.view.entries(), case.view.entry_signatures()
        held = _held(case)
    ledger = verify_entries(entries, earlier_head=earlier_head)
    signed = check_signatures(entries, signatures, case.holds, own=own)
    faults = [*ledger.faults, *signed.faults]
    listed, unread = _listed(case, entries)
    needed = documents = {seen.document for seen, _ in listed.values() if seen.document}
    if held is not None:
        received, documents = held
        faults += _sighting_faults(listed, received, is_whole=not unread)
        faults += [Fault("document", id, "listed in a receipt", "missing") for id in sorted(needed - documents)]
    named: dict[DocumentId, str] = dict.fromkeys(sorted(needed | documents), "blob")
    named |= {
        DocumentId(str(entry.body["manifest"])): "manifest"
        for entry, _ in entries
        if entry.kind == EntryKind.RECEIPT and _is_readable(entry)
    }
    destroyed = _destroyed(entries)
    gone = {*destroyed, *named_words(entries, destroyed)}
    named |= dict.fromkeys(named_words(entries), "typed words") | dict.fromkeys(event_blobs(entries), "catalogue of events")
    checked = sorted({*named, *case.blobs.ids()})
    for id in checked:
        fault = case.blobs.fault(id)
        if id in gone:
            faults += [Fault("blob", id, "destroyed", "there")] if fault != "missing" else []
        elif fault:
            faults.append(Fault(named.get(id, "blob"), id, id, fault))
    away, sealed_faults = note_faults(case, [each for each in entries if _is_readable(each[0])])
    faults += sealed_faults
    told = replace(ledger, blobs=len(checked), faults=_named(case, faults, listed), sealed_away=away)
    return replace(told, signed=signed.signed, before_keys=signed.before_keys, signed_here=signed.own)


def _named(case: OpenCase, faults: Sequence[Fault], listed: Mapping[SightingId, tuple[Sighting, EntryId]]) -> tuple[Fault, ...]:
    """Return faults with what people call the files they are about: as the receipts list them, else as the tables know them."""
    paths: dict[str, str] = {id: seen.path for key, (seen, _) in listed.items() for id in (key, seen.document) if id}

    def name(fault: Fault) -> str:
        if fault.what not in {"blob", "document", "sighting"}:
            return ""
        try:
            return paths.get(fault.where) or (known_as(case.view, DocumentId(fault.where)) if fault.what == "blob" else "")
        except (UnfinishedError, DamagedCaseError):  # nothing derived is needed to say what is wrong
            return ""

    return tuple(replace(fault, name="" if (found := name(fault)) == fault.where else found) for fault in faults)


def _destroyed(entries: Sequence[Recorded]) -> frozenset[DocumentId]:
    return frozenset(DocumentId(str(entry.body.get("document"))) for entry, _ in entries if entry.kind == EntryKind.DESTROYED)


def verify_entries(entries: Sequence[Recorded], *, earlier_head: str = "") -> Verification:
    """Recompute chains and head of a ledger alone; no blob is looked at.

    Args:
        entries: With the ids recorded beside them.
        earlier_head: As `verify` takes it.
    """
    told = [(entry, entry.id) for entry, _ in entries]
    chains, case = chain_states(told), case_id(told)
    covered = find_head(told, earlier_head) if earlier_head else None
    faults = [*chain_faults(entries)]
    faults += [
        Fault("ledger", f"{entry.chain}/{entry.seq}", f"what a kashf writes as {entry.kind}", "cannot be read")
        for entry, _ in entries
        if not _is_readable(entry)
    ]
    if earlier_head and covered is None:
        faults.append(Fault("head", earlier_head, "a head that this case had", "nothing in this case gives it"))
    if not case:
        faults.append(Fault("ledger", "the entry that made the case", "created", "missing"))
    unknown = count_unknown(Counter(entry.kind for entry, _ in entries))
    return Verification(case, head_of(chains), chains, len(entries), unknown, 0, tuple(faults), covered)


def _is_readable(entry: Entry) -> bool:
    """Return whether an entry says what entries of its kind say; one of an unknown kind may say anything."""
    digests = [entry.body.get("manifest")] if entry.kind == EntryKind.RECEIPT else []
    if entry.kind in {EntryKind.RECEIPT, EntryKind.SOURCE, EntryKind.OPENED, EntryKind.HANDOVER}:
        digests += [entry.body.get("sealed") or GENESIS]
    try:
        decisions_of([(entry, entry.id)])
        for projection in _PROJECTIONS:
            projection.fold([(entry, entry.id)])
    except DamagedCaseError:
        return False
    except LaterVersionError:
        return True  # by whoever wrote it
    return all(isinstance(digest, str) and is_digest(digest) for digest in digests)


def rebuild(case: WritableCase) -> int:
    """Throw away all that is derived and take up again what the receipts list; `process` then reads and indexes it.

    Returns:
        How many sightings the receipts list.

    Raises:
        IntegrityError: The ledger is broken; nothing was thrown away.
    """
    receipts, inside = _receipts(case), _inside_what_is_aside(case.reading)
    keep_quotes(case)
    with case.store.unit() as uow:
        uow.renew(everything=True)
        count = _sight(uow, receipts)
        for depth, members in inside:
            uow.sight(members, receipt=None, depth=depth)
        uow.destroy(sorted(_destroyed(case.reading.view.entries(kinds=(EntryKind.DESTROYED,)))))
        leave_out(case, uow)
        record(case, uow, EntryKind.REBUILT, {"read_version": READ_VERSION})
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
            _sight(uow, _receipts(case))
            uow.destroy(sorted(_destroyed(case.reading.view.entries(kinds=(EntryKind.DESTROYED,)))))
        if groups:
            leave_out(case, uow)
            uow.commit()
    if "documents" in groups:
        case.reading.index.clear()


def read_receipt(blobs: BlobStore, receipt: Entry) -> tuple[Sighting, ...]:
    """Return the sightings that a receipt records.

    Raises:
        BrokenCustodyError: Its manifest is missing or was changed.
        DamagedCaseError: It, or its manifest, cannot be read.
    """
    if not _is_readable(receipt):
        raise DamagedCaseError(f"ledger entry {receipt.chain}/{receipt.seq} is no receipt that can be read")
    manifest = DocumentId(str(receipt.body["manifest"]))
    if fault := blobs.fault(manifest):
        raise BrokenCustodyError(expected=manifest, found=fault)
    with blobs.open(manifest) as stream:
        return read_manifest(stream.read())


def _receipts(case: WritableCase) -> list[tuple[EntryId, tuple[Sighting, ...]]]:
    """Return what each receipt lists, from a ledger that is not broken."""
    entries = case.reading.view.entries()
    faults = chain_faults(entries)
    if faults:
        raise IntegrityError(f"the ledger is broken at {faults[0].where}; nothing was thrown away")
    return [(id, read_receipt(case.reading.blobs, entry)) for entry, id in entries if entry.kind == EntryKind.RECEIPT]


def _inside_what_is_aside(case: OpenCase) -> list[tuple[int, tuple[Sighting, ...]]]:
    """Return what lies in containers that are set aside, with its depth: they are not unpacked again, and what is in them stays counted."""
    try:
        found = [(id, members) for id in case.view.documents_aside() if (members := case.view.members(id))]
        return [(_depth(case, id, frozenset()) + 1, members) for id, members in found]
    except UnfinishedError:  # made by another kashf, in another form
        return []


def _depth(case: OpenCase, document: DocumentId, below: AbstractSet[DocumentId]) -> int:
    """Return in how many containers a document lies, the least of all its places, without those in what is `below` it."""
    parents = {seen.parent for seen, _ in case.view.sightings(document)} - below
    if None in parents:
        return 0
    return min((_depth(case, parent, below | {document}) + 1 for parent in parents if parent), default=0)


def _sight(uow: UnitOfWork, receipts: Sequence[tuple[EntryId, tuple[Sighting, ...]]]) -> int:
    """Take up what receipts list, into empty tables, and return how many sightings that are."""
    for receipt, sightings in receipts:
        uow.sight(sightings, receipt=receipt, depth=0)
    return sum(len(sightings) for _, sightings in receipts)


def _held(case: OpenCase) -> tuple[Mapping[SightingId, EntryId], set[DocumentId]] | None:
    """Return the receipts of all sightings and the documents that the tables hold, or None when they wait to be made anew."""
    try:
        return case.view.received(), {*(found.id for found in case.view.walk()), *case.view.documents_aside()}
    except UnfinishedError:
        return None


def _listed(case: OpenCase, entries: Sequence[Recorded]) -> tuple[dict[SightingId, tuple[Sighting, EntryId]], int]:
    """Return every sighting that a receipt lists, with its receipt, and how many manifests cannot be read.

    Those are named as faults by their hashes, like any blob.
    """
    listed: dict[SightingId, tuple[Sighting, EntryId]] = {}
    unread = 0
    for entry, id in entries:
        if entry.kind != EntryKind.RECEIPT:
            continue
        try:
            listed.update((seen.id, (seen, id)) for seen in read_receipt(case.blobs, entry))
        except (BrokenCustodyError, DamagedCaseError):
            unread += 1
    return listed, unread


def _sighting_faults(
    listed: Mapping[SightingId, tuple[Sighting, EntryId]], recorded: Mapping[SightingId, EntryId], *, is_whole: bool
) -> list[Fault]:
    """Compare what the receipts list with what the tables say was seen."""
    faults = [
        Fault("sighting", id, receipt, recorded.get(id, "missing"))
        for id, (_, receipt) in listed.items()
        if recorded.get(id, EntryId("missing")) != receipt
    ]
    if is_whole:
        faults += [Fault("sighting", id, "in no receipt", receipt) for id, receipt in recorded.items() if id not in listed]
    return faults
