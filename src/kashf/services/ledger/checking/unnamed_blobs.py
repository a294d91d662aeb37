"""Takes away blobs that a stopped run left and that nothing names: they were never received, or are unpacked again."""

from __future__ import annotations

from kashf.ports.stages import READ
from kashf.services.case.open import WritableCase
from kashf.services.ledger.checking.blob_checks import blobs_named
from kashf.services.ledger.checking.receipt_checks import listed_in


def settle_blobs(case: WritableCase) -> int:
    """Take away what was kept by a run that was stopped before it recorded what names it; only for the holder of the case's lock.

    While documents wait to be read, or a receipt cannot be read, nothing is taken away, since it is not known yet what is named.

    Returns:
        How many blobs were taken away.
    """
    reading = case.reading
    pending = reading.blobs.pending(of_others=False)
    if not pending or reading.view.count_waiting(READ):
        return 0
    unnamed = pending - {record.id for record in reading.view.records(sorted(pending))}
    if unnamed:
        entries = reading.view.entries()
        listed = listed_in(reading, entries)
        if listed.unread:
            return 0
        unnamed -= blobs_named(entries, listed.documents).keys()
    for id in sorted(unnamed):
        reading.blobs.destroy(id)
    reading.blobs.settle()
    return len(unnamed)
