from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kashf.adapters.records.store import SqlStore, open_view
from kashf.errors import DamagedCaseError
from kashf.ports.sound.records_condition import RecordsCondition
from kashf.ports.stages import AGAIN, FIELDS, INDEX, NAMES, READ, DocumentStage
from tests.contracts.case_stores import id_of, lease, put, reading, seen, sight


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The records of a case in which one document was read and looked through for names."""
    store = SqlStore(tmp_path / "case.db")
    sight(store, seen("a", "/a"))
    put(store, reading("a"))
    for stage in (NAMES, AGAIN):
        lease(store, stage)
        with store.unit() as uow:
            uow.put_rows(stage, [(id_of("a"), [])], version="1")
            uow.commit()
    store.close()
    return tmp_path / "case.db"


def change(records: Path, statement: str) -> None:
    with closing(sqlite3.connect(records)) as raw:
        raw.execute(statement)
        raw.commit()


def condition(records: Path) -> RecordsCondition:
    view = open_view(records)
    try:
        return view.condition()
    finally:
        view.close()


def test_nothing_is_wrong_with_records_as_they_are_written(records: Path) -> None:
    assert RecordsCondition() == condition(records)


def test_documents_without_the_jobs_that_they_should_have_are_told_by_stage(records: Path) -> None:
    change(records, "DELETE FROM jobs")
    jobless = condition(records).jobless

    assert {id_of("a")} == {id for documents in jobless.values() for id in documents}
    assert {READ.name, INDEX.name, NAMES.name} <= set(jobless)

    assert AGAIN.name not in jobless


@pytest.mark.parametrize("stage", [READ, INDEX, NAMES, AGAIN, FIELDS])
def test_one_job_that_is_missing_is_told(records: Path, stage: DocumentStage) -> None:
    change(records, f"DELETE FROM jobs WHERE stage = '{stage.name}'")

    assert stage.name in condition(records).jobless


@pytest.mark.parametrize(
    "statement", ["UPDATE jobs SET state = 'x' WHERE stage = 'read'", "UPDATE jobs SET document = 99 WHERE stage = 'read'"]
)
def test_a_job_of_no_state_or_no_document_is_told(records: Path, statement: str) -> None:
    change(records, statement)

    assert 1 == condition(records).odd_jobs


@pytest.mark.parametrize("body", ['{"x": 1}', '{"x":1,"x":1}', '{"y":1,"x":1}'])
def test_a_body_in_another_form_is_told_though_it_says_the_same(records: Path, body: str) -> None:
    change(records, f"UPDATE ledger SET body = '{body}'")

    assert 1 == len(condition(records).miswritten)


@pytest.mark.parametrize(
    "change_to", ["seq = 3.5", "seq = 'x'", "body = 7", "body = '[]'", "body = x'00'", "time = 0", "actor = x'ff'", "body = '{\"x\":1.5}'"]
)
def test_a_ledger_of_other_types_is_refused_with_the_place(records: Path, change_to: str) -> None:
    change(records, f"UPDATE ledger SET {change_to}")
    view = open_view(records)

    with pytest.raises(DamagedCaseError, match="ledger entry"):
        view.entries()
    view.close()


def test_a_page_of_the_file_that_is_zeros_is_told(records: Path) -> None:
    content = bytearray(records.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    with closing(sqlite3.connect(records)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'sightings'").fetchone()
    content[(root - 1) * size : root * size] = bytes(size)
    records.write_bytes(content)

    assert condition(records).damage
