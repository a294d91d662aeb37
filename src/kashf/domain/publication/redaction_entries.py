"""Entries about redactions: which areas of which pages were covered, and the hash of what was made; no word that stood there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.pages.regions import Region
from kashf.errors import DamagedCaseError

#: An area of a page, by its number.
PageArea = tuple[int, Region]


@dataclass(frozen=True, slots=True)
class DocumentRedaction:
    """That somebody covered areas of a document.

    Attributes:
        id: The ledger entry.
        who: Its actor.
        when: Its time.
        document: Which.
        areas: What was covered, by page.
        made: SHA-256 of what was made of it.
        person: Id of that person of the case; "" when no person of the case signed it.
    """

    id: EntryId
    who: str
    when: dt.datetime
    document: DocumentId
    areas: tuple[PageArea, ...]
    made: str
    person: str = ""


def redaction_body(document: DocumentId, areas: Iterable[PageArea], made: str) -> dict[str, Json]:
    """Return what an entry says about a redaction."""
    return {"document": document, "areas": [[page, *region.as_json()] for page, region in areas], "made": made}


def redactions_of(entries: Iterable[Recorded]) -> Mapping[DocumentId, tuple[DocumentRedaction, ...]]:
    """Return the redactions of each document, oldest first."""
    return {document: tuple(found) for document, found in REDACTIONS.fold(entries).items()}


def _tell(told: dict[DocumentId, list[DocumentRedaction]], entry: Entry, id: EntryId) -> dict[DocumentId, list[DocumentRedaction]]:
    body, document, made = entry.body, str(entry.body.get("document")), str(entry.body.get("made"))
    if not is_digest(document) or not is_digest(made):
        raise DamagedCaseError("a redaction is about no document")
    areas = tuple(map(_area, rows)) if isinstance(rows := body.get("areas"), list) else ()
    found = DocumentRedaction(id, entry.actor, entry.time, DocumentId(document), areas, made, signer(entry))
    told.setdefault(found.document, []).append(found)
    return told


def _area(row: Json) -> PageArea:
    try:
        if isinstance(row, list) and isinstance(page := row[0], int):
            return page, Region.from_json(row[1:])
    except (TypeError, ValueError, IndexError) as error:
        raise DamagedCaseError("an area of a redaction is none") from error
    raise DamagedCaseError("an area of a redaction is none")


#: What was covered, by document.
REDACTIONS: Final[Projection[dict[DocumentId, list[DocumentRedaction]]]] = Projection(frozenset({EntryKind.REDACTED}), dict, _tell)
