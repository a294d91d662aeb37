"""SQLite databases, as telephones, browsers and messengers keep them: every table, read only, from memory.

The schema is hostile too: no view, trigger or virtual table is asked, no function in it is trusted, and the database is a copy in memory,
which has no journal beside it. What was deleted, and what waits in a `-wal` file, is not in a table; its `-wal` is a file of its own.
"""

from __future__ import annotations

import datetime as dt
import mmap
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Member, Source
from kashf.sandboxed.engines.character_runs import runs_of_letters
from kashf.sandboxed.engines.chats.chat_pages import as_extract
from kashf.sandboxed.engines.chats.phones.databases import ARCHIVED_BODY, conversations

_TYPES = frozenset({"application/vnd.sqlite3", "application/x-sqlite3"})
#: Offsets of the write and read version; 2 means a write-ahead log, which a database in memory cannot have. Source: sqlite.org/fileformat2.
_VERSIONS = (18, 19)
_LOGGED = b"\2"
_TABLES = """SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    AND upper(ltrim(sql)) NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid"""
_VIRTUAL = "SELECT name FROM sqlite_schema WHERE upper(ltrim(sql)) LIKE 'CREATE VIRTUAL%'"
#: Tables of FTS3 to FTS5 and of R-trees, but for those with the texts.
_PARTS_OF_INDEXES = ("data", "idx", "docsize", "config", "segments", "segdir", "stat", "node", "parent", "rowid")
#: Columns whose whole numbers are times.
_OF_TIMES = re.compile(r"time|date|(?:^|_)(?:at|created|modified|sent|received|seen|when)(?:$|_)", re.IGNORECASE)
_USUAL_EPOCH = 1970
#: Year from which seconds are counted, and the first and last that are taken for a time: 1995 to 2040, 2010 to 2025, 2000 to 2040.
_EPOCHS = ((_USUAL_EPOCH, 788_918_400, 2_208_988_800), (2001, 283_996_800, 788_918_400), (1601, 12_591_158_400, 13_853_462_400))
#: Bytes at the beginning of what is a file by itself inside a database.
_FILES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"bplist0", b"SQLite f", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"RIFF")
#: Longest value that SQLite hands out here.
_LONGEST_VALUE = 64 << 20
#: Bytes of a value that is no text which are looked through for letters.
_LONGEST_PACKED = 1 << 16


class SqliteReader:
    """Reads a database: one page for each table, one line for each row; whole numbers that are times are said as dates too.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "sqlite"
    version = f"2/{sqlite3.sqlite_version}"

    def __init__(self, decode: Callable[[bytes], tuple[str, str] | None]) -> None:
        self._decode = decode

    def reads(self, type: str) -> bool:
        """Return whether `type` is a SQLite database."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return the tables; of a database that is damaged in the middle, those that could be read.

        Raises:
            EngineError: Damaged, or too large to be held.
        """
        with _opened(source, limits) as database:
            names = _tables(database)
            said = _conversations(database, names, limits)
            pages = [*said.pages]
            left = limits.text_characters - sum(len(page.text) for page in pages)
            if said.status is not Status.DONE:
                return said
            for name in names:
                if name == said.metadata.get("table"):
                    continue
                try:
                    text, is_whole = self._table(database, name, longest=left)
                except sqlite3.Error:
                    return Extract(tuple(pages), _counts(names, said, source), Status.PARTIAL, Reason.DAMAGED, "a table is damaged")
                left -= len(text)
                pages.append(Page(len(pages) + 1, text))
                if not is_whole:
                    return Extract(
                        tuple(pages),
                        _counts(names, said, source),
                        Status.PARTIAL,
                        Reason.TOO_LARGE,
                        f"the first {len(pages)} tables, of the last of them the beginning",
                    )
        return Extract(tuple(pages), _counts(names, said, source))

    def _table(self, database: sqlite3.Connection, name: str, *, longest: int) -> tuple[str, bool]:
        """Return a table, or as many of its rows as fit, and whether these are all."""
        rows = database.execute(f"SELECT * FROM {_quoted(name)}")  # noqa: S608 - a name of its own schema, quoted
        columns = [column[0] for column in rows.description]
        lines, characters = [name, "\t".join(columns)], 0
        for row in rows:
            line = "\t".join(self._shown(value, column) for value, column in zip(row, columns, strict=True))
            characters += len(line) + 1
            if characters > longest:
                return "\n".join(lines), False
            lines.append(line)
        return "\n".join(lines), True

    def _shown(self, value: object, column: str) -> str:
        if isinstance(value, bytes):
            value = "" if value.startswith(_FILES) else self._text_of(value)
        if isinstance(value, int) and _OF_TIMES.search(column) and (said := said_as_time(value)):
            return f"{value} {said}"
        return "" if value is None else str(value).replace("\t", " ")

    def _text_of(self, value: bytes) -> str:
        """Return bytes that are text as text, and of others, such as messages that a program packed, the runs of letters in them."""
        decoded = self._decode(value)
        return decoded[0] if decoded else " ".join(dict.fromkeys(runs_of_letters(value[:_LONGEST_PACKED])))


class SqliteUnpacker:
    """Takes pictures and other files out of the columns of a database."""

    name = "sqlite"
    version = sqlite3.sqlite_version

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is a SQLite database."""
        return type in _TYPES

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield each value that is a file by itself, called by its table, column and row.

        Raises:
            EngineError: Damaged, or too large to be held.
        """
        ordinal = 0
        with _opened(source, limits) as database:
            for name in _tables(database):
                rows = database.execute(f"SELECT * FROM {_quoted(name)}")  # noqa: S608 - a name of its own schema, quoted
                columns = [column[0] for column in rows.description]
                for number, row in enumerate(rows, start=1):
                    for column, value in zip(columns, row, strict=True):
                        if isinstance(value, bytes) and value.startswith(_FILES):
                            yield Member(ordinal, f"{name}.{column}.{number}".encode("utf-8", "replace"), iter((value,)))
                            ordinal += 1


def said_as_time(value: int) -> str:
    """Return a count of seconds, or of thousandths, millionths or milliardths, as a time in UTC; empty when it is none of our days.

    Most programs count from 1970. Apple's count from 2001 and some browsers from 1601; what would be another time than from 1995 to 2040
    is taken for one of these, and that is said.

    >>> said_as_time(1457811667000), said_as_time(479760067), said_as_time(12)
    ('2016-03-12 19:41:07 UTC', '2016-03-15 18:41:07 UTC if from 2001', '')
    """
    for unit in (1, 1000, 1_000_000, 1_000_000_000):
        seconds = value // unit
        for epoch, first, last in _EPOCHS:
            if first <= seconds < last:
                moment = dt.datetime(epoch, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)
                return f"{moment:%Y-%m-%d %H:%M:%S} UTC" + (f" if from {epoch}" if epoch != _USUAL_EPOCH else "")
    return ""


@contextmanager
def _opened(source: Source, limits: Limits) -> Iterator[sqlite3.Connection]:
    if source.size_bytes > limits.memory_bytes // 3:
        raise EngineError(Reason.TOO_LARGE, "the database is too large to be held in memory")
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(_LONGEST_VALUE, source.size_bytes + 1))
            with source.open() as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as content:
                for at in _VERSIONS:
                    content[at] = 1
                database.deserialize(content)
            database.text_factory = lambda raw: raw.decode("utf-8", "replace")
            for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
                database.execute(f"PRAGMA {pragma}")
            yield database
        except (sqlite3.Error, IndexError, ValueError) as error:
            raise EngineError(Reason.DAMAGED, "the database is damaged") from error


def _tables(database: sqlite3.Connection) -> list[str]:
    """Return the tables that hold what somebody put there, without those that an index of words makes for itself."""
    virtual = [str(row[0]) for row in database.execute(_VIRTUAL)]
    of_indexes = {f"{name}_{part}" for name in virtual for part in _PARTS_OF_INDEXES}
    return [name for row in database.execute(_TABLES) if (name := str(row[0])) not in of_indexes]


def _conversations(database: sqlite3.Connection, names: list[str], limits: Limits) -> Extract:
    """Return the messages of a messenger's database, and under `table` where they are from; nothing for another, or a damaged table."""

    def rows(name: str) -> Iterator[dict[str, object]]:
        found = database.execute(f"SELECT * FROM {_quoted(name)}")  # noqa: S608 - a name of its own schema, quoted
        columns = [column[0] for column in found.description]
        return ({column: _said(value, column) for column, value in zip(columns, row, strict=True)} for row in found)

    try:
        columns = {name: frozenset(row[1] for row in database.execute(f"PRAGMA table_info({_quoted(name)})")) for name in names}
        found = conversations(columns, rows)
        extract = as_extract(found[0], limits=limits) if found else Extract()
    except sqlite3.Error:
        return Extract()
    return replace(extract, metadata={**extract.metadata, "table": found[1]}) if found else extract


def _said(value: object, column: str) -> object:
    """Return a value of a messenger's table, of packed bytes the runs of letters in them; a file is a member, and no text."""
    if not isinstance(value, bytes) or column == ARCHIVED_BODY:
        return value
    return "" if value.startswith(_FILES) else " ".join(dict.fromkeys(runs_of_letters(value[:_LONGEST_PACKED])))


def _counts(names: list[str], said: Extract, source: Source) -> dict[str, str]:
    with source.open() as file:
        is_logged = file.read(_VERSIONS[-1] + 1)[-1:] == _LOGGED
    logged = {"journal": "a write-ahead log: what waits in its -wal file is in no table"} if is_logged else {}
    return {**said.metadata, **logged, "tables": str(len(names))}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
