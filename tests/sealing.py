"""Holds the rows of a store against what its units of work sealed, whatever a test does with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kashf.adapters.records.store import SqlStore
from kashf.domain.sealing.row_seals import RowSeals, SealedRows


@contextmanager
def sealing(store: SqlStore) -> Iterator[SealedRows]:
    """Follow what is sealed, as `verify` does, and at the end find in the tables just that."""
    sealed = SealedRows(is_whole=True)
    waiting: list[RowSeals] = []
    store.seal_by(lambda _, seals: waiting.append(RowSeals.from_json(seals.as_json())))
    yield sealed
    for seals in waiting:
        sealed.take(seals, where="a unit of work")
    held = store.view().held_rows()
    assert {} == sealed.doubted
    assert {table: some for table, some in sealed.digests.items() if some} == {table: some for table, some in held.digests.items() if some}
    assert {table: total for table, total in sealed.sums.items() if total} == {table: total for table, total in held.sums.items() if total}
    assert sealed.ended == held.ended
    assert () == held.miscounted
    assert () == held.unreadable
