"""Whether the tables of a case hold what the ledger says was written into them, named as people know it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from typing import Final

from kashf.domain.dispositions import left_out
from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, EntryId, SightingId
from kashf.domain.ledger import Entry, EntryKind, Fault, Recorded
from kashf.domain.sealing.row_seals import NOTHING, SEALED, HeldRows, RowSeals, SealedRows, manifest_of, pages_between, sealing_entries
from kashf.errors import BrokenCustodyError, DamagedCaseError, UnfinishedError
from kashf.services.case.brought.additions import dispositions
from kashf.services.case.brought.known_as import known_as
from kashf.services.case.open import OpenCase

#: What people know of tables.
_CALLED: Final[Mapping[str, str]] = {
    "documents": "how it was read",
    "pages": "text of pages",
    "second_readings": "second reading of pages",
    "ink_prints": "ink on pages",
    "unsure_pages": "pages read unsurely",
    "machine_pages": "machine reading under typed pages",
    "machine_readings": "machine reading under typed pages",
    "members": "what lies in a container",
    "sightings": "what was received",
    "mentions": "names in a document",
    "spellings": "count of a name",
    "name_words": "words of a name",
    "memberships": "which names are one",
    "name_pairs": "which names may be one",
    "resolutions": "which names are one",
    "decided_terms": "what was decided about names",
    "costs": "what a received file cost",
    "copies": "which documents are copies",
    "copies_made": "which documents are copies",
    "copies_compared": "which documents were compared",
    "words": "words to search for",
    "forms_made": "what forms print",
    "printed": "what forms print",
    "printed_mentions": "what forms print",
    "families_made": "families of forms",
    "families": "families of forms",
    "template_fields": "fields of forms",
    "form_records": "filled-in forms",
    "form_values": "values of filled-in forms",
    "template_places": "what forms print",
    "messages": "mail",
    "archive_signs": "signs of an archive",
    "letters": "letters",
    "logged_papers": "papers in registers",
    "dates": "dates",
    "aside_causes": "what is set aside",
    "aside_documents": "what is set aside",
    "aside_sightings": "what is set aside",
    "jobs": "what was done to a document",
}
#: Tables whose rows name a document by its number.
_BY_ID: Final = frozenset(
    {"documents", "pages", "second_readings", "ink_prints", "unsure_pages", "machine_pages", "machine_readings", "members"}
)
_MISSING: Final = "missing"
#: Pages that one fault names.
_MOST_PAGES: Final = 5


@dataclass(frozen=True, slots=True)
class RowCheck:
    """What is known of the rows of a case.

    Args:
        sealed: Sets of rows that were held against a seal: those of one document in one table, or of a table that is of the whole case.
        taken_over: How many of them were sealed as an earlier kashf had left them.
        not_sealed: Whether rows are there that the kashf which made them did not seal.
        is_stale: Whether tables wait to be made anew by this kashf, so that these were not looked at; nobody else reads them either.
    """

    sealed: int = 0
    taken_over: int = 0
    not_sealed: bool = False
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class RowsChecked:
    """What was found out about the rows of a case.

    Args:
        check: What is known of them.
        faults: What is not as it was sealed.
        documents: Those that the tables know; None where these wait to be made anew.
    """

    check: RowCheck
    faults: tuple[Fault, ...]
    documents: frozenset[DocumentId] | None = None


def check_rows(case: OpenCase, entries: Sequence[Recorded], listed: Mapping[SightingId, tuple[Sighting, EntryId]]) -> RowsChecked:
    """Hold all rows that were made from what was received against what was sealed, and against what they follow from.

    Args:
        case: Which case, of one moment.
        entries: All of its ledger.
        listed: What the receipts list, with the receipt of each.
    """
    sealed, faults = sealed_rows(case, entries)
    held = case.view.held_rows()
    sighted, is_told = _sighting_faults(listed, case)
    faults += sighted
    if "aside_causes" not in held.stale:
        faults += _aside_faults({*left_out(dispositions(case.view))}, held.causes)
    faults += [Fault(called(table), table, "rows that can be read", "others") for table in held.unreadable]
    listed_documents = {seen.document for seen, _ in listed.values()}
    faults += (each for each in _digest_faults(case, sealed, held) if not _is_told(each, listed_documents))
    faults += _sum_faults(sealed, held, is_told=is_told)
    faults += [Fault(called(table), where, follows, there) for table, where, follows, there in held.miscounted]
    faults += _job_faults(case, sealed, held) if "jobs" not in held.stale else ()
    places = {(table, key) for table, some in sealed.digests.items() if table not in held.stale for key in some}
    count = len(places) + len(sealed.sums.keys() - held.stale)
    known = None if {"documents", "sightings"} & held.stale else frozenset(DocumentId(id) for id in held.digests["documents"])
    checked = RowCheck(count, len(sealed.taken_over & places), not sealed.is_whole, bool(held.stale))
    return RowsChecked(checked, tuple(faults), known)


def sealed_rows(case: OpenCase, entries: Sequence[Recorded]) -> tuple[SealedRows, list[Fault]]:
    """Return what a ledger says that the tables hold, and faults of entries and blobs that do not say it."""
    sealed, faults = SealedRows(), []
    for entry, _ in sealing_entries(entries):
        place = f"{entry.chain}/{entry.seq}"
        if entry.kind in {EntryKind.CREATED, EntryKind.REBUILT}:
            sealed.is_whole = sealed.is_whole or SEALED.items() <= entry.body.items()
            continue
        try:
            seals = _seals_in(case, entry)
        except BrokenCustodyError as error:
            faults.append(Fault("seals of rows", manifest_of(entry), error.expected, error.found))
        except ValueError:
            faults.append(Fault("ledger", place, "seals of rows", "cannot be read"))
        else:
            sealed.take(seals, where=place, is_taken_over=entry.kind == EntryKind.ROWS_TAKEN_OVER)
    if faults:  # What is not told any more is told once, and not again of each row that it sealed.
        sealed.is_whole = False
    return sealed, faults


def _seals_in(case: OpenCase, entry: Entry) -> RowSeals:
    if not (manifest := manifest_of(entry)):
        return RowSeals.from_json(entry.body.get("rows"))
    with case.blobs.open(DocumentId(manifest)) as stream:
        return RowSeals.from_json(json.loads(stream.read()))


def _digest_faults(case: OpenCase, sealed: SealedRows, held: HeldRows) -> Iterator[Fault]:
    for table, there in held.digests.items():
        if table in held.unreadable or table in held.stale:
            continue
        expected = sealed.digests.get(table, {})
        for key in sorted({*expected, *(there if sealed.is_whole else ())}):
            was, now = expected.get(key, NOTHING), there.get(key, NOTHING)
            document = key if table in _BY_ID else held.names.get(int(key), key) if key.isdecimal() else key
            if was != now:
                where, found = _where(document, was, now), now.partition(":")[0] or _MISSING
                yield Fault(called(table), where, was.partition(":")[0] or "nothing", found, _name(case, document))
            elif doubt := sealed.doubted.get((table, key)):
                found = f"something else when entry {doubt} changed it"
                yield Fault(called(table), document, "what was sealed", found, _name(case, document))


def _where(document: str, was: str, now: str) -> str:
    """Return a document, with the pages of it that are not what they were."""
    pages = pages_between(was, now)
    if not pages:
        return document
    told = ", ".join(map(str, pages[:_MOST_PAGES])) + (f" and {len(pages) - _MOST_PAGES} more" if len(pages) > _MOST_PAGES else "")
    return f"{document} page {told}"


def _sum_faults(sealed: SealedRows, held: HeldRows, *, is_told: bool) -> Iterator[Fault]:
    """Tell tables of the whole case that hold others rows; what was received is told by name where the receipts tell it."""
    for table, total in held.sums.items():
        if table in held.unreadable or table in held.stale or (table == "sightings" and is_told):
            continue
        if (sealed.is_whole or table in sealed.sums) and sealed.sums.get(table, 0) != total:
            yield Fault(called(table), f"table {table}", "the rows that were sealed", "other rows")


def _job_faults(case: OpenCase, sealed: SealedRows, held: HeldRows) -> Iterator[Fault]:
    """Tell jobs that are said to have ended and did not, or by another version, and those that are gone."""
    for (stage, document), there in sorted(held.ended.items(), key=lambda item: item[0]):
        was = sealed.ended.get((stage, document))
        if was != there and (was or sealed.is_whole):
            where = held.names.get(document, str(document))
            yield Fault(called("jobs"), where, _ended(stage, was), _ended(stage, there), _name(case, where))
    for stage, document in sorted(sealed.ended.keys() - held.ended.keys()):
        where = held.names.get(document, str(document))
        found = "waiting" if (stage, document) in held.waiting else "missing"
        yield Fault(called("jobs"), where, _ended(stage, sealed.ended[stage, document]), found, _name(case, where))


def _ended(stage: str, how: tuple[str, str] | None) -> str:
    return f"{stage} {how[0]} by version {how[1]}" if how else f"{stage} not done"


def _is_told(fault: Fault, listed: AbstractSet[DocumentId | None]) -> bool:
    """Return whether a fault says of a document that was received that it is not there, which is told by what receipts list."""
    return fault.what == called("documents") and fault.found == _MISSING and fault.where in listed


def _sighting_faults(listed: Mapping[SightingId, tuple[Sighting, EntryId]], case: OpenCase) -> tuple[list[Fault], bool]:
    """Return what was received and is told otherwise by the tables, and whether anything is; what is there or not is told elsewhere."""
    try:
        there = case.view.listed_sightings()
    except UnfinishedError:
        return [], False
    except DamagedCaseError as error:
        return [Fault(called("sightings"), "table sightings", "rows that can be read", str(error))], True
    faults = [*_told_otherwise(listed, there)]
    return faults, bool(faults) or there.keys() != listed.keys()


def _told_otherwise(listed: Mapping[SightingId, tuple[Sighting, EntryId]], there: Mapping[SightingId, Sighting]) -> Iterator[Fault]:
    for id, seen in there.items():
        if id not in listed:
            continue
        expected, _ = listed[id]
        for name in (field.name for field in fields(Sighting) if field.name != "capture"):
            was, now = getattr(expected, name), getattr(seen, name)
            if was != now:
                yield Fault("sighting", id, f"{name} {was}", f"{name} {now}", expected.path)


def _aside_faults(expected: AbstractSet[str], there: AbstractSet[str]) -> Iterator[Fault]:
    for id in sorted(expected - there):
        yield Fault(called("aside_causes"), id, "left out", "not left out")
    for id in sorted(there - expected):
        yield Fault(called("aside_causes"), id, "not left out", "left out")


def called(table: str) -> str:
    """Return what people know of a table."""
    return _CALLED.get(table, table)


def _name(case: OpenCase, document: str) -> str:
    try:
        found = known_as(case.view, DocumentId(document))
    except (UnfinishedError, DamagedCaseError):  # nothing derived is needed to say what is wrong
        return ""
    return "" if found == document else found
