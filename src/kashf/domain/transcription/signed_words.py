"""What entries share that people sign about a page or a recording and whose words lie in a blob: who, where, which blob, taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kashf.domain.decisions import Retraction
from kashf.domain.entries.persons import signer
from kashf.domain.ids import DocumentId, EntryId, is_digest
from kashf.domain.ledger import Entry
from kashf.domain.transcription.transcripts import PagePlace, Signed


@dataclass(frozen=True, slots=True)
class ModelUsed:
    """A program that translated, or listened.

    Args:
        name: As the case calls it.
        sha256: Of what it is made of.
    """

    name: str
    sha256: str


def place_of(entry: Entry) -> PagePlace:
    """Return the page that an entry is about.

    Raises:
        KeyError, ValueError: It is about none.
    """
    document, page = str(entry.body["document"]), entry.body["page"]
    if not is_digest(document) or not isinstance(page, int) or page < 1:
        raise ValueError("not a page of a document")
    return PagePlace(DocumentId(document), page)


def blob_of(entry: Entry) -> DocumentId:
    """Return the blob that an entry names.

    Raises:
        KeyError, ValueError: It names none.
    """
    words = str(entry.body["words"])
    if not is_digest(words):
        raise ValueError("not the id of a blob")
    return DocumentId(words)


def signed_of(entry: Entry, id: EntryId) -> Signed:
    """Return who wrote an entry down."""
    return Signed(id, entry.actor, entry.time, signer(entry))


def retracted(signed: Signed, entry: Entry, id: EntryId) -> Signed:
    """Return an entry's signature after another that takes it back, which only its own signer may."""
    if signed.undone is not None or not signed.may_be_undone_by(signer(entry)):
        return signed
    return replace(signed, undone=Retraction(entry.actor, entry.time, id, signer(entry)))
