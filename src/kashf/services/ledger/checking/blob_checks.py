"""Checks the bytes of a case: whether they have their hashes, what names them, and how their files lie there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.event_lists import event_blobs
from kashf.domain.entries.named_words import named_words
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind, Fault, Recorded
from kashf.domain.sealing.row_seals import manifest_of
from kashf.errors import UnfinishedError
from kashf.ports.stages import READ
from kashf.services.case.open import OpenCase
from kashf.services.ledger.checking.entry_checks import destroyed_documents, is_readable
from kashf.services.ledger.checking.receipt_checks import HeldInTables, ListedInReceipts

#: What to do where files are open to others.
_CLOSE: Final = "chmod -R go= CASE"


@dataclass(frozen=True, slots=True)
class BlobsChecked:
    """What was found out about the bytes of a case.

    Args:
        checked: How many were hashed.
        faults: What is not as it was recorded.
        pending: How many are named by nothing since a run that kept them was stopped, or is under way.
    """

    checked: int
    faults: tuple[Fault, ...]
    pending: int


def check_blobs(case: OpenCase, entries: Sequence[Recorded], listed: ListedInReceipts, held: HeldInTables | None) -> BlobsChecked:
    """Hash every blob again, and look for some that are missing, that nothing names, or that others can change; takes about 5 s a gigabyte.

    Args:
        case: Which case.
        entries: Of its ledger.
        listed: What the receipts list.
        held: What the tables hold; None where they tell nothing, so that nothing is known of what was unpacked.
    """
    named = blobs_named(entries, {*listed.documents, *(held.documents if held else ())})
    destroyed = destroyed_documents(entries)
    gone = {*destroyed, *named_words(entries, destroyed)}
    there = frozenset(case.blobs.ids())
    faults, checked = [], sorted(named.keys() | there)
    for id in checked:
        fault = case.blobs.fault(id)
        if id in gone:
            faults += [Fault("blob", id, "destroyed", "there")] if fault != "missing" else []
        elif fault:
            faults.append(Fault(named.get(id, "blob"), id, id, fault))
        elif odd := case.blobs.ill_kept(id):
            faults.append(Fault(named.get(id, "blob"), id, "kept for its owner alone", odd, remedy=_CLOSE))
    faults += [Fault("blobs", place, "blobs and their folders", odd) for place, odd in case.blobs.strange()]
    unnamed = there - named.keys() - gone
    pending = unnamed & case.blobs.pending(of_others=True) if unnamed else unnamed
    if held is None or (unnamed > pending and _is_unread(case)):
        pending = unnamed
    faults += [
        Fault("blob", id, "named by a receipt, a document or an entry", "nothing in this case names it") for id in sorted(unnamed - pending)
    ]
    return BlobsChecked(len(checked), tuple(faults), len(pending))


def blobs_named(entries: Sequence[Recorded], documents: AbstractSet[DocumentId]) -> Mapping[DocumentId, str]:
    """Return the blobs that entries or documents name, with what each is."""
    named: dict[DocumentId, str] = dict.fromkeys(sorted(documents), "blob")
    named |= {
        DocumentId(str(entry.body["manifest"])): "manifest"
        for entry, _ in entries
        if entry.kind == EntryKind.RECEIPT and is_readable(entry)
    }
    named |= {DocumentId(id): "seals of rows" for entry, _ in entries if (id := manifest_of(entry))}
    return named | dict.fromkeys(named_words(entries), "typed words") | dict.fromkeys(event_blobs(entries), "catalogue of events")


def _is_unread(case: OpenCase) -> bool:
    """Return whether documents wait to be read, so that what was unpacked of them is not named yet."""
    try:
        return case.view.count_waiting(READ) > 0
    except UnfinishedError:
        return True
