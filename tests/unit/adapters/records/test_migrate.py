"""A case of an earlier kashf: readable as it was, brought to this version by the next that writes to it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from kashf.adapters.records import migrate
from kashf.adapters.records.schema import METADATA
from kashf.adapters.records.store import SqlStore
from kashf.adapters.records.view import sqlite_view
from kashf.domain.entity import MentionType
from kashf.errors import LaterVersionError, UnfinishedError
from kashf.ports.stores import Stage

NOW = dt.datetime(2016, 5, 2, 9, 30, tzinfo=dt.UTC)
MIGRATIONS = Path(migrate.__file__).parent / "migrations"


def run_migrations(path: Path, *, to: str) -> None:
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    command.upgrade(config, to)
    engine.dispose()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The records of a case without names: one document with text, read and indexed, and one without."""
    path = tmp_path / "case.db"
    run_migrations(path, to="0001")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for letter in "ab":
            row = f"'{letter * 64}', '/{letter}', 3, 0, 'text/plain', 'done'"
            connection.execute(text(f"INSERT INTO documents (id, name, size_bytes, depth, type, status) VALUES ({row})"))
        for stage in ("read", "index"):
            connection.execute(text(f"INSERT INTO jobs (document, stage, version, state) VALUES ('{'a' * 64}', '{stage}', '1', 'done')"))
    engine.dispose()
    return path


def test_the_newest_migration_is_the_one_that_is_run_to() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    assert [migrate.HEAD] == ScriptDirectory.from_config(config).get_heads()


def test_migrations_make_the_tables_that_the_store_works_with(tmp_path: Path) -> None:
    run_migrations(tmp_path / "case.db", to=migrate.HEAD)
    engine = create_engine(f"sqlite:///{tmp_path / 'case.db'}")
    made = inspect(engine)

    for name, table in METADATA.tables.items():
        assert [column.name for column in table.columns] == [column["name"] for column in made.get_columns(name)]
        assert {index.name for index in table.indexes} == {index["name"] for index in made.get_indexes(name)}
        assert [column.name for column in table.primary_key] == made.get_pk_constraint(name)["constrained_columns"]
    assert {*METADATA.tables, "alembic_version"} == set(made.get_table_names())
    engine.dispose()


def test_an_old_case_can_be_read_but_not_asked_for_names(old: Path) -> None:
    view = sqlite_view(str(old))

    assert (2, 1) == (view.totals().done, view.totals().names_waiting)
    assert () == view.judgements()
    with pytest.raises(UnfinishedError, match="earlier kashf"):
        view.names(MentionType.PERSON)
    view.close()


def test_writing_to_an_old_case_makes_its_texts_wait_for_names_and_nothing_else(old: Path) -> None:
    view = sqlite_view(str(old))
    with pytest.raises(UnfinishedError):
        view.mentions()
    store = SqlStore(f"sqlite:///{old}")
    with store.unit() as uow:
        waiting = [job.document for job in uow.lease(Stage.NAMES, limit=9, owner="one", now=NOW, until=NOW)]
        assert () == uow.lease(Stage.INDEX, limit=9, owner="one", now=NOW, until=NOW)

    assert ["a" * 64] == waiting
    assert (2, 0, 1) == (view.totals().done, view.totals().waiting, view.totals().names_waiting)
    assert () == view.mentions()
    store.close()
    view.close()


def test_tables_of_a_later_kashf_are_refused(old: Path) -> None:
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(LaterVersionError, match="newer kashf"):
        SqlStore(f"sqlite:///{old}")
