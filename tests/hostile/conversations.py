"""Exports of messengers that lie: about depth, names, times, and about who wrote what."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

_MESSAGE = {"id": 1, "type": "message", "date": "2014-11-09T10:00:00", "from": "Salim", "text": "ready"}


def _telegram(*messages: object) -> bytes:
    return json.dumps({"name": "x", "type": "personal_chat", "id": 1, "messages": list(messages)}).encode()


def _hostile_database() -> bytes:
    """Return a database whose view, trigger and column would run what they say, were they asked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        database = sqlite3.connect(path)
        database.executescript(
            "CREATE TABLE sms (address, date, body, again AS (printf('%.*c', 2000000000, 'x')) VIRTUAL);"
            "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text, handle_id, date);"
            "CREATE VIEW messages AS WITH RECURSIVE n(key_remote_jid) AS (SELECT 1 UNION ALL SELECT key_remote_jid + 1 FROM n) "
            "SELECT key_remote_jid, 1 AS data, 2 AS timestamp FROM n;"
            "CREATE TRIGGER t AFTER INSERT ON sms BEGIN DELETE FROM message; END;"
            "INSERT INTO message VALUES (1, 'order 12', 1, 1e300);"
        )
        database.close()
        return path.read_bytes()


CONVERSATIONS: Mapping[str, Callable[[], bytes]] = {
    "deep.json": lambda: b'{"messages": ' + b"[" * 1_000_000,
    "deep-message.json": lambda: _telegram(_MESSAGE).replace(b'"ready"', b'{"text": ' * 900 + b'"ready"' + b"}" * 900),
    "one-name-again.json": lambda: b'{"type": "x", "messages": [{' + b'"date": 1, ' * 200_000 + b'"type": "message"}]}',
    "number-of-a-million-digits.json": lambda: b'{"messages": [{"date": ' + b"9" * 1_000_000 + b'}], "type": "x"}',
    "times-of-no-calendar.json": lambda: _telegram(*({**_MESSAGE, "date": date, "date_unixtime": "9" * 99} for date in ("", 10**30, None))),
    "halves-of-letters.json": lambda: _telegram({**_MESSAGE, "from": "\ud800", "text": "\udfff\ud800"}),
    "ten-thousand-messages.json": lambda: _telegram(*[_MESSAGE] * 10_000),
    "heads-without-end_chat.txt": lambda: b"[1/1/1, 1:1" + b"[1/1/01, 1:11:11] " * 100_000,
    "names-without-end_chat.txt": lambda: b"1/1/01, 1:11 - a: b\n" + b"1/1/01, 1:11 - " * 50_000 + b"\n" + b"1/1/01, 1:11 - x\n" * 50_000,
    "messages-in-messages.html": lambda: b'<div class="message default"><div class="from_name">a</div>' * 3_000,
    "attributes-100000.xml": lambda: b"<smses><sms " + b" ".join(b'a%d="x"' % n for n in range(100_000)) + b"/></smses>",
    "runs-what-it-says.db": _hostile_database,
}
