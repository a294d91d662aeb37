"""Blobs of a case to read from, with a place of their own for what is unpacked meanwhile: the case gets nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

from kashf.domain.ids import DocumentId
from kashf.ports.blobs import BlobDraft, BlobStore


class BorrowedBlobs:
    """A BlobStore that reads from one store and writes to another.

    Args:
        case: Read from.
        aside: Written to, and thrown away afterwards.
    """

    def __init__(self, case: BlobStore, aside: BlobStore) -> None:
        self._case = case
        self._aside = aside

    def draft(self) -> BlobDraft:
        """Return an empty draft, aside."""
        return self._aside.draft()

    def keep(self, drafts: Sequence[BlobDraft]) -> None:
        """Keep drafts, aside."""
        self._aside.keep(drafts)

    def local(self, id: DocumentId) -> AbstractContextManager[Path]:
        """Return a block in which bytes of the case lie in a file."""
        return self._case.local(id)

    def open(self, id: DocumentId) -> BinaryIO:
        """Return a stream over bytes of the case."""
        return self._case.open(id)

    def ids(self) -> Iterator[DocumentId]:
        """Yield the ids of the case's blobs."""
        return self._case.ids()

    def fault(self, id: DocumentId) -> str:
        """Return what is wrong with bytes of the case."""
        return self._case.fault(id)

    def ill_kept(self, id: DocumentId) -> str:
        """Return how bytes of the case are kept otherwise than for their owner alone."""
        return self._case.ill_kept(id)

    def strange(self) -> Iterator[tuple[str, str]]:
        """Yield what lies among the case's blobs and is none."""
        return self._case.strange()

    def mark_pending(self, ids: Sequence[DocumentId]) -> None:
        """Say it aside."""
        self._aside.mark_pending(ids)

    def pending(self, *, of_others: bool) -> frozenset[DocumentId]:
        """Return what is pending aside."""
        return self._aside.pending(of_others=of_others)

    def settle(self) -> None:
        """Forget what is pending aside."""
        self._aside.settle()

    def destroy(self, id: DocumentId) -> None:
        """Remove bytes aside."""
        self._aside.destroy(id)

    def sweep(self) -> int:
        """Remove drafts aside."""
        return self._aside.sweep()
