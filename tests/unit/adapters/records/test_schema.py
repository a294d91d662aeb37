"""Derived tables have no migrations: one of another form is refused to readers, and made anew by whoever brings the case forward."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.adapters.records.connection import Connection, open_sqlite
from kashf.adapters.records.schema import FIRST_FORMAT, TABLES
from kashf.adapters.records.store import SqlStore
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.errors import UnfinishedError
from kashf.ports.stages import INDEX, NAMES, READ, DocumentStage
from kashf.ports.views import CaseView
from tests.contracts.case_stores import id_of, lease, put, reading, seen, sight

STAGES = (READ, INDEX, NAMES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The records of a case in which one document was read, indexed and looked through."""
    store = SqlStore(tmp_path / "case.db", stages=STAGES)
    sight(store, seen("a", "/a"))
    put(store, reading("a"))
    for stage in (INDEX, NAMES):
        lease(store, stage)
    with store.unit() as uow:
        uow.finish(INDEX, [id_of("a")], version="1")
        omar = PlacedMention(id_of("a"), 1, NameKey("omar"), Mention(0, 4, "Omar", MentionType.PERSON, "rules", 1.0))
        uow.put_rows(NAMES, [(id_of("a"), [omar])], version="1")
        uow.commit()
    store.close()
    return tmp_path / "case.db"


@pytest.fixture
def raw(path: Path) -> Iterator[Connection]:
    connection = open_sqlite(path, may_write=True)
    yield connection
    connection.close()


def brought_forward(path: Path) -> tuple[CaseView, list[DocumentStage], frozenset[str]]:
    store = SqlStore(path, stages=STAGES)
    with store.unit() as uow:
        groups = uow.renew()
        uow.commit()
    return store.view(), [stage for stage in STAGES if lease(store, stage)], groups


def test_a_table_of_another_form_is_made_anew_and_its_stage_alone_waits_again(path: Path, raw: Connection) -> None:
    raw.run("UPDATE derived SET schema = 'of yesterday' WHERE name = 'mentions'")

    view, waiting, groups = brought_forward(path)

    assert (frozenset({"forms", "names"}), [NAMES]) == (groups, waiting)
    assert () == view.names(MentionType.PERSON)
    assert 1 == len(view.pages(id_of("a")))


def test_readers_are_refused_a_table_of_another_form_until_it_was_made_anew(path: Path, raw: Connection) -> None:
    raw.run("UPDATE derived SET schema = 'of yesterday' WHERE name = 'mentions'")
    store = SqlStore(path, stages=STAGES)
    view = store.view()

    assert 1 == view.totals().done
    with pytest.raises(UnfinishedError, match="kashf process"):
        next(view.walk_mentions())
    with store.unit() as uow:
        uow.renew()
        uow.commit()
    assert [] == list(view.walk_mentions())


def test_renewing_that_is_not_committed_leaves_all_as_it_was(path: Path, raw: Connection) -> None:
    raw.run("UPDATE derived SET schema = 'of yesterday' WHERE name = 'documents'")
    store = SqlStore(path, stages=STAGES)
    with store.unit() as uow:
        assert "documents" in uow.renew()

    assert [(1,)] == [tuple(row) for row in raw.rows("SELECT COUNT(*) FROM documents")]
    with store.unit() as uow, pytest.raises(UnfinishedError):
        uow.lease(READ, limit=1)


def test_what_names_documents_by_number_goes_with_them_and_their_pages_stay(path: Path, raw: Connection) -> None:
    raw.run("UPDATE derived SET schema = 'of yesterday' WHERE name = 'sightings'")

    view, waiting, groups = brought_forward(path)

    assert (frozenset({"documents", "aside", "copies", "costs", "families", "forms", "index", "names"}), []) == (groups, waiting)
    assert (0, 1) == (view.totals().found, len(view.pages(id_of("a"))))


def test_nothing_is_dropped_where_all_is_as_it_should_be(path: Path) -> None:
    view, waiting, groups = brought_forward(path)

    assert (frozenset(), [], 1) == (groups, waiting, len(view.names(MentionType.PERSON)))


def test_pages_have_the_form_of_the_first_format_so_that_an_old_case_keeps_them_until_it_is_read_again() -> None:
    assert FIRST_FORMAT == {table.name: table.digest for table in TABLES if table.name in FIRST_FORMAT}
