"""What one `add` took in, counted while it goes on."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kashf.domain.ids import DocumentId, EntryId
from kashf.intake.receive import Batch
from kashf.ports.views import CaseView


@dataclass(frozen=True, slots=True)
class Received:
    """What one `add` took in.

    Args:
        files: Paths that were looked at: the new, the known and the unreadable.
        new: Files whose bytes the case did not have.
        known: Files whose bytes it had, or that this `add` took in before at another path.
        unreadable: Paths that could not be read from the disk.
        set_aside: Those of the known that are set aside, so that no answer has them for all that.
        came_back: Those of the known that were set aside, and are in answers again since this `add` brought them too.
        receipts: Ids of the receipts written, one a batch; none where all was recorded before.
    """

    files: int = 0
    new: int = 0
    known: int = 0
    unreadable: int = 0
    set_aside: int = 0
    came_back: int = 0
    receipts: tuple[EntryId, ...] = ()


def new_documents(view: CaseView, batch: Batch) -> frozenset[DocumentId]:
    """Return the documents of a batch that a case does not have; asked before the batch is recorded."""
    there = _documents(batch)
    return there - {record.id for record in view.records(sorted(there))}


def documents_aside(view: CaseView, batch: Batch) -> frozenset[DocumentId]:
    """Return the documents of a batch that are left out of every answer."""
    return _documents(batch).intersection(view.documents_aside())


def with_batch(
    view: CaseView,
    before: Received,
    batch: Batch,
    receipt: EntryId | None,
    *,
    new: AbstractSet[DocumentId],
    was_aside: AbstractSet[DocumentId],
) -> Received:
    """Return what was taken in with one more batch, which is recorded by now.

    Args:
        view: The case with the batch.
        before: What was taken in without it.
        batch: What was looked at.
        receipt: Its receipt, if one was written.
        new: Its documents that the case did not have.
        was_aside: Those that were left out of every answer before it was recorded.
    """
    readable = [seen.document for seen in batch.sightings if seen.document]
    aside = documents_aside(view, batch)
    return Received(
        files=before.files + len(batch.sightings),
        new=before.new + len(new),
        known=before.known + len(readable) - len(new),
        unreadable=before.unreadable + len(batch.sightings) - len(readable),
        set_aside=before.set_aside + sum(1 for document in readable if document in aside),
        came_back=before.came_back + sum(1 for document in readable if document in was_aside - aside),
        receipts=(*before.receipts, *((receipt,) if receipt else ())),
    )


def _documents(batch: Batch) -> frozenset[DocumentId]:
    return frozenset(seen.document for seen in batch.sightings if seen.document)
