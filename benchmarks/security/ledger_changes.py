"""Changes of a case's ledger, and entries forged in it, by somebody who knows how entries are chained: it is no secret."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from benchmarks.security.changes import CHANNEL, GENESIS, Change, on_records, statements

_OF_LEDGER: Final = ("device", "seq", "id", "prev", "time", "actor", "kind", "body")


def ledger_changes() -> Iterator[Change]:
    """Yield the changes of the ledger."""
    body, seq = "UPDATE ledger SET body = ", "UPDATE ledger SET seq = "
    plain = {
        "ledger: actor": ["UPDATE ledger SET actor = 'X' WHERE seq = 1"],
        "ledger: body channel": [f"{body} replace(body, '{CHANNEL}', 'other')"],
        "ledger: time": ["UPDATE ledger SET time = '2001-01-01T00:00:00.000000Z' WHERE seq = 2"],
        "ledger: kind": ["UPDATE ledger SET kind = 'rebuilt' WHERE seq = 3"],
        "ledger: delete middle": ["DELETE FROM ledger WHERE seq = 1"],
        "ledger: delete first": ["DELETE FROM ledger WHERE seq = 0"],
        "ledger: swap 1, 2": [f"{seq} 99 WHERE seq = 1", f"{seq} 1 WHERE seq = 2", f"{seq} 2 WHERE seq = 99"],
        "ledger: id only": ["UPDATE ledger SET id = 'aaaa' || substr(id, 5) WHERE seq = 1"],
        "ledger: device renamed": [f"UPDATE ledger SET device = '{'e' * 32}' WHERE seq = 3"],
        "ledger: junk body": [f"{body} '{{' WHERE seq = 3"],
        "ledger: unknown kind": ["UPDATE ledger SET kind = 'evil' WHERE seq = 3"],
        "ledger: body whitespace": [f"{body} replace(body, ':', ' : ') WHERE seq = 1"],
        "ledger: body with a key twice": [f"""{body} '{{"channel":"forged",' || substr(body, 2) WHERE seq = 1"""],
        "ledger: seq no integer": [f"{seq} 3.5 WHERE seq = 3"],
        "ledger: body a number": [f"{body} 5 WHERE seq = 2"],
        "ledger: actor a blob": ["UPDATE ledger SET actor = x'ff00' WHERE seq = 2"],
        "ledger: time of another form": ["UPDATE ledger SET time = substr(time, 1, 10) WHERE seq = 2"],
    }
    yield from (Change(name, statements(*sql)) for name, sql in plain.items())
    last = "DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger WHERE device NOT LIKE '%/%') AND device NOT LIKE '%/%'"
    yield Change("ledger: last entry deleted", statements(last), needs_head=True)
    yield Change("ledger: all chained anew with another channel", on_records(_rehash(_other_channel)), needs_head=True)
    yield Change("ledger: all chained anew with other people and times", on_records(_rehash(_other_times)), needs_head=True)
    yield Change("ledger: all chained anew, signatures taken out", on_records(_unsigned(_other_channel)), needs_head=True)
    forged: dict[str, tuple[str, Mapping[str, Any]]] = {
        "a decision by somebody else": ("judged", {"type": "PER", "left": "a", "right": "b", "verdict": "same", "why": ""}),
        "a second beginning": ("created", {"name": "other", "format": 1}),
        "taking back of nothing": ("undone", {"entry": GENESIS}),
        "a page that is not there was read": ("page-read", {"document": GENESIS, "page": 1, "name": "x", "seen": 99}),
        "a receipt that names no manifest": ("receipt", {**_RECEIPT, "manifest": GENESIS}),
    }
    for what, (kind, said) in forged.items():
        yield Change(f"ledger: forged by a new device: {what}", on_records(_forge(kind, said, device="f" * 32)))
        yield Change(f"ledger: forged at the end of our own chain: {what}", on_records(_forge(kind, said, device="")))


_RECEIPT: Final = {"channel": "x", "received": None, "collection": "leak", "files": 1, "bytes": 1, "unreadable": 0, "tool": "k"}


Row = dict[str, Any]


def _rehash(change: Callable[[Row], None]) -> Callable[[sqlite3.Connection, random.Random], None]:
    """Return what changes every entry and chains them all anew, as RFC 8785 and RFC 6962 say: it is no secret how."""

    def act(records: sqlite3.Connection, _: random.Random) -> None:
        ends: dict[str, str] = {}
        for row in _entries(records):
            old = row["id"]
            change(row)
            row["prev"] = ends.get(row["device"], GENESIS)
            row["id"] = ends[row["device"]] = entry_id(row)
            place = (row["device"], row["seq"])
            records.execute(
                "UPDATE ledger SET id = ?, prev = ?, time = ?, actor = ?, body = ? WHERE device = ? AND seq = ?",
                (row["id"], row["prev"], row["time"], row["actor"], row["body"], *place),
            )
            records.execute("UPDATE sightings SET receipt = ? WHERE receipt = ?", (row["id"], old))
            if _has(records, "signatures"):
                records.execute("UPDATE signatures SET entry = ? WHERE entry = ?", (row["id"], old))

    return act


def _unsigned(change: Callable[[Row], None]) -> Callable[[sqlite3.Connection, random.Random], None]:
    def act(records: sqlite3.Connection, chance: random.Random) -> None:
        _rehash(change)(records, chance)
        if _has(records, "signatures"):
            records.execute("DELETE FROM signatures")

    return act


def _other_channel(row: Row) -> None:
    row["body"] = row["body"].replace(CHANNEL, "anonymous")


def _other_times(row: Row) -> None:
    row["actor"] = "someone else"
    row["time"] = row["time"].replace("202", "201", 1)


def _forge(kind: str, body: Mapping[str, Any], *, device: str) -> Callable[[sqlite3.Connection, random.Random], None]:
    """Return what puts an entry at the end of a chain: of a device, or of the one that is there."""

    def act(records: sqlite3.Connection, _: random.Random) -> None:
        own = [row for row in _entries(records) if (row["device"] == device if device else "/" not in row["device"])]
        name = device or own[-1]["device"]
        row = {
            "device": name,
            "seq": len(own),
            "prev": own[-1]["id"] if own else GENESIS,
            "time": dt.datetime(2020, 1, 1, tzinfo=dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "actor": "Editor in chief",
            "kind": kind,
            "body": json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        }
        row["id"] = entry_id(row)
        values = ", ".join(f":{name}" for name in _OF_LEDGER)
        records.execute(f"INSERT INTO ledger ({', '.join(_OF_LEDGER)}) VALUES ({values})", row)

    return act


def entry_id(row: Row) -> str:
    """Return the id of an entry by what stands in the documentation, so that it is no word of kashf's own."""
    names = ("actor", "device", "kind", "prev", "seq", "time")
    told = {**{name: row[name] for name in names}, "body": json.loads(row["body"])}
    said = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(b"\x00" + said.encode()).hexdigest()


def _entries(records: sqlite3.Connection) -> list[Row]:
    rows = records.execute(f"SELECT {', '.join(_OF_LEDGER)} FROM ledger ORDER BY device, seq").fetchall()
    return [dict(zip(_OF_LEDGER, row, strict=True)) for row in rows]


def _has(records: sqlite3.Connection, table: str) -> bool:
    return bool(records.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone())
