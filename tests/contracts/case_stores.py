"""What the contracts of a case's store share: stores to hold to them, and a case in few words."""

from __future__ import annotations

import datetime as dt
import functools
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from kashf.adapters.records.connection import EncryptedRecords
from kashf.adapters.records.store import SqlStore
from kashf.domain.document import Page, Reading, Reason, Sighting, Status
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.ports.stages import DocumentStage, Job
from kashf.ports.stores import CaseStore, StoredReading
from tests.sealing import sealing

NOW = dt.datetime(2016, 5, 2, 9, 30, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DEVICE = "d" * 32


def id_of(letter: str) -> DocumentId:
    return DocumentId(letter * 64)


def entry(seq: int, prev: Entry | None, **body: str) -> Entry:
    return Entry(DEVICE, seq, prev.id if prev else GENESIS, NOW, "amal", EntryKind.RECEIPT, body)


def seen(letter: str, path: str, *, channel: str = "courier", parent: DocumentId | None = None, ordinal: int = 0) -> Sighting:
    return Sighting(id_of(letter), path, channel if parent is None else "", parent=parent, ordinal=ordinal, size_bytes=3)


def sight(store: CaseStore, *sightings: Sighting, depth: int = 0) -> int:
    with store.unit() as uow:
        tail = uow.tail(DEVICE)
        receipt = uow.append(entry(tail.seq + 1 if tail else 0, tail, manifest="m")) if depth == 0 else None
        new = uow.sight(sightings, receipt=receipt, depth=depth)
        uow.commit()
    return new


def receipt_of(store: CaseStore, number: int) -> EntryId:
    return store.view().entries()[number][1]


def set_aside(store: CaseStore, *causes: str) -> None:
    with store.unit() as uow:
        uow.set_aside(causes)
        uow.commit()


def lease(store: CaseStore, stage: DocumentStage, *, limit: int = 10) -> tuple[Job, ...]:
    with store.unit() as uow:
        jobs = uow.lease(stage, limit=limit)
        uow.commit()
    return jobs


def put(store: CaseStore, *readings: StoredReading) -> None:
    with store.unit() as uow:
        uow.put(readings, version="1")
        uow.commit()


def reading(letter: str, text: str = "أمر بالانسحاب", *, text_key: str | None = None, status: Status = Status.DONE) -> StoredReading:
    reason = None if status is Status.DONE else Reason.DAMAGED
    pages = () if status is Status.FAILED else (Page(1, text),)
    second = tuple(replace(page, confidence=0.5) for page in pages)
    return StoredReading(Reading(id_of(letter), "text/plain", status, reason, pages=pages, second_readings=second), text_key)


@pytest.fixture
def sqlite_store(self: object, tmp_path: Path) -> Iterator[CaseStore]:
    """A new store in a file; whatever was done to it, its rows are what was sealed."""
    store = SqlStore(tmp_path / "case.db")
    with sealing(store):
        yield store
    store.close()


@pytest.fixture
def encrypted_store(self: object, tmp_path: Path) -> Iterator[CaseStore]:
    """A new store in an encrypted file."""
    store = SqlStore(EncryptedRecords(tmp_path / "case.db", bytes(range(32))))
    yield store
    store.close()


@pytest.fixture
def postgres_store(self: object, server: str) -> Iterator[CaseStore]:
    """A new store in a database of its own; whatever was done to it, its rows are what was sealed."""
    name = f"case_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {_empty_case(server)}")
    store = SqlStore(server.replace("/postgres?", f"/{name}?"))
    with sealing(store):
        yield store
    store.close()


@functools.cache
def _empty_case(server: str) -> str:
    """Return a database in which the tables of a case were made, to be copied: making them takes as long as most tests."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE empty_case")
    SqlStore(server.replace("/postgres?", "/empty_case?")).close()
    return "empty_case"
