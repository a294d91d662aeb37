"""What a ledger says of the rows that were made from what was received: each unit of work that changes some seals what it wrote.

Rows of one document in one table have a digest; a table that is of the whole case has a sum of digests, to which each row is added and
from which it is taken again, so that a change costs what it changes. A unit seals its own rows and nothing beside them: what it only
changed in part it seals together with what was there before, so that a row somebody altered meanwhile is never sealed as it is.

Source of the sum: Bellare and Micciancio 1997, "A New Paradigm for Collision-free Hashing" (AdHash); of its width, against which the
attack of Wagner 2002, "A Generalized Birthday Problem", costs 2^(2 sqrt(4096)) = 2^128 steps.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from kashf.domain.entries.projections import in_order
from kashf.domain.ids import EntryId, Json, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded

#: Width of a sum, in bytes.
_WIDTH: Final = 512
_MODULUS: Final = 1 << (8 * _WIDTH)
#: Digest of no rows.
NOTHING: Final = ""
#: What says in the entry that made a case, or made it anew, that all its rows are sealed from there on.
SEALED: Final = {"rows": "sealed"}
#: Number of a page with the beginning of a digest of it.
PageHint = str
#: Table and key of rows that are sealed by one digest.
Place = tuple[str, str]


def row_bytes(row: Sequence[Any]) -> bytes:
    """Return a row as it is hashed, the same for both databases.

    >>> row_bytes((1, "mill", None, 0.5, True))
    b'[1,"mill",null,0.5,1]'
    """
    return json.dumps([_plain(value) for value in row], separators=(",", ":")).encode()


def row_sum(table: str, rows: Iterable[Sequence[Any]]) -> int:
    """Return the sum of rows of a table, in whatever order they come.

    >>> row_sum("words", [(1,), (2,)]) == row_sum("words", [(2,), (1,)]) != row_sum("words", [(1,)])
    True
    """
    start = hashlib.shake_256(table.encode() + b"\n")
    total = 0
    for row in rows:
        hashed = start.copy()
        hashed.update(row_bytes(row))
        total += int.from_bytes(hashed.digest(_WIDTH), "big")
    return total % _MODULUS


def page_hint(page: int, row: bytes) -> PageHint:
    """Return what tells a page of a document from what it was, where its digest is not what was sealed: four digits beside its number."""
    return f"{page}={hashlib.sha256(row).hexdigest()[:4]}"


def with_hints(digest: str, hints: Sequence[PageHint]) -> str:
    """Return the digest of rows with the hints of their pages."""
    return f"{digest}:{','.join(hints)}" if hints else digest


def pages_between(was: str, now: str) -> tuple[int, ...]:
    """Return the pages of which two digests with hints say that they are not the same.

    >>> pages_between(with_hints("ab", ["1=0f0f", "2=abcd"]), with_hints("cd", ["1=0f0f", "2=dcba", "3=0000"]))
    (2, 3)
    """
    before, after = ({*digest.partition(":")[2].split(",")} - {""} for digest in (was, now))
    return tuple(sorted({int(hint.partition("=")[0]) for hint in before ^ after if hint.partition("=")[0].isdecimal()}))


@dataclass(frozen=True, slots=True)
class RowSeals:
    """What one unit of work did to rows.

    Args:
        cleared: Tables that were emptied, before all else.
        replaced: Digest of the rows that were written in place of whatever there was, by table and key.
        changed: Digests before and after of rows that were changed in part.
        sums: What was added to the sum of a table, less what was taken off.
        ended: Jobs that ended: stage, state, version, and documents by number; state and version are "" for those that wait again.
        forgotten: Documents by number of which no job ended any more.
    """

    cleared: tuple[str, ...] = ()
    replaced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    changed: Mapping[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)
    sums: Mapping[str, int] = field(default_factory=dict)
    ended: tuple[tuple[str, str, str, tuple[int, ...]], ...] = ()
    forgotten: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether it did anything."""
        return any((self.cleared, self.replaced, self.changed, self.sums, self.ended, self.forgotten))

    def as_json(self) -> dict[str, Json]:
        """Return it as the ledger keeps it, without what is empty."""
        kept: dict[str, Json] = {
            "cleared": list(self.cleared),
            "replaced": self.replaced,
            "changed": {table: {key: list(both) for key, both in some.items()} for table, some in self.changed.items()},
            "sums": {table: _sum_text(total) for table, total in self.sums.items()},
            "ended": [[stage, state, version, list(documents)] for stage, state, version, documents in self.ended],
            "forgotten": list(self.forgotten),
        }
        return {name: value for name, value in kept.items() if value}

    @classmethod
    def from_json(cls, untrusted: object) -> RowSeals:
        """Return what `as_json` gave.

        Raises:
            ValueError: It is something else.
        """
        try:
            told: dict[str, Any] = {**untrusted}  # type: ignore[dict-item]  # whatever it is, it is looked through below
            seals = cls(
                cleared=tuple(_text(table) for table in told.pop("cleared", ())),
                replaced={table: {key: _digest(one) for key, one in some.items()} for table, some in told.pop("replaced", {}).items()},
                changed={
                    table: {key: (_digest(was), _digest(now)) for key, (was, now) in some.items()}
                    for table, some in told.pop("changed", {}).items()
                },
                sums={table: _sum(text) for table, text in told.pop("sums", {}).items()},
                ended=tuple(
                    (_text(stage), _text(state), _text(version), tuple(_number(each) for each in documents))
                    for stage, state, version, documents in told.pop("ended", ())
                ),
                forgotten=tuple(_number(each) for each in told.pop("forgotten", ())),
            )
        except (TypeError, AttributeError, binascii.Error) as error:
            raise ValueError("no seals of rows") from error
        if told:
            raise ValueError("seals of rows by a later kashf")
        return seals


@dataclass(frozen=True, slots=True)
class HeldRows:
    """What the tables of a case hold, to be held against what was sealed.

    Args:
        digests: Of rows by table and key.
        sums: Of tables that are of the whole case.
        ended: State and version of jobs that ended, by stage and number of the document.
        names: Id of each document by its number.
        miscounted: Table, what it is about, what follows from other rows, and what is there, of rows that follow from others.
        waiting: Stage and number of the document of all jobs that are still to be done.
        causes: What is the cause that things are left out of every answer, by id.
        unreadable: Tables that cannot be read.
        stale: Tables that are missing or of another form than here, so that they wait to be made anew and nobody reads them.
    """

    digests: Mapping[str, Mapping[str, str]]
    sums: Mapping[str, int]
    ended: Mapping[tuple[str, int], tuple[str, str]]
    names: Mapping[int, str] = field(default_factory=dict)
    miscounted: tuple[tuple[str, str, str, str], ...] = ()
    waiting: frozenset[tuple[str, int]] = frozenset()
    causes: frozenset[str] = frozenset()
    unreadable: tuple[str, ...] = ()
    stale: frozenset[str] = frozenset()

    def as_seals(self, tables: Sequence[str]) -> RowSeals:
        """Return what seals all of it as it is: rows that another kashf made."""
        ended: dict[tuple[str, str, str], list[int]] = {}
        for (stage, document), (state, version) in self.ended.items():
            ended.setdefault((stage, state, version), []).append(document)
        jobs = tuple((*kind, tuple(sorted(documents))) for kind, documents in sorted(ended.items()))
        sums = {table: total for table, total in self.sums.items() if total}
        return RowSeals(tuple(tables), {table: some for table, some in self.digests.items() if some}, {}, sums, jobs)


@dataclass(slots=True)
class SealedRows:
    """What a ledger says that the tables of a case hold.

    Args:
        is_whole: Whether all rows are sealed; in a case that an earlier kashf made, those are that were written since.
        digests: Of rows by table and key.
        sums: Of tables that are of the whole case.
        ended: State and version of jobs that ended, by stage and number of the document.
        doubted: Rows that were changed in part when they were not what was sealed, with the entry that changed them.
        taken_over: Rows that were sealed as an earlier kashf had left them.
        seals: How many units of work sealed rows.
    """

    is_whole: bool = False
    digests: dict[str, dict[str, str]] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)
    ended: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    doubted: dict[Place, str] = field(default_factory=dict)
    taken_over: set[Place] = field(default_factory=set)
    seals: int = 0

    def clear(self, table: str) -> None:
        """Nothing is in a table."""
        self.sums.pop(table, None)
        for key in self.digests.pop(table, {}):
            self._forget((table, key))
        if table == "jobs":
            self.ended.clear()

    def take(self, seals: RowSeals, *, where: str, is_taken_over: bool = False) -> None:
        """Go on by what one unit of work did."""
        self.seals += 1
        self.is_whole = self.is_whole or is_taken_over
        for table in seals.cleared:
            self.clear(table)
        for table, some in seals.replaced.items():
            for key, now in some.items():
                is_known = self.digests.get(table, {}).get(key) == now
                if is_taken_over and is_known:  # by a unit of work of this kashf
                    continue
                self._set(table, key, now)
                if is_taken_over:
                    self.taken_over.add((table, key))
        for table, both in seals.changed.items():
            for key, (was, now) in both.items():
                self._change(table, key, was, now, where)
        for table, added in seals.sums.items():
            self.sums[table] = (self.sums.get(table, 0) + added) % _MODULUS
        self._end(seals)

    def _end(self, seals: RowSeals) -> None:
        if gone := set(seals.forgotten):
            self.ended = {job: how for job, how in self.ended.items() if job[1] not in gone}
        for stage, state, version, documents in seals.ended:
            for document in documents:
                if state:
                    self.ended[stage, document] = (state, version)
                else:
                    self.ended.pop((stage, document), None)

    def _set(self, table: str, key: str, now: str) -> None:
        self._forget((table, key))
        if now:
            self.digests.setdefault(table, {})[key] = now
        else:
            self.digests.get(table, {}).pop(key, None)

    def _change(self, table: str, key: str, was: str, now: str, where: str) -> None:
        before = self.digests.get(table, {}).get(key, NOTHING)
        doubt = self.doubted.get((table, key), "")
        if before != was and (self.is_whole or before):
            doubt = where
        is_old = (table, key) in self.taken_over
        self._set(table, key, now)
        if doubt:
            self.doubted[table, key] = doubt
        if is_old:
            self.taken_over.add((table, key))

    def _forget(self, place: Place) -> None:
        self.doubted.pop(place, None)
        self.taken_over.discard(place)


def sealing_entries(entries: Iterable[Recorded]) -> list[tuple[Entry, EntryId]]:
    """Return the entries that say what is sealed, in the order in which the units of work followed one another.

    Those of several installations are numbered through, since their clocks may differ.
    """
    nth = 0.0
    placed = []
    for entry, id in in_order(each for each in entries if each[0].kind in SEALING):
        number = entry.body.get("nth")
        nth = float(number) if isinstance(number, int) else nth + 2**-20
        placed.append((nth, entry, id))
    return [(entry, id) for _, entry, id in sorted(placed, key=lambda each: each[0])]


#: Kinds of entries that say what is sealed.
SEALING: Final = (EntryKind.CREATED, EntryKind.REBUILT, EntryKind.ROWS, EntryKind.ROWS_TAKEN_OVER)


def manifest_of(entry: Entry) -> str:
    """Return the blob in which an entry keeps its seals; "" when it holds them itself or keeps none."""
    manifest = entry.body.get("manifest", "")
    return manifest if entry.kind in {EntryKind.ROWS, EntryKind.ROWS_TAKEN_OVER} and isinstance(manifest, str) else ""


def _plain(value: Any) -> Any:
    if type(value) is bool:
        return int(value)
    if isinstance(value, bytes | memoryview | bytearray):
        return {"sha256": hashlib.sha256(value).hexdigest()}
    return value


def _digest(value: object) -> str:
    if isinstance(value, str) and (not value or is_digest(value.partition(":")[0])):
        return value
    raise ValueError("no digest")


def _sum_text(total: int) -> str:
    return base64.b64encode((total % _MODULUS).to_bytes(_WIDTH, "big")).decode()


def _sum(text: str) -> int:
    data = base64.b64decode(text, validate=True)
    if len(data) != _WIDTH:
        raise ValueError("no sum of rows")
    return int.from_bytes(data, "big")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("no text")


def _number(value: object) -> int:
    if type(value) is int:
        return value
    raise ValueError("no number")
