"""A case on disk in which names stand, resolved, for tests of what people decide about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.entity import Mention, MentionType, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.entities.tagging.keys import name_key
from kashf.ports.stages import NAMES
from kashf.ports.stores import StoredReading
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record
from kashf.services.names.regroup import resolve
from kashf.settings import Settings

PERSON = MentionType.PERSON


def settings_in(home: Path) -> Settings:
    return Settings(actor="amal", home=home)


@contextmanager
def named_case(path: Path, *, home: Path, persons: dict[str, int], places: dict[str, int] | None = None) -> Iterator[WritableCase]:
    """Make a case in which some names stand so often, each on a page of its own document, and open it for writing.

    Args:
        path: Where the case is made.
        home: Where this installation keeps what is its own.
        persons: Name -> mentions.
        places: The same for places.
    """
    create_case(path, name="named", settings=settings_in(home))
    with open_for_writing(path, settings=settings_in(home)) as case:
        names = [(PERSON, name, count) for name, count in persons.items()]
        names += [(MentionType.PLACE, name, count) for name, count in (places or {}).items()]
        for number, (type, name, count) in enumerate(names):
            add_document(case, DocumentId(f"{number:064x}"), name, type=type, count=count)
        resolve(case)
        yield case


def add_document(case: WritableCase, document: DocumentId, name: str, *, type: MentionType = PERSON, count: int = 1) -> None:
    """Receive a document in which a name stands so often; `resolve` is left to do."""
    text = f"then {name} came. " * count
    starts = [text.index(name) + len(f"then {name} came. ") * at for at in range(count)]
    mentions = [
        PlacedMention(document, 1, name_key(name, type), Mention(start, start + len(name), name, type, "rules:test", 1.0))
        for start in starts
    ]
    with case.store.unit() as uow:
        receipt = record(case, uow, EntryKind.RECEIPT, {"manifest": document})
        uow.sight([Sighting(document, f"/{document[-3:]}", "courier", size_bytes=3)], receipt=receipt, depth=0)
        reading = Reading(document, "text/plain", Status.DONE, pages=(Page(1, text),))
        uow.put([StoredReading(reading)], version="1")
        uow.lease(NAMES, limit=100)
        uow.put_rows(NAMES, [(document, mentions)], version="1")
        uow.commit()
