"""Where a case's bytes are kept: write-once, named by their SHA-256 (truth); and, apart, notes that could name a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, Protocol

from kashf.domain.ids import DocumentId, Json


class BlobDraft(Protocol):
    """Bytes on their way into the store; nobody sees them until they are kept."""

    def write(self, chunk: bytes, /) -> int:
        """Append; returns how many bytes were taken.

        Raises:
            NoSpaceError: The disk is full.
        """
        ...

    @property
    def id(self) -> DocumentId:
        """SHA-256 of what was written so far."""
        ...

    @property
    def size_bytes(self) -> int:
        """How much was written so far."""
        ...

    def discard(self) -> None:
        """Forget it; harmless after `keep`."""
        ...


class BlobStore(Protocol):
    """Write-once bytes, named by their SHA-256."""

    def draft(self) -> BlobDraft:
        """Return an empty draft."""
        ...

    def keep(self, drafts: Sequence[BlobDraft]) -> None:
        """Make drafts durable under their ids; bytes that are there already are not written again.

        Raises:
            NoSpaceError: The disk is full; nothing that was kept before is touched.
        """
        ...

    def local(self, id: DocumentId) -> AbstractContextManager[Path]:
        """Return a block in which the bytes lie in a file of this machine, fetched if need be; nobody may write to it.

        Raises:
            BrokenCustodyError: They are missing.
        """
        ...

    def open(self, id: DocumentId) -> BinaryIO:
        """Return a stream over the bytes.

        Raises:
            BrokenCustodyError: They are missing.
        """
        ...

    def ids(self) -> Iterator[DocumentId]:
        """Yield the id of every blob, in order."""
        ...

    def fault(self, id: DocumentId) -> str:
        """Return "" when the bytes have their hash, else "missing" or the hash they have."""
        ...

    def destroy(self, id: DocumentId) -> None:
        """Remove bytes for good; harmless when they are not there."""
        ...

    def sweep(self) -> int:
        """Remove drafts that a dead process left behind; returns how many. Only under the case's lock."""
        ...


class SealedNotes(Protocol):
    """Notes by the commitment that the ledger holds of each."""

    def seal(self, content: Mapping[str, Json]) -> str:
        """Keep a note, durable, and return the commitment to it.

        Raises:
            NoSpaceError: The disk is full.
        """
        ...

    def note(self, commitment: str) -> Mapping[str, Json] | None:
        """Return a note; None when it is not here.

        Raises:
            BrokenCustodyError: It is not what was committed to.
        """
        ...
