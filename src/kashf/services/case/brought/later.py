"""What came into a case after some moment of its ledger: by which receipts, which documents are new, which came again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kashf.domain.entries.projections import in_order
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import EntryKind
from kashf.ports.views import CaseView


@dataclass(frozen=True, slots=True)
class Later:
    """What came later.

    Args:
        receipts: By which it came, oldest first.
        new: Documents that nothing else brought, by id.
        again: Documents that were here before and came once more, by id.
    """

    receipts: tuple[EntryId, ...]
    new: tuple[DocumentId, ...]
    again: tuple[DocumentId, ...]


def receipts_after(view: CaseView, moment: EntryId, *, kinds: Collection[EntryKind] = ()) -> tuple[EntryId, ...]:
    """Return the receipts that were written after an entry, oldest first; all of them when there is no such entry.

    Args:
        view: The case.
        moment: A receipt, or an entry of one of `kinds`.
        kinds: What else the entry may be.
    """
    entries = in_order(view.entries(kinds=sorted({EntryKind.RECEIPT, *kinds})))
    ids = [id for _, id in entries]
    start = ids.index(moment) + 1 if moment in ids else 0
    return tuple(id for entry, id in entries[start:] if entry.kind == EntryKind.RECEIPT)


def brought_later(view: CaseView, receipts: Collection[EntryId]) -> Later:
    """Return what some receipts, the last ones of a case, brought; what was set aside or destroyed is neither new nor came again."""
    later = frozenset(receipts)
    aside = frozenset(view.documents_aside())
    brought = [document for document in view.brought_by(sorted(later)) if document not in aside]
    by = view.receipts_of(brought)
    new = tuple(document for document in brought if later.issuperset(by.get(document, ())))
    return Later(tuple(receipts), new, tuple(sorted(frozenset(brought).difference(new))))
