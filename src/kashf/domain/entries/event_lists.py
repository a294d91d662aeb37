"""Catalogues of outside events that somebody added to a case, with which column says what: reference, and never counted with the leak."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.delivery import Collection
from kashf.domain.entries.persons import signer
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.errors import DamagedCaseError


@dataclass(frozen=True, slots=True)
class EventTally:
    """What came of the rows of a catalogue; events, left out and refused make up the rows.

    Args:
        rows: All of them.
        events: Those that are used.
        left_out: Those that are not of those that were asked for.
        refused: Those that cannot be what they say, by reason.
        undated: Events without a day; None where an earlier kashf did not count them.
        unplaced: Events without coordinates; None likewise.
    """

    rows: int
    events: int
    left_out: int
    refused: Mapping[str, int]
    undated: int | None = None
    unplaced: int | None = None


@dataclass(frozen=True, slots=True)
class EventList:
    """A catalogue of a case.

    Args:
        id: Its ledger entry.
        name: What its file was called, without folders.
        blob: Id of its bytes.
        encoding: Of its text.
        columns: Which column says what, as `CatalogueColumns` writes it.
        only: Values that rows must have, by column.
        tally: What came of its rows when it was added.
        when: When it was added.
        who: By whom.
        person: Id of that person of the case; "" when no person of the case signed it.
    """

    id: EntryId
    name: str
    blob: DocumentId
    encoding: str
    columns: Mapping[str, Json]
    only: Mapping[str, str]
    tally: EventTally
    when: dt.datetime
    who: str
    person: str = ""

    def may_be_undone_by(self, person: str) -> bool:
        """Return whether somebody may take it out: what a person of the case signed, only that person."""
        return self.person in {"", person}


def event_list_body(
    name: str, blob: DocumentId, *, encoding: str, columns: Mapping[str, Json], only: Mapping[str, str], tally: EventTally
) -> Mapping[str, Json]:
    """Return what the ledger keeps of a catalogue."""
    return {
        "name": name,
        "blob": blob,
        "collection": Collection.REFERENCE.value,
        "encoding": encoding,
        "columns": dict(columns),
        "only": dict(only),
        "rows": tally.rows,
        "events": tally.events,
        "left_out": tally.left_out,
        "refused": dict(tally.refused),
        "undated": tally.undated,
        "unplaced": tally.unplaced,
    }


def event_lists_of(entries: Iterable[Recorded]) -> tuple[EventList, ...]:
    """Return the catalogues that were added and not taken out, oldest first."""
    return tuple(EVENT_LISTS.fold(entries).values())


def event_blobs(entries: Iterable[Recorded]) -> tuple[DocumentId, ...]:
    """Return the bytes of every catalogue, each once; one that was taken out is kept all the same."""
    found = (str(entry.body.get("blob")) for entry, _ in entries if entry.kind == EntryKind.EVENTS_ADDED)
    return tuple(dict.fromkeys(DocumentId(blob) for blob in found if is_digest(blob)))


def _tell(told: dict[EntryId, EventList], entry: Entry, id: EntryId) -> dict[EntryId, EventList]:
    if entry.kind == EntryKind.EVENTS_ADDED:
        told[id] = _added(entry, id)
    elif (known := told.get(EntryId(str(entry.body.get("entry"))))) and known.may_be_undone_by(signer(entry)):
        del told[known.id]
    return told


def _added(entry: Entry, id: EntryId) -> EventList:
    body = entry.body
    blob, columns, only, refused = str(body.get("blob")), *(_object(body, name) for name in ("columns", "only", "refused"))
    if columns is None or only is None or refused is None or not is_digest(blob):
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is about no catalogue of events that can be read")
    rows, events, left_out = (_number(body, name) for name in ("rows", "events", "left_out"))
    lacking = [found if isinstance(found := body.get(name), int) else None for name in ("undated", "unplaced")]
    tally = EventTally(rows, events, left_out, {reason: _number(refused, reason) for reason in refused}, *lacking)
    return EventList(
        id=id,
        name=str(body.get("name", "")),
        blob=DocumentId(blob),
        encoding=str(body.get("encoding", "")),
        columns=columns,
        only={column: str(value) for column, value in only.items()},
        tally=tally,
        when=entry.time,
        who=entry.actor,
        person=signer(entry),
    )


def _object(body: Mapping[str, Json], name: str) -> Mapping[str, Json] | None:
    found = body.get(name)
    return found if isinstance(found, Mapping) else None


def _number(body: Mapping[str, Json], name: str) -> int:
    number = body.get(name)
    return number if isinstance(number, int) else 0


#: Catalogues of a case, by ledger entry.
EVENT_LISTS: Final[Projection[dict[EntryId, EventList]]] = Projection(frozenset({EntryKind.EVENTS_ADDED, EntryKind.UNDONE}), dict, _tell)
