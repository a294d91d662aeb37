"""Mentions are written anew a bounded number at a time, and rows are read as one goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kashf.adapters.records import mention_tables
from kashf.adapters.records.connection import Connection, open_sqlite
from kashf.adapters.records.store import SqlStore
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.ports.mentions import FOUND_AGAIN
from kashf.ports.stages import AGAIN, INDEX, NAMES, READ
from tests.contracts.case_stores import id_of, put, reading, seen, sight

KEY = NameKey("qamar")


def placed(letter: str, start: int, *, source: str = "rules:kunya") -> PlacedMention:
    return PlacedMention(id_of(letter), 1, KEY, Mention(start, start + 5, "Qamar", MentionType.PERSON, source, 0.75))


@pytest.mark.parametrize(("together", "expected"), [(1, [["a"], ["b"], ["c"]]), (4, [["a", "b"], ["c"]]), (50, [["a", "b", "c"]])])
def test_documents_are_written_anew_together_up_to_so_many_mentions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: int, expected: list[list[str]]
) -> None:
    monkeypatch.setattr(mention_tables, "MENTIONS_TOGETHER", together)
    store = SqlStore(tmp_path / "case.db", stages=(READ, INDEX, NAMES, AGAIN))
    sight(store, *(seen(letter, f"/{letter}") for letter in "abc"))
    put(store, *(reading(letter) for letter in "abc"))
    written: list[list[str]] = []
    replace_them = mention_tables._replace_mentions

    def replacing(connection: Connection, items: Sequence[tuple[int, Sequence[PlacedMention]]]) -> None:
        written.append([next(letter for letter in "abc" if id_of(letter) == found[0].document) for _, found in items])
        replace_them(connection, items)

    with store.unit() as uow:
        uow.lease(NAMES, limit=10)
        uow.put_rows(NAMES, [(id_of(letter), [placed(letter, 0)]) for letter in "abc"], version="1")
        uow.lease(AGAIN, limit=10)
        monkeypatch.setattr(mention_tables, "_replace_mentions", replacing)
        again = [(id_of(letter), [placed(letter, 10, source=FOUND_AGAIN)]) for letter in "abc"]
        uow.put_rows(AGAIN, again, version="1")
        uow.commit()
    view = store.view()

    assert expected == written
    for letter in "abc":
        first = placed(letter, 0)
        assert (first, replace(first, mention=replace(first.mention, start=10, end=15, source=FOUND_AGAIN))) == view.mentions_in(
            id_of(letter)
        )
    assert [(6, 3)] == [(total.mentions, total.documents) for total in view.names(MentionType.PERSON)]


def test_rows_are_fetched_as_one_goes(tmp_path: Path) -> None:
    connection = open_sqlite(tmp_path / "rows.db", may_write=True)
    connection.run("CREATE TABLE numbers (number INTEGER)")
    connection.run_many("INSERT INTO numbers VALUES (?)", [(number,) for number in range(5000)])
    fetched = 0

    class Cursor:
        def __init__(self, cursor: Any) -> None:
            self._cursor = cursor

        def fetchmany(self, size: int) -> list[Any]:
            nonlocal fetched
            some = self._cursor.fetchmany(size)
            fetched += len(some)
            return list(some)

    class Counting:
        def __init__(self, driver: Any) -> None:
            self._driver = driver

        def execute(self, sql: str, values: Sequence[Any] = ()) -> Cursor:
            return Cursor(self._driver.execute(sql, values))

    counting = Connection(Counting(connection._driver), is_postgres=False, faults=OSError)  # type: ignore[arg-type]  # all that is asked of it
    rows = counting.walk("SELECT number FROM numbers ORDER BY number")
    first = [next(rows)[0] for _ in range(3)]
    held = fetched

    assert ([0, 1, 2], True) == (first, held <= 500)
    assert 4997 == len(list(rows))
    connection.close()
