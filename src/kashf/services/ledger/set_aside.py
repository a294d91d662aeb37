"""Takes what a mistaken `add` brought out of every answer, signed, with why, and so that it can be taken back; nothing is destroyed."""

from __future__ import annotations

from kashf.domain.dispositions import Disposition, dispositions_of, left_out
from kashf.domain.ledger import Entry, EntryKind
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.language.recognising.as_seen import says_something
from kashf.ports.stores import UnitOfWork
from kashf.services.case.brought.additions import Addition, dispositions, find_addition
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record_entry


def set_aside(case: WritableCase, asked: str, *, why: str) -> Disposition:
    """Take what one `add` brought, and nothing else did, out of every answer; what else brought the same files comes forward.

    Args:
        case: Which case.
        asked: As `find_addition` takes it.
        why: Stays on record.

    Raises:
        NotFoundError: As `find_addition`.
        UsageError: There is no reason, or it is set aside already.
    """
    if not says_something(why):
        raise UsageError("what was received is set aside for a reason, which stays on record", code="no-reason")
    with case.store.unit() as uow:
        found = find_addition(case.reading, asked)
        if found.set_aside:
            raise UsageError(f"receipt {found.number} is set aside already", code="set-aside-already", number=found.number)
        entry = record_entry(case, uow, EntryKind.SET_ASIDE, {"receipts": found.receipts, "why": why.strip()})
        leave_out(case, uow, entry)
        uow.commit()
    (decided,) = dispositions_of([(entry, entry.id)])
    return decided


def take_back(case: WritableCase, asked: str) -> Addition:
    """Take back that one `add` was set aside; what it brought waits to be indexed, and is there again.

    Raises:
        NotFoundError: As `find_addition`, or it is not set aside.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        found = find_addition(case.reading, asked)
        if found.set_aside is None:
            raise NotFoundError(f"receipt {found.number} is not set aside", code="not-set-aside", number=found.number)
        retract_disposition(case, uow, found.set_aside)
        uow.commit()
    return find_addition(case.reading, asked)


def retract_disposition(case: WritableCase, uow: UnitOfWork, decided: Disposition) -> None:
    """Write down that a disposition does not stand any more, in a unit of work that is still to be committed.

    Raises:
        NotAllowedError: Another person of the case signed it.
    """
    if not decided.may_be_undone_by(case.person):
        raise NotAllowedError(f"only {decided.who} can take that back", code="others-disposition", who=decided.who)
    leave_out(case, uow, record_entry(case, uow, EntryKind.UNDONE, {"entry": decided.id}))


def leave_out(case: WritableCase, uow: UnitOfWork, *entries: Entry) -> None:
    """Let a store leave out what the ledger says is to be left out.

    Args:
        case: Which case.
        uow: In which that is done.
        entries: Written in the same unit of work, so that no other reader sees them yet.
    """
    uow.set_aside(left_out(dispositions(case.reading.view, ((entry, entry.id) for entry in entries))))
