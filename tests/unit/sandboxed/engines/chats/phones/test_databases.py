from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.structured.sqlite import SqliteReader
from tests.documents import source_of


def read(folder: Path, script: str) -> Extract:
    """Return what is read of a database that a script makes."""
    path = folder / "made.db"
    database = sqlite3.connect(path)
    database.executescript(script)
    database.close()
    return SqliteReader(decode).read(source_of(folder, path.read_bytes(), "application/vnd.sqlite3"), limits=Limits())


def messages(extract: Extract) -> list[str]:
    """Return all messages."""
    return [page.text[mark.start : mark.end] for page in extract.pages for mark in page.marks]


BEFORE_2021 = """CREATE TABLE messages (_id, key_remote_jid, key_from_me, data, timestamp, remote_resource, media_name, strange);
INSERT INTO messages VALUES (1, '1-2@g.us', 0, 'قسورة', 1415527200000, '963944@s.whatsapp.net', NULL, 'kept');
INSERT INTO messages VALUES (2, '1-2@g.us', 1, NULL, 1415527260000, NULL, 'a.jpg', NULL);"""
SINCE_2021 = """CREATE TABLE jid (_id, raw_string); INSERT INTO jid VALUES (1, 'g@g.us'), (2, '963944@s.whatsapp.net');
CREATE TABLE chat (_id, jid_row_id, subject); INSERT INTO chat VALUES (5, 1, 'North');
CREATE TABLE message_media (message_row_id, file_path); INSERT INTO message_media VALUES (9, 'Media/a.jpg');
CREATE TABLE message_quoted (message_row_id, text_data); INSERT INTO message_quoted VALUES (9, 'when');
CREATE TABLE message (_id, chat_row_id, from_me, sender_jid_row_id, timestamp, text_data);
INSERT INTO message VALUES (9, 5, 0, 2, 1415527200000, 'now');"""
IPHONE = """CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id); INSERT INTO handle VALUES (3, '+963944');
CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text, handle_id, date, is_from_me, subject, attributedBody);
INSERT INTO message VALUES (1, 'قسورة', 3, 437220000000000000, 0, NULL, NULL), (2, 'yes', 3, 437220060, 1, NULL, NULL);
INSERT INTO message VALUES (3, NULL, 3, 437220120, 0, NULL,
  x'040b73747265616d747970656481e803840140848484084e53537472696e67019484012b05416d616c2e86');"""
ANDROID = """CREATE TABLE sms (_id, address, date, type, body, subject);
INSERT INTO sms VALUES (1, '+963944', 1415527200000, 1, 'قسورة', NULL);
INSERT INTO sms VALUES (2, '+963944', 1415527260000, 2, 'yes', NULL);"""
SIGNAL_ON_ANDROID = """CREATE TABLE sms (address, date, type, body); INSERT INTO sms VALUES ('7', 1415527200000, 10485780, 'came');
INSERT INTO sms VALUES ('7', 1415527260000, 10485783, 'went');"""
SIGNAL_DESKTOP = """CREATE TABLE conversations (id, name, e164); INSERT INTO conversations VALUES ('c1', 'Amal', '+963944');
CREATE TABLE messages (id, json, body, sent_at, conversationId, source, type);
INSERT INTO messages VALUES ('m1', '{"attachments": [{"fileName": "a.pdf"}], "quote": {"text": "when"}}',
  'قسورة', 1415527200000, 'c1', '+963944', 'incoming');
INSERT INTO messages VALUES ('m2', '{', 'yes', 1415527260000, 'c1', NULL, 'outgoing');"""
CHAT_STORAGE = """CREATE TABLE ZWACHATSESSION (Z_PK, ZPARTNERNAME); INSERT INTO ZWACHATSESSION VALUES (1, 'Salim');
CREATE TABLE ZWAMESSAGE (Z_PK, ZTEXT, ZMESSAGEDATE, ZCHATSESSION, ZISFROMME);
INSERT INTO ZWAMESSAGE VALUES (1, 'قسورة', 437220000.0, 1, 0);"""


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            BEFORE_2021,
            [
                "From: 963944@s.whatsapp.net\nDate: 2014-11-09 10:00:00 UTC\nstrange: kept\n\nقسورة",
                "From: me\nDate: 2014-11-09 10:01:00 UTC\nTo: 1-2@g.us\nFile: a.jpg",
            ],
        ),
        (SINCE_2021, ["From: 963944@s.whatsapp.net\nDate: 2014-11-09 10:00:00 UTC\nReply to: when\nFile: Media/a.jpg\n\nnow"]),
        (
            IPHONE,
            [
                "From: +963944\nDate: 2014-11-09 10:00:00 UTC\n\nقسورة",
                "From: me\nDate: 2014-11-09 10:01:00 UTC\nTo: +963944\n\nyes",
                "From: +963944\nDate: 2014-11-09 10:02:00 UTC\n\nAmal.",
            ],
        ),
        (ANDROID, ["From: +963944\nDate: 2014-11-09 10:00:00 UTC\n\nقسورة", "From: me\nDate: 2014-11-09 10:01:00 UTC\nTo: +963944\n\nyes"]),
        (
            SIGNAL_DESKTOP,
            [
                "From: +963944\nDate: 2014-11-09 10:00:00 UTC\nFile: a.pdf\nReply to: when\n\nقسورة",
                "From: me\nDate: 2014-11-09 10:01:00 UTC\nTo: Amal\n\nyes",
            ],
        ),
        (
            SIGNAL_ON_ANDROID,
            ["From: 7\nDate: 2014-11-09 10:00:00 UTC\n\ncame", "From: me\nDate: 2014-11-09 10:01:00 UTC\nTo: 7\n\nwent"],
        ),
        (CHAT_STORAGE, ["From: Salim\nDate: 2014-11-09 10:00:00 UTC\n\nقسورة"]),
    ],
)
def test_the_messages_of_a_telephone_are_a_conversation(script: str, told: list[str], tmp_path: Path) -> None:
    assert told == messages(read(tmp_path, script))


def test_the_other_tables_are_read_too_and_no_message_twice(tmp_path: Path) -> None:
    extract = read(tmp_path, SINCE_2021)

    assert ["Chat: North", "jid", "chat", "message_media", "message_quoted"] == [page.text.split("\n")[0] for page in extract.pages]


def test_bytes_that_a_program_packed_into_a_message_are_looked_through_for_letters(tmp_path: Path) -> None:
    packed = (b"\x00\x01Zebraquartz at the mill\x02").hex()
    script = f"CREATE TABLE sms (address, date, body, packed); INSERT INTO sms VALUES ('7', 1, 'x', x'{packed}');"

    assert "Zebraquartz at the mill" in messages(read(tmp_path, script))[0]


def test_views_of_the_names_of_tables_are_not_asked(tmp_path: Path) -> None:
    assert [] == messages(
        read(tmp_path, "CREATE TABLE a (b); CREATE VIEW sms AS SELECT 1 AS address, 2 AS date, load_extension('x') AS body;")
    )


@pytest.mark.parametrize("value", ["9e999", "-1", "'soon'", "x'00'", "9223372036854775807", "NULL"])
def test_a_time_that_is_none_costs_no_message(value: str, tmp_path: Path) -> None:
    for table in ("sms (address, date, body)", "ZWAMESSAGE (ZTEXT, ZMESSAGEDATE, ZCHATSESSION)"):
        name = table.split()[0]
        script = f"CREATE TABLE {table}; INSERT INTO {name} VALUES ('Amal', {value}, 'Amal');"
        (message,) = messages(read(tmp_path, script))
        (tmp_path / "made.db").unlink()

        assert message.endswith("Amal")
