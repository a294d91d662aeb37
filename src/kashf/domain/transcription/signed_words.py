"""What entries share that people sign about a page or a recording and whose words lie in a blob: who, where, which blob, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from kashf.domain.decisions import Retraction
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, is_digest
from kashf.domain.ledger import Entry, EntryKind
from kashf.errors import DamagedCaseError


@dataclass(frozen=True, slots=True, order=True)
class PagePlace:
    """A page of a document."""

    document: DocumentId
    page: int


@dataclass(frozen=True, slots=True)
class Signed:
    """Who wrote an entry down, and whether it stands.

    Args:
        id: The ledger entry.
        who: Its actor.
        when: Its time.
        person: Id of that person of the case; "" when no person of the case signed it.
        undone: The first retraction of it that counts, or None while it stands.
    """

    id: EntryId
    who: str
    when: dt.datetime
    person: str = ""
    undone: Retraction | None = None

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may take it back: what a person of the case signed, only that person."""
        return self.person in {"", person}


@dataclass(frozen=True, slots=True)
class SignedEntry:
    """What an entry says that somebody signed and can take back.

    Args:
        signed: By whom.
    """

    signed: Signed


_Told = TypeVar("_Told", bound=SignedEntry)


@dataclass(frozen=True, slots=True)
class ModelUsed:
    """A program that translated, or listened.

    Args:
        name: As the case calls it.
        sha256: Of what it is made of.
    """

    name: str
    sha256: str

    def as_json(self) -> Json:
        """Return it as an entry of the ledger keeps it."""
        return {"name": self.name, "sha256": self.sha256}


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


def model_of(entry: Entry) -> ModelUsed | None:
    """Return the program that an entry names; None where a person did it."""
    model = entry.body.get("model")
    return ModelUsed(str(model["name"]), str(model["sha256"])) if isinstance(model, Mapping) else None


def signed_of(entry: Entry, id: EntryId) -> Signed:
    """Return who wrote an entry down."""
    return Signed(id, entry.actor, entry.time, signer(entry))


def retracted(signed: Signed, entry: Entry, id: EntryId) -> Signed:
    """Return an entry's signature after another that takes it back, which only its own signer may."""
    if signed.undone is not None or not signed.may_be_undone_by(signer(entry)):
        return signed
    return replace(signed, undone=Retraction(entry.actor, entry.time, id, signer(entry)))


def signed_entries(readers: Mapping[EntryKind, Callable[[Entry, EntryId], _Told]], *, what: str) -> Projection[dict[EntryId, _Told]]:
    """Return what signed entries come to: what they say, by entry, oldest first, with what was taken back.

    Args:
        readers: Of each kind, what its entries say; raises KeyError, TypeError or ValueError of one that kashf does not write.
        what: What an entry is told to be otherwise: "no translation" that can be read.
    """

    def tell(told: dict[EntryId, _Told], entry: Entry, id: EntryId) -> dict[EntryId, _Told]:
        if entry.kind == EntryKind.UNDONE:
            if known := told.get(EntryId(str(entry.body.get("entry")))):
                told[known.signed.id] = replace(known, signed=retracted(known.signed, entry, id))
            return told
        try:
            told[id] = readers[EntryKind(entry.kind)](entry, id)
        except (KeyError, TypeError, ValueError) as error:
            raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is {what} that can be read") from error
        return told

    return Projection(frozenset({*readers, EntryKind.UNDONE}), dict, tell)
