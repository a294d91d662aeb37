"""Between values and rows, the same for every SQL store."""

from __future__ import annotations

import dataclasses
import json
import zlib
from collections.abc import Mapping
from functools import lru_cache

from kashf.adapters.records.connection import Row
from kashf.adapters.records.packing.packed_text import unpacked
from kashf.domain.date import FuzzyDate
from kashf.domain.document import Box, Capture, Mark, MarkKind, Origin, OwnHash, Page, Reading, Reason, Sighting, Status
from kashf.domain.entity import NO_VALUE, Mention, MentionType, NameKey, PlacedMention, unchanging
from kashf.domain.ids import DocumentId, EntryId, canonical_json
from kashf.domain.ledger import Entry, format_time, parse_time
from kashf.domain.reasons import NO_REASONS, ReasonCode, Reasons, as_values, from_values
from kashf.errors import DamagedCaseError
from kashf.ports.mentions import Membership, NamePair
from kashf.ports.stores import StoredReading
from kashf.ports.views import DocumentRecord

ENTRY_COLUMNS = "device, seq, prev, time, actor, kind, body, id"
SIGHTING_COLUMNS = "document, path, channel, raw_path, parent, ordinal, size_bytes, modified, reason, capture, receipt"
PAGE_COLUMNS = "number, text, origin, confidence, marks, boxes"
MENTION_FIELDS = ("document", "place", "page", "start", "stop", "spelling", "source", "score", "value")
#: Of mentions joined with their documents and spellings.
MENTION_COLUMNS = "documents.id, page, start, stop, source, score, value, spellings.type, key, text"
_RECORD_FIELDS = tuple(field.name for field in dataclasses.fields(DocumentRecord))
RECORD_COLUMNS = ", ".join("date" if name == "file_date" else name for name in _RECORD_FIELDS)


def entry_values(entry: Entry) -> dict[str, object]:
    """Return the row of a ledger entry."""
    return {
        "device": entry.chain,
        "seq": entry.seq,
        "id": entry.id,
        "prev": entry.prev,
        "time": format_time(entry.time),
        "actor": entry.actor,
        "kind": str(entry.kind),
        "body": canonical_json(entry.body).decode(),
    }


def entry_of(row: Row) -> tuple[Entry, EntryId]:
    """Return the entry of a row of ENTRY_COLUMNS, and the id recorded beside it.

    Raises:
        DamagedCaseError: The row is not one that kashf writes.
    """
    device, seq, prev, time, actor, kind, body, id = row
    try:
        if type(seq) is not int or seq < 0 or not all(isinstance(text, str) for text in (device, prev, time, actor, kind, body, id)):
            raise TypeError("a column is of another type than kashf writes")
        told = json.loads(body, parse_float=refuse_number)
        if not isinstance(told, dict):
            raise TypeError("a body that is no object")
        return Entry(device, seq, EntryId(prev), parse_time(time), actor, kind, told), EntryId(id)
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedCaseError(f"ledger entry {device}/{seq} cannot be read: {error}") from error


def refuse_number(number: str) -> float:
    """Refuse a number with a fraction, which no canonical form has; for `json.loads`."""
    raise ValueError(f"kashf writes no number such as {number[:20]}")


def sighting_values(sighting: Sighting, *, receipt: EntryId | None) -> dict[str, object]:
    """Return the row of a sighting."""
    return {
        "id": sighting.id,
        "document": sighting.document,
        "parent": sighting.parent,
        "ordinal": sighting.ordinal,
        "channel": sighting.channel,
        "path": sighting.path,
        "raw_path": sighting.raw_path,
        "receipt": receipt,
        "size_bytes": sighting.size_bytes,
        "modified": format_time(sighting.modified) if sighting.modified else None,
        "reason": sighting.reason,
        "capture": json.dumps(dataclasses.asdict(sighting.capture), ensure_ascii=False) if sighting.capture else None,
    }


def sighting_of(row: Row) -> tuple[Sighting, EntryId | None]:
    """Return the sighting of a row of SIGHTING_COLUMNS, and its receipt.

    Raises:
        DamagedCaseError: The row is not one that kashf writes.
    """
    document, path, channel, raw_path, parent, ordinal, size_bytes, modified, reason, capture, receipt = row
    try:
        seen = Sighting(
            document=document,
            path=path,
            channel=channel,
            raw_path=None if raw_path is None else bytes(raw_path),
            parent=parent,
            ordinal=ordinal,
            size_bytes=size_bytes,
            modified=parse_time(modified) if modified else None,
            reason=reason,
            capture=_capture_of(capture),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedCaseError("a row of case.db that says where a file was seen cannot be read") from error
    return seen, receipt


def _capture_of(written: str | None) -> Capture | None:
    if written is None:
        return None
    words = json.loads(written)
    return Capture(**words | {"own_hash": OwnHash(words["own_hash"])})


def page_values(document: DocumentId, page: Page) -> dict[str, object]:
    """Return the row of a page; boxes are packed, since a scanned page has hundreds."""
    boxes = [[b.start, b.end, b.left, b.top, b.right, b.bottom, b.confidence] for b in page.boxes]
    return {
        "document": document,
        "number": page.number,
        "text": page.text,
        "origin": page.origin.value,
        "confidence": page.confidence,
        "marks": marks_text(page),
        "boxes": zlib.compress(json.dumps(boxes, separators=(",", ":")).encode()) if boxes else None,
    }


def second_reading_values(reading: Reading) -> list[dict[str, object]]:
    """Return the rows of a reading's second readings, in order."""
    return [page_values(reading.document, page) | {"place": place} for place, page in enumerate(reading.second_readings)]


def machine_values(reading: Reading) -> dict[str, object]:
    """Return the row that says how a reading by machines ended, where people typed over it."""
    reason = reading.reason.value if reading.reason else ""
    return {"document": reading.document, "status": reading.status.value, "reason": reason, "detail": reading.detail}


def machine_reading_of(document: DocumentId, row: Row, *, pages: tuple[Page, ...], second_readings: tuple[Page, ...]) -> Reading:
    """Return the reading in a row: type, status, reason, detail, metadata, engines."""
    type, status, reason, detail, metadata, engines = row
    return Reading(
        document,
        type,
        Status(status),
        Reason(reason) if reason else None,
        detail,
        pages=pages,
        metadata=json.loads(metadata),
        engines=json.loads(engines),
        second_readings=second_readings,
    )


def marks_text(page: Page) -> str:
    """Return the marks of a page as its row has them."""
    return json.dumps([[m.start, m.end, m.kind.value] for m in page.marks], separators=(",", ":"))


def page_of(row: Row) -> Page:
    """Return the page of a row of PAGE_COLUMNS."""
    number, text, origin, confidence, marks, boxes = row
    return Page(
        number=number,
        text=unpacked(text),
        origin=Origin(origin),
        confidence=confidence,
        marks=tuple(Mark(start, end, MarkKind(kind)) for start, end, kind in json.loads(marks)),
        boxes=tuple(Box(*box) for box in json.loads(zlib.decompress(bytes(boxes)))) if boxes else (),
    )


def mention_values(placed: PlacedMention, *, spelling: int) -> Row:
    """Return the row of a mention, by MENTION_FIELDS behind the first two; its type, key and text stand in the row of its spelling."""
    mention = placed.mention
    value = canonical_json(mention.value).decode() if mention.value else ""
    return placed.page, mention.start, mention.end, spelling, mention.source, mention.score, value


def mention_of(row: Row) -> PlacedMention:
    """Return the mention of a row of MENTION_COLUMNS."""
    document, page, start, stop, source, score, value, type, key, text = row
    worth = unchanging(json.loads(value)) if value else NO_VALUE
    return PlacedMention(DocumentId(document), page, NameKey(key), Mention(start, stop, text, MentionType(type), source, score, worth))


def reading_values(stored: StoredReading) -> dict[str, object]:
    """Return what a reading changes in its document's row."""
    reading = stored.reading
    return {
        "type": reading.type,
        "status": reading.status.value,
        "reason": reading.reason.value if reading.reason else "",
        "detail": reading.detail,
        "pages": len(reading.pages),
        "characters": sum(len(page.text) for page in reading.pages),
        "origin": origin_of(reading),
        "title": reading.metadata.get("title", ""),
        "date": FuzzyDate.read(reading.metadata.get("date", "")).edtf(),
        "sender": reading.metadata.get("from", ""),
        "recipient": reading.metadata.get("to", ""),
        "language": reading.metadata.get("language", ""),
        "text_key": stored.text_key,
        "signature": stored.signature or None,
        "metadata": json.dumps(dict(reading.metadata), ensure_ascii=False, sort_keys=True),
        "engines": engines_text(reading.engines),
    }


def engines_text(engines: Mapping[str, str]) -> str:
    """Return engines with versions as one column of text, the same for the same."""
    return json.dumps(dict(engines), sort_keys=True)


def record_of(row: Row) -> DocumentRecord:
    """Return the record of a row of RECORD_COLUMNS."""
    values = dict(zip(_RECORD_FIELDS, row, strict=True))
    values["file_date"] = FuzzyDate.read(values["file_date"])
    values["status"] = Status(values["status"]) if values["status"] else None
    values["metadata"] = json.loads(values["metadata"])
    values["engines"] = json.loads(values["engines"])
    return DocumentRecord(**values)


def origin_of(reading: Reading) -> str:
    """Return "digital", "ocr", "transcription", "mixed", or "" when no page has text."""
    origins = {page.origin.value for page in reading.pages if page.text.strip()}
    return "mixed" if len(origins) > 1 else next(iter(origins), "")


def pair_values(type: MentionType, pair: NamePair) -> dict[str, object]:
    """Return the row of a pair of names."""
    why, warning = reasons_text(pair.why), reasons_text(pair.warning)
    return {"type": type.value, "left": pair.left, "right": pair.right, "score": pair.score, "why": why, "warning": warning}


def pair_of(row: Row) -> NamePair:
    """Return the pair of names in a row: left, right, score, why, warning."""
    left, right, score, why, warning = row
    return NamePair(left, right, score, reasons_of(why), reasons_of(warning))


def member_values(type: MentionType, member: Membership) -> dict[str, object]:
    """Return the row of a name and its entity."""
    facts = {"key": member.key, "leader": member.leader, "via": member.via, "score": member.score, "is_undecided": member.is_undecided}
    return {"type": type.value, **facts, "why": reasons_text(member.why)}


def member_of(row: Row) -> Membership:
    """Return the name and its entity in a row: key, leader, via, score, why, is_undecided."""
    key, leader, via, score, why, is_undecided = row
    return Membership(key, leader, via, score, reasons_of(why), bool(is_undecided))


def reasons_text(reasons: Reasons) -> str:
    """Return reasons as one column of text."""
    return json.dumps(as_values(reasons), ensure_ascii=False, separators=(",", ":")) if reasons else ""


@lru_cache(maxsize=1 << 12)
def reasons_of(text: str) -> Reasons:
    """Return the reasons in a column of text; a sentence that an earlier kashf kept is a reason in words.

    Raises:
        DamagedCaseError: It is neither.
    """
    if not text.startswith("["):
        return Reasons.of(ReasonCode.IN_WORDS, text) if text else NO_REASONS
    try:
        return from_values(json.loads(text))
    except ValueError as error:
        raise DamagedCaseError("a reason in case.db cannot be read") from error
