"""The ledger: an append-only chain of entries with a Merkle head that proves what was recorded, and in which order.

Each installation that works on a case writes its own chain. An entry names the one before it (`prev`), so that nothing can be
changed, put in, taken out or moved without a trace; the Merkle tree over the leaf hashes gives a short head to print and keep
elsewhere. A tail that is cut off can be noticed only with a head that was kept elsewhere.

Source: RFC 6962 section 2.1 (Merkle hash trees), RFC 8785 (canonical JSON).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kashf.domain.ids import EntryId, Json, canonical_json

#: `prev` of the first entry of a chain.
GENESIS = EntryId("0" * 64)


class Kind(StrEnum):
    """What an entry records."""

    CREATED = "created"
    RECEIPT = "receipt"
    RUN = "run"
    REBUILT = "rebuilt"
    JUDGED = "judged"
    UNDONE = "undone"
    PAGE_READ = "page-read"


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact that is never changed again.

    Args:
        device: Which installation's chain this belongs to: 32 hex digits, made at random once.
        seq: Place in that chain, from 0.
        prev: Id of the entry before, or GENESIS.
        time: When it was written, UTC, by the clock of that machine.
        actor: Who did it, as the settings say; never a document's word.
        kind: What it records.
        body: The record itself, by kind; see docs/reference/case-format.md.
    """

    device: str
    seq: int
    prev: EntryId
    time: dt.datetime
    actor: str
    kind: Kind
    body: Mapping[str, Json]

    def canonical(self) -> bytes:
        """Return the bytes that are hashed: RFC 8785 JSON of all fields."""
        return canonical_json(
            {
                "actor": self.actor,
                "body": self.body,
                "device": self.device,
                "kind": self.kind.value,
                "prev": self.prev,
                "seq": self.seq,
                "time": format_time(self.time),
            }
        )

    @property
    def id(self) -> EntryId:
        """Leaf hash of the entry. Source: RFC 6962 section 2.1, SHA-256(0x00 || entry)."""
        return EntryId(leaf_hash(self.canonical()).hex())


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was recorded.

    Args:
        what: "ledger", "blob", "manifest", "text" or "index".
        where: Id or place of the faulty thing.
        expected: What was recorded.
        found: What is there, or "missing".
    """

    what: str
    where: str
    expected: str
    found: str


def format_time(time: dt.datetime) -> str:
    """Return a UTC time as ISO 8601 to the microsecond, with Z.

    Raises:
        ValueError: The time has no zone.

    >>> format_time(dt.datetime(2014, 10, 25, 6, 30, tzinfo=dt.UTC))
    '2014-10-25T06:30:00.000000Z'
    """
    if time.tzinfo is None:
        raise ValueError("a time without a zone cannot be recorded")
    return time.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_time(text: str) -> dt.datetime:
    """Return the UTC time that `format_time` wrote.

    Raises:
        ValueError: Another form.
    """
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=dt.UTC)


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of one leaf. Source: RFC 6962 section 2.1."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node. Source: RFC 6962 section 2.1."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """Return the Merkle tree hash of leaf hashes in order; of none, SHA-256 of nothing.

    Source: RFC 6962 section 2.1. Built level by level: an odd node at the end of a level moves up unchanged, which is the
    same tree as the recursive definition by the largest power of two.
    """
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = list(leaves)
    while len(level) > 1:
        paired = [node_hash(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = paired + level[len(paired) * 2 :]
    return level[0]


def chain_faults(entries: Iterable[Entry], *, recorded: Mapping[tuple[str, int], str]) -> tuple[Fault, ...]:
    """Return every place where the chains are broken; empty when all is as it was written.

    Args:
        entries: All entries of all chains, in any order.
        recorded: The id stored beside each entry, by (device, seq).
    """
    faults: list[Fault] = []
    before: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda e: (e.device, e.seq)):
        place = f"{entry.device}/{entry.seq}"
        last = before.get(entry.device)
        seq, prev = (last.seq + 1, last.id) if last else (0, GENESIS)
        if entry.seq != seq:
            faults.append(Fault("ledger", place, f"entry {seq}", f"entry {entry.seq}"))
        elif entry.prev != prev:
            faults.append(Fault("ledger", place, f"prev {prev}", f"prev {entry.prev}"))
        stored = recorded.get((entry.device, entry.seq), "missing")
        if stored != entry.id:
            faults.append(Fault("ledger", place, stored, entry.id))
        before[entry.device] = entry
    return tuple(faults)
