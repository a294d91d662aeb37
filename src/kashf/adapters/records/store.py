"""The writing side of a case on SQLAlchemy: SQLite on a laptop, PostgreSQL where one machine is not enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from sqlalchemy import Connection, Engine, Table, bindparam, create_engine, delete, event, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DatabaseError, OperationalError

from kashf.adapters.records.memberships import replace_members
from kashf.adapters.records.mentions import forget_mentions, replace_mentions, replace_resolution
from kashf.adapters.records.migrate import upgrade
from kashf.adapters.records.rows import entry_of, entry_values, page_values, reading_values, sighting_values
from kashf.adapters.records.schema import DERIVED, DOCUMENTS, JOBS, LEDGER, PAGES, SIGHTINGS, WORDS
from kashf.adapters.records.view import SqlView, postgres_view, sqlite_view
from kashf.domain.document import Reason, Sighting, Status
from kashf.domain.entity import MentionType, PlacedMention
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import GENESIS, Entry, format_time
from kashf.errors import CaseLockedError, DamagedCaseError, NoSpaceError, NotAllowedError
from kashf.ports.mentions import Resolution
from kashf.ports.resolutions import Membership
from kashf.ports.stores import Job, Stage, StoredReading

#: SQLite takes 32,766 variables in a statement, PostgreSQL 65,535; this keeps well below both.
_MANY = 500

_T = TypeVar("_T")


class SqlStore:
    """A case's records.

    Args:
        url: sqlite:///PATH or postgresql+psycopg://...

    Raises:
        DamagedCaseError: The records cannot be read.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine = _engine(url)
        self._views: list[SqlView] = []
        with _named_faults():
            upgrade(self._engine)

    def unit(self) -> SqlUnit:
        """Return a new unit of work."""
        return SqlUnit(self._engine)

    def view(self) -> SqlView:
        """Return the reading side of the same store; it is closed with it."""
        if self._engine.dialect.name == "sqlite":
            self._views.append(sqlite_view(cast("str", self._engine.url.database)))
        else:
            self._views.append(postgres_view(self._engine.url.render_as_string(hide_password=False)))
        return self._views[-1]

    def close(self) -> None:
        """Let go of files and connections."""
        for view in self._views:
            view.close()
        self._engine.dispose()


class SqlUnit:
    """One transaction; what is not committed is rolled back."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._open: Connection | None = None

    def __enter__(self) -> Self:
        """Begin."""
        with _named_faults():
            self._open = self._engine.connect()
            if self._engine.dialect.name == "sqlite":
                self._open.exec_driver_sql("BEGIN IMMEDIATE")  # now, so that what is read inside is what is written upon
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Roll back whatever was not committed."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def commit(self) -> None:
        """Make all of it durable at once.

        Raises:
            NoSpaceError: The disk is full; the transaction is rolled back.
        """
        with _named_faults():
            self._connection.commit()

    @property
    def _connection(self) -> Connection:
        if self._open is None:
            raise RuntimeError("a unit of work is used inside its with block")
        return self._open

    def tail(self, device: str) -> Entry | None:
        """Return the last entry of a chain, or None for an empty one."""
        columns = [LEDGER.c[name] for name in ("device", "seq", "prev", "time", "actor", "kind", "body", "id")]
        rows = self._rows(select(*columns).where(LEDGER.c.device == device).order_by(LEDGER.c.seq.desc()).limit(1))
        return entry_of(rows[0])[0] if rows else None

    def append(self, entry: Entry) -> EntryId:
        """Add an entry to its chain.

        Raises:
            DamagedCaseError: It does not follow the chain's last entry.
        """
        last = self.tail(entry.chain)
        expected = (last.seq + 1, last.id) if last else (0, GENESIS)
        if (entry.seq, entry.prev) != expected:
            raise DamagedCaseError(f"entry {entry.seq} does not follow the ledger's last entry")
        self._execute(insert(LEDGER), [entry_values(entry)])
        return entry.id

    def unseen(self, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
        """Return those that are not recorded yet, each once, in order."""
        by_id = {sighting.id: sighting for sighting in sightings}
        known = self._known(SIGHTINGS, "id", list(by_id))
        return tuple(sighting for id, sighting in by_id.items() if id not in known)

    def sight(self, sightings: Sequence[Sighting], *, receipt: EntryId | None, depth: int, read_version: str) -> int:
        """Record sightings and open a reading job for each document not seen before; returns how many sightings were new.

        A document that was seen before is indexed again, with all that lies in it, since another channel may have passed it on.
        """
        fresh = [sighting_values(sighting, receipt=receipt) for sighting in self.unseen(sightings)]
        self._raise_up([sighting.document for sighting in sightings if sighting.document], depth=depth)
        seen: dict[object, dict[str, Any]] = {}
        for row in fresh:
            if row["document"] is not None:
                seen.setdefault(row["document"], row)
        old = self._known(DOCUMENTS, "id", list(seen))
        new = [row for id, row in seen.items() if id not in old]
        self._execute(insert(SIGHTINGS), fresh)
        self._execute(
            insert(DOCUMENTS),
            [{"id": row["document"], "name": row["path"], "size_bytes": row["size_bytes"], "depth": depth} for row in new],
        )
        self._open_jobs(Stage.READ, [row["document"] for row in new], version=read_version)
        self._index_again(sorted(cast("set[str]", old)))
        return len(fresh)

    def lease(self, stage: Stage, *, limit: int, owner: str, now: dt.datetime, until: dt.datetime) -> tuple[Job, ...]:
        """Take up to `limit` waiting jobs, or such whose lease ran out: those begun least often first, then in order."""
        free = or_(JOBS.c.state == "waiting", (JOBS.c.state == "leased") & (JOBS.c.lease_until < format_time(now)))
        query = (
            select(JOBS.c.number, JOBS.c.document, JOBS.c.attempts, DOCUMENTS.c.depth, DOCUMENTS.c.name, DOCUMENTS.c.size_bytes)
            .join(DOCUMENTS, DOCUMENTS.c.id == JOBS.c.document)
            .where(JOBS.c.stage == stage.value, free)
            .order_by(JOBS.c.attempts, JOBS.c.number)
            .limit(limit)
            .with_for_update(of=JOBS, skip_locked=True)
        )
        rows = self._rows(query)
        taken = update(JOBS).values(state="leased", owner=owner, lease_until=format_time(until), attempts=JOBS.c.attempts + 1)
        for numbers in _chunks([row[0] for row in rows]):
            self._execute(taken.where(JOBS.c.number.in_(numbers)))
        return tuple(Job(DocumentId(document), stage, attempts + 1, depth, name, size) for _, document, attempts, depth, name, size in rows)

    def release(self, stage: Stage) -> int:
        """Give back every lease, whoever holds it; only for the holder of the case's lock. Returns how many."""
        leased = (JOBS.c.stage == stage.value) & (JOBS.c.state == "leased")
        return self._execute(update(JOBS).where(leased).values(state="waiting", owner="", lease_until=""))

    def reopen(self, stage: Stage, *, unless_version: str, failed: bool = False) -> int:
        """Make jobs wait again that ended with a version other than this and, on request, those of documents not read whole."""
        stale = JOBS.c.state.in_(("done", "failed")) & (JOBS.c.version != unless_version)
        partial = JOBS.c.document.in_(select(DOCUMENTS.c.id).where(DOCUMENTS.c.status == Status.PARTIAL.value))
        which = or_(stale, JOBS.c.state == "failed", partial) if failed else stale
        again = update(JOBS).where(JOBS.c.stage == stage.value, which)
        return self._execute(again.values(state="waiting", attempts=0, version=unless_version or JOBS.c.version))

    def put(self, readings: Sequence[StoredReading], *, index_version: str, names_version: str) -> None:
        """Store readings in place of older ones, end their reading jobs, and open those of the later stages where there is text."""
        if not readings:
            return
        ids = [stored.reading.document for stored in readings]
        pages = [page_values(stored.reading.document, page) for stored in readings for page in stored.reading.pages]
        for some in _chunks(ids):
            self._execute(delete(PAGES).where(PAGES.c.document.in_(some)))
        with _named_faults():
            forget_mentions(self._connection, ids)
        self._execute(insert(PAGES), pages)
        rows = [{"which": stored.reading.document, **reading_values(stored)} for stored in readings]
        self._execute(update(DOCUMENTS).where(DOCUMENTS.c.id == bindparam("which")), rows)
        failed = [s.reading.document for s in readings if s.reading.status is Status.FAILED]
        self._end(Stage.READ, failed, state="failed")
        self._end(Stage.READ, sorted(set(ids) - set(failed)), state="done")
        texts = [s.reading.document for s in readings if any(page.text for page in s.reading.pages)]
        self._open_jobs(Stage.INDEX, texts, version=index_version)
        self._open_jobs(Stage.NAMES, texts, version=names_version)

    def put_mentions(self, items: Sequence[tuple[DocumentId, Sequence[PlacedMention]]], *, version: str) -> None:
        """Store what is named in documents in place of what was found before, and end their jobs; those not leased any more are left."""
        leased = select(JOBS.c.document).where(JOBS.c.stage == Stage.NAMES.value, JOBS.c.state == "leased")
        mine: set[str] = set()
        for some in _chunks([document for document, _ in items]):
            mine.update(row[0] for row in self._rows(leased.where(JOBS.c.document.in_(some))))
        with _named_faults():
            replace_mentions(self._connection, [(document, mentions) for document, mentions in items if document in mine])
        self.finish(Stage.NAMES, [document for document, _ in items], version=version)

    def finish(self, stage: Stage, documents: Sequence[DocumentId], *, version: str) -> None:
        """End those jobs as done that are still leased; one that waits again has to be done again."""
        for some in _chunks(documents):
            mine = (JOBS.c.stage == stage.value) & (JOBS.c.state == "leased") & JOBS.c.document.in_(some)
            self._execute(update(JOBS).where(mine).values(state="done", owner="", lease_until="", version=version))

    def put_resolution(self, type: MentionType, resolution: Resolution) -> None:
        """Store which names of a type are one, in place of what was stored before."""
        with _named_faults():
            replace_resolution(self._connection, type, resolution)

    def put_members(self, type: MentionType, members: Sequence[Membership]) -> None:
        """Store the entities of some names in place of those they had; other names stay where they are."""
        with _named_faults():
            replace_members(self._connection, type, members)

    def learn_words(self, skeletons: Mapping[str, str]) -> None:
        """Add folded words with their consonant skeletons to the case's word list; known ones are left."""
        rows = [{"word": word, "skeleton": skeleton} for word, skeleton in sorted(skeletons.items())]
        self._execute(self._insert_new(WORDS), rows)

    def forget_derived(self) -> None:
        """Empty every derived table; blobs and the ledger, from which all of it is made again, are not touched."""
        for table in DERIVED:
            self._execute(delete(table))

    def _open_jobs(self, stage: Stage, documents: Sequence[str], *, version: str) -> None:
        for some in _chunks(documents):
            self._execute(delete(JOBS).where(JOBS.c.stage == stage.value, JOBS.c.document.in_(some)))
        rows = [{"document": id, "stage": stage.value, "version": version, "state": "waiting"} for id in documents]
        self._execute(insert(JOBS), rows)

    def _raise_up(self, documents: Sequence[str], *, depth: int) -> None:
        """Lower the depth of documents that are now seen in fewer containers, and read again what depends on it.

        So that what is read does not hang on the order of arrival: a container hands its new depth on to its members, and what lay
        too deep is tried again.
        """
        holds = select(SIGHTINGS.c.parent).where(SIGHTINGS.c.parent.is_not(None))
        for some in _chunks(documents):
            deeper = select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(some), DOCUMENTS.c.depth > depth)
            told = or_(DOCUMENTS.c.id.in_(holds), DOCUMENTS.c.reason == Reason.TOO_DEEP.value)
            again = [row[0] for row in self._rows(deeper.where(told))]
            self._execute(update(JOBS).where(JOBS.c.stage == Stage.READ.value, JOBS.c.document.in_(again)).values(state="waiting"))
            self._execute(update(DOCUMENTS).where(DOCUMENTS.c.id.in_(deeper)).values(depth=depth))

    def _index_again(self, documents: Sequence[str]) -> None:
        for some in _chunks(documents):
            down = select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(some)).cte("down", recursive=True)
            inside = select(SIGHTINGS.c.document).join(down, SIGHTINGS.c.parent == down.c.id).where(SIGHTINGS.c.document.is_not(None))
            down = down.union(inside)
            # Jobs that are leased too: what they index may have been looked up before this sighting. `finish` then finds them not its own.
            indexed = (JOBS.c.stage == Stage.INDEX.value) & JOBS.c.document.in_(select(down.c.id))
            self._execute(update(JOBS).where(indexed).values(state="waiting", owner="", lease_until=""))

    def _end(self, stage: Stage, documents: Sequence[DocumentId], **values: str) -> None:
        for some in _chunks(documents):
            ended = update(JOBS).where(JOBS.c.stage == stage.value, JOBS.c.document.in_(some))
            self._execute(ended.values(owner="", lease_until="", **values))

    def _known(self, table: Table, column: str, values: Sequence[object]) -> set[object]:
        found: set[object] = set()
        for some in _chunks(values):
            found.update(row[0] for row in self._rows(select(table.c[column]).where(table.c[column].in_(some))))
        return found

    def _insert_new(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        if self._engine.dialect.name == "sqlite":
            return sqlite.insert(table).on_conflict_do_nothing()
        return postgresql.insert(table).on_conflict_do_nothing()

    def _rows(self, statement: Any) -> list[Any]:
        with _named_faults():
            return list(self._connection.execute(statement).all())

    def _execute(self, statement: Any, rows: list[Any] | None = None) -> int:
        if rows is not None and not rows:
            return 0
        with _named_faults():
            return int(self._connection.execute(statement, rows).rowcount)


def _chunks(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(values), _MANY):
        yield values[start : start + _MANY]


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def _settle(connection: Any, _record: object) -> None:
            # 64 MB of cache: mentions go into indexes at random places, which costs a third more with the 2 MB that SQLite takes unasked.
            connection.isolation_level = None  # Units of work begin by themselves.
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON", "cache_size=-64000"):
                connection.execute(f"PRAGMA {pragma}")

    return engine


@contextmanager
def _named_faults() -> Iterator[None]:
    """Turn a driver's error into one that says what a person can do."""
    try:
        yield
    except DatabaseError as error:
        said = str(error.orig).lower()
        if "full" in said or "no space" in said:
            raise NoSpaceError("no space left for the case's records") from error
        if "locked" in said:
            raise CaseLockedError("another process is writing to the case's records") from error
        if isinstance(error, OperationalError) and "readonly" in said:
            raise NotAllowedError("the case's records cannot be written") from error
        raise DamagedCaseError("the case's records cannot be read or written") from error
