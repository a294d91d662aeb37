"""Plain SQL over a plain driver, for reading and for writing, on SQLite and on PostgreSQL: one statement at a time, faults named."""

from __future__ import annotations

import os
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast
from urllib.parse import quote

from kashf.adapters.records.connection.row_notes import Row as Row
from kashf.adapters.records.connection.row_notes import RowNotes
from kashf.errors import CaseLockedError, DamagedCaseError, NoSpaceError, NotAllowedError, UnfinishedError

#: SQLite takes 32,766 variables in a statement, PostgreSQL 65,535; this keeps well below both.
MANY = 500

#: Rows of a walk that are held at a time.
_WALKED = 500

#: 64 MB of cache: the indexes of names are written at random places, which costs a third more with the 2 MB that SQLite takes unasked.
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON", "cache_size=-64000")
#: Nothing that a file's own schema asks for is run, and cells that lie outside of their page are refused.
_GUARDS = ("trusted_schema=OFF", "cell_size_check=ON")
_TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)")

_T = TypeVar("_T")


class Driver(Protocol):
    """The part of DB-API 2.0 that is needed."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any:
        """Run one statement."""
        ...

    def cursor(self) -> Any:
        """Return what runs a statement for many rows."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


class Connection:
    """Runs statements, from any thread.

    Args:
        driver: An open connection in which every statement is a transaction of its own (autocommit), unless one is begun.
        is_postgres: Which of the two databases it is.
        faults: The driver's error class.
    """

    #: Notes what is written; there is one while a unit of work is under way.
    tracker: RowNotes

    def __init__(self, driver: Driver, *, is_postgres: bool, faults: type[Exception]) -> None:
        self._driver = driver
        self.is_postgres = is_postgres
        self._faults = faults
        self._lock = threading.RLock()
        self._snapshots = 0
        self._find_stale: Callable[[Connection], frozenset[str]] | None = None
        self._stale: frozenset[str] = frozenset()
        self._after_closing: Callable[[], None] | None = None

    def watch(self, find_stale: Callable[[Connection], frozenset[str]]) -> None:
        """Refuse statements about stale tables from now on.

        Args:
            find_stale: Returns them; asked again as long as there are any, since another process may bring the case forward.
        """
        self._stale = find_stale(self)
        self._find_stale = find_stale

    def close(self) -> None:
        """Let go of the connection."""
        self._driver.close()
        after, self._after_closing = self._after_closing, None
        if after:
            after()

    def after_closing(self, act: Callable[[], None]) -> None:
        """Do something once, when the connection was closed."""
        self._after_closing = act

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let everything that is read inside the block be of one moment; a block within another is of the moment of the outer."""
        with self._lock:
            if not self._snapshots:
                self.run("BEGIN ISOLATION LEVEL REPEATABLE READ" if self.is_postgres else "BEGIN")
            self._snapshots += 1
            try:
                yield
            finally:
                self._snapshots -= 1
                if not self._snapshots:
                    self.run("COMMIT")

    def copy_to(self, path: Path | EncryptedRecords) -> None:
        """Copy the whole SQLite file as the snapshot that is open sees it, with the same key; what writes meanwhile goes on."""
        library, key = _library_of(path)
        with self._translate_faults(""), closing(library.connect(file_of(path), isolation_level=None)) as copy:
            for pragma in (*key, "journal_mode=OFF", "synchronous=OFF"):  # it is thrown away when anything goes wrong
                copy.execute(f"PRAGMA {pragma}")
            cast("sqlite3.Connection", self._driver).backup(copy, pages=1024)  # 4 MB, before others get their turn

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of one query; a parameter is written "?"."""
        with self._translate_faults(sql):
            return list(self._driver.execute(self._in_dialect(sql), tuple(values)).fetchall())

    def walk(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Yield the rows of one query, of which SQLite hands out a few at a time; nothing writes to what is read before the end."""
        with self._translate_faults(sql):
            cursor = self._driver.execute(self._in_dialect(sql), tuple(values))
        while True:
            with self._translate_faults(sql):
                some = cursor.fetchmany(_WALKED)
            if not some:
                return
            yield from some

    def walk_among(self, sql: str, values: Sequence[Any], *, before: Sequence[Any] = (), after: str = "") -> Iterator[Row]:
        """Yield the rows that `among` returns, as `walk` does."""
        return (row for some in chunks(values) for row in self.walk(f"{sql} IN ({marks(some)}){after}", (*before, *some)))

    def among(self, sql: str, values: Sequence[Any], *, before: Sequence[Any] = (), after: str = "") -> list[Row]:
        """Return the rows for which what `sql` ends with is among some values.

        Args:
            sql: A query that ends with a column.
            values: What the column may be.
            before: Parameters that stand in `sql`.
            after: What stands behind the query.
        """
        return [row for some in chunks(values) for row in self.rows(f"{sql} IN ({marks(some)}){after}", (*before, *some))]

    def among_pairs(self, sql: str, pairs: Sequence[tuple[Any, Any]], *, behind: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query, with parameters of its own, that joins the table `asked (one, other)`, which is of some pairs."""
        found: list[Row] = []
        for some in chunks(pairs):
            values = ", ".join(["(?, ?)"] * len(some))
            found += self.rows(
                f"WITH asked (one, other) AS (VALUES {values}) {sql}", [*(value for pair in some for value in pair), *behind]
            )
        return found

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        with self._translate_faults(sql):
            return int(self._driver.execute(self._in_dialect(sql), tuple(values)).rowcount)

    def run_among(self, sql: str, values: Sequence[Any], *, before: Sequence[Any] = ()) -> int:
        """Run a statement for the rows for which what `sql` ends with is among some values; returns how many rows it changed."""
        return sum(self.run(f"{sql} IN ({marks(some)})", (*before, *some)) for some in chunks(values))

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Run one statement for each row of parameters, as they come; none where there are none."""
        left = iter(rows)
        for first in left:
            with self._translate_faults(sql):
                self._driver.cursor().executemany(self._in_dialect(sql), chain((first,), left))

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]], *, otherwise: str = "") -> None:
        """Add rows, which all have the same columns.

        Args:
            table: Where to.
            rows: Values by column.
            otherwise: What stands behind the statement, such as ON CONFLICT.
        """
        if rows:
            columns = ", ".join(f'"{name}"' for name in rows[0])
            sql = f"INSERT INTO {table} ({columns}) VALUES ({marks(rows[0])}) {otherwise}"
            self.run_many(sql, [tuple(row.values()) for row in rows])

    def update(self, table: str, values: Mapping[str, Mapping[str, Any]]) -> None:
        """Change rows, all in the same columns: values by column, by the row's id."""
        for columns in [next(iter(values.values()))] if values else []:
            changes = ", ".join(f'"{name}" = ?' for name in columns)
            self.run_many(f"UPDATE {table} SET {changes} WHERE id = ?", [(*row.values(), id) for id, row in values.items()])

    def roll_back(self) -> None:
        """End a transaction as if it had not been begun; harmless when there is none, as after a commit on a full disk."""
        with self._lock, suppress(self._faults):
            self._driver.execute("ROLLBACK")
        if self._find_stale:
            self.watch(self._find_stale)  # what it made is gone, too

    def is_stale(self, table: str) -> bool:
        """Return whether a table is missing, or of another form than it has here."""
        return table in self._stale

    def has_table(self, name: str) -> bool:
        """Return whether there is a table of a name."""
        catalogue = "pg_tables WHERE tablename" if self.is_postgres else "sqlite_master WHERE type = 'table' AND name"
        return bool(self.rows(f"SELECT 1 FROM {catalogue} = ?", (name,)))

    def _in_dialect(self, sql: str) -> str:
        return sql.replace("?", "%s") if self.is_postgres else sql

    @contextmanager
    def _translate_faults(self, sql: str) -> Iterator[None]:
        """Turn a driver's error into one that says what a person can do, and refuse what is stale."""
        if self._stale and self._find_stale:
            self._refuse_stale(sql, self._find_stale)
        try:
            with self._lock:
                yield
        except self._faults as error:
            said = str(error).lower()
            if "full" in said or "no space" in said:
                raise NoSpaceError("no space left for the case's records") from error
            if "locked" in said:
                raise CaseLockedError("another process is writing to the case's records") from error
            if "readonly" in said or "read-only" in said:
                raise NotAllowedError("the case's records cannot be written", code="records-read-only") from error
            raise DamagedCaseError("the case's records cannot be read or written") from error

    def _refuse_stale(self, sql: str, find_stale: Callable[[Connection], frozenset[str]]) -> None:
        if self._stale.isdisjoint(_TABLE.findall(sql)):
            return
        self._find_stale, self._stale = None, frozenset()  # so that what finds them is not refused itself
        self.watch(find_stale)
        if not self._stale.isdisjoint(_TABLE.findall(sql)):
            raise UnfinishedError(
                "this case was made by another version of kashf; `kashf process` brings its tables to this one", code="other-tables"
            )


def marks(values: Sequence[Any] | Mapping[str, Any]) -> str:
    """Return a parameter for each value, as it is written in a statement."""
    return ", ".join("?" * len(values))


def chunks(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Yield pieces that are small enough for one statement."""
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]


@dataclass(frozen=True, slots=True)
class EncryptedRecords:
    """A file of SQLCipher.

    Args:
        path: Where it lies.
        key: Its raw key, of 32 bytes.
    """

    path: Path
    key: bytes = field(repr=False)


def open_sqlite(path: str | Path | EncryptedRecords, *, may_write: bool) -> Connection:
    """Open a SQLite file; for writing, it is made when it is missing. For reading it may lie on a medium that cannot be written.

    Raises:
        DamagedCaseError: It cannot be opened.
        NotAllowedError: What was written last stands in SQLite's log, which cannot be read on such a medium.
    """
    (library, key), file = _library_of(path), file_of(path)
    where = f"file:{quote(str(file))}?mode={'rwc' if may_write else 'ro'}"
    if not may_write and not os.access(file.parent, os.W_OK):
        where += _as_on_paper(file)
    pragmas = (*_GUARDS, *(_PRAGMAS if may_write else ("busy_timeout=10000",)))
    try:
        driver = library.connect(where, uri=True, check_same_thread=False, isolation_level=None, timeout=10)
    except library.Error as error:
        raise DamagedCaseError("case.db cannot be opened") from error
    connection = Connection(driver, is_postgres=False, faults=library.Error)
    for pragma in (*key, *pragmas):
        connection.rows(f"PRAGMA {pragma}")
    return connection


def file_of(where: str | Path | EncryptedRecords) -> Path:
    """Return the file in which records lie that are SQLite's."""
    return where.path if isinstance(where, EncryptedRecords) else Path(where)


def _library_of(path: str | Path | EncryptedRecords) -> tuple[Any, tuple[str, ...]]:
    """Return what opens a file, and what has to be said first."""
    if not isinstance(path, EncryptedRecords):
        return sqlite3, ()
    from sqlcipher3 import dbapi2

    return dbapi2, ("cipher_log_level = NONE", f"key = \"x'{path.key.hex()}'\"")  # it would write to stderr what we say in words


def open_postgres(url: str, *, may_write: bool) -> Connection:
    """Open a PostgreSQL database: postgresql://..."""
    import psycopg

    driver = psycopg.connect(url, autocommit=True, options="" if may_write else "-c default_transaction_read_only=on")
    return Connection(driver, is_postgres=True, faults=psycopg.Error)


def _as_on_paper(path: Path) -> str:
    """Return what opens a SQLite file in a folder in which SQLite cannot make the files by which readers and writers meet."""
    if path.with_name(f"{path.name}-shm").exists():
        return ""  # somebody else has it open
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise NotAllowedError(
            "this case was not closed before it was copied here, and this place cannot be written; copy its folder to a disk first",
            code="open-on-read-only",
        )
    return "&immutable=1"
