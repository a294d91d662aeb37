from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kashf.adapters.records.schema import TABLES, own_table
from kashf.adapters.records.sealing.sealed_tables import columns_of
from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.document import Reason, Status
from kashf.domain.ledger import Fault
from kashf.ports.stages import STAGES
from kashf.services.ledger.checking.receipt_checks import held_by, listed_in, receipt_faults
from kashf.services.ledger.checking.row_checks import RowsChecked, check_rows
from kashf.settings import Settings
from tests.full_case import fill

DERIVED = (*TABLES, *(own_table(stage.name, stage.table) for stage in STAGES if stage.table))
#: What says nothing of what was received: how often the case was written to, and how often a job was begun.
FREE = {("moments", "number"), ("jobs", "attempts")}
COLUMNS = [(table.name, column) for table in DERIVED for column, _ in columns_of(table) if (table.name, column) not in FREE]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full")
    settings = Settings(actor="amal", home=folder / "home")
    create_case(folder / "full.case", name="full", settings=settings)
    with open_for_writing(folder / "full.case", settings=settings) as case:
        fill(case)
    return folder / "full.case"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "full.case"))


def checked(case: Path) -> RowsChecked:
    with closing(open_case(case)) as opened, opened.view.snapshot():
        entries = opened.view.entries()
        return check_rows(opened, entries, listed_in(opened, entries).sightings)


def faults(case: Path) -> Sequence[Fault]:
    """Return faults of rows, with what the receipts list and the tables do not, which is told beside them."""
    found = checked(case)
    with closing(open_case(case)) as opened:
        held = held_by(opened, found.documents)
        assert held
        return (*receipt_faults(listed_in(opened, opened.view.entries()), held), *found.faults)


def run_sql(case: Path, statement: str, values: Sequence[Any] = ()) -> None:
    with closing(sqlite3.connect(case / "case.db")) as records:
        records.execute(statement, values)
        records.commit()


def rows(case: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(case / "case.db")) as records:
        return records.execute(statement).fetchall()


def other(value: Any) -> Any:
    """Return another value of the same kind, which no row of a small case has."""
    if value is None:
        return "1999-01-01T00:00:00.000000Z"
    return value + (b"x" if isinstance(value, bytes) else "x" if isinstance(value, str) else 1_000)


def test_a_case_in_which_every_table_holds_something_is_as_it_was_sealed(made: Path) -> None:
    found = checked(made)

    assert [] == [table.name for table in DERIVED if not rows(made, f"SELECT 1 FROM {table.name}")]
    assert ((), False, 0) == (found.faults, found.check.not_sealed, found.check.taken_over)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_changed_value_of_any_column_is_found(case: Path, table: str, column: str) -> None:
    key = [row[1] for row in rows(case, f"PRAGMA table_info({table})") if row[5]]
    where = " AND ".join(f'"{name}" = ?' for name in key)
    names = ", ".join(f'"{name}"' for name in key)
    (first, *_) = rows(case, f'SELECT "{column}", {names} FROM {table} ORDER BY {names}')
    run_sql(case, f'UPDATE {table} SET "{column}" = ? WHERE {where}', (other(first[0]), *first[1:]))

    assert faults(case)


@pytest.mark.parametrize("table", [table.name for table in DERIVED if table.name != "moments"])
def test_rows_that_are_gone_are_found(case: Path, table: str) -> None:
    run_sql(case, f"DELETE FROM {table}")

    assert faults(case)


@pytest.mark.parametrize("table", [table.name for table in DERIVED if table.name != "moments"])
def test_a_row_that_was_planted_is_found(case: Path, table: str) -> None:
    columns = [row[1] for row in rows(case, f"PRAGMA table_info({table})")]
    key = next(row[1] for row in rows(case, f"PRAGMA table_info({table})") if row[5])
    (first, *_) = rows(case, f"SELECT * FROM {table} ORDER BY 1")
    planted = [other(value) if name in {key, "id"} else value for name, value in zip(columns, first, strict=True)]
    if table == "spellings":
        planted[columns.index("text")] = "Planted"
    run_sql(case, f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", planted)

    assert faults(case)


def test_a_changed_page_is_named_by_file_and_page(case: Path) -> None:
    run_sql(case, "UPDATE pages SET text = 'Salim went' WHERE number = 2")

    (fault,) = faults(case)
    (document,) = rows(case, "SELECT id FROM documents WHERE name = '/letter.txt'")[0]
    assert ("text of pages", f"{document} page 2", "/letter.txt") == (fault.what, fault.where, fault.name)


def test_an_altered_row_stays_a_fault_when_it_is_changed_in_part_later(case: Path, made: Path) -> None:
    run_sql(case, "UPDATE documents SET title = 'Forged' WHERE name = '/letter.txt'")
    (document,) = rows(case, "SELECT id FROM documents WHERE name = '/letter.txt'")[0]
    with open_for_writing(case, settings=Settings(actor="amal", home=made.parent / "home")) as opened, opened.store.unit() as uow:
        uow.put_outcome(document, Status.PARTIAL, Reason.DAMAGED, "a page is missing, and one is torn")
        uow.commit()

    (fault,) = faults(case)
    assert ("how it was read", "what was sealed", "/letter.txt") == (fault.what, fault.expected, fault.name)


@pytest.mark.parametrize("stale", [table.name for table in DERIVED if table.name not in {"documents", "moments"}])
def test_a_table_that_is_called_stale_excuses_no_other(case: Path, stale: str) -> None:
    run_sql(case, "UPDATE derived SET schema = 'of another kashf' WHERE name = ?", [stale])
    before = checked(case)
    run_sql(case, "UPDATE documents SET status = 'failed' WHERE name = '/letter.txt'")

    found = checked(case)
    assert before.check.is_stale
    assert not before.faults
    assert "how it was read" in {fault.what for fault in found.faults}
