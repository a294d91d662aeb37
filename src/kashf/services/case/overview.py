"""A case at one glance: where everything stands, what was received from whom, what was run, and the head of the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.date import FuzzyDate
from kashf.domain.entries.projections import in_order
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import Entry, EntryKind, count_unknown
from kashf.ports.views import Totals
from kashf.services.case.brought.additions import Addition, additions
from kashf.services.case.brought.exceptions import count_open
from kashf.services.case.documents import status
from kashf.services.case.heads.case_head import CaseHead, head_of_entries
from kashf.services.case.open import OpenCase


@dataclass(frozen=True, slots=True)
class DeliverySummary:
    """What one channel passed on with one note on one day: receipts that follow one another, added up.

    Args:
        channel: Who passed it on.
        received: When it came into our hands, if not on the day of the entry; else `UNDATED`.
        note: Words of whoever received it.
        actor: Who that was.
        first: Time of the first receipt.
        last: Time of the last.
        files: Sightings in all.
        size_bytes: Of their contents.
        unreadable: Paths that could not be read.
        receipts: Ledger entries, oldest first.
    """

    channel: str
    received: FuzzyDate
    note: str
    actor: str
    first: dt.datetime
    last: dt.datetime
    files: int
    size_bytes: int
    unreadable: int
    receipts: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One run over what waited.

    Args:
        time: When it ended.
        actor: Who ran it.
        is_rebuild: Whether everything derived was thrown away instead.
        read: Documents read.
        indexed: Documents indexed.
        waiting: Documents that still waited afterwards.
        sandbox: What held the parsers; "" for a rebuild.
    """

    time: dt.datetime
    actor: str
    is_rebuild: bool
    read: int
    indexed: int
    waiting: int
    sandbox: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A case at one glance.

    Args:
        totals: Where everything stands.
        received: What each `add` took in, oldest first.
        open_exceptions: Files that were not read, or not whole, about which nobody has decided.
        created: When the case was made; None when the ledger does not say.
        deliveries: What was received, latest first.
        runs: What was run, latest first.
        head: Its id, by which two of the same name are told apart, and the head of its ledger.
        unknown_entries: Entries that only a later kashf knows.
    """

    totals: Totals
    received: tuple[Addition, ...]
    open_exceptions: int
    created: dt.datetime | None
    deliveries: tuple[DeliverySummary, ...]
    runs: tuple[Run, ...]
    head: CaseHead
    unknown_entries: int


def overview(case: OpenCase) -> Overview:
    """Return a case at one glance; the ledger is read, not checked."""
    recorded = case.view.entries()
    entries = [entry for entry, _ in in_order(recorded)]
    created = next((entry.time for entry in entries if entry.kind == EntryKind.CREATED), None)
    runs = tuple(_run(entry) for entry in reversed(entries) if entry.kind in {EntryKind.RUN, EntryKind.REBUILT})
    unknown = count_unknown(case.view.entry_kinds())
    received = additions(case)
    return Overview(status(case), received, count_open(case), created, _deliveries(entries), runs, head_of_entries(recorded), unknown)


def _deliveries(entries: Sequence[Entry]) -> tuple[DeliverySummary, ...]:
    groups: list[list[Entry]] = []
    for entry in entries:
        if entry.kind != EntryKind.RECEIPT:
            continue
        if groups and _words(groups[-1][0]) == _words(entry):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return tuple(_delivery(group) for group in reversed(groups))


def _words(entry: Entry) -> tuple[str, ...]:
    """Return what must be equal for two receipts to be shown as one: words of the person, and the day."""
    body = entry.body
    return (entry.actor, *(str(body.get(key) or "") for key in ("channel", "received", "note")), entry.time.date().isoformat())


def _delivery(receipts: Sequence[Entry]) -> DeliverySummary:
    actor, channel, received, note, _ = _words(receipts[0])
    files, size, unreadable = (sum(_number(entry.body.get(key)) for entry in receipts) for key in ("files", "bytes", "unreadable"))
    ids = tuple(entry.id for entry in receipts)
    return DeliverySummary(
        channel, FuzzyDate.read(received), note, actor, receipts[0].time, receipts[-1].time, files, size, unreadable, ids
    )


def _run(entry: Entry) -> Run:
    done = entry.body.get("done")
    of_stage = done if isinstance(done, Mapping) else {"read": entry.body.get("read"), "index": entry.body.get("indexed")}
    read, indexed, waiting = (_number(number) for number in (of_stage.get("read"), of_stage.get("index"), entry.body.get("waiting")))
    return Run(entry.time, entry.actor, entry.kind == EntryKind.REBUILT, read, indexed, waiting, str(entry.body.get("sandbox") or ""))


def _number(value: Json) -> int:
    return value if isinstance(value, int) else 0
