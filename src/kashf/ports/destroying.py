"""What a case's records do so that a document can be destroyed: forget all that was made of it, down to the file that held it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kashf.domain.ids import DocumentId


class DestroyingUnit(Protocol):
    """The part of a unit of work that forgets documents."""

    def destroy(self, documents: Sequence[DocumentId]) -> None:
        """Forget what was read of documents, and what may hold words of it: mentions, the word list, which names are one.

        A document stays as one that was destroyed, without work; where it was seen stays too. Unknown ids are passed over.
        """
        ...


class DestroyingStore(Protocol):
    """The part of a store that leaves nothing behind of what was forgotten."""

    def scrub(self) -> None:
        """Write the records anew without what was forgotten, which SQLite would leave in free pages and in its log.

        Raises:
            CaseLockedError: Somebody else has them open, so that the old ones cannot be put away.
        """
        ...
