"""What a case keeps of copies: for each document that is one, the document that stands for it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kashf.domain.ids import DocumentId


class CopyKind(StrEnum):
    """Why documents are copies of one another."""

    TEXT = "text"
    MESSAGE = "message"
    NEAR = "near"
    #: Pictures of one sheet, page by page; nobody compared the words.
    PICTURE = "picture"
    #: Any of these, from document to document.
    ANY = "any"


@dataclass(frozen=True, slots=True)
class CopyLink:
    """A document that is a copy, and why.

    Args:
        kind: In which way.
        document: The copy.
        of: The document that stands for all that are copies in this way; it has no link of this way itself.
        score: Share of letters in [0..1] that both have in common, in order, or how well the ink of the least alike part of a page fits
            that of the other; 1 where nothing has to be measured.
    """

    kind: CopyKind
    document: DocumentId
    of: DocumentId
    score: float = 1.0


class CopiesUnit(Protocol):
    """The part of a unit of work that keeps copies."""

    def put_copies(self, version: str, links: Sequence[CopyLink]) -> None:
        """Store which documents are copies, in place of what was stored before.

        What stores or leaves out a document afterwards forgets what it is a copy of, and its copies, and every `ANY`.

        Args:
            version: Of what finds copies.
            links: For each kind, one for each copy; those of `ANY` join all kinds.
        """
        ...


class CopiesView(Protocol):
    """Reads copies."""

    def copies_version(self) -> str:
        """Return the version by which copies were found, or "" where they were not since documents were last stored or left out."""
        ...

    def copy_leaders(self, documents: Sequence[DocumentId] | None = None) -> Mapping[DocumentId, DocumentId]:
        """Return for each of some documents, or of all, that is a copy in any way the document that stands for it."""
        ...

    def copies_of(self, leader: DocumentId) -> tuple[DocumentId, ...]:
        """Return the documents for which one stands, by id, without itself."""
        ...

    def copy_links(self, documents: Sequence[DocumentId] | None = None) -> tuple[CopyLink, ...]:
        """Return why some documents, or all, are copies, by document and kind; nothing is said of `ANY`."""
        ...

    def ink_prints(self) -> Iterator[tuple[DocumentId, int, bytes]]:
        """Yield where the pages of documents have ink of which no page was read surely by a machine, by document and number."""
        ...
