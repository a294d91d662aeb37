"""What a case keeps of copies: for each document that has some, the one that stands for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from kashf.domain.ids import DocumentId


class CopyKind(StrEnum):
    """Why documents are copies of one another."""

    TEXT = "text"
    MESSAGE = "message"
    NEAR = "near"
    #: Any of these, from document to document.
    ANY = "any"


class CopiesUnit(Protocol):
    """The part of a unit of work that keeps copies."""

    def put_copies(self, version: str, leaders: Mapping[CopyKind, Mapping[DocumentId, DocumentId]]) -> None:
        """Store which documents are copies, in place of what was stored before.

        It is forgotten by whatever stores or leaves out documents afterwards.

        Args:
            version: Of what finds copies.
            leaders: For each kind, the document that stands for each that has copies.
        """
        ...


class CopiesView(Protocol):
    """Reads copies."""

    def copies_version(self) -> str:
        """Return the version by which copies were found, or "" where they were not since documents were last stored or left out."""
        ...

    def copy_leaders(self, kind: CopyKind, documents: Sequence[DocumentId] | None = None) -> Mapping[DocumentId, DocumentId]:
        """Return the document that stands for each of some that have copies, or of all."""
        ...
