"""A case in which every table holds something, made through units of work, as a run and people make them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from kashf.domain.document import Capture, Origin, OwnHash, Page, Reading, Reason, Sighting, Span, Status
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import EntryKind
from kashf.domain.reasons import NO_REASONS
from kashf.intake.receive import write_manifest
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.counted.received_costs import Cost
from kashf.ports.mentions import DecidedTerms, Membership, NamePair, Resolution
from kashf.ports.stages import AGAIN, FIELDS, INDEX, NAMES, QUOTES, STAGES, DocumentStage, LongText
from kashf.ports.stores import StoredReading
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record
from kashf.services.ledger.set_aside import set_aside
from tests.filled_forms import form, forms_of, keep

PERSON: Final = MentionType.PERSON
QAMAR, SALIM = NameKey("qamar"), NameKey("salim")
#: What was received, and a note that lies in the archive; the last of it should not have been taken in.
RECEIVED: Final = ("letter", "copy", "archive", "mistaken")


def fill(case: WritableCase) -> dict[str, DocumentId]:
    """Put something into every table, and return the documents by what they are."""
    ids = {name: _blob(case, f"{name}: the convoy leaves".encode()) for name in (*RECEIVED, "note")}
    _receive(case, *(Sighting(ids[name], f"/{name}.txt", "courier", size_bytes=9) for name in RECEIVED[:-1]))
    mistaken = _receive(case, Sighting(ids["mistaken"], "/mistaken.txt", "courier", size_bytes=9))
    _read(case, ids)
    _look(case, ids)
    set_aside(case, mistaken, why="taken in by mistake")
    _learn(case, ids)
    return ids


def _blob(case: WritableCase, data: bytes) -> DocumentId:
    draft = case.reading.blobs.draft()
    draft.write(data)
    case.reading.blobs.keep([draft])
    return draft.id


def _receive(case: WritableCase, *sightings: Sighting) -> EntryId:
    draft = case.reading.blobs.draft()
    manifest = write_manifest(sightings, draft=draft)
    case.reading.blobs.keep([draft])
    with case.store.unit() as uow:
        receipt = record(case, uow, EntryKind.RECEIPT, {"channel": "courier", "manifest": manifest, "files": len(sightings)})
        uow.sight(sightings, receipt=receipt, depth=0)
        uow.commit()
    return receipt


def _read(case: WritableCase, ids: dict[str, DocumentId]) -> None:
    machine = Reading(
        ids["letter"],
        "text/plain",
        Status.PARTIAL,
        Reason.DAMAGED,
        "a page is missing",
        pages=(Page(1, "Qamar went", Origin.OCR, 0.4), Page(2, "Salim stayed", Origin.OCR, 0.9)),
        metadata={"title": "A letter", "from": "Qamar"},
        engines={"ocr": "1"},
        second_readings=(Page(1, "Oamar went", Origin.OCR, 0.3), Page(1, "Qamar want", Origin.OCR, 0.2)),
        ink_prints=((1, b"ink"),),
    )
    typed = replace(machine, pages=(Page(1, "Qamar went", Origin.TRANSCRIPTION), Page(2, "Salim stayed", Origin.OCR, 0.1)))
    plain = [Reading(ids[name], "text/plain", Status.DONE, pages=(Page(1, "Qamar went"),)) for name in ("copy", "note", "mistaken")]
    archive = Reading(ids["archive"], "application/zip", Status.DONE)
    member = Sighting(ids["note"], "/archive.txt/note.txt", "", parent=ids["archive"], ordinal=0, size_bytes=5)
    with case.store.unit() as uow:
        uow.lease(STAGES[0], limit=10)
        uow.put([StoredReading(typed, "key", b"minhash", machine), StoredReading(archive)], version="1")
        uow.sight([member], receipt=None, depth=1)
        uow.lease(STAGES[0], limit=10)
        uow.put([StoredReading(each, "key", b"minhash") for each in plain], version="1")
        uow.put_costs("read", [(ids["note"], ids["archive"], Cost(1.5, 5, 1, 10, 2, 3))])
        uow.put_captures([replace(member, capture=Capture("http://a.example/note", own_hash=OwnHash.MATCHES))])
        uow.commit()


def _look(case: WritableCase, ids: dict[str, DocumentId]) -> None:
    for stage in STAGES[1:]:
        with case.store.unit() as uow:
            jobs = [job.document for job in uow.lease(stage, limit=10)]
            if stage == INDEX:
                uow.learn_words({"qamar": "qmr"})
            if stage in {INDEX, QUOTES}:
                uow.finish(stage, jobs, version="1")
            else:
                uow.put_rows(stage, [(document, _found(stage, document)) for document in jobs], version="1")
            uow.commit()


def _found(stage: DocumentStage, document: DocumentId) -> list[Any]:
    if stage == NAMES:
        return [_named(document, "Qamar", 0, QAMAR), _named(document, "went", 6, SALIM)]
    if stage == AGAIN or stage.table is None:
        return []
    if stage == FIELDS:
        return [(1, 0, 5, PERSON.value, QAMAR, "Qamar", "fields", 0.5, "")]
    values: dict[type, Any] = {str: "said", LongText: "said at length", int: 1, float: 0.5}
    return [tuple(values[kind] for _, kind in stage.table.columns)]


def _named(document: DocumentId, text: str, start: int, key: NameKey) -> PlacedMention:
    return PlacedMention(document, 1, key, Mention(start, start + len(text), text, PERSON, "rules", 0.5))


def _learn(case: WritableCase, ids: dict[str, DocumentId]) -> None:
    keep(case.store, forms_of(form(ids["letter"], name="Salim", blood="O+"), form(ids["copy"], name="Qamar")))
    members = (Membership(QAMAR, QAMAR, NameKey(""), 1.0, NO_REASONS), Membership(SALIM, QAMAR, QAMAR, 0.5, NO_REASONS))
    with case.store.unit() as uow:
        uow.put_forms("1", lines=1, places=[Span(ids["copy"], 1, 0, 5)])
        uow.put_resolution(PERSON, Resolution("1", (NamePair(QAMAR, SALIM, 0.5, NO_REASONS, NO_REASONS),), members))
        uow.put_terms(PERSON, DecidedTerms({QAMAR: "Qamar"}, frozenset({SALIM})))
        uow.put_copies("1", [CopyLink(kind, ids["copy"], ids["letter"], 0.9) for kind in (CopyKind.TEXT, CopyKind.ANY)])
        uow.commit()
