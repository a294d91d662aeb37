"""Where a case's records are written: the ledger (truth) and tables that can be made again from it and the blobs (derived).

One unit of work at a time, in one process; `views` is the reading side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from kashf.domain.document import Page, Reading, Reason, Sighting, Status
from kashf.domain.entries.device_keys import EntrySignature
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import Entry
from kashf.domain.sealing.row_seals import RowSeals
from kashf.ports.copy_groups import CopiesUnit
from kashf.ports.counted.received_costs import CostsUnit
from kashf.ports.forms import FormsUnit
from kashf.ports.mentions import NamesUnit
from kashf.ports.stages import DocumentStage, Job
from kashf.ports.views import CaseView


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading with what the later stages need of it.

    Args:
        reading: As it came from the sandbox, checked.
        text_key: Same text, same key; None for too little text to tell.
        signature: MinHash of the text for near copies; empty for too little text.
        machine: What machines read, where people typed pages of `reading`; it is kept beside it.
    """

    reading: Reading
    text_key: str | None = None
    signature: bytes = b""
    machine: Reading | None = None


class UnitOfWork(NamesUnit, CopiesUnit, FormsUnit, CostsUnit, Protocol):
    """One transaction. Leaving the block without `commit` keeps nothing."""

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Roll back whatever was not committed."""
        ...

    def commit(self) -> None:
        """Make all of it durable at once, with what seals the rows that were written.

        Raises:
            NoSpaceError: The disk is full; the transaction is rolled back.
        """
        ...

    def tail(self, device: str) -> Entry | None:
        """Return the last entry of a chain, or None for an empty one."""
        ...

    def append(self, entry: Entry) -> EntryId:
        """Add an entry to its chain; DamagedCaseError is raised when it does not follow the chain's last entry."""
        ...

    def sign(self, signature: EntrySignature) -> None:
        """Keep a signature under an entry."""
        ...

    def has_signed(self, key: str) -> bool:
        """Return whether a key signed an entry of this case."""
        ...

    def count_entries(self, kinds: Sequence[str]) -> int:
        """Return how many entries of some kinds there are, those of this unit of work included."""
        ...

    def seal_all(self) -> RowSeals:
        """Return what seals all rows as they are, whoever made them."""
        ...

    def unseen(self, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
        """Return those that are not recorded yet, each once, in order."""
        ...

    def sight(self, sightings: Sequence[Sighting], *, receipt: EntryId | None, depth: int) -> int:
        """Record sightings and open a reading job for each document not seen before; returns how many sightings were new.

        A document that was seen before is indexed again, with all that lies in it, since another channel may have passed it on.
        """
        ...

    def set_aside(self, causes: Sequence[str]) -> None:
        """Leave out of every answer what these receipts, documents and sightings, by id, bring and nothing else does, and nothing more.

        What is left out keeps its bytes and what was read of it; what later stages kept of it is forgotten, and made again when it is back.
        A document that something else brings stays, is called as it was seen there, and is indexed again.
        """
        ...

    def renew(self, *, everything: bool = False) -> frozenset[str]:
        """Make derived tables of another form, or all of them, anew and empty, and let what fills them wait; nothing else is touched.

        Returns what was dropped: "documents" (with all sightings and jobs), "pages", or the name of a stage.
        """
        ...

    def lease(self, stage: DocumentStage, *, limit: int, document: DocumentId | None = None) -> tuple[Job, ...]:
        """Take up to `limit` waiting jobs, or that of one document; only for the holder of the case's lock.

        Those begun least often come first, so that a file that brings the process down does not hold up the others.
        """
        ...

    def release(self) -> int:
        """Give back every lease, which a process that died took; only for the holder of the case's lock. Returns how many."""
        ...

    def reopen(self, stage: DocumentStage, *, unless_version: str, failed: bool = False) -> int:
        """Make jobs wait again that ended with a version other than this and, on request, those of documents not read whole.

        Documents with text that the stage has never seen wait for it, too.

        Args:
            stage: Which stage.
            unless_version: Jobs that ended with this version stay so; "" reopens all that ended.
            failed: Reopen those of failed and partial documents too.

        Returns:
            How many wait again.
        """
        ...

    def wait_again(self, stage: DocumentStage, documents: Sequence[DocumentId]) -> None:
        """Let some documents wait for a stage, whether they went through it or not."""
        ...

    def engines(self) -> tuple[Mapping[str, str], ...]:
        """Return the sets of engines, with versions, that read the documents, each once."""
        ...

    def read_again(self, engines: Sequence[Mapping[str, str]]) -> int:
        """Make the documents that one of these sets of engines read wait to be read; returns how many do now."""
        ...

    def put(self, readings: Sequence[StoredReading], *, version: str) -> None:
        """Store readings in place of older ones, end their reading jobs, and open those of the later stages where there is text.

        The mentions on older pages go with the pages. `version` is that of reading.
        """
        ...

    def put_captures(self, sightings: Sequence[Sighting]) -> None:
        """Keep with sightings that are recorded what an archive says of them, in place of what was kept."""
        ...

    def put_outcome(self, document: DocumentId, status: Status, reason: Reason | None, detail: str) -> None:
        """Keep how the reading of a document ended, in place of what was kept; its pages and jobs stay."""
        ...

    def put_typed(self, readings: Sequence[StoredReading]) -> None:
        """Store readings as `put` does, since people typed some of their pages; reading jobs stay as they are."""
        ...

    def put_rows(self, stage: DocumentStage, items: Sequence[tuple[DocumentId, Sequence[Any]]], *, version: str) -> None:
        """Store what a stage found in documents in place of what it had found, and end their jobs; those not leased any more are left.

        Args:
            stage: Which.
            items: Each document once, with its rows; for NAMES mentions in any order, none longer than `NAME_LENGTH`.
            version: Of the stage and all that found them.
        """
        ...

    def mark_pages(self, pages: Sequence[tuple[DocumentId, Page]]) -> None:
        """Store the marks of pages in place of those they have, and let their documents wait for the stages of `OF_SHOWN` again."""
        ...

    def finish(self, stage: DocumentStage, documents: Sequence[DocumentId], *, version: str) -> None:
        """End those jobs as done that are still leased; one that waits again has to be done again."""
        ...

    def learn_words(self, skeletons: Mapping[str, str]) -> None:
        """Add folded words with their consonant skeletons to the case's word list; known ones are left."""
        ...

    def destroy(self, documents: Sequence[DocumentId]) -> None:
        """Forget what was read of documents, and what may hold words of it: mentions, the word list, which names are one.

        A document stays as one that was destroyed, without work; where it was seen stays too. Unknown ids are passed over.
        """
        ...


#: Writes down in the ledger, in the unit of work that did it, what was done to rows.
Seal = Callable[[UnitOfWork, RowSeals], None]


class CaseStore(Protocol):
    """The writing side of a case."""

    def unit(self) -> UnitOfWork:
        """Return a new unit of work."""
        ...

    def seal_by(self, seal: Seal) -> None:
        """Let what a unit of work did to rows be sealed by its end from now on."""
        ...

    def view(self) -> CaseView:
        """Return the reading side of the same store."""
        ...

    def scrub(self) -> None:
        """Write the records anew without what was forgotten, which SQLite would leave in free pages and in its log.

        Raises:
            CaseLockedError: Somebody else has them open, so that the old ones cannot be put away.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
