"""The ledger: an append-only chain of entries with a Merkle head that proves what was recorded, and in which order.

Each installation that works on a case writes two chains of its own: custody (what was received, read and passed on) and work (what
people decided). An entry names the one before it (`prev`), so that nothing can be changed, put in, taken out or moved without a trace;
`heads` makes of all chains a short head to print and keep elsewhere.

Source: RFC 6962 section 2.1 (Merkle hash trees), RFC 8785 (canonical JSON).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.ids import EntryId, Json, canonical_json

#: `prev` of the first entry of a chain.
GENESIS = EntryId("0" * 64)


class EntryKind(StrEnum):
    """What this kashf records; entries of other kinds, which a later one wrote, are hashed, chained, counted and passed over."""

    CREATED = "created"
    RECEIPT = "receipt"
    RUN = "run"
    REBUILT = "rebuilt"
    UNSAFE_PARSING = "unsafe-parsing"
    SOURCE = "source"
    DESTROYED = "destroyed"
    JUDGED = "judged"
    UNDONE = "undone"
    PAGE_READ = "page-read"
    QUOTED = "quoted"
    PERSON = "person"
    SET_ASIDE = "set-aside"
    EXCEPTION = "exception"
    SEARCH_SAVED = "search-saved"
    SEARCH_SEEN = "search-seen"
    JUDGED_TOGETHER = "judged-together"
    REASSIGNED = "reassigned"
    NOT_A_NAME = "not-a-name"
    SCREENED = "screened"
    LINES_DRAWN = "lines-drawn"
    KEYED = "keyed"
    SETTLED = "settled"
    TRANSLATED = "translated"
    CONTESTED = "contested"
    CONTEST_SETTLED = "contest-settled"
    HEARD = "heard"
    HEARD_CONFIRMED = "heard-confirmed"
    OPENED = "opened"
    MODEL_MEASURED = "model-measured"
    LINES_DRAFTED = "lines-drafted"
    HANDOVER = "handover"
    VAULT = "vault"
    TIMESTAMPED = "timestamped"
    DEVICE_KEY = "device-key"
    PERSON_KEY = "person-key"
    FIELD_MAPPED = "field-mapped"
    VALUES_JOINED = "values-joined"
    FAMILIES_JOINED = "families-joined"
    PEOPLE_JOINED = "people-joined"
    VALUE_SEEN = "value-seen"
    FIELDS_OPENED = "fields-opened"
    EVENTS_ADDED = "events-added"
    PLACES_ADDED = "places-added"
    PLACE_CHOSEN = "place-chosen"
    LETTER_CORRECTED = "letter-corrected"
    LETTERS_LEARNT = "letters-learnt"
    ROWS = "rows"
    ROWS_TAKEN_OVER = "rows-taken-over"
    BUDGET_RAISED = "budget-raised"
    CARD_WORDED = "card-worded"
    BOARD_CELL = "board-cell"
    BOARD_GENUINE = "board-genuine"
    CARD_EVIDENCE = "card-evidence"
    CARD_EXPLANATION = "card-explanation"
    CARD_CHECKED = "card-checked"
    CARD_SETTLED = "card-settled"
    CARD_ASKED = "card-asked"
    CARD_ANSWERED = "card-answered"
    SOURCE_CHECKED = "source-checked"
    SOURCE_PARENT = "source-parent"
    SOURCE_KINDS = "source-kinds"
    SOURCE_GRADED = "source-graded"
    SOURCE_WITNESS = "source-witness"
    PLAN_FROZEN = "plan-frozen"
    PLAN_RUN = "plan-run"
    RELEASED = "released"
    RELEASE_SIGNED = "release-signed"
    CODE_FROZEN = "code-frozen"
    CODED = "coded"
    CODE_SETTLED = "code-settled"
    REDACTED = "redacted"


#: What people decide, and who they are; all else is custody, which can be shown without it.
WORK_KINDS: Final = frozenset(
    {
        *(EntryKind.JUDGED, EntryKind.UNDONE, EntryKind.PAGE_READ, EntryKind.QUOTED, EntryKind.PERSON),
        EntryKind.PERSON_KEY,
        *(EntryKind.SET_ASIDE, EntryKind.EXCEPTION),
        *(EntryKind.SEARCH_SAVED, EntryKind.SEARCH_SEEN),
        *(EntryKind.JUDGED_TOGETHER, EntryKind.REASSIGNED, EntryKind.NOT_A_NAME),
        EntryKind.SCREENED,
        *(EntryKind.LINES_DRAWN, EntryKind.KEYED, EntryKind.SETTLED, EntryKind.TRANSLATED),
        *(EntryKind.CONTESTED, EntryKind.CONTEST_SETTLED, EntryKind.HEARD, EntryKind.HEARD_CONFIRMED),
        *(EntryKind.MODEL_MEASURED, EntryKind.LINES_DRAFTED),
        *(EntryKind.FIELD_MAPPED, EntryKind.VALUES_JOINED, EntryKind.FAMILIES_JOINED),
        *(EntryKind.PEOPLE_JOINED, EntryKind.VALUE_SEEN),
        *(EntryKind.FIELDS_OPENED, EntryKind.EVENTS_ADDED, EntryKind.BOARD_CELL, EntryKind.BOARD_GENUINE),
        *(EntryKind.PLACES_ADDED, EntryKind.PLACE_CHOSEN),
        *(EntryKind.LETTER_CORRECTED, EntryKind.LETTERS_LEARNT),
        *(EntryKind.CARD_WORDED, EntryKind.CARD_EVIDENCE, EntryKind.CARD_EXPLANATION, EntryKind.CARD_CHECKED, EntryKind.CARD_SETTLED),
        *(EntryKind.CARD_ASKED, EntryKind.CARD_ANSWERED),
        *(EntryKind.SOURCE_CHECKED, EntryKind.SOURCE_PARENT, EntryKind.SOURCE_KINDS, EntryKind.SOURCE_GRADED),
        EntryKind.SOURCE_WITNESS,
        *(EntryKind.PLAN_FROZEN, EntryKind.PLAN_RUN),
        *(EntryKind.RELEASED, EntryKind.RELEASE_SIGNED),
        *(EntryKind.CODE_FROZEN, EntryKind.CODED, EntryKind.CODE_SETTLED),
        EntryKind.REDACTED,
    }
)
#: What the name of a work chain ends in. That of a custody chain is the device alone, as it was when there was one chain.
_WORK: Final = "/work"
_KNOWN: Final = frozenset(EntryKind)


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact that is never changed again.

    Args:
        chain: Which chain this belongs to, by `chain_for`.
        seq: Place in that chain, from 0.
        prev: Id of the entry before, or GENESIS.
        time: When it was written, UTC, by the clock of that machine.
        actor: Who did it, as the settings say; never a document's word.
        kind: What it records: one of EntryKind, or what a later kashf writes.
        body: The record itself, by kind; see docs/reference/case-format.md.
    """

    chain: str
    seq: int
    prev: EntryId
    time: dt.datetime
    actor: str
    kind: str
    body: Mapping[str, Json]

    def canonical(self) -> bytes:
        """Return the bytes that are hashed: RFC 8785 JSON of all fields."""
        return canonical_json(
            {
                "actor": self.actor,
                "body": self.body,
                "device": self.chain,
                "kind": str(self.kind),
                "prev": self.prev,
                "seq": self.seq,
                "time": format_time(self.time),
            }
        )

    @property
    def device(self) -> str:
        """The installation that wrote it."""
        return self.chain.partition("/")[0]

    @property
    def is_custody(self) -> bool:
        """Whether it belongs to a chain of custody, which has no name beside its device's; those of the first format hold decisions too."""
        return "/" not in self.chain

    @property
    def id(self) -> EntryId:
        """Leaf hash of the entry. Source: RFC 6962 section 2.1, SHA-256(0x00 || entry)."""
        return EntryId(leaf_hash(self.canonical()).hex())


#: An entry with the id that is recorded beside it.
Recorded = tuple[Entry, EntryId]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was recorded.

    Args:
        what: "ledger", "head", "blob", "manifest", "document", "sighting", "records" or what else a check looks at.
        where: Id or place of the faulty thing.
        expected: What was recorded.
        found: What is there, or "missing".
        name: What people call it, if it is a file; "" otherwise.
        remedy: A command that mends it, with CASE for the case; "" where only a copy from elsewhere does.
    """

    what: str
    where: str
    expected: str
    found: str
    name: str = ""
    remedy: str = ""


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


def parse_entry(untrusted_line: bytes) -> Entry:
    """Return the entry whose canonical JSON a line is.

    Raises:
        ValueError: It is none.
    """
    try:
        told = json.loads(untrusted_line)
        texts = [told[key] for key in ("device", "prev", "time", "actor", "kind")]
        if not all(isinstance(text, str) for text in texts) or type(told["seq"]) is not int or not isinstance(told["body"], dict):
            raise ValueError("a part of the entry is of another kind than it should be")
        chain, prev, time, actor, kind = texts
        entry = Entry(chain, told["seq"], EntryId(prev), parse_time(time), actor, kind, told["body"])
        if entry.canonical() == untrusted_line:
            return entry
    except (TypeError, KeyError, RecursionError, UnicodeError) as error:
        raise ValueError("not an entry") from error
    raise ValueError("not the canonical form of an entry")


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


def chain_for(device: str, kind: str) -> str:
    """Return the chain on which an installation records entries of a kind.

    >>> chain_for("d1", EntryKind.RECEIPT), chain_for("d1", EntryKind.JUDGED)
    ('d1', 'd1/work')
    """
    return f"{device}{_WORK}" if kind in WORK_KINDS else device


def case_id(entries: Iterable[Recorded]) -> str:
    """Return the id of a case, by which two of the same name are told apart: that of the entry that made it, or "" without one."""
    return next((id for entry, id in entries if entry.kind == EntryKind.CREATED and entry.seq == 0), "")


def count_unknown(kinds: Mapping[str, int]) -> int:
    """Return how many entries are of kinds that this kashf does not know, of how many there are of each."""
    return sum(count for kind, count in kinds.items() if kind not in _KNOWN)


def chain_faults(entries: Iterable[Recorded]) -> tuple[Fault, ...]:
    """Return every place where the chains are broken; empty when all is as it was written.

    Args:
        entries: All entries of all chains, in any order.
    """
    faults: list[Fault] = []
    before: dict[str, Entry] = {}
    for entry, recorded in sorted(entries, key=lambda pair: (pair[0].chain, pair[0].seq)):
        place = f"{entry.chain}/{entry.seq}"
        last = before.get(entry.chain)
        seq, prev = (last.seq + 1, last.id) if last else (0, GENESIS)
        if entry.seq != seq:
            faults.append(Fault("ledger", place, f"entry {seq}", f"entry {entry.seq}"))
        elif entry.prev != prev:
            faults.append(Fault("ledger", place, f"prev {prev}", f"prev {entry.prev}"))
        if recorded != entry.id:
            faults.append(Fault("ledger", place, recorded, entry.id))
        before[entry.chain] = entry
    return tuple(faults)
