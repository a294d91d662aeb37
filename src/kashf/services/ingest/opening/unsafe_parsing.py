"""Whether files of a case were opened without a sandbox: a hostile one may then have changed what is read of all.

It is written down before the first file is opened, so that a run that is killed is known too. Only `kashf rebuild` in a sandbox, which
throws away all that was read and reads it again, makes it good.
"""

from __future__ import annotations

from typing import Final

from kashf.domain.entries.projections import in_order
from kashf.domain.ledger import EntryKind
from kashf.ports.runtime import NO_BOX
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record

_TELLING: Final = (EntryKind.RUN, EntryKind.REBUILT, EntryKind.UNSAFE_PARSING)


def is_read_unsafely(view: CaseView) -> bool:
    """Return whether anything that is kept now was read, or looked through, without a sandbox."""
    found = False
    for entry, _ in in_order(view.entries(kinds=_TELLING)):
        found = entry.kind != EntryKind.REBUILT and (found or entry.kind == EntryKind.UNSAFE_PARSING or entry.body.get("sandbox") == NO_BOX)
    return found


def note_grade(case: WritableCase, grade: str) -> None:
    """Write down that files are about to be opened without a sandbox, where that is so and is not known yet."""
    if grade != NO_BOX or is_read_unsafely(case.reading.view):
        return
    with case.store.unit() as uow:
        record(case, uow, EntryKind.UNSAFE_PARSING, {"sandbox": grade})
        uow.commit()
