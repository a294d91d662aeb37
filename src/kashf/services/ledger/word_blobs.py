"""Words that people wrote about a document, kept as blobs that entries of the ledger name."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.errors import BrokenCustodyError
from kashf.ports.blobs import BlobStore
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase


def new_salt() -> str:
    """Return what keeps short words from being guessed by the hash of their blob."""
    return secrets.token_hex(16)


def keep_words(case: WritableCase, content: bytes) -> DocumentId:
    """Make some words durable, and return the id of their blob; an entry that names it is written afterwards.

    Raises:
        NoSpaceError: The disk is full.
    """
    blobs = case.reading.blobs
    draft = blobs.draft()
    draft.write(content)
    blobs.keep([draft])
    return draft.id


def read_words(blobs: BlobStore, blob: DocumentId) -> bytes:
    """Return the words of a blob.

    Raises:
        BrokenCustodyError: They are missing, or not what was written down.
    """
    with blobs.open(blob) as stream:
        words = stream.read()
    if (found := hashlib.sha256(words).hexdigest()) != blob:
        raise BrokenCustodyError(expected=blob, found=found)
    return words


def entries_about(view: CaseView, kinds: AbstractSet[str], document: str = "", written: Sequence[Entry] = ()) -> list[Recorded]:
    """Return the entries of some kinds about a document, or about all, with those that take any back: these name no document.

    Args:
        view: Of a case.
        kinds: Which.
        document: Which; "" for all.
        written: Entries of a unit of work that is still to be committed, which no other reader sees yet.
    """
    told = view.entries(kinds=sorted(kinds - {EntryKind.UNDONE}), naming=document)
    back = view.entries(kinds=(EntryKind.UNDONE,)) if told else ()
    return [*told, *back, *((entry, entry.id) for entry in written)]
