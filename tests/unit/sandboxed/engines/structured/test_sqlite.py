from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.structured.sqlite import SqliteReader, SqliteUnpacker, said_as_time
from tests.documents import encoded, scan, source_of

TYPE = "application/vnd.sqlite3"
CHAT = "CREATE TABLE messages (id INTEGER PRIMARY KEY, sender TEXT, data TEXT, timestamp INTEGER)"


def database(folder: Path, *statements: str | tuple[str, tuple[object, ...]]) -> bytes:
    """Return the bytes of a database after these statements."""
    path = folder / "made.db"
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(*((statement,) if isinstance(statement, str) else statement))
    connection.close()
    return path.read_bytes()


def _read(folder: Path, content: bytes, limits: Limits | None = None) -> Extract:
    return SqliteReader(decode).read(source_of(folder, content, TYPE), limits=limits or Limits())


def test_a_chat_is_a_table_in_which_sender_text_and_time_stand_together(tmp_path: Path) -> None:
    row = ("INSERT INTO messages VALUES (1, ?, ?, 1457811667000)", ("أبو سالم", "غدا عند الجسر"))

    text = _read(tmp_path, database(tmp_path, CHAT, row)).pages[0].text

    assert ["messages", "id\tsender\tdata\ttimestamp", "1\tأبو سالم\tغدا عند الجسر\t1457811667000 2016-03-12 19:41:07 UTC"] == text.split(
        "\n"
    )


def test_each_table_is_a_page_and_what_only_asks_others_is_none(tmp_path: Path) -> None:
    content = database(tmp_path, CHAT, "CREATE TABLE empty (a)", "CREATE VIEW loud AS SELECT 1/0 FROM messages")

    assert ["messages", "empty"] == [page.text.split("\n")[0] for page in _read(tmp_path, content).pages]


def test_of_an_index_of_words_only_the_texts_are_read(tmp_path: Path) -> None:
    content = database(tmp_path, "CREATE VIRTUAL TABLE found USING fts5(body)", "INSERT INTO found VALUES ('the mill')")

    assert ["found_content\nid\tc0\n1\tthe mill"] == [page.text for page in _read(tmp_path, content).pages]


def test_a_database_with_a_write_ahead_log_is_read_without_it(tmp_path: Path) -> None:
    content = bytearray(database(tmp_path, CHAT, "INSERT INTO messages VALUES (1, 'Basil', 'the mill', 5)"))
    content[18] = content[19] = 2

    assert "Basil\tthe mill" in _read(tmp_path, bytes(content)).pages[0].text


def test_bytes_that_are_text_are_text_and_a_picture_is_a_member(tmp_path: Path) -> None:
    picture = encoded(scan(["Harbour"]))
    content = database(tmp_path, "CREATE TABLE kept (a, b)", ("INSERT INTO kept VALUES (?, ?)", ("القاطع".encode(), picture)))
    member = next(SqliteUnpacker().members(source_of(tmp_path, content, TYPE), limits=Limits()))

    assert "القاطع\t" == _read(tmp_path, content).pages[0].text.split("\n")[2]
    assert (b"kept.b.1", picture) == (member.untrusted_name, b"".join(member.chunks or ()))


def test_what_a_program_packed_into_a_value_is_read_as_its_runs_of_letters(tmp_path: Path) -> None:
    packed = b"\x04\x0bstreamtyped\x81\xe8\x03" + "نص داخل الكتلة".encode() + b"\x86\x84\x02"
    content = database(tmp_path, "CREATE TABLE message (body)", ("INSERT INTO message VALUES (?)", (packed,)))

    assert "streamtyped نص داخل الكتلة" == _read(tmp_path, content).pages[0].text.split("\n")[2]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1457811667, "2016-03-12 19:41:07 UTC"),
        (1457811667_000000, "2016-03-12 19:41:07 UTC"),
        (479504467_000000000, "2016-03-12 19:41:07 UTC if from 2001"),
        (13102285267_000000, "2016-03-12 19:41:07 UTC if from 1601"),
        (20160312, ""),
    ],
)
def test_a_count_is_said_as_the_time_that_it_is_likely_to_be(value: int, said: str) -> None:
    assert said == said_as_time(value)


def test_a_quote_in_the_name_of_a_table_is_only_a_name(tmp_path: Path) -> None:
    content = database(tmp_path, 'CREATE TABLE "a""; DROP TABLE x; --" (b)', """INSERT INTO "a""; DROP TABLE x; --" VALUES ('Amal')""")

    assert "Amal" in _read(tmp_path, content).pages[0].text


def test_a_table_that_is_damaged_makes_the_reading_partial(tmp_path: Path) -> None:
    rows = [("INSERT INTO messages VALUES (?, 'Basil', ?, 5)", (number, "the mill " * 50)) for number in range(500)]
    content = bytearray(database(tmp_path, "CREATE TABLE first (a)", CHAT, *rows))
    content[len(content) // 4 :] = bytes(len(content) - len(content) // 4)

    extract = _read(tmp_path, bytes(content))

    assert (Status.PARTIAL, Reason.DAMAGED) == (extract.status, extract.reason)
    assert "first" == extract.pages[0].text.split("\n")[0]


def test_what_is_beyond_the_limits_is_said(tmp_path: Path) -> None:
    rows = [("INSERT INTO messages VALUES (?, 'Basil', 'the mill', 5)", (number,)) for number in range(100)]
    content = database(tmp_path, CHAT, *rows)

    assert Reason.TOO_LARGE is _read(tmp_path, content, Limits(text_characters=500)).reason
    with pytest.raises(EngineError) as caught:
        _read(tmp_path, content, Limits(memory_bytes=1000))
    assert Reason.TOO_LARGE is caught.value.reason


@pytest.mark.parametrize("content", [b"SQLite format 3\0", b"SQLite format 3\0" + bytes(100), b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_only_begins_like_a_database_is_damaged(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EngineError) as caught:
        _read(tmp_path, content)

    assert Reason.DAMAGED is caught.value.reason


def test_a_database_with_a_log_beside_it_says_that_the_log_is_not_in_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "logged.db"
    database = sqlite3.connect(path)
    database.executescript("PRAGMA journal_mode = WAL; CREATE TABLE a (b); INSERT INTO a VALUES ('Amal');")
    database.close()
    extract = SqliteReader(decode).read(source_of(tmp_path, path.read_bytes(), "application/vnd.sqlite3"), limits=Limits())

    assert (True, "a\nb\nAmal") == ("journal" in extract.metadata, extract.pages[0].text)
