"""The case's first page: the sum that must add up, what it is made of, what was received, and the head of the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import EntryId
from kashf.domain.ledger import Entry, Kind, merkle_root
from kashf.ports.stores import Totals
from kashf.services.handles import OpenCase

#: The terms of the sum in the order they are written, and whether there is a list of them to open.
TERMS: Final = (("done", True), ("partial", True), ("failed", True), ("duplicates", False), ("waiting", True))
#: Width of the bar in its own units; 0.1 per cent is one unit.
BAR_UNITS: Final = 1000
#: Runs shown, latest first.
RUNS_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One term of the sum and its stretch of the bar.

    Args:
        name: Which term: done, partial, failed, duplicates or waiting.
        number: How many.
        left: Where it begins on the bar, in [0..1000].
        width: How much of the bar it takes; 0 for none, at least 2 for any, so that a single failure can be seen.
        href: The list of them; empty where there is none.
    """

    name: str
    number: int
    left: float
    width: float
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of shares.

    Args:
        value: Such as a media type; empty for what has none yet.
        number: How many documents.
        width: Its share of the largest, in [0..100].
    """

    value: str
    number: int
    width: float


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One receipt as the page shows it."""

    id: EntryId
    channel: str
    time: dt.datetime
    files: int
    size_bytes: int
    note: str


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run as the page shows it: when, and what the ledger says of it."""

    time: dt.datetime
    what: str


def sum_parts(totals: Totals) -> tuple[Part, ...]:
    """Return the terms of `totals` with their stretches of the bar, which together fill it."""
    numbers = {name: int(getattr(totals, name)) for name, _ in TERMS}
    least = {name: max(number / max(totals.found, 1) * BAR_UNITS, 2.0) if number else 0.0 for name, number in numbers.items()}
    scale = BAR_UNITS / (sum(least.values()) or 1)
    parts, left = [], 0.0
    for name, is_listed in TERMS:
        width = least[name] * scale
        href = f"/documents?status={name}" if is_listed and numbers[name] else ""
        parts.append(Part(name, numbers[name], round(left, 2), round(width, 2), href))
        left += width
    return tuple(parts)


def rows(counts: Mapping[str, int]) -> tuple[Row, ...]:
    """Return counts as rows, largest first, equal ones by name."""
    largest = max(counts.values(), default=1)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Row(value, number, round(number / largest * 100, 2)) for value, number in ordered)


def receipt_lines(entries: Sequence[tuple[Entry, EntryId]]) -> tuple[ReceiptLine, ...]:
    """Return the receipts in a ledger, latest first."""
    lines = [_receipt_line(entry, id) for entry, id in entries if entry.kind is Kind.RECEIPT]
    return tuple(sorted(lines, key=lambda line: (line.time, line.id), reverse=True))


def run_lines(entries: Sequence[tuple[Entry, EntryId]]) -> tuple[RunLine, ...]:
    """Return the last runs in a ledger, latest first."""
    runs = sorted((entry for entry, _ in entries if entry.kind in {Kind.RUN, Kind.REBUILT}), key=lambda e: (e.time, e.seq), reverse=True)
    return tuple(RunLine(run.time, run.kind.value) for run in runs[:RUNS_SHOWN])


def home(case: OpenCase) -> dict[str, object]:
    """Return what the page shows."""
    totals, entries = case.view.totals(), case.view.entries()
    created = min((entry.time for entry, _ in entries if entry.kind is Kind.CREATED), default=None)
    return {
        "totals": totals,
        "parts": sum_parts(totals),
        "types": rows(totals.by_type),
        "reasons": rows(totals.by_reason),
        "opened": created,
        "receipts": receipt_lines(entries),
        "runs": run_lines(entries),
        "head": merkle_root([bytes.fromhex(id) for _, id in entries]).hex(),
        "entries": len(entries),
    }


def _receipt_line(entry: Entry, id: EntryId) -> ReceiptLine:
    body = entry.body
    files, size = body.get("files"), body.get("size_bytes")
    return ReceiptLine(
        id=id,
        channel=str(body.get("channel", "")),
        time=entry.time,
        files=files if isinstance(files, int) else 0,
        size_bytes=size if isinstance(size, int) else 0,
        note=str(body.get("note", "")),
    )
