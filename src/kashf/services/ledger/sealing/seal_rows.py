"""Writes into the ledger what each unit of work did to the rows of a case, in the same transaction."""

from __future__ import annotations

from typing import Final

from kashf.domain.ids import canonical_json
from kashf.domain.ledger import EntryKind
from kashf.domain.sealing.row_seals import SEALED, RowSeals
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record

#: Bytes of seals up to which an entry holds them itself; what a run reads fills a blob, what a person decides does not.
_SHORT: Final = 4000
_KINDS: Final = (EntryKind.ROWS, EntryKind.ROWS_TAKEN_OVER)


def seal_rows(case: WritableCase, uow: UnitOfWork, seals: RowSeals, *, kind: EntryKind = EntryKind.ROWS) -> None:
    """Write down what was done to rows.

    Args:
        case: Which case.
        uow: In which it was done.
        seals: What was done.
        kind: ROWS_TAKEN_OVER for rows that another kashf made.
    """
    nth, told = uow.count_entries(_KINDS) + 1, canonical_json(seals.as_json())
    if len(told) <= _SHORT:
        record(case, uow, kind, {"nth": nth, "rows": seals.as_json()})
        return
    draft = case.reading.blobs.draft()
    draft.write(told)
    manifest = draft.id
    case.reading.blobs.keep([draft])
    record(case, uow, kind, {"nth": nth, "manifest": manifest})


def take_over_rows(case: WritableCase) -> bool:
    """Seal the rows that a kashf made which sealed none, as it left them, and say so in the ledger; `rebuild` reads all again instead.

    Returns:
        Whether there was anything to take over.
    """
    if is_sealed_whole(case.reading):
        return False
    with case.store.unit() as uow:
        seal_rows(case, uow, uow.seal_all(), kind=EntryKind.ROWS_TAKEN_OVER)
        uow.commit()
    return True


def is_sealed_whole(case: OpenCase) -> bool:
    """Return whether all rows of a case are sealed, and not only those that were written since this kashf came to it."""
    begun = case.view.entries(kinds=(EntryKind.CREATED, EntryKind.REBUILT))
    if any(SEALED.items() <= entry.body.items() for entry, _ in begun):
        return True
    return case.view.entry_kinds().get(EntryKind.ROWS_TAKEN_OVER, 0) > 0
