"""Takes back what one entry says, named by the beginning of its id: one way for all that people sign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from kashf.domain.decisions import Retraction
from kashf.domain.ids import EntryId
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.transcription.signed_words import SignedEntry
from kashf.errors import NoSuchEntryError, NotAllowedError
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record_entry


class Undoable(Protocol):
    """What a person signed, who may take it back."""

    @property
    def id(self) -> EntryId:
        """The ledger entry."""
        ...

    @property
    def who(self) -> str:
        """Its actor."""
        ...

    @property
    def undone(self) -> Retraction | None:
        """The first retraction of it that counts, or None while it stands."""
        ...

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may take it back."""
        ...


_Told = TypeVar("_Told", bound=SignedEntry | Undoable)


def take_back_entry(case: WritableCase, uow: UnitOfWork, told: Iterable[_Told], beginning: str, *, what: str) -> tuple[_Told, Entry]:
    """Write down that an entry does not stand any more, and return what it said, and the entry that was written.

    Args:
        case: Which case.
        uow: A unit of work that is still to be committed.
        told: Entries among which it is; those that were taken back do not count.
        beginning: Of its id.
        what: What they are called, as "entries on cards", for whoever meant another.

    Raises:
        NotFoundError: None that stands begins so, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    standing = ((each, each.signed if isinstance(each, SignedEntry) else each) for each in told)
    found = [(each, signed) for each, signed in standing if beginning and signed.undone is None and signed.id.startswith(beginning)]
    if len(found) != 1:
        raise NoSuchEntryError(
            f"{len(found)} {what} that stand begin with {beginning!r}", code="no-standing-entry", count=len(found), beginning=beginning
        )
    ((one, signed),) = found
    if not signed.may_be_undone_by(case.person):
        raise NotAllowedError(f"only {signed.who} can take that back", code="others-entry", who=signed.who)
    return one, record_entry(case, uow, EntryKind.UNDONE, {"entry": signed.id})
