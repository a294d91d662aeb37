"""Writes down what is to become of exceptions, signed and with why, and takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.dispositions import Disposition, DispositionKind, dispositions_of
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.errors import NotFoundError, UsageError
from kashf.language.recognising.as_seen import says_something
from kashf.services.case.brought.additions import dispositions
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.set_aside import leave_out, retract_disposition


def dispose(case: WritableCase, files: Sequence[str], outcome: DispositionKind, *, why: str, by: DocumentId | None = None) -> Disposition:
    """Write down what is to become of some files; what is excluded leaves every answer at once.

    Args:
        case: Which case.
        files: Ids of documents, and of sightings that could not be read.
        outcome: Replaced, accepted unread or excluded.
        why: Stays on record.
        by: What replaces them, for replaced alone.

    Raises:
        UsageError: No file, no reason, or a replacement that is missing, not asked for, or one of the files.
    """
    if not files:
        raise UsageError("no such exception is open: name files by the beginnings of their ids, or a class", code="no-exception")
    if not says_something(why):
        raise UsageError("an exception is decided for a reason, which stays on record", code="no-reason-for-exception")
    if (outcome is DispositionKind.REPLACED) != (by is not None) or by in files:
        raise UsageError("a file is replaced by another document of the case, and nothing else is", code="no-replacement")
    with case.store.unit() as uow:
        body = {"files": tuple(sorted(files)), "outcome": outcome.value, "by": by, "why": why.strip()}
        entry = record_entry(case, uow, EntryKind.EXCEPTION, body)
        leave_out(case, uow, entry)
        uow.commit()
    (decided,) = dispositions_of([(entry, entry.id)])
    return decided


def reopen_exception(case: WritableCase, entry: str) -> Disposition:
    """Take a decision about exceptions back, by the beginning of its ledger entry; what was excluded is there again.

    Raises:
        NotFoundError: None that stands begins like that, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        every = [each for each in dispositions(case.reading.view) if each.undone is None and each.outcome is not DispositionKind.SET_ASIDE]
        found = [each for each in every if entry and each.id.startswith(entry)]
        if len(found) != 1:
            raise NotFoundError(f"{len(found)} decisions about exceptions begin with {entry}", code="no-such-disposition", entry=entry)
        retract_disposition(case, uow, found[0])
        uow.commit()
    return found[0]
